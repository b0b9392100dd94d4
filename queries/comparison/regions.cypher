// ---
// question:
//   zh: "比较{regions}的{domain}{frequency}{kind:公开}"
//   en: "Compare {regions}[ on {domain}][ {frequency}]"
// description:
//   zh: "几个地区（可限一个政策领域）各要公开、解读、回应什么，按地区排在一起；可按频率、类别和年度筛选。"
//   en: "What several regions require, in one policy domain if wanted, side by side, by frequency, kind and year."
// parameters:
//   - {name: regions, required: true}
//   - domain
//   - frequency
//   - kind
//   - year
// columns: [{name: place, zh: 地区, en: region, kind: text}, {name: theme, zh: 政策领域, en: policy domain, kind: text}, {name: theme_key, zh: 领域标识, en: domain key, kind: id}, {name: types, zh: 信息类别, en: information types, kind: id}, agencies, kind, predicate, information, frequency, times, timing, trigger, deadline, channels, evidence]
// form: table
// sentence:
//   zh: "{place} 个地区的{domain}义务，共 {finding} 项，涉及 {agencies} 个机构，出自 {document} 份通知。"
//   en: "[{domain}: ]{finding|duty|duties} in {place|region|regions}, by {agencies|agency|agencies}, from {document|notice|notices}."
// ask:
//   needs: [compare]
//   takes: [what, duty, disclose_word, must, task]
// examples:
//   - {regions: [黑龙江省, 山西省], domain: environment}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND any(name IN $regions WHERE name IN d.region)
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
WHERE ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
  AND ($frequency IS NULL OR o.frequency = $frequency)
  AND ($kind IS NULL OR o.kind = $kind)
WITH o, t, d, last([name IN d.region WHERE name IN $regions]) AS place
ORDER BY place, d.id, o.start, o.id /* LIMIT */
OPTIONAL MATCH (a:Agency)-[b:BEARS]->(o) WHERE b.role IN ['lead', 'responsible', 'named']
WITH o, t, d, place, collect(DISTINCT a.name) AS agencies
OPTIONAL MATCH (o)-[:PUBLISHES_VIA]->(c:Channel)
WITH o, t, d, place, agencies, collect(DISTINCT c.name) AS channels
OPTIONAL MATCH (o)-[:DISCLOSES]->(i:InformationType)
WITH o, t, d, place, agencies, channels, collect(DISTINCT i.name) AS types
OPTIONAL MATCH (t)-[x:IN_DOMAIN]->(p:PolicyDomain) WHERE x.primary
RETURN place, p.name AS theme, p.key AS theme_key, types, agencies,
       o.kind AS kind, o.predicate AS predicate, o.information AS information, o.frequency AS frequency,
       o.times AS times, o.timing AS timing, o.trigger AS trigger, o.deadline_text AS deadline, channels,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       o.text AS clause, o.start AS start, o.`end` AS `end`, o.copy AS copy, o.rule AS rule,
       o.confidence AS confidence, d.id AS document, o.id AS finding
ORDER BY place, document, start, finding
