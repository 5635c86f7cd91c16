"""The set is composed as one value: texts, registers, findings and covers agree, and what is open is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from soc2desk.document.blocks import plain
from soc2desk.domain.project import Project
from soc2desk.packet.compose import compose
from tests.composed import DAY, Composition, after, catalogue, composed, document, of_sample, sample


def cover(made: Composition, doc_id: str) -> dict[str, str]:
    return {fact.label: plain(fact.runs) for fact in document(made, doc_id).cover}


def test_a_sound_sample_waits_for_nothing() -> None:
    assert of_sample("brightwater").waiting == ()


def test_a_final_packet_waits_for_every_open_value_every_unconfirmed_control_and_every_approval() -> None:
    made = after("brightwater", "service=", "password_min_length=", "control_states.NET=")
    assert [(point.question, point.state) for point in made.points] == [
        ("service", "open"),
        ("password_min_length", "suggested"),
    ]
    assert made.unconfirmed == ("NET-01", "NET-02", "NET-03")
    assert "POL-ACP" in made.unapproved
    waiting = "\n".join(made.waiting)
    assert all(word in waiting for word in ("service", "password_min_length", "NET-02", "POL-ACP"))


def test_what_is_planned_is_told_and_does_not_hold_up_a_final_packet() -> None:
    made = after("brightwater", "restore_test_frequency={planned: monthly, from: 2027-02-01}")
    assert [(point.question, point.state) for point in made.points] == [("restore_test_frequency", "planned")]
    assert not [line for line in made.waiting if "restore_test_frequency" in line]


def test_the_cover_counts_the_open_phrases_of_its_own_document() -> None:
    made = after("brightwater", "password_min_length=")
    assert cover(made, "POL-ACP")["Open phrases"] == "1"
    assert "Open phrases" not in cover(made, "POL-RSK")


def test_the_cover_counts_controls_that_nobody_confirmed() -> None:
    made = after("brightwater", "control_states.RSK=", "control_states.RSK-05=")
    assert cover(made, "POL-RSK")["Controls not confirmed"] == "5"
    assert "Controls not confirmed" not in cover(made, "POL-OFF")


def test_the_cover_names_the_holders_and_says_when_there_is_none() -> None:
    assert cover(of_sample("brightwater"), "POL-ACP")["Document owner"] == "Dana Whitfield, IT lead"
    assert cover(after("brightwater", "roles.it_lead="), "POL-ACP")["Document owner"] == "IT lead: nobody named"


def test_the_cover_says_which_approval_the_text_has() -> None:
    made = of_sample("brightwater")
    assert cover(made, "POL-ACP")["Approval"] == (
        "Recorded approval of this text by Helen Marchetti on 16 November 2026"
    )
    lapsed = after("brightwater", "password_min_length=20")
    assert cover(lapsed, "POL-ACP")["Approval"] == "Text changed since the approval recorded on 16 November 2026"
    none = composed(replace(sample("brightwater"), approvals=()))
    assert cover(none, "POL-ACP")["Approval"] == "Not approved yet"
    assert "Approval" not in cover(made, "REC-OFF"), "a blank form is not approved"


def test_an_earlier_decision_stands_beside_the_day_it_was_entered_and_never_instead() -> None:
    project = sample("brightwater")
    earlier = {"decided_on": date(2026, 3, 2), "minutes": "board-2026-03.pdf"}
    told = tuple(replace(one, **earlier) if one.id == "POL-ACP" else one for one in project.approvals)
    words = cover(composed(replace(project, approvals=told)), "POL-ACP")["Approval"]
    assert words.startswith("Recorded approval of this text by Helen Marchetti on 16 November 2026")
    assert words.endswith("the company says that it was decided on 2 March 2026 (minutes: board-2026-03.pdf)")


def test_criteria_on_a_cover_are_those_its_clauses_serve_in_scope() -> None:
    served = cover(of_sample("tamarack"), "POL-LOG")["Criteria served"].split(", ")
    assert served
    assert set(served) <= set(of_sample("tamarack").engagement.scope.criteria)
    assert "A1.1" in cover(of_sample("brightwater"), "POL-LOG")["Criteria served"]


def test_the_printed_date_is_the_one_asked_for() -> None:
    made = composed(sample("tamarack"), date(2027, 1, 4))
    assert {one.date for one in made.documents} == {"2027-01-04"}
    assert {one.date for one in of_sample("tamarack").documents} == {DAY.isoformat()}


def test_a_final_packet_says_final_and_drops_the_words_of_a_draft() -> None:
    final = compose(catalogue(), sample("tamarack"), DAY, final=True)
    assert {one.status for one in final.documents} == {"Final"}
    assert {one.footer for one in final.documents} == {"Tamarack Gauge Co."}
    assert {one.status for one in of_sample("tamarack").documents} == {"Draft"}
    assert all("template" in one.footer for one in of_sample("tamarack").documents)


def test_the_same_answers_on_the_same_day_compose_the_same_set() -> None:
    again = compose(catalogue(), sample("clinique-erable"), DAY)
    assert again.documents == of_sample("clinique-erable").documents
    assert again.hashes == of_sample("clinique-erable").hashes


def test_an_empty_project_still_composes_a_draft_that_says_what_is_missing() -> None:
    made = composed(Project())
    assert cover(made, "POL-ISP")["Service"] == "[service name]"
    assert cover(made, "POL-ISP")["Report"] == "[report type not chosen]"
    assert {one.company for one in made.documents} == {"[company name]"}
    assert len(made.unconfirmed) == len(made.engagement.controls)
    assert made.waiting


def test_a_blank_form_bears_the_day_on_which_it_was_made_whatever_its_packet_is_dated() -> None:
    made = compose(catalogue(), sample("tamarack"), DAY, made=date(2027, 1, 4))
    form = document(made, "REC-OFF")
    assert form.date == "2027-01-04"
    words = plain(form.blocks[0].runs)
    assert words.startswith(f"Blank form, made on 2027-01-04 for the packet dated {DAY.isoformat()}.")
    assert {one.date for one in made.documents if one.kind != "record"} == {DAY.isoformat()}


def test_a_record_kept_in_a_tool_is_no_blank_form() -> None:
    first = document(of_sample("tamarack"), "REC-CHG").blocks[0]
    assert "Blank form" not in plain(first.runs)
