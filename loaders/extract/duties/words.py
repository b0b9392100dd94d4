"""The predicate lexicon, compiled: which words are verbs of an obligation, and where such a word is none."""

from __future__ import annotations

import re
from functools import cache

from data import load
from loaders.records import ObligationKind

KINDS: tuple[ObligationKind, ...] = ("disclose", "interpret", "respond")
_MEETING = (
    r"(?:组织)?(?:召开|举办|举行|参加|出席)(?:[^，。；]{0,30}?)(?:新闻发布会|例行发布会|吹风会)"
    r"|(?:实行|落实|执行|开展)[^，。；]{0,14}?新闻发布会制度"
    r"|接受(?:[^，。；]{0,10}?)(?:采访|访谈)|参加(?:[^，。；]{0,16}?)访谈"
)
_MEETING_RULE = re.compile(_MEETING)
_MEETING_WORD = re.compile("发布会|吹风会|采访|访谈")


def find_meeting(text: str) -> re.Match[str] | None:
    """A meeting held or attended, an interview given: 召开新闻发布会, 接受采访."""
    return _MEETING_RULE.search(text) if _MEETING_WORD.search(text) else None


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
def bare_verb_pattern() -> re.Pattern[str]:
    """The letters of any verb of the lists, or of a meeting: a quick look before the careful one."""
    return re.compile(f"{alternatives(list(verb_kind()))}|{_MEETING_WORD.pattern}")


# Behind any verb of the lists these make it a noun of the process: 在发布等环节, 公开过程.
_PROCESS = r"等?(?:环节|过程|全过程)|的(?!力度|工作|频次|及时)"
_CLAUSE_END = r"(?![\u4e00-\u9fff])"


@cache
def verb_pattern() -> re.Pattern[str]:
    """A verb of the lists that is not part of a longer word: 公开, but not 公开目录, 政务公开, 公开的.

    A follower with $ counts only where the clause ends behind it. What may not stand in front is looked up behind the
    verb, so that the search can go by the verbs' first letters."""
    lexicon = load("predicates")
    due = alternatives(lexicon["due"])
    parts = []
    for verb in sorted(verb_kind(), key=len, reverse=True):
        before = "".join(f"(?<!{re.escape(word + verb)})" for word in lexicon["leaders"].get(verb, ()))
        after = lexicon["followers"].get(verb, [])
        plain = alternatives([word for word in after if not word.endswith("$")])
        ending = alternatives([word[:-1] for word in after if word.endswith("$")])
        parts.append(
            re.escape(verb)
            + before
            + (f"(?!{plain})" if plain else "")
            + (f"(?!(?:{ending}){_CLAUSE_END})" if ending else "")
            + f"(?!(?<=应{re.escape(verb)})(?:{due}))"
        )
    return re.compile(f"(?:{'|'.join(parts)})(?!{_PROCESS})")


@cache
def chain_pattern() -> re.Pattern[str]:
    """Verbs side by side that share one object: 公开和解读, 发布公示, 公开、动态更新."""
    verb = verb_pattern().pattern
    partner = alternatives(list(words("partners")))
    joint = alternatives(list(words("chain")))
    return re.compile(rf"{verb}(?:(?:{joint})(?:{verb}|(?:{partner})(?![的率])))*")


# A verb that is the first half of a noun carries nothing: 实施方案, 落实情况, 规范性文件, 研究机构.
_NOUN = {
    "作出": "之日|后|之后|的|决定之",
    "做出": "之日|后|之后|的",
    "实施": "地点|范围|时间|对象|进度|结果|周期|年度|清单|项目|前|后|之日|时|方案|情况|过程|细则|主体|意见|效果|进展|办法|计划|条例|单位",
    "落实": "情况|结果|效果",
    "执行": "和|与|、|及|情况|结果|力(?!度)|效果|过程",
    "推进": "情况|进度|落实情况|会",
    "规范": "性|化",
    "组织": "机构|部|实施|领导|体系|保障",
    "检查": "情况|执法|结果|事项|结束|计划|任务|工作|对象|名单|单|码|频次",
    "起草": "部门|单位|处室|科室|小组|说明|人|机构|过程",
    "制定": "部门|单位|机关|主体",
    "编制": "部门|单位|机关",
    "监督": "抽查|检查|管理|举报|电话|执法|部门|机构",
    "建设": "项目|工程|单位|情况|进展|进度|标准|程序",
    "研究": "机构|院|所|成果|报告|室",
    "指导": "意见|价|目录|性",
    "开展": "情况",
    "协调": "机制",
    "修订": "情况",
    "引导": "性",
}


def _governing(name: str) -> re.Pattern[str]:
    verbs = sorted(words(name), key=len, reverse=True)
    return re.compile("|".join(verb + (f"(?!{_NOUN[verb]})" if verb in _NOUN else "") for verb in verbs))


@cache
def light_pattern() -> re.Pattern[str]:
    return _governing("light")


@cache
def setup_pattern() -> re.Pattern[str]:
    return _governing("setup")


@cache
def optional_pattern() -> re.Pattern[str]:
    return _governing("optional")
