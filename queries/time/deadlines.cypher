// ---
// question:
//   zh: "{agencies}{month}到期的义务有哪些？"
//   en: "Which duties[ of {agencies}] are due[ in {month}]?"
// description:
//   zh: "有期限的义务：按月份、截止日期、期限种类（定日、每年、若干日内、某事之前）、机构、领域、地区和年度筛选。"
//   en: "Duties with a time limit, by month, last day, kind of limit (dated, yearly, within so long, before an event), agency, domain, region and year."
// parameters:
//   - {name: month, type: integer, zh: 月份, en: month}
//   - {name: before, type: date, zh: 截止日期不晚于, en: due by}
//   - {name: limit_kind, type: choice, zh: 期限种类, en: kind of limit, values: {list: limit_kinds}}
//   - agencies
//   - kind
//   - domain
//   - region
//   - year
// columns: [agencies, kind, predicate, information, frequency, times, timing, trigger, deadline, deadline_date, deadline_recurs, deadline_amount, deadline_unit, channels, evidence]
// form: table
// sentence:
//   zh: "{month}有期限的义务 {finding} 项，涉及 {agencies} 个机构，出自 {document} 份通知。"
//   en: "{finding|duty|duties} with a time limit[ in {month}], by {agencies|agency|agencies}, from {document|notice|notices}."
// ask:
//   needs: [deadline]
//   takes: [deadline, what, who, duty, disclose_word, must, task, when]
// examples:
//   - {month: 5}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
WHERE o.deadline_text IS NOT NULL
  AND ($limit_kind IS NULL
       OR ($limit_kind = 'dated' AND o.deadline_date IS NOT NULL)
       OR ($limit_kind = 'recurring' AND o.deadline_recurs IS NOT NULL)
       OR ($limit_kind = 'amount' AND o.deadline_amount IS NOT NULL)
       OR ($limit_kind = 'event' AND o.deadline_event IS NOT NULL))
  AND ($month IS NULL
       OR toInteger(substring(o.deadline_date, 5, 2)) = $month
       OR toInteger(substring(o.deadline_recurs, 2, 2)) = $month)
  AND ($before IS NULL OR o.deadline_date <= $before)
  AND ($agencies IS NULL OR EXISTS {
    MATCH (w:Agency)-[e:BEARS]->(o) WHERE w.name IN $agencies AND e.role IN ['lead', 'responsible', 'named']
  })
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
WITH o, t, d ORDER BY o.deadline_date, o.deadline_recurs, d.id, o.start, o.id /* LIMIT */
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
ORDER BY deadline_date, deadline_recurs, document, start, finding
