"""对比: two places or two notices, domain by domain, their duties side by side."""

from __future__ import annotations

import streamlit as st

from ui.comparison import Theme, compare
from ui.web import page, reads
from ui.web.compared import Address, render_theme, render_themes, theme_name
from ui.web.reads import Side

KINDS = {"regions": ("两个地区", "Two places"), "documents": ("两份通知", "Two notices")}


def show() -> None:
    """Two sides chosen, the domains with what differs, and the duties of one domain."""
    kind = _kind()
    sides = reads.places() if kind == "regions" else reads.documents()
    if len(sides) < 2:
        page.problem(
            page.say("图里不足两个可比的。", "The graph holds fewer than two to compare."),
            page.say("在终端运行 zwgk build 读入更多通知。", "Read in more notices: run zwgk build in a terminal."),
        )
        return
    left, right = _chosen(sides)
    if left == right:
        page.note(page.say("两边是同一个；换一边。", "Both sides are the same; change one."))
        return
    _compared(kind, left, right)


def _kind() -> str:
    asked = st.query_params.get("of", "regions")
    st.session_state["compare-of"] = asked if asked in KINDS else "regions"
    chosen = st.segmented_control(
        page.say("对比什么", "Compare"),
        list(KINDS),
        key="compare-of",
        format_func=lambda name: page.say(*KINDS[name]),
        on_change=_to_kind,
        label_visibility="collapsed",
    )
    return str(chosen or "regions")


def _to_kind() -> None:
    """To the other kind; the sides and the domain of the last do not fit it."""
    chosen = st.session_state["compare-of"]
    page.move_to("compare")
    if chosen:
        st.query_params["of"] = chosen


def _chosen(sides: list[Side]) -> tuple[str, str]:
    """The sides that the address names, else the first two."""
    words = {side.value: side.words for side in sides}
    values = list(words)
    columns = st.columns(2)
    for at, (name, label) in enumerate((("left", ("左边", "Left")), ("right", ("右边", "Right")))):
        asked = st.query_params.get(name)
        st.session_state[f"compare-{name}"] = asked if asked in words else values[at]
        columns[at].selectbox(
            page.say(*label), values, key=f"compare-{name}", format_func=lambda value: words[value], on_change=_to_sides
        )
    return st.session_state["compare-left"], st.session_state["compare-right"]


def _to_sides() -> None:
    for name in ("left", "right"):
        st.query_params[name] = st.session_state[f"compare-{name}"]


def _compared(kind: str, left: str, right: str) -> None:
    language = page.language()
    found = reads.rows(f"comparison/{kind}", {kind: [left, right]})
    themes = compare(reads.named(found, language), left, right, language)
    if not themes:
        page.note(page.say("两边都没有义务。", "Neither side has any duty."))
        return
    page.sentence(sentence(themes, left, right))
    if found.cut:
        page.note(page.say(f"只比较了前 {reads.ROWS} 项。", f"Only the first {reads.ROWS} duties were compared."))
    here: Address = {
        "view": "compare",
        "of": kind,
        "left": left,
        "right": right,
        "lang": None if language == "zh" else language,
    }
    shown, listed = st.columns([1.9, 1], gap="large")
    with shown:
        theme = _theme(themes)
        page.put(render_theme(theme, (left, right), language))
        page.note(
            page.say(
                "底色：时间或渠道与另一边不同；左侧竖线：只有这一边要求。同一信息类别、同一做法的算作同一项。",
                "Shaded: time or channel differs from the other side; ruled at its left: required on this side only. "
                "Duties match where they do the same with the same type of information.",
            )
        )
    with listed:
        page.put(render_themes(themes, (left, right), theme.key, here, language))


def _theme(themes: tuple[Theme, ...]) -> Theme:
    """The domain in the address, else the one in which most differs."""
    asked = st.query_params.get("domain")
    by_key = {theme.key or "-": theme for theme in themes}
    st.session_state["compare-domain"] = asked if asked in by_key else next(iter(by_key))
    chosen = st.selectbox(
        page.say("政策领域", "Policy domain"),
        list(by_key),
        key="compare-domain",
        format_func=lambda key: theme_name(by_key[key], page.language()),
        on_change=_to_domain,
    )
    return by_key[chosen]


def _to_domain() -> None:
    st.query_params["domain"] = st.session_state["compare-domain"]


def sentence(themes: tuple[Theme, ...], left: str, right: str) -> str:
    """How much both sides share, and how much each has alone."""
    both = sum(len(theme.both) for theme in themes)
    differing = sum(theme.differing for theme in themes)
    mine, theirs = (sum(len(getattr(theme, side)) for theme in themes) for side in ("left", "right"))
    return page.say(
        f"两边都有的 {both} 项，其中 {differing} 项时间或渠道不同；只有{left}要求的 {mine} 项，只有{right}要求的 {theirs} 项。",
        f"{both} in common, {differing} of them with another time or channel; {mine} required by {left} only, {theirs} by {right} only.",
    )
