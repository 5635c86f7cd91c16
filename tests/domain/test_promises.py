"""What the documents promise is read from their clauses, and follows every answer and state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.composed import after, of_sample

if TYPE_CHECKING:
    from soc2desk.domain.promises import Promise


def promises(*changes: str, name: str = "brightwater") -> dict[str, Promise]:
    return {one.id: one for one in after(name, *changes).promises}


def test_a_promise_tells_who_how_often_where_since_when_and_what_shows_it() -> None:
    one = promises()["ACC-07/access_review_period"]
    assert one.amount == "every quarter"
    assert one.owner
    assert (one.state, str(one.since)) == ("in_place", "2025-10-20")
    assert {"POL-ACP", "PRC-UAR", "REC-UAR", "DSC"} <= set(one.documents)
    assert all("every quarter" in saying.text for saying in one.sayings)
    assert one.records == ("access_review",)
    assert one.requests


def test_every_place_it_names_is_a_clause_of_the_packet_that_prints_the_value() -> None:
    composition = of_sample("tamarack")
    numbers = {(entry.document, entry.id): entry.number for entry in composition.clauses}
    assert len(composition.promises) > 30
    for one in composition.promises:
        for saying in one.sayings:
            assert numbers[saying.document, saying.clause] == saying.number
            assert dict(saying.values)


def test_another_answer_is_another_promise_everywhere() -> None:
    one = promises("answers.access_review_period=monthly")["ACC-07/access_review_period"]
    assert one.amount == "every month"
    assert all("every month" in saying.text for saying in one.sayings)


def test_a_planned_answer_is_planned_though_its_control_is_in_place() -> None:
    changes = ("answers.critical_patch_days.planned=7", "answers.critical_patch_days.from=2027-03-01")
    found = promises(*changes)
    assert (found["VUL-02/critical_patch_days"].state, str(found["VUL-02/critical_patch_days"].start)) == (
        "planned",
        "2027-03-01",
    )
    assert found["VUL-02/critical_patch_days"].since is None


def test_what_is_left_unsaid_promises_nothing() -> None:
    gone = ("control_states.ACC-07=does_not_apply", "control_states.ACC-07.reason=Nobody has an account.")
    assert "ACC-07/access_review_period" in promises()
    assert "ACC-07/access_review_period" not in promises(*gone)


def test_a_value_of_one_control_is_not_put_down_to_its_neighbour_in_the_clause() -> None:
    found = promises()
    assert "ACC-07/privileged_review_period" not in found
    assert "ACC-06/privileged_review_period" in found
