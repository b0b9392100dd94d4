// ---
// question:
//   zh: "哪些机构名称是补正的？"
//   en: "Which names of agencies were repaired?"
// description:
//   zh: "原文写得不全或写错、按规则补正了的责任单位，附原文写法；可按文件、地区和年度筛选。"
//   en: "Bodies whose name the notice cut short or miswrote and that a rule completed, with the words as written, by document, region and year."
// parameters:
//   - document
//   - region
//   - year
// columns:
//   - agency
//   - role
//   - mention
//   - mention_start
//   - mention_end
//   - {name: reason, zh: 理由, en: reason, kind: text}
//   - evidence
// form: table
// sentence:
//   zh: "补正了 {agency} 个机构的名称，见 {finding} 项任务。"
//   en: "{agency|name|names} repaired, on {finding|task|tasks}."
// ask:
//   needs: [repaired]
//   takes: [what, who]
// examples:
//   - {document: 黑政办发〔2017〕22号}
// ---
MATCH (d:Document)
WHERE d.held
  AND ($document IS NULL OR d.number = $document OR d.id = $document)
  AND ($year IS NULL OR d.instrument_year = $year)
  AND ($region IS NULL OR $region IN d.region)
MATCH (t:Task {document: d.id})<-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(a:Agency)
WHERE r.repaired
RETURN a.name AS agency, CASE type(r) WHEN 'LEADS' THEN 'lead' WHEN 'RESPONSIBLE_FOR' THEN 'responsible' ELSE 'support' END AS role,
       r.mention AS mention, r.start AS mention_start, r.`end` AS mention_end, r.reason AS reason,
       d.number AS number, d.title AS title, t.section AS section, t.title AS heading, t.number AS task,
       t.text AS clause, t.start AS start, t.`end` AS `end`, t.copy AS copy, r.rule AS rule,
       r.confidence AS confidence, d.id AS document, t.id AS finding
ORDER BY document, start, agency
