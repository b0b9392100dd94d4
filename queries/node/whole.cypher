// ---
// question:
//   zh: "整张图"
//   en: "The whole graph"
// description:
//   zh: "所有任务、义务、机构、领域、信息、渠道、地区和文件及其关系；章节和副本不画。"
//   en: "All tasks, duties, bodies, domains, information, channels, regions and documents with their relationships; sections and copies left out."
// form: picture
// examples:
//   - {}
// ---
MATCH (n)-[r]->(m)
WHERE NOT n:Copy AND NOT n:Section AND NOT m:Section
RETURN n, r, m
