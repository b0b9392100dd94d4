// ---
// question:
//   zh: "谁引用了{document}？"
//   en: "Who cites {document}?"
// description:
//   zh: "哪些通知引用了一份文件：谁发的、哪一级、作用、在哪些任务里、原文怎么写。"
//   en: "Which notices cite a document: whose they are, as what, in which tasks, in which words."
// parameters:
//   - {name: document, required: true}
//   - {name: roles, default: null, values: {list: citation_roles}, zh: 作用, en: use}
// columns:
//   - {name: citing_number, zh: 引用文件发文字号, en: citing document number, kind: text}
//   - {name: citing_title, zh: 引用文件标题, en: citing document title, kind: text}
//   - {name: citing_class, zh: 发文类别, en: class, kind: document_class}
//   - {name: citing_level, zh: 层级, en: level, kind: level}
//   - {name: citing_issuer, zh: 发文机关, en: issuer, kind: text}
//   - {name: citing_year, zh: 发文年份, en: year issued, kind: number}
//   - {name: uses, zh: 作用, en: use, kind: citation_role}
//   - tasks
//   - {name: citing, zh: 引用文件标识, en: citing document id, kind: id}
//   - {name: held, zh: 已收录, en: held, kind: text}
//   - number
//   - title
//   - section
//   - task
//   - clause
//   - start
//   - end
//   - copy
//   - rule
//   - confidence
//   - document
// form: table
// sentence:
//   zh: "有 {citing} 份通知引用了{document_asked}。"
//   en: "{citing|notice|notices} {citing?cites:cite} {document_asked}."
// ask:
//   needs: [cited_by]
//   takes: [what, who, document_word]
// examples:
//   - {document: 国办发〔2017〕24号}
// ---
MATCH (x:Document)<-[r:CITES]-(s)-[:PART_OF*0..5]->(d:Document)
WHERE (x.number = $document OR x.id = $document)
  AND ($roles IS NULL OR r.role IN $roles)
WITH d, x, r, s
ORDER BY r.start
WITH d, x, collect(DISTINCT s.number) AS numbers, collect(DISTINCT r.role) AS uses, collect(r) AS found, collect(s) AS citing
WITH d, x, numbers, uses, found[0] AS r, citing[0] AS s
RETURN d.number AS citing_number, coalesce(d.title, d.caption) AS citing_title, d.document_class AS citing_class,
       d.level AS citing_level, d.issuer AS citing_issuer, d.year AS citing_year, uses,
       [n IN numbers WHERE n <> d.number] AS tasks, d.id AS citing, d.held AS held,
       d.number AS number, d.title AS title, s.section AS section,
       CASE WHEN s.id = d.id THEN null ELSE s.number END AS task, r.text AS clause, r.start AS start, r.`end` AS `end`,
       r.copy AS copy, r.rule AS rule, r.confidence AS confidence, d.id AS document
ORDER BY citing, start
