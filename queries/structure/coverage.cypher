// ---
// question:
//   zh: "{region}各机构的义务落在哪些领域？"
//   en: "Which domains do the duties of each agency[ of {region}] fall in?"
// description:
//   zh: "每个机构（不含泛指的一批单位）在每个政策领域有几项义务：牵头、负责和条文点名的；一项义务只算在任务的主领域里。"
//   en: "How many duties each body (groups left out) has in each policy domain, led, responsible or named; a duty counts once, in the main domain of its task."
// parameters:
//   - domain
//   - region
//   - year
// columns:
//   - agency
//   - {name: theme, zh: 政策领域, en: policy domain, kind: text}
//   - {name: theme_key, zh: 领域标识, en: domain key, kind: id}
//   - duties
// form: count
// sentence:
//   zh: "{agency} 个机构，{theme} 个领域。"
//   en: "{agency|agency|agencies}, {theme|domain|domains}."
// examples:
//   - {region: 山西省}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
MATCH (a:Agency)-[b:BEARS]->(o)
WHERE a.kind = 'agency' AND b.role IN ['lead', 'responsible', 'named']
MATCH (t)-[x:IN_DOMAIN]->(p:PolicyDomain)
WHERE x.primary AND ($domain IS NULL OR p.key = $domain)
RETURN a.name AS agency, p.name AS theme, p.key AS theme_key, count(DISTINCT o) AS duties
ORDER BY agency, theme
