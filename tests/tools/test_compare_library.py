"""The page on the library says what the library holds, and what others have."""

from __future__ import annotations

import re

import pytest

from tests.thorough import some_of
from tools.compare_library import PAGE, block_of, written
from tools.library_figures import SCOPES, authored_words, catalogue, in_scope
from tools.library_tables import SLOW, TABLES, peers, ranges, scopes

TOLERANCE = 0.05
"""What moves with every sentence may be so far from the page before it has to be written anew."""
ABOUT = re.compile(r"about (\d[\d,]*)")
CLAIMS = re.compile(r"\b(?:compliant|certified|guarantee\w*|audit-ready|pass\w* (?:an?|the) audit)\b", re.IGNORECASE)
TEXT = PAGE.read_text(encoding="utf-8")


def kept(name: str) -> str:
    """Return a table as it stands in the page."""
    found = block_of(TEXT, name)
    assert found, f"docs/library.md has no place for the table {name}."
    return found[0].strip()


def rows_about(made: str, table: str) -> str:
    """Return the rows of a table that begin as those of another do: not all of a long one are made in every run."""
    firsts = {line.split("|")[1] for line in made.splitlines()}
    return "\n".join(line for line in table.splitlines() if line.split("|")[1] in firsts)


def figures(text: str) -> list[int]:
    return [int(number.replace(",", "")) for number in ABOUT.findall(text)]


@pytest.mark.parametrize("name", [pytest.param(name, marks=[pytest.mark.slow] * (name in SLOW)) for name in TABLES])
def test_each_table_is_what_the_content_gives(name: str) -> None:
    made = TABLES[name]() if name != "scopes" else scopes(some_of(SCOPES, 4))
    stands = rows_about(made, kept(name)) if name == "scopes" else kept(name)
    hint = "Run python -m tools.compare_library and look at the difference."
    assert ABOUT.sub("about", stands).splitlines() == ABOUT.sub("about", made).splitlines(), hint
    for there, now in zip(figures(stands), figures(made), strict=True):
        assert abs(there - now) <= max(10, TOLERANCE * now), hint


def test_every_choice_of_categories_has_its_row() -> None:
    assert len(kept("scopes").splitlines()) == len(SCOPES) + 2


def test_the_page_names_every_written_document_once_in_its_list() -> None:
    ids = re.findall(r"^\| ([A-Z]{3}-[A-Z0-9]+) \|", kept("documents"), re.MULTILINE)
    assert sorted(ids) == sorted(template.id for template in catalogue().templates)


def test_with_security_alone_every_criterion_is_reached_by_a_clause_that_a_company_adopts() -> None:
    alone = in_scope((), "type_2")
    assert alone.reached == alone.criteria == 33


def test_a_page_without_a_place_for_a_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for the table figures"):
        written("# The library\n")


def test_what_stands_between_the_tables_is_left_alone() -> None:
    ends = {name: block_of(TEXT, name) for name in TABLES}
    by_hand = TEXT
    for found in sorted((one for one in ends.values() if one), key=lambda one: -one.start()):
        by_hand = by_hand[: found.start()] + by_hand[found.end() :]
    assert "| --- |" not in by_hand
    assert "### Sources and doubts" in by_hand


def test_the_page_promises_nothing_that_only_an_auditor_could_say() -> None:
    assert CLAIMS.findall(TEXT) == []


def test_every_other_library_has_its_source_its_counts_and_something_it_does_better() -> None:
    read = peers()
    for one in read["peers"]:
        assert re.search(r"github\.com/\S+ .*20\d\d", one["read"]), one["name"]
        assert one["better"], one["name"]
        assert one["counts"].keys() <= read["counts"].keys(), one["name"]
        assert one.get("can", {}).keys() <= read["questions"].keys(), one["name"]
    assert read["can"].keys() == read["questions"].keys()


def test_words_are_counted_as_a_person_reads_them() -> None:
    clause = "1. @who The {{ role | each }} signs {% if x %}twice{% endif %}, on the form's copy. [ACC-07]"
    assert authored_words(clause) == len(["The", "value", "signs", "twice", "on", "the", "form's", "copy"])
    assert authored_words("Also see [ref](POL-ACP/who).") == len(["Also", "see", "ref"])


@pytest.mark.parametrize(
    ("controls", "said"),
    [
        ((), "-"),
        (("ACC-03", "ACC-01", "ACC-02", "ACC-01"), "ACC-01 to 03"),
        (("CHG-07", "ACC-09", "ACC-11"), "ACC-09, ACC-11, CHG-07"),
    ],
)
def test_control_ids_are_said_shortly(controls: tuple[str, ...], said: str) -> None:
    assert ranges(controls) == said
