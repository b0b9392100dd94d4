"""What is made public: an object phrase to its items."""

from __future__ import annotations

import re

Span = tuple[int, int]

# Closing words that belong to no item; where one of them stands every part before it stands alone.
_CLOSING = re.compile(
    r"(?:等(?:方面|领域)?的?(?:相关|有关|具体|重要|主要|各类|各项)?(?:信息|情况|内容|工作情况|事项信息|方面|工作|要素|专栏|活动)?"
    r"|的(?:相关|有关)?信息|(?:等)?(?:方面|领域)的?(?:相关|有关)?(?:信息|情况|内容)?)$"
)
_BARE_HEAD = re.compile(r"(?<=[\u4e00-\u9fff”）])(?:情况|内容)$")
_JOINT = re.compile(
    r"、|以及|(?<=[\u4e00-\u9fff”）》])(?:(?<!国民经济)[和与或]|(?<!涉)及(?!其(?!他)))(?=[\u4e00-\u9fff“《（□A-Z])"
)
_COMMA = re.compile(r"，(?:以及|及|和|并)?(?:特别是|尤其是|重点是)?")
# A part that ends in one of these stands alone; one that does not shares the head of the part after it.
_HEADS = (
    "情况|信息|结果|名单|清单|目录|数据|报告|计划|方案|公告|公示|政策|措施|标准|办法|法规|文件|程序|流程|指南|进展|成效|动态|案例|条件|方式|机制|合同"
    "|指标|事项|决定|意见|结论|对象|变化|变动|薪酬|收支|问题|库|表|价格|依据|原因|背景|目标|做法|经验|提示|事实|热点|制度|规划|预算|决算|记录|电话"
    "|成绩|得分|评分|排行|名次|人选|缺陷|实施单位|建设单位|施工单位|监理单位|中标单位|承建单位|申报单位|主管单位|责任单位|名称|地址|范围|时限|职责|职能|文本|批复|通知|规定|规章|公报|纪要|草案|预案|质量|排名|状况|行为|走势|平衡表|进度|安排|薪资|待遇|补贴|名录|证书"
    "|事故|事件|需求|资格|公约|说明|报表|台账|成果|线索|榜|指数|典型|行动|会议|活动|时间|文号|申请人|内容|金额|额度|数量|用途|来源|责任人|要求|承诺|盈利|纲要|检查|解释|要点|细则|条例|协议|章程|流向|趋势|评价|许可|处罚|裁决|判决|供应|联系方式"
)
_HEAD_END = re.compile(rf"(?:{_HEADS}|》(?=$))[”）》]?$")
_LONGEST_HEAD = max(map(len, _HEADS.split("|"))) + len("》")
# Heads that several parts may have in common; 信息, 情况 and 内容 only with a word that says of what kind.
_SHARED_HEAD = re.compile(
    r"(?:政策|措施|名单|清单|目录|结果|标准|方案|办法|文件|提示|公告|报告|指标|规划|进展|成效|问题|案例|意见|结论|数据|制度|机制|程序|规定|资质|经验|计划|对象|事项|决策|行为|服务|工作|言论|突发事件|纲要|原因|全文|档案"
    r"|(?:价格|水质|质量|执法|变更|预测|监测|阶段|市场|环境|联系|公告|认证|许可|不实|虚假)信息"
    r"|(?:执行|落实|推进|进展|督查|消费|运行|完成|实施|改革|工作|总体|整体|基本|开展|检查|抽查|监管|排查|收退)情况|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2}(?:信息|情况|内容))[”）》]?$"
)
# A list inside a phrase: A、B等政策; 高等, 中等 are words of their own.
_INNER_LIST = re.compile(r"等(?<![高中初平同相特优均]等)(?=[\u4e00-\u9fffA-Z“])(?![级次额保候])")
_AT_LEAST = re.compile(r"(?:不少于|不低于|至少)[^，]{1,6}[次场期]$")
RENEWED = re.compile(r"并(?:及时|动态|定期|实时|滚动|按[月季年]度?|每[月季周年]度?)+(?:更新|调整)$")
"""目录清单并动态更新: how often what is published is renewed, behind it."""
# 做好权力清单的动态调整和公布工作: what else is done with it.
_HANDLED = re.compile("的?(?:动态|定期|及时)?(?:调整|编制|梳理|修订|清理|审核|汇总|收集|整理|更新)[和与及、]$")
_PURPOSE = re.compile(r"(?:接受|便于|方便|供(?!应|给|水|电|气|热|餐|销|需|养|货))[^，、]{2,10}$")
_OWN_VERB = re.compile("预判|研判|预测")
_LEADING = re.compile(
    r"(?:了|好|的|有关于|关于|包括|其中|主要是|特别是|尤其是|以及|及|和|并|如|有关部门的|一[批期份](?!次)|一系列)+"
)
_REAL_HEAD = re.compile("政策|措施|计划|任务|工作|执行|落实|总体|运行")
_ALLOWED_SINGLE = 2
# A policy and its carrying out are one: …措施以及执行落实情况.
_CARRIED_OUT = re.compile("其?(?:执行|落实|实施|执行落实|贯彻落实|落实执行)(?:情况|进展|进展情况)")


