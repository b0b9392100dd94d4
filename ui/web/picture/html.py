"""The picture as one HTML file that needs nothing from outside and is not allowed to ask for it."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping
from typing import Any

from graph.values import Graph
from ui.web.picture.assets import HTML, own, picture_script, vis_value
from ui.web.picture.network import payload
from ui.web.picture.words import words
from ui.wording import Language

Places = Mapping[str, Mapping[str, float]]
"""Where nodes stand, by id: x and y."""

_PAGE_CSS = """
html, body { height: 100%; margin: 0; }
body { background: var(--st-background-color, #fff); }
@media (prefers-color-scheme: dark) {
  :root { --st-text-color: #e6e6e3; --st-background-color: #16181b; --st-border-color: #3a3f45; }
}
.picture { box-sizing: border-box; border: 0; }
"""
_START = 'new Picture(vis, document.querySelector(".picture"), {}, {}).update(unpacked(data));'


def render_html(graph: Graph, language: Language = "zh", title: str | None = None, places: Places | None = None) -> str:
    """`graph` as a self-contained page, its nodes at `places` where given. The policy in its head lets only its own
    script run, by digest."""
    data = {**payload(graph, language), "words": words(language), "places": dict(places or {}), "save": True}
    script = f"{{ const vis = {vis_value()};\n{picture_script()}\nconst data = {as_script(data)};\n{_START} }}"
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; img-src data:"
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title or words(language)['picture'])}</title>\n"
        f"<style>{own('picture.css')}{_PAGE_CSS}</style>\n</head>\n<body>\n{HTML}\n<script>{script}</script>\n"
        "</body>\n</html>\n"
    )


def as_script(value: Any) -> str:
    """JSON that is safe inside a script element: no text in it can end the element or the line."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
