"""The team's own papers: readiness and the promise budget."""

from __future__ import annotations

from soc2desk.document.blocks import Paragraph, Table, plain
from soc2desk.document.registers.internal import hours
from tests.composed import after, document, of_sample, table, words


def test_findings_are_listed_by_weight_and_an_empty_weight_says_so() -> None:
    made = after("brightwater", "owners.ACC-01=", "systems.jira.mfa=no")
    assert "jira" not in words(document(of_sample("brightwater"), "REG-RDY")).lower()
    assert table(made, "REG-RDY", "findings-high")["FD-19"]["place"] == "Systems: Jira"
    sound = document(of_sample("brightwater"), "REG-RDY")
    assert "Must fix: nothing seen" in [plain(b.runs) for b in sound.blocks if isinstance(b, Paragraph)]


def test_open_points_say_where_they_are_printed() -> None:
    planned = "restore_test_frequency={planned: monthly, from: 2027-02-01}"
    made = after("brightwater", "password_min_length=", "service=", planned)
    points = table(made, "REG-RDY", "open-points")
    assert (points["service"]["open_state"], points["password_min_length"]["open_state"]) == ("Open", "Not confirmed")
    assert points["restore_test_frequency"]["open_state"] == "Not done yet"
    assert "Access control policy" in points["password_min_length"]["documents"]


def test_a_sound_sample_has_no_open_point() -> None:
    found = [b.id for b in document(of_sample("brightwater"), "REG-RDY").blocks if isinstance(b, Table)]
    assert "open-points" not in found


def test_no_score_is_given() -> None:
    text = words(document(of_sample("brightwater"), "REG-RDY")).lower()
    assert "%" not in text
    assert "score" not in text


def test_the_budget_names_who_does_what() -> None:
    made = of_sample("brightwater")
    lines = table(made, "REG-BUD", "lines")
    assert (lines["ACC-07"]["times"], lines["ACC-07"]["acts"]) == ("8", "32")
    people = table(made, "REG-BUD", "people")
    assert sum(int(row["acts"]) for row in people.values()) == sum(int(row["acts"]) for row in lines.values())


def test_work_nobody_owns_stands_under_nobody() -> None:
    assert table(after("brightwater", "roles.it_lead="), "REG-BUD", "people")[""]["name"] == "nobody named"


def test_hours_are_said_with_at_most_one_decimal() -> None:
    assert [hours(minutes) for minutes in (0, 30, 60, 450, 1660)] == ["0", "0.5", "1", "7.5", "27.7"]
