// ---
// question:
//   zh: "哪些机构用{channels}？"
//   en: "Which agencies publish on {channels}?"
// description:
//   zh: "哪些机构的义务要经某一渠道，各几项，公开什么；可按领域、地区和年度筛选。"
//   en: "The agencies whose duties name a channel, how many duties each and what is disclosed, by domain, region and year."
// parameters:
//   - {name: channels, required: true}
//   - domain
//   - region
//   - year
// columns:
//   - agency
//   - duties
//   - information
//   - {name: notices, zh: 通知数, en: notices, kind: number}
// form: count
// sentence:
//   zh: "{agency} 个机构用{channels_asked}。"
//   en: "{agency|agency|agencies} {agency?publishes:publish} on {channels_asked}."
// ask:
//   needs: [who]
//   takes: [who, what, via, disclose_word, must, where]
// examples:
//   - {channels: [微博]}
// ---
CALL {
  MATCH (v:Channel)
  WHERE $region IS NULL AND v.name IN $channels
  MATCH (v)<-[:PUBLISHES_VIA]-(o:Obligation)
  WITH DISTINCT o
  MATCH (d:Document {id: o.document})
  WHERE $year IS NULL OR d.instrument_year = $year
  RETURN d, o
  UNION ALL
  MATCH (d:Document)
  WHERE d.held
    AND $region IN d.region
    AND ($year IS NULL OR d.instrument_year = $year)
  WITH DISTINCT d
  MATCH (o:Obligation {document: d.id})
  WHERE EXISTS { MATCH (o)-[:PUBLISHES_VIA]->(v:Channel) WHERE v.name IN $channels }
  RETURN d, o
}
MATCH (o)<-[:REQUIRES]-(t:Task)
WHERE ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
MATCH (a:Agency)-[b:BEARS]->(o) WHERE b.role IN ['lead', 'responsible', 'named']
UNWIND CASE WHEN size(coalesce(o.information, [])) = 0 THEN [null] ELSE o.information END AS item
WITH a, count(DISTINCT o) AS duties, collect(DISTINCT item) AS information, count(DISTINCT d) AS notices
RETURN a.name AS agency, duties, information, notices
ORDER BY duties DESC, agency
