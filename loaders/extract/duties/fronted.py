"""Objects that do not stand behind their verb: fronted (清理结果向社会公布), or said in the clause before."""

from __future__ import annotations

import re

from loaders.extract.duties.bearers import find_bearers

_ADVERB = (
    r"(?:对外|耐心|同样|当场|先行|带头|汇总|深入浅出地?|注重|积极采取[^，]{2,30}形式|采取[^，]{2,30}(?:形式|方式)|要|应当|应|须|需|必须|都|均|也|还|并|原则上|一律|可|能|至少|提前\d*日?|及时|定期|适时|主动|全面|依法|依规|依法依规|严格|统一|集中|准确|深入|重点|进一步|持续|继续|有序|详细|同步|逐步|逐项|实时|动态|客观"
    r"|着力|积极|认真|充分|第一时间|一般|随时|即时|分别|如实|分批次?|公开|完整|规范|按规定|按要求|按程序|迅速|快速|全文|点名|逐[一项户条批个]|长期|持续|常态化|张榜|书面|当面|面对面|滚动|一次性|最迟|年[内底]前?|通俗化|随[^，]{2,12}(?=同步|一并)|一并|按照?[^，]{1,14}(?:时限|要求|规定|程序|标准)|按[月季年周旬]度?|每(?:半|[一二两三四五六七八九十\d]+个?)?[月季年周日旬]度?|向(?:全?社会|公众|群众|申请人|企业|[^，]{1,6})(?:公众)?"
    r"|在[^，]{2,24}(?:网站|平台|上|系统|专栏|媒体|公报|场所|栏|位置)|在[^，]{2,20}\d+个?(?:工作日|日|天|月)内|于[^，]{2,24}(?:内|前)|(?:最迟)?[^，、]{0,4}\d+个?(?:工作日|小时|日|天|月)内|通过[^，]{2,40}(?:网站|平台|系统|媒体|公报|等方式|等形式|等渠道|微信|微博)"
    r"|进行|予以|加以|作出|做出|给予|做好|做到|实现|开展|以[^，]{2,10}(?:形式|方式)|有[^，]{1,4}地|地|、|和|通过|利用|转为|可以转为)"
)
_TAIL = re.compile(rf"{_ADVERB}+$")
_FRONT = re.compile(
    r"^(?:探索|推动|组织(?=[^，]{4})|对于|对|就(?!业|医|餐|近)|针对|将|把|凡是|凡|其中|涉及(?!面)|属于|要|应|并|同时)+(?!外|口)"
)
# 各县政府于9月底前将决算报告向社会公开: the object behind its subject and terms.
_WILL = "在|向|按|于|每|通过|由|及时|主动|依法|统一|集中|定期|同步|适时|陆续|逐步|继续"
"""What 将 stands before where it is no 把: 收费标准将在网站公布."""
_TAKEN = re.compile(rf"(?<=[\u4e00-\u9fff）])(?:将(?!来|军|{_WILL})|把(?!握|关))")
# 各单位应对收费标准进行公示: the object behind its subject and modal.
_TREATED = re.compile("(?<![面核针绝相校])对(?!外|口|象|比|策|照|接|待|账|面|话|于|社会|公众)")
# 无人维护的账号依法关停并公告: what else is done with it.
_ALSO = re.compile(
    "(?:依法|及时|一律|统一|全面)*(?:关停|注销|整合|废止|清理|撤销|下架|梳理|汇总|整理|归集|登记|核实|查实|取缔)(?:后|并)$"
)
_LEAST_TAKEN = 2
_IN_YAO = ("纲要", "摘要", "概要", "提要")
_VERB = re.compile(
    r"^(?:[^，]{0,40}?(?:要|应当?|须))?(?:结合实际|(?:根据|对照|按照|参照)[^，]{2,12}?(?=制定|编制|细化|制订|梳理|汇总|形成|修订|列出|起草|建立|完善|拟定|公开|公布))?(?:[在于]?[^，]{2,12}前)?(?:要|并|应|应当|各[^，]{1,16}要|一并|统一|系统|全面|逐项|分类|及时|年内|进一步|加快|认真|切实|抓紧|积极|继续)*(?:落实好|落实|设立|开设|编制|制定|制订|修订|完善|建立健全|建立|健全|梳理|汇总|形成|完成|开展|组织|做好|推进|实行|起草|列出|拟定|拟订|汇编|编印|更新|提出|实施(?!方案|意见|细则|办法|计划)|出台|研究|注重|收集|加强|统筹|绘制|整理|调整|确定|明确|细化|公布|公开(?!事项|目录|清单|内容|专栏)|深化|加强|密切关注|关注|跟踪|了解|注重收集|确定|密切跟踪)+(?:了|对|好)?"
)
_TAIL_NOUN = re.compile(r"(?:的)?(?:编制|制定|清理|修订|梳理|汇总|调整|建设|审查|抽查|管理)?(?:工作)$")


