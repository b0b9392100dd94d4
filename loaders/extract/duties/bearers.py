"""Who is bound by the sentence itself: 贫困县要公开…, 督促重点排污企业公开…, 主要负责人要…"""

from __future__ import annotations

import re

_HEAD = (
    r"(?:人民政府|政府办公[厅室]（室）|政府办公[厅室]|政府|部门|单位|委员会|厅|局|委|办|县|市|区|州|镇|乡|街|街道|村|社区|企业|机构|负责人|负责同志|领导|领导干部|媒体|网站|中心|学校|医院|高校|高等院校"
    r"|机关|各地|地方|地区|级|法院|院|公司|银行|协会|组织|所|站|队|同志|处室|科室|股室|小学|中学|幼儿园|发言人|法人|编辑部|责任主体)(?:（[^（）]{1,6}）)?"
)
_NAME = rf"(?:(?!并|(?<!主)要|应|须|将|督促|指导|推动|利用|依托|运用|提供|借助|以(?![上下外内])|充分|积极|主动|在(?!建|施)|对(?!口)|将|把|按|根据|通过|围绕|进一步|推进|加强|做好|促进)[\u4e00-\u9fffA-Z“”□（）]){{0,22}}?{_HEAD}"
_MODAL = r"(?:原则上|都|也|均|还|一律|每年|年内|按照?[^，]{0,12})*(?:最迟|最晚)?(?:要|将|应当|应|须|需|必须|负责(?!人|同志)|务必|可以|不得)(?!求|用|素|闻|点|急|对|诉)"
_DIRECT = r"(?:解读|回应|答复|反馈|宣传|宣讲|披露|最迟|最晚|做好|抓好|加强|认真|重点|先行|带头|参加|原则上|积极|及时|定期|适时|主动|全面|依法|统一|集中|按[月季年]|按照|每[月季年周]|向社会|公开|公布|发布|公示|准确|即时|同步|依据|在[^，]{2,14}前|分批)"
_SUBJECT = re.compile(
    rf"^(?:并|同时|其中|一是|二是|三是|四是|五是|凡|由|也|而)*(?P<body>{_NAME}(?:(?:、|和|及|与|以及|特别是|或){_NAME})*)(?:的)?(?=，?{_MODAL}|{_DIRECT})"
)
_BOUND = re.compile(
    rf"(?:督促|指导|推动|监督|督导|组织|敦促|协调|由|推进(?=[^，。；]{{2,20}}(?:公开|公布|发布|公示)))+(?!实施(?!单位|主体)|开展)(?P<body>{_NAME}(?:(?:、|和|及|与){_NAME})*)(?={_MODAL}|{_DIRECT}|落实|建立|完善|制定|开展|实现|解读|回应|披露|在)"
)
_NOT_BODY = re.compile(
    r"^(?:我[省市区县]|本[省市区县]|全[省市区县]|上级|下级|可|关|现|目|最|日|成|一|其|该|对|向|重点|主要|相关|有关)?(?:人|办|市|县|区|委|所|站|级|院|队|村|乡|组织|中心|网站|机构|街|地区)?$|信息|情况|工作|内容|结果|政策|清单|目录|文件|事项|项目|报告|数据|规划|方案|^政府$|^社会|建议提案|会议|^城市$|(?:政府|门户)网站$"
)
_AHEAD = 4
"""How far behind the part the verb may be looked at, to see that the name ends before it."""
_SHARED = re.compile(r"^(?:[省市县区州乡镇]|各[省市县区地镇乡街]?级?|各地|中央|市县|区县)$")


def find_bearers(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the bodies named in text[start:end), the part of a clause before its verb: as its subject, or as the
    object of 督促, 指导, 推动."""
    shown = text[start : end + _AHEAD]
    match = _BOUND.search(shown) or _SUBJECT.match(shown)
    if not match or start + match.end("body") > end:
        return []
    begin, stop = start + match.start("body"), start + match.end("body")
    spans = [(a + 1 if text[a] == "其" else a, b) for a, b in _split(text, begin, stop)]
    return [
        (a, b)
        for a, b in spans
        if not _NOT_BODY.search(text[a:b]) or (len(spans) > 1 and text[a:b] in ("市", "县", "区"))
    ]


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Parted at 、 和 及, but not before a shared head: 市、县政府; 各地、各部门主要负责人."""
    parts, begin = [], start
    for match in re.compile(r"、|以及|[和及与]").finditer(text, start, end):
        if match.start() > begin and text[begin : match.start()].count("（") == text[begin : match.start()].count("）"):
            parts.append((begin, match.start()))
            begin = match.end()
    parts.append((begin, end))
    post = re.search(r"(?:主要)?(?:负责人|负责同志|领导)$", text[start:end])
    if post and len(parts) > 1 and not re.search("(?:负责人|负责同志|领导)$", text[parts[0][0] : parts[0][1]]):
        return [(start, end)]
    merged: list[tuple[int, int]] = []
    for span in parts:
        if (
            merged
            and _SHARED.match(text[merged[-1][0] : merged[-1][1]].split("、")[-1])
            and span[1] - span[0] > 1
            and not text.startswith("各", span[0])
        ):
            merged[-1] = (merged[-1][0], span[1])
        else:
            merged.append(span)
    return merged
