"""Short forms of given names in film credits, each line the forms of one name."""

from __future__ import annotations

from collections import defaultdict

_FORMS = """
alexander alex al sandy sasha
albert al bert bertie
alfred al alf alfie fred
andrew andy drew
anthony tony
arthur art artie
barbara barb babs
benjamin ben benny bennie
bernard bernie
bradford brad
bradley brad
catherine cathy kate katie
charles charlie chuck chas
christopher chris kit
christine chris tina
daniel dan danny
david dave davy
deborah debbie deb
donald don donny
dorothy dot dottie
edmund ed eddie ned
edward ed eddie ned ted teddy
edwin ed eddie
elizabeth beth betty liz lizzie eliza bess
ernest ernie
eugene gene
florence flo
francis frank frankie
franklin frank
frederick fred freddie freddy
gerald gerry jerry
gregory greg
harold hal harry
henry harry hank
herbert herb bert
jacob jake
jacqueline jackie
james jim jimmy jamie
jeffrey jeff
jennifer jenny jen
jerome jerry
john jack johnny
jonathan jon
joseph joe joey
joshua josh
judith judy
katherine kate kathy katie
kenneth ken kenny
laurence lawrence larry
leonard len lenny leo
louis lou
louise lou
margaret maggie peggy meg
martin marty
matthew matt
maximilian max
michael mike mickey mick
mitchell mitch
nathaniel nat nathan
nicholas nick nicky
norman norm
pamela pam
patricia pat patty
patrick pat paddy
peter pete
philip phil
phillip phil
raymond ray
rebecca becky
richard rick ricky dick rich richie
robert bob bobby rob robbie bert
ronald ron ronnie
rosemary rose
samuel sam sammy
sidney sid
stanley stan
stephen steve
steven steve
stuart stu
susan sue susie
sylvester sly
terence terry
theodore ted teddy theo
theresa terry tess
thomas tom tommy
timothy tim
valerie val
victor vic
vincent vince vinnie
virginia ginny
walter walt wally
wilfred wilf
william bill billy will willie
"""


def _index() -> dict[str, frozenset[int]]:
    rows: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_FORMS.strip().splitlines()):
        for form in line.split():
            rows[form].add(number)
    return {form: frozenset(numbers) for form, numbers in rows.items()}


_ROWS = _index()


def nickname_rows(given: str) -> frozenset[int]:
    """The numbers of the names that a folded given name is a form of; empty where it is none."""
    return _ROWS.get(given, frozenset())


def share_a_nickname(left: str, right: str) -> bool:
    """Whether two folded given names are forms of one name.

    >>> share_a_nickname("bob", "robert"), share_a_nickname("frank", "robert")
    (True, False)
    """
    return not nickname_rows(left).isdisjoint(nickname_rows(right))
