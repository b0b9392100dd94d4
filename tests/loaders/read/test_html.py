"""HTML to text, of pages as portals build them."""

from __future__ import annotations

import email.policy
from email.message import EmailMessage

import pytest

from loaders.errors import ReadError
from loaders.read.html import read_html, read_mhtml

PAGE = """<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>关于公布渡口名录的通知_云岭省人民政府</title>
<script>document.write("<p>一、脚本里的标题。</p>")</script><style>.p {{ color: red }}</style></head>
<body>
<div class="header"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/hd">互动交流</a></li></ul></div>
<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div>
<table class="bd"><tr><td><b>索 引 号：</b></td><td>YL-2024-00031</td><td><b>主题分类：</b></td><td>交通</td></tr>
<tr><td><b>发文机关：</b></td><td>云岭省人民政府办公厅</td><td><b>成文日期：</b></td><td>2024年5月16日</td></tr>
<tr><td><b>发文字号：</b></td><td>岭政办发〔2024〕31号</td><td><b>发布日期：</b></td><td>2024年5月20日</td></tr></table>
<div class="wrap"><div class="left"><h1>云岭省人民政府办公厅关于公布渡口名录的通知</h1>
<div id="zoom"><p>各市人民政府：</p>
<p>　　为&ldquo;应公开尽公开&rdquo;，现通知如下。</p>
<p>一、总体要求</p><p>公布渡口名录、票价和班次，方便群众出行。</p>
<p>云岭省人民政府办公厅<br>2024年5月16日</p></div></div>
<div class="share">分享到：<a href="#">微信</a></div></div>
<div class="related"><h3>相关文件</h3><ul><li><a href="1">关于桥梁管理的通知，2020年</a></li><li><a href="2">关于码头管理的通知，2021年</a></li>
<li><a href="3">关于航道管理的通知，2022年</a></li></ul></div>
<div class="footer">主办：云岭省人民政府办公厅，备案序号12345。</div>
</body></html>"""

TEXT = """索引号：YL-2024-00031
主题分类：交通
发文机关：云岭省人民政府办公厅
成文日期：2024年5月16日
发文字号：岭政办发〔2024〕31号
发布日期：2024年5月20日
云岭省人民政府办公厅关于公布渡口名录的通知
各市人民政府：
　　为“应公开尽公开”，现通知如下。
一、总体要求
公布渡口名录、票价和班次，方便群众出行。
云岭省人民政府办公厅
2024年5月16日
"""


def _page(body: str) -> str:
    return read_html(f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode())


def test_the_notice_of_a_portal_page_with_its_labels_in_front() -> None:
    assert read_html(PAGE.format(charset="utf-8").encode()) == TEXT


def test_the_text_is_the_same_at_every_run() -> None:
    raw = PAGE.format(charset="utf-8").encode()
    assert len({read_html(raw) for _ in range(5)}) == 1


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        pytest.param("gb2312", "gb18030", id="gb2312 is read as gb18030"),
        pytest.param("gbk", "gb18030", id="gbk"),
        pytest.param("utf-8", "gb18030", id="declared wrongly"),
        pytest.param("gb2312", "utf-8", id="declared wrongly the other way"),
        pytest.param("iso-8859-1", "gb18030", id="declared as Latin"),
        pytest.param("no-such-code", "utf-8", id="declared as nothing known"),
        pytest.param("gb2312", "utf-8-sig", id="the mark beats what is declared"),
    ],
)
def test_encodings(declared: str, written: str) -> None:
    assert read_html(PAGE.format(charset=declared).encode(written)) == TEXT


def test_a_character_that_gb2312_lacks() -> None:
    raw = '<html><head><meta charset="gb2312"></head><body><p>公布镕江、喆山的政府信息。</p></body></html>'.encode(
        "gb18030"
    )
    assert read_html(raw) == "公布镕江、喆山的政府信息。\n"


def test_big5() -> None:
    raw = '<html><head><meta charset="big5"></head><body><p>政府機關應公開部門工作資訊。</p></body></html>'.encode(
        "big5"
    )
    assert read_html(raw) == "政府機關應公開部門工作資訊。\n"


def test_an_xml_declaration() -> None:
    raw = '<?xml version="1.0" encoding="gb2312"?><html><body><p>公开政府信息的部门。</p></body></html>'.encode(
        "gb18030"
    )
    assert read_html(raw) == "公开政府信息的部门。\n"


def test_blocks_give_lines_and_inline_tags_none() -> None:
    assert (
        _page("<div>一、<b>总</b><span>则</span><p>公布\n票价。</p>班次<br/>时刻</div>")
        == "一、总则\n公布 票价。\n班次\n时刻\n"
    )


def test_a_table_has_a_row_a_line() -> None:
    rows = "<tr><th>任务</th><th>单位</th></tr><tr><td><p>公布</p><p>票价</p></td><td>省交通<br>运输厅</td></tr>"
    assert _page(f"<table>{rows}</table>") == "任务\t单位\n公布 票价\t省交通 运输厅\n"


