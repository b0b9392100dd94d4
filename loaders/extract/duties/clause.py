"""The clause around a predicate: where it begins, its object, and the clauses beside it that belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.duties.bearers import find_bearers
from loaders.extract.duties.frames import Predicate
from loaders.extract.duties.fronted import governed_object
from loaders.extract.duties.information import has_head
from loaders.extract.duties.scene import Scene, Span
from loaders.extract.duties.terms import find_deadline, find_trigger

_CONNECTIVE = re.compile(
    r"(?:[一二三四五六七八九十]是|要|并且|并|同时|还要|还|也|应当|应|须|其中|此外|另外|而且|且|都|需要?|必须|，)+(?!求|用|素|闻|点|时)"
)
_MEANS = re.compile(
    r"^(?:并|要|应|可以?|还要)*(?:通过|采取|采用|利用|充分利用|运用|充分运用|统筹运用|综合运用|依托|借助|以|用好|发挥)"
)
HOLDS_MEETING = re.compile("(?:适时|定期|及时)?(?:组织)?(?:召开|举办|举行)[^，]{2,16}会$")
_PLACE_END = re.compile(
    r"(?:网站|平台|上|系统|专栏|栏目|方式|形式|渠道|媒体|途径|手段|载体|微信|微博|客户端|公报|主渠道|等|环节|中|新媒体|号|活动|专区|矩阵|大厅|中心|服务站|热线|群|课堂)[”）]?$"
)
_AT_PLACE = re.compile(
    r"(?:[^，]{0,28}?(?:要|应))?(?:并|要|应)*(?:在|于|通过|利用|充分利用|运用|充分运用|统筹运用|综合运用|依托|借助|以)"
)
_FRONTED = re.compile(r"^(?:对于|对(?!外)|凡是|凡|涉及|属于)")
_TAKEN = re.compile(r"^(?:将|把)")
_SETS_UP = re.compile(r"设立|开设|建立|建设|搭建|开辟|开通|设置")
_FRAMING = re.compile(r"^(?:要|应)?(?:紧紧)?(?:围绕|针对|聚焦|结合(?!实际)|着眼|对照|重点围绕)")
_SHOWN = re.compile("通过.*(?:播出|播放|张贴|投放)$")
_EXCEPT = re.compile(r"^除.*外$")
_GOES_ON = re.compile(
    r"(?:情况|信息|结果|名单|清单|目录|数据|等|薪酬|内容|报告|标准|措施|方案|制度|办法|指标|事项|计划|程序|政策|公告|名称|依据|对象|条件|方式|要求|流程|渠道|文件|事项|案件|材料|证书|疑问|疑虑|诉求|咨询|缺陷|隐患|线索|成效|进展|经验|问题|电话|数量|地址)[”）]?$"
)
_VERBAL = re.compile(
    r"^(?:增加|反映|预判|创新|鼓励|支持|拓展|减少|缩短|组织|收集|监测|研判|指导|督促|打造|要|并|应|同时|以(?!及)|让|使|促|引导|确保|方便|增强|提高|提升|切实|维护|激发|推动|推进|做好|做到|加强|加快|接受|帮助|实现|形成|保障|便于|为|扩大|严格|完善|健全|建立|明确|落实|防止|避免|不断|进一步|着力|努力|营造|稳定|正确|全面|充分|积极|强化|深化|按照|根据|围绕|结合|针对|通过|利用|在|对|将|把|除|开展|组织|制定|编制|汇总|及时|定期|逐步|探索|听取|征求|力争|发挥|规范|优化|解决|满足|自觉|主动|广泛|依托|运用|借助|会同|听取|征求|不得|严禁|不准|杜绝|切忌|研究(?=制定|出台|提出|建立))"
)
# A subject that a comma parts from its verb: …职能部门，原则上每季度…
_SUBJECT_ONLY = re.compile(r"(?:部门|单位|政府|机构|企业|院校|负责人|负责同志)$")
_MODAL_NEXT = re.compile("应当|应(?!急|用)|必须|须|由(?=[^，]{2,14}(?:部门|单位|机关|[厅局委]))|自[^，]{2,20}之日")
_LONGEST_SUBJECT = 40
_MODAL = re.compile("应当|必须|不得|[\u4e00-\u9fff]须(?![知])|(?<![主重需必纲摘概提])要(?![点求素闻件道塞])")
_MODAL_FIRST = re.compile("原则上|要|应|须|必须|每|都|均")
_INCLUDES = re.compile(r"^(?:内容|其中|具体|主要)?(?:包括|包含|涵盖|内容为)")
_DONE_BY = re.compile(
    r"^(?:并)?(?:确保|力争|务必)?(?:于|在)?(?:.{0,16}前|.{0,8}(?:年内|上半年|季度[底末内]))(?:完成|到位|落实|公开到位|全部完成|全部公开|实现)"
)


@dataclass(frozen=True)
class Clause:
    """`end` is where the obligation ends; `means` are spans that follow the object, `object_spans` the object's."""

    end: int
    means: tuple[Span, ...] = ()
    object_spans: tuple[Span, ...] = ()


