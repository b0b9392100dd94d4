// ---
// question:
//   zh: "每种频率各有多少项义务？"
//   en: "How many duties are there of each frequency?"
// description:
//   zh: "写明频率的义务，按频率和类别计数；可按领域、地区和年度筛选。"
//   en: "Duties with a stated frequency, counted by frequency and kind, by domain, region and year."
// parameters:
//   - domain
//   - region
//   - year
// columns:
//   - frequency
//   - kind
//   - duties
//   - {name: notices, zh: 通知数, en: notices, kind: number}
// form: count
// sentence:
//   zh: "写明频率的义务，分频率和类别。"
//   en: "Duties with a stated frequency, by frequency and kind."
// ask:
//   needs: [frequency_word]
//   takes: [what, count, duty, disclose_word]
// examples:
//   - {region: 山西省}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
WHERE o.frequency IS NOT NULL
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
RETURN o.frequency AS frequency, o.kind AS kind, count(DISTINCT o) AS duties, count(DISTINCT d) AS notices
ORDER BY duties DESC, frequency, kind
