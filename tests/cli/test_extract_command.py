"""`extract` prints one JSON object a document, also where a page is about several films."""

import json
from pathlib import Path

from command_line import run

PAGE = """THE SON (2002)
Directed by Luc Dardenne
Cast: Olivier Gourmet, Morgan Marinne
103 min

READ MY LIPS (2001)
Directed by Jacques Audiard
Cast: Vincent Cassel, Emmanuelle Devos
115 min
"""


def test_a_page_with_two_films_is_one_object(tmp_path: Path) -> None:
    path = tmp_path / "programme.txt"
    path.write_text(PAGE, encoding="utf-8")
    (line,) = run("extract", str(path), "--format", "jsonl").stdout.splitlines()
    page = json.loads(line)
    assert page["film"]["title"] == "THE SON"
    (other,) = page["more_films"]
    assert {c["agent"] for c in other["credits"]} == {"Jacques Audiard", "Vincent Cassel", "Emmanuelle Devos"}
    assert [(o["title"], o["director"]) for o in page["other_films"]] == [("READ MY LIPS", "Jacques Audiard")]
    for one in (*page["credits"], *page["other_films"], *other["credits"]):
        assert PAGE[one["start"] : one["end"]] == one["quote"]
