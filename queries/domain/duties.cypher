// ---
// question:
//   zh: "{domain}领域{frequency}要{kind:做}什么？"
//   en: "What must be {kind.past:done} {frequency} on {domain}?"
// description:
//   zh: "一个政策领域的全部公开、解读、回应义务，可按频率、类别、渠道、期限、地区和年度筛选。"
//   en: "All duties of a policy domain, by frequency, kind, channel, deadline, region and year."
// parameters:
//   - {name: domain, required: true}
//   - frequency
//   - kind
//   - channels
//   - has_deadline
//   - region
//   - year
// columns: [agencies, kind, predicate, information, frequency, times, timing, trigger, deadline, channels, evidence]
// form: table
// sentence:
//   zh: "{domain}领域{frequency}须{kind} {finding} 项，涉及 {agencies} 个机构，出自 {document} 份通知。"
//   en: "{domain}: {finding|item|items} to {kind}[ {frequency}], by {agencies|agency|agencies}, from {document|notice|notices}."
// ask:
//   needs: [what|who|duty|disclose_word|where|when]
//   takes: [what, who, duty, disclose_word, where, when, must]
// examples:
//   - {domain: fiscal, frequency: P1M}
// ---
CALL {
  MATCH (p:PolicyDomain)
  WHERE $region IS NULL AND p.key = $domain
  MATCH (p)<-[:IN_DOMAIN]-(t:Task)
  MATCH (d:Document {id: t.document})
  WHERE $year IS NULL OR d.instrument_year = $year
  RETURN d, t
  UNION ALL
  MATCH (d:Document)
  WHERE d.held
    AND $region IN d.region
    AND ($year IS NULL OR d.instrument_year = $year)
  WITH DISTINCT d
  MATCH (t:Task {document: d.id})
  WHERE EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain }
  RETURN d, t
}
MATCH (t)-[:REQUIRES]->(o:Obligation)
WHERE ($frequency IS NULL OR o.frequency = $frequency)
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($has_deadline IS NULL OR (o.deadline_text IS NOT NULL) = $has_deadline)
  AND ($channels IS NULL OR EXISTS { MATCH (o)-[:PUBLISHES_VIA]->(v:Channel) WHERE v.name IN $channels })
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
