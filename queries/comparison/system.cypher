// ---
// question:
//   zh: "比较各地{system}部门{frequency}{kind:公开}什么"
//   en: "Compare {system} departments across provinces"
// description:
//   zh: "同一系统（如财政：财政厅、财政局）的机构在各地各有什么义务，按地区排在一起；可按地区、频率、类别、领域和年度筛选。"
//   en: "The duties of all bodies of one line (such as finance: provincial departments and bureaus), by place, and by frequency, kind, domain and year."
// parameters:
//   - {name: system, required: true}
//   - regions
//   - frequency
//   - kind
//   - domain
//   - year
// columns: [{name: place, zh: 地区, en: region, kind: text}, agency, role, kind, predicate, information, frequency, times, timing, trigger, deadline, channels, evidence]
// form: table
// sentence:
//   zh: "{place} 个地区的{system_asked}系统 {agency} 个机构，共 {finding} 项义务，出自 {document} 份通知。"
//   en: "{system_asked}: {agency|agency|agencies} in {place|region|regions}, {finding|duty|duties}, from {document|notice|notices}."
// ask:
//   needs: [compare|everywhere]
//   takes: [what, duty, disclose_word, must]
// examples:
//   - {system: 财政, frequency: P1M}
// ---
CALL {
  MATCH (y:AgencySystem)
  WHERE $regions IS NULL AND y.name = $system
  MATCH (y)<-[:OF_SYSTEM]-(a:Agency)-[b:BEARS]->(o:Obligation)
  MATCH (d:Document {id: o.document})
  WHERE $year IS NULL OR d.instrument_year = $year
  RETURN a, b, o, d
  UNION ALL
  MATCH (d:Document)
  WHERE d.held
    AND any(name IN $regions WHERE name IN d.region)
    AND ($year IS NULL OR d.instrument_year = $year)
  WITH DISTINCT d
  MATCH (o:Obligation {document: d.id})<-[b:BEARS]-(a:Agency)
  WHERE EXISTS { MATCH (a)-[:OF_SYSTEM]->(y:AgencySystem) WHERE y.name = $system }
  RETURN a, b, o, d
}
MATCH (o)<-[:REQUIRES]-(t:Task)
WHERE b.role IN ['lead', 'responsible', 'named']
  AND ($frequency IS NULL OR o.frequency = $frequency)
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
WITH a, b, o, t, d ORDER BY last(d.region), a.name, d.id, o.start, o.id /* LIMIT */
OPTIONAL MATCH (o)-[:PUBLISHES_VIA]->(c:Channel)
WITH a, b, o, t, d, collect(DISTINCT c.name) AS channels
RETURN last(d.region) AS place, a.name AS agency, b.role AS role,
       o.kind AS kind, o.predicate AS predicate, o.information AS information, o.frequency AS frequency,
       o.times AS times, o.timing AS timing, o.trigger AS trigger, o.deadline_text AS deadline, channels,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       o.text AS clause, o.start AS start, o.`end` AS `end`, o.copy AS copy, o.rule AS rule,
       o.confidence AS confidence, d.id AS document, o.id AS finding
ORDER BY place, agency, document, start, finding
