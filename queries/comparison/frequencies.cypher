// ---
// question:
//   zh: "哪些内容各地的频率不一样？"
//   en: "Which information has different frequencies in different places?"
// description:
//   zh: "同一内容，几份通知写了不同的频率（有的没写，不算一种）；每行一项义务，按内容排在一起。"
//   en: "Information for which notices state different frequencies (saying none is not one); a row for each duty, by information."
// parameters:
//   - domain
//   - kind
//   - year
// columns: [{name: item, zh: 公开内容, en: information, kind: text}, {name: place, zh: 地区, en: region, kind: text}, agencies, kind, predicate, frequency, times, timing, trigger, deadline, channels, evidence]
// form: table
// sentence:
//   zh: "{item} 项内容在各份通知里频率不一。"
//   en: "{item|item|items} with different frequencies."
// ask:
//   needs: [frequency_word, differ]
//   takes: [what, compare, everywhere, disclose_word]
// examples:
//   - {kind: disclose}
// ---
MATCH (i:InformationType)<-[:DISCLOSES]-(o:Obligation)
WHERE o.frequency IS NOT NULL AND ($kind IS NULL OR o.kind = $kind)
WITH i, collect(DISTINCT o.frequency) AS stated, collect(DISTINCT o.document) AS notices
WHERE size(stated) > 1 AND size(notices) > 1
MATCH (i)<-[:DISCLOSES]-(o:Obligation)<-[:REQUIRES]-(t:Task)
WHERE o.frequency IS NOT NULL AND ($kind IS NULL OR o.kind = $kind)
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
MATCH (d:Document {id: o.document})
WHERE $year IS NULL OR d.instrument_year = $year
WITH i, o, t, d ORDER BY i.name, d.id, o.start, o.id /* LIMIT */
OPTIONAL MATCH (a:Agency)-[b:BEARS]->(o) WHERE b.role IN ['lead', 'responsible', 'named']
WITH i, o, t, d, collect(DISTINCT a.name) AS agencies
OPTIONAL MATCH (o)-[:PUBLISHES_VIA]->(c:Channel)
WITH i, o, t, d, agencies, collect(DISTINCT c.name) AS channels
RETURN i.name AS item, last(d.region) AS place, agencies,
       o.kind AS kind, o.predicate AS predicate, o.frequency AS frequency,
       o.times AS times, o.timing AS timing, o.trigger AS trigger, o.deadline_text AS deadline, channels,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       o.text AS clause, o.start AS start, o.`end` AS `end`, o.copy AS copy, o.rule AS rule,
       o.confidence AS confidence, d.id AS document, o.id AS finding
ORDER BY item, document, start, finding
