"""Damage of all kinds: extraction never raises, and what it finds still stands where it says."""

from __future__ import annotations

import random

import pytest

from loaders.document_json import document_json
from loaders.extract.notice import extract
from loaders.read import read_source
from tests.loaders.sample import NOTICES, copy_of
from tests.loaders.shape import assert_shape, assert_spans

FILES = sorted(NOTICES.glob("*.txt"))
MUTATIONS = 300
BATCHES = 10
NOISE = '（）()《》〈〉〔〕[]“”"，。；：、,.;:\t\n\r \u3000\u200b\ufeff\ufffd\x00—9一二（一）1.①牵头负责：公开每月0年底前日之等和各省市𠮷䶮'


def mutate(text: str, chance: random.Random) -> str:
    """A few cuts, repeats, insertions and shuffles; sometimes an end torn off, sometimes no line ends."""
    for _ in range(chance.randint(1, 25)):
        at = chance.randrange(len(text) + 1)
        size = chance.choice((1, 1, 2, 3, 10, 60))
        match chance.randrange(4):
            case 0:
                text = text[:at] + text[at + size :]
            case 1:
                text = text[: at + size] + text[at:]
            case 2:
                text = text[:at] + "".join(chance.choices(NOISE, k=chance.randint(1, 6))) + text[at:]
            case 3:
                piece = list(text[at : at + size])
                chance.shuffle(piece)
                text = text[:at] + "".join(piece) + text[at + size :]
    match chance.randrange(8):
        case 0:
            text = text[: chance.randrange(len(text) + 1)]
        case 1:
            text = text[chance.randrange(len(text) + 1) :]
        case 2:
            text = text.replace("\n", " ")
        case 3:
            text = text.replace("\n", "\r\n")
    return text


def part(text: str, chance: random.Random) -> str:
    """A stretch of a notice, from its head or from anywhere."""
    start = chance.choice((0, chance.randrange(len(text))))
    return text[start : start + chance.choice((300, 1500, 6000))]


@pytest.mark.parametrize("batch", range(BATCHES))
def test_damaged_notices(batch: int) -> None:
    for number in range(batch, MUTATIONS, BATCHES):
        chance = random.Random(number)
        path = FILES[number % len(FILES)]
        text = mutate(part(read_source(path).text, chance), chance)
        notice = extract(copy_of(text))
        assert notice.copy.text == text
        assert_spans(notice)
        assert_shape(document_json([notice]))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_whole_notices(path: str) -> None:
    assert_spans(extract(read_source(path)))


@pytest.mark.parametrize("line_end", ["\r\n", "\r", " "])
def test_other_line_ends(line_end: str) -> None:
    text = read_source(FILES[0]).text.replace("\n", line_end)
    notice = extract(copy_of(text))
    assert_spans(notice)
    assert len(notice.sections) > 1


@pytest.mark.parametrize(
    "text", ["", "\x00", "\ufeff", "\n" * 50, "（" * 500, "《" * 500, "一、" * 200, "公开、" * 500, "，" * 500]
)
def test_texts_of_nothing(text: str) -> None:
    assert_spans(extract(copy_of(text)))
