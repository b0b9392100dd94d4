// ---
// question:
//   zh: "{region}有哪些政策领域？"
//   en: "Which policy domains are there[ in {region}]?"
// description:
//   zh: "图里的政策领域，各有几项任务、几项义务、出自几份通知；可按地区和年度筛选。"
//   en: "The policy domains of the graph with how many tasks, duties and notices each, by region and year."
// parameters:
//   - region
//   - year
// columns:
//   - {name: domain, zh: 政策领域, en: policy domain, kind: text}
//   - {name: name_en, zh: 英文名, en: English name, kind: text}
//   - task_count
//   - duties
//   - {name: notices, zh: 通知数, en: notices, kind: number}
// form: count
// sentence:
//   zh: "{domain} 个政策领域。"
//   en: "{domain|policy domain|policy domains}."
// ask:
//   needs: [domain_word]
//   takes: [what, most, count, held, disclose_word, duty, task, involve]
// examples:
//   - {region: 山西省}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
MATCH (t:Task {document: d.id})-[:IN_DOMAIN]->(p:PolicyDomain)
OPTIONAL MATCH (t)-[:REQUIRES]->(o:Obligation)
WITH p, count(DISTINCT t) AS task_count, count(DISTINCT o) AS duties, count(DISTINCT d) AS notices
RETURN p.name AS domain, p.name_en AS name_en, task_count, duties, notices
ORDER BY task_count DESC, duties DESC, domain
