from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.app.confirming import NOT_VALUES, confirmation_of
from soc2desk.app.confirming_kept import KEPT
from soc2desk.app.desk import Desk, Source
from soc2desk.app.plain_values import with_values
from soc2desk.document.blocks import Table, plain
from soc2desk.domain.confirming import Said, Standing
from soc2desk.domain.question_codes import state_of
from soc2desk.storage.codec import project_from_plain, project_to_plain
from soc2desk.storage.row_shapes import ROW_SECTIONS
from tests.composed import DAY, catalogue, sample

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from soc2desk.app.confirming import Confirmation
    from soc2desk.reading.located import Plain

DANA = "dana-whitfield"
COVERED = tuple(section for section in ROW_SECTIONS if section.name not in NOT_VALUES)
SIGNED: dict[str, Plain] = {"confirmed_by": DANA, "confirmed_on": "2026-11-03"}
CLAUSE: dict[str, Plain] = {"document": "d-1", "heading": "Leavers", "number": "4.2", "digest": "b" * 64}
BROUGHT: dict[tuple[str, str], Plain] = {
    ("listed_controls", "c-1"): {
        "number": "AC-7", "text": "We look at every right.", "rhythm": "each spring", "owner": "The office",
        "controls": ["ACC-07"], **SIGNED,
    },
    ("listed_controls", "c-2"): {"number": "AC-8", "text": "Doors are locked.", "controls": ["PHY-01"]},
    ("listed_controls", "c-3"): {"number": "AC-9", "text": "Old words.", "gone": "yes"},
    ("own_documents", "d-1"): {
        "title": "Access policy", "on": "2026-11-02", "digest": "a" * 64, "version": "7", "approved_on": "2025-01-08",
        "approved_by": "The board",
    },
    ("own_clauses", "s-1"): {**CLAUSE, "text": "Rights end at once.", "controls": ["ACC-03"], **SIGNED},
    ("own_clauses", "s-2"): {**CLAUSE, "text": "Nobody decided.", "confirmed_on": "2026-11-03"},
    ("control_wordings", "ACC-07"): {"text": "We look twice.", "replaced": "0" * 64, "on": "2026-11-04", "by": DANA},
    ("control_wordings", "ACC-03"): {"text": "We use {{ nothing_known }}.", "replaced": "0" * 64, "on": "2026-11-04"},
    ("retired_controls", "LOG-03"): {
        "last_day": "2026-10-31", "reason": "The log was sold.", "on": "2026-11-05", "by": DANA,
    },
    ("client_answers", "a-1"): {
        "file": "answers.docx", "digest": "c" * 64, "filled_in_by": "Dana W.", "person": DANA,
        "places": ["answers.company ABCDE"], "entered_on": "2026-11-06",
    },
}  # fmt: skip
OTHERS: dict[tuple[str, str], Plain] = {
    ("disclosed_incidents", "i-1"): {"happened_on": "2026-10-01", "nature": "A key leaked."},
    ("skills", "k-1"): {"person": DANA, "area": "fundamentals"},
    ("certificates", "z-1"): {"person": DANA, "name": "CISM"},
    ("self_check", "OC.1"): {"answer": "yes"},
    ("edits", "POL-ACP/purpose"): {"text": "Own words.", "replaced": "0" * 64, "on": "2026-11-03"},
    ("own_controls", "OWN-01"): {
        "title": "Keys", "statement": "Keys are kept.", "criteria": ["CC6.1"], "cadence": "annual",
        "nature": "manual", "evidence": "The key list.",
    },
}  # fmt: skip


def sheet(tmp_path: Path, values: Mapping[tuple[str, str], Plain]) -> Confirmation:
    desk = Desk(tmp_path / "workspace", DAY)
    desk.__dict__["catalogue"] = catalogue()
    held = project_to_plain(sample("brightwater"), catalogue())
    held = with_values(with_values(held, {("answers", "logo"): None}), {(*path,): row for path, row in values.items()})
    return confirmation_of(desk, Source(project_from_plain(held, catalogue()), "acme"))


@pytest.fixture
def brought(tmp_path: Path) -> Confirmation:
    return sheet(tmp_path, BROUGHT)


def line(made: Confirmation, place: str) -> Said:
    (found,) = (line for part in made.parts for line in part.lines if line.place == place)
    return found


def test_every_table_that_the_hash_covers_is_printed(tmp_path: Path) -> None:
    made = sheet(tmp_path, {**BROUGHT, **OTHERS})
    printed = {row.id for block in made.document.blocks if isinstance(block, Table) for row in block.rows}
    kept = {line.place for part in made.parts if part.id == KEPT for line in part.lines}
    held = project_to_plain(sample("brightwater"), catalogue())
    given = [(name, id_) for name, rows in held.items() if isinstance(rows, dict) for id_ in rows]
    given += [*BROUGHT, *OTHERS]
    for section in COVERED:
        rows = {path[1] for path in given if path[0] == section.name}
        assert rows, f"This test holds no row of {section.name}."
        groups = {family.id for family in catalogue().families} if section.name == "control_states" else set()
        assert {f"{section.name}.{id_}" for id_ in rows - groups} <= printed - kept, section.name


