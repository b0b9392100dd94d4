// ---
// question:
//   zh: "{document}{frequency}要求{kind:做}什么？"
//   en: "What does {document} require to be {kind.past:done} {frequency}?"
// description:
//   zh: "一份通知里的全部义务，按出现的先后；可按频率、类别、领域、渠道、期限筛选。"
//   en: "All duties of a notice in its own order, by frequency, kind, domain, channel and deadline."
// parameters:
//   - {name: document, required: true}
//   - frequency
//   - kind
//   - domain
//   - channels
//   - has_deadline
// columns: [agencies, kind, predicate, information, frequency, times, timing, trigger, deadline, channels, evidence]
// form: table
// sentence:
//   zh: "{document_asked} {frequency}要求{kind} {finding} 项，涉及 {agencies} 个机构。"
//   en: "{document_asked} requires {finding|item|items} to {kind}[ {frequency}], by {agencies|agency|agencies}."
// ask:
//   needs: [duty|disclose_word|when|deadline|must|require]
//   takes: [duty, what, who, disclose_word, where, when, must, require, deadline]
// examples:
//   - {document: 黑政办发〔2017〕22号}
// ---
MATCH (d:Document)
WHERE d.number = $document OR d.id = $document
MATCH (o:Obligation {document: d.id})<-[:REQUIRES]-(t:Task)
WHERE ($frequency IS NULL OR o.frequency = $frequency)
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($has_deadline IS NULL OR (o.deadline_text IS NOT NULL) = $has_deadline)
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
  AND ($channels IS NULL OR EXISTS { MATCH (o)-[:PUBLISHES_VIA]->(v:Channel) WHERE v.name IN $channels })
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
ORDER BY start, finding
