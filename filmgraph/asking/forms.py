"""The forms of question: patterns of words, and what each is read as.

Each line of the tables is a form and the function that builds its reading. They
are tried in order; the first that takes in every word of the question is taken.
"""

from __future__ import annotations

from functools import cache

from filmgraph.asking.builders import (
    Builder,
    build_adapted_by,
    build_adapted_works,
    build_all_films,
    build_anyone,
    build_based_films,
    build_cast,
    build_cast_people,
    build_composers,
    build_countries,
    build_film_set,
    build_films,
    build_made_films,
    build_makers,
    build_people,
    build_people_of,
    build_released_in,
    build_role_of,
    build_running_time,
    build_shared_films,
    build_sources_of,
    build_whether_did,
    build_whether_directed,
    build_whether_role,
    build_whether_together,
    build_work_on,
    build_worked_with,
    build_works,
    build_writers,
    build_year,
)
from filmgraph.asking.patterns import compile_pattern

_FILMS = "films|film|movies|movie|pictures|titles"
LEAD = frozenset(
    "please tell show me us list give name find which what all the every any can could you do i want know to "
    "see in on for".split()
)
LIST_GLUE = frozenset({"and", ","})
# Kinds of source work, by the words of questions; "" is every work, "book" every kind of book.
WORKS = {
    "work": "", "works": "", "texts": "", "source": "", "sources": "", "material": "",
    "book": "book", "books": "book", "novel": "novel", "novels": "novel", "play": "play", "plays": "play",
    "story": "short stories", "stories": "short stories", "memoir": "memoir", "memoirs": "memoir",
    "comic": "comic", "comics": "comic", "article": "article", "articles": "article",
}  # fmt: skip

_HAVE = "have|has|had|ever|also|did"
_WORKED = "worked|work|works|working|collaborated|collaborate|collaborates"
_STARRING = "star|stars|starring|starred|feature|features|featuring|featured|with"
_MADE_FROM = "that|which? are|is|were|was? based|adapted|inspired|made on|upon|from|by"

# Words between which and a year the films of an answer are narrowed.
CONDITIONS = frozenset({"before", "after", "since", "until", "between", "from", "in", "during"})
# What may follow "how many films did X direct" and changes nothing.
TAIL = (
    ("are", "there"),
    ("are", "in", "the", "store"),
    ("in", "the", "store"),
    ("do", "you", "have"),
    ("do", "you", "know"),
    ("in", "all"),
    ("in", "total"),
    ("so", "far"),
    ("altogether",),
)

