// ---
// question:
//   zh: "节点 {node} 有几条什么关系？"
//   en: "How many relationships of which type has node {node}?"
// description:
//   zh: "一个节点的关系数，按类型、方向和另一端的节点种类，供展开之前看。"
//   en: "The relationships of a node counted by type, direction and the other end's label, to be seen before expanding."
// parameters:
//   - {name: node, type: string, zh: 节点, en: node, required: true}
// columns:
//   - {name: relation, zh: 关系类型, en: relationship type, kind: relation}
//   - {name: direction, zh: 方向, en: direction, kind: text}
//   - {name: label, zh: 节点种类, en: label, kind: label}
//   - {name: count, zh: 条数, en: count, kind: number}
// form: count
// examples:
//   - {node: "agency:黑龙江省财政厅"}
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
WITH type(r) AS relation, CASE WHEN startNode(r).id = $node THEN 'out' ELSE 'in' END AS direction, labels(m)[0] AS label
RETURN relation, direction, label, count(*) AS count
ORDER BY relation, direction, label
