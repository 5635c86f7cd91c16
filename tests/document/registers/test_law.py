"""What privacy law asks: in every scope where it applies, dated, and with its doubts."""

from __future__ import annotations

import pytest

from soc2desk.document.blocks import Audience
from tests.composed import after, catalogue, document, of_sample, table, words


def ids(made: object) -> set[str]:
    return {one.id for one in made.documents}  # type: ignore[attr-defined]


def test_it_is_made_for_the_team_where_security_alone_is_examined() -> None:
    made = of_sample("prairie-hosting")
    one = document(made, "REG-LAW")
    assert made.engagement.scope.categories == ("security",)
    assert one.audience is Audience.INTERNAL
    assert "PIPEDA 2026-11-22" in words(one)
    assert "It is no legal advice, and the law changes." in words(one)


def test_a_duty_stands_with_the_clause_that_answers_it_and_the_state_of_its_control() -> None:
    duties = table(of_sample("clinique-erable"), "REG-LAW", "law-25")
    row = duties["Q-05"]
    assert "POL-PRP" in row["clause"]
    assert row["answered_by"] == "PRV-09 (in place)"
    assert row["criteria"] == "P6.3"
    assert row["law_text"].startswith("In force since 2022-09-22. Read in public sources on 2026-11-22.")
    assert len([id_ for id_ in duties if id_.startswith("Q-")]) == 17


def test_what_could_not_be_checked_says_so() -> None:
    duties = table(of_sample("clinique-erable"), "REG-LAW", "law-25")
    assert "Section number from memory." in duties["Q-12"]["law_text"]
    assert "Section number from memory." not in duties["Q-03"]["law_text"]
    assert "from memory" in table(of_sample("clinique-erable"), "REG-LAW", "pipeda")["PIPEDA-BR-3"]["law_text"]
    assert "only its first reading is known here" in words(document(of_sample("clinique-erable"), "REG-LAW"))


def test_a_duty_that_no_document_answers_is_said_and_no_control_of_another_scope_is_claimed() -> None:
    row = table(of_sample("prairie-hosting"), "REG-LAW", "pipeda")["PIPEDA-4.4"]
    assert row["clause"] == "No document of this packet"
    assert row["answered_by"] == "PRV-04 (outside this scope)"


def test_a_duty_of_those_who_decide_is_none_of_a_processor() -> None:
    row = table(of_sample("prairie-hosting"), "REG-LAW", "pipeda")["PIPEDA-4.3"]
    assert (row["applies"], row["clause"], row["answered_by"]) == ("Not for you, by your answers", "", "")


def test_while_nobody_said_whether_a_law_applies_it_stands_there_undecided() -> None:
    made = after("prairie-hosting", "quebec_law_applies=")
    assert table(made, "REG-LAW", "law-25")["Q-01"]["applies"] == "Not decided by your answers"


@pytest.mark.parametrize(
    "changes", [("handles_personal_information=no",), ("quebec_law_applies=no", "pipeda_applies=no")]
)
def test_without_a_law_that_applies_there_is_no_register(changes: tuple[str, ...]) -> None:
    assert "REG-LAW" not in ids(after("prairie-hosting", *changes))


def test_every_privacy_criterion_has_a_duty_of_each_law() -> None:
    rows = table(of_sample("clinique-erable"), "REG-LAW", "criteria")
    assert set(rows) == {one.id for one in catalogue().criteria if one.category == "privacy"}
    assert [id_ for id_, row in rows.items() if not row["duties_of_law"]] == []
    reached = {c for law in catalogue().laws for duty in law.duties for c in duty.criteria}
    for number in range(1, 9):
        assert any(criterion.startswith(f"P{number}.") for criterion in reached)


def test_the_ten_principles_and_the_seventeen_duties_are_there() -> None:
    duties = {duty.id for law in catalogue().laws for duty in law.duties}
    assert {f"PIPEDA-4.{number}" for number in range(1, 11)} <= duties
    assert {f"Q-{number:02}" for number in range(1, 18)} <= duties
