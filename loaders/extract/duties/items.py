"""What a duty is about: its object in the clause, in front of the verb, or said before it in the sentence."""

from __future__ import annotations

import re

from loaders.extract.duties.clause import is_framing, is_fronted, is_nominal, is_subject, skip_connective
from loaders.extract.duties.frames import Predicate
from loaders.extract.duties.fronted import changed_thing, fronted_object, governed_object
from loaders.extract.duties.information import split_items
from loaders.extract.duties.scene import Scene, Span

_FRAME_LEAD = re.compile(r"(?:要|应)?(?:紧紧|重点)?(?:围绕|针对|聚焦|结合|对照|着眼|对于|对|将|把|凡是|凡)(?:出台)?")
# Verbs that stand without an object where nothing before them says what.
_ALONE = re.compile("答复|解疑释惑|答疑解惑|发声|新闻发布会")
_LEAD = re.compile("(?:对于|对|了|好)+(?!外|口)")
# What people bring forward, and what so can be answered.
_ASKED = re.compile("反映|关切|问题|疑虑|疑问|舆情|诉求|质疑|咨询")
_WHEN = re.compile("(?:后|时|前|内)$")
_BARE_POLICY = re.compile("(?:有关|上述)?政策")
_NO_THING = re.compile(
    r"(?:全?社会|社会各界|社会公众|公众|群众|市民|消费者|申请人|当事人|投资者|企业|市场主体|经营主体|家长|业主|居民|投诉人|举报人|提案人|代表|委员|服务对象|专家|专家学者|[、和及])+"
    r"|(?:面对面|逐[户项条一]|深入浅出地?|进(?:社区|校园|企业|乡村|机关|学校|园区|楼宇|农村|家庭|景区|课堂|村组?|基层|工地|商圈|市场|网点|军营|万家|厂区|站区)|当面|书面|多角度|全方位|通俗化|通俗易懂|多层次|多形式|多渠道|立体化|可视化|图解|深入|权威|多样化|不少于|至少|一|两|[\d一二三四]+[次场期轮]|的)+"
)
_BEHIND_OBJECT = 2
_DOES = re.compile("进行|予以|加以")
_AROUND = re.compile(r"(?:围绕|针对|就)(?!业)(?P<thing>[^，]{2,40}?)(?=接受|参加|召开|举行|举办|进行|开展|$)")
_MET_WITH = re.compile("新闻发布会|吹风会|发声|澄清|解疑释惑|答疑解惑")
_EVENT = re.compile(
    r"(?:对|对于)?(?:遇有?到?|发生|出现)(?P<thing>[^，]{2,40}?(?:事件|事故|疫情|舆情|灾害|险情|灾情|天气|谣言|传言))(?:的?(?:时|后|之后))?$"
)
# 税务部门要对减税政策进行系统梳理: what is worked on before it is published.
_TREATED = re.compile(
    r"(?:[^，]{0,30}?(?:要|应当?|须))?(?:对|将|把)(?!外|口)(?P<object>[^，]{3,60}?)(?:进行|予以|加以|做好)?(?:系统|全面|认真|逐[一项]|分类)*(?:梳理|汇总|整理|归集|分类|清理|汇编|编目)$"
)
_NO_NOUN = re.compile(
    r"(?:年[内底]|全年|当前|在|于|通过|利用|依托|按|向|提供给|以|自|从|由|运用|严格|依照|按照|根据|主动|及时|有关|相关)"
)


def find_items(
    scene: Scene, index: int, predicate: Predicate, objects: tuple[Span, ...], start: int, bearers: list[Span]
) -> tuple[int, list[Span]]:
    """The items of the predicate of clause `index`, and the duty's start, moved to an object that stands before it."""
    items = [item for span in objects for item in _named(scene, span)]
    inside = any(start < predicate.clause_end for start, _ in items)
    fronted = _fronted(scene, predicate, bearers) if predicate.frame != "meeting" and not inside else None
    if fronted:
        return start, [*_split(scene, fronted), *items]
    if items:
        return _filled(scene, index, start, items)
    if scene.duties and scene.duties[-1].predicate.clause_start >= scene.segments[index].start:
        return start, list(scene.duties[-1].items)
    alone = bool(_ALONE.search(predicate.chain))
    about = _about(scene, index, predicate)
    if about:
        return start, about
    near = _before(scene, index, alone=alone)
    if near and near[1]:
        return min(start, near[0]) if near[0] is not None else start, near[1]
    if scene.before and predicate.frame == "final" and not alone:
        return start, list(scene.before)
    return start, items