def is_framing(text: str) -> bool:
    return bool(_FRAMING.match(text))


def is_fronted(text: str) -> bool:
    """对X, 将X: the object stands in front; 将X纳入Y says something of its own."""
    return bool(_FRONTED.match(text) or (_TAKEN.match(text) and _GOES_ON.search(text)))


def is_means(text: str) -> bool:
    return bool(_MEANS.match(text) and _PLACE_END.search(text))


def is_adverbial(text: str, year: int | None) -> bool:
    """A clause that only says when, where or for what: a trigger, a deadline, 除…外, 在…网站, 对于X."""
    if _EXCEPT.match(text) or is_fronted(text) or find_trigger(text):
        return True
    if _AT_PLACE.match(text) and _PLACE_END.search(text):
        return not _SETS_UP.search(text)
    if HOLDS_MEETING.match(text):
        return True
    deadline = find_deadline(text, year)
    ends = bool(deadline and deadline.amount and text.endswith(deadline.text))
    return ends or bool(deadline and len(deadline.text) >= 0.6 * len(text))


def skip_connective(text: str, start: int, end: int) -> int:
    match = _CONNECTIVE.match(text, start, end)
    return match.end() if match else start


def find_start(scene: Scene, index: int, clause_start: int) -> int:
    """Where the obligation of clause `index` begins: at its own clause, or at the adverbial clauses right before it."""
    start, segments = clause_start, scene.segments
    at = index - 1 if clause_start == segments[index].start else -1
    while at >= 0 and not scene.is_busy(at) and (_belongs(scene, at, start) or is_subject(scene, at, clause_start)):
        start = segments[at].start
        at -= 1
    return skip_connective(scene.text, start, segments[index].end)


def _belongs(scene: Scene, at: int, behind: int) -> bool:
    """Whether clause `at` is an adverbial, a means or the subject of what begins at `behind`."""
    clause = scene.clause(at)
    if clause.startswith(("特别是", "尤其是")) and is_nominal(clause):
        return True
    subject = _SUBJECT_ONLY.search(clause) and _MODAL_FIRST.match(scene.text, behind)
    return bool(at in scene.used or subject or is_adverbial(clause, scene.year) or is_subject(scene, at, behind))


def is_subject(scene: Scene, at: int, behind: int) -> bool:
    """公交线路调整，应当向社会公告: a noun phrase or case that a comma parts from its modal."""
    clause = scene.clause(at)
    bound = _MODAL_NEXT.match(scene.text, behind) or _names_body_first(scene, at + 1, behind)
    if not bound or is_framing(clause) or _VERBAL.match(clause):
        return False
    return len(clause) <= _LONGEST_SUBJECT and governed_object(scene.text, *scene.span(at)) is None


def _names_body_first(scene: Scene, at: int, behind: int) -> bool:
    """…复文，承办单位应全文公开: whether the clause behind begins with the body that is bound."""
    predicates = scene.found[at] if at < len(scene.found) else []
    if not predicates or predicates[0].clause_start != behind:
        return False
    bearers = find_bearers(scene.text, behind, predicates[0].verb)
    return bool(bearers) and bearers[0][0] == behind


def find_object(scene: Scene, index: int, predicate: Predicate) -> Clause:
    """The object of a verb-object clause over its commas, and the means and items that follow it."""
    end = predicate.clause_end
    objects = [(predicate.object_start, predicate.object_end)] if predicate.object_end > predicate.object_start else []
    means: list[Span] = []
    behind = range(index + 1, len(scene.segments)) if end == scene.segments[index].end else range(0)
    for at in behind:
        begin, stop = scene.span(at)
        clause = scene.masked[begin:stop]
        includes = _INCLUDES.match(clause)
        if scene.is_busy(at):
            break
        if _is_means_behind(scene, at, clause):
            means.append((begin, stop))
        elif includes:
            objects.append((begin + includes.end(), stop))
        elif predicate.frame == "object" and not means and is_nominal(clause):
            objects.append((begin, stop))
        else:
            break
        end = stop
    return Clause(end, tuple(means), tuple(objects))


def _is_means_behind(scene: Scene, at: int, clause: str) -> bool:
    """，通过…等方式 behind an object; before another predicate it is that one's."""
    last = at + 1 >= len(scene.segments) or not scene.is_busy(at + 1)
    if _SHOWN.match(clause):
        return True
    return last and is_means(clause) and bool(re.search(r"(?:方式|形式|渠道|途径|手段)$", clause))


def is_nominal(text: str) -> bool:
    """A clause that is a noun phrase only: …等情况, …文件."""
    named = _GOES_ON.search(text) or has_head(text, 0, len(text))
    return bool(named and not _VERBAL.match(text) and not _MODAL.search(text))


def completes(text: str) -> bool:
    """A clause such as 10月底前完成 behind the predicate."""
    return bool(_DONE_BY.match(text))
