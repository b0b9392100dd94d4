// ---
// question:
//   zh: "哪些任务交给了泛指的一批单位？"
//   en: "Which tasks fall to groups of bodies?"
// description:
//   zh: "责任条款里没有点名、只说一批单位的（各市地、省直各有关部门），各有哪些任务，什么角色。"
//   en: "Sets of bodies that a clause names as a whole (all cities, all departments), and their tasks and roles."
// parameters:
//   - {name: roles, default: [lead, responsible, support]}
//   - document
//   - region
//   - year
// columns: [agency, role, mention, mention_start, mention_end, evidence]
// form: table
// sentence:
//   zh: "{agency} 个泛指的责任主体，{finding} 项任务，出自 {document} 份通知。"
//   en: "{agency|group|groups} of bodies on {finding|task|tasks}, from {document|notice|notices}."
// ask:
//   needs: [group]
//   takes: [what, who, task, group, responsible]
// examples:
//   - {roles: [lead]}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($document IS NULL OR d.number = $document OR d.id = $document)
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (t:Task {document: d.id})<-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(a:Agency)
WHERE a.kind = 'group'
WITH d, a, r, t, CASE type(r) WHEN 'LEADS' THEN 'lead' WHEN 'RESPONSIBLE_FOR' THEN 'responsible' ELSE 'support' END AS role
WHERE role IN $roles
RETURN a.name AS agency, role, r.mention AS mention, r.start AS mention_start, r.`end` AS mention_end,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       t.text AS clause, t.start AS start, t.`end` AS `end`, t.copy AS copy, r.rule AS rule,
       r.confidence AS confidence, d.id AS document, t.id AS finding
ORDER BY agency, document, start
