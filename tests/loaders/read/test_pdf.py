"""PDF to text, of files that reportlab writes with a font every PDF reader knows by name."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from loaders.errors import ReadError
from loaders.extract.page import read_page
from loaders.read.pdf import read_pdf
from tests.loaders.sample import copy_of

PAGE_1 = ("云岭省人民政府办公厅关于公布渡口名录的通知", "一、总体要求", "各渡口应当公布票价、班次和联系电", "话。")
PAGE_2 = ("二、工作任务", "每月公布航班。")


def _written(pages: Sequence[Sequence[str]], *, password: str | None = None) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption(password) if password is not None else None)
    for lines in pages:
        canvas.setFont("STSong-Light", 14)
        for index, line in enumerate(lines):
            canvas.drawString(72, 760 - 28 * index, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_the_lines_as_printed() -> None:
    assert read_pdf(_written([PAGE_1, PAGE_2])) == "\n".join([*PAGE_1, *PAGE_2]) + "\n"


def test_the_text_is_the_same_at_every_run() -> None:
    raw = _written([PAGE_1])
    assert len({read_pdf(raw) for _ in range(3)}) == 1


def test_a_word_broken_by_the_line_is_one_again_on_the_page() -> None:
    paragraph = "各渡口应当公布票价、班次和联系电话并说明停航的原因，方便群众出行，" * 6
    wrapped = [paragraph[at : at + 17] for at in range(0, len(paragraph), 17)]
    assert read_page(copy_of(read_pdf(_written([wrapped])))).text == paragraph


@pytest.mark.parametrize("mark", ["— 3 —", "- 3 -", "3", "第3页", "第 3 页 共 12 页", "3 / 12"])
def test_page_numbers_are_left_out(mark: str) -> None:
    assert read_pdf(_written([(*PAGE_1, mark), (mark, *PAGE_2)])) == "\n".join([*PAGE_1, *PAGE_2]) + "\n"


def test_a_number_inside_the_page_stays() -> None:
    lines = ("序号", "任务", "1", "公布票价", "2", "公布班次")
    assert read_pdf(_written([lines])) == "\n".join(lines) + "\n"


def test_the_running_head_of_most_pages_is_left_out() -> None:
    pages = [
        (f"云岭省人民政府公报 第{n}页", f"第{word}条 公布票价。", "方便群众。") for n, word in enumerate("一二三四", 1)
    ]
    assert "公报" not in read_pdf(_written(pages))


def test_a_scan_has_no_text_layer() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(10, 10, 200, 200, fill=1)
    canvas.save()
    with pytest.raises(ReadError, match="没有文字层") as caught:
        read_pdf(file.getvalue())
    assert "OCR" in caught.value.mend


def test_a_scan_with_a_stray_text_page() -> None:
    with pytest.raises(ReadError, match="没有文字层"):
        read_pdf(_written([PAGE_2, (), ()]))


def test_a_password_to_open_it() -> None:
    with pytest.raises(ReadError, match="密码"):
        read_pdf(_written([PAGE_1], password="secret"))


def test_a_password_only_to_change_it() -> None:
    assert read_pdf(_written([PAGE_2], password="")).startswith("二、工作任务")


@pytest.mark.parametrize("raw", [b"%PDF-1.7\nnothing", b"%PDF-1.4", _written([PAGE_1])[:200]])
def test_damaged(raw: bytes) -> None:
    with pytest.raises(ReadError, match="已损坏") as caught:
        read_pdf(raw)
    assert caught.value.mend
