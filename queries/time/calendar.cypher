// ---
// question:
//   zh: "{agencies}的义务各在什么时候？"
//   en: "When is each duty[ of {agencies}] due?"
// description:
//   zh: "写了时间的义务：日期、频率、若干日内、随什么而来、及时一类；连同通知成文的日子，日历从那天算起。"
//   en: "Duties that say when: a date, a rhythm, within so many days, upon an event, soft terms; with the day the notice was issued, from which a calendar counts."
// parameters:
//   - agencies
//   - kind
//   - domain
//   - region
//   - year
// columns:
//   - agencies
//   - kind
//   - predicate
//   - information
//   - frequency
//   - times
//   - timing
//   - trigger
//   - deadline
//   - deadline_date
//   - deadline_recurs
//   - deadline_amount
//   - deadline_unit
//   - {name: deadline_from, zh: 起算, en: counted from, kind: text}
//   - {name: deadline_event, zh: 期限事件, en: deadline event, kind: text}
//   - {name: issued_on, zh: 成文日期, en: issued on, kind: date}
//   - {name: instrument_year, zh: 年度, en: year, kind: number}
//   - channels
//   - evidence
// form: table
// sentence:
//   zh: "写了时间的义务 {finding} 项，涉及 {agencies} 个机构，出自 {document} 份通知。"
//   en: "{finding|duty|duties} with a time, by {agencies|agency|agencies}, from {document|notice|notices}."
// examples:
//   - {agencies: [黑龙江省财政厅]}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
WHERE (o.frequency IS NOT NULL OR o.timing IS NOT NULL OR o.trigger IS NOT NULL OR o.deadline_text IS NOT NULL)
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
       o.times AS times, o.timing AS timing, o.trigger AS trigger, o.deadline_text AS deadline,
       o.deadline_date AS deadline_date, o.deadline_recurs AS deadline_recurs,
       o.deadline_amount AS deadline_amount, o.deadline_unit AS deadline_unit,
       o.deadline_from AS deadline_from, o.deadline_event AS deadline_event,
       d.issued_on AS issued_on, d.instrument_year AS instrument_year, channels,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       o.text AS clause, o.start AS start, o.`end` AS `end`, o.copy AS copy, o.rule AS rule,
       o.confidence AS confidence, d.id AS document, o.id AS finding
ORDER BY document, start, finding
