"""The training kit: complete, for the company alone, and about the company's own systems and dates."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pypdfium2
import pytest

from soc2desk.document.blocks import Audience, Bullets, Checklist, Clause, Document, Form, Heading, Look, Table, plain
from soc2desk.document.walk import runs_in
from soc2desk.domain.courses import COURSES
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.training import courses_of, due, staff
from soc2desk.packet.plan import READERS, plan_files
from soc2desk.renderers import pdf
from tests.composed import DAY, SAMPLES, catalogue, changed, composed, of_sample, sample

LETTER = re.compile(r"([ABC])\.")
QUIZZES = ("1", "2", "3", "4")
SCENARIOS = tuple(f"TTX-{number:02}" for number in range(1, 7))
NAMED = ("identity_provider", "ticket_system", "logging_tool", "monitoring_tool", "backup_tool", "hr_system")


@cache
def kit(name: str) -> dict[str, Document]:
    return {one.id: one for one in of_sample(name).documents if one.kind == "training"}


def said(document: Document) -> str:
    return " ".join(run.text for run in runs_in(document.blocks))


def clauses(document: Document) -> list[Clause]:
    return [block for block in document.blocks if isinstance(block, Clause)]


def asked(document: Document) -> list[str]:
    return [plain(one.runs) for one in clauses(document)]


def choices(document: Document) -> list[list[str]]:
    """Return the letters that each question offers."""
    lists = [block for block in document.blocks if isinstance(block, Checklist)]
    return [[found[1] for item in one.items if (found := LETTER.match(plain(item.runs)))] for one in lists]


def table(document: Document, key: str) -> Table:
    return next(
        block
        for block in document.blocks
        if isinstance(block, Table) and key in [column.key for column in block.columns]
    )


def last_parts(document: Document) -> list[str]:
    return [block.id.rpartition("/")[2] for block in clauses(document)]


def test_each_of_the_fourteen_courses_has_its_outline_and_each_outline_its_course() -> None:
    outlines = [one.id for one in catalogue().templates if re.fullmatch(r"TRN-\d\d", one.id)]
    assert outlines == [one.id for one in COURSES]
    assert len(outlines) == 14


@pytest.mark.parametrize("name", SAMPLES)
def test_an_outline_says_for_whom_how_long_when_what_for_and_ends_with_a_page_for_the_instructor(name: str) -> None:
    outlines = [one for one in kit(name).values() if re.fullmatch(r"TRN-\d\d", one.id)]
    for outline in outlines:
        sections = [block.id.rpartition("/")[2] for block in outline.blocks if isinstance(block, Heading)]
        assert sections[:3] == ["about", "objectives", "agenda"], outline.id
        assert {"exercise", "leaves"} <= {*sections}, outline.id
        assert sections[-1] == "instructor", outline.id
        head = next(block for block in outline.blocks if isinstance(block, Form))
        assert all(field.value for field in head.fields), outline.id


@pytest.mark.parametrize("name", SAMPLES)
def test_an_agenda_fills_the_hours_that_the_course_is_planned_for(name: str) -> None:
    for course in COURSES:
        if course.id not in kit(name):
            continue
        agenda = next(
            b for b in kit(name)[course.id].blocks if isinstance(b, Table) and b.columns[0].title == "Minutes"
        )
        spans = [[int(end) for end in plain(row.cells[0]).split("\N{EN DASH}")] for row in agenda.rows]
        assert [first for first, _ in spans] == [0, *(last for _, last in spans[:-1])], course.id
        assert spans[-1][1] == course.hours * 60, course.id


def test_only_the_courses_of_chosen_categories_are_given() -> None:
    assert {f"TRN-{number:02}" for number in range(1, 15)} <= kit("clinique-erable").keys()
    assert not {"TRN-11", "TRN-12"} & kit("prairie-hosting").keys()
    assert not {"TRN-11", "TRN-12", "TRN-13"} & kit("tamarack").keys()


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("quiz", QUIZZES)
def test_every_question_has_one_answer_of_those_it_offers_and_a_reason(name: str, quiz: str) -> None:
    questions, key = kit(name)[f"TRN-Q{quiz}"], kit(name)[f"TRN-K{quiz}"]
    assert last_parts(questions) == last_parts(key)
    assert [one.number for one in clauses(questions)] == [one.number for one in clauses(key)]
    assert len(clauses(questions)) == 10
    assert choices(questions) == [["A", "B", "C"]] * 10
    for answer in clauses(key):
        letter, reason = next(run.text for run in answer.runs if run.bold), plain(answer.runs)
        assert LETTER.fullmatch(letter), answer.id
        assert len(reason.split()) > 12, answer.id


def test_no_letter_is_the_right_one_much_more_often_than_another() -> None:
    for quiz in QUIZZES:
        right = [
            next(run.text for run in one.runs if run.bold)[0] for one in clauses(kit("brightwater")[f"TRN-K{quiz}"])
        ]
        assert {right.count(letter) for letter in "ABC"} <= {3, 4}


@pytest.mark.parametrize("name", SAMPLES)
def test_each_of_six_scenarios_can_be_read_out_from_the_first_minute_to_the_report(name: str) -> None:
    for scenario in SCENARIOS:
        document = kit(name)[scenario]
        sections = [b.id.rpartition("/")[2] for b in document.blocks if isinstance(b, Heading) and b.level == 1]
        assert sections == ["about", "use", "cards", "limits", "boxes", "spare", "closing"], scenario
        minutes = [int(found[1]) for b in document.blocks if isinstance(b, Heading)
                   and (found := re.match(r"Minute (\d+):", plain(b.runs)))]  # fmt: skip
        assert minutes == sorted({*minutes}), scenario
        assert len(minutes) == 6, scenario
        assert "Tabletop exercise report" in said(document), scenario


@pytest.mark.parametrize("name", SAMPLES)
def test_under_each_box_stand_a_good_answer_what_to_press_on_and_a_place_in_our_documents(name: str) -> None:
    ids = {one.id for one in of_sample(name).documents}
    for scenario in SCENARIOS:
        under = [
            b
            for b in kit(name)[scenario].blocks
            if isinstance(b, Bullets) and "A good answer" in plain(b.items[0].runs)
        ]
        assert len(under) == 6, scenario
        for box in under:
            assert [item.runs[0].text for item in box.items] == ["A good answer", "Press on", "Plan"], scenario
            targets = {run.target.partition("/")[0] for run in box.items[-1].runs if run.target}
            assert targets, scenario
            assert targets <= ids, scenario


@pytest.mark.parametrize("name", SAMPLES)
def test_the_kit_reaches_the_company_and_nobody_else(name: str) -> None:
    documents = of_sample(name).documents
    assert {one.audience for one in kit(name).values()} == {Audience.INTERNAL}
    for reader in ("auditor", "staff", "customer"):
        assert not [file.path for file in plan_files(documents, reader) if file.document.kind == "training"]
        assert Audience.INTERNAL not in READERS[reader]
    inside = [file.path for file in plan_files(documents, "internal", ("pdf",)) if file.document.kind == "training"]
    assert len(inside) == len(kit(name))
    assert all(path.startswith("07-training/") for path in inside)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_register_cites_a_sheet_of_the_kit_as_the_place_of_a_rule(name: str) -> None:
    assert not [entry for entry in of_sample(name).clauses if entry.document.startswith(("TRN-", "TTX-"))]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_kit_speaks_of_the_systems_the_company_named(name: str) -> None:
    words = " ".join(said(document) for document in kit(name).values())
    for question in NAMED:
        assert str(sample(name).answers[question].value) in words, question


def test_a_question_prints_the_limit_that_was_answered_and_goes_with_its_control() -> None:
    assert "within 1 business day, or within 4 hours" in " ".join(asked(kit("brightwater")["TRN-Q1"]))
    made = composed(changed(sample("brightwater"), "access_removal_limit=2 hours"))
    quiz = next(one for one in made.documents if one.id == "TRN-Q1")
    assert "within 2 hours, or within 4 hours" in " ".join(asked(quiz))
    gone = composed(changed(sample("brightwater"), "control_states.ACC-09.state=does_not_apply",
                            "control_states.ACC-09.reason=no keys"))  # fmt: skip
    for document in gone.documents:
        if document.id in {"TRN-Q1", "TRN-K1"}:
            assert len(clauses(document)) == 9


@pytest.mark.parametrize("name", SAMPLES)
def test_the_one_page_of_words_is_one_page(name: str) -> None:
    page = kit(name)["TRN-WRD"]
    assert len(pypdfium2.PdfDocument(pdf.render(page, Look()))) == 1
    assert sum(run.bold for run in runs_in(page.blocks)) >= 35


def test_the_timetable_runs_in_order_and_ends_before_the_window_without_a_day_in_the_past() -> None:
    made = decide_engagement(catalogue(), sample("brightwater"), DAY)
    days = [due(weeks, made) for weeks in range(10, -1, -1)]
    assert days == sorted(day for day in days if day)
    assert days[0] is not None
    assert days[0] >= DAY
    assert days[-1] == date(2027, 1, 1)


def test_a_window_that_has_opened_is_no_reason_for_dates_in_the_past() -> None:
    late = changed(sample("brightwater"), "window_start=2026-11-01", "window_end=2027-04-30")
    plan = next(one for one in composed(late).documents if one.id == "TRN-PLAN")
    assert "As soon as a date can be found" in said(plan)
    assert "training reaches forward only" in said(plan)


def test_who_owns_a_control_takes_its_course_whatever_the_role() -> None:
    moved = changed(sample("brightwater"), "owners.IRS-05.owner=ravindra-pillai")
    made = decide_engagement(catalogue(), moved, DAY)
    person = next(one for one in staff(made) if one.id == "ravindra-pillai")
    assert [one.id for one in courses_of(person, made)] == ["TRN-01", "TRN-02", "TRN-06"]


def test_the_attendance_sheet_names_everybody_here_and_leaves_the_rest_to_the_day() -> None:
    sheet = table(kit("brightwater")["TRN-ATT"], "signature")
    here = [one.name for one in sample("brightwater").people if one.is_here(DAY)]
    assert [plain(row.cells[0]) for row in sheet.rows] == here
    assert not any(plain(cell) for row in sheet.rows for cell in row.cells[2:])
    assert sheet.blank_rows


def test_the_policies_to_sign_for_are_those_of_the_packet() -> None:
    listed = {plain(row.cells[0]) for row in table(kit("tamarack")["TRN-ACK"], "document").rows}
    assert listed == {one.id for one in of_sample("tamarack").documents if one.kind == "policy"}
