"""Draws an SPC chart as SVG that stands alone: no classes, no styles, words for every colour.

Colours are those of NHS "Making Data Count"; each has a shape of its own, and every chart a title and a
description. The same drawing serves the screen, the web page and the PDF.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any, Final
from xml.etree import ElementTree

WIDTH, HEIGHT = 760, 250
LEFT, RIGHT, TOP, BOTTOM = 46, 120, 14, 40
INK, SOFT, RULE = "#212b32", "#4c6272", "#d8dde0"
FONT = "Noto Sans, Arial, sans-serif"
MARKS: Final = {
    "common_cause": ("#a6a6a6", "circle", "as usual"),
    "special_cause_improvement": ("#00b0f0", "diamond", "better than usual"),
    "special_cause_concern": ("#e46c0a", "square", "worse than usual"),
    "special_cause_neutral_high": ("#490092", "triangle", "higher than usual"),
    "special_cause_neutral_low": ("#490092", "triangle", "lower than usual"),
}
LABELS_ALONG = 6

Chart = Mapping[str, Any]


def svg(chart: Chart) -> str:
    """The drawing of a dataset's chart, as one `<svg>` element."""
    name = "".join(letter if letter.isalnum() else "-" for letter in chart["key"])
    root = ElementTree.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {HEIGHT}",
            "width": str(WIDTH),
            "height": str(HEIGHT),
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-words",
        },
    )
    ElementTree.SubElement(root, "title", {"id": f"{name}-title"}).text = chart["title"]
    ElementTree.SubElement(root, "desc", {"id": f"{name}-words"}).text = described(chart)
    _draw(root, chart, _scale(chart))
    return ElementTree.tostring(root, encoding="unicode")


def described(chart: Chart) -> str:
    """What the chart shows, in sentences: for who cannot see it."""
    points, limits = chart["points"], chart["limits"][-1]
    lower, upper = max(limits["lower"], 0), min(limits["upper"], 100)
    trial = " These limits are still on trial: there are fewer than 13 points." if limits["trial"] else ""
    return (
        f"Percent by {chart['period']}, from {points[0]['label']} to {points[-1]['label']}. "
        f"The last is {points[-1]['value']:.1f}%. The mean is {limits['mean']:.1f}%, and from {lower:.1f}% "
        f"to {upper:.1f}% is usual. {chart['words']}.{trial}"
    )


@dataclass(frozen=True)
class Scale:
    """Where a percent and a position lie on the drawing."""

    bottom: int
    top: int
    points: int

    def y(self, percent: float) -> float:
        inside = min(max(percent, self.bottom), self.top)
        height = HEIGHT - TOP - BOTTOM
        return round(TOP + height * (self.top - inside) / (self.top - self.bottom), 1)

    def x(self, position: float) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (position + 0.5) / self.points, 1)


def _scale(chart: Chart) -> Scale:
    shown = [point["value"] for point in chart["points"]]
    shown += [each[end] for each in chart["limits"] for end in ("lower", "upper")]
    bottom = max(0, floor(min(shown) / 10) * 10)
    top = min(100, ceil(max(shown) / 10) * 10)
    return Scale(bottom, max(top, bottom + 10), len(chart["points"]))


def _draw(root: ElementTree.Element, chart: Chart, scale: Scale) -> None:
    _grid(root, scale)
    for stretch in chart["limits"]:
        _limits(root, stretch, scale)
    _labels_on_the_line(root, chart["limits"][-1], scale)
    _line(root, chart["points"], scale)
    for position, point in enumerate(chart["points"]):
        _mark(root, point["type"], scale.x(position), scale.y(point["value"]))
    _along(root, chart["points"], scale)
    _legend(root, chart["points"])


def _grid(root: ElementTree.Element, scale: Scale) -> None:
    step = 10 if scale.top - scale.bottom <= 50 else 20
    for percent in range(scale.bottom, scale.top + 1, step):
        y = scale.y(percent)
        _stroke(root, LEFT, y, WIDTH - RIGHT, y, RULE, "1")
        _text(root, LEFT - 6, y + 4, f"{percent}%", SOFT, anchor="end")


