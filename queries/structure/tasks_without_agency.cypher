// ---
// question:
//   zh: "哪些任务没有责任单位？"
//   en: "Which tasks have no agency?"
// description:
//   zh: "没有任何牵头、负责或配合单位的任务；可以只看带有义务的，并按文件、领域、地区和年度筛选。"
//   en: "Tasks without any lead, responsible or supporting body; only those that hold duties if wanted, by document, domain, region and year."
// parameters:
//   - {name: with_duties, type: boolean, zh: 只看带有义务的, en: only those with duties}
//   - {name: lacking, type: choice, zh: 缺什么, en: what is missing, default: any, values: {list: lacking}}
//   - document
//   - domain
//   - region
//   - year
// columns: [duties, evidence]
// form: table
// sentence:
//   zh: "{lacking}的任务有 {finding} 项，出自 {document} 份通知。"
//   en: "{finding|task|tasks} {lacking}, from {document|notice|notices}."
// ask:
//   needs: [no_agency]
//   takes: [what, task]
// examples:
//   - {with_duties: true}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($document IS NULL OR d.number = $document OR d.id = $document)
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
MATCH (t:Task {document: d.id})
WHERE ($lacking = 'lead' OR NOT EXISTS { MATCH (a:Agency)-[:RESPONSIBLE_FOR|SUPPORTS]->(t) })
  AND NOT EXISTS { MATCH (l:Agency)-[:LEADS]->(t) }
  AND ($with_duties IS NULL OR EXISTS { MATCH (t)-[:REQUIRES]->(q:Obligation) } = $with_duties)
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
WITH t, d ORDER BY d.id, t.start, t.id /* LIMIT */
OPTIONAL MATCH (t)-[:REQUIRES]->(o:Obligation)
WITH t, d, count(o) AS duties
RETURN duties,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       t.text AS clause, t.start AS start, t.`end` AS `end`, t.copy AS copy, t.rule AS rule,
       t.confidence AS confidence, d.id AS document, t.id AS finding
ORDER BY document, start, finding
