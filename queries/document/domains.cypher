// ---
// question:
//   zh: "{document}涉及哪些领域？"
//   en: "Which domains does {document} cover?"
// description:
//   zh: "一份通知的任务分属哪些政策领域，各有几项任务、几项义务。"
//   en: "The policy domains of a notice's tasks, with how many tasks and duties each."
// parameters:
//   - {name: document, required: true}
// columns:
//   - {name: domain, zh: 政策领域, en: policy domain, kind: text}
//   - {name: name_en, zh: 英文名, en: English name, kind: text}
//   - task_count
//   - duties
//   - document
// form: count
// sentence:
//   zh: "{document_asked} 涉及 {domain} 个政策领域。"
//   en: "{document_asked} covers {domain|domain|domains}."
// ask:
//   needs: [domain_word]
//   takes: [what, involve, task]
// examples:
//   - {document: 黑政办发〔2017〕22号}
// ---
MATCH (d:Document)
WHERE d.number = $document OR d.id = $document
MATCH (t:Task {document: d.id})-[:IN_DOMAIN]->(p:PolicyDomain)
OPTIONAL MATCH (t)-[:REQUIRES]->(o:Obligation)
WITH d, p, count(DISTINCT t) AS task_count, count(DISTINCT o) AS duties
RETURN p.name AS domain, p.name_en AS name_en, task_count, duties, d.id AS document
ORDER BY task_count DESC, duties DESC, domain
