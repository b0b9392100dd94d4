"""Corrections in words: what was changed, by whom and when, and a value as a person types it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from data import load
from ui.wording import Language, Words, day, frequency, pick, said

if TYPE_CHECKING:
    from loaders.build import BuildReport
    from loaders.correcting import Correction, Field, Value, What
    from loaders.records import Issue

FIELDS: Words = {
    "agency": ("机构", "agency"),
    "role": ("角色", "role"),
    "frequency": ("频率", "frequency"),
    "information": ("公开内容", "information"),
    "domain": ("领域", "domain"),
    "wrong": ("有误", "wrong"),
}
WHATS: Words = {"task": ("任务", "task"), "body": ("机构", "body"), "duty": ("义务", "duty")}
NO_FREQUENCY: Words = {"": ("未定频率", "no fixed frequency")}

_NONE = ("", "无", "没有", "未定频率", "none", "no")
_ROLES = {
    "牵头": "lead", "负责": "responsible", "责任": "responsible", "配合": "support",
    "leads": "lead", "supports": "support",
}  # fmt: skip


def value(name: Field, given: Value, language: Language) -> str:
    """A value of a field in words: 每周 for P1W, 牵头 for lead."""
    if name == "frequency":
        return frequency(str(given), None, language) if given else pick(NO_FREQUENCY, "", language)
    if name == "domain":
        return domains(language).get(str(given), str(given or ""))
    return said(name, list(given) if isinstance(given, tuple) else given, language)


def domains(language: Language) -> dict[str, str]:
    """Every policy domain by its key."""
    return {entry["key"]: entry["zh" if language == "zh" else "en"] for entry in load("domains")}


def meant(name: Field, words: str) -> Value:
    """What a person means by `words`: 每周 is P1W, 牵头 is lead, 卫生健康 its domain's key; items stand between 、.

    Raises ValueError where the field takes no such thing."""
    from loaders.corrections import checked
    from loaders.extract.duties.terms import find_frequency

    words = words.strip()
    if name == "frequency":
        return checked(name, None if words.lower() in _NONE else find_frequency(words) or words)
    if name == "role":
        return checked(name, _ROLES.get(words.lower(), words))
    if name == "domain":
        named = {called: key for language in ("zh", "en") for key, called in domains(language).items()}
        return checked(name, named.get(words, words))
    if name == "information":
        return checked(name, [item.strip() for item in words.split("、") if item.strip()])
    return checked(name, words)


def change(correction: Correction, language: Language) -> str:
    """频率 每月 → 每周."""
    if correction.field == "wrong":
        what = pick(WHATS, correction.what, language)
        return f"{what}标为有误" if language == "zh" else f"{what} marked wrong"
    old, new = (value(correction.field, each, language) for each in (correction.old, correction.new))
    return f"{pick(FIELDS, correction.field, language)} {old} → {new}"


def apply(correction: Correction) -> tuple[BuildReport, list[Issue]]:
    """Bring the document that a correction speaks of up to date, by reading it again; an issue where that cannot be
    done here: then the next build does it."""
    from graph.store import connect
    from loaders.corrections import corrections_file, read_corrections
    from loaders.decisions import decision_files, read_decisions
    from loaders.held import rebuild

    decisions, corrections = read_decisions(decision_files())[0], read_corrections(corrections_file())[0]
    with connect("writer") as store:
        return rebuild(store, [correction.document], decisions, corrections)


def key(correction: Correction) -> str:
    """How a person points at the finding; see loaders.findings."""
    return f"{correction.finding}@{correction.words}" if correction.what == "body" else correction.finding


def by_whom(facts: Mapping[str, Any], language: Language) -> str:
    """更正：张三，2026年11月22日：核对原件; "" for what nobody corrected."""
    who, on = facts.get("corrected_by"), facts.get("corrected_on")
    if not who:
        return ""
    when, why = day(str(on)[:10], language), str(facts.get("reason") or "")
    lead = f"更正：{who}，{when}" if language == "zh" else f"corrected by {who}, {when}"
    return f"{lead}：{why}" if language == "zh" else f"{lead}: {why}"


def told(correction: Correction, language: Language) -> str:
    """Why, who and when: 核对原件 · 张三，2026年11月22日."""
    when = day(correction.when[:10], language)
    return f"{correction.reason} · {correction.who}{'，' if language == 'zh' else ', '}{when}"


def kinds(what: What) -> tuple[Field, ...]:
    """What can be corrected of a kind of finding."""
    from loaders.correcting import FIELDS as OF

    return OF[what]
