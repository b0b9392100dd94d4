// ---
// question:
//   zh: "{agencies}[{since}至]{until}到期的义务有哪些？"
//   en: "Which duties[ of {agencies}] are due[ from {since}] until {until}?"
// description:
//   zh: "期限落在一段日子里的义务：写明日期的，和每年、每月固定日期在这段日子里的（不早于通知成文）。"
//   en: "The duties whose limit falls within a span of days: dated ones, and those of a fixed day each year or month, not before the notice was issued."
// parameters:
//   - {name: since, type: date, zh: 从, en: from}
//   - {name: until, type: date, zh: 到, en: until, required: true}
//   - agencies
//   - kind
//   - domain
//   - region
//   - year
// columns: [agencies, kind, predicate, information, frequency, times, timing, trigger, {name: due, zh: 到期日, en: due on, kind: date}, deadline, deadline_date, deadline_recurs, deadline_amount, deadline_unit, channels, evidence]
// form: table
// sentence:
//   zh: "[{since}至]{until}到期的义务 {finding} 项，涉及 {agencies} 个机构，出自 {document} 份通知。"
//   en: "{finding|duty|duties} due[ from {since}] until {until}, by {agencies|agency|agencies}, from {document|notice|notices}."
// ask:
//   takes: [deadline, what, who, duty, disclose_word, must, task, when]
// examples:
//   - {since: '2017-05-01', until: '2017-12-31'}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
WHERE (o.deadline_date IS NOT NULL OR o.deadline_recurs IS NOT NULL)
  AND ($agencies IS NULL OR EXISTS {
    MATCH (w:Agency)-[e:BEARS]->(o) WHERE w.name IN $agencies AND e.role IN ['lead', 'responsible', 'named']
  })
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
WITH o, t, d, CASE WHEN $since IS NULL THEN coalesce(d.issued_on, '0000-01-01') ELSE $since END AS since
WITH o, t, d, since,
     CASE WHEN o.deadline_recurs IS NULL OR d.issued_on IS NULL OR d.issued_on < since THEN since ELSE d.issued_on END AS opening
UNWIND range(toInteger(substring(opening, 0, 4)), toInteger(substring($until, 0, 4))) AS year
UNWIND CASE WHEN o.deadline_recurs STARTS WITH '---' THEN range(1, 12) ELSE [0] END AS month
WITH o, t, d, opening,
     CASE WHEN o.deadline_date IS NOT NULL THEN o.deadline_date
          WHEN month = 0 THEN toString(year) + '-' + substring(o.deadline_recurs, 2, 5)
          ELSE toString(year) + '-' + right('0' + toString(month), 2) + '-' + substring(o.deadline_recurs, 3, 2) END AS day
WHERE day >= opening AND day <= $until
WITH o, t, d, min(day) AS due ORDER BY due, d.id, o.start, o.id /* LIMIT */
OPTIONAL MATCH (a:Agency)-[b:BEARS]->(o) WHERE b.role IN ['lead', 'responsible', 'named']
WITH o, t, d, due, collect(DISTINCT a.name) AS agencies
OPTIONAL MATCH (o)-[:PUBLISHES_VIA]->(c:Channel)
WITH o, t, d, due, agencies, collect(DISTINCT c.name) AS channels
RETURN agencies,
       o.kind AS kind, o.predicate AS predicate, o.information AS information, o.frequency AS frequency,
       o.times AS times, o.timing AS timing, o.trigger AS trigger, o.deadline_text AS deadline, channels,
       due, o.deadline_date AS deadline_date, o.deadline_recurs AS deadline_recurs,
       o.deadline_amount AS deadline_amount, o.deadline_unit AS deadline_unit,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       o.text AS clause, o.start AS start, o.`end` AS `end`, o.copy AS copy, o.rule AS rule,
       o.confidence AS confidence, d.id AS document, o.id AS finding
ORDER BY due, document, start, finding
