"""The public notice and the privacy policy say what was answered, and mark what was not."""

from __future__ import annotations

import pytest

from soc2desk.document.blocks import Form, Table
from tests.composed import after, document, of_sample, words

SAMPLE = "clinique-erable"
PAPERS = ("POL-PRN", "POL-PRP")


def test_the_notice_has_no_blank_to_fill() -> None:
    notice = document(of_sample(SAMPLE), "POL-PRN")
    assert not [block for block in notice.blocks if isinstance(block, Form)]
    assert not [block for block in notice.blocks if isinstance(block, Table) and (block.blank_rows or not block.rows)]
    assert "This version applies from 1 December 2026." in words(notice)
    assert "vieprivee@erable.example" in words(notice)


@pytest.mark.parametrize(
    "question", ["privacy_purposes", "privacy_sources", "information_kept", "privacy_contact", "notice_from"]
)
def test_an_open_answer_is_a_marked_phrase_that_stops_a_final_packet(question: str) -> None:
    made = after(SAMPLE, f"{question}=")
    point = next(point for point in made.points if point.question == question)
    assert point.state == "open"
    assert document(made, "POL-PRN").title in point.documents
    assert f"[{made.engagement.catalogue.questions[question].label}]" in words(document(made, "POL-PRN"))


def test_decisions_by_a_machine_and_profiling_are_told_where_quebec_asks_for_it() -> None:
    assert "No decision about you is made" in words(document(of_sample(SAMPLE), "POL-PRN"))
    told = after(
        SAMPLE, "automated_decisions=yes", "automated_decisions_said=Late bookings are refused by rule.",
        "profiling_technology=yes", "profiling_said=Nearest clinic uses your location once you switch it on.",
    )  # fmt: skip
    for paper in PAPERS:
        assert "Late bookings are refused by rule." in words(document(told, paper))
        assert "Nearest clinic uses your location" in words(document(told, paper))
    elsewhere = after(SAMPLE, "quebec_law_applies=no")
    assert elsewhere.engagement.names.stated["automated_decisions"].hidden
    assert "by a machine alone" not in words(document(elsewhere, "POL-PRN"))


def test_the_notice_names_vendors_with_information_of_users_and_the_policy_all_of_them() -> None:
    made = of_sample(SAMPLE)
    notice, policy = words(document(made, "POL-PRN")), words(document(made, "POL-PRP"))
    for vendor in made.engagement.project.vendors:
        assert (vendor.name in policy) >= vendor.holds_personal_information
    assert "Textolys" in notice
    assert "Paie Clairval" in policy
    assert "Paie Clairval" not in notice


def test_a_processor_is_asked_for_no_purposes_and_the_notice_sends_people_on() -> None:
    made = after(SAMPLE, "privacy_role=processor")
    assert made.engagement.names.stated["privacy_purposes"].hidden
    assert "for the organization that decides to tell you" in words(document(made, "POL-PRN"))
    assert not [point for point in made.points if point.question.startswith("privacy_") and point.state == "open"]


def test_what_a_person_types_stays_text() -> None:
    made = after(SAMPLE, "privacy_contact={{ company }} **x** <b>")
    assert "Write to: {{ company }} **x** <b>" in words(document(made, "POL-PRN"))
