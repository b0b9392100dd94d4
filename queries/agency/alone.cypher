// ---
// question:
//   zh: "{agencies}独自承担哪些任务？"
//   en: "Which tasks does {agencies} bear alone?"
// description:
//   zh: "条款里只有这一个单位（没有别的牵头、负责、配合单位，也没有“等部门”）的任务；前身机构的也算。"
//   en: "The tasks whose clause names this body and no other, in whatever role, and no “and others”; those of predecessors too."
// parameters:
//   - {name: agencies, required: true}
//   - domain
//   - year
// columns:
//   - agency
//   - successors
//   - succeeded_on
//   - role
//   - mention
//   - mention_start
//   - mention_end
//   - duties
//   - evidence
// form: table
// sentence:
//   zh: "{agency} 个机构独自承担 {finding} 项任务，出自 {document} 份通知。"
//   en: "{agency|agency|agencies} {agency?bears:bear} {finding|task|tasks} alone, from {document|notice|notices}."
// ask:
//   needs: [alone]
//   takes: [what, task, duty, responsible, lead]
// examples:
//   - {agencies: [黑龙江省审计厅]}
// ---
MATCH (a:Agency)
WHERE a.name IN $agencies
MATCH (a)<-[s:SUCCEEDED_BY*0..6]-(n:Agency)
WHERE size(s) = 0 OR NOT n.name IN $agencies
WITH n, [x IN collect(DISTINCT a.name) WHERE x <> n.name] AS successors, min(head(s).on) AS succeeded_on
MATCH (n)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WHERE COUNT { (:Agency)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t) } = 1
  AND coalesce(t.et_al, false) = false
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
MATCH (d:Document {id: t.document})
WHERE $year IS NULL OR d.instrument_year = $year
OPTIONAL MATCH (t)-[:REQUIRES]->(o:Obligation)
WITH n, successors, succeeded_on, r, t, d, count(DISTINCT o) AS duties
RETURN n.name AS agency, successors, succeeded_on, CASE type(r) WHEN 'LEADS' THEN 'lead' WHEN 'RESPONSIBLE_FOR' THEN 'responsible' ELSE 'support' END AS role,
       r.mention AS mention, r.start AS mention_start, r.`end` AS mention_end, duties,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       t.text AS clause, t.start AS start, t.`end` AS `end`, t.copy AS copy, r.rule AS rule,
       r.confidence AS confidence, d.id AS document, t.id AS finding
ORDER BY agency, document, start, finding
