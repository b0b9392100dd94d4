"""A question in one's own words, Chinese or English, to a saved query and its rows. Deterministic and offline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from graph.values import Graph, Table
from queries.ask.answer import Answer, Proposal
from queries.ask.follow import whole_question
from queries.ask.nothing import why_nothing
from queries.ask.rank import Ranked, rank
from queries.ask.read import read_question
from queries.ask.reading import Reading, Slot
from queries.ask.succession import succession_of
from queries.ask.vocabulary import Vocabulary, read_vocabulary
from queries.ask.wording import Labels, question_of, sentence_of, slots_of
from queries.ask.words import openings, refusal
from queries.catalogue import load_catalogue
from queries.own import load_all
from queries.runner import bind, run
from queries.saved import SavedQuery

if TYPE_CHECKING:
    from graph.store import Store

__all__ = [
    "Answer",
    "Proposal",
    "Reading",
    "Slot",
    "Vocabulary",
    "ask",
    "read_question",
    "read_vocabulary",
    "whole_question",
]

_LABELLED = {
    "agency": "agencies",
    "channel": "channels",
    "domain": "domain",
    "document": "documents",
}
_SUBJECTS = ("agency", "domain", "channel", "information", "document", "time", "comparison", "structure", "quality")
"""Whose queries are offered first where a question names something and does not say what of it."""
_EMPTY = (
    "图里还没有通知：先运行 zwgk build 通知文件夹。",
    "The graph holds no notice yet: run zwgk build FOLDER first.",
)
_CHOICES = 6
_SUGGESTIONS = 2
_COUNTED = 10_000
"""Who asks how many is told so up to this many rows, though fewer are shown."""


def ask(
    store: Store,
    text: str,
    *,
    language: str = "zh",
    vocabulary: Vocabulary | None = None,
    limit: int | None = 200,
    timeout: float | None = None,
    today: date | None = None,
) -> Answer:
    """The answer to `text` in `language`, as of `today`. Who asks often passes the `vocabulary` read once from the
    graph."""
    vocabulary = vocabulary or read_vocabulary(store)
    reading = read_question(text, vocabulary, language, today or date.today())
    if reason := _refusal(reading, vocabulary):
        return Answer(reading, refused=reason, suggestions=_examples(vocabulary, language))
    ranked = rank(reading, load_all()[0].values())
    best = [one for one in ranked if one.needed and one.whole]
    if not best:
        return _undecided(reading, ranked, vocabulary)
    if len(best) > 1 and best[0].score - best[1].score < 1e-9:
        tied = [one for one in best if best[0].score - one.score < 1e-9]
        return Answer(reading, choices=_proposals(reading, tied, _CHOICES))
    suggestions = _neighbours(reading, best[0], ranked, vocabulary)
    return _answered(store, reading, best[0], suggestions, limit, timeout)


def _neighbours(reading: Reading, best: Ranked, ranked: list[Ranked], vocabulary: Vocabulary) -> tuple[Proposal, ...]:
    """Two questions next to this one; what this graph can answer otherwise where there are no two."""
    rest = (one for one in ranked if one.query is not best.query)
    others = sorted(rest, key=lambda one: (not _near(one, best), one.query.form == "picture"))
    found = _proposals(reading, others, _SUGGESTIONS)
    more = (one for one in _examples(vocabulary, reading.language) if one.query is not best.query)
    return (*found, *islice(more, _SUGGESTIONS - len(found)))


def _answered(
    store: Store,
    reading: Reading,
    best: Ranked,
    suggestions: tuple[Proposal, ...],
    limit: int | None,
    timeout: float | None,
) -> Answer:
    query, language, labels = best.query, reading.language, _labels(reading)
    parameters = bind(query, best.parameters)
    counting = limit is not None and "count" in reading.cues
    found = run(store, query, best.parameters, limit=_COUNTED if counting else limit, timeout=timeout)
    if isinstance(found, Graph):
        return Answer(reading, query, parameters, graph=found, suggestions=suggestions)
    if found.rows:
        sentence = sentence_of(query, parameters, labels, found, language) + succession_of(found, language)
    else:
        sentence = why_nothing(store, query, best.parameters, labels, language)
    shown = Table(found.columns, found.rows[:limit], found.cut or (limit is not None and len(found.rows) > limit))
    return Answer(reading, query, parameters, table=shown, sentence=sentence, suggestions=suggestions)


def _near(one: Ranked, best: Ranked) -> bool:
    """Both need the same thing named: another question about the same agency, document, domain."""
    return bool({p.name for p in one.query.required} & {p.name for p in best.query.required})


def _refusal(reading: Reading, vocabulary: Vocabulary) -> str | None:
    """Why the graph cannot answer: out of its world, nothing in it yet, or a name it does not hold."""
    if (number := _opening(reading.text)) is not None:
        return refusal(number).of(reading.language)
    about = reading.first("refusal")
    if about and not (reading.first("kind") and reading.cues & {"who", "what"}):
        return refusal(about.values[0]).of(reading.language)
    if not vocabulary.agency_forms:
        return _EMPTY[0 if reading.language == "zh" else 1]
    for name, zh, en in (
        ("unknown_agency", "图里没有机构“{}”。", "The graph holds no agency “{}”."),
        ("unknown_region", "图里没有“{}”的通知。", "The graph holds no notice of “{}”."),
        (
            "unknown_document",
            "图里没有文件“{}”，也没有通知引用它。",
            "The graph holds no document “{}”, and no notice cites it.",
        ),
    ):
        for slot in sorted(reading.of(name), key=lambda slot: -slot.end):  # of 菏泽市定陶区 the nearer place
            return (en if reading.language == "en" else zh).format(slot.values[0])
    return None


def _opening(text: str) -> int | None:
    """Did they …? asks what came of it, whatever follows."""
    words = text.lower().split()
    return openings().get(words[0]) if words else None


def _undecided(reading: Reading, ranked: list[Ranked], vocabulary: Vocabulary) -> Answer:
    """Asks back where names were understood but not what is asked of them; else says what was not understood."""
    near = [one for one in ranked if one.whole and one.parameters.keys() - {"kind"} and one.query.form != "picture"]
    near.sort(key=lambda one: (not one.query.required, one.query.form == "count", _place(one.query.group)))
    if near:
        return Answer(reading, choices=_proposals(reading, near, _CHOICES))
    words = "、".join(reading.unused) if reading.language == "zh" else ", ".join(reading.unused)
    zh = f"没有读懂“{words}”。" if words else "没有读懂要问的是哪个机构、领域、渠道、文件或频率。"
    en = f"Not understood: “{words}”." if words else "Which agency, domain, channel, notice or frequency is meant?"
    reason = en if reading.language == "en" else zh
    return Answer(reading, refused=reason, suggestions=_examples(vocabulary, reading.language))


def _place(group: str) -> int:
    return _SUBJECTS.index(group) if group in _SUBJECTS else len(_SUBJECTS)


def _labels(reading: Reading) -> dict[str, str]:
    """How the question itself names the values of its parameters."""
    found: dict[str, str] = {}
    for slot in reading.slots:
        if slot.name in _LABELLED:
            name = _LABELLED[slot.name]
            found[name] = f"{found[name]}、{slot.text}" if name in found else slot.text
        if slot.name == "document":
            found.setdefault("document", slot.text)  # of several the first: queries of one document take no more
    return found


def _proposals(reading: Reading, ranked: Iterable[Ranked], count: int) -> tuple[Proposal, ...]:
    """The questions of these queries, with the values that the question speaks of."""
    labels = _labels(reading)
    found: list[Proposal] = []
    for one in ranked:
        said = slots_of(one.query, reading.language)
        values = {name: value for name, value in one.parameters.items() if name in said}
        proposal = _proposal(one.query, values, labels, reading.language)
        if values and proposal.text not in (reading.text, *(other.text for other in found)):
            found.append(proposal)
    return tuple(found[:count])


def _examples(vocabulary: Vocabulary, language: str) -> tuple[Proposal, ...]:
    """Questions that this graph can answer."""
    catalogue = load_catalogue()
    found = [_proposal(catalogue["time/frequency"], {"frequency": "P1M", "kind": "disclose"}, {}, language)]
    for key, name in sorted(vocabulary.domains.items())[:1]:
        labels = {"domain": name.of(language)}
        found.append(_proposal(catalogue["domain/leaders"], {"domain": key}, labels, language))
    if vocabulary.most_bound:
        found.append(_proposal(catalogue["agency/duties"], {"agencies": [vocabulary.most_bound]}, {}, language))
    return tuple(found)


def _proposal(query: SavedQuery, values: Mapping[str, Any], labels: Labels, language: str) -> Proposal:
    return Proposal(question_of(query, values, labels, language), query, bind(query, values))
