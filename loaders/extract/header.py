"""What the notice says of itself: number, title, issuer, dates, region, level, instrument, addressees."""

from __future__ import annotations

import re

from loaders.extract.frame import ORGAN, Frame, find_frame, find_salutation, find_signature, first_section
from loaders.extract.labels import HEAD_LINES, LABEL, find_labels, printed_head
from loaders.extract.numbers import find_numbers
from loaders.extract.page import Line, Page
from loaders.records import Header, Level
from loaders.resolve.number_facts import number_facts
from loaders.resolve.regions import TOWN, Chain, find_region, region_level
from loaders.resolve.titles import title_region
from loaders.text.dates import DATE, find_date
from loaders.text.fold import fold_name
from loaders.text.numbering import find_number

_KINDS = "通知|意见|方案|要点|决定|办法|规定|细则|规划|函|批复|公告|通告|报告|计划|指引|安排|通报|纲要|标准|清单|分工"
_TITLE_END = re.compile(rf"(?:{_KINDS})[》”]?(?:（[^（）]{{1,16}}）)?$")
_INSTRUMENT = re.compile(
    r"关于(?:印发|转发|下发|公布|发布|批转)(?:《(?P<marked>.+)》|(?P<bare>.+?))的?(?:通知|决定|公告|函)$"
)
_PUBLISHED = re.compile(r"(?:.{0,8}[：:] ?)?((?:19|20)\d\d-\d{1,2}-\d{1,2})")
_YEAR = re.compile(r"(20\d\d|二[〇○零][〇○零一二三][〇○零一二三四五六七八九])年?")


def find_title(page: Page, labels: dict[str, str], stop: int) -> str | None:
    """The title without issuer and number, Simplified; lines broken inside it are joined."""
    head = [line for line in page.lines if line.start < stop]
    for index, line in enumerate(head):
        at = line.text.find("关于")
        if at < 0 or LABEL.match(line.text) or "。" in line.text:
            continue
        joined = line.text[at:]
        for follower in [None, *head[index + 1 : index + 4]]:
            joined += follower.text if follower else ""
            if _TITLE_END.search(joined):
                return clean_title(joined)
    if labels.get("title"):
        return clean_title(labels["title"])
    bare = [
        line.text
        for line in head
        if _TITLE_END.search(line.text) and len(line.text) < 60 and not find_number(line.text)
    ]
    return clean_title(bare[0]) if bare else None


def clean_title(text: str) -> str:
    """Without issuer and number in front; outer 《》 gone, inner 〈〉 raised to 《》."""
    text = fold_name(text).strip()
    for start, end, _ in find_numbers(text)[:1]:
        text = text[end:] if start <= 1 and end < len(text) - 4 else text
    if text.startswith("《") or text.count("》") > text.count("《"):
        text = text.removeprefix("《").removesuffix("》").replace("〈", "《").replace("〉", "》")
    at = text.find("关于")
    organ = ORGAN.fullmatch(text[:at]) if at > 0 else None
    return text[at:] if organ else text


_PROVINCE_END = re.compile("(?:省|自治区|特别行政区)$|^(?:北京|天津|上海|重庆)市$")
_PROVINCE_PAPER = re.compile(
    "(?:根据|按照|依据|落实|贯彻|执行)[^。；\n]{0,60}?《(?:中共)?(?P<province>[\u4e00-\u9fff]{2,7}(?:省|自治区))(?:人民政府|委办公厅|委员会)"
)
_HEAD_OF_TEXT = 1500


def find_instrument(title: str | None) -> str | None:
    """关于印发X的通知 circulates X; any other title is itself the instrument."""
    match = _INSTRUMENT.match(title or "")
    return (match["marked"] or match["bare"]) if match else None


def issuer_level(issuer: str, region: tuple[str, ...]) -> Level:
    """By who signs: governments, their offices, party committees and 功能区 committees carry the region's rank."""
    if re.search(r"(?:镇|乡|街道)(?:人民政府|办事处)|(?:镇|街道)(?:党政)?办公室$", issuer):
        return "township"
    if re.match("国务院(?:办公厅)?$|中共中央|中央办公厅", issuer):
        return "national"
    rank: Level = region_level(region)  # type: ignore[assignment]
    if re.search(r"(?:管理委员会|管委会)(?:办公室|党政办公室|综合办公室)?$", issuer):
        return {"province": "city", "city": "county", "national": "city"}.get(rank, rank)  # type: ignore[return-value]
    if region and re.search(
        r"(?:政府|行政公署|(?:省|市|区|县|州|盟|旗)委)(?:办公厅|办公室|办)?$|领导小组(?:办公室)?$", issuer
    ):
        return rank
    return "department"


