"""Who plays whom, in phrases: "Schoenaerts’ Ali", "Kerr as Sister Clodagh", "Ann is Ida; Bo the baker Max".

The phrases of `patterns/prose_cast.txt` tie player and part by a verb, a possessive or "as"; what stands in
brackets is read in `part_brackets.py`. Whether a name is a player's is settled when all credits are known:
`references.resolve_names` drops parts of people who are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.cast.actors import is_part
from filmgraph.extraction.crew.jobs import is_replaced
from filmgraph.extraction.names.mentions import is_given_name, looks_like_company
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.prose.cast_gaps import find_gapped, find_gapped_players
from filmgraph.extraction.prose.masking import DIRECTOR, FULL, OWN, SINGLE, TEAM, TITLE, Mark, Piece
from filmgraph.extraction.prose.part_brackets import find_bracketed_parts
from filmgraph.extraction.prose.parts import BREAKERS, build_part
from filmgraph.extraction.prose.phrases import load_phrases
from filmgraph.extraction.prose.prose import Prose
from filmgraph.extraction.settle import FoundCredit
from filmgraph.extraction.text.countries import is_country
from filmgraph.model.names import fold

_NOT_AS = re.compile(
    r"(?:\b(?:known|credited|billed|such|as (?:much|well|soon|far|long|good)|regarded|served?"
    r"|serves|serving|acting|hired|described|same|seen|cast|work(?:ed|s|ing)"
    r"|starts?|began|begins|aboard|signed|came|doubles|opens?|plays|just|twice|presents?|himself|herself)"
    r"|['’]s|\bknown(?: [\w’'-]+){1,5}) ?as (?:[\w’'.-]+ ){0,4}$"
)
_IN_OTHER = re.compile(rf" ?(?:in|from|of) (?:[\w’'.-]+ ){{0,3}}{TITLE}")
_QUALIFIED = re.compile(r" (?:homage|trilogy|film|movie|novel|period|accent|score|series|story)")
# "out of order, as ⟨X⟩ might have"
_AS_DID = re.compile(r",? (?:might|would|could|should|used to|once (?:did|was|said)|himself|herself)\b")
_BEGINNING = re.compile(r"(?:(?:^|[.!?;:\n]|\bwhile|\band|\bbut) ?)$")
_POSSESSED = re.compile(r"['’]s? ")


def find_prose_cast(prose: Prose, roles: RoleCatalog) -> Iterator[FoundCredit]:
    """The players of a page's sentences with their parts."""
    if "actor" not in roles.roles:
        return
    piece = prose.story
    yield from find_bracketed_parts(prose, piece)
    yield from _from_phrases(prose, piece)


def _from_phrases(prose: Prose, piece: Piece) -> Iterator[FoundCredit]:
    found = list(load_phrases("prose_cast").find(piece))
    told = {
        piece.marks[match.start("p")].text
        for phrase, match in found
        if phrase.group in ("is", "is related") and piece.marks[match.start("p")].sign == FULL
    }
    owners = {
        piece.marks[match.start("p")].text
        for phrase, match in found
        if phrase.group == "possessive" and _owns_person(prose, piece, match)
    }
    for phrase, match in found:
        if phrase.group.startswith("as description"):
            first = phrase.group.endswith("first")
            if not first or _BEGINNING.search(piece.masked, max(0, match.start() - 8), match.start()):
                yield from _described_as(piece, match)
            continue
        if phrase.group.startswith("noun"):
            first = phrase.group.endswith("first")
            if not first or _BEGINNING.search(piece.masked, max(0, match.start() - 8), match.start()):
                yield from _told_by_noun(piece, match)
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
        if phrase.group == "that is" and not _is_told(prose, piece, match):
            continue
        if phrase.group == "possessed" and not _owns_player(piece, match):
            continue
        if phrase.group == "whose" and not _is_named_so(prose, piece, match):
            continue
        if phrase.group == "as aside" and not _is_subject(piece, match.start()):
            continue
        player = _subject_before(piece, match) if phrase.group == "his" else piece.marks[match.start("p")]
        part = piece.marks[match.start("part")]
        if player is None or _POSSESSED.match(piece.masked, match.end("part")):
            continue
        turned = phrase.group in _COPULAS and _is_turned(prose, piece, match, player, part)
        if turned:
            player, part = part, player
        if part.sign == OWN and part.span.end - part.span.start > len(part.text):
            continue  # in quotation marks the film's title is no part's name
        if player.sign in (TEAM, DIRECTOR) or looks_like_company(player.text):
            continue
        if phrase.group in _AS and _NOT_AS.search(piece.masked[match.start() + 1 : match.start("part")]):
            continue
        if phrase.group in _AS and _AS_DID.match(piece.masked, match.end("part")):
            continue
        if phrase.group in _AS and is_replaced(piece, match.start(), match.end()):
            continue
        if phrase.group in _AS and _is_clause(piece.masked[match.start() : match.start("part")]):
            continue
        if phrase.group in _AS and _is_played(piece, match.start()):
            continue
        if phrase.group in _AS and _is_plural(piece, match):
            continue
        if phrase.group == "possessive" and _is_qualified_title(piece, match, part):
            continue
        if phrase.group == "possessive" and part.text.isupper() and not player.text.isupper():
            continue  # "Robert Altman's SHORT CUTS"
        if phrase.group == "possessive" and _is_adjective(piece, match.end("part")):
            continue
        if _IN_OTHER.match(piece.masked, match.end("part")) or _IN_OTHER.match(piece.masked, match.end()):
            continue
        if part.sign != OWN and fold(prose.references.resolve(part.text)) == fold(
            prose.references.resolve(player.text)
        ):
            continue
        rule = _SAME_AS.get(phrase.group, phrase.group)
        if rule == "possessive" and part.sign == SINGLE and is_given_name(part.text) and len(owners) > 1:
            rule = "possessive-told"
        if turned or (rule == "is" and len(told) > 1):
            rule = "is-told"  # of several such clauses each bears the others out
        if (
            rule in ("possessive", "is")
            and player.sign == FULL
            and _is_familiar(prose, piece, match.end("part"), part)
        ):
            rule = "possessive-known"
        gapped: list[tuple[int, int, Mark, Mark]] = []
        if phrase.group in ("is", "is related", "plays"):
            gapped = list(find_gapped(piece, match.end()))
        elif phrase.group == "played" and player.sign == FULL:
            gapped = list(find_gapped_players(piece, match.end()))
        if rule == "is" and gapped:
            rule = "is-told"
        yield build_part(piece, match.start(), match.end(), player, part.text, rule)
        for start, end, other, its in gapped:
            yield build_part(piece, start, end, other, its.text, "gapped")


