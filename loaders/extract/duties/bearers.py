"""Who is bound by the sentence itself: 贫困县要公开…, 督促重点排污企业公开…, 主要负责人要…"""

from __future__ import annotations

import re

Span = tuple[int, int]

_HEAD = (
    r"(?:人民政府|政府办公[厅室]|政府|部门|单位|委员会|办公室|指挥部|领导小组|工作专班|厅|局|委|办|市场(?!主体|监)|县|市|区|州|盟|旗|镇|乡|街道|街|村|社区|苏木|嘎查|行署|公署"
    r"|企业|机构|法人|主体|负责人|负责同志|责任人|领导|领导干部|领导班子|发言人|发布人|经营者|供应商|服务商|人员|干部|同志|媒体|网站|中心|卖场|园区|开发区|物流园|产业园|厂(?![区家务房商])|联社|合作社|基金会|红十字会|招标人|采购人|药店|门店|超市|景区|商场|农场|林场|机场|学校|医院|高校|院校|小学|中学|幼儿园"
    r"|机关|各地|地方|地区|级(?<=[各上下省市县区乡镇两]级)(?!以上|以下)|高中|学院|大学|幼儿园|法院|院|公司|银行|协会|商会|组织(?!编制机关)|工会|所|站|队|总队|支队|大队|分局|窗口|处(?<=[\u4e00-\u9fff]{3})(?<!入口处)(?![理置罚分于境室])|处室|科室|股室|编辑部|报社|电视台|电台|“两委”|两委|各方)(?:（[^（）]{1,8}）)?"
)
# What may not stand in front is looked up behind a word, so that a search can go by the words' first letters.
_NAME_END = re.compile(_HEAD)
_ENDS_NAME = re.compile(f"{_HEAD}$")
_MODAL = r"(?:原则上|都|也|均|还|一律|每年|年内|按照?[^，]{0,12})*(?:最迟|最晚)?(?:要(?!求|素|闻|点)|将|应当|应(?!用|急|对(?![^，]{2,40}(?:进行|予以|加以|作出))|诉|届)|须|需(?!求)|必须|负责(?!人|同志)|务必|可以|不得|一律)"
# What a predicate or an adverbial begins with.
_VERBAL = (
    r"解读|回应|答复|反馈|宣传|宣讲|披露|公开(?!招聘|招录|招标|遴选|选拔|竞聘|征集)|公布|发布|公示|公告|推送|通报|曝光|展示|刊登|做好|抓好|加强|加大|强化|认真|重点|先行|如实|据实|真实|带头|耐心|当场|当面|书面|滚动|动态|实时|迅速|全年|走进|面向|搭建|编印|牵头(?!单位|部门|起草)|同样|分别|共同|各自|自行|参照|比照|(?:起草(?!部门|单位|处|科|小组)|印发|制发|出台|修订|受理|收到)(?![^，]{0,2}的)|参加|积极|及时|定期|适时|主动|全面|依法|统一|集中|准确|即时|同步|依据|分批|第一时间|随时|常态化"
    r"|开展|实行|作出|做出|予以|进行|给予|组织|汇总|编制|制定|梳理|落实(?!情况)|建立|完善|开设|设立|结合(?!部)|根据|会同|逐[月季年日项一户条]|按[月季年周日]|按照?|每(?:[月季年周日旬半两学]|[一二三四五六七八九十\d])|向|通过|利用|依托|围绕"
    r"|就(?!业|医|餐|近|读)|以(?![上下内外来及])|于|自(?=[^，]{2,20}之日)|在|对(?!口|外)|将|把|年[内底]|最迟|最晚|原则上|至少|\d+个?(?:工作日|小时|日|天|月)|\d{1,2}月"
)
_NEXT = re.compile(f"(?:等?，?){_MODAL}|{_VERBAL}")
_CONNECTIVE = re.compile("(?:并|同时|其中|一是|二是|三是|四是|五是|凡|由|也|而|，)+")
_BINDING = r"(?:督促|指导|推动|监督(?!管理|检查局|[局所站员处科]|总队)|督导|组织(?!编制机关|部|人事)|敦促|协调|由(?<![自理缘事]由)(?!于|此|来)|推进(?=[^，。；]{2,20}(?:公开|公布|发布|公示)))"
_BOUND = re.compile(f"{_BINDING}{_BINDING}*(?!实施(?!单位|主体)|开展)")
_AHEAD = 30
"""How far behind the part is looked, to see what follows such a verb."""
# Words that no name holds: prepositions, modals and the verbs of other clauses.
_NO_NAME = re.compile(
    r"，|。|；|：|(?<!应)对(?!口|外)|将|把|要(?<![主重需必]要)(?!素|点)|应(?!急|用|对)|须|通过|利用|依托|运用|提供|借助|围绕|按照|根据|进一步|充分|积极|促进(?!局|会|中心)|推进|加强|做好|加大|强化|深化|完善|健全|建立|支持|鼓励|引导|督促|指导|推动"
    r"|公开(?<!务公开)(?<!信息公开)|公布|公示|在(?!校|职|建|册)|向|落实|上传|登录|委托(?![人方])|引入|邀请|聘请|密切(?!的|相关)|跟踪|关注|了解|帮助|针对|深入|走进|赴|以(?![上下内外来及])"
)
_NOT_BODY = re.compile(
    r"^(?:我[省市区县]|本[省市区县]|全[省市区县]|上级|下级|可|关|现|目|最|日|成|一|其|该|对|向|重点|主要|相关|有关|与|为|从|和)?(?:人|办|市|县|区|委|所|站|级|院|队|村|乡|组织|中心|网站|机构|街|地区|旗|盟|人员|市场|媒体)?$"
    r"|信息(?!化|中心|产业|公开)|情况|内容|结果|清单|目录|报告|方案|^政府$|^社会(?!保险|工作|组织|福利|保障)|建议提案|会议|^城市$|新媒体$|(?:政府|门户|[厅局委部])网站$"
)
# 安全风险等级及管控责任人: a thing that is published, not who publishes it.
_THING = re.compile("的.*(?:责任人|人员|经营者|名录)$")
_SHARED = re.compile(
    r"^(?:[省市县区州乡镇]|各?(?:公办|民办|公立|私立|国有|民营)|各[省市区县地镇乡街旗盟]?级?|各地|中央|市县|区县|[国地]税)$"
)
_JOINT = re.compile(r"（|）|、|以及|和|及|与")
_POST = re.compile("(?:负责人|负责同志|领导)$")
_AND_MORE = re.compile("等(?:相关|有关)?(?:单位|部门|机构|企业)$")
_IN_BRACKETS = re.compile("（[^（）]*）")
_LONGEST = 48


