"""Which mentions name one agent, and which do not."""

from __future__ import annotations

from handmade import Page

from filmgraph.model.entities import Agent, Dataset
from filmgraph.resolution import resolve


def held(*pages: Page) -> Dataset:
    return resolve([p.document for p in pages], [p.facts for p in pages], [])


def film(origin: str, title: str = "Harbor", year: str | None = "2010") -> Page:
    page = Page(origin).state(title=title)
    return page.state(year=year) if year else page


def bearers(dataset: Dataset, *names: str) -> list[Agent]:
    return [a for a in dataset.agents if {a.preferred_name, *a.aliases} & set(names)]


def verdicts(dataset: Dataset, word: str) -> list[str]:
    return [e.why for e in dataset.explanations if e.verdict == word]


def test_accents_join_and_the_fullest_spelling_is_kept() -> None:
    dataset = held(
        film("a.txt").credit("actor", "Celine Sallette"),
        film("b.txt").credit("actor", "Céline Sallette"),
        film("c.txt").credit("actor", "CELINE SALLETTE"),
    )
    (agent,) = bearers(dataset, "Céline Sallette")
    assert agent.preferred_name == "Céline Sallette"
    assert agent.aliases == ("CELINE SALLETTE", "Celine Sallette")
    assert len(dataset.credits) == 1
    assert any("one name but for accents; both acted in Harbor" in why for why in verdicts(dataset, "joined"))


def test_careers_far_apart_are_two_people() -> None:
    dataset = held(
        film("a.txt", "Harbor", "1931").credit("editor", "John Ford"),
        film("b.txt", "Summit", "1935").credit("editor", "John Ford"),
        film("c.txt", "Valley", "2012").credit("editor", "John Ford"),
    )
    assert len(bearers(dataset, "John Ford")) == 2
    assert any("77 years apart" in why for why in verdicts(dataset, "kept apart"))


def test_co_workers_bridge_a_gap() -> None:
    dataset = held(
        film("a.txt", "Harbor", "1931").credit("editor", "John Ford").credit("actor", "Ada Lunn"),
        film("b.txt", "Summit", "2012").credit("editor", "John Ford").credit("actor", "Ada Lunn"),
    )
    assert len(bearers(dataset, "John Ford")) == 1


def test_ids_part_and_join() -> None:
    one, two = (("imdb", "nm1"),), (("imdb", "nm2"),)
    dataset = held(
        film("a.txt", "Harbor").credit("actor", "Chris Browning", ids=one),
        film("b.txt", "Summit").credit("actor", "Chris Browning", ids=two),
        film("c.txt", "Valley").credit("actor", "C. Browning", ids=two),
    )
    assert [(a.iri.rpartition("/")[2], a.preferred_name) for a in dataset.agents] == [
        ("imdb-nm1", "Chris Browning"),
        ("imdb-nm2", "Chris Browning"),
    ]


def test_a_name_that_fits_two_goes_by_co_workers_else_stays_alone() -> None:
    pages = [
        film("a.txt", "Harbor").credit("actor", "Chris Browning", ids=(("imdb", "nm1"),)),
        film("b.txt", "Summit")
        .credit("actor", "Chris Browning", ids=(("imdb", "nm2"),))
        .credit("editor", "Jo Park"),
    ]
    alone = held(*pages, film("c.txt", "Valley").credit("actor", "Chris Browning"))
    assert len(bearers(alone, "Chris Browning")) == 3
    assert any("fits 2 bearers" in why for why in verdicts(alone, "doubtful"))
    known = held(
        *pages, film("c.txt", "Valley").credit("actor", "Chris Browning").credit("editor", "Jo Park")
    )
    assert len(bearers(known, "Chris Browning")) == 2


def test_one_name_for_two_characters_of_one_cast_list_is_two_people() -> None:
    cast = film("a.txt").credit("actor", "Butch", character="Sam").credit("actor", "Butch", character="Max")
    dataset = held(cast)
    assert len(dataset.agents) == 2
    assert len(dataset.credits) == 2
    assert any("twice in one cast list" in why for why in verdicts(dataset, "kept apart"))
    assert all(len(a.iri.rpartition("-")[2]) == 8 for a in dataset.agents)


