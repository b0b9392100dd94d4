"""Says why no row was found: which of the conditions, taken away, would leave some."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from graph.values import Table
from queries.ask.wording import Labels, caption
from queries.ask.words import captions
from queries.runner import run_table
from queries.saved import SavedQuery

if TYPE_CHECKING:
    from graph.store import Store

_OPTIONAL = (
    "frequency", "month", "before", "since", "limit_kind", "amount", "unit", "timing", "has_deadline", "channels", "kind",
    "domain", "agencies", "region", "regions", "year", "lacking", "roles",
)  # fmt: skip


def why_nothing(store: Store, query: SavedQuery, values: Mapping[str, Any], labels: Labels, language: str) -> str:
    """A sentence for an empty answer."""
    names = [name for name in _OPTIONAL if values.get(name) is not None and not _required(query, name)]
    for name in names:
        found = run_table(store, query, {key: value for key, value in values.items() if key != name})
        if found.rows:
            return _without(name, values, labels, found, language)
    subject = _subject(query, values, labels, language)
    if len(names) > 1 and run_table(store, query, {k: v for k, v in values.items() if k not in names}).rows:
        return _pick(
            language,
            f"有{subject}的，但没有一项同时符合全部条件。",
            f"{subject} is there, but nothing meets all conditions.",
        )
    if subject and {"agencies", "document"} & {parameter.name for parameter in query.required}:
        return _pick(
            language,
            f"图里有{subject}，但没有这样的内容。",
            f"The graph knows {subject}, but holds nothing of this kind.",
        )
    return _pick(
        language,
        f"图里没有{subject or '这样'}的内容。",
        f"The graph holds nothing of this kind{subject and ': ' + subject}.",
    )


def _required(query: SavedQuery, name: str) -> bool:
    parameter = query.parameter(name)
    return parameter is None or parameter.required


def _without(name: str, values: Mapping[str, Any], labels: Labels, found: Table, language: str) -> str:
    word = caption(name, values, labels, language)
    if name == "frequency":
        others = _frequencies(found, language)
        zh = f"没有{word}的；有 {_count(found)} 项，频率为{others}。"
        return _pick(language, zh, f"Nothing {word}; there are {_count(found)} with other frequencies: {others}.")
    if name == "roles":
        return _pick(language, "只在其他角色里有。", "There are some, but in other roles.")
    zh = f"没有符合“{word}”的；不限这一条有 {_count(found)} 项。"
    return _pick(language, zh, f"Nothing for “{word}”; without this condition there are {_count(found)}.")


def _count(found: Table) -> int:
    at = found.columns.index("finding") if "finding" in found.columns else None
    return len({row[at] for row in found.rows}) if at is not None else len(found.rows)


def _frequencies(found: Table, language: str) -> str:
    words = captions("frequencies")
    values = {record["frequency"] for record in found.records()}
    named = [words[value].of(language) if value in words else value for value in sorted(values - {None})]
    if None in values:
        named.append(_pick(language, "未写明", "not stated"))
    return ("、" if language == "zh" else ", ").join(named)


def _subject(query: SavedQuery, values: Mapping[str, Any], labels: Labels, language: str) -> str:
    words = [caption(parameter.name, values, labels, language) for parameter in query.required]
    return "、".join(word for word in words if word)


def _pick(language: str, zh: str, en: str) -> str:
    return en if language == "en" else zh
