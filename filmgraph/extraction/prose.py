"""Running prose with its names and titles set as one sign each, so that rules stay short.

`"Jacques Audiard’s follow-up to “A Prophet”"` becomes `⟨P⟩’s follow-up to ⟨T⟩`: a
rule of the trade's language is then a short phrase with placeholders
(`patterns/prose_*.txt`), and no rule has to know what a name looks like. Every
sign keeps its place in the document, so that whatever a rule reads can be quoted.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from filmgraph.catalogs.roles import load_roles
from filmgraph.extraction.mentions import NAME, UPPER, find_names, looks_like_company
from filmgraph.extraction.page import Page, SectionKind
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.references import ELIDED, PLURAL, References, build_references, cut_job
from filmgraph.extraction.settle import MAX_QUOTE
from filmgraph.extraction.unquoted import find_announced_titles, find_unquoted_titles
from filmgraph.model.document import Span
from filmgraph.model.names import PARTICLES, fold, fold_title

# The signs, in the private use area, so that no document can hold them by accident.
FULL, SINGLE, TITLE, OWN, COMPANY, TEAM, DIRECTOR = (chr(0xE000 + i) for i in range(7))
_SIGNS = re.compile("[\ue000-\ue0ff]")
PROSE_KINDS: tuple[SectionKind, ...] = ("headline", "strapline", "body")
MAX_PIECE = 20_000

QUOTED = re.compile(
    r"“([^“”\n]{1,90})”|\"([^\"\n]{1,90})\"|«\s?([^«»\n]{1,90}?)\s?»|„([^„“”\n]{1,90})[“”]"
    r"|(?<![\w.,])‘([^‘\n]{1,90}?)’(?!\w)|(?<![\w.,])'((?![\s\d]{0,2}s\b)[^'\n]{1,90}?(?:'\w[^'\n]{0,60}?)?)'(?!\w)"
    r"|(?<![\w*_])[*_]{1,2}([^\W_a-z][^*_\n]{0,80}?)[*_]{1,2}(?![\w*_])"
)
_SIBLINGS_AFTER = re.compile(
    r"[ -](?:brothers|bros\b\.?|siblings|sisters|sibs|Brüder|Schwestern)(?!\w)", re.I
)
_SIBLINGS_BEFORE = re.compile(
    r"\b(?:brothers|sisters|siblings|frères|s(?:oe|œ)urs|Brüder|Geschwister|hermanos|hermanas|fratelli|sorelle"
    r"|irmãos|gebroeders) $",
    re.I,
)
_THE_DIRECTOR = re.compile(
    r"\b(?:[Tt]he|[Ll]e|[Ll]a|[Dd]er|[Dd]em|[Dd]ie|[Ee]l|[Ii]l|[Dd]e) "
    r"(?:(?:French|Belgian|young|veteran|writer-|scripter-)[ ]?)?"
    r"(?:director|helmer|filmmaker|writer[-/]director|writer-helmer|réalisateur|réalisatrice|cinéaste|regisseur|Regisseur"
    rf"|Regisseurin|directora|realizador|realizadora|cineasta|regista)(?![\w-])(?! [{UPPER}])"
)
_SENTENCE = re.compile(r"[.!?…][\"”»’')\]]*\s+|\n")
# "Archipel 35", "France 3 Cinéma", "Number 9 Films": a number makes capitals a company's name.
_NUMBERED = re.compile(
    rf" \d{{1,3}}(?: (?!And\b)[{UPPER}][\w’'-]+){{0,3}}(?=[,.;:)]|\s(?:and|shingle|banner|for|in|with|et)\b|$)(?!\.\d)"
)
_LOWER_WORDS = re.compile(r"(?<![\w'’-])[^\W\d_]+")
_SPACES = re.compile(r"\s+")
# A word that the edge of a line has cut ("col- lection"), except where a hyphen is left hanging on purpose.
_BROKEN = re.compile(r"(?<=[a-zà-ÿ])- +(?=(?!and\b|or\b|to\b|et\b|und\b|bis\b)[a-zà-ÿ]{2})")


@dataclass(frozen=True, slots=True)
class Mark:
    """A name or title where it stands. `sign` is its kind, `text` the words with single spaces.

    `tail` is the punctuation that a quotation mark has swallowed (“Hate,” pic …).
    """

    sign: str
    span: Span
    text: str
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of prose: `masked` is lower-case text with one sign for each name and title.

    `starts` gives the document offset of each masked character; `marks` the mark
    at each masked offset that holds a sign. `is_biography` marks a life of the
    director under the film's notes: what it says is about other films.
    """

    section: SectionKind
    masked: str
    starts: Sequence[int]
    marks: dict[int, Mark]
    is_biography: bool = False

    def span(self, start: int, end: int) -> Span:
        """The document's span for a range of masked characters."""
        last = self.marks.get(end - 1)
        return Span(self.starts[start], last.span.end if last else self.starts[end - 1] + 1)

    def inside(self, start: int, end: int, signs: str = "") -> list[Mark]:
        """The marks in a range, in order; with `signs` only those of these kinds."""
        found = (self.marks[m.start()] for m in _SIGNS.finditer(self.masked, start, end))
        return [m for m in found if not signs or m.sign in signs]

    def sentence(self, at: int) -> tuple[int, int]:
        """The masked range of the sentence that holds the offset `at`."""
        start = 0
        for match in _SENTENCE.finditer(self.masked, max(0, at - 600), at):
            start = match.end()
        end = _SENTENCE.search(self.masked, at)
        return max(start, at - 600 if start == 0 else start), end.start() + 1 if end else len(self.masked)

    def quote(self, start: int, end: int) -> Span:
        """The words to quote for a match: from its sentence's start where that is not too long."""
        whole = self.span(start, end)
        first = self.starts[max(0, self.sentence(start)[0])]
        return Span(first, whole.end) if whole.end - first <= MAX_QUOTE else whole


