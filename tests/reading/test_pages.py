"""HTML pages: golden renderings, and what hostile pages may not do."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filmgraph.errors import ReadError
from filmgraph.model.document import Document
from filmgraph.reading import read_document

PAGES = Path(__file__).parent / "pages"


def read_html(folder: Path, page: str | bytes, name: str = "page.html") -> Document:
    path = folder / name
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return read_document(path)


def list_blocks(document: Document) -> str:
    """The blocks, one a line: kind, level, row, words."""
    return "".join(f"{b.kind} {b.level} {b.row} | {b.span.of(document.text)!r}\n" for b in document.blocks)


def check_spans(document: Document) -> None:
    """Blocks are in order and disjoint, within the text, without white space at their ends."""
    end = 0
    for block in document.blocks:
        words = block.span.of(document.text)
        assert end <= block.span.start < block.span.end <= len(document.text)
        assert words == words.strip()
        end = block.span.end


@pytest.mark.parametrize("name", ["infobox", "review", "tables-1999"])
def test_golden_pages(name: str) -> None:
    document = read_document(PAGES / f"{name}.html")
    check_spans(document)
    assert document.text == (PAGES / f"{name}.txt").read_text(encoding="utf-8").removesuffix("\n")
    assert list_blocks(document) == (PAGES / f"{name}.blocks").read_text(encoding="utf-8")


def test_the_number_of_golden_pages_is_pinned() -> None:
    assert len(list(PAGES.glob("*.html"))) == 3


def test_what_a_page_says_of_itself() -> None:
    infobox = read_document(PAGES / "infobox.html")
    review = read_document(PAGES / "review.html")
    old = read_document(PAGES / "tables-1999.html")
    assert (infobox.title, infobox.language) == ("The Son (2002 film) – Film notes", "en")
    assert infobox.rights == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert (review.title, review.language, review.rights) == ("Caché", "en-GB", "© The Reel Post")
    assert (old.title, old.notes, old.media_type) == ("Un prophète", (), "text/html")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Jean-<b>Pierre</b> Dar<i>denne</i></p>", "Jean-Pierre Dardenne"),
        ("<p>a <b> b </b> c</p>", "a b c"),
        ("<p><a href=x>Luc Dardenne</a><a href=y>Denis Freyd</a></p>", "Luc Dardenne\nDenis Freyd"),
        (
            "<p><i><a href=x>Luc Dardenne</a></i><i class=k><a href=y>Jo Day</a></i></p>",
            "Luc Dardenne\nJo Day",
        ),
        ("<p><b class=l>Director</b><b class=v>Luc Dardenne</b></p>", "Director Luc Dardenne"),
        ("<p><b class=d>D</b><b class=v>irector</b>, Mc<b class=x>Guffin</b></p>", "Director, McGuffin"),
        ("<p>Fran&Atilde;&sect;ois don&acirc;&euro;&trade;t</p>", "François don’t"),
        ("<p>C&#195;&#169;line&#226;&#128;&#153;s &Atilde;&amp;B</p>", "Céline’s Ã&B"),
        ("<p><b class=actor>Jo Day</b> <b class=character>Sonia</b></p>", "Jo Day\tSonia"),
        ("<p>The hero, <b class=character>Sonia</b>, wins</p>", "The hero, Sonia, wins"),
        ("<dl><dt>Written by<dt>Directed by<dd>Jo Day</dl>", "Written by, Directed by\tJo Day"),
        ("<table><tr><th colspan=2>Cast<tr><td>a<td>b</table>", "Cast\n\na\tb"),
        ("<table><tr><th rowspan=2>a<td>b<tr><td>c<tr><th>d<td>e</table>", "a\tb\nc\nd\te"),
        ("<table><tr><th>a<th>b<tr><td>c<td>d</table>", "a\tc\nb\td"),
        ("<table><tr><th>a<th>b<tr><td>c<td>d<tr><td>e<td>f</table>", "a\tb\nc\td\ne\tf"),
        ("<table><tr><th>Production<br>companies<td>a<br>b</table>", "Production companies\ta\nb"),
        ("<ul><li><b>a</b><p>b</p><li><b>c</b><p>d</p></ul>", "a\tb\nc\td"),
        ("<div><h4>a</h4><p>b</p></div><div><h4>c</h4><p>d</p></div>", "a\tb\nc\td"),
        ("<div><h4>a</h4><p>b</p></div><p>c</p>", "a\n\nb\n\nc"),
        ("<div><h1>a</h1><p>b</p><p>c</p></div><div><p>d</p></div>", "a\n\nb\n\nc\n\nd"),
        ("<p>H<sub>2</sub>O, 1<sup>er</sup> film</p>", "H2O, 1er film"),
        ("<div>Director</div><div>Luc</div>", "Director\n\nLuc"),
        ("<p>one<p>two", "one\n\ntwo"),
        ("<p>one<br>two<br/><br>three</p>", "one\ntwo\n\nthree"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("<table><tr><td>a</td><td></td><td>c</td></tr><tr><td>d</table>", "a\t\tc\nd"),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\nb\tc"),
        ("<dl><dt>Cast<dd>X<dd>Y<dt>Music<dd>Z</dl>", "Cast\tX\nY\nMusic\tZ"),
        ("<pre>a   b\n  c\n\nd</pre>", "a   b\n  c\n\nd"),
        ("<p>&eacute;&#233;&#xe9;&nbsp;&amp;amp;</p>", "ééé &amp;"),
        ("<p>Cine<wbr>ma, so&shy;ft</p>", "Cinema, soft"),
        ("<p>a<script>b</script><style>c</style><!-- d -->e</p>", "ae"),
        ("<p>a</p><template><p>b</p></template><noscript>c</noscript><div hidden>d<p>e</div>f", "a\n\nf"),
        ('<p>a<span style="color:red; display : none">b</span><span class="sr-only">c</span></p>', "a"),
        ("<p>by <q>James</q></p>", "by “James”"),
        ("just text, no <b>page</b> at all", "just text, no page at all"),
        ("<svg><title>icon</title></svg><select><option>2012</select><p>a", "a"),
    ],
)
def test_rendering(tmp_path: Path, markup: str, text: str) -> None:
    assert read_html(tmp_path, markup).text == text


def test_rows_of_a_layout_table_are_no_pairs(tmp_path: Path) -> None:
    prose = "<p>" + "The film goes its own way, and the camera goes with it. " * 5 + "</p>"
    document = read_html(tmp_path, f"<table><tr><td>Menu</td><td>{prose}{prose}</td></tr></table>")
    assert {(b.kind, b.row) for b in document.blocks} == {("paragraph", -1)}


PROSE = "<p>" + "Nobody in the film says what they want, and the camera has to find it out. " * 5 + "</p>"
CARD = "<div class='tile tile-{n}'><a href=x><img src=y></a><div>{head}</div><div>{below}</div></div>"


def list_kinds(folder: Path, cards: str, text: str = PROSE) -> list[str]:
    return [b.kind for b in read_html(folder, f"<h1>Rosetta</h1>{text}<div>{cards}</div>").blocks]


def test_boxes_of_one_shape_with_a_link_and_a_figure_each_are_cards(tmp_path: Path) -> None:
    films = (("Kes", "UK 1969"), ("Ratcatcher", "94 min"), ("Beau travail", "Tue 18:00"))
    cards = [CARD.format(n=n, head=head, below=below) for n, (head, below) in enumerate(films)]
    assert list_kinds(tmp_path, "".join(cards)) == ["heading", "paragraph", "card", "card", "card"]
    document = read_html(tmp_path, f"<h1>Rosetta</h1>{PROSE}{''.join(cards)}")
    check_spans(document)
    words = [b.span.of(document.text) for b in document.blocks if b.kind == "card"]
    assert [w.split() for w in words] == [f"{head} {below}".split() for head, below in films]


@pytest.mark.parametrize(
    ("shape", "films"),
    [
        (CARD, (("Émilie Dequenne", "Rosetta"), ("Fabrizio Rongione", "Riquet"), ("Anne Yernaux", "Mother"))),
        (CARD, (("Kes", "UK 1969"), ("Ratcatcher", "94 min"))),  # two are no row of a kind
        (CARD.replace("<a href=x>", "<a>"), (("Kes", "1969"), ("Ratcatcher", "1999"), ("Ida", "2013"))),
        (
            "<p class=l><a href=x>{head}</a> {below}</p>",
            (("Arte", "1999"), ("RTBF", "1999"), ("Canal+", "1999")),
        ),
    ],
)
def test_a_cast_and_a_list_of_lines_are_no_cards(
    tmp_path: Path, shape: str, films: tuple[tuple[str, str], ...]
) -> None:
    cards = "".join(shape.format(n=n, head=head, below=below) for n, (head, below) in enumerate(films))
    assert "card" not in list_kinds(tmp_path, cards)


def test_a_page_of_nothing_but_cards_is_a_listing(tmp_path: Path) -> None:
    films = (("Kes", "UK 1969"), ("Ratcatcher", "94 min"), ("Beau travail", "Tue 18:00"))
    cards = "".join(CARD.format(n=n, head=head, below=below) for n, (head, below) in enumerate(films))
    assert "card" not in list_kinds(tmp_path, cards, "<p>Three films this week.</p>")


@pytest.mark.parametrize(
    "names", ["id=footer class=ft", "class=site-footer", "id=colophon", "id=footer-wrapper"]
)
def test_what_is_called_the_foot_of_a_page_leads_away(tmp_path: Path, names: str) -> None:
    document = read_html(tmp_path, f"<h1>Rosetta</h1>{PROSE}<div {names}><p>Director: Jo Day.</p></div>")
    assert [b.kind for b in document.blocks] == ["heading", "paragraph", "link_list"]
    own = read_html(tmp_path, f"<h1>Rosetta</h1>{PROSE}<div class=post-footer><p>Director: Jo Day.</p></div>")
    assert [b.kind for b in own.blocks] == ["heading", "paragraph", "paragraph"]


def test_a_list_of_linked_words_over_the_headline_is_a_menu(tmp_path: Path) -> None:
    menu = "".join(f"<li><a href=x>{word}</a></li>" for word in ("Press", "Guests", "Tickets", "The Archive"))
    over = read_html(tmp_path, f"<ul>{menu}</ul><h1>Rosetta</h1>{PROSE}")
    assert [b.kind for b in over.blocks] == ["link_list", "heading", "paragraph"]
    under = read_html(tmp_path, f"<h1>Rosetta</h1><ul>{menu}</ul>{PROSE}")
    assert [b.kind for b in under.blocks] == ["heading", *["list_item"] * 4, "paragraph"]


def test_linked_names_are_no_link_list(tmp_path: Path) -> None:
    names = "".join(
        f"<li><a href=x>{n}</a></li>" for n in ("Émilie Dequenne", "Fabrizio Rongione", "Anne Yernaux")
    )
    document = read_html(tmp_path, f"<h1>Rosetta</h1><h2>Cast</h2><ul>{names}</ul>")
    assert [b.kind for b in document.blocks] == ["heading", "heading", *["list_item"] * 3]


def test_a_page_that_is_all_sidebar_is_read(tmp_path: Path) -> None:
    document = read_html(
        tmp_path, "<div class=sidebar><h1>Rosetta</h1><p>By the <a href=x>Dardennes</a></p></div>"
    )
    assert [b.kind for b in document.blocks] == ["heading", "paragraph"]


def test_a_masthead_frames_the_page_unless_it_holds_a_heading(tmp_path: Path) -> None:
    body = "<p>Nobody in the film says what they want, and the camera has to find it out.</p>"
    masthead = read_html(tmp_path, f"<header>The Post</header><h1>Rosetta</h1>{body}")
    assert [b.kind for b in masthead.blocks] == ["link_list", "heading", "paragraph"]
    titled = read_html(tmp_path, f"<article><header><h2>Rosetta</h2></header>{body}</article>")
    assert [b.kind for b in titled.blocks] == ["heading", "paragraph"]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "shift_jis", "euc-kr"])
def test_declared_encodings(tmp_path: Path, encoding: str) -> None:
    words = {"shift_jis": "監督 是枝裕和", "euc-kr": "감독 이창동"}.get(encoding, "Stéphane Brizé")
    page = f"<html><head><meta charset={encoding}></head><p>{words}</p>"
    document = read_html(tmp_path, page.encode(encoding))
    assert (document.text, document.notes) == (words, ())


def test_utf8_is_believed_before_the_declaration(tmp_path: Path) -> None:
    page = "<meta charset=iso-8859-1><p>Stéphane Brizé</p>".encode()
    assert read_html(tmp_path, page).text == "Stéphane Brizé"


def test_html_is_recognized_without_a_suffix(tmp_path: Path) -> None:
    document = read_html(tmp_path, "\n<!-- saved -->\n<!DOCTYPE html><p>Amour</p>", "Amour (2012)")
    assert (document.text, document.media_type) == ("Amour", "text/html")


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"page\.html shows no text"):
        read_html(tmp_path, "<html><body><div id=root></div><script>render()</script></body></html>")


def test_entities_of_the_page_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 30))
    page = (
        f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}<!ENTITY out SYSTEM "{secret.as_uri()}">]>'
        "<html><p>A &l29; B &out; C</p></html>"
    )
    document = read_html(tmp_path, page)
    assert document.text == "A &l29; B &out; C"


@pytest.mark.parametrize(
    "opening", ["<div>", "<p><font size=2>", "<table><tr><td>", "<ul><li>", "<b>", "<blockquote>"]
)
def test_deep_nesting_is_read_in_linear_time(tmp_path: Path, opening: str) -> None:
    """Ten times the depth costs a hundred times as much where time is quadratic, on any machine."""

    def seconds(depth: int) -> float:
        start = time.process_time()
        document = read_html(tmp_path, f"<h1>Top</h1>{opening * depth}deep")
        assert document.text.endswith("deep")
        return time.process_time() - start

    assert any(seconds(20_000) < 30 * max(seconds(2_000), 0.004) for _ in range(9))


MARKUP = st.sampled_from(
    "<p> </p> <div> </div> <table> <tr> <td> </td> </table> <ul> <li> </ul> <dl> <dt> <dd> <br> <pre> </pre> "
    "<a_href=x> </a> <h1> </h1> <nav> </nav> <aside> <script> </script> <q> </q> <!-- --> <title> </title> "
    "<svg> </svg> &amp; &nbsp; &#0; &#xD800; "
    "<p_hidden> <![CDATA[ ]]> <!DOCTYPE <?xml ?> Luc Dardenne , : \t \n \xa0 \u200b é <".split(" ")
).map(lambda s: s.replace("_", " "))


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKUP, max_size=60).map(" ".join))
def test_any_markup_gives_ordered_blocks_and_the_same_text_twice(
    tmp_path_factory: pytest.TempPathFactory, markup: str
) -> None:
    folder = tmp_path_factory.mktemp("pages")
    try:
        document = read_html(folder, f"Amour {markup}")
    except ReadError as error:
        assert "page.html" in str(error)
        return
    check_spans(document)
    assert document == read_html(folder, f"Amour {markup}")
    covered = {i for b in document.blocks for i in range(b.span.start, b.span.end)}
    assert all(c.isspace() or c == "," for i, c in enumerate(document.text) if i not in covered)
