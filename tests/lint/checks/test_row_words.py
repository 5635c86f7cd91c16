"""Every field a person fills in says what it asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.lint.broken import seen, shipped

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue


def with_table(id_: str, **changes: object) -> Catalogue:
    tables = (replace(one, **changes) if one.id == id_ else one for one in shipped().tables)  # type: ignore[arg-type]
    return replace(shipped(), tables=tuple(tables))


def with_column(table: str, id_: str, **changes: object) -> Catalogue:
    columns = shipped().table[table].columns
    return with_table(
        table,
        columns=tuple(replace(one, **changes) if one.id == id_ else one for one in columns),  # type: ignore[arg-type]
    )


def test_a_field_without_words_is_named() -> None:
    kept = tuple(column for column in shipped().table["people"].columns if column.id != "moved_on")
    (fault,) = seen("row-words", with_table("people", columns=kept))
    assert "The field moved_on of people has no words" in fault.message
    assert fault.where.startswith("resources/words/en/interview.yaml, line ")


def test_words_for_a_field_that_is_gone_are_named() -> None:
    faults = seen("row-words", with_column("systems", "mfa", id="mfaa"))
    assert {fault.message.partition(" of ")[0] for fault in faults} == {
        "The field mfa",
        "There are words for a field mfaa",
    }


def test_a_choice_without_words_and_words_without_a_choice_are_named() -> None:
    changed = with_column("vendors", "tier", choices=("critical", "important", "small"))
    faults = seen("row-words", changed)
    assert [fault.message.partition(" of ")[0] for fault in faults] == [
        "The choice low",
        "There are words for a choice small",
    ]


@pytest.mark.parametrize("name", ["title", "intro", "one", "add", "empty"])
def test_empty_words_of_a_table_are_named(name: str) -> None:
    (fault,) = seen("row-words", with_table("roles", **{name: " "}))
    assert fault.message == f"The words {name} are empty."


@pytest.mark.parametrize("name", ["label", "heading"])
def test_empty_words_of_a_field_are_named(name: str) -> None:
    assert len(seen("row-words", with_column("people", "end", **{name: ""}))) == 1


def test_a_table_without_words_and_words_for_no_table_are_named() -> None:
    faults = seen("row-words", with_table("vendors", id="suppliers"))
    assert any("The table vendors has no words" in fault.message for fault in faults)
    assert any("a table suppliers, which nobody fills in" in fault.message for fault in faults)


def test_a_table_that_no_page_shows_is_named() -> None:
    pages = tuple(replace(page, tables=()) if page.id == "vendors" else page for page in shipped().pages)
    (fault,) = seen("row-words", replace(shipped(), pages=pages))
    assert "vendors stands on 0 pages" in fault.message
