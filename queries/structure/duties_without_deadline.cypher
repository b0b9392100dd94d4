// ---
// question:
//   zh: "{agencies}哪些{frequency}{kind}义务没有写明期限？"
//   en: "Which {frequency} duties[ of {agencies}][ to {kind}] have no deadline?"
// description:
//   zh: "没有写明期限的义务，可按频率、类别、领域、机构、地区和年度筛选。"
//   en: "Duties without a time limit, by frequency, kind, domain, agency, region and year."
// parameters:
//   - frequency
//   - kind
//   - domain
//   - agencies
//   - region
//   - year
// columns: [agencies, kind, predicate, information, frequency, times, timing, trigger, deadline, channels, evidence]
// form: table
// sentence:
//   zh: "没有写明期限的{frequency}{kind}义务有 {finding} 项，涉及 {agencies} 个机构，出自 {document} 份通知。"
//   en: "{finding|duty|duties} to {kind}[ {frequency}] without a deadline, by {agencies|agency|agencies}, from {document|notice|notices}."
// ask:
//   needs: [no_deadline]
//   takes: [what, duty, disclose_word, must]
// examples:
//   - {frequency: P1M}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
WHERE o.deadline_text IS NULL
  AND ($frequency IS NULL OR o.frequency = $frequency)
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($agencies IS NULL OR EXISTS {
    MATCH (w:Agency)-[e:BEARS]->(o) WHERE w.name IN $agencies AND e.role IN ['lead', 'responsible', 'named']
  })
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
