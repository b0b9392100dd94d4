// ---
// question:
//   zh: "{nodes}各与哪些节点相连"
//   en: "What {nodes} are joined to"
// description:
//   zh: "一些节点的相邻节点，只有编号；找两个节点之间最短的路时一层一层地问。可以不走某些关系。"
//   en: "The neighbours of some nodes, ids only: asked layer by layer when a shortest path is looked for. Without some relationship types if wanted."
// parameters:
//   - {name: nodes, type: strings, zh: 节点, en: nodes, required: true}
//   - {name: without, type: strings, zh: 不走的关系, en: relationship types left out, default: []}
// columns:
//   - {name: id, zh: 节点, en: node, kind: id}
//   - {name: other, zh: 相邻节点, en: neighbour, kind: id}
// examples:
//   - {nodes: ["agency:黑龙江省财政厅"], without: [OF_REGION]}
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
WHERE NOT type(r) IN $without
RETURN DISTINCT n.id AS id, m.id AS other
ORDER BY id, other
