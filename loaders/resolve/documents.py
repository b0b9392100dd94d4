"""One node a document: by 发文字号, else by its folded title."""

from __future__ import annotations

import re

from graph.ids import document_id
from loaders.records import Citation, Header
from loaders.text.fold import fold_name

_PRINTED = re.compile(r"^关于(?:印发|转发|公布|下发)(?:《(?P<marked>.+)》|(?P<bare>.+?))的?(?:通知|决定)$")
_ISSUER = re.compile(r"^.{2,40}?(?:办公厅|办公室|人民政府|国务院|委员会|[厅局委部])(?=关于|印发)")


def fold_title(title: str) -> str:
    """The compare form of a title: no issuer in front, no 关于印发…的通知 around the instrument, no marks."""
    text = _ISSUER.sub("", fold_name(title).replace("〈", "《").replace("〉", "》"))
    text = text if text.startswith("关于") else text.removeprefix("印发")
    printed = _PRINTED.match(text)
    text = (printed["marked"] or printed["bare"]) if printed else text
    return re.sub("[《》〈〉“”（）\\s]", "", text)


def titles_of(header: Header) -> set[str]:
    """The folded titles by which other notices may cite this one."""
    return {fold_title(title) for title in (header.title, header.instrument) if title}


def cited_id(citation: Citation, held: dict[str, str]) -> str | None:
    """The id of the cited document: by number, by a held document's title, else a node of its own for the title."""
    if citation.number:
        return document_id(citation.number)
    if not citation.title:
        return None
    folded = fold_title(citation.title)
    return held.get(folded) or document_id(None, title=folded)
