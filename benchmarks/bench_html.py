"""How fast are HTML pages read, beside the usual extractor of their text?

    python benchmarks/bench_html.py

Sets the reviews of the sample into pages as sites serve them (navigation,
scripts, styles, related links, comments, structured data): as a blog does, as a
magazine, as a big trade paper, whose pages have some 3,000 elements around a
review. Reads them and their facts, has `trafilatura.extract` find the text of the
same pages in turns with us, and prints the ratio of the times. Needs the
dependency group `bench`.
"""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import NamedTuple

from filmgraph.extraction import extract_facts
from filmgraph.reading import read_document
from filmgraph.sample import sample_paths

_SECTIONS = "News Reviews Features Interviews Festivals Box-office Awards Television Podcasts Jobs".split()
_STYLE = (
    ".c-card{margin:0 auto;padding:1rem;display:grid;grid-template-columns:repeat(3,1fr)}"
    "@media(max-width:48em){.c-card{display:block}}"
)
_SCRIPT = (
    "window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}gtag('js',new Date());"
)


# How many entries a section's menu, cards of other articles, and readers' comments stand around a review.
SITES = {"blog": (6, 12, 0), "magazine": (12, 40, 30), "trade paper": (24, 120, 60)}


def build_page(text: str, number: int, site: tuple[int, int, int] = SITES["blog"]) -> str:
    """A page of a film site that holds the review `text` amid what such pages hold beside it."""
    menu_size, cards, comments = site
    title, _, rest = text.partition("\n")
    url = f"https://films.example/reviews/{number}"
    about = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "url": url}
    menu = "".join(
        f'<li class="menu-item menu-item-{n} has-children"><a class="menu-link" href="/{s.lower()}/">'
        f'<span>{s}</span></a><ul class="sub-menu">{_links(s, menu_size)}</ul></li>'
        for n, s in enumerate(_SECTIONS)
    )
    paragraphs = [p for p in rest.split("\n\n") if p.strip()]
    body = "".join(f'<p class="paragraph larva">{_lines(p)}</p>\n' for p in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(title)} | The Reel Post</title>
<meta name="viewport" content="width=device-width"><meta property="og:title" content="{escape(title)}">
<meta property="og:site_name" content="The Reel Post"><meta property="og:url" content="{url}">
<link rel="canonical" href="{url}"><style>{_STYLE * 40}</style><script>{_SCRIPT * 60}</script>
<script type="application/ld+json">{json.dumps(about)}</script></head>
<body class="single single-post postid-{number}"><header class="site-header"><div class="logo">
<a href="/"><img src="/logo.svg" alt="The Reel Post"></a></div>
<nav class="main-nav" aria-label="Main"><ul>{menu}</ul></nav></header>
<main id="content"><article class="post-{number} post type-post"><header class="entry-header">
<h1>{escape(title)}</h1><div class="share-tools"><ul>{_links("Share on", 5)}</ul></div></header>
<div class="entry-content">{body}</div></article>
<aside class="sidebar"><h3>Most popular</h3>
<ol>{_links("What the numbers of the week say about", 10)}</ol></aside>
<section class="related-posts"><h2>More from here</h2><div class="c-card">{_cards(cards)}</div></section>
<section id="comments" class="comments-area"><h2>Comments</h2><ol>{_comments(comments)}</ol></section></main>
<footer class="site-footer"><ul>{_links("Company", 24)}</ul>
<p>© The Reel Post. All rights reserved.</p></footer>
<script>{_SCRIPT * 80}</script></body></html>"""


def _lines(paragraph: str) -> str:
    return escape(paragraph, quote=False).replace("\n", "<br>\n")


def _links(words: str, count: int) -> str:
    return "".join(f'<li class="item"><a href="/x/{n}">{words} page {n}</a></li>' for n in range(count))


def _cards(count: int) -> str:
    return "".join(
        f'<div class="card"><a href="/r/{n}"><picture><source srcset="/i/{n}.webp 1x, /i/{n}@2.webp 2x">'
        f'<img loading="lazy" alt="" src="/i/{n}.jpg"></picture>'
        f'<h3 class="title">A long headline about another film, number {n}</h3></a>'
        f'<span class="byline">By <a href="/a/{n}">Somebody Else</a></span><time>May {n + 1}</time></div>'
        for n in range(count)
    )


def _comments(count: int) -> str:
    return "".join(
        f'<li class="comment even depth-1" id="comment-{n}"><div class="comment-author vcard">'
        f'<img class="avatar" alt="" src="/a/{n}.png"><cite class="fn">reader {n}</cite></div>'
        f'<div class="comment-meta"><a href="#comment-{n}"><time>May {n + 1}</time></a></div>'
        f"<p>i liked this one more than the last, and the music too. not sure about the end.</p></li>"
        for n in range(count)
    )


def time_each(pages: list[Path], read: Callable[[Path], object]) -> float:
    """The seconds of processor time that `read` takes for all pages."""
    start = time.process_time()
    for page in pages:
        read(page)
    return time.process_time() - start


class Cost(NamedTuple):
    """Seconds that a page of a site takes us to read, with its facts, and trafilatura; `words` say it."""

    words: str
    reading: float
    mine: float
    other: float


def compare(name: str, site: tuple[int, int, int], texts: list[str]) -> Cost:
    """What reading 60 pages of a site costs us and trafilatura."""
    import trafilatura
    from lxml.html import fromstring

    with tempfile.TemporaryDirectory() as folder:
        pages = []
        for number in range(60):
            pages.append(Path(folder) / f"{number}.html")
            pages[-1].write_text(build_page(texts[number % len(texts)], number, site), encoding="utf-8")
        size = sum(p.stat().st_size for p in pages) / len(pages) / 1000
        elements = sum(1 for _ in fromstring(pages[0].read_bytes()).iter())

        def ours(page: Path) -> object:
            return extract_facts(read_document(page))

        def theirs(page: Path) -> object:
            return trafilatura.extract(page.read_bytes(), url=None)

        ours(pages[0]), theirs(pages[0])
        reading = min(time_each(pages, read_document) for _ in range(3)) / len(pages)
        turns = [(time_each(pages, ours), time_each(pages, theirs)) for _ in range(3)]
        mine = statistics.median(a for a, _ in turns) / len(pages)
        other = statistics.median(b for _, b in turns) / len(pages)
    words = (
        f"{name}, {size:.0f} kB, {elements} elements: reading {reading * 1000:.1f} ms, with facts "
        f"{mine * 1000:.1f} ms; trafilatura.extract, text only, {other * 1000:.1f} ms: "
        f"{other / reading:.1f} times our reading, {other / mine:.1f} times reading and facts"
    )
    return Cost(words, reading, mine, other)


def main() -> None:
    texts = [p.read_text(encoding="utf-8") for p in sample_paths() if p.suffix in (".txt", ".md")]
    costs = []
    for name, site in SITES.items():
        costs.append(compare(name, site, texts))
        print(costs[-1].words)
    reading, mine, other = (sum(numbers) for numbers in zip(*(cost[1:] for cost in costs), strict=True))
    print(
        f"all pages together: trafilatura.extract takes {other / reading:.1f} times our reading, "
        f"{other / mine:.1f} times reading and facts"
    )


if __name__ == "__main__":
    main()
