"""One cast in the many shapes that editors give it, each of which has to come out the same."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

import pytest
from extracted import characters_of, credits_of

HEAD = "Stray Dogs\n\nDirector: Sue Orr\nCamera: Tim Voss\nEditor: Pam Lind\n\n"
STORY = (
    "\n\nIda keeps a shop in the harbor and waits for a letter. Old Max will not come back, says the priest,"
    " but she does not believe him. The film takes its time with all of them and ends well for nobody.\n"
)
CAST = {
    "Julie Renard": "Ida",
    "Robert Kline": "Old Max",
    "Claire Dunst": "the Priest",
    "Ivan Petrov": "Aunt Rozi",
    "Anna Weiss": "Dr. Bell",
}


def rows(form: str, between: str = "\n") -> str:
    return between.join(
        form.format(a=actor, p=part, A=actor.upper(), P=part.upper(), c=_loud(actor), n=n)
        for n, (actor, part) in enumerate(CAST.items(), 1)
    )


def _loud(actor: str) -> str:
    given, family = actor.split()
    return f"{given} {family.upper()}"


def padded(mark: str, width: int = 14) -> str:
    """Parts and actors in two columns; the leader of the longest part has a mark or two."""
    return "\n".join(f"{f'{part} ':{mark}<{width}} {actor}" for actor, part in CAST.items())


LABELLED = [
    rows("{a} [{p}]", ", "),
    rows("{a} [{p}]", ". Uncredited: "),
    rows("{c} ({p})", "; ") + ".",
    rows("{a} as {p}", "; ") + ".",
    rows("{a} ({p})", "\n              "),
    "\n" + rows("{a} [{p}]"),
    "\n" + rows("  • {a} as {p}"),
    "\n" + rows("{n}. {a} as {p}"),
    "\n" + rows("{n}) {a} ({p})"),
    "\n" + rows("{a}             ({p})"),
    "\n" + rows("{p}{a}"),
    "\n" + padded(".", 12),
    "\n" + rows("{p} / {a}"),
    "\n" + rows("{a} / {p}"),
    "\n" + rows("{a} → {p}"),
    "\n" + rows("{a} -> {p}"),
    "\n" + rows("{p} played by {a}"),
    "\n" + rows("{p} – gespielt von {a}").replace(" –", ""),
    "\n" + rows("| {a} | {p} |"),
    rows("{p} (played by {a})", ", "),
    rows("{p} ({a})", ", "),
    rows("{p}={a}", ", "),
    "\n" + rows("{a} plays {p}"),
    rows("{a} (rôle de {p})", ", "),
    rows("{a} {P}", " "),
    rows("{P} {a}", " "),
    "\n" + "\n".join(
        [
            "Ida ....... Julie Renard      Old Max ..... Robert Kline",
            "the Priest ... Claire Dunst   Aunt Rozi ... Ivan Petrov",
            "Dr. Bell ..... Anna Weiss",
        ]
    ),
]  # fmt: skip


@pytest.mark.parametrize("words", LABELLED)
def test_casts_under_their_label(words: str) -> None:
    assert _plain(characters_of(f"{HEAD}Cast: {words}{STORY}")) == _plain(CAST)


def wrapped(form: str, between: str, indent: str = "") -> str:
    return textwrap.fill(rows(form, between), width=50, subsequent_indent=indent, break_on_hyphens=False)


WRAPPED = [
    wrapped("{a} ({p})", ", "),
    wrapped("{a} ({p})", ", ", " " * 6),
    wrapped("{a} [{p}]", ", "),
    wrapped("{a} [{p}]", "; ", " " * 6),
    wrapped("{a} as {p}", ", "),
    wrapped("{a} - {p}", ", "),
    wrapped("{p}: {a}", "; "),
]


@pytest.mark.parametrize("words", WRAPPED)
@pytest.mark.parametrize("width", [60, 400])
def test_casts_that_a_margin_breaks(words: str, width: int) -> None:
    story = textwrap.fill(STORY.strip(), width=width)
    assert _plain(characters_of(f"{HEAD}Cast: {words}\n\n{story}\n")) == _plain(CAST)


@pytest.mark.parametrize(
    "words",
    [
        "Roller: " + rows("{a} ({p})", ", "),
        "Med " + rows("{a} som {p}", ", "),
        "I rollerna: " + rows("{a} som {p}", ", "),
    ],
)
def test_casts_of_scandinavia(words: str) -> None:
    found = {actor: part for actor, part in CAST.items() if part != "the Priest"}
    assert found.items() <= characters_of(HEAD + words + STORY).items()


UNLABELLED = [
    rows("{a} [{p}]"),
    rows("{c} ({p})"),
    rows("{c} ({p})", "; "),
    rows("{a} [{p}]", "; "),
    rows("• {a} as {p}"),
    rows("{a} . . {p}"),
    padded("."),
    rows("{a} - {p}"),
    rows("{a} – {p}"),
    rows("{p}: {a}"),
    rows("{a}\t{p}"),
    rows("{a}          {p}"),
    "| Actor | Role |\n|---|---|\n" + rows("| {a} | {p} |"),
]


@pytest.mark.parametrize("words", UNLABELLED)
def test_casts_under_no_label(words: str) -> None:
    assert _plain(characters_of(f"{HEAD}{words}{STORY}")) == _plain(CAST)


def _plain(cast: Mapping[str, str | None]) -> dict[str, str]:
    return {actor.casefold(): (part or "").casefold() for actor, part in cast.items()}


NOT_READ = [
    # The story does not speak of these: a crew, a table of guests, a programme.
    "Julie Renard - gaffer\nRobert Kline - best boy\nClaire Dunst - runner\nIvan Petrov - catering",
    "Gaffer: Julie Renard\nBest boy: Robert Kline\nRunner: Claire Dunst\nDriver: Ivan Petrov",
    "Julie Renard – Oslo\nRobert Kline – Bergen\nClaire Dunst – Lyon\nIvan Petrov – Sofia",
    "Rialto 1 – Friday\nRialto 2 – Saturday\nLux – Sunday\nOdeon – Monday",
    # Nothing says which side is the part.
    "Julie Renard – Ida Voss\nRobert Kline – Max Orr\nClaire Dunst – Ann Bell\nIvan Petrov – Joe Lind",
]


@pytest.mark.parametrize("words", NOT_READ)
def test_lists_that_are_no_casts(words: str) -> None:
    assert not [c for c in credits_of(f"{HEAD}{words}{STORY}") if c[0] == "actor"]


@pytest.mark.parametrize(
    ("cast", "expected"),
    [
        (
            "Cast: Julie Renard and Robert Kline (Mr. and Mrs. Orr), Claire Dunst (Eva)",
            {"Julie Renard": "Mr. Orr", "Robert Kline": "Mrs. Orr", "Claire Dunst": "Eva"},
        ),
        (
            "Cast: Julie Renard & Robert Kline (Ida & Max); Claire Dunst (Eva)",
            {"Julie Renard": "Ida", "Robert Kline": "Max", "Claire Dunst": "Eva"},
        ),
        (
            "Cast: Julie Renard, Robert Kline (Ida and Max), Claire Dunst (Eva)",
            {"Julie Renard": None, "Robert Kline": "Ida and Max", "Claire Dunst": "Eva"},
        ),
        (
            'Cast: Julie Renard ("Mad" Ida), Robert Kline ("Rain"), Claire Dunst (Eva)',
            {"Julie Renard": 'Mad" Ida', "Robert Kline": None, "Claire Dunst": "Eva"},
        ),
        # Surnames in capitals are no parts, and a name may have a capital within.
        (
            "Cast: Julie RENARD Robert KLINE Claire DUNST",
            {"Julie Renard": None, "Robert Kline": None, "Claire Dunst": None},
        ),
        (
            "Cast\nJulie McNair\nRobert DeWitt\nClaire MacBride\nIvan LeBlanc",
            {"Julie McNair": None, "Robert DeWitt": None, "Claire MacBride": None, "Ivan LeBlanc": None},
        ),
    ],
)  # fmt: skip
def test_parts_of_two_and_names_that_look_glued(cast: str, expected: dict[str, str | None]) -> None:
    assert characters_of(HEAD + cast) == expected


def test_an_article_over_labels_is_no_cast() -> None:
    sheet = "THE LADY VANISHES   (Gt. Britain, 1938)\n\nProducer ..... Ann Lee\nDirector ..... Bo Ray\n"
    found = credits_of(sheet + "Script ..... Cy Dunn\nEditing ..... Di Moe\nRecordist ..... Ed Fox\n")
    assert not [c for c in found if c[0] == "actor"]


ROWS_OF_OTHERS = [
    ("Oslo", "Paris", "Lyon", "Rome"),
    ("Harbor Post", "Evening Mail", "Kleine Zeitung", "Variety"),
    ("gaffer", "key grip", "runner", "catering"),
    ("Best Actress", "Best Actor", "Jury Prize", "Best Score"),
    ("Friday", "Saturday", "Sunday", "Monday"),
]


@pytest.mark.parametrize("words", ROWS_OF_OTHERS)
@pytest.mark.parametrize(
    ("form", "between"),
    [
        ("{} ({})", ", "),
        ("{} [{}]", "; "),
        ("{} ({})", " | "),
        ("{} ({})", "\n"),
        ("{} – {}", "\n"),
        ("{} ..... {}", "\n"),
    ],
)
def test_what_stands_for_the_parts_says_that_it_is_no_cast(
    words: tuple[str, ...], form: str, between: str
) -> None:
    people = ("Anna Weiss", "Ivan Petrov", "Hans Moll", "Eva Roth")
    listed = between.join(form.format(name, word) for name, word in zip(people, words, strict=True))
    assert not [c for c in credits_of(f"{HEAD}{listed}{STORY}") if c[0] == "actor"]


@pytest.mark.parametrize(
    "listed",
    [
        '"Rain" – Anna Weiss\n"Dust" – Ivan Petrov\n"The River" – Hans Moll',
        "Anna Weiss, layout; Ivan Petrov, verse; Hans Moll, sums; Eva Roth, songs",
        "Anna Weiss ..... Rain\nIvan Petrov ..... Dust\nHans Moll ..... The River",
    ],
)
def test_a_list_without_any_of_the_players_under_the_label_is_another(listed: str) -> None:
    cast = "Cast: Julie Renard, Robert Kline"
    found = {c[1] for c in credits_of(f"{HEAD}{cast}\n\n{listed}{STORY}") if c[0] == "actor"}
    assert found == {"Julie Renard", "Robert Kline"}


def test_initials_behind_a_glued_label() -> None:
    box = "Directed byAnna WeissDialogues byK. P. LindProduced byRobert KlineMusic byA. R. Dunst"
    found = credits_of(f"Stray Dogs\n\n{box}Production companyLux Films\n")
    assert {("dialogue", "K. P. Lind"), ("composer", "A. R. Dunst"), ("producer", "Robert Kline")} <= found


@pytest.mark.parametrize(
    ("cast", "expected"),
    [
        ('Cast: Julie Renard "Ida", Robert Kline "Max"', {"Julie Renard": "Ida", "Robert Kline": "Max"}),
        ("Avec Julie Renard «Juju», Robert Kline", {"Julie Renard": None, "Robert Kline": None}),
        ("Voices\nJulie Renard: Ida", {"Julie Renard": "Ida"}),
    ],
)
def test_quotes_behind_names_and_lone_pairs(cast: str, expected: dict[str, str | None]) -> None:
    assert characters_of(HEAD + cast) == expected
