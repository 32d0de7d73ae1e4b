"""Teams and who belongs to them; source works and who wrote them."""

from __future__ import annotations

from handmade import Page

from filmgraph.model.entities import Dataset
from filmgraph.resolution import resolve


def held(*pages: Page) -> Dataset:
    return resolve([p.document for p in pages], [p.facts for p in pages], [])


def film(origin: str, title: str, year: str = "2010") -> Page:
    return Page(origin).state(title=title, year=year)


def members(dataset: Dataset, team: str) -> list[str]:
    names = {a.iri: a.preferred_name for a in dataset.agents}
    return [names[m] for a in dataset.agents if a.preferred_name == team for m in a.members]


CREDITED = film("child.txt", "The Child", "2005").credit("director", "Jean-Pierre Dardenne", "Luc Dardenne")


def test_all_names_of_a_team_are_one_team() -> None:
    dataset = held(
        film("a.txt", "Harbor").credit("producer", "Dardenne brothers", kind="team"),
        film("b.txt", "Summit").credit("producer", "the Dardennes", kind="team"),
        film("c.txt", "Valley").credit("producer", "les frères Dardenne", kind="team"),
    )
    (team,) = dataset.agents
    assert team.kind == "team"
    assert {team.preferred_name, *team.aliases} == {
        "Dardenne brothers",
        "the Dardennes",
        "les frères Dardenne",
    }
    assert team.members == ()


def test_members_are_the_people_credited_together() -> None:
    dataset = held(CREDITED, film("a.txt", "Harbor").credit("producer", "Dardenne brothers", kind="team"))
    assert members(dataset, "Dardenne brothers") == ["Jean-Pierre Dardenne", "Luc Dardenne"]


def test_one_bearer_of_the_surname_is_no_member() -> None:
    dataset = held(
        film("b.txt", "Summit").credit("actor", "Luc Dardenne"),
        film("a.txt", "Harbor").credit("producer", "Dardenne brothers", kind="team"),
    )
    assert members(dataset, "Dardenne brothers") == []


def test_named_members_decide() -> None:
    page = film("a.txt", "Harbor").credit(
        "producer", "Dardenne brothers", kind="team", members=("Jean-Pierre Dardenne", "Luc Dardenne")
    )
    assert members(held(page), "Dardenne brothers") == ["Jean-Pierre Dardenne", "Luc Dardenne"]


def test_two_families_of_one_surname_leave_the_members_open() -> None:
    dataset = held(
        film("a.txt", "Harbor").credit("producer", "the Smiths", kind="team"),
        film("b.txt", "Summit").credit("director", "Al Smith", "Bo Smith"),
        film("c.txt", "Valley").credit("director", "Cy Smith", "Di Smith"),
    )
    assert members(dataset, "the Smiths") == []
    near = held(
        film("a.txt", "Harbor").credit("producer", "the Smiths", kind="team"),
        film("d.txt", "Harbor").credit("producer", "Al Smith", "Bo Smith"),
        film("c.txt", "Valley").credit("director", "Cy Smith", "Di Smith"),
    )
    assert members(near, "the Smiths") == ["Al Smith", "Bo Smith"]


def test_a_family_in_one_cast_is_no_team() -> None:
    dataset = held(
        film("a.txt", "Harbor").credit("producer", "the Afflecks", kind="team"),
        film("b.txt", "Summit").credit("actor", "Ben Affleck", "Casey Affleck"),
    )
    assert members(dataset, "the Afflecks") == []


def test_one_work_by_title_and_author_under_several_films() -> None:
    dataset = held(
        film("a.txt", "The Piano Teacher", "2001").work("The Piano Teacher", "Elfriede Jelinek"),
        film("b.txt", "The Piano Teacher", "2001").work("Piano Teacher, The", "Elfriede JELINEK"),
        film("c.txt", "Another Version", "2020").work("The Piano Teacher", "Elfriede Jelinek"),
    )
    (work,) = dataset.works
    assert work.iri.endswith("work/the-piano-teacher-elfriede-jelinek")
    assert len(dataset.adaptations) == 2
    assert [len(a.attestations) for a in dataset.adaptations if "piano" in a.film] == [2]
    assert [a.preferred_name for a in dataset.agents] == ["Elfriede Jelinek"]


def test_a_work_without_title_is_found_by_author_and_film() -> None:
    titled = film("a.txt", "Rust and Bone", "2012").work("Rust and Bone", "Craig Davidson", "short stories")
    bare = film("b.txt", "Rust and Bone", "2012").work(None, "Craig Davidson", None)
    (work,) = held(titled, bare).works
    assert (work.title, work.kind) == ("Rust and Bone", "short stories")
    (alone,) = held(bare).works
    assert alone.iri.endswith("work/craig-davidson-rust-and-bone-2012")


def test_works_of_one_title_by_two_authors_are_two() -> None:
    dataset = held(
        film("a.txt", "Harbor").work("The Stranger", "Ann Lee"),
        film("b.txt", "Summit").work("The Stranger", "Bo Orr"),
    )
    assert len(dataset.works) == 2


def test_two_authors_of_one_work() -> None:
    page = film("a.txt", "Diabolique").work("She Who Was No More", "Pierre Boileau")
    page.work("She Who Was No More", "Thomas Narcejac")
    (work,) = held(page).works
    assert len(work.authors) == 2


def test_a_remake_and_the_novel_of_one_title_are_two_works() -> None:
    page = (
        film("a.txt", "Solaris").work("Solaris", "Stanisław Lem").work("Solaris", None, "film", "remake_of")
    )
    dataset = held(page)
    assert sorted(a.grade for a in dataset.adaptations) == ["based_on", "remake_of"]
    assert len(dataset.works) == 2
