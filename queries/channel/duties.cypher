// ---
// question:
//   zh: "通过{channels}{frequency}{kind:公开}的有哪些？"
//   en: "What is {kind.past:disclosed} via {channels} {frequency}?"
// description:
//   zh: "经某一渠道公开、解读或回应的义务，可按频率、类别、领域、期限、地区和年度筛选。"
//   en: "The duties carried out via a channel, by frequency, kind, domain, deadline, region and year."
// parameters:
//   - {name: channels, required: true}
//   - frequency
//   - kind
//   - domain
//   - has_deadline
//   - region
//   - year
// columns: [agencies, kind, predicate, information, frequency, times, timing, trigger, deadline, channels, evidence]
// form: table
// sentence:
//   zh: "{frequency}通过{channels_asked}{kind}的有 {finding} 项，涉及 {agencies} 个机构，出自 {document} 份通知。"
//   en: "{finding|item|items} to {kind}[ {frequency}] via {channels_asked}, by {agencies|agency|agencies}, from {document|notice|notices}."
// ask:
//   needs: [what|duty|disclose_word|via|when|must|count]
//   takes: [what, duty, disclose_word, via, when, must]
// examples:
//   - {channels: [微博]}
// ---
CALL {
  MATCH (v:Channel)
  WHERE $region IS NULL AND v.name IN $channels
  MATCH (v)<-[:PUBLISHES_VIA]-(o:Obligation)
  WITH DISTINCT o
  MATCH (d:Document {id: o.document})
  WHERE $year IS NULL OR d.instrument_year = $year
  RETURN d, o
  UNION ALL
  MATCH (d:Document)
  WHERE d.held
    AND $region IN d.region
    AND ($year IS NULL OR d.instrument_year = $year)
  WITH DISTINCT d
  MATCH (o:Obligation {document: d.id})
  WHERE EXISTS { MATCH (o)-[:PUBLISHES_VIA]->(v:Channel) WHERE v.name IN $channels }
  RETURN d, o
}
MATCH (o)<-[:REQUIRES]-(t:Task)
WHERE ($frequency IS NULL OR o.frequency = $frequency)
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($has_deadline IS NULL OR (o.deadline_text IS NOT NULL) = $has_deadline)
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
