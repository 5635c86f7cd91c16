from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from soc2desk.app.pages import page_of
from soc2desk.app.search import Entry, Sort, entries, found
from soc2desk.domain.client_controls import ListedControl
from soc2desk.domain.terms import Term
from tests.composed import after, catalogue, composed, sample
from tests.entered import entered, evidence, record

TERM = Term("carve_out", "Carve-out method", "A vendor's controls are named and left to the vendor's own report.")

KEPT = {
    "records.restore-3": record("backup_restore_test", "BCP-04/2026-Q4", test_date="2026-11-18 09:00", system="GitHub"),
    "evidence.e-0007": evidence("Firewall rules as exported", requests=["ER-060"], source="Nordet console"),
}


@cache
def everything() -> tuple[Entry, ...]:
    made = composed(entered(sample("clinique-erable"), KEPT))
    content = replace(made.engagement.catalogue, terms=(TERM,))
    return entries(replace(made, engagement=replace(made.engagement, catalogue=content)), {"readiness": "Readiness"})


def titles(text: str, most: int = 12) -> list[str]:
    return [one.title for one in found(everything(), text, most)]


def test_there_is_something_of_every_sort_and_each_leads_somewhere() -> None:
    assert {one.kind for one in everything()} == set(Sort)
    assert "overview" not in {page_of(catalogue(), one.place) for one in everything()}
    assert all(one.title for one in everything())


@pytest.mark.parametrize("typed", ["acc-07", "ACC-07", " Acc-07 "])
def test_an_id_finds_its_control_first(typed: str) -> None:
    assert found(everything(), typed)[0].place == "control_states.ACC-07"


def test_a_number_of_the_clients_own_finds_its_control_first() -> None:
    both = Entry(
        Sort.CONTROL, "control_states.ACC-07", "AC-2, AC 3 (ACC-07) Review", id="ACC-07", numbers=("AC-2", "AC 3")
    )
    other = Entry(
        Sort.CONTROL, "control_states.ACC-08", "AC-21, AC 31 (ACC-08) Review", id="ACC-08", numbers=("AC-21",)
    )
    for typed in ("ac-2", "AC 3", "acc-07"):
        assert found((other, both), typed)[0] == both
    one = ListedControl(
        "c-1", "AC-2", "We look.", controls=("ACC-07",), confirmed_by="dana-whitfield", confirmed_on=date(2026, 11, 2)
    )
    made = composed(replace(sample("brightwater"), listed_controls=(one,)))
    assert found(entries(made), "ac-2")[0].place == "control_states.ACC-07"


def test_ids_of_criteria_documents_and_questions_are_found_first_too() -> None:
    assert found(everything(), "cc6.1")[0].place == "criteria.CC6.1"
    assert found(everything(), "pol-acp")[0].place == "documents.POL-ACP"
    assert found(everything(), "access_review_period")[0].place == "answers.access_review_period"


def test_records_and_evidence_are_found_by_what_they_are_called() -> None:
    (test,) = (one for one in found(everything(), "restore github") if one.kind is Sort.RECORD)
    assert (test.place, test.id) == ("records.restore-3", "restore-3")
    (piece,) = (one for one in found(everything(), "firewall exported") if one.kind is Sort.EVIDENCE)
    assert (piece.title, piece.place) == ("Firewall rules as exported", "evidence.e-0007")
    assert found(everything(), "E-0007")[0] == piece
    assert piece in found(everything(), "nordet console")


def test_accents_and_capitals_make_no_difference() -> None:
    plain, accented = (found((Entry(Sort.PERSON, "people.x", "Zoë Œuvrard-L'Érable"),), text)
                       for text in ("zoe oeuvrard erable", "ZOË ŒUVRARD érable"))  # fmt: skip
    assert plain == accented != ()


def test_every_word_must_be_there_in_any_order() -> None:
    assert "Carve-out method" in titles("vendor carve")
    assert titles("carve zebra") == []


def test_beginnings_of_words_come_before_what_stands_inside_them() -> None:
    inside = Entry(Sort.DOCUMENT, "documents.A", "Preview of things")
    start = Entry(Sort.DOCUMENT, "documents.B", "A yearly view")
    detail = Entry(Sort.DOCUMENT, "documents.C", "Another", "view from the hill")
    assert found((inside, detail, start), "view") == (start, detail, inside)


def test_what_fits_equally_keeps_its_order() -> None:
    same = tuple(Entry(Sort.SECTION, f"documents.{n}", "Purpose", f"Policy {n}") for n in range(30))
    assert found(same, "purpose", 30) == same
    assert found(same, "purpose") == same[:12]


def test_a_hidden_question_is_last_and_marked() -> None:
    hidden = [one for one in everything() if one.hidden]
    assert hidden
    assert all(one.kind is Sort.QUESTION for one in hidden)
    made = entries(after("brightwater", "has_office=no", "runs_own_equipment=no"))
    last = found(made, "equipment", 99)[-1]
    assert (last.hidden, last.place) == (True, "answers.has_equipment_room")


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "()", "/"])
def test_nothing_typed_finds_nothing(typed: str) -> None:
    assert found(everything(), typed) == ()


@pytest.mark.parametrize("typed", ["*", "[a-z", "\\", "{% if %}", "\x00", "\ud800", "x" * 100_000, "a " * 50_000])
def test_odd_input_finds_what_it_says_or_nothing(typed: str) -> None:
    assert len(found(everything(), typed)) <= 12


def test_asking_for_none_gives_none() -> None:
    assert found(everything(), "access", 0) == ()
    assert found(everything(), "access", -1) == ()
