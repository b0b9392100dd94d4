// ---
// question:
//   zh: "哪些任务不含公开义务？"
//   en: "Which tasks contain no duties?"
// description:
//   zh: "没有公开、解读、回应义务的任务，附各单位；可按文件、领域、地区和年度筛选。"
//   en: "The tasks that ask nothing to be disclosed, explained or answered, with their bodies, by document, domain, region and year."
// parameters:
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
//   zh: "不含公开义务的任务 {finding} 项，出自 {document} 份通知。"
//   en: "{finding|task|tasks} without duties, from {document|notice|notices}."
// ask:
//   needs: [no_duty]
//   takes: [what, task, duty, disclose_word]
// examples:
//   - {document: 黑政办发〔2017〕22号}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($document IS NULL OR d.number = $document OR d.id = $document)
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
MATCH (t:Task {document: d.id})
WHERE NOT EXISTS { MATCH (t)-[:REQUIRES]->(q:Obligation) }
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
