"""Who plays whom, in sentences: "Ali (Matthias Schoenaerts)", "Schoenaerts’ Ali", "Kerr as Sister Clodagh".

Two grammars. A bracket behind a part's name (or its description, "his sister (Celine
Sallette)") holds the player; the phrases of `patterns/prose_cast.txt` tie player and
part by a verb, a possessive or "as". Whether a name is a player's is settled when
all credits are known: `references.resolve_names` drops parts of people who are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.cast.actors import is_part
from filmgraph.extraction.crew.jobs import is_replaced
from filmgraph.extraction.names.mentions import is_given_name, looks_like_company
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.prose.cast_gaps import find_gapped
from filmgraph.extraction.prose.masking import COMPANY, DIRECTOR, FULL, OWN, SINGLE, TEAM, TITLE, Mark, Piece
from filmgraph.extraction.prose.phrases import load_phrases
from filmgraph.extraction.prose.prose import Prose
from filmgraph.extraction.settle import PROSE, FoundCredit
from filmgraph.model.document import Span
from filmgraph.model.names import fold

CAST_RULE = "prose-cast"
_NAME = f"{FULL}{SINGLE}{OWN}"
# "Ali (Matthias Schoenaerts", "Luc, the doctor (Michael Lonsdale", "Samantha (the fine Cécile de France".
_APPOSITION = (
    r"(?: the [\w-]+)?(?:, (?:\d{1,3}|(?:the|a|an|his|her|their|one|another|le|la|un|une|son|sa|der|die"
    r"|das|ein|eine|el|il|lo)"
    r"(?: [\w’'-]+){1,5}),?)?"
)
_BRACKET = re.compile(
    rf"([{_NAME}{COMPANY}])({_APPOSITION}) ?\( ?((?:played by |[a-zà-ÿ’'-]+ ){{0,3}})([{FULL}{SINGLE}])"
    rf"(?: \([^()\n]{{1,60}}\)(?=[,)]))?(?= ?[,);]| of | in {TITLE}| from {TITLE}| as | [a-z])"
    r"([^()\n]{0,80}?)\)"
)
# "his working-class sister (Celine Sallette)".
_PLAYER = re.compile(
    rf"\( ?((?:played by |[a-zà-ÿ’'-]+ ){{0,3}})([{FULL}{SINGLE}])(?= ?[,)])[^()\n]{{0,80}}?\)"
)
_DESCRIPTION = re.compile(
    r"(?<![\w-])(?:(?:the|a|an|his|her|their|its|one|another|un|une|le|la|les|son|sa|leur|der|die|das|ein|eine"
    r"|sein|seine|ihr|ihre|el|los|una|su|il|lo|uno|suo|sua|een|de|het|zijn|haar) |l['’]|[\ue000\ue001]['’]s )"
    r"(?P<words>(?:[\w’'-]+ ){1,6})$"
)
_SIGNS = frozenset((FULL, SINGLE, TITLE, OWN, COMPANY, TEAM, DIRECTOR))
_NOT_AS = re.compile(
    r"(?:\b(?:known|credited|billed|such|much|well|soon|regarded|served?|serves|serving|acting|hired|far|long|described"
    r"|same|good|seen|cast|work(?:ed|s|ing)?"
    r"|starts?|began|begins|aboard|signed|came|doubles|opens?|plays|just|twice|presents?|himself|herself)"
    r"|['’]s) ?as (?:[\w’'.-]+ ){0,4}$"
)
_IN_OTHER = re.compile(rf" ?(?:in|from|of) (?:[\w’'.-]+ ){{0,3}}{TITLE}")
# "Paul Thomas Anderson (Boogie Nights, Magnolia)": a list of names behind a name are films.
_LIST = re.compile(rf"(?:, (?:and )?| and | et | und | y | e )[{_NAME}]")
# "Jeanne and Simon Marwan (Mélissa Désormeaux-Poulin and Maxim Gaudette)": in the same order.
_AND = r"(?:, (?:and )?| and | et | und | y | e | & )"
_PAIRS = re.compile(
    rf"([{_NAME}](?:{_AND}[{_NAME}]){{1,4}}) \(([{FULL}{SINGLE}](?:{_AND}[{FULL}{SINGLE}]){{1,4}})\)"
)
_SECOND_PLAYER = re.compile(rf"\([{FULL}{SINGLE}]{_AND}")
_WORDS = re.compile(r"\w+")
_REMARKS = frozenset(
    "not see also with by from and or in as after his her their"
    " directed like via director author replacing replaces once".split()
)
_QUALIFIED = re.compile(r" (?:homage|trilogy|film|movie|novel|period|accent|score|series|story)")
_EPITHET = re.compile(r" the [\w-]+")
_BEGINNING = re.compile(r"(?:(?:^|[.!?;:\n]|\bwhile|\band|\bbut) ?)$")
_POSSESSED = re.compile(r"['’]s? ")
# "Qaggiq (Gathering Place) (89)": a film, and its title in English.
_YEAR_BEHIND = re.compile(r" \((?:19|20)?\d\d\)")
_ELSEWHERE = re.compile(r"(?:\d{4} version|the original|earlier version|remake|on stage|onstage|on broadway)")
_PLURAL_OR_JOB = re.compile(r"^(?:and|or|of|in|on|at|by|to|from|with|but|who|which|that|as|is|was)\b")


def find_prose_cast(prose: Prose, roles: RoleCatalog) -> Iterator[FoundCredit]:
    """The players of a page's sentences with their parts."""
    if "actor" not in roles.roles:
        return
    piece = prose.story
    yield from _from_brackets(prose, piece)
    yield from _from_descriptions(prose, piece)
    yield from _from_phrases(prose, piece)


