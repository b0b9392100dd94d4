// ---
// question:
//   zh: "哪些任务由几个单位共同牵头？"
//   en: "Which tasks are jointly led?"
// description:
//   zh: "由至少几个（默认两个）单位牵头的任务；可按文件、领域、地区和年度筛选。"
//   en: "The tasks that at least so many bodies lead (two by default), by document, domain, region and year."
// parameters:
//   - {name: least, type: integer, zh: 至少几个牵头单位, en: leaders at least, default: 2}
//   - document
//   - domain
//   - region
//   - year
// columns:
//   - leads
//   - responsible
//   - supports
//   - evidence
// form: table
// sentence:
//   zh: "共同牵头的任务 {finding} 项，涉及 {leads} 个牵头单位，出自 {document} 份通知。"
//   en: "{finding|task|tasks} led jointly by {leads|body|bodies}, from {document|notice|notices}."
// ask:
//   needs: [joint]
//   takes: [what, who, task, lead, most]
// examples:
//   - {least: 4}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($document IS NULL OR d.number = $document OR d.id = $document)
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
MATCH (t:Task {document: d.id})
WHERE COUNT { (:Agency)-[:LEADS]->(t) } >= $least
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
WITH t, d ORDER BY d.id, t.start, t.id /* LIMIT */
OPTIONAL MATCH (l:Agency)-[:LEADS]->(t)
WITH t, d, collect(DISTINCT l.name) AS leads
OPTIONAL MATCH (r:Agency)-[:RESPONSIBLE_FOR]->(t)
WITH t, d, leads, collect(DISTINCT r.name) AS responsible
OPTIONAL MATCH (s:Agency)-[:SUPPORTS]->(t)
WITH t, d, leads, responsible, collect(DISTINCT s.name) AS supports
RETURN leads, responsible, supports,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       t.text AS clause, t.start AS start, t.`end` AS `end`, t.copy AS copy, t.rule AS rule,
       t.confidence AS confidence, d.id AS document, t.id AS finding
ORDER BY document, start, finding
