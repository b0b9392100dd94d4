"""Invented notices in any number: each with a number, a date and duties of its own, in the wording of data/notices."""

from __future__ import annotations

import os
import time
from pathlib import Path

_BODIES = ("财政厅", "教育厅", "民政厅", "水利厅", "农业农村厅", "交通运输厅", "生态环境厅", "人力资源社会保障厅")
_MATTERS = (
    "部门预算",
    "财政收支情况",
    "政府采购结果",
    "社会救助标准",
    "招生政策",
    "水质监测结果",
    "工程进度",
    "处罚决定",
)
_OFTEN = ("按月", "按季度", "每年", "及时", "定期")
_WHERE = ("在省政府网站", "通过政务新媒体", "在政府公报上", "")


def notice_text(serial: int, *, items: int = 12) -> str:
    """One notice of the invented province 云岭; `serial` decides everything in it."""
    day = f"{2000 + serial // 336}年{serial // 28 % 12 + 1}月{serial % 28 + 1}日"
    lines = [
        f"云岭省人民政府办公厅关于印发第{serial}批政务公开任务的通知",
        f"岭政办发〔{2000 + serial // 336}〕{serial}号",
        "各市人民政府，省政府各直属单位：",
        f"现将《第{serial}批政务公开任务》印发给你们，请认真落实。",
        "云岭省人民政府办公厅",
        day,
        f"第{serial}批政务公开任务",
        "一、重点领域信息公开",
    ]
    for item in range(items):
        lead, other = _BODIES[(serial + item) % 8], _BODIES[(serial * 3 + item * 5 + 1) % 8]
        matter = _MATTERS[(serial * 5 + item) % 8]
        lines.append(
            f"（{_numeral(item + 1)}）{matter}公开。{_OFTEN[(serial + item) % 5]}{_WHERE[item % 4]}公布"
            f"第{serial}批{matter}。（省{lead}牵头，省{other}配合）"
        )
    return "\n".join(lines) + "\n"


def write_notices(folder: Path, count: int) -> None:
    """`count` files that look an hour old."""
    folder.mkdir(parents=True)
    then = time.time() - 3_600
    for serial in range(1, count + 1):
        path = folder / f"{serial:06}.txt"
        path.write_text(notice_text(serial), encoding="utf-8")
        os.utime(path, (then, then))


def _numeral(number: int) -> str:
    digits = "零一二三四五六七八九十"
    return digits[number] if number <= 10 else "十" + digits[number - 10]
