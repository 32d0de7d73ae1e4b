"""Which descriptions tell of one film."""

from __future__ import annotations

import pytest
from handmade import Page

from filmgraph.model.entities import Dataset
from filmgraph.resolution import resolve


def held(*pages: Page) -> Dataset:
    return resolve([p.document for p in pages], [p.facts for p in pages], [])


def page(origin: str, title: str, year: str | None = None, director: str | None = None) -> Page:
    found = Page(origin).state(title=title)
    if year:
        found.state(year=year)
    if director:
        found.credit("director", director)
    return found.credit("editor", f"Editor Of {origin}")


@pytest.mark.parametrize(
    ("left", "right", "films"),
    [
        (("Rust and Bone", "2012", None), ("RUST AND BONE", "2012", "Jacques Audiard"), 1),
        (("Rust and Bone", "2012", None), ("Rust and Bone", "2013", None), 1),
        (("Rust and Bone", "2012", None), ("Rust and Bone", "2015", None), 2),
        (("The Child", None, "Luc Dardenne"), ("Child, The", "2005", "Luc DARDENNE"), 1),
        (("Amour", None, "Haneke"), ("Amour", "2012", "Michael Haneke"), 1),
        (("Pinocchio", "2022", "Guillermo del Toro"), ("Pinocchio", "2022", "Robert Zemeckis"), 2),
        (("Funny Games", "1997", "Michael Haneke"), ("Funny Games", "2007", "Michael Haneke"), 2),
        (("Still Life", None, None), ("Still Life", "2006", "Jia Zhangke"), 2),
        (("Still Walking", "2008", "Kore-eda Hirokazu"), ("Still Walking", "2009", "Hirokazu Koreeda"), 1),
        (("Home", "2008", "Ursula Meier"), ("Homes", "2008", "Ursula Meier"), 2),
    ],
)
def test_two_descriptions(
    left: tuple[str, str | None, str | None], right: tuple[str, str | None, str | None], films: int
) -> None:
    dataset = held(page("a.txt", *left), page("b.txt", *right))
    assert len(dataset.films) == films
    assert len({f.iri for f in dataset.films}) == films
    if films == 2 and left[0] == right[0]:
        verdicts = {e.verdict for e in dataset.explanations if "/film/" in e.left}
        assert verdicts
        assert verdicts <= {"kept apart", "doubtful"}


@pytest.mark.parametrize(
    ("left", "right", "films"),
    [
        (("2011", "91"), ("2012", "180"), 2),
        (("2011", "91"), ("2012", "104"), 1),
        (("2011", "91"), ("2011", "180"), 1),
    ],
)
def test_running_times_of_neighboring_years(
    left: tuple[str, str], right: tuple[str, str], films: int
) -> None:
    pages = [
        page(f"{n}.txt", "Restless", year).state(runtime_min=minutes)
        for n, (year, minutes) in enumerate((left, right))
    ]
    assert len(held(*pages).films) == films


def test_a_team_and_its_member_agree_as_directors() -> None:
    team = Page("a.txt").state(title="Rosetta").credit("director", "the Dardennes", kind="team")
    assert len(held(team, page("b.txt", "Rosetta", "1999", "Luc Dardenne")).films) == 1


def test_an_original_title_joins_across_languages() -> None:
    french = page("f.txt", "De rouille et d'os", "2012")
    english = Page("e.txt").state(title="Rust and Bone", original_title="De rouille et d’os", year="2012")
    dataset = held(french, english)
    (film,) = dataset.films
    assert film.title == "Rust and Bone"
    assert film.original_title == "De rouille et d’os"
    assert any("De rouille" in e.why and e.verdict == "joined" for e in dataset.explanations)


def test_ids_decide() -> None:
    one, two = page("a.txt", "Home", "2008"), page("b.txt", "Casa", "2019")
    one.ids = two.ids = (("imdb", "tt1"),)
    (film,) = held(one, two).films
    assert film.iri.endswith("/film/imdb-tt1")
    two = page("b.txt", "Home", "2008")
    two.ids = (("imdb", "tt2"),)
    assert len(held(one, two).films) == 2