def find_issuer(
    page: Page, labels: dict[str, str], signature: tuple[Line | None, Line] | None, stop: int
) -> str | None:
    """The body that signs; else the one in front of the title, else the one that the label block names."""
    if signature and signature[0]:
        return fold_name(DATE.sub("", signature[0].text).strip("（）"))
    for line in page.lines:
        at = line.text.find("关于")
        if line.start < stop and at > 0:
            head = line.text[:at].lstrip("《")
            head = head[find_numbers(head)[-1][1] :] if find_numbers(head) else head
            if ORGAN.fullmatch(head) and "网" not in head:
                return head
    return labels.get("issuer")


def split_addressees(text: str) -> list[tuple[int, int]]:
    """Spans of the bodies saluted, parted at ， and ；, not inside brackets."""
    spans, start, depth = [], 0, 0
    for i, char in enumerate(text):
        depth += (char in "（〔") - (char in "）〕")
        if char in "，；" and depth == 0:
            spans.append((start, i))
            start = i + 1
    spans.append((start, len(text)))
    return [span for span in spans if span[1] > span[0]]


def _number(page: Page, labels: dict[str, str], stop: int) -> str | None:
    for text in (labels.get("number", ""), *(line.text for line in page.lines if line.start < stop)):
        for start, _, number in find_numbers(text):
            if not re.search("[《（]", text[:start]) and "。" not in text:
                return number
    return None


def _jurisdiction(issuer: str | None, number: str | None, title: str | None, issued_on: str | None) -> Chain:
    """The place of the issuer's name, in the notice's year; where the name says none or several share it, the place of the
    number's prefix; else the place that the title names. A town stands below the county that its name or number says."""
    by_number = number_facts(number).region if number else ()
    year = int(issued_on[:4]) if issued_on else None
    name = (issuer or "").removeprefix("中共")
    by_issuer, used = find_region(name, by_number, year)
    if town := TOWN.match(name, used):
        return (*(by_issuer or by_number), town[0])
    if by_issuer and by_issuer[-1:] != by_number[-1:]:
        return by_issuer
    national = issuer is not None and issuer_level(issuer, ()) == "national"
    by_title = title_region(title, ()) if title and not national else None
    return by_number or by_issuer or by_title or ()


def _with_province(region: Chain, text: str) -> Chain:
    """A city or county that the table of regions lacks lies in the province whose paper its notice carries out."""
    if not region or _PROVINCE_END.search(region[0]):
        return region
    carried_out = _PROVINCE_PAPER.search(text, 0, _HEAD_OF_TEXT)
    return (carried_out["province"], *region) if carried_out else region


def _level_of_number(number: str | None) -> Level | None:
    """Where nobody signs, the level that the number's prefix says."""
    return number_facts(number).level if number else None  # type: ignore[return-value]


def _published(page: Page, labels: dict[str, str]) -> str | None:
    stated = find_date(labels.get("published_on", ""))
    if stated:
        return stated
    # The logical lines serve where the line ends of the print are lost.
    for line in [*printed_head(page)[:20], *(line.text for line in page.lines[:20])]:
        match = _PUBLISHED.match(line)
        if match and not line.startswith("成文"):
            return find_date(match[1])
    return None


def _instrument_year(title: str | None, instrument: str | None, text: str, issued_on: str | None) -> int | None:
    for name in (instrument, title):
        match = _YEAR.search(name or "")
        if match and match[1].isdigit():
            return int(match[1])
    return int(issued_on[:4]) if issued_on and "今年" in text else None


def find_url(page: Page) -> str | None:
    """The address of the page itself; a bare site address is none."""
    match = re.search(r"https?://[^\s<>（）]+/[^\s<>（）]+", "\n".join(page.copy.text.split("\n")[:HEAD_LINES]))
    return match.group(0) if match else None


def read_header(page: Page) -> tuple[Header, Frame]:
    """The header fields and the frame of the page."""
    body = first_section(page)
    labels = find_labels(page)
    salutation = find_salutation(page, body)
    signature = find_signature(page)
    stop = min(salutation.start if salutation else body, body)
    if signature and signature[1].start < body:
        stop = min(stop, (signature[0] or signature[1]).start)
    title = find_title(page, labels, max(stop, 1))
    issuer = find_issuer(page, labels, signature, stop)
    issued_on = (find_date(signature[1].text) if signature else None) or find_date(labels.get("written_on", ""))
    number = _number(page, labels, stop)
    region = _with_province(_jurisdiction(issuer, number, title, issued_on), page.text)
    instrument = find_instrument(title)
    addressees: tuple[str, ...] = ()
    if salutation:
        spans = split_addressees(salutation.text[:-1])
        addressees = tuple(page.written(salutation.start + a, salutation.start + b) for a, b in spans)
    header = Header(
        number=number,
        title=title,
        issuer=issuer,
        issued_on=issued_on,
        published_on=_published(page, labels),
        region=region,
        level=issuer_level(issuer, region) if issuer else _level_of_number(number),
        instrument=instrument,
        instrument_year=_instrument_year(title, instrument, page.text, issued_on),
        addressees=addressees,
        script=page.copy.script,
        url=find_url(page),
    )
    return header, find_frame(page, body, salutation, signature)
