// ---
// question:
//   zh: "{agencies}沿革"
//   en: "Lineage of {agencies}"
// description:
//   zh: "一个或几个机构的前身和后身：历次机构改革中职能并入了谁、何时并入，画成一张图。"
//   en: "The predecessors and successors of one or more agencies: whose functions went to whom and when, as a picture."
// parameters:
//   - {name: agencies, required: true}
// form: picture
// ask:
//   needs: [lineage]
//   takes: [what, who, when, picture]
// examples:
//   - {agencies: [黑龙江省环境保护厅]}
// ---
MATCH path = (a:Agency)-[:SUCCEEDED_BY*0..6]->(:Agency)
WHERE a.name IN $agencies
RETURN path
UNION
MATCH path = (:Agency)-[:SUCCEEDED_BY*1..6]->(a:Agency)
WHERE a.name IN $agencies
RETURN path
