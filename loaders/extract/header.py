"""What the notice says of itself: number, title, issuer, dates, region, level, instrument, addressees."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.numbers import find_numbers
from loaders.extract.page import Line, Page
from loaders.records import Header, Level
from loaders.resolve.regions import find_region, region_level
from loaders.text.dates import DATE, find_date
from loaders.text.fold import DROPPED, fold_name
from loaders.text.numbering import find_number

_KINDS = "通知|意见|方案|要点|决定|办法|规定|细则|规划|函|批复|公告|通告|报告|计划|指引|安排|通报|纲要|标准|清单|分工"
_TITLE_END = re.compile(rf"(?:{_KINDS})[》”]?(?:（[^（）]{{1,16}}）)?$")
_ORGAN = re.compile(
    r"[\u4e00-\u9fff（）、]{2,40}(?:人民政府|政府|办公厅|办公室|委员会|管委会|领导小组|[厅局委部院署会办]|中心|集团|公司|大学|学院|法院|检察院|银行|分行|支行)"
)
_LABELS = {
    "number": "发文字号|文号|发文编号|公文文号",
    "title": "标题|名称|信息名称|文件名称|公文名称",
    "issuer": "发文机关|发文机构|发布机构|发布单位|发文单位|制发机关|发布机关|公开主体|信息来源|责任部门|责任单位",
    "published_on": "发布日期|发布时间|发文日期|公开日期|公开时间|公布日期|上网日期|时间|日期",
    "written_on": "成文日期|成文时间|生成日期|生成时间|印发日期",
    "other": "索引号|统一编号|主题分类|主题词|关键字|关键词|体裁分类|公文种类|政策类型|政策层级|有效性|时效性|来源|作者|字体大小|类别|分类|信息类别|组配分类|载体类型|内容概述|公开范围|公开方式|文件状态|废止日期|施行日期|有效期",
}
_LABEL = re.compile(
    "|".join(f"(?P<{key}>(?<![\\u4e00-\\u9fff])(?:{words}))" for key, words in _LABELS.items()).join(
        ("(?:", r") ?[：|】〕\t] ?")
    )
)
_INSTRUMENT = re.compile(
    r"关于(?:印发|转发|下发|公布|发布|批转)(?:《(?P<marked>.+)》|(?P<bare>.+?))的?(?:通知|决定|公告|函)$"
)
_SALUTED = re.compile("政府|部门|单位|委员会|局|机构|办事处|公司|处室|委|办|厅|企业|学校|各|院|镇|乡|街道")
_YEAR = re.compile(r"(20\d\d|二[〇○零][〇○零一二三][〇○零一二三四五六七八九])年?")
_HEAD_LINES = 60


@dataclass(frozen=True)
class Frame:
    """Where the parts of the page are, in its own offsets.

    `letter`: behind the salutation (or title); `body`: the first section's number, or the end; `end`: where the
    notice's own text ends; `gaps`: lines between that belong to nothing (signature, date)."""

    letter: int
    body: int
    end: int
    signature: tuple[int, int] | None


def _printed(page: Page) -> list[str]:
    """The printed lines of the head, blanks kept, for the label blocks of portals."""
    lines = (line.replace(DROPPED, "").strip() for line in page.folded.split("\n"))
    return [line for line in lines if line][:_HEAD_LINES]


def find_labels(page: Page) -> dict[str, str]:
    """The values of a block such as 索引号：… 发文机关：… ; the first value of a kind counts."""
    values: dict[str, str] = {}
    for line in _printed(page):
        matches = list(_LABEL.finditer(line))
        if not matches or matches[0].start() > 12:
            continue
        for match, after in zip(matches, [*matches[1:], None], strict=True):
            value = line[match.end() : after.start() if after else len(line)].strip(" \t|")
            if match.lastgroup and value:
                values.setdefault(match.lastgroup, value)
    return values


