// ---
// question:
//   zh: "{region}收录了哪些通知？"
//   en: "Which notices[ of {region}] are held?"
// description:
//   zh: "图里收录的通知，附发文机关、日期、任务数和义务数；可按地区和年度筛选。"
//   en: "The notices in the graph with issuer, date, tasks and duties, by region and year."
// parameters:
//   - region
//   - year
// columns:
//   - number
//   - title
//   - {name: issuer, zh: 发文机关, en: issuer, kind: text}
//   - {name: issued_on, zh: 成文日期, en: issued on, kind: date}
//   - {name: region, zh: 地区, en: region, kind: list}
//   - {name: level, zh: 层级, en: level, kind: level}
//   - {name: year, zh: 年度, en: year, kind: number}
//   - {name: copies, zh: 副本数, en: copies, kind: number}
//   - task_count
//   - duties
//   - document
// form: table
// sentence:
//   zh: "收录 {document} 份通知。"
//   en: "{document|notice|notices} held."
// ask:
//   needs: [document_word]
//   takes: [what, document_word, held]
// examples:
//   - {year: 2017}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
OPTIONAL MATCH (c:Copy)-[:COPY_OF]->(d)
WITH d, count(c) AS copies
OPTIONAL MATCH (t:Task {document: d.id})
WITH d, copies, count(t) AS task_count
OPTIONAL MATCH (o:Obligation {document: d.id})
WITH d, copies, task_count, count(o) AS duties
RETURN d.number AS number, d.title AS title, d.issuer AS issuer, d.issued_on AS issued_on, d.region AS region,
       d.level AS level, d.instrument_year AS year, copies, task_count, duties, d.id AS document
ORDER BY issued_on, document
