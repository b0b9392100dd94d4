// ---
// question:
//   zh: "谁牵头{domain}公开？"
//   en: "Who leads {domain}?"
// description:
//   zh: "一个政策领域的任务由谁牵头、谁负责；角色逐行注明，主领域在先。"
//   en: "Who leads, and who is responsible for, the tasks of a policy domain; each row says which."
// parameters:
//   - {name: domain, required: true}
//   - {name: roles, default: [lead, responsible]}
//   - region
//   - year
// columns: [agency, role, mention, mention_start, mention_end, evidence]
// form: table
// sentence:
//   zh: "{domain}：{agency} 个机构（{roles}），见 {finding} 项任务，出自 {document} 份通知。"
//   en: "{domain}: {agency|agency|agencies} ({roles}) on {finding|task|tasks}, from {document|notice|notices}."
// ask:
//   needs: [who|lead|responsible|support]
//   takes: [lead, responsible, support, who, disclose_word, what, task]
// examples:
//   - {domain: environment}
// ---
CALL {
  MATCH (p:PolicyDomain)
  WHERE $region IS NULL AND p.key = $domain
  MATCH (p)<-[:IN_DOMAIN]-(t:Task)
  MATCH (d:Document {id: t.document})
  WHERE $year IS NULL OR d.instrument_year = $year
  RETURN d, t
  UNION ALL
  MATCH (d:Document)
  WHERE d.held
    AND $region IN d.region
    AND ($year IS NULL OR d.instrument_year = $year)
  WITH DISTINCT d
  MATCH (t:Task {document: d.id})
  WHERE EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain }
  RETURN d, t
}
MATCH (t)<-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(a:Agency)
WITH a, r, t, d, CASE type(r) WHEN 'LEADS' THEN 'lead' WHEN 'RESPONSIBLE_FOR' THEN 'responsible' ELSE 'support' END AS role
WHERE role IN $roles
RETURN a.name AS agency, role, r.mention AS mention, r.start AS mention_start, r.`end` AS mention_end,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       t.text AS clause, t.start AS start, t.`end` AS `end`, t.copy AS copy, r.rule AS rule,
       r.confidence AS confidence, d.id AS document, t.id AS finding
ORDER BY role, document, start, agency
