// ---
// question:
//   zh: "图里一共有多少任务和义务？"
//   en: "How many tasks and duties are there in total?"
// description:
//   zh: "收录的通知里共有多少任务、义务、机构、渠道等；可按地区和年度筛选。"
//   en: "How many tasks, duties, agencies, channels and so on the held notices hold, by region and year."
// parameters:
//   - region
//   - year
// columns:
//   - {name: label, zh: 种类, en: label, kind: label}
//   - count
// form: count
// sentence:
//   zh: "收录的通知里共有多少，逐项如下。"
//   en: "What the held notices hold, by kind."
// ask:
//   needs: [total, task|duty|who|channel_word|domain_word|document_word]
//   takes: [what, count, held, task, duty, who, document_word, disclose_word]
// examples:
//   - {region: 山西省}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH collect(d.id) AS held
MATCH (n)
WHERE n.document IN held OR n.id IN held
RETURN labels(n)[0] AS label, count(DISTINCT n) AS count
UNION
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH collect(d.id) AS held
MATCH (o)-[r]->(n)
WHERE o.document IN held AND type(r) IN ['DISCLOSES', 'PUBLISHES_VIA', 'IN_DOMAIN']
RETURN labels(n)[0] AS label, count(DISTINCT n) AS count
UNION
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH collect(d.id) AS held
MATCH (n:Agency)-[r]->(x)
WHERE x.document IN held AND type(r) IN ['LEADS', 'RESPONSIBLE_FOR', 'SUPPORTS', 'BEARS']
RETURN labels(n)[0] AS label, count(DISTINCT n) AS count
