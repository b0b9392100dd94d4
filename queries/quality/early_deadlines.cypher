// ---
// question:
//   zh: "哪些期限早于发文日期？"
//   en: "Which deadlines are earlier than their notice?"
// description:
//   zh: "写明日期的期限早于通知成文日期的义务，多半是照抄上级文件或笔误，要向发文机关核实。"
//   en: "Dated limits earlier than the day the notice was issued: copied from above or a slip; to be checked with the issuer."
// parameters:
//   - region
//   - year
// columns: [agencies, kind, predicate, information, deadline, deadline_date, {name: issued_on, zh: 成文日期, en: issued on, kind: date}, channels, evidence]
// form: table
// sentence:
//   zh: "期限早于发文日期的义务 {finding} 项，出自 {document} 份通知。"
//   en: "{finding|deadline|deadlines} earlier than the notice, from {document|notice|notices}."
// ask:
//   needs: [early]
//   takes: [what, deadline, duty]
// examples:
//   - {year: 2017}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
WHERE o.deadline_date IS NOT NULL
  AND o.deadline_date < d.issued_on
WITH o, t, d ORDER BY d.id, o.start, o.id /* LIMIT */
OPTIONAL MATCH (a:Agency)-[b:BEARS]->(o) WHERE b.role IN ['lead', 'responsible', 'named']
WITH o, t, d, collect(DISTINCT a.name) AS agencies
OPTIONAL MATCH (o)-[:PUBLISHES_VIA]->(c:Channel)
WITH o, t, d, agencies, collect(DISTINCT c.name) AS channels
RETURN agencies, o.kind AS kind, o.predicate AS predicate, o.information AS information,
       o.deadline_text AS deadline, o.deadline_date AS deadline_date, d.issued_on AS issued_on, channels,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       o.text AS clause, o.start AS start, o.`end` AS `end`, o.copy AS copy, o.rule AS rule,
       o.confidence AS confidence, d.id AS document, o.id AS finding
ORDER BY document, start, finding
