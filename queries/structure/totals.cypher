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
WITH count(d) AS count
WHERE count > 0
RETURN 'Document' AS label, count
UNION
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (n:Copy {document: d.id})
WITH count(n) AS count
WHERE count > 0
RETURN 'Copy' AS label, count
UNION
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (n:Section {document: d.id})
WITH count(n) AS count
WHERE count > 0
RETURN 'Section' AS label, count
UNION
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (n:Task {document: d.id})
WITH count(n) AS count
WHERE count > 0
RETURN 'Task' AS label, count
UNION
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (n:Obligation {document: d.id})
WITH count(n) AS count
WHERE count > 0
RETURN 'Obligation' AS label, count
UNION
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (:Obligation {document: d.id})-[:DISCLOSES]->(n:InformationType)
WITH count(DISTINCT n) AS count
WHERE count > 0
RETURN 'InformationType' AS label, count
UNION
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (:Obligation {document: d.id})-[:PUBLISHES_VIA]->(n:Channel)
WITH count(DISTINCT n) AS count
WHERE count > 0
RETURN 'Channel' AS label, count
UNION
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (:Task {document: d.id})-[:IN_DOMAIN]->(n:PolicyDomain)
WITH count(DISTINCT n) AS count
WHERE count > 0
RETURN 'PolicyDomain' AS label, count
UNION
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (t:Task {document: d.id})
OPTIONAL MATCH (t)-[:REQUIRES]->(o:Obligation)
WITH t, collect(o) AS required
UNWIND [t] + required AS x
MATCH (x)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|BEARS]-(n:Agency)
WITH count(DISTINCT n) AS count
WHERE count > 0
RETURN 'Agency' AS label, count
