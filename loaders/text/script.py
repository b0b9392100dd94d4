"""Traditional and Simplified script. Both directions keep every offset: one character becomes one character."""

from __future__ import annotations

import re
from functools import cache
from operator import ne
from typing import TYPE_CHECKING

from loaders.records import Script

if TYPE_CHECKING:
    from opencc import OpenCC

# Words that Taiwan and Hong Kong editions write otherwise; equal length, so that offsets hold.
_REGIONAL = {
    "資訊": "信息",
    "網路": "网络",
    "軟體": "软件",
    "數位": "数字",
    "透過": "通过",
    "釋出": "发布",
    "專案": "项目",
    "程式": "程序",
    "高階": "高端",
    "入口網站": "门户网站",
    "硬體": "硬件",
    "簡訊": "短信",
    "搜尋": "搜索",
    "連結": "链接",
    "列印": "打印",
    "螢幕": "屏幕",
    "計程車": "出租车",
    "用戶端": "客户端",
}
# Words that also have a meaning of their own; they stand for ours where the whole text was put into the words of Taiwan.
_TAIWAN = {
    "即時": "实时",
    "檔案": "文件",
    "物件": "对象",
    "資料": "数据",
    "支援": "支持",
    "登入": "登录",
    "社群": "社区",
    "線上": "在线",
    "視窗": "窗口",
    "影片": "视频",
    "智慧": "智能",
}
# In names, where no offset depends on it, also words of another length.
_LONGER = {"智慧財產權": "知识产权", "網際網路": "互联网"}
# Characters of Hong Kong and old print that the converter leaves.
_ODD = str.maketrans("衞羣峯牀粧綫麪裏説", "卫群峰床妆线面里说")
_STRAY = dict(
    zip(
        "號網發佈開關務會機構產業報電資議辦縣區廳財貿質監證銀審計學衛環國農體據標準級實現時間單項負責導領應對後",
        "号网发布开关务会机构产业报电资议办县区厅财贸质监证银审计学卫环国农体据标准级实现时间单项负责导领应对后",
        strict=True,
    )
)
_ANY_STRAY = re.compile(f"[{''.join(_STRAY)}]")
_HANT_SHARE = 0.05
_CJK_RUN = re.compile("[\u4e00-\u9fff]+")


@cache
def _converter(name: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(name)


def _convert(text: str, name: str) -> str:
    converter = _converter(name)
    converted = converter.convert(text)
    if len(converted) == len(text):
        return str(converted)
    one_by_one = (converter.convert(char) for char in text)
    return "".join(new if len(new) == 1 else old for old, new in zip(text, one_by_one, strict=True))


def find_script(text: str) -> Script:
    """Hant where a good share of the characters would change in Simplified script, and more than the other way."""
    sample = "".join(_CJK_RUN.findall(text))[:6000]
    if not sample:
        return "Hans"
    to_hans = sum(map(ne, sample, _convert(sample, "t2s")))
    if to_hans < _HANT_SHARE * len(sample):
        return "Hans"
    to_hant = sum(map(ne, sample, _convert(sample, "s2t")))
    return "Hant" if to_hans > to_hant else "Hans"


def simplify(text: str) -> str:
    """The text in Simplified characters, of the same length."""
    for theirs, ours in (_REGIONAL | _TAIWAN if _is_taiwanese(text) else _REGIONAL).items():
        text = text.replace(theirs, ours)
    return _convert(text.translate(_ODD), "t2s")


def simplify_name(name: str) -> str:
    """A short name in Simplified characters; its length may change."""
    for theirs, ours in _LONGER.items():
        name = name.replace(theirs, ours)
    return simplify(name)


def _is_taiwanese(text: str) -> bool:
    """Whether a converter put the whole text into the words of Taiwan: 資訊 everywhere, 信息 nowhere."""
    return "資訊" in text and "信息" not in text


def simplify_strays(text: str) -> str:
    """Single Traditional characters in a Simplified text, the common ones of notices."""
    return _ANY_STRAY.sub(lambda match: _STRAY[match.group()], text)
