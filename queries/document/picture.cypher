// ---
// question:
//   zh: "{document}的关系图"
//   en: "Picture of {document}"
// description:
//   zh: "一份通知、它的任务、任务的机构和领域、以及它引用的文件，画成一张图。"
//   en: "A notice, its tasks, their agencies and domains, and what it cites, as a picture."
// parameters:
//   - {name: document, required: true}
// form: picture
// ask:
//   needs: [picture]
// examples:
//   - {document: 黑政办发〔2017〕22号}
// ---
MATCH (d:Document)
WHERE d.number = $document OR d.id = $document
OPTIONAL MATCH path = (d)<-[:PART_OF*1..5]-(t:Task)
OPTIONAL MATCH (t)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IN_DOMAIN|CITES]-(y)
OPTIONAL MATCH (d)-[c:CITES]->(x:Document)
RETURN d, path, t, r, y, c, x
ORDER BY t.start
