// ---
// question:
//   zh: "{nodes}与{others}之间的关系"
//   en: "Relationships between {nodes} and {others}"
// description:
//   zh: "一些节点与另一些节点之间直接的关系，画成一张图；新来的节点与图中已有的节点由此连上。"
//   en: "The relationships that join some nodes to others directly, as a picture; by it, new nodes are tied to those already drawn."
// parameters:
//   - {name: nodes, type: strings, zh: 节点, en: nodes, required: true}
//   - {name: others, type: strings, zh: 另一些节点, en: other nodes, required: true}
// form: picture
// examples:
//   - {nodes: ["agency:黑龙江省财政厅"], others: ["region:黑龙江省"]}
// ---
CALL {
  UNWIND $nodes AS id MATCH (n:Document {id: id}) RETURN n
  UNION ALL
  UNWIND $nodes AS id MATCH (n:Copy {id: id}) RETURN n
  UNION ALL
  UNWIND $nodes AS id MATCH (n:Section {id: id}) RETURN n
  UNION ALL
  UNWIND $nodes AS id MATCH (n:Task {id: id}) RETURN n
  UNION ALL
  UNWIND $nodes AS id MATCH (n:Obligation {id: id}) RETURN n
  UNION ALL
  UNWIND $nodes AS id MATCH (n:Agency {id: id}) RETURN n
  UNION ALL
  UNWIND $nodes AS id MATCH (n:Region {id: id}) RETURN n
  UNION ALL
  UNWIND $nodes AS id MATCH (n:PolicyDomain {id: id}) RETURN n
  UNION ALL
  UNWIND $nodes AS id MATCH (n:InformationType {id: id}) RETURN n
  UNION ALL
  UNWIND $nodes AS id MATCH (n:Channel {id: id}) RETURN n
  UNION ALL
  UNWIND $nodes AS id MATCH (n:AgencySystem {id: id}) RETURN n
}
MATCH (n)-[r]-(m)
WHERE m.id IN $others
RETURN r, n, m