# The forms of question, tried in order.
FORMS: tuple[tuple[str, Builder], ...] = (
    (f"{{asked}} else? who|that|which? {_HAVE}? {_HAVE}? {_WORKED} with both? {{agents}}", build_people),
    (f"{{asked}} who|that|which? {_HAVE}? {_HAVE}? {_WORKED} on|for|in both? {{filmsets}}", build_people),
    (f"{{asked}} has|have|did|does|do both? {{agents}} ever|already|both? {_WORKED} with|alongside",
     build_people),
    ("who|character|characters|part|role|figure did|does|do {agent} play|portray|plays in {film}",
     build_cast),
    ("who plays|played|portrays|portrayed|is the? role|part? of? {character} in {film}", build_cast),
    ("characters are|appear? in|of {film}", build_cast),
    ("who plays|played whom|who in {film}", build_cast),
    (f"{{asked}} who|that|which? {_HAVE}? {_HAVE}? {{verb}} in|on|for? both? {{filmsets}}", build_people),
    ("{asked} {verb} {filmsets} in|for the? {territory}", build_released_in),
    ("{asked} both? {verb} ,|and ,|and|also? also? {also} {filmsets}", build_people),
    (f"{{asked}} who|that|which? have|has? also {{also}} in? their|a|the? own|same? {_FILMS}?", build_people),
    ("who|whom composed|wrote|made|scored|did the? music|score|soundtrack for|of|to|in {filmsets}",
     build_composers),
    ("who made {filmsets}", build_makers),
    ("who adapted {filmsets}", build_writers),
    ("who wrote|did the? {role} of|for|on {filmsets}", build_role_of),
    ("{asked} who? was|were|is|are|appear|appeared|appears? in both? {filmsets}", build_cast_people),
    ("{asked} who? was|were|is|are? credited? of|on|for|behind both? {filmsets}", build_people),
    ("who is|was|are|were the? {role} of|on|for|behind both? {filmsets}", build_role_of),
    ("{asked} do|did|does {agents} share|have in? common?", build_people),
    ("{asked} common|shared to|by both? {agents}", build_people),
    ("{asked} {agents} have|share in? common?", build_people),
    (f"{_FILMS} did|does|do|has|have {{agent}} {{verb}} in|on|for?", build_films),
    (f"{_FILMS} did|does|do|has|have {{agent}} make|made|makes", build_made_films),
    (f"{_FILMS} did|does|do|has|have {{agent}} make|made|makes with {{agents}}", build_films),
    (f"{_FILMS} did|does|do|has|have {{agent}} {_WORKED} on|in|for", build_films),
    (f"{_FILMS} did|does|do|has|have {{agent}} {{verb}} in? with|for {{agents}}", build_films),
    (f"{_FILMS} did|do|have {{agents}} share|have|make|made in? common|together?", build_shared_films),
    (f"{_FILMS} did|do|have {{agents}} both? ever? {_WORKED} on|in? together?", build_shared_films),
    (f"{_FILMS} did|do|have {{agents}} both? {{verb}} in|on|for? together?", build_shared_films),
    (f"have|has|did|do|does {{agents}} ever? {_WORKED} together? on|in? a|any|one|the? same? {_FILMS}? "
     "together?", build_whether_together),
    (f"have|has|did|do|does {{agents}} ever? make|made a|any? {_FILMS} together", build_whether_together),
    (f"have|has|did|do|does {{agent}} ever? {_WORKED} with|for {{agents}}", build_whether_together),
    ("have|has|did|do|does {agent} ever? {verb} in|on|for? {film}", build_whether_did),
    ("is|was|were {film} {verb} by {agent}", build_whether_did),
    ("is|was|are|were {agent} a|an|one|the? of? the? {role} of|on|for|in|behind {film}", build_whether_role),
    (f"has|have|did|does|do anyone|anybody|someone|somebody ever? {_WORKED} with both? {{agents}}",
     build_anyone),
    ("have|has|did|do|does {agent} ever? {verb} {performers}", build_whether_directed),
    ("who|whom? is|are|was|were? {agent} {role}", build_people_of),
    ("when|year was|is|did {film} from|made|released|produced|shot|come|out|appear? out?", build_year),
    ("year is|was the? year? of? {film}", build_year),
    ("where was|is|were {film} from|made|produced", build_countries),
    ("country|countries is|are|was|were|does|did {film} from|made|produced|come in|by|from?",
     build_countries),
    ("country|countries made|produced {film}", build_countries),
    ("how long is|was|does|did {film} run|last|take?", build_running_time),
    ("is|was? the? running|run|runtime|length|duration time? of|for {film}", build_running_time),
    ("did|has|does|was|is {agent} do|done|contribute on|in|for|to|with {film}", build_work_on),
    ("is|was|are|were? {agent} role|roles|job|jobs|credit|credits|function|part|work on|in|for {film}",
     build_work_on),
    ("how was|is|were {agent} credited|involved on|in|for|with {film}", build_work_on),
    ("year does|did {film} date|come|stem|appear from|out?", build_year),
    ("did|has|does {agent} {verb} in|on|for?", build_films),
    ("did|has|does {agent} {verb} in? with|for {agents}", build_films),
    ("is|are|was|were? {filmset}", build_film_set),
    ("who plays|played|portrays|portrayed the? role|part? of? {figure}", build_cast),
    ("{work}? is|was {film} based|adapted|inspired|made on|upon|from|by", build_works),
    ("{work}? did|does {film} come|adapt from?", build_works),
    ("who wrote the? {work} that|which|behind? {film} is|was? based|adapted? on|upon|from?", build_works),
    ("who is|was|are|were the? author|authors|writer|writers of|behind the? {work} that|which? {film} "
     "is|was? based|adapted? on|upon|from?", build_works),
    ("{work} by|of|from {agent} was|were|have|has|are? been? adapted|filmed|made|turned into|as? a? "
     f"{_FILMS}?", build_works),
    ("{work} by|of|from {agent} was|were|have|has|are? been? adapted|filmed|made|turned into|as? a? "
     f"{_FILMS}? ,? and by? whom|who", build_adapted_works),
    ("is|was|were {film} based|adapted|made|taken on|upon|from|by a|an|any|the? {work}", build_sources_of),
    ("{work} did|has|have|does {agent} adapt|adapted|film|filmed for? the? screen?", build_adapted_by),
    ("{work} was|were|have|has|are|that|which? been|were? adapted|filmed by {agent}", build_adapted_by),
    (f"{_FILMS} that|which? are|were adaptations|adapted|based", build_based_films),
    (f"{_FILMS} {_MADE_FROM} a|an|the? {{work}} by|of {{agent}}", build_based_films),
    (f"{_FILMS} {_MADE_FROM} a|an? {{work}}", build_based_films),
    (f"{_FILMS} {_MADE_FROM} {{agent}}", build_based_films),
    ("who? is|are|was|were? the? {role} of {agents}", build_worked_with),
    (f"{_FILMS} that|which? are|were|was? made|produced|shot|released|come? in|from {{country}}",
     build_all_films),
    (f"{_FILMS} that|which? are|were|was? made|produced|shot|released?", build_all_films),
)  # fmt: skip

