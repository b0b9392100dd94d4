// ---
// question:
//   zh: "{information}{frequency}由谁{kind:公开}？"
//   en: "Who must {kind:disclose} {information} {frequency}?"
// description:
//   zh: "哪些机构须公开（或解读、回应）某项内容，在哪里、多久一次；内容按包含的字词查找，同一内容的各种写法（全省财政收支情况、财政收支信息）算一项。"
//   en: "Which agencies must disclose (or explain, or answer on) something, where and how often; found by the words it contains; all ways of writing one thing count as that thing."
// parameters:
//   - {name: information, required: true}
//   - frequency
//   - kind
//   - channels
//   - agencies
//   - region
//   - year
// columns: [agencies, kind, predicate, information, frequency, times, timing, trigger, deadline, channels, evidence]
// form: table
// sentence:
//   zh: "“{information_asked}”{frequency}由 {agencies} 个机构{kind}，共 {finding} 项，出自 {document} 份通知。"
//   en: "“{information_asked}”: {finding|item|items} to {kind}[ {frequency}], by {agencies|agency|agencies}, from {document|notice|notices}."
// ask:
//   takes: [who, what, where, when, duty, disclose_word, via, must]
// examples:
//   - {information: 财政收支情况}
// ---
MATCH (i:InformationType)
WHERE any(form IN [i.name] + coalesce(i.forms, []) + coalesce(i.aliases, []) WHERE form CONTAINS $information)
MATCH (i)<-[:DISCLOSES]-(o:Obligation)<-[:REQUIRES]-(t:Task)
WITH DISTINCT o, t
WHERE ($frequency IS NULL OR o.frequency = $frequency)
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($channels IS NULL OR EXISTS { MATCH (o)-[:PUBLISHES_VIA]->(v:Channel) WHERE v.name IN $channels })
  AND ($agencies IS NULL OR EXISTS {
    MATCH (w:Agency)-[e:BEARS]->(o) WHERE w.name IN $agencies AND e.role IN ['lead', 'responsible', 'named']
  })
MATCH (d:Document {id: o.document})
WHERE ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
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