# Where the adverbials of a clause-final verb begin, behind its object: X应当…, X自…之日起…, X在…网站….
_CUT = re.compile(
    rf"(?:都|均|也|原则上|一律)?(?:将(?={_WILL})|"
    r"应当|应(?!急|用|对|届)|(?<![主重需纲摘概提])要(?![点求素闻])|必须|须|可以)|自[^，]{2,24}之日起|[在于][^，]{2,24}(?:之日起|[前后内]|网站|平台|专栏|公[示告开]栏|媒体|系统|入口|现场|大厅|上|采购网|村（社区）|社区|门口|店堂|村组|小组|本组|位置|岸边|公示|公布|公开$)|会后|年[内底]|\d+个?(?:工作日|小时|日|天|月)(?:之内|以内|内)|随[^，]{2,12}(?:同步|一并)|提前(?=\d|一|两|三|半)"
    r"|(?<![自理缘事])由(?!于|此|来)|分批次?(?=向|公|发|开)|向(?=全?社会|公众|群众|消费者|投资者|[^，]{2,14}(?:开放|推送|公开|公布)$)|一律|原则上|全文$|依托|利用"
    r"|通过|以[^，]{2,12}(?:形式|方式)|按[月季年日]|每(?=[月季周年日半两旬\d])|定期(?!检|考|审|体)|适时|第一时间|至少"
)
# 完成数字化, 落实整改: work on the thing, not the thing.
_WORK = re.compile("(?:数字化|整改|改造|迁移|上线|归集|审核|审查|汇总|备案|清理)(?:工作|处理)?")
# What is published itself once it is adopted or changed; 项目开工后 tells of something else.
_CHANGED = re.compile(
    r"(?:在|于)?(?P<thing>[^，]{3,60}?)(?:(?:重新|作出|有|经[^，]{0,10})?(?:调整|变更|修订|修改|更新|核发|出台|印发|审定|批准|批复|制定|形成|发布|公布|施行|实施|产生|生成|揭晓|评定|审核|确认|发生变化|发生变更|确定|通过|下发|编制完成))"
    r"(?:之?后|之日起?|时|之?前)(?:的?(?:最迟)?\d+个?(?:工作日|小时|日|天)(?:之内|以内|内))?"
    r"|(?P<altered>[^，]{3,40}?)(?:发生)?(?:变动|变更|变化|调整)的"
)
# 招生工作结束前, 会后: when, not what.
_WHEN = re.compile("[^，]{1,20}(?:(?<!今)后|之?前|以前|时|期间|之日起?)")
_ATTRIBUTE = re.compile(r"的(?!形式|方式|渠道|要求|规定)")


def is_adverbs(text: str) -> bool:
    """Whether `text` is adverbs and modals only: 每年, 应当及时向社会."""
    return bool(_TAIL.fullmatch(text))


def fronted_object(text: str, start: int, end: int, *, treated: bool = False) -> tuple[int, int] | None:
    """The noun phrase in text[start:end) before a clause-final verb, adverbs and modals stripped; None if none.
    `treated`: 进行 or 予以 stands before the verb, so that what is behind 对 is its object."""
    taken = max((m.end() for m in _TAKEN.finditer(text, start, end)), default=start)
    if treated and taken == start and (object_ := _TREATED.search(text, start, end)):
        taken = object_.end()
    start = taken if end - taken > _LEAST_TAKEN else start
    body = text[start:end]
    cut = next((m for m in _CUT.finditer(body) if m.start() > 1 and not _ATTRIBUTE.search(body[m.start() :])), None)
    body = body[: cut.start()] if cut else body
    also = _ALSO.search(body) if body.endswith(("并", "后")) else None
    body = body[: also.start()] if also and also.start() > _LEAST_TAKEN else body
    tail = _TAIL.search(body)
    stop = start + (tail.start() if tail else len(body))
    stop = start + (changed_thing(text[start:stop]) or stop - start)
    front = _FRONT.match(text[start:stop])
    begin = start + (front.end() if front else 0)
    while stop > begin and text[stop - 1] in "，的要都应" and text[stop - 2 : stop] not in _IN_YAO:
        stop -= 1
    if _WHEN.fullmatch(text[begin:stop]) or is_adverbs(text[begin:stop]):
        return None
    return (begin, stop) if stop - begin >= 2 else None


def changed_thing(text: str) -> int | None:
    """Where the thing ends of which `text` tells that it was changed: 收费标准调整后, 重要文件出台后3个工作日内."""
    match = _CHANGED.fullmatch(text)
    return match.end(match.lastgroup or 0) if match else None


def governed_object(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The object of the clause before, where that is no obligation itself: 编制公共服务事项目录 gives its noun phrase."""
    match = _VERB.match(text[start:end])
    subject = find_bearers(text, start, end) if not match else []
    if subject and subject[0][0] == start:
        start = subject[-1][1]
        match = _VERB.match(text[start:end])
    if not match:
        return None
    begin = start + match.end()
    if _WORK.fullmatch(text[begin:end]):
        return None
    noun = _TAIL_NOUN.search(text[begin:end])
    stop = begin + (noun.start() if noun and noun.start() > 1 else end - begin)
    return (begin, stop) if stop - begin >= 2 else None
