// ---
// question:
//   zh: "{agencies}和谁共同承担任务？"
//   en: "With whom does {agencies} share tasks?"
// description:
//   zh: "同一任务的条款里，与这个机构并列的其他单位，各是什么角色；一行一个任务和一个同伴。前身机构的任务也算。"
//   en: "The other bodies in the clauses of an agency's tasks and the role of each; a row for each task and partner. Tasks of predecessors too."
// parameters:
//   - {name: agencies, required: true}
//   - domain
//   - year
// columns:
//   - agency
//   - successors
//   - succeeded_on
//   - role
//   - {name: partner, zh: 同任务的单位, en: with, kind: text}
//   - {name: partner_role, zh: 其角色, en: its role, kind: role}
//   - mention
//   - mention_start
//   - mention_end
//   - evidence
// form: table
// sentence:
//   zh: "{agency} 个机构与 {partner} 个单位共同承担 {finding} 项任务，出自 {document} 份通知。"
//   en: "{agency|agency|agencies} {agency?shares:share} {finding|task|tasks} with {partner|body|bodies}, from {document|notice|notices}."
// ask:
//   needs: [shared]
//   takes: [what, who, task, duty, responsible, lead, support]
// examples:
//   - {agencies: [黑龙江省财政厅]}
// ---
MATCH (a:Agency)
WHERE a.name IN $agencies
MATCH (a)<-[s:SUCCEEDED_BY*0..6]-(n:Agency)
WHERE size(s) = 0 OR NOT n.name IN $agencies
WITH n, [x IN collect(DISTINCT a.name) WHERE x <> n.name] AS successors, min(head(s).on) AS succeeded_on
MATCH (n)-[q:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)<-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(x:Agency)
WHERE x.name <> n.name
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
MATCH (d:Document {id: t.document})
WHERE $year IS NULL OR d.instrument_year = $year
RETURN n.name AS agency, successors, succeeded_on,
       CASE type(q) WHEN 'LEADS' THEN 'lead' WHEN 'RESPONSIBLE_FOR' THEN 'responsible' ELSE 'support' END AS role,
       x.name AS partner,
       CASE type(r) WHEN 'LEADS' THEN 'lead' WHEN 'RESPONSIBLE_FOR' THEN 'responsible' ELSE 'support' END AS partner_role,
       r.mention AS mention, r.start AS mention_start, r.`end` AS mention_end,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       t.text AS clause, t.start AS start, t.`end` AS `end`, t.copy AS copy, r.rule AS rule,
       r.confidence AS confidence, d.id AS document, t.id AS finding
ORDER BY agency, document, start, partner
