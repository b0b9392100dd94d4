// ---
// question:
//   zh: "{agencies}有哪些任务？"
//   en: "Which tasks does {agencies} have?"
// description:
//   zh: "一个或几个机构的全部任务及其角色（牵头、负责、配合），可按角色、领域、年度筛选；前身机构的也算。"
//   en: "All tasks of one or more agencies with the role each has (lead, responsible, support), by role, domain and year; those of predecessors too."
// parameters:
//   - {name: agencies, required: true}
//   - domain
//   - year
//   - {name: roles, default: [lead, responsible, support]}
// columns:
//   - agency
//   - successors
//   - succeeded_on
//   - role
//   - mention
//   - mention_start
//   - mention_end
//   - {name: domains, zh: 政策领域, en: policy domains, kind: list}
//   - duties
//   - evidence
// form: table
// sentence:
//   zh: "{agency} 个机构有 {finding} 项任务（{roles}），出自 {document} 份通知。"
//   en: "{agency|agency|agencies} {agency?has:have} {finding|task|tasks} ({roles}), from {document|notice|notices}."
// ask:
//   needs: [task|responsible|support]
//   takes: [what, responsible, support, task]
// examples:
//   - {agencies: [黑龙江省财政厅]}
// ---
MATCH (a:Agency)
WHERE a.name IN $agencies
MATCH (a)<-[s:SUCCEEDED_BY*0..6]-(n:Agency)
WHERE size(s) = 0 OR NOT n.name IN $agencies
WITH n, [x IN collect(DISTINCT a.name) WHERE x <> n.name] AS successors, min(head(s).on) AS succeeded_on
MATCH (n)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WITH n, successors, succeeded_on, r, t, CASE type(r) WHEN 'LEADS' THEN 'lead' WHEN 'RESPONSIBLE_FOR' THEN 'responsible' ELSE 'support' END AS role
WHERE role IN $roles
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(q:PolicyDomain) WHERE q.key = $domain })
MATCH (d:Document {id: t.document})
WHERE $year IS NULL OR d.instrument_year = $year
OPTIONAL MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain)
WITH n, successors, succeeded_on, r, t, d, role, collect(DISTINCT p.name) AS domains
OPTIONAL MATCH (t)-[:REQUIRES]->(o:Obligation)
WITH n, successors, succeeded_on, r, t, d, role, domains, count(DISTINCT o) AS duties
RETURN n.name AS agency, successors, succeeded_on, role, r.mention AS mention, r.start AS mention_start, r.`end` AS mention_end, domains, duties,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       t.text AS clause, t.start AS start, t.`end` AS `end`, t.copy AS copy, r.rule AS rule,
       r.confidence AS confidence, d.id AS document, t.id AS finding
ORDER BY agency, document, start, finding