@dataclass(frozen=True, slots=True)
class Prose:
    """All prose of a page: body, headline and strapline as `pieces`, teasers, and every other section.

    `own_titles` are the folded titles of the film under review, `own_title` its
    first title as printed. `directors` are the names that a label or the prose
    gives as the film's directors.
    """

    page: Page
    pieces: tuple[Piece, ...]
    teasers: tuple[Piece, ...]
    credits: tuple[Piece, ...]
    own_titles: frozenset[str]
    own_title: str | None
    references: References
    directors: tuple[str, ...] = ()
    quotes_titles: bool = True
    block_names: frozenset[str] = field(default_factory=frozenset)

    def is_director(self, name: str) -> bool:
        """Whether a printed name is the film's director's."""
        full = fold(self.references.resolve(name))
        return any(full == fold(self.references.resolve(d)) for d in self.directors)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What masking must know of the document."""

    own_titles: frozenset[str]
    own_pattern: re.Pattern[str] | None
    lower_words: frozenset[str]
    surnames: frozenset[str]
    quotes_titles: bool
    mononyms: re.Pattern[str] | None = None


_DIRECTOR_WORD = (
    r"(?:director|directors|dir|dirs|réalisation|réalisateur|réalisateurs|réalisatrice|réal|regie|regisseur|regia|regista|dirección"
    r"|director/a|directora|direção|realização|realizador|reż|reżyser|reżyseria|instruktør|instruktion|regi|regissör|ohjaus|mise en scène|réalisé)"
)
_DIRECTED = re.compile(
    r"(?:^|[\n:;.(|*•\-–])[ \t]*(?:"
    rf"(?P<head>[^\n:;.|()]{{0,30}}?\b{_DIRECTOR_WORD}\b[^\n:;.|()]{{0,30}}?) ?[:.|]\s*|(?P<bare>{_DIRECTOR_WORD})(?:,? |\n)\s*)"
    r"|\b(?:directed by|directed,? (?:and )?written by|written (?:and|&) directed by|réalisé par|un film de|een film van|a film by"
    r"|ein film von|un film di|written, directed by)[ \t]*:?\s*",
    re.I,
)
_NOT_DIRECTOR = re.compile(
    r"\b(?:art|artistic|artistique|assistant|assistante|assistent|assistenz|casting|photo\w*|cinemato\w*|animation|music|musical|technical"
    r"|production|sound|second|2nd|first|1st|unit|adjoint|fotograf\w+|della|de la|creative|executive|managing|festival|supervising|dialogue|stunt)\b|[;,]",
    re.I,
)


def read_prose(page: Page) -> Prose:
    """Mask a page's prose, and its other sections, for the rules that read sentences."""
    text = page.text
    own, own_title = _own_titles(page)
    block = _block_names(page)
    prose_names = [
        " ".join(m.text.split())
        for s in page.of_kind("strapline", "body")
        for m in find_names(text, Span(s.span.start, min(s.span.end, s.span.start + MAX_PIECE)))
        if m.shape == "full"
    ]
    references = build_references(dict.fromkeys([*block, *(cut_job(n) for n in prose_names)]))
    spans = list(_prose_spans(page, PROSE_KINDS))
    body = "\n".join(text[s.start : s.end] for k, s in spans if k != "headline")
    lexicon = Lexicon(
        own_titles=own,
        own_pattern=_own_pattern(page),
        lower_words=frozenset(w for w in _LOWER_WORDS.findall(text[:200_000]) if w.islower()),
        surnames=frozenset(references.by_surname),
        quotes_titles=_quotes_titles(body, own),
        mononyms=_mononyms(page),
    )
    directors = _find_directors(page, (), references)
    lives = _biographies(page, directors)
    pieces = tuple(
        replace(mask(text, span, kind, lexicon), is_biography=span.start in lives) for kind, span in spans
    )
    teasers = tuple(mask(text, s, k, lexicon) for k, s in _prose_spans(page, ("teasers",)))
    kinds: tuple[SectionKind, ...] = ("production", "crew", "labels", "other", "cast", "byline")
    credits = tuple(mask(text, s, k, lexicon) for k, s in _prose_spans(page, kinds))
    return Prose(
        page,
        pieces,
        teasers,
        credits,
        own,
        own_title,
        references,
        directors or _find_directors(page, pieces, references),
        lexicon.quotes_titles,
        frozenset(fold(n) for n in block),
    )