def _from_brackets(prose: Prose, piece: Piece) -> Iterator[FoundCredit]:
    paired = set()
    for match in _PAIRS.finditer(piece.masked) if _SECOND_PLAYER.search(piece.masked) else ():
        parts, players = (piece.inside(*match.span(n), _NAME) for n in (1, 2))
        if len(parts) == len(players):
            paired.add(match.start(2))
            for part, player in zip(parts, players, strict=True):
                yield build_part(piece, match.start(), match.end(), player, part.text, "bracket")
    for match in _find_brackets(piece):
        if match.start(4) in paired:
            continue
        part, player = piece.marks[match.start(1)], piece.marks[match.start(4)]
        remark, rest = match.group(3, 5)
        if (
            _is_prize(player)
            or _is_remark(remark)
            or (rest and (_ELSEWHERE.search(rest) or _LIST.match(rest)))
            or _YEAR_BEHIND.match(piece.masked, piece.masked.find(")", match.end(4)) + 1)
        ):
            continue
        if _is_film(prose, piece, match, part, player):
            continue
        listed = _LISTED.search(piece.masked, max(0, match.start() - 30), match.start())
        if listed or _is_reversed(prose, part, player):
            part, player = player, part
        elif player.sign == SINGLE and not prose.references.knows(player.text):
            continue
        if prose.is_director(part.text):
            continue
        character = _part_name(piece, part, match.group(2))
        yield build_part(piece, match.start(), match.end(), player, character, "bracket")
        rest = _REST.match(piece.masked, match.end()) if listed else None
        for other in piece.inside(*rest.span(), FULL) if rest else ():
            yield build_part(
                piece, match.start(), rest.end() if rest else match.end(), other, None, "bracket"
            )


# "Also with Brian Cox (Melvin Belli), …": a list of players in a sentence.
_LISTED = re.compile(r"(?:also|rounded out|headed) (?:with|by|starring|featuring) $")
_REST = re.compile(rf"(?:(?:, (?:and )?| and ){FULL})+(?=[.;])")
# "Les Bronzés (Patrice Leconte, d'après la pièce …)", "Joyeux Noël (Mixed Nuts), de Nora Ephron": films.
_WORK_BEHIND = re.compile(
    r", (?:d['’]après|nach (?:dem|der|einem|einer)|(?:after|from) (?:the|a|an|his|her)|based|dal|tratto|según"
    r"|basad[ao]|baseado|naar|efter|(?:18|19|20)\d\d)\b"
)
_MAKER_BEHIND = re.compile(rf"\)?,? (?:de|d['’]|di|von|by|do|da|van|av|af) ?[{FULL}{DIRECTOR}]")


def _is_film(prose: Prose, piece: Piece, match: re.Match[str], part: Mark, player: Mark) -> bool:
    """Whether a name with another in a bracket is a film with its maker, or with its other title."""
    if _WORK_BEHIND.match(match.group(5) or "") or _MAKER_BEHIND.match(piece.masked, match.end() - 1):
        return True
    own_title = part.sign == OWN and player.sign == FULL and not is_given_name(player.text.split()[0])
    return own_title and not prose.references.knows(player.text.split()[-1])


def _find_brackets(piece: Piece) -> Iterator[re.Match[str]]:
    """The matches of `_BRACKET`, tried only at the last name before each bracket."""
    masked = piece.masked
    at, end = masked.find("("), 0
    while at >= 0:
        name = piece.mark_before(at)
        match = _BRACKET.match(masked, name) if name >= end else None
        if match:
            yield match
            end = match.end()
        at = masked.find("(", at + 1)


