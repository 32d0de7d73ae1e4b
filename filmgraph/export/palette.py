"""The colors of a network's picture: one hue a group of departments, in a light and a dark theme.

The hues were chosen to keep apart under the common color-vision deficiencies
in their lightness too, and to reach a contrast of at least 3:1 on their
background (WCAG 2.2, 1.4.11).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Departments that share a color: `light` is for the light theme's paper, `dark` for the dark one."""

    id: str
    label: str
    departments: tuple[str, ...]
    light: str
    dark: str


GROUPS = (
    Group("direction", "Direction", ("direction",), "#c4302b", "#ff7a6b"),
    Group("writing", "Writing", ("writing", "source"), "#b26a00", "#f2b84b"),
    Group("production", "Production", ("production", "financing"), "#2463c4", "#74a9ff"),
    Group("cast", "Cast", ("cast",), "#7c53b8", "#bda2f4"),
    Group("camera", "Camera", ("camera",), "#0b7f86", "#45cfd0"),
    Group("editing", "Editing", ("editing",), "#3d7f24", "#8ed36a"),
    Group("music", "Music, sound", ("music", "sound"), "#b8337f", "#f78ac4"),
    Group(
        "design",
        "Design, effects",
        ("art", "costume-and-makeup", "animation", "effects", "movement", "casting"),
        "#856043",
        "#d3ad84",
    ),
    Group("distribution", "Distribution, sales", ("distribution",), "#566b80", "#a5b8cb"),
    Group("other", "Other", (), "#77736b", "#b5b0a6"),
)

_OF_DEPARTMENT = {department: group for group in GROUPS for department in group.departments}


def find_group(department: str) -> Group:
    """The group of a department (its local name); "other" for one that has none.

    >>> find_group("costume-and-makeup").label, find_group("").id
    ('Design, effects', 'other')
    """
    return _OF_DEPARTMENT.get(department, GROUPS[-1])
