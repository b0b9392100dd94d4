// ---
// question:
//   zh: "{document}有哪些任务？"
//   en: "Which tasks does {document} set?"
// description:
//   zh: "一份通知的任务分解表：每项任务由谁牵头、负责、配合，属哪些领域，含几项义务。"
//   en: "The tasks of a notice in order, who leads, answers and supports, the domains, and how many duties each holds."
// parameters:
//   - {name: document, required: true}
//   - domain
// columns:
//   - leads
//   - responsible
//   - supports
//   - {name: et_al, zh: 另有部门, en: and others, kind: text}
//   - {name: domains, zh: 政策领域, en: policy domains, kind: list}
//   - duties
//   - evidence
// form: table
// sentence:
//   zh: "{document_asked} 有 {finding} 项任务。"
//   en: "{document_asked} sets {finding|task|tasks}."
// ask:
//   needs: [task|responsible|lead]
//   takes: [task, what, who, responsible, lead, support]
// examples:
//   - {document: 黑政办发〔2017〕22号}
// ---
MATCH (d:Document)
WHERE d.number = $document OR d.id = $document
MATCH (t:Task {document: d.id})
WHERE $domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(q:PolicyDomain) WHERE q.key = $domain }
OPTIONAL MATCH (l:Agency)-[:LEADS]->(t)
WITH d, t, collect(DISTINCT l.name) AS leads
OPTIONAL MATCH (r:Agency)-[:RESPONSIBLE_FOR]->(t)
WITH d, t, leads, collect(DISTINCT r.name) AS responsible
OPTIONAL MATCH (s:Agency)-[:SUPPORTS]->(t)
WITH d, t, leads, responsible, collect(DISTINCT s.name) AS supports
OPTIONAL MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain)
WITH d, t, leads, responsible, supports, collect(DISTINCT p.name) AS domains
OPTIONAL MATCH (t)-[:REQUIRES]->(o:Obligation)
WITH d, t, leads, responsible, supports, domains, count(DISTINCT o) AS duties
RETURN leads, responsible, supports, t.et_al AS et_al, domains, duties,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       t.text AS clause, t.start AS start, t.`end` AS `end`, t.copy AS copy, t.rule AS rule,
       t.confidence AS confidence, d.id AS document, t.id AS finding
ORDER BY start, finding