def _limits(root: ElementTree.Element, stretch: Mapping[str, Any], scale: Scale) -> None:
    start, end = scale.x(stretch["start"] - 0.5), scale.x(stretch["end"] - 0.5)
    _stroke(root, start, scale.y(stretch["mean"]), end, scale.y(stretch["mean"]), INK, "1.5")
    for limit in ("lower", "upper"):
        if 0 < stretch[limit] < 100:
            y = scale.y(stretch[limit])
            _stroke(root, start, y, end, y, SOFT, "1.5", dashes="6 4")


def _labels_on_the_line(root: ElementTree.Element, last: Mapping[str, Any], scale: Scale) -> None:
    """Mean and limits, named at the end of their lines, moved apart where they would overlap."""
    words = [("upper", "usual up to"), ("mean", "mean"), ("lower", "usual from")]
    shown = [(last[key], text) for key, text in words if key == "mean" or 0 < last[key] < 100]
    least = TOP
    for value, text in shown:
        least = max(round(scale.y(value)) + 4, least)
        _text(root, WIDTH - RIGHT + 8, least, f"{text} {value:.0f}%", INK)
        least += 15


def _line(root: ElementTree.Element, points: Sequence[Mapping[str, Any]], scale: Scale) -> None:
    path = " ".join(f"{scale.x(at)},{scale.y(point['value'])}" for at, point in enumerate(points))
    ElementTree.SubElement(
        root, "polyline", {"points": path, "fill": "none", "stroke": SOFT, "stroke-width": "1.5"}
    )


def _mark(root: ElementTree.Element, kind: str, x: float, y: float) -> None:
    colour, shape, _ = MARKS[kind]
    looks = {"fill": colour, "stroke": INK, "stroke-width": "1"}
    if shape == "circle":
        ElementTree.SubElement(root, "circle", {"cx": str(x), "cy": str(y), "r": "4.5"} | looks)
        return
    corners = {
        "diamond": ((0, -7), (7, 0), (0, 7), (-7, 0)),
        "square": ((-5, -5), (5, -5), (5, 5), (-5, 5)),
        "triangle": ((0, -7), (6, 5), (-6, 5)),
    }[shape]
    path = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners)
    ElementTree.SubElement(root, "polygon", {"points": path} | looks)


def _along(root: ElementTree.Element, points: Sequence[Mapping[str, Any]], scale: Scale) -> None:
    """Names of periods under the line: the last always, the others as far apart as there is room for."""
    step = ceil(len(points) / LABELS_ALONG)
    for at in range(len(points) - 1, -1, -step):
        _text(root, scale.x(at), HEIGHT - BOTTOM + 16, _short(points[at]["label"]), SOFT, anchor="middle")


def _legend(root: ElementTree.Element, points: Sequence[Mapping[str, Any]]) -> None:
    present = [kind for kind in MARKS if any(point["type"] == kind for point in points)]
    for place, kind in enumerate(present):
        x = LEFT + 8 + place * 150
        _mark(root, kind, x, HEIGHT - 9)
        _text(root, x + 12, HEIGHT - 5, MARKS[kind][2], INK)


def _short(label: str) -> str:
    """ "March 2026" as "Mar 2026"; "January to March 2026" as "Jan–Mar 2026"."""
    words = [word[:3] if word.isalpha() and word != "to" else word for word in label.split()]
    return " ".join(words).replace(" to ", "–")


def _stroke(
    root: ElementTree.Element,
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    colour: str,
    width: str,
    *,
    dashes: str = "",
) -> None:
    ends = {"x1": str(x1), "y1": str(y1), "x2": str(x2), "y2": str(y2)}
    looks = {"stroke": colour, "stroke-width": width} | ({"stroke-dasharray": dashes} if dashes else {})
    ElementTree.SubElement(root, "line", ends | looks)


def _text(
    root: ElementTree.Element, x: float, y: float, words: str, colour: str, *, anchor: str = "start"
) -> None:
    looks = {"fill": colour, "font-family": FONT, "font-size": "12", "text-anchor": anchor}
    ElementTree.SubElement(root, "text", {"x": str(x), "y": str(y)} | looks).text = words
