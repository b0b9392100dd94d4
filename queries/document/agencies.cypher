// ---
// question:
//   zh: "{document}涉及哪些机构？"
//   en: "Which agencies does {document} involve?"
// description:
//   zh: "一份通知点到的机构，各牵头、负责、配合几项任务，承担几项义务；可按领域筛选。"
//   en: "The bodies that a notice names: how many tasks each leads, answers for and supports, and how many duties it bears; by domain if wanted."
// parameters:
//   - {name: document, required: true}
//   - domain
// columns:
//   - agency
//   - {name: led, zh: 牵头任务数, en: tasks led, kind: number}
//   - {name: answered, zh: 负责任务数, en: tasks responsible for, kind: number}
//   - {name: supported, zh: 配合任务数, en: tasks supported, kind: number}
//   - duties
//   - document
// form: count
// sentence:
//   zh: "{document_asked} 涉及 {agency} 个机构。"
//   en: "{document_asked} involves {agency|agency|agencies}."
// ask:
//   needs: [involve, who]
//   takes: [who, what, task, duty]
// examples:
//   - {document: 黑政办发〔2017〕22号}
// ---
MATCH (d:Document)
WHERE d.number = $document OR d.id = $document
MATCH (t:Task {document: d.id})
WHERE $domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain }
OPTIONAL MATCH (t)-[:REQUIRES]->(o:Obligation)
WITH d, t, collect(o) AS required
UNWIND [t] + required AS x
MATCH (x)<-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|BEARS]-(a:Agency)
WITH d, a,
     count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN x.id ELSE null END) AS led,
     count(DISTINCT CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN x.id ELSE null END) AS answered,
     count(DISTINCT CASE WHEN type(r) = 'SUPPORTS' THEN x.id ELSE null END) AS supported,
     count(DISTINCT CASE WHEN type(r) = 'BEARS' AND r.role <> 'support' THEN x.id ELSE null END) AS duties
RETURN a.name AS agency, led, answered, supported, duties, d.id AS document
ORDER BY duties DESC, led DESC, agency
