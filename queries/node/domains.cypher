// ---
// question:
//   zh: "{nodes}这些任务属于哪些领域"
//   en: "Which domains the tasks {nodes} are in"
// description:
//   zh: "一些任务各自的政策领域，供图按领域筛选。"
//   en: "The policy domains of each of some tasks, by which a picture is filtered."
// parameters:
//   - {name: nodes, type: strings, zh: 任务, en: tasks, required: true}
// columns:
//   - {name: id, zh: 任务, en: task, kind: id}
//   - {name: domains, zh: 政策领域, en: policy domains, kind: text}
// examples:
//   - {nodes: ["task:黑政办发〔2017〕22号/1.2#1"]}
// ---
MATCH (t:Task)-[:IN_DOMAIN]->(p:PolicyDomain)
WHERE t.id IN $nodes
RETURN t.id AS id, collect(p.key) AS domains
ORDER BY id
