"""Reads a question: names and words by longest match, then what looks like a name that the graph does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from queries.ask.dates import find_dates
from queries.ask.numbers import find_numbers
from queries.ask.reading import Reading, Slot
from queries.ask.repair import LEVELS, repaired
from queries.ask.vocabulary import LISTED, Vocabulary
from queries.fold import fold

_WITHIN = re.compile(r"(\d{1,3})\s*(个?工作日|小时|天|日|working days?|hours?|days?)之?内?")
_UNITS = {"个工": "working_day", "工作": "working_day", "wo": "working_day", "小时": "hour", "ho": "hour"}
_NUMBER = re.compile(r"([一-鿿]{2,8})〔\d{4}〕第?\d+号?")
_NO_CODE = re.compile("[了的在把由被谁据照对与和及哪]")
_BODY = re.compile(
    r"(?:(?![的由是和与在经要请把让谁哪各])[一-鿿])*[一-鿿](?:厅|局|委员会|委|部|办公室|办|支行)"
    r"(?:(?![一-鿿])|(?<!部)(?=[要须应得该需]))"
)
_RUN = re.compile(r"[一-鿿]+")
_ASCII = re.compile(r"[a-z0-9]")
_LEFT = re.compile(r"[一-鿿a-z0-9]+")
_SOFT = {"domain", "filler"}
_INFORMATION_LEAST = 3
_TELLING = 5
"""A type's name of so many characters means the type and not the theme of the same words: 行政处罚信息, not 行政处罚."""
_SMALL_SLOTS = {"cue", "kind", "filler", "frequency", "year", "region"}
_THEME = re.compile("方面|领域|工作")
_SCOPE = re.compile("全[省市区县州]|[本我][省市区县州]|[省市区县州]?本级|本地区?|各[级地省市区县州]|[省市区县州]级")


def read_question(text: str, vocabulary: Vocabulary, language: str, today: date) -> Reading:
    """The reading of `text`, asked on `today`; its spans are those of `text` itself."""
    folded = fold(text)
    candidates = (*_candidates(folded, vocabulary), *find_dates(folded, today))
    strong = _longest(slot for slot in candidates if slot.end - slot.start > 1)
    strong = _with_scoped_information(folded, strong, vocabulary)
    strong = [_placed(folded, slot, vocabulary) if slot.name == "agency" else slot for slot in strong]
    strong = [slot for slot in strong if all(slot is one or not _within(slot, one) for one in strong)]
    strong = _with_unknown_names(folded, strong, vocabulary)
    strong = _with_information(folded, strong, vocabulary)
    weak = (slot for slot in _candidates(folded, vocabulary) if slot.end - slot.start == 1)
    slots = repaired(folded, [*strong, *_free(weak, strong)], vocabulary)
    slots = _with_short_information(folded, slots, vocabulary)
    slots = _directed(folded, _themed(folded, _by_region(slots, vocabulary)))
    unused = tuple(_LEFT.findall(_masked(folded, slots)))
    written = (replace(slot, text=text[slot.start : slot.end]) for slot in slots)
    return Reading(text, language, tuple(sorted(written, key=lambda slot: slot.start)), unused)


def _candidates(folded: str, vocabulary: Vocabulary) -> Iterator[Slot]:
    for start in range(len(folded)):
        for end in range(start + 1, min(len(folded), start + vocabulary.longest) + 1):
            form = folded[start:end]
            if form in vocabulary.forms and _whole(folded, start, end):
                for meaning in vocabulary.forms[form]:
                    yield Slot(meaning.slot, meaning.values, form, start, end)
    yield from find_numbers(folded, vocabulary.documents)
    yield from _unknown_numbers(folded, vocabulary)
    for found in _WITHIN.finditer(folded):
        unit = next((unit for mark, unit in _UNITS.items() if found[2].startswith(mark)), "day")
        yield Slot("within", (int(found[1]), unit), found[0], found.start(), found.end())


def _unknown_numbers(folded: str, vocabulary: Vocabulary) -> Iterator[Slot]:
    """What has the form of a 文号, from behind the words of the question (谁引用了|粤府办〔2017〕3号)."""
    known = tuple({number.partition("〔")[0] for number in vocabulary.documents})
    for found in _NUMBER.finditer(folded):
        code = found[1]
        if code.endswith(known):
            continue
        starts = range(len(code) - 1)
        start = next((at for at in starts if not _has_words(code[at:], vocabulary)), len(code) - 2)
        number = folded[found.start() + start : found.end()]
        yield Slot("unknown_document", (number,), number, found.start() + start, found.end())


def _has_words(code: str, vocabulary: Vocabulary) -> bool:
    pieces = (code[start:end] for start in range(len(code)) for end in range(start + 2, len(code) + 1))
    words = (meaning.slot for piece in pieces for meaning in vocabulary.forms.get(piece, ()))
    return bool(_NO_CODE.search(code)) or any(slot in ("cue", "kind", "filler") for slot in words)