def _about(scene: Scene, index: int, predicate: Predicate) -> list[Span]:
    """围绕X接受采访 within the clause, and the event that a meeting or an answer follows: 遇重大疫情，…举行新闻发布会."""
    within = _AROUND.search(scene.text, predicate.clause_start, predicate.verb)
    if within:
        return _split(scene, within.span("thing"))
    if not _MET_WITH.search(predicate.chain):
        return []
    for at in range(index, -1, -1):
        met = _EVENT.match(scene.clause(at))
        if met:
            begin = scene.segments[at].start
            return _split(scene, (begin + met.start("thing"), begin + met.end("thing")))
    return []


def _named(scene: Scene, span: Span) -> list[Span]:
    """The items of an object, without whom it goes to (通报消费者) and how it is done (开展面对面宣讲)."""
    items = _split(scene, span)
    return [] if all(_NO_THING.fullmatch(scene.text, a, b) for a, b in items) else items


def _split(scene: Scene, span: Span) -> list[Span]:
    """The items of an object phrase."""
    lead = _LEAD.match(scene.text, *span)
    return split_items(scene.masked, lead.end() if lead else span[0], span[1])


def _filled(scene: Scene, index: int, start: int, items: list[Span]) -> tuple[int, list[Span]]:
    """Bare 政策 stands for what 围绕… or the duty before it in the sentence spoke of."""
    if not all(_BARE_POLICY.fullmatch(scene.text, a, b) for a, b in items):
        return start, items
    if scene.duties:
        return start, list(scene.duties[-1].items) or items
    for at in range(index - 1, -1, -1):
        if is_framing(scene.clause(at)):
            return scene.segments[at].start, _framed(scene, at, index) or items
    return start, items


def _framed(scene: Scene, at: int, index: int) -> list[Span]:
    """The items of a framing or fronted clause and of those that go on with it, up to the predicate's."""
    begin, stop = scene.span(at)
    treated = _TREATED.match(scene.clause(at))
    lead = _FRAME_LEAD.match(scene.clause(at))
    first = begin + (lead.end() if lead else 0)
    spans = [(begin + treated.start("object"), begin + treated.end("object")) if treated else (first, stop)]
    for other in range(at + 1, index):
        if re.match("以及|和|及|特别是|尤其是", scene.clause(other)):
            spans.append(scene.span(other))
    return [item for span in spans for item in _split(scene, span)]


def _fronted(scene: Scene, predicate: Predicate, bearers: list[Span]) -> Span | None:
    """清理结果向社会公布: the noun phrase before the adverbs, unless it is the body that is bound."""
    start = skip_connective(scene.text, predicate.clause_start, predicate.verb)
    stop = predicate.head
    if bearers and bearers[0][0] - start > _BEHIND_OBJECT and scene.text[bearers[0][0] - 1] == "由":
        stop = bearers[0][0] - 1
    elif bearers and bearers[0][0] >= start:
        start = bearers[-1][1]
    treated = predicate.kinds == ("respond",) or bool(_DOES.match(scene.text, stop))
    span = fronted_object(scene.text, start, stop, treated=treated)
    empty = span and (_NO_NOUN.match(scene.text, *span) or _NO_THING.fullmatch(scene.text, *span))
    return None if empty else span


def _before(scene: Scene, index: int, *, alone: bool) -> tuple[int | None, list[Span]] | None:
    """The nearest phrase before clause `index` that says what: fronted, a duty of the sentence, 围绕…, the clause before."""
    nearest = index - 1
    for at in range(index - 1, -1, -1):
        begin, stop = scene.span(at)
        text = scene.masked[begin:stop]
        if re.match("除.*外$", text):
            nearest = at - 1
            continue
        if scene.is_busy(at) and scene.duties:
            return None, list(scene.duties[-1].items)
        treated = _TREATED.match(text)
        if is_fronted(text) or is_framing(text) or treated:
            return begin, _framed(scene, at, index)
        object_ = governed_object(scene.text, begin, stop)
        if alone and (_WHEN.search(text) or not _ASKED.search(scene.text, *(object_ or (begin, stop)))):
            continue
        if object_ and at == nearest:
            return object_[0], _split(scene, object_)
        changed = changed_thing(text)
        if changed:
            return begin, _split(scene, (begin, begin + changed))
        if (is_nominal(text) and not object_) or is_subject(scene, at, scene.segments[at + 1].start):
            about = len("涉及") if text.startswith("涉及") and text.endswith("的") else 0
            return begin, _split(scene, (begin + about, stop - text.endswith("的")))
    return None
