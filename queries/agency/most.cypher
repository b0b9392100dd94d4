// ---
// question:
//   zh: "{region}哪些机构的{order}最多？"
//   en: "Which agencies[ of {region}] have the most {order}?"
// description:
//   zh: "按义务数或任务数排列的机构（不含泛指的一批单位）；义务只数牵头、负责和条文点名的，任务数含配合。"
//   en: "Agencies by how many duties or tasks fall to them, groups left out; duties led, responsible or named, tasks in any role."
// parameters:
//   - {name: order, type: choice, zh: 按什么排, en: ranked by, default: duties, values: [{value: duties, zh: 义务, en: duties}, {value: tasks, zh: 任务, en: tasks}]}
//   - domain
//   - region
//   - year
// columns:
//   - agency
//   - duties
//   - task_count
//   - {name: led, zh: 牵头任务数, en: tasks led, kind: number}
//   - {name: notices, zh: 通知数, en: notices, kind: number}
// form: count
// sentence:
//   zh: "{agency} 个机构，按{order}数排列。"
//   en: "{agency|agency|agencies}, ranked by {order}."
// ask:
//   needs: [most]
//   takes: [what, who, duty, task, disclose_word]
// examples:
//   - {region: 黑龙江省}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (t:Task {document: d.id})<-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(a:Agency)
WHERE a.kind = 'agency'
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
OPTIONAL MATCH (t)-[:REQUIRES]->(o:Obligation)<-[b:BEARS]-(a) WHERE b.role IN ['lead', 'responsible', 'named']
WITH a, count(DISTINCT t) AS task_count, count(DISTINCT o) AS duties, count(DISTINCT d) AS notices,
     count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN t.id ELSE null END) AS led
WITH a, task_count, duties, notices, led, CASE WHEN $order = 'tasks' THEN task_count ELSE duties END AS rank
RETURN a.name AS agency, duties, task_count, led, notices
ORDER BY rank DESC, agency
