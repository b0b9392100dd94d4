// ---
// question:
//   zh: "可信度低[于 {below}]的发现有哪些？"
//   en: "Which findings have low confidence[ (below {below})]?"
// description:
//   zh: "可信度低于某个数（默认 0.8）的义务和责任单位，最没把握的在先；核读过的都是 1。"
//   en: "Duties and roles found with a confidence below a number (0.8 by default), the least certain first; what readers settled has 1."
// parameters:
//   - {name: below, type: number, zh: 低于, en: below, default: 0.8}
//   - document
//   - region
//   - year
// columns:
//   - {name: found, zh: 发现, en: finding, kind: text}
//   - {name: what, zh: 内容, en: content, kind: text}
//   - evidence
// form: table
// sentence:
//   zh: "可信度低于 {below} 的发现 {finding} 处，出自 {document} 份通知。"
//   en: "{finding|finding|findings} with a confidence below {below}, from {document|notice|notices}."
// ask:
//   needs: [confidence]
//   takes: [what, duty, task, who]
// examples:
//   - {below: 0.7}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($document IS NULL OR d.number = $document OR d.id = $document)
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
WHERE o.confidence < $below
RETURN 'Obligation' AS found, o.caption AS what, d.number AS number, d.title AS title, t.section AS section,
       t.title AS heading, t.number AS task, o.text AS clause, o.start AS start, o.`end` AS `end`, o.copy AS copy,
       o.rule AS rule, o.confidence AS confidence, d.id AS document, o.id AS finding
ORDER BY confidence, document, start, finding
UNION
MATCH (d:Document)
WHERE d.held
  AND ($document IS NULL OR d.number = $document OR d.id = $document)
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
MATCH (t:Task {document: d.id})<-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(a:Agency)
WHERE r.confidence < $below
RETURN type(r) AS found, a.name AS what, d.number AS number, d.title AS title, t.section AS section,
       t.title AS heading, t.number AS task, t.text AS clause, t.start AS start, t.`end` AS `end`, t.copy AS copy,
       r.rule AS rule, r.confidence AS confidence, d.id AS document, t.id AS finding
ORDER BY confidence, document, start, what
