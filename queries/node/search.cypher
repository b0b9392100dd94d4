// ---
// question:
//   zh: "名称里有“{words}”的节点"
//   en: "Nodes whose names have {words}"
// description:
//   zh: "按名称、简称、别称、标题、字号或英文名找节点；几个词须都有。完全相同的在先，其次以它开头的，再次短的。"
//   en: "Nodes by name, short name, alias, title, number or English name; all words must occur. The very name first, then names that begin so, then short ones."
// parameters:
//   - {name: words, type: strings, zh: 词（小写、简体）, en: "words (lower case, Simplified)", required: true}
// columns:
//   - {name: id, zh: 节点, en: node, kind: id}
//   - {name: label, zh: 种类, en: label, kind: label}
//   - {name: name, zh: 名称, en: name, kind: text}
//   - {name: name_en, zh: 英文名, en: English name, kind: text}
//   - {name: source, zh: 所在文件, en: in notice, kind: text}
// examples:
//   - {words: [财政厅]}
// ---
CALL {
  MATCH (n:Agency)
  WHERE all(word IN $words WHERE toLower(reduce(all = n.name + ' ' + coalesce(n.short, ''), form IN coalesce(n.aliases, []) | all + ' ' + form)) CONTAINS word)
  RETURN n
  UNION ALL
  MATCH (n:InformationType)
  WHERE all(word IN $words WHERE toLower(reduce(all = n.name + ' ' + coalesce(n.name_en, ''), form IN coalesce(n.aliases, []) + coalesce(n.forms, []) | all + ' ' + form)) CONTAINS word)
  RETURN n
  UNION ALL
  MATCH (n:PolicyDomain)
  WHERE all(word IN $words WHERE toLower(n.name + ' ' + coalesce(n.name_en, '')) CONTAINS word)
  RETURN n
  UNION ALL
  MATCH (n:Channel)
  WHERE all(word IN $words WHERE toLower(n.name) CONTAINS word)
  RETURN n
  UNION ALL
  MATCH (n:Region)
  WHERE all(word IN $words WHERE toLower(n.name) CONTAINS word)
  RETURN n
  UNION ALL
  MATCH (n:AgencySystem)
  WHERE all(word IN $words WHERE toLower(n.name) CONTAINS word)
  RETURN n
  UNION ALL
  MATCH (n:Document)
  WHERE all(word IN $words WHERE toLower(coalesce(n.number + ' ' + n.title, n.title, '') + ' ' + n.caption) CONTAINS word)
  RETURN n
  UNION ALL
  MATCH (n:Task)
  WHERE all(word IN $words WHERE toLower(coalesce(n.number + ' ' + n.title, n.title, '')) CONTAINS word)
  RETURN n
  UNION ALL
  MATCH (n:Obligation)
  WHERE all(word IN $words WHERE toLower(n.caption) CONTAINS word)
  RETURN n
}
WITH n, toLower(coalesce(n.name, n.caption, n.title, '')) AS told
RETURN n.id AS id, labels(n)[0] AS label, coalesce(n.name, n.title, n.caption) AS name, n.name_en AS name_en,
  CASE WHEN n:Document THEN n.number ELSE replace(n.document, 'document:', '') END AS source
ORDER BY CASE WHEN told = $words[0] THEN 0 WHEN told STARTS WITH $words[0] THEN 1 WHEN told CONTAINS $words[0] THEN 2 ELSE 3 END,
  size(told), id
