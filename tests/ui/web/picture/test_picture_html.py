"""The picture as a file of its own: nothing from outside, nothing executed but its own script."""

from __future__ import annotations

import base64
import hashlib
import re

from graph.values import Graph, Node
from tests.ui.web.sample import sample
from ui.web.picture.assets import vis_script
from ui.web.picture.html import as_script, render_html

HOSTILE = "</script><script>alert(1)</script><!--\u2028&"


def _hostile() -> Graph:
    graph = Graph()
    graph.add_node(Node("Agency", f"agency:{HOSTILE}", {"name": HOSTILE}))
    return graph


def test_nothing_is_asked_of_another_host() -> None:
    page = render_html(sample()).replace(vis_script(), "")
    addresses = set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"']*", page))
    assert addresses == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<(?:link|img|iframe)|\bsrc=|@import|sourceMappingURL", page)


def test_the_policy_allows_its_own_script_only() -> None:
    page = render_html(_hostile(), title=HOSTILE)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert f"default-src 'none'; script-src 'sha256-{digest}'" in page


def test_json_in_a_script_cannot_end_it() -> None:
    assert as_script({"a": HOSTILE}) == (
        '{"a":"\\u003c/script\\u003e\\u003cscript\\u003ealert(1)\\u003c/script\\u003e\\u003c!--\\u2028\\u0026"}'
    )


def test_both_languages() -> None:
    assert 'lang="zh-CN"' in render_html(sample())
    assert '"name":"机构"' in render_html(sample())
    assert 'lang="en"' in render_html(sample(), "en")
    assert '"name":"agency"' in render_html(sample(), "en")
