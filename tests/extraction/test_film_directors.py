"""Whose the other films are: names at the title, and what our director comes from, made or is known for."""

from __future__ import annotations

import hashlib

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.model.document import Document

OWN = "Anna Holm"
TIED = [
    ("After “Red Wheat” and “The Toll,” Holm has built a film out of right angles.", "The Toll", OWN),
    ("It is Anna Holm's fourth feature, her first since “The Toll” nine years ago.", "The Toll", OWN),
    ("Holm, whose first feature was the black comedy “The Toll,” makes no attempt at it.", "The Toll", OWN),
    ("Anna Holm, fresh from “The Toll,” has moved it to Alaska and out of the sun.", "The Toll", OWN),
    ("With it the Danish director of “The Toll” steps out into the snow, says Holm.", "The Toll", OWN),
    ("Nun hat Anna Holm es getan, nach »Die Mühle«, nach »Das Wehr«, also mit Umgang.", "Das Wehr", OWN),
    (
        "Es passt zu ihr wie in »Die Mühle« (Regie: Karl Brenner), den wir hier zeigten.",
        "Die Mühle",
        "Karl Brenner",
    ),
    ("Man denkt an Fatih Akins »Die Mühle«, und man denkt gern daran zurück.", "Die Mühle", "Fatih Akin"),
    (
        "On the same events Peter Larsen did “The Mill,” and did it with more noise.",
        "The Mill",
        "Peter Larsen",
    ),
    (
        "Si pensa a «Il mulino» di Marco Bellini, che però faceva tutt'altro rumore.",
        "Il mulino",
        "Marco Bellini",
    ),
    # his own, by a pronoun, a noun or his name
    ("Holm, whose “The Toll” was all quarrel, has made a film of what people do instead.", "The Toll", OWN),
    ("Anna Holm is back, and should do nicely wherever her “The Toll” has a following.", "The Toll", OWN),
    ("È il film meno ironico dell'autrice di «Il mulino», e il più lungo di tutti.", "Il mulino", OWN),
    ("Holm, known until now, if at all, for such comedies as “The Toll,” begins anew.", "The Toll", OWN),
    ("Wer Holms »Die Mühle« gesehen hat, weiß, wie genau sie schaut und wie lange.", "Die Mühle", OWN),
    ("Holm made her debut with Green Fish (1997). Salt Candy, Oasis and Secret Sun followed.", "Oasis", OWN),
    (
        "Reviewers keep reaching for books when they praise Holm. Her A Brighter Day was one.",
        "A Brighter Day",
        OWN,
    ),
    # titles that only her name announces
    ("Holm's Old Roads star Will Berg turns up by a fire, and stays for the winter.", "Old Roads", OWN),
    (
        "Holm, who made Someone Else and since then was busy, is back with the sea.",
        "Someone Else",
        OWN,
    ),
    (
        "Holm antes hizo El lobo descalzo y Luna nueva, y se nota en cada plano.",
        "El lobo descalzo",
        OWN,
    ),
    ("Holm lo sa e non si nasconde. Dopo This Must Be the Way ritrova il mare.", "This Must Be the Way", OWN),
    ("Det er Anna Holms tredje spillefilm, etter Vennen og Huset.", "Vennen", OWN),
    ("Sundt, once the director of “The Toll,” was seventy-eight when he played in it.", "The Toll", "Sundt"),
    (
        "Den Rhythmus von Kluges »Die Mühle« verdanken wir ihr, und hier ist er wieder da.",
        "Die Mühle",
        "Kluge",
    ),
    (
        "Trailers for «The Mill» (Ann Lee) and for the boat are on the disc, and nothing else.",
        "The Mill",
        "Ann Lee",
    ),
    # each of two films has its own
    ("Vimos «Los molinos» y «La rueda», de Pedro Ruiz y de Juan Mora, sin parar.", "La rueda", "Juan Mora"),
]
NOT_TIED = [
    ("A talk with Ann Diop, the director's niece, whose The Toll (2013) looks up the others.", "The Toll"),
    ("He is known from «The Mill» (Night Train), and from nothing else that anybody saw.", "The Mill"),
    ("Nobody will mistake it for “The Toll,” and nobody should, least of all the young.", "The Toll"),
    ("Piet Vos edited “The Toll” before he came to this film and its slower water.", "The Toll"),
    ("Am Ende des Films »Die Mühle« stand jemand auf und ging, hier bleiben alle sitzen.", "Die Mühle"),
    ("Peter Larsen, whose “The Toll” nobody saw, plays the harbor master with a limp.", "The Toll"),
    ("Peter Larsen, seen lately in “The Toll,” plays the harbor master with a limp.", "The Toll"),
]


def _directors(sentence: str) -> dict[str, str | None]:
    text = (
        "Blue Harbor\n\nDirector: Anna Holm\nEditor: Piet Vos\n\nA harbor, a boat, and a woman who does not"
        f" want to leave either of them before the winter sets in. {sentence}\n"
    )
    document = Document(text, hashlib.sha256(text.encode()).hexdigest(), "page.txt", "text/plain")
    return {f.title: f.director for facts in extract_facts(document) for f in facts.other_films}


@pytest.mark.parametrize(("sentence", "title", "director"), TIED)
def test_a_name_tied_to_a_title(sentence: str, title: str, director: str) -> None:
    assert _directors(sentence)[title] == director


@pytest.mark.parametrize(("sentence", "title"), NOT_TIED)
def test_a_title_nobody_is_tied_to(sentence: str, title: str) -> None:
    assert _directors(sentence).get(title) is None