# "X is Y" with at most an adverb between: "X is the newspaperman Y" says what X plays.
_IS_ONLY = re.compile(
    r" (?:is|ist|est|è|es|é|er|är)(?: (?:the|a|an|le|la|il|el|der|die) (?:[a-z]+ )?(?:remarkable|great|superb"
    r"|wonderful|excellent|brilliant|marvelous|magnificent|ever-reliable|always [a-z]+|irreplaceable"
    r"|incomparable|splendid|lovely|newcomer|veteran|late|actor|actress|comedian|singer|terrific|fantastic|extraordinary"
    r"|peerless|radiant|formidable|grand|immense|inmensa?|excelente|estupend[oa]|magnifique|excellente?"
    r"|bravissim[oa]|wunderbare?))?(?: (?:still|again|once again|here|also|now|of course|wieder|auch|toujours"
    r"|encore|ancora|sempre|qui|aquí|siempre))? $"
)
_COPULAS = ("is", "is related")
_AS = ("as", "as aside")
_SAME_AS = {"as aside": "as", "whose": "possessive-known"}
# "a singer of ⟨X⟩, thunders as", "looking like ⟨X⟩, …", "viewers’ ⟨X⟩, here as": inside of something else.
_NO_SUBJECT = re.compile(r"(?:\b(?:of|in|from|like|at|than|as|on|near|for|to)|['’]s?) $")


def _is_subject(piece: Piece, at: int) -> bool:
    """Whether the whole name at a masked offset may be what its sentence goes on about."""
    whole = piece.marks[at].sign == FULL
    return whole and not _NO_SUBJECT.search(piece.masked, max(0, at - 6), at)


def _is_turned(prose: Prose, piece: Piece, match: re.Match[str], first: Mark, second: Mark) -> bool:
    """Whether the part is named first: "Jongsu, a would-be novelist, is Yoo Ah-in"."""
    if second.sign != FULL or first.sign not in (FULL, SINGLE) or looks_like_company(second.text):
        return False
    if is_country(fold(first.text)) or fold(first.text) in load_patterns("prose_words")["place"]:
        return False
    if second.sign == FULL and first.sign == FULL and is_part(first.text) and not is_part(second.text):
        return True
    if is_part(second.text) or fold(second.text) in prose.block_names - {fold(first.text)}:
        return not is_part(second.text)
    if _PLAYED.search(piece.masked, max(0, match.start("p") - 45), match.start("p")):
        return True
    if piece.masked.startswith(" (", match.start("p") + 1) or not _IS_ONLY.search(
        piece.masked, match.start(), match.start("part")
    ):
        return False
    known = prose.references.knows(first.text) or any(
        fold(first.text) in n.split() for n in prose.block_names
    )
    return first.sign == SINGLE and not known


def _owns_person(prose: Prose, piece: Piece, match: re.Match[str]) -> bool:
    """Whether a whole name possesses a given name that is nobody else's: several bear each other out."""
    owner, owned = piece.marks[match.start("p")], piece.marks[match.start("part")]
    return (
        owner.sign == FULL
        and owned.sign == SINGLE
        and is_given_name(owned.text)
        and not prose.references.knows(owned.text)
        and not prose.is_director(owner.text)
    )


def _is_named_so(prose: Prose, piece: Piece, match: re.Match[str]) -> bool:
    """Whether what someone has is a part: a given name that nobody bears ("whose Frank is a hoot")."""
    part, player = piece.marks[match.start("part")], piece.marks[match.start("p")]
    between = set(piece.masked[match.start("p") : match.start("part")].split())
    return (
        player.sign == FULL
        and part.sign == SINGLE
        and between.isdisjoint(load_patterns("prose_words")["own_people"])
        and is_given_name(part.text)
        and not prose.references.knows(part.text)
        and not prose.is_director(player.text)
    )