def test_what_a_client_brought_stands_there_with_who_said_it_and_on_which_day(brought: Confirmation) -> None:
    said = {
        "control_wordings.ACC-07": ("We look twice.", "2026-11-04"),
        "retired_controls.LOG-03": ("last performed on 2026-10-31: The log was sold.", "2026-11-05"),
        "listed_controls.c-1": (
            "about ACC-07; how often: each spring; owner named: The office; in its words: We look at every right.",
            "2026-11-03",
        ),
    }  # fmt: skip
    for place, (words, day) in said.items():
        one = line(brought, place)
        assert (one.value, one.who, str(one.on)) == (words, "Dana Whitfield", day)
    policy, clause = line(brought, "own_documents.d-1"), line(brought, "own_clauses.s-1")
    assert (
        policy.value
        == f"version 7; approved on 2025-01-08; approved by The board; the file with the SHA-256 {'a' * 64}"
    )
    assert (policy.who, str(policy.on)) == ("", "2026-11-02"), "who read it is not kept"
    assert clause.what == "Access policy: 4.2 Leavers"
    assert clause.value.startswith("about ACC-03; ")
    assert clause.value.endswith("; in its words: Rights end at once.")
    file = line(brought, "client_answers.a-1")
    assert (file.what, file.who, str(file.on)) == ("answers.docx", "Dana Whitfield", "2026-11-06")
    assert "filled in by Dana W., as it says" in file.value
    assert "c" * 64 in file.value


def test_a_match_that_nobody_decided_on_is_no_word_of_the_company(brought: Confirmation) -> None:
    standings = {one: line(brought, one).standing for one in ("listed_controls.c-2", "own_clauses.s-2")}
    assert standings == {"listed_controls.c-2": Standing.SUGGESTED, "own_clauses.s-2": Standing.UNNAMED}
    assert {*standings} <= {one.place for _, one in brought.waiting}
    assert line(brought, "listed_controls.c-1").standing is Standing.CONFIRMED
    gone = line(brought, "listed_controls.c-3")
    assert (gone.standing, gone.value) == (
        Standing.ENTERED,
        "about no control here; not in the newest file any more; in its words: Old words.",
    )
    assert "not used: " in line(brought, "control_wordings.ACC-03").value


def test_a_row_that_the_scope_does_not_need_is_still_printed(tmp_path: Path) -> None:
    other = "PIN-01"
    state: Plain = {"state": "does_not_apply", "reason": "Nothing is processed.", "confirmed_by": DANA}
    made = sheet(tmp_path, {("control_states", other): state})
    kept = line(made, f"control_states.{other}")
    assert "Nothing is processed." in kept.value
    assert "Dana Whitfield" in kept.value
    rows = {row.id: row for block in made.document.blocks if isinstance(block, Table) for row in block.rows}
    assert plain(rows[kept.place].cells[1]) == kept.value


def test_a_value_from_a_file_of_answers_says_who_answered_and_when_until_somebody_changes_it(tmp_path: Path) -> None:
    rows: dict[tuple[str, str], Plain] = {
        ("answers", "company"): "Acme Inc.",
        ("answers", "training_due_days"): {"suggested": "9"},
        ("people", "new-one"): {"name": "New One", "start": "2025-01-06"},
    }
    places: list[Plain] = [f"{name}.{id_} {state_of(f'{name}.{id_}', row)}" for (name, id_), row in rows.items()]
    file: dict[str, Plain] = {"file": "a.docx", "digest": "c" * 64, "places": places, "entered_on": "2026-11-06"}
    named: dict[tuple[str, str], Plain] = {("client_answers", "a-1"): {**file, "person": DANA}}
    made = sheet(tmp_path, {**rows, **named})
    for place in ("answers.company", "people.new-one", "answers.training_due_days"):
        assert (line(made, place).who, str(line(made, place).on)) == ("Dana Whitfield", "2026-11-06"), place
    assert line(made, "answers.training_due_days").standing is Standing.PROPOSED
    printed = {row.id: row for block in made.document.blocks if isinstance(block, Table) for row in block.rows}
    assert [plain(cell) for cell in printed["answers.company"].cells[-2:]] == ["Dana Whitfield", "2026-11-06"]
    assert [plain(cell) for cell in printed["answers.province"].cells[-2:]] == ["no name kept", ""]
    unknown = sheet(tmp_path, {**rows, ("client_answers", "a-1"): {**file, "filled_in_by": "The CEO"}})
    assert line(unknown, "answers.company").who == "The CEO, as the file says"
    other = line(sheet(tmp_path, {**rows, **named, ("answers", "company"): "Other Inc."}), "answers.company")
    assert (other.who, other.on) == ("", None), "what was changed here is not the file's any more"
