// ---
// question:
//   zh: "{agencies}哪些义务只有模糊的时间要求[：{timing}]？"
//   en: "Which duties[ of {agencies}] have only vague timing[: {timing}]?"
// description:
//   zh: "只说及时、定期、适时之类，没有频率也没有期限的义务；可按哪一个词筛选。"
//   en: "The duties that say only “in time”, “regularly” and the like, with neither a frequency nor a limit; by the word if wanted."
// parameters:
//   - {name: timing, type: choice, zh: 时效, en: timing, values: {list: timings}}
//   - agencies
//   - kind
//   - domain
//   - region
//   - year
// columns: [agencies, kind, predicate, information, frequency, times, timing, trigger, deadline, channels, evidence]
// form: table
// sentence:
//   zh: "只有模糊时间要求的义务 {finding} 项，涉及 {agencies} 个机构，出自 {document} 份通知。"
//   en: "{finding|duty|duties} with vague timing only, by {agencies|agency|agencies}, from {document|notice|notices}."
// ask:
//   needs: [vague]
//   takes: [deadline, no_deadline, what, who, duty, disclose_word, must, when, require]
// examples:
//   - {timing: regular}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
WHERE o.frequency IS NULL AND o.deadline_text IS NULL AND size(coalesce(o.timing, [])) > 0
  AND ($timing IS NULL OR $timing IN o.timing)
  AND ($agencies IS NULL OR EXISTS {
    MATCH (w:Agency)-[e:BEARS]->(o) WHERE w.name IN $agencies AND e.role IN ['lead', 'responsible', 'named']
  })
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