def _from_descriptions(prose: Prose, piece: Piece) -> Iterator[FoundCredit]:
    stop = load_patterns("prose_words")["not_a_part"]
    for match in _PLAYER.finditer(piece.masked):
        at = match.start()
        if piece.masked[at - 2 : at - 1] in _SIGNS:
            continue  # a bracket behind a name
        described = _DESCRIPTION.search(piece.masked, max(0, at - 70), at)
        if not described or _is_remark(match.group(1)):
            continue
        named = _IS_NAMED.search(match.group()) or _CALLED.match(piece.masked, max(0, described.start() - 2))
        if named:  # "Joey the model (Bo Ray)", "the dog in a gown (Bo Ray, in a debut as Leon)"
            part = piece.marks[named.start(1) + (match.start() if named.string is not piece.masked else 0)]
            player = piece.marks[match.start(2)]
            yield build_part(piece, described.start(), match.end(), player, part.text, "bracket")
            continue
        words = described["words"].split()
        if fold(_head(words)) in stop or fold(words[-1]) in stop:
            continue
        words = _after_breaker(words)
        if _is_prize(piece.marks[match.start(2)]):
            continue
        if words and not _PLURAL_OR_JOB.match(words[0]):
            player = piece.marks[match.start(2)]
            yield build_part(
                piece, described.start(), match.end(), player, " ".join(words), "bracket-description"
            )


_IS_NAMED = re.compile(rf" as ([{FULL}{SINGLE}])\)$")
_CALLED = re.compile(rf"([{FULL}{SINGLE}]) ")
_TIES = frozenset("of in at on de du des von di del della".split())
_DETERMINERS = frozenset(
    "the a an his her their its one another un une le la les son sa leur der die das ein eine sein seine ihr"
    " ihre el los una su il lo".split()
)
_BREAKERS = frozenset(
    "while when where because whose after before than and or but who which that is was has had by to from"
    " with as et ou qui und oder y o e".split()
)


def _after_breaker(words: list[str]) -> list[str]:
    """The words behind the last one that no description of a part goes across, without their article."""
    cut = max((i + 1 for i, w in enumerate(words) if w in _BREAKERS), default=0)
    for i, word in enumerate(words):
        # "the shops his sister": a new noun begins, unless "of" ties it ("president of the committee").
        if word in _DETERMINERS and i > 0 and words[i - 1] not in _TIES:
            cut = max(cut, i)
    rest = words[cut:]
    return rest[1:] if rest and rest[0] in _DETERMINERS else rest


def _head(words: list[str]) -> str:
    """The noun that a description is built on: before "of", else the last word."""
    for stop in ("of", "in", "on", "at", "from", "de", "du", "von", "di"):
        if stop in words[1:]:
            return words[words.index(stop, 1) - 1]
    return words[-1] if words else ""


def _from_phrases(prose: Prose, piece: Piece) -> Iterator[FoundCredit]:
    found = list(load_phrases("prose_cast").find(piece))
    told = {
        piece.marks[match.start("p")].text
        for phrase, match in found
        if phrase.group in ("is", "is related") and piece.marks[match.start("p")].sign == FULL
    }
    for phrase, match in found:
        if phrase.group == "as description":
            yield from _described_as(piece, match)
            continue
        if phrase.group == "pair":
            for who, what in (("p", "part"), ("p2", "part2")):
                pair = piece.marks[match.start(who)], piece.marks[match.start(what)]
                yield build_part(piece, match.start(), match.end(), pair[0], pair[1].text, "plays")
            continue
        if phrase.group in ("as first", "his") and not _BEGINNING.search(
            piece.masked, max(0, match.start() - 8), match.start()
        ):
            continue
        if phrase.group == "possessed" and not _owns_player(piece, match):
            continue
        player = _subject_before(piece, match) if phrase.group == "his" else piece.marks[match.start("p")]
        part = piece.marks[match.start("part")]
        if player is None or _POSSESSED.match(piece.masked, match.end("part")):
            continue
        if part.sign == OWN and part.span.end - part.span.start > len(part.text):
            continue  # in quotation marks the film's title is no part's name
        if player.sign in (TEAM, DIRECTOR) or looks_like_company(player.text):
            continue
        if phrase.group == "as" and _NOT_AS.search(piece.masked[match.start() + 1 : match.start("part")]):
            continue
        if phrase.group == "as" and _is_clause(piece.masked[match.start() : match.start("part")]):
            continue
        if phrase.group == "as" and _is_played(piece, match.start()):
            continue
        if phrase.group == "as" and _is_plural(piece, match):
            continue
        if phrase.group == "possessive" and _is_adjective(piece, match.end("part")):
            continue
        if _IN_OTHER.match(piece.masked, match.end("part")) or _IN_OTHER.match(piece.masked, match.end()):
            continue
        if part.sign != OWN and fold(prose.references.resolve(part.text)) == fold(
            prose.references.resolve(player.text)
        ):
            continue
        rule = phrase.group
        if rule == "is" and len(told) > 1:
            rule = "is-told"  # of several such clauses each bears the others out
        if (
            rule in ("possessive", "is")
            and player.sign == FULL
            and _is_familiar(prose, piece, match.end("part"), part)
        ):
            rule = "possessive-known"
        yield build_part(piece, match.start(), match.end(), player, part.text, rule)
        if phrase.group in ("is", "is related", "plays"):
            for start, end, other, its in find_gapped(piece, match.end()):
                yield build_part(piece, start, end, other, its.text, "gapped")


