"""The scripts and styles of the picture: our own, and vis-network as it lies in the installed pyvis."""

from __future__ import annotations

from functools import cache
from importlib import resources

HTML = """<div class="picture">
  <div class="tools">
    <button type="button" data-act="expand"></button>
    <button type="button" data-act="collapse" class="explore of-node"></button>
    <button type="button" data-act="pin" class="explore of-node" aria-pressed="false"></button>
    <button type="button" data-act="hide" class="explore of-node"></button>
    <button type="button" data-act="closer">+</button>
    <button type="button" data-act="farther">−</button>
    <button type="button" data-act="fit"></button>
    <button type="button" data-act="relayout" class="explore"></button>
    <button type="button" data-act="png" class="save">PNG</button>
    <button type="button" data-act="svg" class="save">SVG</button>
    <button type="button" data-act="html" class="explore">HTML</button>
  </div>
  <div class="canvas" tabindex="0" role="application"></div>
  <ul class="legend"></ul>
  <div class="live" role="status" aria-live="polite"></div>
</div>"""

_GEOMETRY = ("layout.js", "layouts.js", "crowd.js")
_DRAWING = ("shapes.js", "svg.js")
_PICTURE = ("picture.js", "placing.js", "frame.js", "keys.js", "memory.js", "explore.js")
"""The class comes first, then what its other files add to it."""

_VIS = "lib/vis-9.1.2/vis-network.min.js"


@cache
def vis_script() -> str:
    """vis-network's source, without the comment that would make a browser's tools ask for a source map."""
    text = (resources.files("pyvis") / _VIS).read_text("utf-8")
    return text.replace("//# sourceMappingURL=vis-network.min.js.map", "").rstrip()


@cache
def own(name: str) -> str:
    return (resources.files(__package__) / name).read_text("utf-8")


@cache
def picture_script() -> str:
    """Our own script: geometry, shapes, files, and the class Picture that uses them."""
    return "\n".join(own(name) for name in (*_GEOMETRY, *_DRAWING, *_PICTURE))


def vis_value() -> str:
    """A JavaScript expression whose value is the vis-network library; it leaves no global name behind."""
    return f"((exports, module) => {{ {vis_script()}\n return exports; }})({{}}, {{}})"