def test_a_person_and_a_company_of_one_name_are_two() -> None:
    dataset = held(
        film("a.txt").credit("actor", "Lumiere"),
        film("b.txt", "Summit").credit("distributor", "Lumière", kind="organization"),
    )
    assert sorted(a.kind for a in dataset.agents) == ["organization", "person"]
    assert verdicts(dataset, "kept apart")


def test_a_company_listed_as_if_a_person_is_the_company() -> None:
    dataset = held(
        film("a.csv").credit("producer", "Why Not Productions"),
        film("b.txt", "Summit").credit("production-company", "Why Not Prods.", kind="organization"),
    )
    (agent,) = dataset.agents
    assert (agent.kind, agent.preferred_name) == ("organization", "Why Not Productions")


def test_a_company_taken_for_a_person_on_the_same_film_is_the_company() -> None:
    dataset = held(
        film("a.csv").credit("producer", "Page 114"),
        film("b.txt").credit("production-company", "Page 114", kind="organization"),
    )
    assert [a.kind for a in dataset.agents] == ["organization"]
    elsewhere = held(
        film("a.csv").credit("producer", "Page 114"),
        film("b.txt", "Summit").credit("production-company", "Page 114", kind="organization"),
    )
    assert len(elsewhere.agents) == 2


def test_a_surname_joins_by_film_and_role_only() -> None:
    full = film("a.txt").credit("director", "Jacques Audiard")
    same = held(full, film("b.txt").credit("director", "Audiard"))
    assert [a.preferred_name for a in same.agents] == ["Jacques Audiard"]
    other_role = held(full, film("b.txt").credit("editor", "Audiard"))
    assert len(other_role.agents) == 2
    assert any("different roles" in why for why in verdicts(other_role, "doubtful"))
    other_film = held(full, film("b.txt", "Summit").credit("director", "Audiard"))
    assert len(other_film.agents) == 2
    assert any("a surname alone" in why for why in verdicts(other_film, "doubtful"))


def test_a_surname_that_fits_two_stays_alone() -> None:
    dataset = held(
        film("a.txt").credit("director", "Jean-Pierre Dardenne", "Luc Dardenne"),
        film("b.txt").credit("director", "Dardenne"),
    )
    assert len(dataset.agents) == 3
    assert any("2 names fit" in why for why in verdicts(dataset, "doubtful"))


def test_a_mononym_is_a_name() -> None:
    dataset = held(
        film("a.txt").credit("actor", "Madonna"), film("b.txt", "Summit").credit("actor", "Madonna")
    )
    assert len(dataset.agents) == 1


def test_alike_names_join_across_documents_but_not_within_one() -> None:
    apart = held(film("a.txt").credit("actor", "Lucille Bensen", "Lucille Benson"))
    assert len(apart.agents) == 2
    joined = held(
        film("a.txt").credit("actor", "Lucille Bensen"), film("b.txt").credit("actor", "Lucille Benson")
    )
    assert len(joined.agents) == 1
    assert any("but for a letter" in why for why in verdicts(joined, "joined"))
    both = held(
        film("a.txt").credit("actor", "Lucille Bensen", "Lucille Benson"),
        film("b.txt").credit("actor", "Lucille Benson"),
    )
    assert len(both.agents) == 2


def test_initials_need_the_role() -> None:
    joined = held(
        film("a.txt").credit("editor", "J. Welfling"), film("b.txt").credit("editor", "Juliette Welfling")
    )
    assert [a.preferred_name for a in joined.agents] == ["Juliette Welfling"]
    apart = held(
        film("a.txt").credit("actor", "J. Welfling"), film("b.txt").credit("editor", "Juliette Welfling")
    )
    assert len(apart.agents) == 2


