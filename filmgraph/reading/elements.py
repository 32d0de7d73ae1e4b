"""What HTML elements mean for reading: which end a line, which are not shown, which are not the page's own.

After "Rendering" in the HTML Living Standard (the default style sheet of
browsers), cut down to what decides where words stand.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from filmgraph.model.document import BlockKind

# Elements that stand on lines of their own.
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav "
    "ol optgroup option p plaintext pre search section summary table "
    "tbody td tfoot th thead tr ul xmp".split()
)
# Elements that a reader of the page does not see as text.
HIDDEN = frozenset(
    "applet area audio base basefont button canvas datalist embed frame frameset iframe input link map math "
    "meta meter noembed noframes noscript object option optgroup param picture progress rp rt script select "
    "source style svg template textarea track video".split()
)
BOLD = frozenset({"b", "strong"})
PREFORMATTED = frozenset("pre listing xmp plaintext".split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}
KINDS: dict[str, BlockKind] = {
    "li": "list_item", "dt": "term", "dd": "definition", "td": "cell", "th": "cell",
    "figcaption": "caption", "caption": "heading",
}  # fmt: skip
LISTS = frozenset("ul ol menu dir".split())
TABULAR = frozenset("table tr td th dl dt dd".split())

# Parts of a page that lead elsewhere or frame it.
_FRAMES = frozenset("nav footer menu".split())
# Elements that make a part of the page without any attribute.
REGIONS = _FRAMES | LISTS | {"aside", "header", "article"}
# Elements of which one is as another without any name.
ITEMS = frozenset("li article section".split())
_MATTER = frozenset("body main article table tr td p li dd dt".split())
_FRAME_ROLES = frozenset("navigation menu menubar contentinfo search".split())
# What is called so is about other films and pages, but for the people behind a film ("related-persons").
_RELATED = re.compile(
    r"(?:^|[\s_-])(?:related(?:-?(?:posts?|stor(?:y|ies)|films?|movies?|articles?|content|links|items?))?|recirc\w*"
    r"|recommend(?:ed|ations?)|trending|most-?(?:read|popular|viewed)|more-?(?:from|stories|films?|news|articles?)"
    r"|read-?next|must-?(?:read|see|attend)|similar(?:-?(?:films?|movies?|titles?))?|you-?(?:may|might)|onward"
    r"|gerelateerd|verwandt\w*|aehnlich\w*|similaires?|(?:a-?)?lire-?aussi|correlat[ie]|relacionad[oa]s"
    r"|leggi-?anche|lees-?ook|powiazane|outbrain|taboola)(?![\w-]*(?:person|people|name|agent|credit|cast|crew))"
    r"(?:$|[\s_-])",
    re.I,
)
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:popular|read-?more|sidebar|newsletter|breadcrumbs?|share|sharing"
    r"|social|promos?|teasers?|nav\w*|menu|cookies?|consent|paywall|pop-?up|modal|log-?in|sign-?up"
    r"|subscri\w+|sponsored|advert\w*)(?:$|[\s_-])",
    re.I,
)
# The foot of the page, as pages without that element call it; a post's own foot is called otherwise.
_FOOT = re.compile(
    r"(?:^|\s)(?:(?:site|page|main|global|blog)[-_]?)?(?:footer|colophon)"
    r"(?:[-_]?(?:wrapper|wrap|container|inner|links|widgets?|area|content|\d))?(?:$|\s)",
    re.I,
)
# What readers wrote below, as the weblog programs of the world call it.
_COMMENTS = re.compile(
    r"(?:^|\s)(?:(?:wp-|user-|reader-?)?comments?(?:-?(?:area|list|section|wrapper|wrap|container|thread|template))?"
    r"|disqus[\w-]*|respond)(?:$|\s)",
    re.I,
)
# One of several parts of which a page shows one at a time.
_PANEL = re.compile(
    r"(?:^|[\s_-])(?:tabs?|tabbed|tab-?(?:pane|panel|content|body|block)|accordion|collaps(?:e|ible)|expandable|show-?more"
    r"|read-?more)(?:$|[\s_-])",
    re.I,
)
_ARTICLE = re.compile(r"(?:^|\s)(?:h-?entry|(?:blog-?)?post|type-post|article|story)(?:$|\s)", re.I)
_UNSHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.I)
_FOR_SCREEN_READERS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|a11y-hidden)(?:$|\s)", re.I
)
_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:-?text)?(?:$|\s)", re.I)
# What tells boxes of a kind from one another.
_COUNTING = re.compile(r"\d|^(?:odd|even|first|last|active|current|alt|clearfix)$")
# Of inline elements side by side the second, which a style sheet sets apart from the first.
_APART = re.compile(r"(?:^|[\s_-])(?:character|role|part)(?:-?name)?s?(?:$|[\s_-])", re.I)
_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author(?:-name)?)(?:$|[\s_-])", re.I)


class Names(NamedTuple):
    """What the class names of an element say of it.

    `hidden`: for screen readers; `byline`: holds the name of the text's author; `caption`:
    the words under a picture; `apart`: a part or a job beside a name.
    """

    hidden: bool
    byline: bool
    caption: bool
    apart: bool


NAMELESS = Names(False, False, False, False)


@lru_cache(maxsize=4096)  # a page uses few class names, each many times
def read_names(names: str) -> Names:
    """What class names say."""
    patterns = (_FOR_SCREEN_READERS, _BYLINE, _CAPTION, _APART)
    return Names(*(pattern.search(names) is not None for pattern in patterns))


def is_hidden(tag: str, attributes: dict[str, str]) -> bool:
    """Whether the attributes of an element, but for its class, hide it."""
    if "hidden" in attributes:
        return attributes["hidden"] != "until-found"  # which a search in the page brings up
    if tag == "dialog" and "open" not in attributes:
        return True
    return "style" in attributes and _UNSHOWN.search(attributes["style"]) is not None


def is_panel(tag: str, attributes: dict[str, str], tag_before: str, before: dict[str, str]) -> bool:
    """Whether a hidden element is a part of the page that a reader opens: a tab, the rest of a list.

    Its role or its names say so, or it is of the kind of its neighbor, the one before, which is shown.
    """
    names, own = attributes.get("class", ""), attributes.get("id", "")
    if attributes.get("role") == "tabpanel":
        return True
    if attributes.get("role") or _BESIDE.search(names) or _BESIDE.search(own) or tag not in BLOCKS:
        return False
    if _PANEL.search(names) or _PANEL.search(own):
        return True
    return tag == tag_before and before.get("class", "") == names and (names != "" or tag in ("li", "tr"))


_MAY_BE_UNSEEN = ("", "list", "aside", "beside")


def find_region(tag: str, attributes: dict[str, str]) -> str:
    """The kind of part that an element makes of what it holds; "" where it makes none.

    "frame" frames the page (navigation, footer); "related" and "beside" say of themselves that they
    stand beside the matter (sharing); "foot" is called the page's foot; "unseen" is hidden from those
    who have the page read to them; "comments" are its readers'; "aside", "header", "article" and "list"
    are what the element is.
    """
    get = attributes.get
    kind = _find_region(tag, get("role"), get("class", ""), get("id", ""))
    if "aria-hidden" in attributes and attributes["aria-hidden"] == "true" and kind in _MAY_BE_UNSEEN:
        return "unseen"
    return kind


@lru_cache(maxsize=4096)
def _find_region(tag: str, role: str | None, names: str, own: str) -> str:
    if tag in _FRAMES or role in _FRAME_ROLES:
        return "frame"
    if tag != "body" and (_COMMENTS.search(names) or _COMMENTS.search(own)):
        return "comments"
    if tag not in _MATTER and (_RELATED.search(names) or _RELATED.search(own)):
        return "related"
    if tag not in _MATTER and (_FOOT.search(names) or _FOOT.search(own)):
        return "foot"
    if tag not in _MATTER and (_BESIDE.search(names) or _BESIDE.search(own)):
        return "beside"
    if tag == "aside" or role == "complementary":
        return "aside"
    if tag == "header":
        return "header"
    if tag == "article" or role == "article" or (tag not in _MATTER and _ARTICLE.search(names)):
        return "article"
    return "list" if tag in LISTS else ""


def find_shape(tag: str, attributes: dict[str, str]) -> str:
    """What boxes of one kind have in common; "" for an element that is none of several of a kind.

    Rows of tables are set out as rows, and paragraphs without a name say nothing of one another.

    >>> find_shape("div", {"class": "card card-12 odd"}) == find_shape("div", {"class": "card card-13 even"})
    True
    """
    if tag in TABULAR:
        return ""
    names = attributes.get("class", "")
    return _shape_of(tag, names) if names else f"{tag} " if tag in ITEMS else ""


@lru_cache(maxsize=4096)
def _shape_of(tag: str, names: str) -> str:
    return " ".join((tag, *(name for name in names.split() if _COUNTING.search(name) is None)))


def is_byline(attributes: dict[str, str]) -> bool:
    """Whether the attributes of an element, but for its class, say that it names the text's author."""
    return attributes.get("rel") == "author" or attributes.get("itemprop") == "author"