def mask(text: str, span: Span, section: SectionKind, lexicon: Lexicon) -> Piece:
    """One stretch of text with its names and titles as signs."""
    plain = mend(text[span.start : span.end]).replace("\r", " ")
    if section in PROSE_KINDS:
        plain = plain.replace("\n", " ")
    starts = array("I")
    out: list[str] = []
    marks: dict[int, Mark] = {}
    length = cursor = 0
    for mark in (*_find_marks(plain, span.start, section, lexicon), None):
        end = mark.span.start - span.start if mark else len(plain)
        if end < cursor:
            continue
        length += _copy(plain, cursor, end, span.start, out, starts)
        if mark:
            marks[length] = mark
            out.append(mark.sign + mark.tail)
            starts.extend([mark.span.start] * (1 + len(mark.tail)))
            length += 1 + len(mark.tail)
            cursor = mark.span.end - span.start
    return Piece(section, "".join(out), starts, marks)


def _copy(plain: str, start: int, end: int, base: int, out: list[str], starts: array[int]) -> int:
    """Append the plain words of a range in lower case, blanks collapsed; returns how many characters."""
    chunk = plain[start:end]
    lower = chunk.lower()
    if len(lower) != len(chunk):
        lower = chunk
    if "  " not in chunk and "- " not in chunk:
        out.append(lower)
        starts.extend(range(base + start, base + end))
        return len(lower)
    size = cursor = 0
    cuts = [(m.start(), m.end(), " ") for m in _SPACES.finditer(chunk) if m.end() - m.start() > 1]
    cuts += [(m.start(), m.end(), "") for m in _BROKEN.finditer(chunk)]
    for a, b, put in [*sorted(cuts), (len(chunk), len(chunk), "")]:
        if a < cursor:
            continue
        out.append(lower[cursor:a] + put)
        starts.extend(range(base + start + cursor, base + start + a))
        starts.extend([base + start + a] * len(put))
        size += a - cursor + len(put)
        cursor = b
    return size


def _find_marks(plain: str, base: int, section: SectionKind, lexicon: Lexicon) -> list[Mark]:
    """The marks of a stretch in order; where two overlap the longer wins, and titles win over names."""
    found: list[Mark] = [*_quoted_marks(plain, base, lexicon)]
    if lexicon.own_pattern:
        for m in lexicon.own_pattern.finditer(plain):
            found.append(_mark(OWN, plain, m.start(), m.end(), base))
    if not lexicon.quotes_titles and section in PROSE_KINDS:
        for span in find_unquoted_titles(plain):
            text = span.of(plain)
            sign = OWN if fold_title(text) in lexicon.own_titles else TITLE
            found.append(_mark(sign, plain, span.start, span.end, base))
    elif section not in PROSE_KINDS:
        # In lists and teasers only what is announced: capitals are everywhere there.
        for span in find_announced_titles(plain):
            found.append(_mark(TITLE, plain, span.start, span.end, base))
    found.extend(_name_marks(plain, base, lexicon, section))
    for m in _THE_DIRECTOR.finditer(plain):
        found.append(_mark(DIRECTOR, plain, m.start(), m.end(), base))
    if lexicon.mononyms:
        for m in lexicon.mononyms.finditer(plain):
            found.append(_mark(SINGLE, plain, m.start(), m.end(), base))
    return list(_without_overlaps(found))