def test_companies_join_by_their_normal_form() -> None:
    dataset = held(
        film("a.txt").credit("production-company", "Why Not Prods.", "Films du Fleuve", kind="organization"),
        film("b.txt", "Summit").credit(
            "production-company", "Why Not Productions", "Les Films du Fleuve (Belgium)", kind="organization"
        ),
    )
    assert sorted(a.preferred_name for a in dataset.agents) == [
        "Films du Fleuve",
        "Why Not Productions",
    ] or sorted(a.preferred_name for a in dataset.agents) == [
        "Les Films du Fleuve (Belgium)",
        "Why Not Productions",
    ]


def test_words_for_several_people_are_no_alias() -> None:
    page = film("a.txt").credit("director", "Luc Dardenne", printed="Jean-Pierre and Luc Dardenne")
    (agent,) = held(page).agents
    assert agent.aliases == ()
    assert held(page).credits[0].credited_as == ("Jean-Pierre and Luc Dardenne",)


def test_a_through_company_and_territories_are_kept() -> None:
    page = (
        film("a.txt")
        .credit("producer", "Denis Freyd", through="Archipel 35")
        .credit("distributor", "UGC", kind="organization", territory="France")
        .credit("distributor", "UGC", kind="organization", territory="Belgium")
    )
    dataset = held(page)
    company = next(a.iri for a in dataset.agents if a.preferred_name == "Archipel 35")
    assert [c.through for c in dataset.credits if c.role == "producer"] == [(company,)]
    assert [c.territories for c in dataset.credits if c.role == "distributor"] == [("Belgium", "France")]


def test_alike_names_on_different_films_need_a_co_worker() -> None:
    pair = film("a.txt", "Harbor", "1950").credit("actor", "Bob Mitchum", "Ada Lunn")
    with_her = held(pair, film("b.txt", "Summit", "1952").credit("actor", "Robert Mitchum", "Ada Lunn"))
    assert len(bearers(with_her, "Robert Mitchum")) == len(bearers(with_her, "Bob Mitchum")) == 1
    assert len(with_her.agents) == 2
    assert any("short form" in why and "with Ada Lunn" in why for why in verdicts(with_her, "joined"))
    alone = held(pair, film("b.txt", "Summit", "1952").credit("actor", "Robert Mitchum"))
    assert len(alone.agents) == 3
    later = held(pair, film("b.txt", "Summit", "1992").credit("actor", "Robert Mitchum", "Ada Lunn"))
    assert len(later.agents) == 3
    other_role = held(pair, film("b.txt", "Summit", "1952").credit("editor", "Robert Mitchum", "Ada Lunn"))
    assert len(other_role.agents) == 4 - (len(bearers(other_role, "Ada Lunn")) == 1)


def test_alike_names_that_no_list_marks_and_no_co_worker_ties_are_a_doubt() -> None:
    pair = film("a.txt", "Harbor", "1950").credit("actor", "Lucille Bensen", "Ada Lunn")
    alone = held(pair, film("b.txt", "Summit", "1952").credit("actor", "Lucille Benson"))
    assert len(alone.agents) == 3
    assert any("may be one name but for a letter" in why for why in verdicts(alone, "doubtful"))
    with_her = held(pair, film("b.txt", "Summit", "1952").credit("actor", "Lucille Benson", "Ada Lunn"))
    assert len(with_her.agents) == 2


def test_spaces_on_different_films_are_nothing() -> None:
    dataset = held(
        film("a.txt", "Harbor", "1950").credit("actor", "Rosemary De Camp"),
        film("b.txt", "Summit", "1952").credit("actor", "Rosemary DeCamp"),
    )
    assert len(dataset.agents) == 1


def test_a_short_form_that_fits_two_joins_neither() -> None:
    dataset = held(
        film("a.txt", "Harbor", "1950").credit("actor", "Ed Bishop", "Ada Lunn"),
        film("b.txt", "Summit", "1952").credit("actor", "Edward Bishop", "Ada Lunn"),
        film("c.txt", "Valley", "1953").credit("actor", "Edwin Bishop", "Ada Lunn"),
    )
    assert len(dataset.agents) == 4
