// ---
// question:
//   zh: "{frequency}要{kind:做}的有哪些？"
//   en: "What must be {kind.past:done} {frequency}?"
// description:
//   zh: "某一频率的全部义务，可按类别、领域、地区和年度筛选。"
//   en: "All duties of a frequency, by kind, domain, region and year."
// parameters:
//   - {name: frequency, required: true}
//   - kind
//   - domain
//   - region
//   - year
// columns: [agencies, kind, predicate, information, frequency, times, timing, trigger, deadline, channels, evidence]
// form: table
// sentence:
//   zh: "{frequency}须{kind}的有 {finding} 项，涉及 {agencies} 个机构，出自 {document} 份通知。"
//   en: "{finding|item|items} to {kind}[ {frequency}], by {agencies|agency|agencies}, from {document|notice|notices}."
// ask:
//   takes: [what, who, duty, disclose_word, must]
// examples:
//   - {frequency: P3M}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
WHERE o.frequency = $frequency
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
WITH o, t, d ORDER BY d.id, o.start, o.id /* LIMIT */
OPTIONAL MATCH (a:Agency)-[b:BEARS]->(o) WHERE b.role IN ['lead', 'responsible', 'named']
WITH o, t, d, collect(DISTINCT a.name) AS agencies
OPTIONAL MATCH (o)-[:PUBLISHES_VIA]->(c:Channel)
WITH o, t, d, agencies, collect(DISTINCT c.name) AS channels
RETURN agencies,
       o.kind AS kind, o.predicate AS predicate, o.information AS information, o.frequency AS frequency,
       o.times AS times, o.timing AS timing, o.trigger AS trigger, o.deadline_text AS deadline, channels,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       o.text AS clause, o.start AS start, o.`end` AS `end`, o.copy AS copy, o.rule AS rule,
       o.confidence AS confidence, d.id AS document, o.id AS finding
ORDER BY document, start, finding