# Questions about a name alone, which a page answers.
NAME_FORMS = (
    "who|what is|was|are|were|has|have been? {agent} in|known|famous|doing? for|on?",
    "who|what is|was|are|were {film} about?",
    "what has|did|have {agent} been|done|do|did? in|on?",
    "about {agent}",
    "about {film}",
    "{agent}",
    "{film}",
)

# One film condition inside a question, with the slot values that make its sides.
FILM_CLAUSES = (
    f"the? {_FILMS} that|which? are|were|is|was? {{verb}} by {{agent}}",
    f"the? {_FILMS} that|which? {{agent}} {{verb}} in|on?",
    f"the? {_FILMS} that|which? {{agent}} has|have {{verb}} in|on?",
    f"the? {_FILMS} that|which? {{director}} made|makes",
    f"the? {_FILMS} of|by {{director}}",
    f"the? {_FILMS} that|which? {{agent}} {_WORKED} on|in|for",
    f"the? {_FILMS} that|which? {_STARRING} both? {{performers}}",
    f"the? {_FILMS} with|by|of? {{agent}} as|being a|an|the|its? {{role}}",
    f"the? {_FILMS} with|have|has|had|whose|featuring a|the|their|its? {{role}} is|was|are? by|from|of "
    "{agent}",
    f"the? {_FILMS} that|which? have|has {{agents}}",
    f"{{director}} {_FILMS}",
)
MORE_CLAUSES = (
    "and? that|which? are|were|is|was? {verb} by {agent}",
    "and that|which? {agent} {verb} in|on?",
    "and? with|have|has? a|the|their|its? {role} is|was? by|from|of {agent}",
    f"and? that|which? {_STARRING} both? {{performers}}",
)


@cache
def grammar_words() -> frozenset[str]:
    """Every literal word of the forms: where a name may end, and what needs no placing."""
    patterns = [form for form, _ in FORMS] + [*FILM_CLAUSES, *MORE_CLAUSES]
    literal = (word for p in patterns for element in compile_pattern(p) for word in element.words)
    return frozenset(literal) | LEAD | LIST_GLUE | {"both", "with", "s"} | CONDITIONS
