"""A comparison as HTML: the domains with what differs, and one domain with its duties side by side. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ui.comparison import Duty, Match, Theme
from ui.web.markup import AT, escape, link
from ui.wording import Language

_FEW = 2

Address = Mapping[str, str | int | None]


def render_themes(
    themes: Sequence[Theme], sides: tuple[str, str], chosen: str, here: Address, language: Language
) -> str:
    """A row for each domain: how many duties both sides share, how many of those differ, how many are of one side only.
    `here` is the address of the comparison; each domain leads to itself in it."""
    zh = language == "zh"
    shared, differ = ("两边都有", "其中不同") if zh else ("both", "differing")
    heads = ["政策领域" if zh else "domain", shared, differ, *((f"只有{s}" if zh else f"only {s}") for s in sides)]
    styles = ["", *["figure"] * 4]
    head = "".join(
        f'<th scope="col" class="{style}">{escape(name)}</th>' for name, style in zip(heads, styles, strict=True)
    )
    body = "".join(_theme_row(theme, chosen, here, language) for theme in themes)
    return f'<table class="answers themes"><thead><tr>{head}</tr></thead>{body}</table>'


def _theme_row(theme: Theme, chosen: str, here: Address, language: Language) -> str:
    figures = (len(theme.both), theme.differing, len(theme.left), len(theme.right))
    cells = "".join(f'<td class="figure">{figure or ""}</td>' for figure in figures)
    name = link(theme_name(theme, language), {**here, "domain": theme.key or "-"})
    current = ' aria-current="true"' if theme.key == chosen else ""
    return f"<tbody{current}><tr><td>{name}</td>{cells}</tr></tbody>"


def theme_name(theme: Theme, language: Language) -> str:
    return theme.name or ("未归领域" if language == "zh" else "no domain")


def render_theme(theme: Theme, sides: tuple[str, str], language: Language) -> str:
    """The duties of one domain in two columns: first what both have, then what only one has, set off."""
    heads = "".join(f'<th scope="col">{escape(side)}</th>' for side in sides)
    both = "".join(_match(match, sides, language) for match in theme.both)
    alone = "".join(_alone(theme, sides, language))
    return f'<table class="sides"><thead><tr>{heads}</tr></thead>{both}{alone}</table>'


def _match(match: Match, sides: tuple[str, str], language: Language) -> str:
    cells = "".join(
        f'<td data-name="{escape(side)}">{_list(duties, language)}</td>'
        for side, duties in zip(sides, (match.left, match.right), strict=True)
    )
    return f"<tbody><tr>{cells}</tr></tbody>"


def _alone(theme: Theme, sides: tuple[str, str], language: Language) -> Iterable[str]:
    if not theme.left and not theme.right:
        return
    cells = []
    for side, duties in zip(sides, (theme.left, theme.right), strict=True):
        words = f"只有{side}要求的 {len(duties)} 项" if language == "zh" else f"{len(duties)} required by {side} only"
        none = f"没有只由{side}要求的" if language == "zh" else f"nothing that {side} alone requires"
        head = f'<p class="muted">{escape(words if duties else none)}</p>'
        cells.append(f'<td class="only" data-name="{escape(side)}">{head}{_list(duties, language)}</td>')
    yield f"<tbody><tr>{''.join(cells)}</tr></tbody>"


def _list(duties: Sequence[Duty], language: Language) -> str:
    return (
        f'<ul class="duties">{"".join(f"<li>{render_duty(duty, language)}</li>" for duty in duties)}</ul>'
        if duties
        else ""
    )


def render_duty(duty: Duty, language: Language) -> str:
    """每月 公开 财政收支情况 经 政府网站 · 省财政厅 ⌖; what differs from the other side is set off."""
    zh = language == "zh"
    when = _told(duty.when or ("未写时间" if zh else "no time stated"), duty.when_differs, bool(duty.when))
    via = ("、" if zh else ", ").join(duty.channels)
    said = f"{'经' if zh else 'via'} {via}" if via else ("未写渠道" if zh else "no channel stated")
    channels = _told(said, duty.channels_differ, bool(via))
    who = _bodies(duty.agencies, language)
    return " ".join(part for part in (when, escape(duty.what), channels, who, _sight(duty, language)) if part)


def _bodies(names: Sequence[str], language: Language) -> str:
    """The bodies; of many the first, with all of them where the pointer rests."""
    comma = "、" if language == "zh" else ", "
    said = comma.join(names[:_FEW])
    if len(names) > _FEW:
        said += f"等 {len(names)} 个机构" if language == "zh" else f" and {len(names) - _FEW} more"
    return f'<span class="muted" title="{escape(comma.join(names))}">{escape(said)}</span>' if names else ""


def _told(words: str, differs: bool, said: bool) -> str:
    """What is said, set off where it differs; what is not said only where the other side says it."""
    if not differs:
        return f"<b>{escape(words)}</b>" if said else ""
    return f'<b class="differs">{escape(words)}</b>'


def _sight(duty: Duty, language: Language) -> str:
    if duty.evidence is None:
        return ""
    lang = None if language == "zh" else language
    where = {"view": "documents", "document": duty.evidence.document, "at": duty.evidence.start, "lang": lang}
    words = " ".join(part for part in (duty.evidence.number, duty.evidence.section) if part)
    return f'<span class="muted sight">{link(words, where, icon=AT)}</span>'
