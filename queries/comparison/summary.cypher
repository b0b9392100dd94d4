// ---
// question:
//   zh: "比较[{regions}的]义务数量"
//   en: "Compare the number of duties[ of {regions}]"
// description:
//   zh: "各地区（不写则各份通知的地区）有几份通知、几项任务、几项义务，其中几项有频率、有期限、有渠道、有责任主体；可按领域、类别和年度筛选。"
//   en: "How many notices, tasks and duties each region has (those of all notices where none is named), and how many duties state a frequency, a limit, a channel, a body; by domain, kind and year."
// parameters:
//   - regions
//   - domain
//   - kind
//   - year
// columns:
//   - {name: place, zh: 地区, en: region, kind: text}
//   - {name: notices, zh: 通知数, en: notices, kind: number}
//   - task_count
//   - duties
//   - {name: rhythmic, zh: 有频率, en: with a frequency, kind: number}
//   - {name: limited, zh: 有期限, en: with a limit, kind: number}
//   - {name: channelled, zh: 有渠道, en: with a channel, kind: number}
//   - {name: borne, zh: 有责任主体, en: with a body, kind: number}
// form: count
// sentence:
//   zh: "{place} 个地区的义务数量。"
//   en: "The duties of {place|region|regions} in numbers."
// ask:
//   needs: [compare, count|most|total]
//   takes: [what, most, total, count, duty, task, disclose_word, must, who]
// examples:
//   - {regions: [黑龙江省, 山西省]}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($regions IS NULL OR any(name IN $regions WHERE name IN d.region))
MATCH (t:Task {document: d.id})
WHERE ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
WITH t, d, CASE WHEN $regions IS NULL THEN [last(d.region)] ELSE [name IN $regions WHERE name IN d.region] END AS places
WHERE size(places) > 0
WITH t, d, head(places) AS place
OPTIONAL MATCH (t)-[:REQUIRES]->(o:Obligation) WHERE $kind IS NULL OR o.kind = $kind
WITH place, t, d, o, o IS NOT NULL AND EXISTS { MATCH (o)-[:PUBLISHES_VIA]->(:Channel) } AS via,
     o IS NOT NULL AND EXISTS { MATCH (:Agency)-[:BEARS]->(o) } AS by
RETURN place, count(DISTINCT d) AS notices, count(DISTINCT t) AS task_count, count(o) AS duties,
       count(o.frequency) AS rhythmic, count(o.deadline_text) AS limited,
       sum(CASE WHEN via THEN 1 ELSE 0 END) AS channelled, sum(CASE WHEN by THEN 1 ELSE 0 END) AS borne
ORDER BY duties DESC, place
