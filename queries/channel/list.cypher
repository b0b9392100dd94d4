// ---
// question:
//   zh: "{region}有哪些公开渠道？"
//   en: "Which channels are used[ in {region}]?"
// description:
//   zh: "通知里写到的公开渠道，各有几项义务、几个机构；可按类别、领域、地区和年度筛选。"
//   en: "The channels that notices name, with how many duties and agencies each, by kind, domain, region and year."
// parameters:
//   - kind
//   - domain
//   - region
//   - year
// columns:
//   - {name: channel, zh: 渠道, en: channel, kind: text}
//   - {name: type, zh: 种类, en: type, kind: text}
//   - duties
//   - {name: bodies, zh: 机构数, en: agencies, kind: number}
//   - {name: notices, zh: 通知数, en: notices, kind: number}
// form: count
// sentence:
//   zh: "{channel} 种渠道。"
//   en: "{channel|channel|channels}."
// ask:
//   needs: [channel_word]
//   takes: [what, most, count, held, disclose_word, via, where, must]
// examples:
//   - {region: 北京市}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
WITH DISTINCT d
MATCH (t:Task {document: d.id})-[:REQUIRES]->(o:Obligation)-[:PUBLISHES_VIA]->(c:Channel)
WHERE ($kind IS NULL OR o.kind = $kind)
  AND ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
OPTIONAL MATCH (a:Agency)-[b:BEARS]->(o) WHERE b.role IN ['lead', 'responsible', 'named']
WITH c, count(DISTINCT o) AS duties, count(DISTINCT a) AS bodies, count(DISTINCT d) AS notices
RETURN c.name AS channel, c.type AS type, duties, bodies, notices
ORDER BY duties DESC, channel
