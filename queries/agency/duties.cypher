// ---
// question:
//   zh: "{agencies}{frequency}必须{kind:做}什么？"
//   en: "What must {agencies} {kind:do} {frequency}?"
// description:
//   zh: "一个或几个机构承担的公开、解读、回应义务，可按频率、类别、领域、渠道、期限和年度筛选；默认为牵头、负责和条文点名的，不含配合。通知点名的是前身机构的，也算在承接它的机构名下。"
//   en: "The duties to disclose, explain or answer that fall to one or more agencies, by frequency, kind, domain, channel, deadline and year; led, responsible and named by default, support left out. What a notice gave to a predecessor counts for the body that took its functions over."
// parameters:
//   - {name: agencies, required: true}
//   - frequency
//   - kind
//   - domain
//   - channels
//   - has_deadline
//   - year
//   - roles
// columns: [agency, successors, succeeded_on, role, kind, predicate, information, frequency, times, timing, trigger, deadline, channels, evidence]
// form: table
// sentence:
//   zh: "{agency} 个机构{frequency}须{kind} {finding} 项，出自 {document} 份通知。"
//   en: "{agency|agency|agencies} must {kind} {finding|item|items}[ {frequency}], from {document|notice|notices}."
// ask:
//   takes: [what, duty, support, responsible, where, when, disclose_word, must]
// examples:
//   - {agencies: [黑龙江省财政厅, 山西省财政厅], frequency: P1M, kind: disclose}
// ---
MATCH (a:Agency)
WHERE a.name IN $agencies
MATCH (a)<-[s:SUCCEEDED_BY*0..6]-(n:Agency)
WHERE size(s) = 0 OR NOT n.name IN $agencies
WITH n, [x IN collect(DISTINCT a.name) WHERE x <> n.name] AS successors, min(head(s).on) AS succeeded_on
MATCH (n)-[b:BEARS]->(o:Obligation)<-[:REQUIRES]-(t:Task)
WHERE b.role IN $roles
  AND ($frequency IS NULL OR o.frequency = $frequency)
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($has_deadline IS NULL OR (o.deadline_text IS NOT NULL) = $has_deadline)
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
  AND ($channels IS NULL OR EXISTS { MATCH (o)-[:PUBLISHES_VIA]->(v:Channel) WHERE v.name IN $channels })
MATCH (d:Document {id: o.document})
WHERE $year IS NULL OR d.instrument_year = $year
OPTIONAL MATCH (o)-[:PUBLISHES_VIA]->(c:Channel)
WITH n, successors, succeeded_on, b, o, t, d, collect(DISTINCT c.name) AS channels
RETURN n.name AS agency, successors, succeeded_on, b.role AS role,
       o.kind AS kind, o.predicate AS predicate, o.information AS information, o.frequency AS frequency,
       o.times AS times, o.timing AS timing, o.trigger AS trigger, o.deadline_text AS deadline, channels,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       o.text AS clause, o.start AS start, o.`end` AS `end`, o.copy AS copy, o.rule AS rule,
       o.confidence AS confidence, d.id AS document, o.id AS finding
ORDER BY agency, document, start, finding
