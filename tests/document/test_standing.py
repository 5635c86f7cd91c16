"""A clause claims no more than the control behind it: it falls away, or says that it is ahead."""

from __future__ import annotations

from soc2desk.document.blocks import Clause, Heading, Mark, Paragraph, plain
from soc2desk.document.write import Written, write
from soc2desk.domain.project import Project, State
from tests.document.any_engagement import engagement, template, written

TWO = (
    "## @intro Intro\n\nAlways here.\n\n## @one One\n\nLead words.\n\n"
    "1. @acc Somebody acts. [ACC-01]\n   - under it\n2. @phy Someone guards the room. [PHY-03]\n   - in the room\n\n"
    "## @two Two\n\nOnly about the room.\n\n1. @phy2 Someone guards the room. [PHY-03]\n\n### @deep Deeper\n\n"
    "1. @phy3 The room is cool. [PHY-03]\n"
)
AWAY = "control_states.PHY-03={state: does_not_apply, reason: We run no room.}"


def clause(made: Written, name: str) -> Clause:
    return next(b for b in made.blocks if isinstance(b, Clause) and b.id.endswith(f"/{name}"))


def said(body: str, *changes: str) -> str:
    return plain(clause(written(f"## @s Title\n\n1. @c {body}\n", *changes), "c").runs)


def test_a_clause_prints_only_while_a_control_that_applies_stands_behind_it() -> None:
    made = written(TWO, AWAY)
    assert [b.id for b in made.blocks if isinstance(b, Clause)] == ["POL-ANY/one/acc"]
    words = " ".join(plain(b.runs) for b in made.blocks if isinstance(b, Paragraph))
    assert "Always here." in words
    assert "in the room" not in str(made.blocks)


def test_a_section_whose_clauses_all_fall_away_is_not_printed() -> None:
    titles = [plain(b.runs) for b in written(TWO, AWAY).blocks if isinstance(b, Heading)]
    assert titles == ["Intro", "One"]


def test_the_same_section_prints_where_the_control_applies() -> None:
    kept = "control_states.PHY-03={state: in_place, since: 2026-01-05, confirmed_by: dana-whitfield}"
    made = written(TWO, "runs_own_equipment=yes", kept)
    assert [plain(b.runs) for b in made.blocks if isinstance(b, Heading)] == ["Intro", "One", "Two", "Deeper"]


def test_a_clause_names_only_the_controls_that_still_stand_behind_it() -> None:
    body = "## @s Title\n\n1. @c Somebody acts. [ACC-01] [PHY-03]\n"
    assert clause(written(body, AWAY), "c").controls == ("ACC-01",)


def test_a_document_with_nothing_to_state_is_not_written() -> None:
    away = engagement(AWAY)
    assert write(template("## @s Title\n\n1. @c The room. [PHY-03]\n"), away) is None
    assert write(template("## @s Title\n\nOnly prose.\n"), away) is None


def test_a_document_of_a_category_or_condition_that_does_not_hold_is_not_written() -> None:
    body = "## @s Title\n\n1. @c Somebody acts. [ACC-01]\n"
    assert write(template(body, categories=("privacy",)), engagement()) is None
    assert write(template(body, categories=("availability",)), engagement()) is not None


def test_a_control_in_place_needs_no_lead() -> None:
    assert said("Somebody acts. [ACC-01]") == "Somebody acts."


def test_a_planned_control_says_from_when() -> None:
    assert said("Somebody acts. [ACC-01]", "control_states.ACC-01={state: planned, from: 2027-02-15}") == (
        "Planned from 15 February 2027: Somebody acts."
    )
    assert said("Somebody acts. [ACC-01]", "control_states.ACC-01={state: planned}") == (
        "Planned, no date set: Somebody acts."
    )


def test_two_planned_controls_begin_with_the_later_one_or_on_no_day() -> None:
    one = "control_states.ACC-01={state: planned, from: 2027-02-15}"
    later = "control_states.ACC-02={state: planned, from: 2027-05-01}"
    open_day = "control_states.ACC-02={state: planned}"
    assert said("Both. [ACC-01] [ACC-02]", one, later) == "Planned from 1 May 2027: Both."
    assert said("Both. [ACC-01] [ACC-02]", one, open_day) == "Planned, no date set: Both."


def test_a_clause_that_prints_a_value_ahead_is_planned_though_its_control_is_not() -> None:
    words = "Logs are seen {{ log_review_period | each }}. [ACC-01]"
    assert said(words, "log_review_period={planned: daily, from: 2027-02-01}") == (
        "Planned from 1 February 2027: Logs are seen every working day."
    )
    assert said(words, "log_review_period=not yet") == (
        "Planned, no date set: Logs are seen at an interval still to be set."
    )


def test_a_control_that_a_vendor_runs_says_which() -> None:
    change = (
        "control_states.ACC-01={state: run_by_vendor, vendor: boreal-cloud, since: 2024-01-01,"
        " confirmed_by: dana-whitfield}"
    )
    assert said("Somebody acts. [ACC-01]", change) == "Run by Boreal Cloud: Somebody acts."


def test_what_nobody_confirmed_is_marked_as_open() -> None:
    made = written("## @s Title\n\n1. @c Somebody acts. [ACC-01]\n", "control_states.ACC=", "control_states.ACC-01=")
    runs = clause(made, "c").runs
    assert plain(runs) == "[Nobody has confirmed this yet] Somebody acts."
    assert runs[0].mark is Mark.OPEN


def test_the_weakest_control_decides_how_a_clause_stands() -> None:
    planned = "control_states.ACC-01={state: planned, from: 2027-02-15}"
    made = written("## @s Title\n\n1. @c Both. [ACC-01] [GOV-01]\n", planned)
    assert made.standings[0].state is State.PLANNED
    unknown = written("## @s Title\n\n1. @c Both. [ACC-01] [GOV-01]\n", planned, "control_states.GOV=")
    assert unknown.standings[0].state is State.NOT_CONFIRMED


def test_a_condition_that_nobody_answered_shows_its_first_branch_in_a_draft() -> None:
    body = "## @s Title\n\n{% if has_office %}\nIn.\n{% else %}\nOut.\n{% endif %}\n\n1. @c x [ACC-01]\n"
    made = write(template(body), engagement(project=Project()))
    assert made is not None
    assert "In." in [plain(b.runs) for b in made.blocks if isinstance(b, Paragraph)]