def first_section(page: Page) -> int:
    """Offset of the first section's number; the text's end where nothing is numbered.

    A lone number is none: the style must be the highest in use, or be followed by its 二."""
    numbered = [(line, number) for line in page.lines if (number := find_number(line.text))]
    for index, (line, number) in enumerate(numbered):
        later = {(other.style, other.value) for _, other in numbered[index + 1 :]}
        if number.value == 1 and ((number.style, 2) in later or number.rank <= 4):
            return line.start
    return numbered[0][0].start if len(numbered) > 2 else len(page.text)


def find_salutation(page: Page, body: int) -> Line | None:
    """The line of the bodies saluted: it ends with a colon and names bodies."""
    for line in page.lines:
        if line.start >= body:
            return None
        if line.text.endswith("：") and len(line.text) < 400 and _SALUTED.search(line.text):
            bare = line.text[:-1]
            if not re.search("如下|要求是|附件|。|《|通知如|总体要求|现将", bare) and not _LABEL.match(line.text):
                return line
    return None


def find_signature(page: Page) -> tuple[Line | None, Line] | None:
    """(line of the signing body, line of its date), of one line or two; None where nobody signs."""
    dated = None
    for index, line in enumerate(page.lines):
        match = re.fullmatch(rf"(?P<body>{_ORGAN.pattern})?（?(?P<date>{DATE.pattern})）?", line.text)
        if not match:
            continue
        if match["body"]:
            return line, line
        above = page.lines[index - 1] if index else None
        if above and _ORGAN.fullmatch(above.text):
            return above, line
        dated = dated or (None, line)
    return dated


def find_title(page: Page, labels: dict[str, str], stop: int) -> str | None:
    """The title without issuer and number, Simplified; lines broken inside it are joined."""
    head = [line for line in page.lines if line.start < stop]
    for index, line in enumerate(head):
        at = line.text.find("关于")
        if at < 0 or _LABEL.match(line.text) or "。" in line.text:
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
    organ = _ORGAN.fullmatch(text[:at]) if at > 0 else None
    return text[at:] if organ else text


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
            if _ORGAN.fullmatch(head) and "网" not in head:
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


def _published(page: Page, labels: dict[str, str]) -> str | None:
    stated = find_date(labels.get("published_on", ""))
    if stated:
        return stated
    for line in _printed(page)[:20]:
        match = re.match(r"(?:.{0,8}[：:] ?)?((?:19|20)\d\d-\d{1,2}-\d{1,2})", line)
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
    match = re.search(r"https?://[^\s<>（）]+/[^\s<>（）]+", "\n".join(page.copy.text.split("\n")[:_HEAD_LINES]))
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
    region = find_region(issuer.removeprefix("中共"))[0] if issuer else ()
    instrument = find_instrument(title)
    addressees: tuple[str, ...] = ()
    if salutation:
        spans = split_addressees(salutation.text[:-1])
        addressees = tuple(page.written(salutation.start + a, salutation.start + b) for a, b in spans)
    header = Header(
        number=_number(page, labels, stop),
        title=title,
        issuer=issuer,
        issued_on=issued_on,
        published_on=_published(page, labels),
        region=region,
        level=issuer_level(issuer, region) if issuer else None,
        instrument=instrument,
        instrument_year=_instrument_year(title, instrument, page.text, issued_on),
        addressees=addressees,
        script=page.copy.script,
        url=find_url(page),
    )
    return header, _frame(page, body, salutation, signature)


_TAIL = re.compile(
    r"抄送[：:]|（?此件|附件(?:\d|[：:]|$)|.{2,30}办公[厅室].{0,8}\d{4}年.{1,3}月.{1,3}日印发|主办[：:]|信息公开(?:选项|类别|属性)[：:]|【|〔我要"
)


def _frame(page: Page, body: int, salutation: Line | None, signature: tuple[Line | None, Line] | None) -> Frame:
    sign = ((signature[0] or signature[1]).start, signature[1].end) if signature else None
    end = len(page.text)
    if sign and sign[0] > body:
        end = sign[0]
    for line in page.lines:
        if body < line.start < end and _TAIL.match(line.text):
            end = line.start
    letter = salutation.end if salutation else (sign[1] if sign and sign[1] < body else 0)
    return Frame(letter, body, end, sign)
