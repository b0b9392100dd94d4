// ---
// question:
//   zh: "哪些通知落实{document}？"
//   en: "Which notices implement {document}?"
// description:
//   zh: "以一份文件为依据制定的通知，包括隔几层的（依据它的通知又被别的通知依据）；附原文怎么写。"
//   en: "The notices made on a document's authority, also at several removes, with the words that say so."
// parameters:
//   - {name: document, required: true}
// columns:
//   - {name: implementing_number, zh: 落实文件发文字号, en: implementing document number, kind: text}
//   - {name: implementing_title, zh: 落实文件标题, en: implementing document title, kind: text}
//   - {name: steps, zh: 隔几层, en: steps, kind: number}
//   - {name: held, zh: 已收录, en: held, kind: text}
//   - {name: implementing, zh: 落实文件标识, en: implementing document id, kind: id}
//   - number
//   - title
//   - clause
//   - start
//   - end
//   - copy
//   - rule
//   - confidence
//   - document
// form: table
// sentence:
//   zh: "有 {implementing} 份通知落实{document_asked}。"
//   en: "{implementing|notice|notices} {implementing?implements:implement} {document_asked}."
// ask:
//   needs: [implements]
//   takes: [what, who, document_word, cite, cites, cited_by]
// examples:
//   - {document: 国办发〔2017〕24号}
// ---
MATCH (x:Document)
WHERE x.number = $document OR x.id = $document
MATCH (x)<-[chain:CITES*1..4]-(i:Document)
WHERE all(step IN chain WHERE step.role = 'basis') AND i.id <> x.id
WITH x, i, chain, last(chain) AS r
ORDER BY size(chain), r.start
WITH i, collect(size(chain)) AS sizes, collect(r) AS claims
WITH i, head(sizes) AS steps, head(claims) AS r
RETURN i.number AS implementing_number, coalesce(i.title, i.caption) AS implementing_title, steps, i.held AS held,
       i.id AS implementing, i.number AS number, i.title AS title, r.text AS clause, r.start AS start, r.`end` AS `end`,
       r.copy AS copy, r.rule AS rule, r.confidence AS confidence, i.id AS document
ORDER BY steps, implementing
