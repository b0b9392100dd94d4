// ---
// question:
//   zh: "{agencies}哪些义务有硬性期限[（{amount}{unit}内）]？"
//   en: "Which duties[ of {agencies}] have hard limits[ (within {amount} {unit})]?"
// description:
//   zh: "期限可以核对的义务：写明日期、每年固定日期，或几小时、几个工作日之内；“决策前”“法定时限”之类不算。"
//   en: "The duties whose limit can be checked: a date, a day of each year, or within so many hours or days; limits such as “before the decision” left out."
// parameters:
//   - {name: amount, type: integer, zh: 期限数, en: amount}
//   - {name: unit, type: choice, zh: 期限单位, en: unit, values: {list: units}}
//   - agencies
//   - kind
//   - domain
//   - region
//   - year
// columns: [agencies, kind, predicate, information, frequency, times, timing, trigger, deadline, deadline_date, deadline_recurs, deadline_amount, deadline_unit, channels, evidence]
// form: table
// sentence:
//   zh: "有硬性期限的义务 {finding} 项，涉及 {agencies} 个机构，出自 {document} 份通知。"
//   en: "{finding|duty|duties} with a hard limit, by {agencies|agency|agencies}, from {document|notice|notices}."
// ask:
//   needs: [hard]
//   takes: [deadline, what, who, duty, disclose_word, must, task, when, require]
// examples:
//   - {unit: hour}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
WHERE (o.deadline_date IS NOT NULL OR o.deadline_recurs IS NOT NULL OR o.deadline_amount IS NOT NULL)
  AND ($amount IS NULL OR o.deadline_amount = $amount)
  AND ($unit IS NULL OR o.deadline_unit = $unit)
  AND ($agencies IS NULL OR EXISTS {
    MATCH (w:Agency)-[e:BEARS]->(o) WHERE w.name IN $agencies AND e.role IN ['lead', 'responsible', 'named']
  })
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
WITH o, t, d
ORDER BY o.deadline_date, o.deadline_recurs, o.deadline_unit, o.deadline_amount, d.id, o.start, o.id /* LIMIT */
OPTIONAL MATCH (a:Agency)-[b:BEARS]->(o) WHERE b.role IN ['lead', 'responsible', 'named']
WITH o, t, d, collect(DISTINCT a.name) AS agencies
OPTIONAL MATCH (o)-[:PUBLISHES_VIA]->(c:Channel)
WITH o, t, d, agencies, collect(DISTINCT c.name) AS channels
RETURN agencies,
       o.kind AS kind, o.predicate AS predicate, o.information AS information, o.frequency AS frequency,
       o.times AS times, o.timing AS timing, o.trigger AS trigger, o.deadline_text AS deadline, channels,
       o.deadline_date AS deadline_date, o.deadline_recurs AS deadline_recurs,
       o.deadline_amount AS deadline_amount, o.deadline_unit AS deadline_unit,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       o.text AS clause, o.start AS start, o.`end` AS `end`, o.copy AS copy, o.rule AS rule,
       o.confidence AS confidence, d.id AS document, o.id AS finding
ORDER BY deadline_date, deadline_recurs, deadline_unit, deadline_amount, document, start, finding
