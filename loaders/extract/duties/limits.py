"""Verbs that make an obligation only with certain objects: 开放 of data, 上网 of a publication, 通报 to the public."""

from __future__ import annotations

import re

from loaders.extract.duties.frames import Predicate

_INSIDE = re.compile(
    "考核|督查|检查|评比|问责|批评|表扬|约谈|整改|绩效|监督考核|追责|评估并|通报(?:[一二两\d]+[次期])?各(?:单位|部门|地|区县|县区|乡镇|镇街|街道|处室)|落实不力|工作不力|推进不力|进展缓慢|不及时|不到位|在全[省市区县州盟旗国系][^，。]{0,6}(?:范围内|系统)?(?:进行|予以)?通报"
)
_TOLD_BACK = re.compile("(?:情况|结果|意见|事项|诉求|进展|问题)[^，]{0,16}反馈$")
_TO_PUBLIC = re.compile("向(?:全?社会|公众|媒体)")
_IN_PUBLIC = re.compile("[在于通过][^，]{2,20}(?:显示屏|电子屏|公[示告开]栏|网站|媒体|报纸|大厅|公报)")
_OPENED = re.compile("数据|档案|文件|资料|目录|论文|成果库|资源目录")
_PRINTED = re.compile("公报|公告|文件|报告|目录|刊物|年鉴|志书|汇编")
_BETWEEN_BODIES = re.compile(
    "推送(?:给|到|至)(?!社会|公众|群众|企业)|推送至?(?:银行|部门|平台|相关)|向[^，。]{0,8}(?:公安|司法|检察|审判|监察|执法|行政|征信)[^，。]{0,2}(?:机关|机构|部门)推送"
)


# X动态更新, X应当随即更新: what is renewed stands in front.
_HAS_SUBJECT = re.compile(
    r"(?!并|及时|定期|动态|实时|根据|按照|应|要|随|每|逐步|进行|同步)[^，]{4,60}?(?:要|应当?|动态|实时|随即|随时|及时|定期|按[月季年周]度?|每[月季周日年]度?)+[^，]{0,8}更新$"
)


def binds_public(text: str, start: int, end: int, predicate: Predicate) -> bool:
    """Whether the predicate makes something public; `start`, `end` bound its sentence."""
    sentence = text[start:end]
    clause = text[predicate.clause_start : predicate.clause_end]
    chain = predicate.chain
    if chain == "通报":
        return bool(_TO_PUBLIC.search(clause) or _IN_PUBLIC.search(clause)) or not _INSIDE.search(sentence)
    if chain.startswith("公开通报"):
        return False
    if chain == "更新" and predicate.frame != "object":
        return bool(re.search(r"更新[一两\d]", clause) or _HAS_SUBJECT.match(clause))
    if chain == "开放":
        return bool(_OPENED.search(text[start : predicate.clause_end]))
    if chain == "上网":
        return bool(_PRINTED.search(clause))
    if chain == "发行":
        return bool(_PRINTED.search(sentence))
    if chain == "推送":
        return not _BETWEEN_BODIES.search(sentence)
    if chain == "反馈":
        told = predicate.frame == "object" or (_TOLD_BACK.search(clause) and "请" not in clause)
        return bool(told) and not re.search(
            "部门反馈|单位反馈|反馈(?:给|至|到)|政府反馈|反馈[^，。]{0,10}(?:办公室|联系人|电话|邮箱)", sentence
        )
    if predicate.frame == "final" and chain == "公开" and re.fullmatch(r"(?:以|用|靠)[^，]{2,10}公开", clause):
        return False
    if chain == "解释":
        return bool(re.search("社会|公众|群众|申请人|主动", clause))
    return True
