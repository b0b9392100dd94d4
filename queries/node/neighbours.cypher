// ---
// question:
//   zh: "节点 {node} 的邻居"
//   en: "Neighbours of node {node}"
// description:
//   zh: "一个节点和它的邻居，画成一张图；可以只看一种关系、一个方向。"
//   en: "A node and its neighbours as a picture; one relationship type or one direction if wanted."
// parameters:
//   - {name: node, type: string, zh: 节点, en: node, required: true}
//   - {name: relation, type: string, zh: 关系类型, en: relationship type}
//   - {name: direction, type: choice, zh: 方向, en: direction, values: {list: directions}}
// form: picture
// examples:
//   - {node: "agency:黑龙江省财政厅", relation: LEADS}
// ---
CALL {
  MATCH (n:Document {id: $node}) RETURN n
  UNION ALL
  MATCH (n:Copy {id: $node}) RETURN n
  UNION ALL
  MATCH (n:Section {id: $node}) RETURN n
  UNION ALL
  MATCH (n:Task {id: $node}) RETURN n
  UNION ALL
  MATCH (n:Obligation {id: $node}) RETURN n
  UNION ALL
  MATCH (n:Agency {id: $node}) RETURN n
  UNION ALL
  MATCH (n:Region {id: $node}) RETURN n
  UNION ALL
  MATCH (n:PolicyDomain {id: $node}) RETURN n
  UNION ALL
  MATCH (n:InformationType {id: $node}) RETURN n
  UNION ALL
  MATCH (n:Channel {id: $node}) RETURN n
  UNION ALL
  MATCH (n:AgencySystem {id: $node}) RETURN n
}
MATCH (n)-[r]-(m)
WHERE ($relation IS NULL OR type(r) = $relation)
  AND ($direction IS NULL OR ($direction = 'out' AND startNode(r).id = $node) OR ($direction = 'in' AND endNode(r).id = $node))
RETURN n, r, m
ORDER BY type(r), m.id