def test_a_cell_over_rows_is_repeated_and_one_over_columns_keeps_its_columns() -> None:
    rows = (
        "<tr><th rowspan=2>任务</th><th colspan=2>分工</th></tr><tr><th>牵头单位</th><th>配合单位</th></tr>"
        "<tr><td rowspan=2>渡口</td><td>省交通运输厅</td><td></td></tr><tr><td>省水利厅</td><td>省财政厅</td></tr>"
    )
    assert _page(f"<table>{rows}</table>").split("\n")[:-1] == [
        "任务\t分工\t",
        "任务\t牵头单位\t配合单位",
        "渡口\t省交通运输厅\t",
        "渡口\t省水利厅\t省财政厅",
    ]


def test_a_row_that_is_one_cell_is_a_heading_line() -> None:
    rows = "<tr><td colspan=3>一、水上交通</td></tr><tr><td>1</td><td>公布票价</td><td>省交通运输厅</td></tr>"
    assert _page(f"<table>{rows}</table>") == "一、水上交通\n1\t公布票价\t省交通运输厅\n"


def test_a_span_of_millions_is_damage() -> None:
    assert _page("<table><tr><td rowspan=99999999 colspan=99999999>甲</td><td>乙</td></tr></table>").startswith("甲\t")


def test_a_table_that_only_places_text_is_no_table() -> None:
    text = "<tr><td><p>一、总则</p><p>公布票价。</p><table><tr><td>任务</td><td>单位</td></tr></table></td></tr>"
    assert _page(f"<table>{text}</table>") == "一、总则\n公布票价。\n任务\t单位\n"


def test_a_header_of_a_catalogue_is_no_label_block() -> None:
    rows = "<tr><th>公开事项</th><th>公开内容</th><th>公开主体</th><th>公开方式</th><th>公开时限</th></tr>"
    rows += "<tr><td>渡口</td><td>票价、班次</td><td>省交通运输厅</td><td>网站</td><td>每月</td></tr>" * 2
    assert _page(f"<table>{rows}</table>").startswith("公开事项\t公开内容\t公开主体\t公开方式\t公开时限\n")


def test_labels_in_list_entries_and_on_one_line() -> None:
    body = (
        "<ul><li><span>索 引 号</span>：YL-7</li><li><strong>发文机关：</strong>省政府办公厅</li></ul>"
        "<div>发布时间：2024-05-20 09:00 来源：省政府办公厅 字体：[大 中 小] 打印</div>"
        "<div><p>公布渡口名录、票价和班次，方便群众。</p></div>"
    )
    assert _page(body) == (
        "索引号：YL-7\n发文机关：省政府办公厅\n发布时间：2024-05-20 09:00\n来源：省政府办公厅\n公布渡口名录、票价和班次，方便群众。\n"
    )


def test_a_lone_label_is_text() -> None:
    assert _page("<p>公布渡口名录、票价，方便群众。</p><p>有效期：五年</p>").endswith("有效期：五年\n")


def test_numbered_lists_show_the_numbers_of_the_browser() -> None:
    assert _page("<ol start=3><li>公布票价</li><li>公布班次</li></ol>") == "3. 公布票价\n4. 公布班次\n"
    assert _page("<ol><li>一、公布票价</li></ol>") == "一、公布票价\n"


def test_hidden_text_is_not_read() -> None:
    assert (
        _page("<p>公布票价，方便群众。</p><p style='display: none'>澳门赌场，快来。</p><p hidden>彩票。</p>")
        == "公布票价，方便群众。\n"
    )


def test_a_list_of_annexes_stays_and_a_list_of_pages_goes() -> None:
    annexes = "".join(f"<li><a href='{n}.docx'>附件{n}：渡口名录</a></li>" for n in (1, 2, 3))
    pages = "".join(f"<li><a href='{n}.html'>第{n}篇：航道通告，请看</a></li>" for n in (1, 2, 3))
    assert _page(f"<p>公布票价，方便群众。</p><ul>{annexes}</ul><ul>{pages}</ul>").count("\n") == 4


def test_a_page_saved_as_one_file() -> None:
    message = EmailMessage(policy=email.policy.default)
    message.set_content("<html><body><p>公布票价。</p></body></html>", subtype="html", charset="utf-8")
    assert read_mhtml(message.as_bytes()) == "公布票价。\n"


@pytest.mark.parametrize(
    "raw", [b"<html></html>", b"<html><body><script>a</script></body></html>", b"<!-- nothing -->"]
)
def test_without_text(raw: bytes) -> None:
    with pytest.raises(ReadError, match="没有正文"):
        read_html(raw)


def test_deep_nesting_is_read_or_refused() -> None:
    assert _page("<div>" * 150 + "<p>公布票价，方便群众。</p>") == "公布票价，方便群众。\n"
    with pytest.raises(ReadError):
        _page("<div>" * 5000 + "<p>公布票价，方便群众。</p>")


def test_a_stray_control_character_is_passed_over() -> None:
    assert read_html("<html><p>公布\x00票\x08价，方便群众。</p></html>".encode()) == "公布票价，方便群众。\n"
