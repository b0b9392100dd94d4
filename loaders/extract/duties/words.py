"""The predicate lexicon, compiled: which words are verbs of an obligation, and where such a word is none."""

from __future__ import annotations

import re
from functools import cache

from data import load
from loaders.records import ObligationKind

KINDS: tuple[ObligationKind, ...] = ("disclose", "interpret", "respond")
_MEETING = (
    r"(?:组织)?(?:召开|举办|举行|参加|出席)(?:[^，。；]{0,30}?)(?:新闻发布会|新闻通气会|吹风会|通气会|通报会|发布会)"
    r"|(?:实行|落实|执行|开展)[^，。；]{0,14}?新闻发布会制度"
    r"|接受(?:[^，。；]{0,10}?)(?:采访|访谈)|参加(?:[^，。；]{0,16}?)访谈"
)
MEETING = re.compile(_MEETING)


def alternatives(words: list[str]) -> str:
    """A regular expression for any of `words`, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def words(name: str) -> tuple[str, ...]:
    return tuple(load("predicates")[name])


@cache
def verb_kind() -> dict[str, ObligationKind]:
    return {verb: kind for kind in KINDS for verb in words(kind)}


@cache
def verb_pattern() -> re.Pattern[str]:
    """A verb of the lists that is not part of a longer word: 公开, but not 公开目录, 政务公开, 公开的."""
    lexicon = load("predicates")
    parts = []
    for verb in sorted(verb_kind(), key=len, reverse=True):
        before = "".join(f"(?<!{re.escape(word)})" for word in lexicon["leaders"].get(verb, ()))
        after = lexicon["followers"].get(verb)
        parts.append(before + re.escape(verb) + (f"(?!{alternatives(after)})" if after else ""))
    return re.compile("(?:" + "|".join(parts) + ")(?!的(?!力度|工作|频次|及时))")


@cache
def chain_pattern() -> re.Pattern[str]:
    """Verbs side by side that share one object: 公开和解读, 发布公示, 公开、动态更新."""
    verb = verb_pattern().pattern
    partner = alternatives(list(words("partners")))
    joint = alternatives(list(words("chain")))
    return re.compile(rf"{verb}(?:(?:{joint})(?:{verb}|(?:{partner})(?![的率])))*")


@cache
def light_pattern() -> re.Pattern[str]:
    return re.compile(alternatives(list(words("light"))))


@cache
def setup_pattern() -> re.Pattern[str]:
    return re.compile(alternatives(list(words("setup"))))


@cache
def optional_pattern() -> re.Pattern[str]:
    return re.compile(alternatives(list(words("optional"))))
