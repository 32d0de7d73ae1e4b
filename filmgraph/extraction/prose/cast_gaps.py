"""Players and parts behind a clause that has the verb: "Ann is Ida; Bo the baker Max, Cy the old Otto".

Critics say the verb once and leave it out for the rest of the row. What such a row holds is read only right
behind a clause that says who plays whom, and only where an article or a definite noun stands before the part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.extraction.cast.actors import is_part
from filmgraph.extraction.names.mentions import looks_like_company
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.prose.masking import FULL, SINGLE, Mark, Piece
from filmgraph.model.names import fold

_ARTICLE = (
    r"(?:(?:the|a|an|his|her|their|il|lo|la|le|el|los|las|un|une|una|uno|der|die|das|den|dem|ein|eine|de|het|een|o|os"
    r"|del|du|al|do|da|sein|seine|seinen|ihr|ihre|ihren|einen|son|sa|leur|su|suo|sua|seu|zijn|haar|hun|hans|hennes"
    r"|hendes|sin|den)"
    r" |l['’]|un['’])(?:[\w’'-]+ ){0,3}?"
)
# "elskerinnen Lotte": Scandinavian nouns bear their article at the end.
_DEFINITE = r"[a-zæøåäö]{3,}(?:en|et|an) "
_AND = r"(?:(?:and|while|e|ed|et|und|y|og|och|en|mentre|tandis que|während) )?"
_GAP = re.compile(
    rf"[^.:()\n\ue000\ue002-\ue0ff]{{0,130}}?(?:[,;] {_AND}| (?:and|e|ed|et|und|y|og|och|en) )"
    rf"(?P<p>{FULL}),? (?:{_ARTICLE}|{_DEFINITE})(?P<part>[{FULL}{SINGLE}])"
    r"(?=[,.;)]| and | e | ed | et | und | y | og | och | who | che | qui | der | die | que )"
)
# "Ida is played by Ann Lee, the baker Max by Bo Ray": the verb is left out with its participle.
_BY = r"(?:by|par|av|af|door|durch|von|por|da|dal|dalla)"
_BY_GAP = re.compile(
    rf"[^.:()\n\ue000-\ue0ff]{{0,60}}?(?:[,;] {_AND}| (?:and|e|ed|et|und|y|og|och|en) )"
    rf"(?:[\w’'-]+ ){{0,4}}?(?P<part>[{FULL}{SINGLE}])(?:, [^.;:()\n\ue000-\ue0ff]{{1,60}}?)?,? {_BY} "
    rf"(?:[\w’'-]+,? ){{0,4}}?(?P<p>{FULL})"
)


_NOUN_GAP = re.compile(
    rf"(?:[,;] {_AND}| (?:and|e|et|und|y) )(?P<p>{FULL}),? (?:the|a|an|his|her|their) "
    r"(?P<desc>(?:[\w’'-]+ ){0,2}?[\w’'-]+)(?=[,.;)]| and | who )"
)


def find_gapped_nouns(piece: Piece, end: int) -> Iterator[tuple[int, int, Mark, str]]:
    """The same for parts that only a noun tells: "Ann plays the landlady, Bo Ray the cop, Cy Orr the dog"."""
    match = _NOUN_GAP.match(piece.masked, end)
    while match and is_part(match["desc"].split()[-1]):
        yield match.start("p"), match.end(), piece.marks[match.start("p")], match["desc"]
        match = _NOUN_GAP.match(piece.masked, match.end())


def find_gapped_players(piece: Piece, end: int) -> Iterator[tuple[int, int, Mark, Mark]]:
    """The same behind a participle: "Ida is played by Ann, the baker Max by Bo Ray"."""
    match = _BY_GAP.match(piece.masked, end)
    while match and not looks_like_company(piece.marks[match.start("p")].text):
        yield (
            match.start("part"),
            match.end(),
            piece.marks[match.start("p")],
            piece.marks[match.start("part")],
        )
        match = _BY_GAP.match(piece.masked, match.end())


def find_gapped(piece: Piece, end: int) -> Iterator[tuple[int, int, Mark, Mark]]:
    """The clauses without a verb behind the masked offset `end`: their range, player and part."""
    match = _GAP.match(piece.masked, end)
    while match:
        player, part = piece.marks[match.start("p")], piece.marks[match.start("part")]
        if looks_like_company(player.text) or fold(part.text) in load_patterns("prose_words")["not_played"]:
            return  # "Ann spielt Klavier, Bo Ray die Geige"
        yield match.start("p"), match.end(), player, part
        match = _GAP.match(piece.masked, match.end())
