"""Two sources never share eight words in a row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.lint.broken import PATH, at, document, seen, shipped, written

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Fault

WORDS = "nobody ever carries seven yellow umbrellas into rooms"
OTHER = "policy_templates/en/policies/other.md"


def _two(one: str, other: str) -> Catalogue:
    """The shipped words with two documents of these texts in place of ours."""
    first, second = (document(f"## @one One\n\n{text}") for text in (one, other))
    return replace(shipped(), templates=(first, replace(second, id="POL-TWO", path=OTHER)), partials=(), lessons=())


def _wheres(catalogue: Catalogue) -> list[str]:
    return [fault.where for fault in seen("said-once", catalogue)]


def test_shared_words_are_named_at_both_places() -> None:
    catalogue = _two(f"We say: {WORDS}.", f"- {WORDS.upper()}, they say.")
    faults: tuple[Fault, ...] = seen("said-once", catalogue)
    assert [fault.where for fault in faults] == [f"{OTHER}, line 14", at(14)]
    assert [fault.message.partition('" stands')[0][1:] for fault in faults] == [WORDS, WORDS]
    assert "POL-TWO" in faults[1].message


def test_a_longer_run_is_told_once_and_whole() -> None:
    longer = f"{WORDS} with a rather long corridor"
    messages = [fault.message for fault in seen("said-once", _two(f"{longer}.", f"So {longer}, or not."))]
    assert len(messages) == 2
    assert all(longer in message for message in messages)


def test_forms_and_tables_count() -> None:
    assert _wheres(_two(f"| A |\n| --- |\n| {WORDS} |", f"```form\n{WORDS} | date |\n```"))


@pytest.mark.parametrize(
    "other",
    [
        "Nobody ever carries seven yellow umbrellas into a room.",
        "Nobody ever carries seven {{ service }} yellow umbrellas into rooms.",
        "Nobody ever carries {% if has_office %}seven{% endif %} yellow umbrellas into rooms.",
        "Nobody ever carries seven\n\nyellow umbrellas into rooms.",
        f"### @two {WORDS}",
    ],
)
def test_fewer_words_and_what_is_parted_may_stand_twice(other: str) -> None:
    assert _wheres(_two(f"{WORDS}.", other)) == []


def test_a_document_may_repeat_itself_and_what_it_includes() -> None:
    assert seen("said-once", written("## @one One", "", f"{WORDS}.", "", f"{WORDS}.")) == ()
    pieces = {"end.md": f"## @end End\n\n{WORDS}.\n"}
    assert seen("said-once", written(f"{WORDS}.", "", "{% include 'end.md' %}", pieces=pieces)) == ()


def test_names_of_laws_and_statements_may_be_repeated() -> None:
    law = "the act respecting the protection of personal information in the private sector"
    assert _wheres(_two(f"Read {law}.", f"See {law} too.")) == []
    assert _wheres(_two("One.", shipped().control["HRS-07"].statement)) == []


def test_words_of_requests_count() -> None:
    requests = (replace(shipped().requests[0], request=WORDS), *shipped().requests[1:])
    faults = seen("said-once", replace(_two(f"{WORDS}.", "Two."), requests=requests))
    assert {fault.where.partition(", line")[0] for fault in faults} == {PATH, "resources/words/en/requests.yaml"}


def test_our_sources_say_things_once() -> None:
    assert seen("said-once", shipped()) == ()
