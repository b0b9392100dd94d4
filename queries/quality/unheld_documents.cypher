// ---
// question:
//   zh: "引用了但没有收录的文件有哪些？"
//   en: "Which cited documents are not held?"
// description:
//   zh: "通知引用而图里没有收录的文件，被几份通知引用、是否有文号；被引用多的在先，可据此补收。"
//   en: "Documents that notices cite and the graph does not hold, by how many notices and whether their number is known; the most cited first."
// parameters:
//   - {name: roles, default: null, values: {list: citation_roles}, zh: 作用, en: use}
// columns:
//   - {name: cited, zh: 文件, en: document, kind: text}
//   - {name: cited_number, zh: 发文字号, en: document number, kind: text}
//   - {name: uses, zh: 作用, en: use, kind: citation_role}
//   - {name: notices, zh: 引用它的通知数, en: citing notices, kind: number}
//   - {name: numbers, zh: 引用它的通知, en: cited in, kind: list}
// form: count
// sentence:
//   zh: "引用了但没有收录的文件 {cited} 份。"
//   en: "{cited|document|documents} cited and not held."
// ask:
//   needs: [unheld]
//   takes: [what, document_word, cite, cites, cited_by, held]
// examples:
//   - {roles: [basis]}
// ---
MATCH (x:Document)<-[r:CITES]-(s)-[:PART_OF*0..5]->(d:Document)
WHERE NOT x.held
  AND ($roles IS NULL OR r.role IN $roles)
WITH x, collect(DISTINCT r.role) AS uses, collect(DISTINCT coalesce(d.number, d.caption)) AS numbers
RETURN x.caption AS cited, x.number AS cited_number, uses, size(numbers) AS notices, numbers
ORDER BY notices DESC, cited
