// ---
// question:
//   zh: "哪些机构不知道属于哪个地区？"
//   en: "Which agencies have no known region?"
// description:
//   zh: "图里没能归到地区的机构（不含泛指的一批单位），附任务数和义务数；可能是名称没有认全。"
//   en: "Bodies that could not be placed in a region, groups left out, with their tasks and duties; perhaps the name was not read in full."
// columns:
//   - agency
//   - task_count
//   - duties
//   - {name: systems, zh: 系统, en: system, kind: list}
// form: count
// sentence:
//   zh: "没有归到地区的机构 {agency} 个。"
//   en: "{agency|agency|agencies} without a region."
// ask:
//   needs: [unplaced]
//   takes: [what, who]
// examples:
//   - {}
// ---
MATCH (a:Agency)
WHERE a.kind = 'agency' AND NOT EXISTS { MATCH (a)-[:OF_REGION]->(x:Region) }
OPTIONAL MATCH (a)-[:OF_SYSTEM]->(y:AgencySystem)
WITH a, collect(y.name) AS systems
RETURN a.name AS agency, COUNT { (a)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(:Task) } AS task_count,
       COUNT { (a)-[:BEARS]->(:Obligation) } AS duties, systems
ORDER BY duties DESC, agency
