"""Jobs behind the names of a list, which say more than its heading, and brackets that are no jobs."""

from __future__ import annotations

import pytest
from extracted import credits_of

HEAD = "Stray Dogs\n\nDirected by\nAnn Lee\n\n"
DIRECTOR = ("director", "Ann Lee")


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        (
            "Produced by\nBo Ekman\t...\tproducer\nCy Dunn\t...\tco-producer\n"
            "Eva Roth\t...\texecutive producer",
            {("producer", "Bo Ekman"), ("co-producer", "Cy Dunn"), ("executive-producer", "Eva Roth")},
        ),
        (
            "Produced by\nBo Ekman .... producer\nCy Dunn .... associate producer (as C. Dunn)",
            {("producer", "Bo Ekman"), ("associate-producer", "Cy Dunn")},
        ),
        (
            "Produced by\nBo Ekman (producer)\nCy Dunn (executive producer)",
            {("producer", "Bo Ekman"), ("executive-producer", "Cy Dunn")},
        ),
        (
            "Producers: Bo Ekman, Cy Dunn (co-producer), Eva Roth (executive)",
            {("producer", "Bo Ekman"), ("co-producer", "Cy Dunn"), ("executive-producer", "Eva Roth")},
        ),
        (
            "Producteurs : Bo Ekman, Cy Dunn (exécutif)",
            {("producer", "Bo Ekman"), ("executive-producer", "Cy Dunn")},
        ),
        (
            "Writing Credits\nBo Ekman\t...\t(novel)\nCy Dunn\t...\t(screenplay)",
            {("screenwriter", "Cy Dunn")},
        ),
        ("Writers: Bo Ekman (novel), Cy Dunn (screenplay)", {("screenwriter", "Cy Dunn")}),
        ("Drehbuch: Cy Dunn, Bo Ekman (Roman)", {("screenwriter", "Cy Dunn")}),
        (
            "Sound Department\nBo Ekman\t...\tsound editor\nCy Dunn\t...\tbiscuit wrangler",
            {("sound-editor", "Bo Ekman")},
        ),
        (
            "Music by\nBo Ekman\t...\t\nCy Dunn\t...\t(as C. Dunn)",
            {("composer", "Bo Ekman"), ("composer", "Cy Dunn")},
        ),
        ("Editing\nBo Ekman\nCy Dunn (uncredited)", {("editor", "Bo Ekman"), ("editor", "Cy Dunn")}),
        (
            "Producers: Bo Ekman (ARTE), Cy Dunn (Acme Films)",
            {("producer", "Bo Ekman"), ("producer", "Cy Dunn"), ("production-company", "Acme Films")},
        ),
        ("Editor: Bo Ekman (Berlin), Cy Dunn (additional)", {("editor", "Bo Ekman"), ("editor", "Cy Dunn")}),
        (
            "Camera: Bo Ekman (colour, 35mm), Cy Dunn",
            {("cinematographer", "Bo Ekman"), ("cinematographer", "Cy Dunn")},
        ),
        ("Commissioning Editors\nBo Ekman (ARTE)", {("commissioning-editor", "Bo Ekman")}),
    ],
)
def test_the_job_behind_a_name(text: str, credits: set[tuple[str, str]]) -> None:
    assert credits_of(HEAD + text) == {DIRECTOR, *credits}
