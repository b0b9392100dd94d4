// ---
// question:
//   zh: "{document}的上位依据有哪些？"
//   en: "What is {document} based on?"
// description:
//   zh: "一份通知依据哪些文件，那些文件又依据哪些，逐层向上；未收录的也列出，但到它为止。"
//   en: "The documents on whose authority a notice stands, and theirs in turn; one that is not held is listed and ends its line."
// parameters:
//   - {name: document, required: true}
// columns:
//   - {name: basis_number, zh: 依据文件发文字号, en: basis document number, kind: text}
//   - {name: basis_title, zh: 依据文件标题, en: basis document title, kind: text}
//   - {name: steps, zh: 隔几层, en: steps, kind: number}
//   - {name: held, zh: 已收录, en: held, kind: text}
//   - {name: basis, zh: 依据文件标识, en: basis document id, kind: id}
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
//   zh: "{document_asked} 依据 {basis} 份文件。"
//   en: "{document_asked} is based on {basis|document|documents}."
// ask:
//   needs: [upstream]
//   takes: [what, who, document_word, cite, cites, cited_by]
// examples:
//   - {document: 黑政办发〔2017〕22号}
// ---
MATCH (d:Document)
WHERE d.number = $document OR d.id = $document
MATCH (d)-[chain:CITES*1..4]->(x:Document)
WHERE all(step IN chain WHERE step.role = 'basis') AND x.id <> d.id
MATCH (s:Document)-[r:CITES]->(x)
WHERE r.role = 'basis' AND r.start = last(chain).start AND r.document = last(chain).document
WITH x, s, r, size(chain) AS steps
ORDER BY steps, r.start
WITH x, collect(steps) AS sizes, collect(r) AS claims, collect(s) AS sources
WITH x, head(sizes) AS steps, head(claims) AS r, head(sources) AS s
RETURN x.number AS basis_number, coalesce(x.title, x.caption) AS basis_title, steps, x.held AS held,
       x.id AS basis, s.number AS number, s.title AS title, r.text AS clause, r.start AS start, r.`end` AS `end`,
       r.copy AS copy, r.rule AS rule, r.confidence AS confidence, s.id AS document
ORDER BY steps, start, basis
