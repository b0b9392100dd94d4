"""Bytes to text: right, or refused with a sentence; never garbled."""

from __future__ import annotations

import codecs

import pytest

from loaders.errors import ReadError
from loaders.read.decode import decode

TEXT = "各市人民政府：\r\n现将渡口信息公开工作安排发给你们，请认真抓好落实。\n一、公布渡轮的票价和班次。\n"
HANT = "各市人民政府：\n現將渡口信息公開工作安排發給你們，請認真抓好落實。\n一、公佈渡輪的票價和班次。\n"
BOMS = [
    ("utf-8", codecs.BOM_UTF8),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32-be", codecs.BOM_UTF32_BE),
]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk"])
def test_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_big5() -> None:
    assert decode(HANT.encode("big5")) == HANT


@pytest.mark.parametrize(("encoding", "mark"), BOMS, ids=[encoding for encoding, _ in BOMS])
def test_a_byte_order_mark_decides_and_goes(encoding: str, mark: bytes) -> None:
    assert decode(mark + TEXT.encode(encoding)) == TEXT


def test_rare_characters_of_gb18030() -> None:
    text = TEXT + "䶮江镇𠮷里渡口"
    assert decode(text.encode("gb18030")) == text


def test_a_cut_file_is_read_up_to_the_damage() -> None:
    raw = (TEXT * 20).encode()[:-2]
    text = decode(raw)
    assert text.startswith(TEXT)
    assert text.count("\ufffd") == 1


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"%PDF-1.7\n" + TEXT.encode(), id="a PDF"),
        pytest.param(b"PK\x03\x04\x14\x00\x00", id="a ZIP, so a DOCX"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", id="a picture"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8", id="UTF-16 with half a surrogate pair"),
        pytest.param(codecs.BOM_UTF8 + b"\xff\xff", id="a mark that lies"),
        pytest.param(TEXT.encode("utf-8").replace("渡".encode(), b"\xff"), id="damage in many places"),
        pytest.param(bytes(range(0x80, 0x100)) * 8, id="noise"),
    ],
)
def test_refused_with_what_to_do(raw: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        decode(raw)
    assert "UTF-8" in caught.value.mend


def test_a_text_without_chinese_is_read() -> None:
    assert decode(b"notice 1\n") == "notice 1\n"