def test_the_iri_that_a_film_had_by_its_title_leads_to_that_of_its_id() -> None:
    review = page("a.txt", "Home", "2008", "Ursula Meier")
    (before,) = held(review).films
    listed = page("b.csv", "Chez nous", "2008", "Ursula Meier").state(alternative_title="Home")
    listed.ids = (("imdb", "tt1"),)
    after = held(review, listed)
    assert after.redirects == ((before.iri, after.films[0].iri),)
    assert after.films[0].iri.endswith("/film/imdb-tt1")
    assert held(listed).redirects == held(review).redirects == ()
    # Another film has come to that IRI.
    third = page("c.txt", "Home", "2008", "Somebody Else")
    again = held(review, listed, third)
    assert before.iri in {film.iri for film in again.films}
    assert again.redirects == ()


def test_one_list_that_names_both_knows_them_for_two() -> None:
    document = Page("list.csv", rows=True)
    rows = [
        Page("list.csv", key).state(title="Carrie", year=year) for key, year in (("1", "1976"), ("2", "1977"))
    ]
    facts = [r.facts for r in rows]
    same = [f.__class__(document.document.sha256, f.film_key, f.stated) for f in facts]
    assert len(resolve([document.document], same, []).films) == 2


def test_a_description_that_fits_two_films_stays_alone_unless_people_tell() -> None:
    first, second = (
        page("a.txt", "Pinocchio", "2022", "Guillermo del Toro"),
        page("b.txt", "Pinocchio", "2022", "Robert Zemeckis"),
    )
    assert len(held(first, second, page("c.txt", "Pinocchio", "2022")).films) == 3
    third = page("c.txt", "Pinocchio", "2022").credit("editor", "Editor Of b.txt")
    dataset = held(first, second, third)
    assert len(dataset.films) == 2
    assert len({f.iri for f in dataset.films}) == 2


def test_a_review_at_the_time_of_release_tells_of_the_only_film_of_its_title() -> None:
    review = page("a.txt", "Amour").state(review_date="2012-05-20")
    assert len(held(review, page("b.txt", "Amour", "2012", "Michael Haneke")).films) == 1
    late = page("a.txt", "Amour").state(review_date="2022-05-20")
    dataset = held(late, page("b.txt", "Amour", "2012", "Michael Haneke"))
    assert len(dataset.films) == 2
    assert any(e.verdict == "doubtful" and "nothing but the title" in e.why for e in dataset.explanations)


def test_disagreement_is_kept() -> None:
    pages = [
        Page(f"{n}.txt")
        .state(title="Amour", year="2012", critic=f"Critic {n}", runtime_min=minutes)
        .credit("director", "Michael Haneke")
        for n, minutes in enumerate(("127", "127", "126", "117"))
    ]
    (film,) = held(*pages).films
    assert film.runtime_min == 127
    quotes = {a.iri: a.quote for _, a in film.attestations}
    assert [quotes[d] for d in film.disputed] == ["117"], "a minute is rounding, ten are not"


def test_a_film_without_title_is_left_out_and_said() -> None:
    dataset = held(Page("a.txt").credit("director", "Ken Loach"))
    assert (dataset.films, dataset.agents, dataset.credits) == ((), (), ())
    (explanation,) = dataset.explanations
    assert explanation.verdict == "left out"
    assert "1 credits" in explanation.why or "1 credit" in explanation.why


def test_countries_go_by_their_english_names() -> None:
    (film,) = held(Page("a.txt").state(title="Amour", year="2012", country="Österreich")).films
    assert film.countries == ("Austria",)
    (film,) = held(Page("a.txt").state(title="Amour", country="U.S.").state(country="États-Unis")).films
    assert film.countries == ("United States",)


def test_facts_of_an_unlisted_document_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="not listed"):
        resolve([], [page("a.txt", "Amour").facts], [])


def test_capitals_are_softened_only_where_nothing_else_is_printed() -> None:
    shouted = Page("a.txt").state(title="LE GAMIN AU VÉLO", year="2011").credit("director", "LUC DARDENNE")
    shouted.credit("sales-agent", "WILD BUNCH", "UGC", kind="organization")
    dataset = held(shouted)
    assert dataset.films[0].title == "Le Gamin au Vélo"
    assert dataset.credits[0].credited_as[0].isupper(), "what was printed stays as printed"
    assert [a.preferred_name for a in dataset.agents] == ["Luc Dardenne", "UGC", "WILD BUNCH"]
    printed = Page("b.txt").state(title="Le gamin au vélo", year="2011").credit("director", "Luc Dardenne")
    assert held(shouted, printed).films[0].title == "Le gamin au vélo"