def _whole(folded: str, start: int, end: int) -> bool:
    """A Latin form stands as a word; a figure is not the tail of a longer one (1月 in 11月)."""
    before = folded[start - 1] if start else " "
    after = folded[end] if end < len(folded) else " "
    if folded[start].isdigit() and before.isdigit():
        return False
    starts = _ASCII.match(folded[start]) and _ASCII.match(before) and not folded[start].isdigit()
    ends = _ASCII.match(folded[end - 1]) and _ASCII.match(after)
    return not starts and not ends


def _longest(candidates: Iterable[Slot]) -> list[Slot]:
    """The longest candidates that do not overlap; several meanings of one span stay together."""
    chosen: list[Slot] = []
    for slot in sorted(candidates, key=lambda slot: (slot.start - slot.end, slot.start)):
        if slot not in chosen and all(_apart(slot, one) or _same(slot, one) for one in chosen):
            chosen.append(slot)
    return chosen


def _apart(one: Slot, other: Slot) -> bool:
    return one.end <= other.start or other.end <= one.start


def _same(one: Slot, other: Slot) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _within(one: Slot, other: Slot) -> bool:
    return other.start <= one.start and one.end <= other.end and not _same(one, other)


def _placed(folded: str, slot: Slot, vocabulary: Vocabulary) -> Slot:
    """A short name with a place before it (山西 + 省财政厅, 县 + 财政局) is a body of that place and of no other."""
    for start in range(max(0, slot.start - vocabulary.longest_place), slot.start):
        for end in (slot.start, slot.start + 1):
            region = vocabulary.places.get(folded[start:end])
            if region:
                place = replace(slot, start=start, text=folded[start : slot.end])
                return _narrowed(place, {region}, vocabulary, place.text)
    if slot.start and folded[slot.start - 1] in LEVELS and folded[slot.start - 2 : slot.start] not in vocabulary.forms:
        text = folded[slot.start - 1 : slot.end]
        return Slot("unknown_agency", (text,), text, slot.start - 1, slot.end)
    return slot


def _free(candidates: Iterable[Slot], taken: Iterable[Slot]) -> list[Slot]:
    taken = tuple(taken)
    return _longest(slot for slot in candidates if all(_apart(slot, one) for one in taken))


def _masked(folded: str, slots: Iterable[Slot]) -> str:
    chars = list(folded)
    for slot in slots:
        chars[slot.start : slot.end] = " " * (slot.end - slot.start)
    return "".join(chars)


def _with_unknown_names(folded: str, slots: list[Slot], vocabulary: Vocabulary) -> list[Slot]:
    """Adds what looks like a body; one with one wrong character is the one it comes nearest to."""
    open_text = _masked(folded, (slot for slot in slots if slot.name not in _SOFT | {"region"}))
    found = [_body(match, vocabulary) for match in _BODY.finditer(open_text)]
    return [*(slot for slot in slots if all(_apart(slot, one) for one in found)), *found]


def _body(match: re.Match[str], vocabulary: Vocabulary) -> Slot:
    meant = {values for form, values in vocabulary.agency_forms.items() if _one_slip(match[0], form)}
    if len(meant) == 1:
        return Slot("agency", meant.pop(), match[0], *match.span(), repaired=True)
    return Slot("unknown_agency", (match[0],), match[0], *match.span())


def _one_slip(written: str, form: str) -> bool:
    """One character wrong, but not the one that says whose level it is (省, 市, 区, 厅, 局)."""
    if len(written) != len(form) or len(form) < 4 - (form[0] not in LEVELS):
        return False
    wrong = [(a, b) for a, b in zip(written, form, strict=True) if a != b]
    return len(wrong) == 1 and not set(wrong[0]) & set(f"{LEVELS}厅局委部办")


def _with_scoped_information(folded: str, slots: list[Slot], vocabulary: Vocabulary) -> list[Slot]:
    """全市财政收支情况 is this information, wherever the places are; 市财政 in it is no body."""
    found: list[Slot] = []
    for scope in _SCOPE.finditer(folded):
        run = _RUN.match(folded, scope.end())
        ends = range(run.end(), scope.end() + _INFORMATION_LEAST, -1) if run else ()
        if end := next((end for end in ends if vocabulary.names_information(folded[scope.end() : end])), None):
            slot = _information(scope.end(), end, folded, vocabulary)
            found.append(replace(slot, text=folded[scope.start() : end], start=scope.start()))
    return [*(slot for slot in slots if all(_apart(slot, one) for one in found)), *found]


def _with_information(folded: str, slots: list[Slot], vocabulary: Vocabulary) -> list[Slot]:
    """Adds phrases that stand in the name of an information type and say more than what they displace."""
    open_text = _masked(folded, (slot for slot in slots if slot.name not in _SOFT | {"channel"}))
    found: list[Slot] = []
    for run in _RUN.finditer(open_text):
        span = _longest_known(run[0], vocabulary.folded_information)
        if span:
            found.append(_information(run.start() + span[0], run.start() + span[1], folded, vocabulary))
    found = [one for one in found if _says_more(one, folded, slots, vocabulary)]
    return [*(slot for slot in slots if all(_apart(slot, one) for one in found)), *found]