_RANK = {TITLE: 0, OWN: 0, TEAM: 1, COMPANY: 2, FULL: 2, SINGLE: 2, DIRECTOR: 3}


def _without_overlaps(marks: list[Mark]) -> Iterator[Mark]:
    marks.sort(key=lambda m: (m.span.start, m.span.start - m.span.end, _RANK[m.sign]))
    held: Mark | None = None
    for mark in marks:
        if held and mark.span.start < held.span.end:
            longer = mark.span.end - mark.span.start > held.span.end - held.span.start
            if longer and _RANK[mark.sign] <= _RANK[held.sign]:
                held = mark
            continue
        if held:
            yield held
        held = mark
    if held:
        yield held


_MOJIBAKE = re.compile("[ÂÃÄÅ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜‘’‚“”„†‡•…‰‹›€™]")


def mend(text: str) -> str:
    """`text` with letters that were read as windows-1252 put right, its length unchanged.

    A mended letter is followed by an empty combining sign, so that offsets stay true.

    >>> len(mend("FranÃ§ois")) == len("FranÃ§ois"), fold(mend("FranÃ§ois"))
    (True, 'francois')
    """
    if "Ã" not in text and "Å" not in text:
        return text
    return _MOJIBAKE.sub(_mend_letter, text)


def _mend_letter(match: re.Match[str]) -> str:
    try:
        letter = match.group().encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match.group()
    return f"{letter}\u0335" if letter.isalpha() else match.group()


def _mark(sign: str, plain: str, start: int, end: int, base: int) -> Mark:
    words = " ".join(plain[start:end].split()).replace("\u0335", "")
    return Mark(sign, Span(base + start, base + end), words)


def _quoted_marks(plain: str, base: int, lexicon: Lexicon) -> Iterator[Mark]:
    for m in QUOTED.finditer(plain):
        group = m.lastindex or 1
        start, end = m.span(group)
        while end > start and plain[end - 1] in ",.;: ":
            end -= 1
        while start < end and plain[start] == " ":
            start += 1
        inner = plain[start:end]
        if not looks_like_title(inner):
            continue
        sign = OWN if fold_title(inner) in lexicon.own_titles else TITLE
        # The sign stands for the whole quotation, marks included, as the span does not.
        tail = plain[end : end + 1] if plain[end : end + 1] in ",.;:" else ""
        yield Mark(sign, Span(base + m.start(), base + m.end()), " ".join(inner.split()), tail.strip())


_FOREIGN = re.compile(
    r"^(?:L['’]|D['’]|(?:Le|La|Les|Un|Une|Des|De|Du|El|Los|Las|Una|Il|Lo|Gli|I|Der|Die|Das|Ein|Eine|Den|Det|En|Et|O|A|Os|As|Het|Ne|Du|Mon|Ma|"
    r"Mes|Notre|Nos|À|Au|Aux|Ma|Sur|Sous|Dans|Tout|Todo|Mi|Tu|Su|Nuestra|Che|Non|Mio|Mia|Im|Auf|Aus|Vom|Zum)\b)"
)
_SMALL = frozenset(
    "a an and as at but by de del des di du et for from in into is it la le les nor of on or the to vs with y e und "
    "der die das von den al el d l s t en au aux que qui sur".split()
)


