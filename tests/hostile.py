"""Texts that nobody would print, and what has to hold of any of them: helper of the property tests.

Checks here are plain functions, and texts are named by number and change, so that a
failure prints how to make a text again and not the text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

from filmgraph.catalogs.roles import WORDS, load_roles
from filmgraph.cli.extract import describe
from filmgraph.extraction import extract_facts
from filmgraph.model.document import Document, Span
from filmgraph.model.facts import CreditFact, Evidence, FilmFacts
from filmgraph.model.serial import from_data, to_data
from filmgraph.sample import sample_paths

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"

LABELS = sorted(
    {label.text for role in load_roles().roles.values() for label in role.labels if label.use in WORDS}
)
NAMES = (
    "Ann Lee|Luc & Ann Lee|Jean-Pierre and Luc Dardenne|the Dardenne brothers|Agnès Godard|Lars von Trier|"
    "Marleen van der Meer|J.J. Abrams|J. R. R. Tolkien|KEN LOACH|ANN LEE AND BOB ROE|Lee, Ann|Ann Lee Jr.|"
    "O|A B|Bong Joon-ho|BONG Joon-ho|Wong Kar Wai|是枝裕和|봉준호|Кирилл Серебренников|Σωτήρης|Ólafur Ö. Þ|"
    "d'Agnès|O'Neill|McKay|Ann Lee-Roe III|Madonna|FranÃ§ois|İlker|ßon|Les Films du Fleuve|Why Not Prods.|"
    "Sony Pictures Classics|UGC (France)|ANN LEE PRODUCTIONS|A N N   L E E|Ann Lee (Ida)|Ida … Ann Lee"
).split("|")
PHRASES = (
    " directed by | written and directed by | based on the novel by | from | whose | plays | as | is |’s |' |"
    " d'après le roman de | nach dem Roman von | dal romanzo di | A release of a | production of a | helmer |"
    " follow-up to | and | und | et | y |, played by |Running time: 95 MIN.|122'|2h 7m|95 min|(1969)|2012|"
    "Cast: |With: |Crew: |Production: |Director: |Reviewed at Cannes, May 17, 2012.|“A Prophet,”|« Le Fils »|"
    "'Life of Pi'|Blood Simple (1984)|The Child, The| remake of | the director of "
).split("|")
MARKS = [*",;:.…/|-–—()[]\"'“”‘’«»*_#>•&@~=", ".....", " - ", "\t", "\n", "\n\n", "\r\n", "\r", "  ", " "]
NOISE = [
    *"Page 3|www.example.org|https://example.org/a?b=c&d|Share on Facebook|Read more|Related articles".split(
        "|"
    ),
    *"© 2012|Advertisement|By A Critic|Contact: press@example.org|★★★½|<br>|#|1.|---|```|Title;Role".split(
        "|"
    ),
    *"\0\x01\x07\x0b\x0c\x1b\x1f\x7f\x85\xa0\xad\u0335\u061c\u200b\u200d\u200e\u200f\u2028\u2029\u202e\u2066",
    *"\ufeff\ufffd\ufffe\ue000\U0010ffffıſKÅⅧ٣²½ßŉǅ豈ﬁ🎬",
    *("👨‍👩‍👧", "e\u0301\u0301\u0301", "&amp;", "&#xD800;", "| a | b |"),
]
TAGS = (
    "<p>|</p>|<div>|</div>|<br>|<table>|<tr>|<td>|</td>|</tr>|</table>|<th>|<dl>|<dt>|<dd>|</dl>|<ul>|<li>|</ul>|<h1>|"
    "</h1>|<h2>|</h2>|<b>|</b>|<i>|</i>|<a href=x>|</a>|<q>|</q>|<pre>|</pre>|<nav>|</nav>|<aside>|</aside>|"
    "<script>|</script>|<style>|<!--|-->|<title>|</title>|<span class=related>|</span>|<p hidden>|&nbsp;|"
    "&shy;|&#0;|&#xD800;|&bogus;|<![CDATA[|]]>|<|>|<script type=application/ld+json>|"
    '{"@type": "Movie", "name": "Ida", "director": {"name": "Ann Lee"}}'
).split("|")
MARKDOWN = "# |## |- |* |1. |> |**|_|`|[|](x)|| | ||---\n|\\|    |~~~\n".split("|")

CREDITS = st.tuples(
    st.sampled_from(LABELS),
    st.sampled_from([": ", ":\n", "\n", "\t", ", ", " by ", " - ", " ..... ", ":", "", " | "]),
    st.sampled_from(NAMES),
    st.sampled_from([", ", " and ", "; ", "\n", "/", " (", " … ", "\t", "", " as "]),
    st.sampled_from(NAMES),
    st.sampled_from(["\n", "\n\n", "; ", ". ", ", ", "", ")\n", "\r\n"]),
).map("".join)
PIECES = st.one_of(
    CREDITS,
    st.sampled_from(LABELS),
    st.sampled_from(LABELS).map(str.upper),
    st.sampled_from(NAMES),
    st.sampled_from(PHRASES),
    st.sampled_from(MARKS),
    st.sampled_from(NOISE),
    st.text(max_size=4),
)
"""What a text is put together from: labels, names, the words between them, marks, noise."""


def join(pieces: st.SearchStrategy[str], most: int = 60) -> st.SearchStrategy[str]:
    """Texts of these pieces, set close or apart."""
    lists = st.lists(pieces, max_size=most)
    return st.tuples(lists, st.sampled_from(["", " "])).map(lambda drawn: drawn[1].join(drawn[0]))


TEXTS = join(PIECES)
PAGES = join(PIECES | st.sampled_from(TAGS))
NOTES = join(PIECES | st.sampled_from(MARKDOWN) | st.just("\n"))
CHANGE = st.tuples(
    st.sampled_from(
        ["drop", "double", "move", "upper", "lower", "glue", "space", "break", "swap", "cut", "put"]
    ),
    st.integers(0, 999),
    st.integers(1, 300),
    PIECES,
)
"""One change to a text: what is done, where (in thousandths), to how many characters, with which piece."""
Change = tuple[str, int, int, str]


def annotated_texts() -> list[Path]:
    """The annotated documents beside the checkout; the sample's where there are none."""
    texts = sorted(GOLD.glob("*.txt"))
    return texts or [path for path in sample_paths() if path.suffix == ".txt"]


