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
  MATCH (n:Document) WHERE n.id IN $nodes RETURN n
  UNION ALL
  MATCH (n:Copy) WHERE n.id IN $nodes RETURN n
  UNION ALL
  MATCH (n:Section) WHERE n.id IN $nodes RETURN n
  UNION ALL
  MATCH (n:Task) WHERE n.id IN $nodes RETURN n
  UNION ALL
  MATCH (n:Obligation) WHERE n.id IN $nodes RETURN n
  UNION ALL
  MATCH (n:Agency) WHERE n.id IN $nodes RETURN n
  UNION ALL
  MATCH (n:Region) WHERE n.id IN $nodes RETURN n
  UNION ALL
  MATCH (n:PolicyDomain) WHERE n.id IN $nodes RETURN n
  UNION ALL
  MATCH (n:InformationType) WHERE n.id IN $nodes RETURN n
  UNION ALL
  MATCH (n:Channel) WHERE n.id IN $nodes RETURN n
  UNION ALL
  MATCH (n:AgencySystem) WHERE n.id IN $nodes RETURN n
}
MATCH (n)-[r]-(m)
WHERE m.id IN $others
RETURN r, n, m
