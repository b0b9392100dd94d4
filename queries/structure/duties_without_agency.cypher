// ---
// question:
//   zh: "哪些{frequency}{kind}义务没有责任主体？"
//   en: "Which {frequency} duties[ to {kind}] have no agency?"
// description:
//   zh: "既没有牵头、负责、配合单位，条文也没有点名任何主体的义务；可按频率、类别、领域、地区和年度筛选。"
//   en: "The duties that no clause gives to anybody and that name no body themselves, by frequency, kind, domain, region and year."
// parameters:
//   - frequency
//   - kind
//   - domain
//   - region
//   - year
// columns: [kind, predicate, information, frequency, times, timing, trigger, deadline, channels, evidence]
// form: table
// sentence:
//   zh: "没有责任主体的义务 {finding} 项，出自 {document} 份通知。"
//   en: "{finding|duty|duties} without an agency, from {document|notice|notices}."
// ask:
//   needs: [no_agency, duty]
//   takes: [what, duty, disclose_word, must]
// examples:
//   - {kind: respond}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
WHERE NOT EXISTS { MATCH (a:Agency)-[:BEARS]->(o) }
  AND ($frequency IS NULL OR o.frequency = $frequency)
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
WITH o, t, d ORDER BY d.id, o.start, o.id /* LIMIT */
OPTIONAL MATCH (o)-[:PUBLISHES_VIA]->(c:Channel)
WITH o, t, d, collect(DISTINCT c.name) AS channels
RETURN o.kind AS kind, o.predicate AS predicate, o.information AS information, o.frequency AS frequency,
       o.times AS times, o.timing AS timing, o.trigger AS trigger, o.deadline_text AS deadline, channels,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       o.text AS clause, o.start AS start, o.`end` AS `end`, o.copy AS copy, o.rule AS rule,
       o.confidence AS confidence, d.id AS document, o.id AS finding
ORDER BY document, start, finding