def change_text(text: str, changes: Sequence[Change]) -> str:
    """`text` after all changes, one after the other."""
    for kind, place, length, piece in changes:
        at = place * len(text) // 1000
        before, part, after = text[:at], text[at : at + length], text[at + length :]
        text = {
            "drop": before + after,
            "double": before + part + part + after,
            "move": part + before + after,
            "upper": before + part.upper() + after,
            "lower": before + part.lower() + after,
            "glue": before + "".join(part.split()) + after,
            "space": before + " ".join(part) + after,
            "break": before + part.replace(" ", "\n") + after,
            "swap": before + part.replace("\n", piece) + after,
            "cut": before if place > 500 else part + after,
            "put": before + piece + part + after,
        }[kind]
    return text


def repeat(unit: str, times: int) -> str:
    """`unit` so many times, each "Ann" and "Ida" in it another name."""
    return "".join(unit.replace("Ann", _name(n)).replace("Ida", _name(7 * n + 1)) for n in range(times))


def _name(number: int) -> str:
    """A name of its own for each number: "Bab", "Bac", …"""
    letters = ""
    while number or not letters:
        number, rest = divmod(number, 100)
        letters += "bcdfghklmnprstvwxyzj"[rest // 5] + "aeiou"[rest % 5]
    return letters.capitalize() + "n"


def as_document(text: str) -> Document:
    """A text as a document without blocks, whatever stands in it (halves of surrogate pairs too)."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(text, digest, "page.txt", "text/plain")


def check_document(document: Document) -> None:
    """Blocks and rows stand in the text, in order, none inside another."""
    end = 0
    for span in [b.span for b in document.blocks] or [r.span for r in document.rows]:
        assert end <= span.start <= span.end <= len(document.text)
        end = span.end


def check_facts(document: Document) -> tuple[FilmFacts, ...]:
    """Extract twice and check all that has to hold; the facts."""
    __tracebackhide__ = True
    films = extract_facts(document)
    assert films == extract_facts(document), "the same document gave other facts the second time"
    for film in films:
        _check_film(film, document)
    return films


def _check_film(film: FilmFacts, document: Document) -> None:
    __tracebackhide__ = True
    text = document.text
    evidence = [c.evidence for c in film.credits] + [w.evidence for w in film.source_works]
    evidence += [o.evidence for o in film.other_films] + [s.evidence for s in film.stated]
    assert all(_is_slice(e.span, e.quote, text) for e in evidence)
    for credit in film.credits:
        assert credit.agent.strip() and credit.credited_as.strip()
        assert credit.evidence.row is not None or _printed_name(credit) is not None
    ends = [(u.span.start, u.span.end) for u in film.unread]
    assert ends == sorted(ends), "what was not read stands out of order"
    names = [name for credit in film.credits if (name := _printed_name(credit))]
    for unread in film.unread:
        assert _is_slice(unread.span, unread.quote, text)
        assert not any(n.start < unread.span.end and unread.span.start < n.end for n in names)
    json.dumps(describe(document, [film], load_roles().roles))
    if not any("\ud800" <= c <= "\udfff" for c in text):  # no reader lets half a surrogate pair through
        kept = json.dumps(to_data(film), ensure_ascii=False).encode()
        assert from_data(FilmFacts, json.loads(kept)) == film


def _is_slice(span: Span, quote: str, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text) and span.of(text) == quote


def _printed_name(credit: CreditFact) -> Span | None:
    """Where a credit's name is printed in its quote; None in the cells of a table, or where it is not."""
    evidence: Evidence = credit.evidence
    if evidence.row is not None:
        return None
    words = credit.credited_as.split()
    at = end = len(evidence.quote)
    for word in reversed(words):
        at = evidence.quote.rfind(word, 0, at)
        if at < 0:
            return None
        end = max(end if word is not words[-1] else 0, at + len(word))
    return Span(evidence.span.start + at, evidence.span.start + end)