def _owns_player(piece: Piece, match: re.Match[str]) -> bool:
    """Whether what a name possesses is a part: "Bo Ray's agent, Marty" is, "Audiard's editor, X" not."""
    noun = fold(piece.masked[match.start("p") : match.start("part")].rstrip(", ").split()[-1])
    return piece.marks[match.start("p")].sign == FULL and is_part(noun)


def _is_familiar(prose: Prose, piece: Piece, end: int, part: Mark) -> bool:
    """Whether a lone word is surely someone: a given name, where it cannot well be a film's title.

    "Gary Farmer’s Totillicum as a guest" and "from Ewen Bremner’s Lloyd to a sad old man" say it too.
    """
    if piece.masked.startswith((" as a ", " as the ", " as an "), end):
        return True
    sure = prose.quotes_titles or prose.page.text.count(part.text) > 1
    return is_given_name(part.text) and (sure or piece.masked.startswith((" to a ", " to the "), end))


_JOINED = re.compile(r"[\ue000\ue001] (?:and|&) $")
_PLURAL_VERB = re.compile(r" (?:both )?(?:[a-z]+[^s\W]) ")


def _is_plural(piece: Piece, match: re.Match[str]) -> bool:
    """Whether the player is the second of two subjects: "Rampling and Courtenay star as Kate and Geoff"."""
    joined = _JOINED.search(piece.masked, max(0, match.start() - 8), match.start())
    return bool(joined and _PLURAL_VERB.match(piece.masked, match.start() + 1))


def _is_clause(words: str) -> bool:
    """Whether what stands between "as" and a name is a clause or a job: "as was the composer David Shire"."""
    between = words[words.rfind("as ") + 3 :].split() if "as " in words else []
    stop = load_patterns("prose_words")["not_a_part"] | _VERBS
    return any(w in stop for w in between)


_VERBS = frozenset(
    "was is were are did does do has had have if though he she they it we i with when would will".split()
)


# "with the book of Aldous Huxley as the basis": an author's name, not a player's.
_OF_WORK = re.compile(r"\b(?:book|novel|story|stories|play|poem|memoir|music|songs?|film|score) (?:of|by) $")


_NAME_BEHIND = re.compile(rf", ([{FULL}{SINGLE}])(?=[,.;)])")


def _described_as(piece: Piece, match: re.Match[str]) -> Iterator[FoundCredit]:
    """A part without a name: "Eddie Whaley Jr. is engaging as the boy interpreter"."""
    player = piece.marks[match.start("p")]
    named = _NAME_BEHIND.match(piece.masked, match.end())
    if is_replaced(piece, match.start(), match.end()):
        return
    if named and player.sign in (FULL, SINGLE):  # "oozes as the client, Henneberg"
        part = piece.marks[named.start(1)]
        yield build_part(piece, match.start(), named.end(), player, part.text, "as")
        return
    words = match.group("desc").split()[1:]
    stop = load_patterns("prose_words")["not_a_part"]
    if _is_played(piece, match.start()) or _OF_WORK.search(piece.masked, 0, match.start()):
        return
    if player.sign not in (FULL, SINGLE) or looks_like_company(player.text) or not words:
        return
    if fold(words[-1]) in load_patterns("prose_denials")["is_a_film"]:
        return  # "shot by X, as his earlier films were"
    if fold(words[-1]) in load_patterns("prose_words")["several"]:
        return  # "starring X and Y as a pair whose …" gives neither a part
    if any(fold(w) in stop or w in _BREAKERS or w in _VERBS for w in words) or _IN_OTHER.match(
        piece.masked, match.end()
    ):
        return
    yield build_part(piece, match.start(), match.end(), player, " ".join(words), "as-description")


