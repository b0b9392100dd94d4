// ---
// question:
//   zh: "{agencies}通过哪些渠道公开？"
//   en: "Through which channels does {agencies} publish?"
// description:
//   zh: "一个或几个机构的义务各经什么渠道，各有几项，公开什么；前身机构的也算。"
//   en: "The channels that the duties of one or more agencies name, how many duties each and what is disclosed there; those of predecessors too."
// parameters:
//   - {name: agencies, required: true}
//   - frequency
//   - year
// columns:
//   - agency
//   - successors
//   - succeeded_on
//   - {name: channel, zh: 渠道, en: channel, kind: text}
//   - duties
//   - information
// form: count
// sentence:
//   zh: "{agency} 个机构用到 {channel} 种渠道。"
//   en: "{agency|agency|agencies} {agency?uses:use} {channel|channel|channels}."
// ask:
//   needs: [channel_word]
//   takes: [what, via, where, disclose_word, must]
// examples:
//   - {agencies: [山西省财政厅]}
// ---
MATCH (a:Agency)
WHERE a.name IN $agencies
MATCH (a)<-[s:SUCCEEDED_BY*0..6]-(n:Agency)
WHERE size(s) = 0 OR NOT n.name IN $agencies
WITH n, [x IN collect(DISTINCT a.name) WHERE x <> n.name] AS successors, min(head(s).on) AS succeeded_on
MATCH (n)-[b:BEARS]->(o:Obligation)-[:PUBLISHES_VIA]->(c:Channel)
WHERE b.role IN ['lead', 'responsible', 'named']
  AND ($frequency IS NULL OR o.frequency = $frequency)
MATCH (d:Document {id: o.document})
WHERE $year IS NULL OR d.instrument_year = $year
UNWIND CASE WHEN size(coalesce(o.information, [])) = 0 THEN [null] ELSE o.information END AS item
WITH n, successors, succeeded_on, c, count(DISTINCT o) AS duties, collect(DISTINCT item) AS information
RETURN n.name AS agency, successors, succeeded_on, c.name AS channel, duties, information
ORDER BY agency, duties DESC, channel
