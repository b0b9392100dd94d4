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


# Behind any verb of the lists these make it a noun of the process: 在发布等环节, 公开过程.
_PROCESS = r"等?(?:环节|过程|全过程)|的(?!力度|工作|频次|及时)"
_CLAUSE_END = r"(?![\u4e00-\u9fff])"


@cache
def verb_pattern() -> re.Pattern[str]:
    """A verb of the lists that is not part of a longer word: 公开, but not 公开目录, 政务公开, 公开的.

    A follower with $ counts only where the clause ends behind it."""
    lexicon = load("predicates")
    parts = []
    for verb in sorted(verb_kind(), key=len, reverse=True):
        before = "".join(f"(?<!{re.escape(word)})" for word in lexicon["leaders"].get(verb, ()))
        after = lexicon["followers"].get(verb, [])
        plain = alternatives([word for word in after if not word.endswith("$")])
        ending = alternatives([word[:-1] for word in after if word.endswith("$")])
        parts.append(
            before
            + re.escape(verb)
            + (f"(?!{plain})" if plain else "")
            + (f"(?!(?:{ending}){_CLAUSE_END})" if ending else "")
        )
    return re.compile(f"(?:{'|'.join(parts)})(?!{_PROCESS})")


@cache
def chain_pattern() -> re.Pattern[str]:
    """Verbs side by side that share one object: 公开和解读, 发布公示, 公开、动态更新."""
    verb = verb_pattern().pattern
    partner = alternatives(list(words("partners")))
    joint = alternatives(list(words("chain")))
    return re.compile(rf"{verb}(?:(?:{joint})(?:{verb}|(?:{partner})(?![的率])))*")


# A verb that is the first half of a noun carries nothing: 实施方案, 落实情况, 规范性文件.
_NOUN = (
    r"(?!方案|情况|过程|细则|主体|意见|效果|进展|办法|结果|进度|力(?!度)|性|机构|院|所|部门|部(?![门署])|抽查|执法|管理局|举报|电话|计划|项目|工程"
    r"|单位|人员|条例|标准(?=[、和及]))"
)


@cache
def light_pattern() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(list(words('light')))}){_NOUN}")


@cache
def setup_pattern() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(list(words('setup')))}){_NOUN}")


@cache
def optional_pattern() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(list(words('optional')))}){_NOUN}")