# Behind these words stands a part: "Ryan Gosling plays Neil Armstrong as a closed door".
_PLAYED = re.compile(
    r"(?:\b(?:play(?:s|ed|ing)?|portray(?:s|ed|ing)?|voic(?:es|ing|ed)|embod(?:ies|ying)|essays|incarnates|limns"
    r"|impersonates|incarne|joue|interprète|spielt|verkörpert|interpreta|encarna)|\bas|\brole of) "
    r"(?:[\w’'-]+ ){0,2}$"
)


# Behind these words stands someone only thought of: "Think of Marlon Brando as Stanley Kowalski".
_THOUGHT_OF = re.compile(
    r"\b(?:think(?:s|ing)? of|imagines?|remember(?:s|ed)?|recall(?:s|ing)?|remind\w* (?:\w+ )?of|like"
    r"|unlike"
    r"|quot(?:es|ed|ing)|regard(?:s|ed|ing)?|mimic\w*|imitat\w+|parod\w+|cit(?:es|ed|ing)|mistak\w+|mistook"
    r"|consider(?:s|ed)?|describ\w+|evok\w+|want(?:s|ed|ing)?|envision\w*|sought|instead of|rather than"
    r"|compared (?:to|with)"
    r"|homage to|nod to) (?:the |a |an )?(?:[\w-]+ )?$"
)


def is_thought_of(piece: Piece, at: int) -> bool:
    """Whether the name at a masked offset is a player only thought of ("think of Brando as Kowalski")."""
    return bool(_THOUGHT_OF.search(piece.masked, max(0, at - 45), at))


def _is_played(piece: Piece, at: int) -> bool:
    """Whether the name at a masked offset is a part that someone plays, or a player only thought of."""
    return bool(_PLAYED.search(piece.masked, max(0, at - 45), at) or is_thought_of(piece, at))


def _subject_before(piece: Piece, match: re.Match[str]) -> Mark | None:
    """The name that begins the sentence before a match: the "his" of "His Thomas …"."""
    mark = piece.marks.get(piece.sentence_start(max(0, match.start() - 3)))
    return mark if mark and mark.sign in (FULL, SINGLE) else None


def _is_adjective(piece: Piece, end: int) -> bool:
    """Whether a possessed name is followed by a noun it qualifies ("Haynes’ Douglas Sirk homage")."""
    return _QUALIFIED.match(piece.masked, end) is not None


def _is_remark(words: str) -> bool:
    """Whether the words before a bracketed name make it something else than a player."""
    return bool(words) and not _REMARKS.isdisjoint(_WORDS.findall(words.replace("played by", "")))


def _is_prize(player: Mark) -> bool:
    """Whether capitals in a bracket begin with a word that no name begins with: "(Best Actress)"."""
    return fold(player.text.split()[0]) in load_patterns("prose_words")["sentence_start"]


def _is_reversed(prose: Prose, part: Mark, player: Mark) -> bool:
    """Whether a bracket stands behind the player: "Marion Cotillard (Stephanie)".

    Where titles are not quoted, "Matthias Schoenaerts (Bullhead)" is a player with a
    film, unless the prose speaks of the name in the bracket elsewhere.
    """
    if part.sign != FULL or player.sign != SINGLE:
        return False
    if fold(prose.references.resolve(player.text)) in prose.block_names:
        return False
    return (
        fold(prose.references.resolve(part.text)) in prose.block_names
        and not prose.references.knows(player.text)
        and (prose.quotes_titles or prose.page.text.count(player.text) > 1)
    )


def _part_name(piece: Piece, part: Mark, between: str) -> str:
    """The part's name as printed, with an epithet that belongs to it ("Jordi the gypsy")."""
    epithet = _EPITHET.match(between)
    return part.text + (epithet.group() if epithet else "")


def build_part(
    piece: Piece, start: int, end: int, player: Mark, character: str | None, rule: str
) -> FoundCredit:
    """The credit of a player for a part that a range of masked prose gives."""
    quote = piece.quote(start, end)
    if not (quote.start <= player.span.start and player.span.end <= quote.end):
        quote = Span(min(quote.start, player.span.start), max(quote.end, player.span.end))
    return FoundCredit(
        role="actor",
        name=player.span,
        agent=player.text,
        kind="person",
        quote=quote,
        rule=f"{CAST_RULE}/{rule}",
        section=piece.section,
        priority=PROSE,
        confidence=0.9,
        character=character,
    )
