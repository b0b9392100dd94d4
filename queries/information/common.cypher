// ---
// question:
//   zh: "哪些内容几份通知都要求公开？"
//   en: "What information do several notices require?"
// description:
//   zh: "至少几份通知（默认两份）都要求的公开内容，各有几份通知、几项义务、什么频率；可按领域和年度筛选。"
//   en: "What at least so many notices (two by default) require, with how many notices and duties, and at which frequencies, by domain and year."
// parameters:
//   - {name: least, type: integer, zh: 至少几份通知, en: notices at least, default: 2}
//   - domain
//   - year
// columns:
//   - {name: item, zh: 公开内容, en: information, kind: text}
//   - {name: notices, zh: 通知数, en: notices, kind: number}
//   - duties
//   - {name: frequencies, zh: 频率, en: frequencies, kind: frequency}
//   - {name: numbers, zh: 发文字号, en: document numbers, kind: list}
// form: count
// sentence:
//   zh: "{item} 项内容，至少 {least} 份通知都有。"
//   en: "{item|item|items} in at least {least} notices."
// ask:
//   needs: [common]
//   takes: [what, document_word, require, disclose_word, must]
// examples:
//   - {least: 3}
// ---
MATCH (i:InformationType)<-[:DISCLOSES]-(o:Obligation)<-[:REQUIRES]-(t:Task)
WHERE ($domain IS NULL OR EXISTS { MATCH (t)-[:IN_DOMAIN]->(p:PolicyDomain) WHERE p.key = $domain })
MATCH (d:Document {id: o.document})
WHERE $year IS NULL OR d.instrument_year = $year
WITH i, count(DISTINCT d) AS notices, count(DISTINCT o) AS duties, collect(DISTINCT o.frequency) AS frequencies,
     collect(DISTINCT coalesce(d.number, d.caption)) AS numbers
WHERE notices >= $least
RETURN i.name AS item, notices, duties, frequencies, numbers
ORDER BY notices DESC, duties DESC, item