def _with_short_information(folded: str, slots: list[Slot], vocabulary: Vocabulary) -> list[Slot]:
    """水质由谁公布: where nothing else is named, two characters that stand in names of information are meant."""
    if not any(slot.name == "kind" for slot in slots) or any(slot.name not in _SMALL_SLOTS for slot in slots):
        return slots
    runs = [run for run in _RUN.finditer(_masked(folded, slots)) if run[0] in vocabulary.folded_information]
    return [*slots, *(_information(*run.span(), folded, vocabulary) for run in runs if len(run[0]) > 1)]


def _says_more(one: Slot, folded: str, slots: list[Slot], vocabulary: Vocabulary) -> bool:
    """状况 of 环境状况 is in no other slot. 谁公开财政收支情况 is after this information, 谁牵头扶贫工作 after the theme."""
    if _masked(folded, slots)[one.start : one.end].strip():
        return True
    size = one.end - one.start
    telling = (
        bool(size >= _TELLING or LISTED.search(one.text))
        and vocabulary.names_information(one.text)
        and not _THEME.match(folded, one.end)
    )
    longer = all(_apart(one, slot) or size + telling > slot.end - slot.start for slot in slots)
    leading = any({"lead", "support"} & set(slot.values) for slot in slots if slot.name == "cue")
    return longer and not leading and any(slot.name == "kind" for slot in slots)


def _longest_known(run: str, names: str) -> tuple[int, int] | None:
    for length in range(len(run), _INFORMATION_LEAST - 1, -1):
        for start in range(len(run) - length + 1):
            if run[start : start + length] in names:
                return start, start + length
    return None


def _information(start: int, end: int, folded: str, vocabulary: Vocabulary) -> Slot:
    at = vocabulary.folded_information.index(folded[start:end])
    return Slot("information", (vocabulary.information[at : at + end - start],), folded[start:end], start, end)


def _by_region(slots: list[Slot], vocabulary: Vocabulary) -> list[Slot]:
    """山西的财政厅: of several bodies of one short name, those of the region that the question names."""
    regions = {value for slot in slots if slot.name == "region" for value in slot.values}
    if not regions or not any(slot.name == "agency" for slot in slots):
        return slots
    where = "、".join(sorted(regions))
    narrowed = [
        _narrowed(slot, regions, vocabulary, f"{where}{slot.text}") if slot.name == "agency" else slot for slot in slots
    ]
    return [replace(slot, name="agency_region") if slot.name == "region" else slot for slot in narrowed]


def _narrowed(slot: Slot, regions: set[str], vocabulary: Vocabulary, name: str) -> Slot:
    there = tuple(name for name in slot.values if regions & set(vocabulary.regions_of.get(name, ())))
    if there or (there := _office(slot.text, regions, vocabulary)):
        return replace(slot, values=there)
    return replace(slot, name="unknown_agency", values=(name,))


def _office(text: str, regions: set[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """扶贫办 where the place's only such office is its 扶贫开发领导小组办公室."""
    short = re.search(r"[一-鿿]{2}办$", text)
    if not short:
        return ()
    office = re.compile(".*".join(short[0]) + "公室$")
    found = [name for name, places in vocabulary.regions_of.items() if regions & set(places) and office.search(name)]
    return tuple(found) if len(found) == 1 else ()


def _themed(folded: str, slots: list[Slot]) -> list[Slot]:
    """比较…环境保护公开: at the end, behind a theme, 公开 is the theme's and no kind of duty."""
    domains = {slot.end for slot in slots if slot.name == "domain"}
    return [
        replace(slot, name="cue", values=("disclose_word",))
        if slot.name == "kind" and slot.start in domains and not _LEFT.search(folded, slot.end)
        else slot
        for slot in slots
    ]


def _directed(folded: str, slots: list[Slot]) -> list[Slot]:
    """Turns 引用 into citing or being cited, by where the document stands and whether the verb is passive."""
    return [_direct(folded, slot, slots) if "cite" in slot.values else slot for slot in slots]


def _direct(folded: str, slot: Slot, slots: list[Slot]) -> Slot:
    document = next((one for one in slots if one.name in ("document", "unknown_document")), None)
    if document is None:
        return replace(slot, values=("cites",))
    if any("who" in one.values and document.end <= one.start < slot.start for one in slots):  # 某某文件谁引用过
        return replace(slot, values=("cited_by",))
    passive = next((one for one in slots if "passive" in one.values), None)
    agent = passive is not slot and passive is not None and not folded[passive.end : document.start].strip()
    by_document = agent and passive is not None and passive.end <= document.start  # 被某某文件引用的
    after = document.start > slot.start
    return replace(slot, values=("cited_by" if after != (passive is not None and not by_document) else "cites",))
