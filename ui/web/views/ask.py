"""问答: a question in words, how it was understood, one sentence, the rows with their evidence, and the picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from graph.errors import StoreError
from graph.values import Graph, Table
from queries.own import load_all
from ui.web import forms, markup, page, source
from ui.web.downloads import show_answer_buttons
from ui.web.result import picture_of, show_picture, show_table
from ui.web.views import overview
from ui.wording import Language

if TYPE_CHECKING:
    from queries.ask import Answer, Proposal
    from queries.saved import SavedQuery

EXAMPLES = (
    ("省财政厅每月必须公开什么？", "What must 省财政厅 disclose monthly?"),
    ("谁牵头环境保护公开？", "Who leads environment?"),
    ("每周要公开的有哪些？", "What is disclosed weekly?"),
    ("通过新闻发布会公开的有哪些？", "What is published via 新闻发布会?"),
    ("收录了哪些通知？", "Which notices are held?"),
)

# Fixed text: the key / moves the focus to the question, as in a reference work one turns to the index.
_SLASH = """<script>
if (!window.zwgkSlash) {
  window.zwgkSlash = true;
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, [contenteditable]");
    if (event.key !== "/" || writing) return;
    event.preventDefault();
    document.querySelector(".st-key-question input")?.focus();
  });
}
</script>"""


def show() -> None:
    """The home view: a question, how it was read, its answer and what to ask next."""
    question = _question()
    if not question:
        _held()
        page.note(
            page.say(
                "用一句话问：哪个机构、多久一次、经什么渠道、牵头什么。答案逐条附条文出处。",
                "Ask in one sentence: which agency, how often, through what channel, who leads. Every row comes with its clause.",
            )
        )
        source.warm()
        return
    with st.spinner(page.say("查找中……", "Looking…")):
        answer = _answer(question)
    _reading(answer)
    if answer.query is None:
        _nothing(answer)
    else:
        _found(answer, question)


def _held() -> None:
    counts = source.counts()
    held = len(source.notices().rows)
    page.sentence(
        overview.sentence(held, counts) if held else page.say("图里还没有通知。", "The graph holds no notice yet.")
    )


def _question() -> str:
    """The question in the address; the box and the examples write it there."""
    asked = st.query_params.get("q", "")
    if st.session_state.get("asked-before") != asked:
        st.session_state["asked-before"] = st.session_state["question"] = asked
    with st.form("ask", border=False, enter_to_submit=True), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            page.say("问题", "Question"),
            key="question",
            max_chars=300,
            label_visibility="collapsed",
            placeholder=page.say(
                "省财政厅每月必须公开什么？（按 / 到此处）", "What must 省财政厅 disclose monthly? (press /)"
            ),
        )
        st.form_submit_button(page.say("提问", "Ask"), type="primary", on_click=_submitted)
    with st.container(horizontal=True, gap="small", key="examples"):
        for index, pair in enumerate(EXAMPLES):
            words = page.say(*pair)
            st.button(words, key=f"example-{index}", type="tertiary", on_click=ask_for, args=(words,))
    st.html(_SLASH, unsafe_allow_javascript=True)
    return str(st.query_params.get("q", ""))


def _submitted() -> None:
    """Asks what was entered, made whole where it leans on the question in the address (那山西呢？)."""
    words, previous = st.session_state["question"], st.query_params.get("q", "")
    try:
        ask_for(source.whole(previous, words, page.language()) if previous else words)
    except StoreError:
        ask_for(words)  # the view says what is wrong with the store


def ask_for(words: str, proposal: Proposal | None = None) -> None:
    """Put `words` into the address as the question, and a proposal's own query with its values, so that a choice
    between two readings does not lead back to the choice."""
    words = " ".join(words.split())
    st.session_state.pop("answer", None)
    forms.clear_address()
    st.query_params.pop("query", None)
    if words:
        st.query_params["q"] = words
    else:
        st.query_params.pop("q", None)
    if proposal is not None:
        st.query_params["query"] = proposal.query.id
        forms.put_in_address(proposal.query, proposal.parameters)


def _answer(question: str) -> Answer:
    """Kept for the session, so that a click on the page asks nothing twice."""
    language = page.language()
    asked = (question, language, st.query_params.get("query"))
    kept = st.session_state.get("answer")
    if kept is None or kept[0] != asked:
        kept = st.session_state["answer"] = (asked, _asked(question, language, asked[2]))
    found: Answer = kept[1]
    return found


def _asked(question: str, language: Language, chosen: str | None) -> Answer:
    query = load_all()[0].get(chosen or "")
    if query is not None:
        return source.answer_of(question, query, forms.values_in_address(query), language)
    return source.answer(question, language)


def _found(answer: Answer, question: str) -> None:
    if answer.sentence:
        page.sentence(answer.sentence)
    graph = answer.graph or (picture_of(answer.table) if answer.table and answer.table.rows else Graph())
    if answer.query is None:
        return
    if answer.table is None:
        show_picture(graph, question, 620)
    elif graph.nodes:
        listed, drawn = st.columns([1.55, 1], gap="medium")
        with listed:
            _rows(question, answer, answer.query, answer.table)
        with drawn:
            show_picture(graph, question)
    else:
        _rows(question, answer, answer.query, answer.table)


def _rows(question: str, answer: Answer, query: SavedQuery, table: Table) -> None:
    show_answer_buttons(question, answer)
    show_table(query, table)
    _follow(answer.suggestions)
    _behind(query)


def _reading(answer: Answer) -> None:
    """How the question was taken, and the saved query that it became."""
    if answer.query is None:
        return
    items = "".join(
        f"<span>{markup.escape(name)} <b>{markup.escape(words)}</b></span>" for name, words in _taken(answer)
    )
    lead = page.say("理解为", "Taken as")
    page.put(f'<p class="reading"><span class="muted">{lead}</span>{items}</p>')


def _behind(query: SavedQuery) -> None:
    """The saved query that found the rows, folded."""
    with st.expander(page.say(f"查询 {query.id} · Cypher", f"Query {query.id} · Cypher")):
        page.note(query.description.of(page.language()))
        st.code(query.cypher, language="cypher")


def _taken(answer: Answer) -> list[tuple[str, str]]:
    """Each parameter that the question gave, captioned and in words."""
    if answer.query is None:
        return []
    language = page.language()
    taken = []
    for parameter in answer.query.parameters:
        value = answer.parameters.get(parameter.name)
        if value not in (None, [], ()) and value != parameter.default:
            words = forms.words_for(parameter, value)
            taken.append((parameter.text.of(language), words))
    return taken


def _nothing(answer: Answer) -> None:
    """A refusal, or a question that more than one thing can be meant by: what happened, and the next step."""
    if answer.choices:
        page.sentence(
            page.say("这个问题可以有几种理解，选一个：", "This can be read in more than one way; choose one:")
        )
    else:
        words = answer.refused or page.say("没有读懂这个问题。", "The question was not understood.")
        page.problem(words, page.say("换个说法，或从下面选一个。", "Put it another way, or choose one below."))
    _follow([*answer.choices, *answer.suggestions])


def _follow(proposals: Sequence[Proposal]) -> None:
    if not proposals:
        return
    page.note(
        page.say(
            "接着问（也可以在上面只写不同的：那山西呢？）",
            "Ask next (or enter above what is different: what about 山西?)",
        )
    )
    with st.container(horizontal=True, gap="small", key="follow"):
        for index, proposal in enumerate(proposals):
            arguments = (proposal.text, proposal)
            st.button(
                page.plain(proposal.text), key=f"follow-{index}", type="tertiary", on_click=ask_for, args=arguments
            )