@lru_cache(maxsize=8192)
def looks_like_title(words: str) -> bool:
    """Whether quoted words are set as a title: a capital first, capitals on the words that carry it.

    Titles in languages that capitalize only the first word begin with an article or
    have few small words; a quoted sentence has many.

    >>> [looks_like_title(t) for t in ("A Prophet", "De rouille et d'os", "hey!", "We never meant to hurt anyone")]
    [True, True, False, False]
    """
    words = words.strip()
    if not words or not (words[0].isupper() or words[0].isdigit() or words[0] in "¡¿"):
        return False
    parts = [w for w in re.findall(r"[^\s\-–—/]+", words) if any(c.isalnum() for c in w)]
    if len(parts) > 12:
        return False
    if words[-1:] in ".!?" and len(parts) > 6:
        return False
    carried = [w for w in parts[1:] if fold(w) not in _SMALL]
    small = sum(w.lstrip("'’(¡¿\"")[:1].islower() for w in carried)
    if not small:
        return True
    if _FOREIGN.match(words):
        return len(parts) <= 8
    return len(parts) <= 5 and small <= 2


_JUNIOR = re.compile(r" (?:Jr|Sr)$")


def _before_verb(plain: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where a name ends in a line that capitalizes every word: "Lars von Trier Defends …"."""
    words = [w for w in plain[start:end].split() if fold(w) not in PARTICLES]
    last = words[-1]
    verb = len(words) > 2 and last.endswith("s") and not last.endswith(("ss", "us", "is", "as", "os"))
    return end - len(last) - 1 if verb and fold(last) not in lexicon.surnames else end


def _name_marks(plain: str, base: int, lexicon: Lexicon, section: SectionKind) -> Iterator[Mark]:
    skip = load_patterns("names")["not_first"] - _HONORIFICS
    in_list = section not in PROSE_KINDS
    words = load_patterns("prose_words")
    runs = (s for m in NAME.finditer(plain) for s in (_split_at_labels(plain, m) if in_list else [m.span()]))
    mister = -1
    for start, end in runs:
        if plain[end : end + 2] == ". " and fold(plain[start:end]) in _HONORIFICS:
            mister = start
            continue
        if mister >= 0 and plain[mister:start].endswith(". ") and start - mister < 8:
            yield _mark(FULL if " " in plain[start:end] else SINGLE, plain, mister, end, base)
            mister = -1
            continue
        mister = -1
        first = _sentence_start(plain, start)
        start = _skip_words(plain, start, end, first, lexicon, (skip, words))
        if start >= end:
            continue
        if _JUNIOR.search(plain, start, end) and plain[end : end + 1] == ".":
            end += 1
        if section in ("teasers", "headline"):
            end = _before_verb(plain, start, end, lexicon)
        text = plain[start:end]
        before, after = plain[max(0, start - 16) : start], plain[end : end + 14]
        team = _SIBLINGS_AFTER.match(after) if " " not in text else None
        if team:
            yield _mark(TEAM, plain, _article(plain, start), end + team.end(), base)
            continue
        head = _SIBLINGS_BEFORE.search(before)
        family = _article(plain, start - len(head.group())) if head else start
        if head and " " not in text and family < start - len(head.group()):
            yield _mark(TEAM, plain, family, end, base)
            continue
        article = _article(plain, start)
        if article < start and " " not in text and _is_plural(plain[article:end], lexicon):
            yield _mark(TEAM, plain, article, end, base)
            continue
        numbered = _NUMBERED.match(plain, end)
        if numbered and fold(text.split()[0]) not in words["time"]:
            yield _mark(COMPANY, plain, start, numbered.end(), base)
            continue
        if looks_like_company(text) and fold(text) not in lexicon.surnames:
            sign = COMPANY
        else:
            sign = FULL if " " in text and not _is_honorific(text) else SINGLE
        yield _mark(sign, plain, start, end, base)


def _split_at_labels(plain: str, run: re.Match[str]) -> list[tuple[int, int]]:
    """A run of capitals cut at the words that are labels ("Craig Davidson Cinematography Stéphane Fontaine")."""
    labels = _label_words()
    spans: list[tuple[int, int]] = []
    start = end = -1
    for token in re.finditer(r"[^ \u00a0]+", run.group()):
        if fold(token.group()) in labels:
            if start >= 0:
                spans.append((run.start() + start, run.start() + end))
            start = -1
            continue
        start = token.start() if start < 0 else start
        end = token.end()
    if start >= 0:
        spans.append((run.start() + start, run.start() + end))
    return spans


@lru_cache(maxsize=1)
def _label_words() -> frozenset[str]:
    """The one-word labels of roles that stand before names in lists."""
    words = {
        label for label, _role, _language in load_roles().labels() if " " not in label and len(label) > 3
    }
    return frozenset(words)


def _skip_words(
    plain: str,
    start: int,
    end: int,
    first: bool,
    lexicon: Lexicon,
    lists: tuple[frozenset[str], Mapping[str, frozenset[str]]],
) -> int:
    """Where the name inside a run of capitals begins, past words that only look like names."""
    skip, groups = lists
    tokens = list(re.finditer(r"[^ \u00a0]+", plain[start:end]))
    if looks_like_company(plain[start:end]) and len(tokens) > 1:
        # "Les Films du Losange": its first words belong to it, but "With Sony Pictures" begins a sentence.
        word = fold(tokens[0].group())
        return start + tokens[1].start() if first and word in skip and word not in _ARTICLE_WORDS else start
    cut = 0
    for i, token in enumerate(tokens):
        word = fold(token.group())
        is_job = word in groups["job"] or any(
            p in groups["job"] for p in re.split(r"[-/]", token.group().lower()) if len(p) > 3
        )
        known = is_job or word in groups["nationality"] or word in groups["time"]
        if word in skip or known or ELIDED.match(token.group()):
            cut = i + 1
        elif (
            i == 0
            and first
            and (
                word in groups["sentence_start"]
                or (
                    token.group().lower() in lexicon.lower_words
                    and (len(tokens) == 1 or _known_after(tokens, lexicon))
                )
            )
        ):
            cut = 1
        elif cut == i and i > 0 and token.group() in PARTICLES:
            cut = i + 1
        else:
            break
    return start + tokens[cut].start() if cut < len(tokens) else end


def _known_after(tokens: list[re.Match[str]], lexicon: Lexicon) -> bool:
    """Whether the words after the first of a run are a name the document knows without it."""
    return len(tokens) > 2 or fold(tokens[-1].group()) in lexicon.surnames


def _sentence_start(plain: str, at: int) -> bool:
    before = plain[max(0, at - 3) : at].strip(" \"'“‘«(*_")
    return not before or before[-1] in '.!?…:\n”"'


def _article(plain: str, at: int) -> int:
    m = re.search(
        r"(?:[Tt]he|[Ll]es|[Dd]ie|[Ll]os|[Dd]en|[Dd]er|[Dd]es|[Ii]|[Dd]e|[Gg]li|[Oo]s)(?: two)? $",
        plain[max(0, at - 8) : at],
    )
    return at - len(m.group()) if m else at


def _is_plural(words: str, lexicon: Lexicon) -> bool:
    m = PLURAL.fullmatch(words)
    if not m:
        return False
    name = fold(m["name"])
    if name in load_patterns("prose_words")["nationality"] or name.endswith("ians"):
        return False
    return name.removesuffix("s") in lexicon.surnames or (name.endswith("s") and name in lexicon.surnames)


_ARTICLE_WORDS = frozenset("the les le la l los las el il gli die der das".split())
_HONORIFICS = frozenset("mr mrs ms miss dr mme mlle m sister father brother officer inspector".split())


def _is_honorific(text: str) -> bool:
    words = text.split()
    return len(words) == 2 and fold(words[0]) in _HONORIFICS


def _own_titles(page: Page) -> tuple[frozenset[str], str | None]:
    titles = [t for t in page.titles if t.kind != "quoted"] or list(page.titles[:1])
    folded = {fold_title(t.text) for t in titles}
    for t in titles:
        for sep in (" / ", "/ ", ": ", " – ", " - ", " ("):
            head, found, tail = t.text.partition(sep)
            if found:
                folded |= {fold_title(head), fold_title(tail.strip(") "))}
    text = page.text
    # A short line that a quoted title repeats is a masthead ("Rust and Bone" over the review).
    lines = {
        fold_title(line.of(text))
        for line, kind in zip(page.lines, page.kinds, strict=True)
        if line.end - line.start < 90 and kind not in ("teasers", "body", "byline", "cast", "crew")
    }
    for section in page.of_kind("strapline", "body"):
        for m in QUOTED.finditer(
            text, section.span.start, min(section.span.end, section.span.start + MAX_PIECE)
        ):
            quoted = m.group(m.lastindex or 1).rstrip(" ,.;:")
            if fold_title(quoted) in lines:
                folded.add(fold_title(quoted))
                titles.sort(key=lambda t, q=fold_title(quoted): fold_title(t.text) != q)  # type: ignore[misc]
    for m in _RETITLED.finditer(text[:100_000]):
        folded.add(fold_title(next(g for g in m.groups() if g)))
    first = next((t.text for t in titles), None)
    return frozenset(folded - {""}), first


_RETITLED = re.compile(
    r"(?:\btitled?|\bretitled|\btitle is|\baka|\ba\.k\.a\.|\bknown (?:abroad |here |there )?as|\btitle|\btitre|\bTitel)[:,]? "
    r"(?:“([^“”\n]{1,90}?)[,.]?”|\"([^\"\n]{1,90}?)[,.]?\"|‘([^‘’\n]{1,90}?)[,.]?’|«\s?([^«»\n]{1,90}?)\s?»)",
    re.I,
)


def _own_pattern(page: Page) -> re.Pattern[str] | None:
    """The film's titles where they stand unquoted, in any letter case that a heading may use."""
    titles = {t.text for t in page.titles if t.kind != "quoted" and 2 <= len(t.text) <= 90}
    forms = {f for t in titles for f in (t, t.upper(), t.title())}
    if not forms:
        return None
    words = "|".join(
        re.sub(r"(?:\\ )+", r"\\s+", re.escape(f)) for f in sorted(forms, key=lambda f: (-len(f), f))
    )
    return re.compile(rf"(?<![\w‘“\"«-])(?:{words})(?![\w-])")


def _block_names(page: Page) -> list[str]:
    """Full names in the sections that are no prose, in reading order."""
    found = []
    for s in page.of_kind("production", "crew", "cast", "labels", "other"):
        for m in find_names(page.text, Span(s.span.start, min(s.span.end, s.span.start + MAX_PIECE))):
            if m.shape in ("full", "caps") and 2 <= len(m.text.split()) <= 4:
                found.append(m.text)
    return list(dict.fromkeys(found))


def _mononyms(page: Page) -> re.Pattern[str] | None:
    """Names printed in lower case after a label ("Director: kogonada"), to be known in prose too."""
    found = {
        m.group(1)
        for m in re.finditer(
            r"\b(?:Director|Screenwriter|Writer|Music|Composer|Editor): ([a-z]{4,20})(?= [A-Z]|\s*$)",
            page.text[:100_000],
            re.M,
        )
    }
    words = "|".join(sorted(found))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") if found else None


# Houses that print films in italics still quote stories, songs and chapters.
_OF_TEXT = re.compile(
    r"(?:stor(?:y|ies)|novel|song|poem|essay|article|episode|based on|adapted from|comes out of|inspired by|nouvelle|chanson)\b[^.\n]*$"
)


def _quotes_titles(body: str, own: frozenset[str]) -> bool:
    """Whether the prose sets titles in quotation marks; then no unquoted words are taken for titles."""
    quoted = [
        m.group(m.lastindex or 1).rstrip(" ,.;:")
        for m in QUOTED.finditer(body[:100_000])
        if not _OF_TEXT.search(body[max(0, m.start() - 70) : m.start()])
    ]
    titles = [q for q in quoted if looks_like_title(q)]
    if any(fold_title(q) in own for q in titles):
        return True
    return bool(titles) and not any(f" {t} " in f" {fold(body[:100_000])} " for t in own)


def _prose_spans(page: Page, kinds: tuple[SectionKind, ...]) -> Iterator[tuple[SectionKind, Span]]:
    """Stretches of lines of one kind; lines that only the margin parts are one stretch."""
    start: int | None = None
    for i, line in enumerate(page.lines):
        kind = page.kinds[i]
        if kind not in kinds:
            start = None
            continue
        last = i + 1 == len(page.lines)
        goes_on = not last and page.kinds[i + 1] == kind and page.gaps[i + 1] == 0
        if start is None:
            start = line.start
        joins = _wrapped(page.text, line) if kind in PROSE_KINDS else kind != "teasers"
        if goes_on and joins and page.lines[i + 1].end - start < MAX_PIECE:
            continue
        for part in range(start, line.end, MAX_PIECE):
            yield kind, Span(part, min(line.end, part + MAX_PIECE))
        start = None


def _wrapped(text: str, line: Span) -> bool:
    """Whether a line breaks off at the margin rather than ending."""
    length = line.end - line.start
    return 40 <= length <= 110 and (text[line.end - 1] not in '.!?”"»:' or length >= 60)


def _find_directors(page: Page, pieces: tuple[Piece, ...], references: References) -> tuple[str, ...]:
    """The names that stand after a director's label, or after "directed by" in the prose."""
    found: dict[str, None] = {}
    for s in page.sections:
        if s.kind in ("teasers", "body"):
            continue
        # From the line break before the section, which the pattern wants to see.
        first = max(0, s.span.start - 1)
        for m in _DIRECTED.finditer(page.text, first, min(s.span.end, s.span.start + MAX_PIECE)):
            if m["head"] and _NOT_DIRECTOR.search(m["head"]):
                continue
            for name in _names_right_after(page.text, m.end()):
                found[references.resolve(name)] = None
    if found:
        return tuple(found)
    for piece in pieces:
        for match in _DIRECTOR_IN_PROSE.finditer(piece.masked):
            for mark in piece.inside(*match.span(match.lastindex or 0), FULL + SINGLE):
                if references.knows(mark.text):
                    found[references.resolve(mark.text)] = None
        if found:
            return tuple(found)
    antecedent = find_antecedent(pieces)
    return (references.resolve(antecedent[1].text),) if antecedent else ()


BIOGRAPHY_HEAD = re.compile(
    r"(?:(?:selected |the )?director['’]?s? (?:biograph|filmograph)|selected filmograph|filmograph|filmografi|biograph|biografi|über den regisseur"
    r"|über die regisseurin|about the director|about the filmmaker|le réalisateur|der regisseur|die regisseurin|el director|il regista)",
    re.I,
)


def _biographies(page: Page, directors: tuple[str, ...]) -> frozenset[int]:
    """Where the paragraphs begin that stand under the director's name or under a biography's heading."""
    found: set[int] = set()
    names = {fold(d) for d in directors}
    under = False
    for i, line in enumerate(page.lines):
        if line.end - line.start < 60:
            words = line.of(page.text).strip(" *_:#=-")
            # A heading of its own, not the name in a list of credits: prose follows right away.
            prose_next = i + 1 < len(page.lines) and page.lines[i + 1].end - page.lines[i + 1].start > 80
            heads = bool(BIOGRAPHY_HEAD.match(words)) or (fold(words) in names and i > 6 and prose_next)
            under = heads or (under and not prose_next)
        elif under:
            found.add(line.start)
    return frozenset(found)


def find_antecedent(pieces: tuple[Piece, ...]) -> tuple[Piece, Mark, Mark] | None:
    """Whom "the director" means where nothing else says it: the last person named in full before.

    Gives the piece, the name's mark and the mark of "the director"; a name in
    brackets or with a bracket behind it is a player's or a part's.
    """
    last: Mark | None = None
    for piece in pieces:
        if piece.section == "headline":
            continue
        for at in sorted(piece.marks):
            mark = piece.marks[at]
            if mark.sign == DIRECTOR:
                if last:
                    return piece, last, mark
            elif mark.sign == FULL and piece.masked[at - 1 : at] != "(" and piece.masked[at + 1 : at + 3] != " (":
                last = mark
        last = None
    return None


_DIRECTOR_IN_PROSE = re.compile(
    rf"(?:directed by|réalisé par|writer-director(?:-producer)?|(?<!theater )(?<!theatre )(?<!stage )director|helmer|written and directed by) "
    rf"([{FULL}{SINGLE}](?:(?:,| and| &) [{FULL}{SINGLE}])*)"
    rf"|([{FULL}{SINGLE}])['’]s? (?:[\w-]+ ){{0,3}}(?:first|second|third|fourth|fifth|sixth|debut|sophomore|latest|new|next) (?:feature|film|outing|picture|work)"
)
_LIST_NAMES = re.compile(
    rf"{NAME.pattern}(?:\s*(?:,|&|/|\band\b|\bet\b|\bund\b|\by\b|\be\b|\n)\s*{NAME.pattern})*"
)


# "Director: kogonada"
_LOWER_NAME = re.compile(r"[a-z]{4,20}(?=[ \t]*(?:\n|$)| [A-Z])")


def _names_right_after(text: str, at: int) -> list[str]:
    """The full names of the list that begins at `at`, if one does."""
    m = _LIST_NAMES.match(text, at, at + 300)
    if not m:
        alone = _LOWER_NAME.match(text, at)
        return [alone.group()] if alone else []
    return [n.text for n in find_names(text, Span(at, m.end())) if n.shape in ("full", "caps")][:4]


def names_of(marks: Iterable[Mark]) -> list[str]:
    """The words of some marks."""
    return [m.text for m in marks]
