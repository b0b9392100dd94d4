// ---
// question:
//   zh: "{agencies}的关系图"
//   en: "Picture of {agencies}"
// description:
//   zh: "一个或几个机构、它们的任务和义务、以及义务的公开内容和渠道，画成一张图。"
//   en: "One or more agencies, their tasks and duties, and what the duties disclose and where, as a picture."
// parameters:
//   - {name: agencies, required: true}
// form: picture
// ask:
//   needs: [picture]
// examples:
//   - {agencies: [黑龙江省财政厅]}
// ---
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WHERE a.name IN $agencies
OPTIONAL MATCH (t)-[q:REQUIRES]->(o:Obligation)
OPTIONAL MATCH (o)-[x:DISCLOSES|PUBLISHES_VIA]->(y)
RETURN a, r, t, q, o, x, y
ORDER BY t.document, t.start, o.start