def _is_told(prose: Prose, piece: Piece, match: re.Match[str]) -> bool:
    """Whether "that’s ⟨X⟩" behind a name says who plays it: a whole name behind one that is nobody’s here."""
    part, player = piece.marks[match.start("part")], piece.marks[match.start("p")]
    known = part.sign == SINGLE and prose.references.knows(part.text)
    if part.text.isupper() or piece.section == "headline":
        return False
    return player.sign == FULL and not known and fold(part.text) not in prose.block_names


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
_IN_A_LIST = re.compile(r", (?:and|or) ")
_NAME_BEHIND = re.compile(rf", ([{FULL}{SINGLE}])(?=[,.;)])")


def _described_as(piece: Piece, match: re.Match[str]) -> Iterator[FoundCredit]:
    """A part without a name: "Eddie Whaley Jr. is engaging as the boy interpreter"."""
    player = piece.marks[match.start("p")]
    named = _NAME_BEHIND.match(piece.masked, match.end())
    whole = named is not None and piece.masked[named.start(1)] == FULL
    if named and whole and _IN_A_LIST.match(piece.masked, named.end()):
        named = None  # "⟨X⟩ as the mayor, ⟨Y⟩, and ⟨Z⟩": the next of a list
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
    if any(fold(w) in stop or w in BREAKERS or w in _VERBS for w in words) or _IN_OTHER.match(
        piece.masked, match.end()
    ):
        return
    yield build_part(piece, match.start(), match.end(), player, " ".join(words), "as-description")


_NAMED = re.compile(rf"([{FULL}{SINGLE}]), $")


def _told_by_noun(piece: Piece, match: re.Match[str]) -> Iterator[FoundCredit]:
    """A part that only a noun for people tells: "the landlady, played by ⟨X⟩", "⟨X⟩’s brittle landlady"."""
    player, words, groups = piece.marks[match.start("p")], match["desc"].split(), load_patterns("prose_words")
    owned = match.start("p") < match.start("desc") and "(" not in match.group()
    if player.sign != FULL or looks_like_company(player.text) or not is_part(words[-1]):
        return
    if (owned and words[-1] in groups["own_people"]) or fold(words[-1]) in groups["not_a_part"]:
        return
    if not _VERBS.isdisjoint(words) or not BREAKERS.isdisjoint(words) or is_thought_of(piece, match.start()):
        return
    if is_replaced(piece, match.start(), match.end()) or _IN_OTHER.match(piece.masked, match.end()):
        return
    before = _NAMED.search(piece.masked, max(0, match.start() - 4), match.start())
    if before:  # "Anta, the student played by ⟨X⟩"
        yield build_part(
            piece, before.start(), match.end(), player, piece.marks[before.start(1)].text, "plays"
        )
        return
    owner = piece.marks.get(match.start("desc"))
    if owner:  # "Stella's father, played by ⟨X⟩"
        words[0] = f"{owner.text}'s"
    article = words[0] in ("the", "a", "an", "his", "her", "their", "its")
    yield build_part(piece, match.start(), match.end(), player, " ".join(words[article:]), "noun")


_WITH_ADJECTIVE = re.compile(r".['’]s? (?!young )[a-z-]+ ")


def _is_qualified_title(piece: Piece, match: re.Match[str], part: Mark) -> bool:
    """Whether an adjective stands before a possessed title: "Ridley Scott's original Blade Runner"."""
    several = part.sign == FULL and not is_part(part.text)
    return several and _WITH_ADJECTIVE.match(piece.masked, match.start()) is not None


# Behind these words stands a part: "Ryan Gosling plays Neil Armstrong as a closed door".
_PLAYED = re.compile(
    r"(?:\b(?:play(?:s|ed|ing)?|portray(?:s|ed|ing)?|voic(?:es|ing|ed)|embod(?:ies|ying)|essays|incarnates|limns"
    r"|impersonates|does|incarne|joue|interprète|spielt|verkörpert|interpreta|encarna)|\bas|\brole of) "
    r"(?:[\w’'-]+ ){0,2}$"
)
# Behind these words stands someone only thought of: "Think of Marlon Brando as Stanley Kowalski".
_THOUGHT_OF = re.compile(
    r"\b(?:think(?:s|ing)? of|imagines?|remember(?:s|ed)?|recall(?:s|ing)?|remind\w* (?:\w+ )?of|like"
    r"|unlike"
    r"|quot(?:es|ed|ing)|regard(?:s|ed|ing)?|mimic\w*|imitat\w+|parod\w+|cit(?:es|ed|ing)|mistak\w+|mistook"
    r"|consider(?:s|ed)?|describ\w+|evok\w+|want(?:s|ed|ing)?|envision\w*|sought|instead of|rather than"
    r"|compared (?:to|with)"
    r"|homage to|nod to|replac\w+|took over from|stepped in for) (?:the |a |an )?(?:[\w-]+ )?$"
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
