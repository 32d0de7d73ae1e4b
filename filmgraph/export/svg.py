"""A network as a static SVG 1.1 picture: the default view of the page, with labels and a legend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import Any
from xml.sax.saxutils import escape

from filmgraph.export.drawing import Drawing, Line, Mark, build_drawing
from filmgraph.export.layout import bounds, shorten
from filmgraph.export.options import ExportOptions
from filmgraph.export.palette import GROUPS

_PAPER, _INK, _FAINT, _CARD, _CARD_INK = "#fbf9f4", "#23262d", "#6d6a63", "#262b36", "#fbf9f4"
_SANS = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif"
_SERIF = "'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, 'DejaVu Serif', serif"
_PAD, _HEAD, _FOOT = 46, 84, 64


def render(network: Any, options: ExportOptions) -> bytes:
    """The picture as SVG, with a title and a description for screen readers."""
    drawing = build_drawing(network, options.title)
    marks = {m.iri: m for m in drawing.visible()}
    left, top, right, bottom = bounds(m.place for m in marks.values())
    legend, legend_width = _draw_legend(marks.values())
    inside = max(right - left, len(drawing.title) * 12.6, legend_width)
    width, height = inside + 2 * _PAD, bottom - top + 2 * _PAD + _HEAD + _FOOT
    shift = (_PAD + (width - 2 * _PAD - (right - left)) / 2 - left, _PAD + _HEAD - top)
    lines = [line for line in drawing.lines if line.source in marks and line.target in marks]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" role="img" font-family="{_SANS}" font-size="12">',
        f"<title>{_text(drawing.title)}</title>",
        f"<desc>{_text(_describe(drawing, marks))}</desc>",
        f'<rect width="100%" height="100%" fill="{_PAPER}"/>',
        f'<text x="{_PAD}" y="{_PAD + 12}" font-family="{_SERIF}" font-size="25" fill="{_INK}">'
        f"{_text(drawing.title)}</text>",
        f'<text x="{_PAD}" y="{_PAD + 36}" font-size="13" fill="{_FAINT}">'
        f"{_text(_describe(drawing, marks))}</text>",
        f'<g transform="translate({shift[0]:.1f} {shift[1]:.1f})">',
        '<g fill="none" stroke-linecap="round">',
        *(_draw_line(line, marks) for line in lines),
        "</g>",
        *(_draw_mark(m) for m in sorted(marks.values(), key=lambda m: m.kind in ("film", "work"))),
        "</g>",
        f'<g transform="translate({_PAD} {height - _PAD - 16:.0f})">{legend}</g>',
        "</svg>",
    ]
    return "\n".join(parts).encode()


def _describe(drawing: Drawing, marks: Mapping[str, Mark]) -> str:
    films = sum(m.kind == "film" for m in marks.values())
    works = sum(m.kind == "work" for m in marks.values())
    agents = len(marks) - films - works
    hidden = len(drawing.marks) - len(marks)
    counts = ((films, "film"), (works, "source work"), (agents, "agent"))
    told = ", ".join(f"{n:,} {what}" if n == 1 else f"{n:,} {what}s" for n, what in counts if n)
    return f"{told} ({hidden:,} agents of one film are not shown)" if hidden else told


def _draw_line(line: Line, marks: Mapping[str, Mark]) -> str:
    one, other = marks[line.source].place, marks[line.target].place
    ends = f'x1="{one.x}" y1="{one.y}" x2="{other.x}" y2="{other.y}"'
    if line.is_membership:
        return f'<line {ends} stroke="{_FAINT}" stroke-width="1.2" stroke-dasharray="2 4"/>'
    width = min(0.7 + 0.55 * sqrt(line.weight), 5)
    return f'<line {ends} stroke="{line.group.light}" stroke-opacity="0.38" stroke-width="{width:.2f}"/>'


def _draw_mark(mark: Mark) -> str:
    place, label = mark.place, _text(shorten(mark.label))
    at = f'<g transform="translate({place.x} {place.y})"><title>{_text(mark.label)}</title>'
    if mark.kind in ("film", "work"):
        is_film = mark.kind == "film"
        fill, ink, edge = (_CARD, _CARD_INK, _CARD) if is_film else (_PAPER, _INK, _INK)
        half = place.width / 2
        return (
            f'{at}<rect x="{-half}" y="-13" width="{place.width}" height="26" rx="{5 if is_film else 0}" '
            f'fill="{fill}" stroke="{edge}"/><text y="4" text-anchor="middle" font-family="{_SERIF}" '
            f'font-style="italic" fill="{ink}">{label}</text></g>'
        )
    text = (
        f'<text y="{place.radius + 12:.1f}" text-anchor="middle" fill="{_INK}" font-size="11" '
        f'stroke="{_PAPER}" stroke-width="3" paint-order="stroke">{label}</text>'
    )
    return f"{at}{shape(mark)}{text}</g>"


def shape(mark: Mark) -> str:
    """The mark of an agent: a disc for a person, two for a team, a diamond for a company."""
    r, color = mark.place.radius, mark.group.light
    ring = f'fill="{color}" stroke="{_PAPER}" stroke-width="1.5"'
    if mark.kind == "organization":
        d = round(r * 1.2, 1)
        return f'<path d="M0 {-d} L{d} 0 L0 {d} L{-d} 0 Z" {ring}/>'
    if mark.kind == "team":
        d = round(r * 0.55, 1)
        return f'<circle cx="{-d}" r="{r}" {ring}/><circle cx="{d}" r="{r}" {ring}/>'
    return f'<circle r="{r}" {ring}/>'


def _draw_legend(marks: Iterable[Mark]) -> tuple[str, float]:
    """The groups of departments and the kinds that the picture shows, in two rows; and their width."""
    marks = list(marks)
    used = {m.group.id for m in marks if m.kind not in ("film", "work")}
    kinds = {m.kind for m in marks}
    groups, x = "", 0.0
    for group in (g for g in GROUPS if g.id in used):
        groups += f'<circle cx="{x + 5}" cy="-4" r="5" fill="{group.light}"/>'
        groups += f'<text x="{x + 15}">{_text(group.label)}</text>'
        x += round(38 + len(group.label) * 6.4, 1)
    shapes, y = "", 0.0
    for kind, label, mark in _KINDS:
        if kind in kinds:
            shapes += f'<g transform="translate({y + 6} -4)">{mark}</g><text x="{y + 22}">{label}</text>'
            y += round(46 + len(label) * 6.4, 1)
    rows = (
        f'<g fill="{_INK}" font-size="11.5">{groups}</g>'
        f'<g transform="translate(0 22)" fill="{_FAINT}" font-size="11.5">{shapes}</g>'
    )
    return rows, max(x, y)


_KINDS = (
    ("film", "film", f'<rect x="-8" y="-5" width="16" height="10" rx="2.5" fill="{_CARD}"/>'),
    ("work", "source work", f'<rect x="-8" y="-5" width="16" height="10" fill="{_PAPER}" stroke="{_INK}"/>'),
    ("person", "person", f'<circle r="4.5" fill="{_FAINT}"/>'),
    ("team", "team", f'<circle cx="-2.5" r="4" fill="{_FAINT}"/><circle cx="2.5" r="4" fill="{_FAINT}"/>'),
    ("organization", "company", f'<path d="M0 -6 L6 0 L0 6 L-6 0 Z" fill="{_FAINT}"/>'),
)


def _text(value: str) -> str:
    """Text as it may stand in XML: escaped, without the control characters that XML 1.0 forbids."""
    return escape(
        "".join(c for c in value if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
