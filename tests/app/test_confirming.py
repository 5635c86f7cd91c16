from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.confirming import confirmation_of, mark_of, save_confirmation
from soc2desk.app.desk import Desk, Source
from soc2desk.document.blocks import Callout, Form, Heading, Table, plain
from soc2desk.domain.answers import Answer, Duration, Practice
from soc2desk.domain.confirming import Said, Standing
from soc2desk.domain.problems import FileProblem, UsageProblem
from soc2desk.domain.project import Edit, StateEntry
from tests.composed import DAY, catalogue, changed, sample

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.confirming import Confirmation
    from soc2desk.domain.project import Project

BRIGHTWATER = replace(sample("brightwater"), answers={**sample("brightwater").answers})
BRIGHTWATER.answers.pop("logo", None)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "workspace", DAY)
    made.__dict__["catalogue"] = catalogue()
    return made


def sheet(desk: Desk, project: Project) -> Confirmation:
    return confirmation_of(desk, Source(project, "acme"))


def line(made: Confirmation, place: str) -> Said:
    return next(line for part in made.parts for line in part.lines if line.place == place)


def test_every_answer_row_state_owner_and_approval_stands_on_the_sheet(desk: Desk) -> None:
    made = sheet(desk, BRIGHTWATER)
    places = {line.place for part in made.parts for line in part.lines}
    project = BRIGHTWATER
    assert {f"answers.{name}" for name in project.answers} <= places
    for table in ("people", "roles", "vendors", "systems", "risks", "own_controls", "approvals", "edits", "self_check"):
        assert {f"{table}.{row.id}" for row in getattr(project, table)} <= places, table
    assert {f"control_states.{one}" for one in project.owning} <= places
    assert {f"owners.{one}" for one in project.owning} <= places


def test_a_value_says_how_far_somebody_stands_behind_it(desk: Desk) -> None:
    given = {
        **BRIGHTWATER.answers,
        "access_removal_limit": Answer(Duration(1, "business days"), practice=Practice.PLANNED, start=date(2027, 2, 1)),
        "training_due_days": Answer(20, confirmed=False),
    }
    half = changed(replace(BRIGHTWATER, answers=given), "phishing_practice=", "password_min_length=")
    made = sheet(desk, half)
    planned = line(made, "answers.access_removal_limit")
    assert (planned.standing, planned.value) == (Standing.PLANNED, "1 business day, from 1 February 2027")
    assert line(made, "answers.training_due_days").standing is Standing.PROPOSED
    assert line(made, "answers.password_min_length").standing is Standing.SUGGESTED
    assert line(made, "answers.phishing_practice").standing is Standing.OPEN
    optional = line(sheet(desk, changed(BRIGHTWATER, "left_out_of_service=")), "answers.left_out_of_service")
    assert (optional.standing, optional.value) == (Standing.LEFT_OUT, "not given"), "nobody said that there is none"
    assert {one.place for _, one in made.waiting} == {
        "answers.training_due_days", "answers.password_min_length", "answers.phishing_practice",
    }  # fmt: skip


def test_states_and_wordings_bear_the_name_and_the_day_that_the_program_keeps(desk: Desk) -> None:
    said = StateEntry(
        "ACC-01",
        BRIGHTWATER.control_states[0].state,
        confirmed_by=BRIGHTWATER.people[0].id,
        confirmed_on=date(2026, 11, 2),
    )
    project = replace(
        BRIGHTWATER,
        control_states=(*(one for one in BRIGHTWATER.control_states if one.id != "ACC-01"), said),
        edits=(Edit("POL-ACP/purpose", "Own words. " * 100, "0" * 64, date(2026, 11, 3), ""),),
    )
    made = sheet(desk, project)
    state, edit = line(made, "control_states.ACC-01"), line(made, "edits.POL-ACP/purpose")
    assert (state.who, state.on) == (project.people[0].name, date(2026, 11, 2))
    assert (edit.who, edit.on) == ("", date(2026, 11, 3))
    assert edit.value.startswith("Own words.")
    assert len(edit.value) < 800
    rows = {row.id: row for block in made.document.blocks if isinstance(block, Table) for row in block.rows}
    assert [plain(cell) for cell in rows["edits.POL-ACP/purpose"].cells[-2:]] == ["no name kept", "2026-11-03"]


def test_what_nobody_confirmed_stands_first_and_the_signature_is_left_empty(desk: Desk) -> None:
    made = sheet(desk, changed(BRIGHTWATER, "phishing_practice="))
    headings = [plain(block.runs) for block in made.document.blocks if isinstance(block, Heading)]
    assert headings[0] == "Not confirmed yet"
    assert headings[-1] == "Signature"
    (form,) = [block for block in made.document.blocks if isinstance(block, Form)]
    assert [field.id for field in form.fields] == ["name", "role", "date", "signature"]
    assert not any(field.value for field in form.fields)
    assert made.document.date == DAY.isoformat()


def test_days_of_a_file_are_told_as_such_and_a_clock_that_was_set_back_makes_no_sheet_older(desk: Desk) -> None:
    told = sheet(desk, replace(BRIGHTWATER, days_are_told=True))
    titles = [block.title for block in told.document.blocks if isinstance(block, Callout)]
    assert "Days as a file tells them" in titles
    early = sheet(desk.on(date(2026, 1, 1)), BRIGHTWATER)
    assert early.document.date >= max(one.on for one in BRIGHTWATER.approvals).isoformat()


def test_the_hash_follows_values_and_not_the_work_that_is_filed_or_the_date_of_a_packet() -> None:
    mark = mark_of(BRIGHTWATER, catalogue())
    filed = replace(BRIGHTWATER, document_date=DAY, evidence=(), records=())
    assert mark_of(filed, catalogue()) == mark
    assert mark_of(changed(BRIGHTWATER, "training_due_days=31"), catalogue()) != mark


def test_the_sheet_is_written_in_all_formats_or_none_and_never_over_one_that_stands(desk: Desk, tmp_path: Path) -> None:
    made = sheet(desk, sample("tamarack"))
    out = tmp_path / "sheets"
    with pytest.raises(UsageProblem, match="md"):
        save_confirmation(made, out, ("docx", "md"))
    (first,) = save_confirmation(made, out, ("xlsx",))
    content = first.read_bytes()
    with pytest.raises(FileProblem, match="stands there already"):
        save_confirmation(made, out, ("docx", "xlsx"))
    assert [path.name for path in out.iterdir()] == [first.name]
    assert first.read_bytes() == content


def test_a_state_that_nobody_named_said_is_not_confirmed_whatever_it_says(desk: Desk) -> None:
    entry = replace(BRIGHTWATER.control_states[0], confirmed_by="")
    states = (entry, *BRIGHTWATER.control_states[1:])
    made = sheet(desk, replace(BRIGHTWATER, control_states=states))
    unnamed = [one for _, one in made.waiting if one.standing is Standing.UNNAMED]
    assert unnamed
    assert {one.who for one in unnamed} == {""}
    assert all(one.place.startswith(f"control_states.{entry.id}") for one in unnamed)
    (table,) = [block for block in made.document.blocks if isinstance(block, Table) and block.id == "waiting"]
    shown = {row.id: [plain(cell) for cell in row.cells] for row in table.rows}
    assert shown[unnamed[0].place][-1] == "Said, by nobody named"
    assert not any(one.standing is Standing.UNNAMED for _, one in sheet(desk, BRIGHTWATER).waiting)
