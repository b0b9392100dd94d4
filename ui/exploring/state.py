"""What the view 图谱 shows, as a value: steps from which the nodes follow, what is left out, and how it is laid out.

The address holds exactly this, so that a link opens the same view and an older one can be gone back to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args
from urllib.parse import unquote

from graph.schema import EDGES, NODES

StepKind = Literal["node", "notice", "grow", "path", "whole"]
Layout = Literal["force", "levels", "radial"]
Group = Literal["", "document", "domain", "region"]

Address = dict[str, list[str]]

_MARK = "~"
MOST = 200
"""More steps than this no reader takes; an address that holds more is cut."""


@dataclass(frozen=True)
class Step:
    """One way in which nodes came into the picture: chosen (`node`), a notice with its tasks (`notice`), the
    neighbours of a node (`grow`, of one `relation` and `direction` where given), the way from `node` to `other`
    (`path`), or everything (`whole`)."""

    kind: StepKind
    node: str = ""
    relation: str = ""
    direction: str = ""
    other: str = ""

    def text(self) -> str:
        """The step as one word of the address."""
        parts = (self.kind, self.node, self.relation, self.direction, self.other)
        return _MARK.join(part.replace("%", "%25").replace(_MARK, "%7E") for part in parts).rstrip(_MARK)


def step_of(text: str) -> Step | None:
    """The step that `text` spells; None where it is none of ours."""
    parts = [unquote(part) for part in text.split(_MARK)]
    kind, *rest = [*parts, "", "", "", ""][:5]
    step = Step(kind, *rest)  # type: ignore[arg-type]  # checked in the next line
    known = kind in get_args(StepKind) and (not step.relation or step.relation in EDGES)
    named = step.node or kind == "whole"
    return step if known and named and (kind != "path" or step.other) else None


@dataclass(frozen=True)
class View:
    """`focus` is the node of the panel, `start` the one that a path is to begin at, `centre` that of the radial layout;
    `pins` are the places that the reader gave to nodes."""

    steps: tuple[Step, ...] = ()
    focus: str = ""
    start: str = ""
    layout: Layout = "force"
    centre: str = ""
    hidden: frozenset[str] = frozenset()
    pins: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    without_labels: frozenset[str] = frozenset()
    without_types: frozenset[str] = frozenset()
    domain: str = ""
    frequency: str = ""
    document: str = ""
    group: Group = ""

    @property
    def anchors(self) -> frozenset[str]:
        """The nodes that were chosen themselves: no filter takes them away, nor does collapsing."""
        named = {id_ for step in self.steps if step.kind != "grow" for id_ in (step.node, step.other) if id_}
        return frozenset(named)

    @property
    def narrowing(self) -> int:
        """How many filters are on."""
        filters = (self.without_labels, self.without_types, self.domain, self.frequency, self.document)
        return sum(bool(one) for one in filters)

    def with_step(self, step: Step) -> View:
        """The view with `step` taken last; one that was taken before is not taken twice."""
        return self if step in self.steps else replace(self, steps=(*self.steps, step))

    def without_focus(self) -> View:
        """What undoing goes by: looking at a node is no change of the picture."""
        return replace(self, focus="")


_WORDS = {
    "node": "focus",
    "from": "start",
    "centre": "centre",
    "domain": "domain",
    "per": "frequency",
    "in": "document",
}
"""The address's name of each plain field."""
_SETS = {"hide": "hidden", "nolabel": "without_labels", "notype": "without_types"}
NAMES = ("step", *_WORDS, *_SETS, "layout", "group", "pin")
"""Every name of the address that belongs to the view."""


def to_address(view: View) -> Address:
    """`view` as the values of an address; what is as at the start is left out."""
    address: Address = {"step": [step.text() for step in view.steps]}
    address |= {name: [value] for name, at in _WORDS.items() if (value := str(getattr(view, at)))}
    address |= {name: sorted(getattr(view, at)) for name, at in _SETS.items()}
    address["layout"] = [view.layout] if view.layout != "force" else []
    address["group"] = [view.group] if view.group else []
    address["pin"] = [f"{x},{y},{id_}" for id_, (x, y) in sorted(view.pins.items())]
    return {name: values for name, values in address.items() if values}


def from_address(address: Mapping[str, Iterable[str]]) -> View:
    """The view of an address, whatever it holds: what cannot be read is as at the start."""
    given = {name: [str(value) for value in values] for name, values in address.items()}
    last = {name: values[-1] for name, values in given.items() if values}
    steps = dict.fromkeys(step for text in given.get("step", ()) if (step := step_of(text)))
    layout, group = last.get("layout", ""), last.get("group", "")
    return View(
        steps=tuple(steps)[:MOST],
        layout=layout if layout in get_args(Layout) else "force",  # type: ignore[arg-type]
        group=group if group in get_args(Group) else "",  # type: ignore[arg-type]
        hidden=frozenset(given.get("hide", ())),
        without_labels=frozenset(given.get("nolabel", ())) & NODES.keys(),
        without_types=frozenset(given.get("notype", ())) & EDGES.keys(),
        pins=dict(pin for text in given.get("pin", ()) if (pin := _pin(text))),
        **{at: last.get(name, "") for name, at in _WORDS.items()},
    )


def _pin(text: str) -> tuple[str, tuple[int, int]] | None:
    x, _, rest = text.partition(",")
    y, _, id_ = rest.partition(",")
    try:
        return (id_, (int(x), int(y))) if id_ else None
    except ValueError:
        return None
