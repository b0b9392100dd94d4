"""A notice as a spaCy Doc: jieba's tokens with our lexicons in its dictionary, and all findings as span groups on them.

For those who work on tokens: notebooks, training data (`DocBin`), concordances. The rules themselves read characters.

    nlp = load_pipeline()
    doc = nlp(text)
    for span in doc.spans["obligations"]:
        print(span.label_, span.text)
    doc._.notice.header.number
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from data import load
from loaders.extract.notice import extract
from loaders.records import Copy, Evidence, Notice
from loaders.text.script import find_script

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENT = "zwgk_notice"
GROUPS = ("sections", "tasks", "agencies", "obligations", "citations", "lexicon")
"""The span groups of a Doc; `lexicon` holds every channel of the word list, found or not in an obligation."""

_WORD_LISTS = ("organs", "central", "channels")


@cache
def load_pipeline() -> Language:
    """A blank zh pipeline: jieba as segmenter, a SpanRuler over the channels, and the extraction as last component."""
    import jieba
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc

    jieba.setLogLevel(logging.WARNING)
    for word in _lexicon_words():
        jieba.add_word(word)
    if not Doc.has_extension("notice"):
        Doc.set_extension("notice", default=None)
    if not Language.has_factory(COMPONENT):
        Language.component(COMPONENT, func=annotate)
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
    ruler = nlp.add_pipe("span_ruler", config={"spans_key": "lexicon"})
    ruler.add_patterns(list(_channel_patterns()))  # type: ignore[attr-defined]
    nlp.add_pipe(COMPONENT, last=True)
    return nlp


def annotate(doc: Doc) -> Doc:
    """Read the Doc's text as one notice; findings become span groups, whole tokens that cover their characters."""
    text = doc.text
    copy = Copy("", hashlib.sha256(text.encode()).hexdigest(), text, find_script(text))
    notice = extract(copy)
    doc._.notice = notice
    for group, found in _findings(notice):
        spans = (doc.char_span(at.start, at.end, label=label, alignment_mode="expand") for label, at in found)
        doc.spans[group] = [span for span in spans if span is not None]
    return doc


def _findings(notice: Notice) -> Iterator[tuple[str, list[tuple[str, Evidence]]]]:
    """Each span group with its (label, place) pairs."""
    tasks = notice.tasks
    yield "sections", [(section.path, section.at) for section in notice.sections]
    yield "tasks", [(task.id, task.at) for task in tasks]
    yield "agencies", [(body.role, body.at) for task in tasks for body in task.agencies]
    yield "obligations", [(duty.kind, duty.at) for task in tasks for duty in task.obligations]
    yield "citations", [(citation.role, citation.at) for citation in notice.citations]


def _lexicon_words() -> Iterator[str]:
    for name in _WORD_LISTS:
        for entry in load(name):
            yield entry["name"]
            yield from entry.get("forms") or ()


def _channel_patterns() -> Iterable[dict[str, str]]:
    for entry in load("channels"):
        for form in {entry["name"], *(entry.get("forms") or ())}:
            yield {"label": entry["type"], "pattern": form, "id": entry["name"]}