def find_bearers(text: str, start: int, end: int, *, before_verb: bool = False) -> list[Span]:
    """Spans of the bodies named in text[start:end), the part of a clause before its verb: as its subject, or as the
    object of 督促, 指导, 推动. `before_verb`: a name right in front of the verb is its subject, the object follows."""
    whole = None
    for bound in _BOUND.finditer(text, start, end + _AHEAD):
        if bound.end() >= end:
            break
        whole = _name(text, bound.end(), end, before_verb=True) or whole
    if not whole:
        opened = _CONNECTIVE.match(text, start, end)
        whole = _name(text, opened.end() if opened else start, end, before_verb=before_verb)
    if not whole:
        return []
    spans = [(a + 1 if text[a] == "其" else a, b) for a, b in _split(text, *whole)]
    return [
        (a, b)
        for a, b in spans
        if not _NOT_BODY.search(text[a:b]) or (len(spans) > 1 and text[a:b] in ("市", "县", "区"))
    ]


def _name(text: str, start: int, end: int, *, before_verb: bool) -> Span | None:
    """The name or list of names that begins at `start`: it ends with a body's word, and a predicate follows."""
    for match in _NAME_END.finditer(text, start, min(end, start + _LONGEST)):
        stop = match.end()
        if _NO_NAME.search(text, start, stop):
            return None
        follows = (before_verb and stop == end) or _NEXT.match(text, stop)
        if follows and not _THING.search(text, start, stop):
            return start, stop
    return None


def _split(text: str, start: int, end: int) -> list[Span]:
    """Parted at 、 和 及 behind a body's word, but not before a shared head: 市、县政府; 财政、税务部门."""
    post = _POST.search(text, start, end)
    parts, begin, depth = [], start, 0
    for match in _JOINT.finditer(text, start, end):
        depth += (match[0] == "（") - (match[0] == "）")
        if depth or match[0] == "）" or match.start() <= begin:
            continue
        part = text[begin : match.start()]
        whole = _ENDS_NAME.search(part) and (
            not _SHARED.match(_IN_BRACKETS.sub("", part).split("、")[-1])
            or text.startswith("各", match.end())
            or end - match.end() == 1
        )
        if whole:
            parts.append((begin, match.start()))
            begin = match.end()
    more = _AND_MORE.search(text, begin, end) if "等" in text[begin:end] else None
    listed = more and _ENDS_NAME.search(text[begin : more.start()])
    parts.append((begin, more.start() if more and listed else end))
    if post and len(parts) > 1 and not _POST.search(text, *parts[0]):
        return [(start, end)]
    return parts
