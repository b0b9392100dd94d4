"""The differences between two copies in words: what kind, how many, and what they mean for a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data import load
from ui.wording import Language, Words, deadline, pick, property_name, said

if TYPE_CHECKING:
    from loaders.differences import Comparison, Kind
    from loaders.finding_differences import FindingDifference

_KINDS: Words = {
    "text": ("文字", "wording"),
    "number": ("数字", "number"),
    "date": ("日期频率", "date or rhythm"),
    "body": ("机构", "body"),
    "paragraph": ("整段", "paragraph"),
}
_FINDINGS: Words = {
    "header": ("文件头", "header"),
    "task": ("任务", "task"),
    "body": ("机构", "body"),
    "duty": ("义务", "duty"),
}
_FIELDS: Words = {
    "id": ("编号", "number"),
    "domains": ("领域", "domains"),
    "role": ("角色", "role"),
    "deadline": ("期限", "deadline"),
    "channels": ("渠道", "channels"),
}
_SAY: Words = {
    "only": ("只见于 {}", "only in {}"),
    "same": ("没有不同。", "No difference."),
    "count": (
        "{} 处文字不同，{} 项发现不同，文字 {:.1%} 相同。",
        "{} places differ, {} findings differ, {:.1%} of the text is the same.",
    ),
}
_LONGEST = 60


def count(comparison: Comparison, language: Language) -> str:
    """How much differs, in one sentence."""
    if comparison.same:
        return pick(_SAY, "same", language)
    counts = len(comparison.differences), len(comparison.findings), comparison.alike
    return pick(_SAY, "count", language).format(*counts)


def kind(name: Kind, language: Language) -> str:
    return pick(_KINDS, name, language)


def finding(found: FindingDifference, comparison: Comparison, language: Language) -> str:
    """What a finding is in the one copy and in the other: 义务 1.2#1.1 频率 每月 ↔ 每周."""
    name = found.id or found.other_id or ""
    if found.id and found.other_id and found.id != found.other_id:
        name = f"{found.id} ↔ {found.other_id}"
    told = "；".join(
        f"{pick(_FIELDS, field, language) if field in _FIELDS else property_name(field, language)} "
        f"{_value(field, one, language)} ↔ {_value(field, other, language)}"
        for field, (one, other) in found.values.items()
    )
    if not (found.id and found.other_id) and found.kind != "header":
        told = pick(_SAY, "only", language).format((comparison.one if found.id else comparison.other).copy.source)
    return f"{pick(_FINDINGS, found.kind, language)} {name if found.kind != 'header' else ''} {told}"


def cut(text: str) -> str:
    """Both ends of a long text."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"


def _value(field: str, value: Any, language: Language) -> str:
    if isinstance(value, dict):
        return deadline(value, language)
    if field == "domains":
        names = {entry["key"]: entry[language] for entry in load("domains")}
        value = [names[key] for key in value]
    return cut(said(field, value, language)) or "—"
