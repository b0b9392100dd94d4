"""What does not belong to a notice: invisible characters, blanks, glosses, a portal's lines, headings printed oddly."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.text import HAN, Damaged, edit, sometimes, substitute


def zero_width(text: str) -> Damaged:
    """Zero-width blanks, joiners and soft hyphens strewn over the text."""
    random = Random(7)
    return sometimes(text, r"(?<=\S)(?=\S)", lambda _: random.choice("\u200b\u200c\u200d\ufeff\u00ad"), 1 / 15, 7)


def spaced(text: str) -> Damaged:
    """A blank between any two characters, about every tenth place."""
    return sometimes(text, r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", " ", 0.1, 3)


def stray_latin(text: str) -> Damaged:
    """Words of a translated page between two words."""
    random = Random(13)
    words = (" and ", " the ", " of ", " ok ", " to ")
    return sometimes(text, r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", lambda _: random.choice(words), 1 / 250, 13)


_GLOSSES = {
    "曝": "bào",
    "澄": "chéng",
    "棚": "péng",
    "廉": "lián",
    "督": "dū",
    "畅": "chàng",
    "舆": "yú",
    "履": "lǚ",
    "赈": "zhèn",
    "审": "shěn",
    "价": "jià",
}


def glossed(text: str) -> Damaged:
    """The sound of a rarer character in brackets behind it."""
    return substitute(
        text, f"(?<=[{''.join(_GLOSSES)}])(?=[\u4e00-\u9fff])", lambda m: f"({_GLOSSES[m.string[m.start() - 1]]})"
    )


_ABOVE = """网站支持IPv6  无障碍阅读  登录 | 注册
首页 > 政务公开 > 法定主动公开内容 > 政策文件
请输入关键字   搜索   热门搜索：社保 公积金
【字体：大 中 小】  打印  收藏本页  分享到：微信 微博
"""
_BELOW = """
扫一扫在手机打开当前页
上一篇：关于调整公共图书馆开放时间的公告
下一篇：关于开展夏季防汛演练的通知
相关链接：中国政府网  国务院部门网站  各地政府网站
版权所有：市大数据中心   联系我们   网站地图   网站标识码：0000000000
ICP备00000000号   公安备案 00000000000000号
"""


def chrome(text: str) -> Damaged:
    """A portal's lines before and behind."""
    return edit(text, [(0, 0, _ABOVE), (len(text), len(text), _BELOW)])


_HEADING = rf"^[ \u3000]*(?:{HAN}、|[（(]{HAN}[）)]|\d{{1,2}}\.(?!\d))[^。\n]{{2,40}}?(?=。|$)"


def spaced_headings(text: str) -> Damaged:
    """A blank between all characters of the headings."""
    return substitute(text, _HEADING, lambda m: " ".join(m[0].strip()))


def doubled_headings(text: str) -> Damaged:
    """Headings of the first rank printed twice."""
    return edit(
        text,
        (
            (m.end(), m.end(), "\n" + m[0].strip())
            for m in re.finditer(rf"^[ \u3000]*{HAN}、[^。\n]{{2,40}}$", text, re.MULTILINE)
        ),
    )


def cut_number(text: str) -> Damaged:
    """The document number parted by the rule under the red head."""
    return substitute(text, r"(?<=[办函发][〔\[(（]\d{4}[〕\])）])(?=\d+号)", "\n———————\n")
