// ---
// question:
//   zh: "{document}引用了哪些文件？"
//   en: "What does {document} cite?"
// description:
//   zh: "一份通知引用的文件：谁发的、哪一级、作用（依据、提及等）、在哪些任务里、原文怎么写；未收录的也列出。"
//   en: "The documents that a notice cites: whose they are, as what, in which tasks, in which words; those not held are listed too."
// parameters:
//   - {name: document, required: true}
//   - {name: roles, default: null, values: {list: citation_roles}, zh: 作用, en: use}
// columns:
//   - {name: cited_number, zh: 被引文件发文字号, en: cited document number, kind: text}
//   - {name: cited_title, zh: 被引文件标题, en: cited document title, kind: text}
//   - {name: cited_class, zh: 发文类别, en: class, kind: document_class}
//   - {name: cited_level, zh: 层级, en: level, kind: level}
//   - {name: cited_issuer, zh: 发文机关, en: issuer, kind: text}
//   - {name: cited_year, zh: 发文年份, en: year issued, kind: number}
//   - {name: uses, zh: 作用, en: use, kind: citation_role}
//   - tasks
//   - {name: cited, zh: 被引文件标识, en: cited document id, kind: id}
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
//   zh: "{document_asked}引用了 {cited} 份文件。"
//   en: "{document_asked} cites {cited|document|documents}."
// ask:
//   needs: [cites]
//   takes: [what, who, document_word]
// examples:
//   - {document: 黑政办发〔2017〕22号}
// ---
MATCH (d:Document)
WHERE d.number = $document OR d.id = $document
MATCH (d)<-[:PART_OF*0..5]-(s)-[r:CITES]->(x:Document)
WHERE ($roles IS NULL OR r.role IN $roles)
WITH d, x, r, s
ORDER BY r.start
WITH d, x, collect(DISTINCT s.number) AS numbers, collect(DISTINCT r.role) AS uses, collect(r) AS found, collect(s) AS citing
WITH d, x, numbers, uses, found[0] AS r, citing[0] AS s
RETURN x.number AS cited_number, coalesce(x.title, x.caption) AS cited_title, x.document_class AS cited_class,
       x.level AS cited_level, x.issuer AS cited_issuer, x.year AS cited_year, uses,
       [n IN numbers WHERE n <> d.number] AS tasks, x.id AS cited, x.held AS held,
       d.number AS number, d.title AS title, s.section AS section,
       CASE WHEN s.id = d.id THEN null ELSE s.number END AS task, r.text AS clause, r.start AS start, r.`end` AS `end`,
       r.copy AS copy, r.rule AS rule, r.confidence AS confidence, d.id AS document
ORDER BY start, cited
