"""How fast are HTML pages read, beside the usual extractor of their text?

    python benchmarks/bench_html.py

Sets the reviews of the sample into pages as sites serve them (navigation,
scripts, styles, related links, structured data), reads them and their facts,
has `trafilatura.extract` find the text of the same pages in turns with us, and
prints the ratio of the times, which stays at 2 or more. Needs the dependency
group `bench`.
"""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import Callable
from html import escape
from pathlib import Path

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


def build_page(text: str, number: int) -> str:
    """A page of a film site that holds the review `text` amid what such pages hold beside it."""
    title, _, rest = text.partition("\n")
    url = f"https://films.example/reviews/{number}"
    about = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "url": url}
    menu = "".join(
        f'<li class="menu-item menu-item-{n} has-children"><a class="menu-link" href="/{s.lower()}/">'
        f'<span>{s}</span></a><ul class="sub-menu">{_links(s, 6)}</ul></li>'
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
<section class="related-posts"><h2>More from here</h2><div class="c-card">{_cards(12)}</div></section></main>
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


def time_each(pages: list[Path], read: Callable[[Path], object]) -> float:
    """The seconds of processor time that `read` takes for all pages."""
    start = time.process_time()
    for page in pages:
        read(page)
    return time.process_time() - start


def main() -> None:
    import trafilatura

    texts = [p.read_text(encoding="utf-8") for p in sample_paths() if p.suffix in (".txt", ".md")]
    with tempfile.TemporaryDirectory() as folder:
        pages = []
        for number in range(60):
            pages.append(Path(folder) / f"{number}.html")
            pages[-1].write_text(build_page(texts[number % len(texts)], number), encoding="utf-8")
        size = sum(p.stat().st_size for p in pages) / len(pages) / 1000

        def ours(page: Path) -> object:
            return extract_facts(read_document(page))

        def theirs(page: Path) -> object:
            return trafilatura.extract(page.read_bytes(), url=None)

        ours(pages[0]), theirs(pages[0])
        reading = min(time_each(pages, read_document) for _ in range(3)) / len(pages)
        turns = [(time_each(pages, ours), time_each(pages, theirs)) for _ in range(3)]
        mine = statistics.median(a for a, _ in turns) / len(pages)
        other = statistics.median(b for _, b in turns) / len(pages)
    print(f"pages of {size:.0f} kB: reading {reading * 1000:.1f} ms, reading and facts {mine * 1000:.1f} ms")
    print(
        f"trafilatura.extract, text only: {other * 1000:.1f} ms, {other / reading:.1f} times our reading, "
        f"{other / mine:.1f} times our reading and facts (wanted: 2.0)"
    )


if __name__ == "__main__":
    main()
