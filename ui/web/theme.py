"""The look of the page: Streamlit's theme, and the style sheet on top of it. Calm and dense, like a reference book."""

from __future__ import annotations

from pathlib import Path

FONT = '"Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'

Options = dict[str, str | int | bool]

_COMMON: Options = {
    "font": FONT,
    "headingFont": FONT,
    "baseFontSize": 15,
    "baseRadius": "3px",
    "showWidgetBorder": True,
}
_LIGHT: dict[str, str] = {
    "primaryColor": "#0064A4",
    "backgroundColor": "#FFFFFF",
    "secondaryBackgroundColor": "#F4F4F1",
    "textColor": "#1F2328",
    "borderColor": "#D5D8DC",
    "linkColor": "#00528A",
}
_DARK: dict[str, str] = {
    "primaryColor": "#5CB3EC",
    "backgroundColor": "#16181B",
    "secondaryBackgroundColor": "#202327",
    "textColor": "#E6E6E3",
    "borderColor": "#3A3F45",
    "linkColor": "#7CC0F0",
}

THEME: Options = {
    **{f"theme.{key}": value for key, value in _COMMON.items()},
    **{f"theme.light.{key}": value for key, value in _LIGHT.items()},
    **{f"theme.dark.{key}": value for key, value in _DARK.items()},
}
"""Streamlit's options for both themes; the browser's preference chooses."""

CSS = """
[data-testid="stHeader"] { display: none; }
.stMainBlockContainer { padding: .9rem 2rem 4rem; max-width: 1480px; }
.stMainBlockContainer [data-testid="stVerticalBlock"] { gap: .55rem; }
[data-testid="InputInstructions"] { display: none; }
.st-key-head { border-bottom: 1px solid var(--rule); padding-bottom: .5rem; margin-bottom: .4rem; }
.st-key-examples, .st-key-follow { row-gap: 0; }
.st-key-begin button, .st-key-begin button p { text-align: left; justify-content: flex-start; }
.st-key-examples button, .st-key-follow button, .st-key-begin button { color: var(--link); min-height: 0; padding: .1rem 0; }
.stApp h1 { font-size: 1.35rem; font-weight: 600; padding: .2rem 0; }
.stApp h2 { font-size: 1.1rem; font-weight: 600; padding: .2rem 0; }
.stApp { font-variant-numeric: tabular-nums; }
.z { line-height: 1.6; }
.z p { margin: 0 0 .4rem; }
.z a { color: var(--link); text-underline-offset: 3px; }
.z .muted { color: color-mix(in srgb, var(--ink) 72%, var(--paper)); }
.z .sentence { font-size: 1.07rem; margin: .1rem 0 .3rem; }
.z .reading { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; }
.z .reading b { font-weight: 600; }
.z table { border-collapse: collapse; width: 100%; margin: 0; }
.z th, .z td { text-align: left; vertical-align: top; padding: .34rem .7rem .34rem 0; border: 0; }
.z thead th {
  font-weight: 600; border-bottom: 1px solid var(--ink); white-space: nowrap;
  position: sticky; top: 0; background: var(--paper);
}
.z tbody { border-bottom: 1px solid var(--rule); }
.z td.figure, .z th.figure { text-align: right; }
.z .whole, .z tr:first-child td > a { white-space: nowrap; }
.z .standing { display: inline-block; }
.z .clause td { padding-top: 0; font-size: .93rem; }
.z .clause q { quotes: none; }
.z .source { margin-right: .6em; }
.z mark { color: inherit; background: none; font-weight: 600; box-shadow: inset 0 -.5em 0 var(--hit); }
.z .doubt { text-decoration: underline dotted; text-underline-offset: 3px; }
.z summary { cursor: pointer; }
.z :focus-visible, .stApp a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.z .facts th { font-weight: 400; white-space: nowrap; width: 1%; padding-right: 1.2rem; }
.z .facts td, .z .facts th { padding-top: .12rem; padding-bottom: .12rem; }
.z .facts tbody { border: 0; }
.z .kind { display: inline-block; padding-left: .5em; border-left: 4px solid var(--kind); }
.z .notice { line-height: 1.9; max-width: 46em; white-space: pre-wrap; overflow-wrap: anywhere; }
.z .notice h4 { font-size: 1rem; font-weight: 600; display: inline; padding: 0; }
.z .notice .agency { border-bottom: 2px solid #0072B2; }
.z .notice .obligation { background: var(--duty); border-radius: 2px; }
.z .notice .predicate { font-weight: 600; box-shadow: none; background: none; border-bottom: 2px solid #D55E00; }
.z .notice .section { font-weight: 600; }
.z .notice .here { background: var(--hit); }
.z .list { list-style: none; margin: 0; padding: 0; }
.z .list li { padding: .3rem 0; border-bottom: 1px solid var(--rule); }
.z .list li:last-child { border: 0; }
.z .list a { color: inherit; text-decoration: none; }
.z .list a:hover { text-decoration: underline; }
.z .problem { border-left: 4px solid #D55E00; padding: .3rem .9rem; }
.z .at {
  display: inline-block; width: .9em; height: .9em; margin-right: .3em; background: currentColor; vertical-align: -.08em;
  mask: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='%23000' stroke-width='1.4'%3E%3Ccircle cx='8' cy='8' r='4.6'/%3E%3Cpath d='M8 0v6M8 10v6M0 8h6M10 8h6'/%3E%3C/svg%3E");
}
.z .task-card { border-top: 1px solid var(--rule); padding: .45rem 0; font-size: .95rem; }
@media (max-width: 640px) {
  .stMainBlockContainer { padding: .7rem .9rem 3rem; }
  .z table.wide thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  .z table.wide tr, .z table.wide td { display: block; padding-right: 0; }
  .z table.wide tr:first-child td { padding: .08rem 0 .08rem 6.2em; position: relative; min-height: 1.6em; }
  .z table.wide tr:first-child td::before {
    content: attr(data-name); position: absolute; left: 0; width: 5.8em; opacity: .75;
  }
  .z table.wide td.figure { text-align: left; }
  .z table.wide td:empty { display: none; }
  .z table.wide tbody { display: block; padding: .4rem 0; }
}
"""


CSS += Path(__file__).with_name("views.css").read_text("utf-8")


def _tint(theme: dict[str, str], hit: str, duty: str) -> str:
    names = {"ink": "textColor", "paper": "backgroundColor", "rule": "borderColor", "link": "linkColor"}
    values = {name: theme[key] for name, key in names.items()} | {"hit": hit, "duty": duty}
    return ":root {" + " ".join(f"--{name}: {value};" for name, value in values.items()) + "}"


TINTS = {"light": _tint(_LIGHT, "#F5D9C4", "#FBEADF"), "dark": _tint(_DARK, "#6B3A17", "#3E281B")}
"""The colours of the style sheet in both themes."""
