"""The page of a network, in a real Chromium."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browser import Browser, Page, find_chromium
from film_graph import ID, load_sample

from filmgraph.analysis.networks import build_network
from filmgraph.catalogs.queries import load_networks
from filmgraph.export import export_network
from filmgraph.export.html import build_script, write_safely

HOSTILE = (
    "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">{{DATA}}"
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    program = find_chromium()
    if program is None:
        if os.environ.get("FILMGRAPH_REQUIRE_BROWSER") == "1":
            pytest.fail("FILMGRAPH_REQUIRE_BROWSER=1, and there is no Chromium")
        pytest.skip("no Chromium here; FILMGRAPH_REQUIRE_BROWSER=1 makes this an error")
    with Browser(program) as browser:
        yield browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of every network of the sample."""
    folder = tmp_path_factory.mktemp("pages")
    knowledge = load_sample()
    for name, query in load_networks().items():
        export_network(build_network(query, knowledge), folder / f"{name}.html")
    return folder


def panel(page: Page) -> str:
    return str(page.run("document.getElementById('panel').innerText"))


def shown(page: Page) -> int:
    return int(page.run("document.documentElement.dataset.shown"))


def data_of(path: Path) -> dict[str, Any]:
    found = re.search(
        r'<script type="application/json" id="data">(.*?)</script>', path.read_text("utf-8"), re.S
    )
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


@pytest.mark.parametrize("name", sorted(load_networks()))
def test_every_network_becomes_a_page_that_asks_for_nothing(
    chromium: Browser, folder: Path, name: str
) -> None:
    page = chromium.open((folder / f"{name}.html").as_uri())
    assert page.requests() == [(folder / f"{name}.html").as_uri()]
    assert page.complaints() == []
    assert page.run("document.querySelectorAll('.mark').length") == len(
        data_of(folder / f"{name}.html")["vertices"]
    )
    assert shown(page) > 0


def test_the_page_names_no_address_to_load_from(folder: Path) -> None:
    text = (folder / "credits.html").read_text("utf-8")
    without_data = text.replace(re.findall(r"<script type.*?</script>", text, re.S)[0], "")
    assert not re.search(
        r"https?://|//cdn|url\(|@import|\bsrc\s*=|<link|fetch\(|XMLHttpRequest",
        without_data.replace("/^https?:\\/\\//", ""),
    )
    assert "innerHTML" not in build_script()


def test_at_first_agents_of_several_films_are_shown_and_the_slider_brings_everyone(
    chromium: Browser, folder: Path
) -> None:
    page = chromium.open((folder / "credits.html").as_uri())
    data = data_of(folder / "credits.html")
    several = [v for v in data["vertices"] if v["kind"] == "film" or v["films"] > 1]
    assert shown(page) == len(several) < len(data["vertices"])
    page.run("least.value = 1; least.dispatchEvent(new Event('input'))")
    assert shown(page) == len(data["vertices"])


def test_a_search_completes_names_without_accents_and_shows_the_words(
    chromium: Browser, folder: Path
) -> None:
    page = chromium.open((folder / "credits.html").as_uri())
    page.press("/")
    page.type("deborah fr")
    assert page.run("document.querySelector('#found li').innerText").startswith("Déborah François")
    page.press("Enter")
    text = panel(page)
    assert "Déborah François" in text and "The Child" in text and "as Sonia" in text
    assert "actor,Déborah François,Sonia" in text and "sample/the-child.csv" in text
    assert page.run("document.querySelector('#panel mark').innerText") == "Déborah François"
    assert page.run("decodeURIComponent(location.hash)") == f"#v={ID}agent/deborah-francois"


def test_the_address_chooses_and_a_films_whole_cast_appears(chromium: Browser, folder: Path) -> None:
    page = chromium.open((folder / "credits.html").as_uri() + "#q=de%20rouille%20et%20d'os")
    text = panel(page)
    assert text.splitlines()[1].startswith("Rust and Bone")
    assert "Screenplay, Audiard, Thomas Bidegain" in text and "Armand Verdure" in text
    assert "co-producer through Les Films du Fleuve" in text and "distributor in U.S." in text
    data = data_of(folder / "credits.html")
    film = next(i for i, f in enumerate(data["films"]) if f["title"] == "Rust and Bone")
    cast_and_crew = {c["agent"] for c in data["credits"] if c["film"] == film}
    assert page.run("document.querySelectorAll('.mark.near').length") == 1 + len(cast_and_crew)
    page.press("Escape")
    assert page.run("document.querySelectorAll('.mark.near').length") == 0