def split_items(masked: str, start: int, end: int) -> list[Span]:
    """The items of an object at [start, end); `masked` hides what is quoted, so that its commas part nothing."""
    counted = _AT_LEAST.search(masked[start:end]) or RENEWED.search(masked[start:end])
    start, end = _trim(masked, start, start + counted.start() if counted else end)
    handled = _HANDLED.search(masked[start:end]) if masked[end - 1] in "和与及、" else None
    end = start + handled.start() if handled and handled.start() > 2 else end
    purpose = _PURPOSE.search(masked[start:end])
    end = start + purpose.start() if purpose and purpose.start() > 2 else end
    groups: list[Span] = []
    begin = start
    for match in [*_COMMA.finditer(masked, start, end), None]:
        stop = match.start() if match else end
        groups += _split_group(masked, begin, stop)
        begin = match.end() if match else end
    spans = [_strip_lead(masked, *span) for span in groups]
    return [(a, b) for a, b in spans if b - a >= 2 and not _OWN_VERB.match(masked[a:b])]


def has_head(text: str, start: int, end: int) -> bool:
    """Whether text[start:end) ends in a head; only its last characters are looked at."""
    return bool(_HEAD_END.search(text, max(start, end - _LONGEST_HEAD), end))


def _trim(masked: str, start: int, end: int) -> Span:
    while end > start and masked[end - 1] in "，。；：、的":
        end -= 1
    while start < end and masked[start] in "，：、的":
        start += 1
    return start, end


def _strip_lead(masked: str, start: int, end: int) -> Span:
    match = _LEADING.match(masked, start, end)
    return _trim(masked, match.end() if match else start, end)


def _split_group(masked: str, start: int, end: int) -> list[Span]:
    """Items between commas: parted where each part stands alone, together where they share the head at the right."""
    body = masked[start:end]
    closing = _CLOSING.search(body)
    if closing and closing.start() > 0:
        stop = start + closing.start()
        return _attributes(masked, _apart(masked, _parts(masked, start, stop)))
    parts = _parts(masked, start, end)
    bare = _BARE_HEAD.search(body)
    if bare and len(parts) > 2 and all(b - a > _ALLOWED_SINGLE for a, b in parts):
        headless = not any(has_head(masked, a, b) for a, b in parts[:-1])
        if headless and not _REAL_HEAD.search(masked, *parts[-1]):
            return _attributes(masked, parts)
    return _with_effects(masked, _attributes(masked, _share_head(masked, parts)))


def _parts(masked: str, start: int, end: int) -> list[Span]:
    """Between 、 和 及; what stands before a 等 with its own noun (A、B等政策) stays in one."""
    parts, begin = [], start
    inner = [m.end() for m in _INNER_LIST.finditer(masked, start, end)]
    closed = inner[-1] if inner else start
    for match in _JOINT.finditer(masked, start, end):
        if match.start() <= begin or end <= match.end() or _CARRIED_OUT.fullmatch(masked, match.end(), end):
            continue
        inside = match.start() < closed
        if inside and match[0] == "、":
            continue
        if (inside or match[0] == "或") and not has_head(masked, begin, match.start()):
            continue
        parts.append((begin, match.start()))
        begin = match.end()
    parts.append((begin, end))
    return parts


def _apart(masked: str, parts: list[Span]) -> list[Span]:
    """Before a closing 等 the parts of a 、 list stand alone; 和 parts only what has a head or a list before it."""
    items: list[Span] = []
    for start, end in parts:
        joint = masked[items[-1][1] : start] if items else ""
        if (
            items
            and joint != "、"
            and not has_head(masked, *items[-1])
            and items[-1][1] - items[-1][0] > _ALLOWED_SINGLE
        ):
            items[-1] = (items[-1][0], end)
        else:
            items.append((start, end))
    return items


def _attributes(masked: str, parts: list[Span]) -> list[Span]:
    """Bare attributes of one noun stay with it: 政府债务种类、规模、结构; …的执行情况和实际效果."""
    items: list[Span] = []
    for start, end in parts:
        short = end - start <= _ALLOWED_SINGLE and "□" not in masked[start:end]
        if items and short and items[-1][1] - items[-1][0] > _ALLOWED_SINGLE:
            items[-1] = (items[-1][0], end)
        else:
            items.append((start, end))
    return items


def _with_effects(masked: str, parts: list[Span]) -> list[Span]:
    """X的执行情况和实际效果: a short second half has the first one's noun in front of it."""
    items: list[Span] = []
    for start, end in parts:
        before = masked[items[-1][0] : items[-1][1]] if items and end - start <= 4 else ""
        if "的" in before and len(before) > 6 and not has_head(masked, start, end):
            items[-1] = (items[-1][0], end)
        else:
            items.append((start, end))
    return items


def _share_head(masked: str, parts: list[Span]) -> list[Span]:
    """A part without a head of its own goes together with the part after it whose head it shares: 环境影响和损失的
    评估结果; 申报入口和联系人 share none."""
    items: list[Span] = []
    open_ = False
    for index, (start, end) in enumerate(parts):
        if items and open_:
            items[-1] = (items[-1][0], end)
        else:
            items.append((start, end))
        adjective = masked[end - 1] in "性型级"
        open_ = not has_head(masked, start, end) and (adjective or _may_share(masked, parts[index + 1 :]))
    return items


def _may_share(masked: str, behind: list[Span]) -> bool:
    """Whether the first head of the parts `behind` is one that several parts may have in common."""
    if not behind:
        return False
    start, end = next((part for part in behind if has_head(masked, *part)), behind[-1])
    return masked.find("的", start, end) >= 0 or bool(_SHARED_HEAD.search(masked[start:end]))