def test_a_click_on_a_mark_and_on_a_line_shows_their_credits(chromium: Browser, folder: Path) -> None:
    page = chromium.open((folder / "credits.html").as_uri())
    index = next(
        i for i, v in enumerate(data_of(folder / "credits.html")["vertices"]) if v["label"] == "Ken Loach"
    )
    page.click(f".mark[data-index='{index}'] .shape")
    assert panel(page).splitlines()[1] == "Ken Loach" and "Directed by Ken Loach" in panel(page)
    page.click("#panel .link")
    assert "2012" in panel(page).splitlines()[1]
    page.press("Escape")
    place = data_of(folder / "credits.html")["vertices"][index]["x"]
    x, y = page.run(
        "(() => { const l = [...document.querySelectorAll('#lines line')].find((l) =>"
        f"  l.style.display === '' && Number(l.getAttribute('x1')) === {place});"
        "const m = l.getScreenCTM(); const at = (t) => { const p = picture.createSVGPoint();"
        "  p.x = l.x1.baseVal.value + t * (l.x2.baseVal.value - l.x1.baseVal.value);"
        "  p.y = l.y1.baseVal.value + t * (l.y2.baseVal.value - l.y1.baseVal.value);"
        "  return p.matrixTransform(m); }; const p = at(0.4); return [p.x, p.y]; })()"
    )
    page.click_at(x, y)
    assert page.run("document.querySelectorAll('line.chosen').length") == 1
    assert "Ken Loach director" in panel(page)


def test_filters_leave_out_departments_kinds_and_roles(chromium: Browser, folder: Path) -> None:
    page = chromium.open((folder / "credits.html").as_uri())
    everyone = shown(page)
    companies = page.run(
        "document.querySelectorAll('.mark.organization:not([style*=\"display: none\"])').length"
    )
    assert companies > 0
    page.click("#kinds .row:last-child label")
    assert shown(page) == everyone - companies
    page.click("#reset")
    assert shown(page) == everyone
    page.run("role.value = 'director'; role.dispatchEvent(new Event('change'))")
    directors = page.run(
        "[...document.querySelectorAll('.mark:not(.film):not([style*=\"display: none\"]) text')]"
        ".map((t) => t.textContent).sort()"
    )
    assert directors == ["Dardenne brothers", "Jacques Audiard", "Ken Loach", "Michael Haneke"]


def test_arrow_keys_go_from_one_vertex_to_the_next(chromium: Browser, folder: Path) -> None:
    page = chromium.open((folder / "credits.html").as_uri())
    page.run("picture.focus()")
    page.press("ArrowRight")
    first = panel(page).splitlines()[1]
    page.press("ArrowRight")
    second = panel(page).splitlines()[1]
    assert first != second
    assert second in page.run("document.getElementById('status').textContent")
    page.press("Enter")
    assert page.run("document.activeElement.id") == "panel"


def test_collaborators_are_listed_with_the_films_they_share(chromium: Browser, folder: Path) -> None:
    page = chromium.open((folder / "collaborations.html").as_uri() + "#q=welfling")
    assert "Together with" in panel(page)
    page.click("#panel .list .link")
    text = panel(page)
    assert "4 films together" in text and "Editing: Juliette Welfling" in text


def test_hostile_names_and_quotes_stay_text(chromium: Browser, tmp_path: Path) -> None:
    knowledge = load_sample()
    network = build_network(load_networks()["credits"], knowledge)
    network.nodes[f"{ID}agent/ken-loach"]["label"] = HOSTILE
    film = f"{ID}film/amour-2012"
    network.nodes[film]["label"] = HOSTILE
    network.graph["films"][film] = replace(
        network.graph["films"][film], title=HOSTILE, original_title=HOSTILE
    )
    network.graph["summary"] = HOSTILE
    quoted = {
        c.iri: tuple(replace(q, text=HOSTILE + "\u2028", origin=HOSTILE) for q in c.quotes)
        for c in network.graph["credits"]
    }
    network.graph["credits"] = tuple(
        replace(c, characters=(HOSTILE,), credited_as=(HOSTILE,), quotes=quoted[c.iri])
        for c in network.graph["credits"]
    )
    path = tmp_path / "hostile.html"
    export_network(network, path)
    page = chromium.open(path.as_uri() + "#v=" + f"{ID}agent/ken-loach")
    assert page.run("document.title") == HOSTILE
    assert page.run("document.querySelectorAll('img, script').length") == 2  # the page's own data and script
    assert HOSTILE in panel(page)
    assert page.complaints() == []


@pytest.mark.parametrize(
    "text", ["</script>", "<!--<script>", "&amp;", "\u2028", "a\u2029b", 'quote " back \\']
)
def test_data_is_written_so_that_no_string_ends_the_block(text: str) -> None:
    written = write_safely({"label": text})
    assert json.loads(written) == {"label": text}
    assert not re.search("[<>&\u2028\u2029]", written)


def test_a_shot_of_the_page_has_the_networks_colors(chromium: Browser, folder: Path, tmp_path: Path) -> None:
    page = chromium.open((folder / "credits.html").as_uri())
    page.shoot(tmp_path / "page.png")
    assert (tmp_path / "page.png").stat().st_size > 40_000
    colors = page.run(
        "new Set([...document.querySelectorAll('.mark .shape')].map((s) => getComputedStyle(s).fill)).size"
    )
    assert colors >= 8
