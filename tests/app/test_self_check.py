"""The self-check for a face: rows in groups, and what answers and proposals write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.progress import Progress, progress
from soc2desk.app.self_check import answer_values, answered_items, self_check_groups, taken_over
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.project import Project
from tests.composed import DAY, catalogue, changed, composed, of_sample, sample

if TYPE_CHECKING:
    from soc2desk.app.self_check import SelfRow
    from soc2desk.domain.engagement import Engagement


def engagement(*changes: str, project: Project | None = None) -> Engagement:
    return decide_engagement(catalogue(), changed(project or Project(), *changes), DAY)


def row(item: str, *changes: str) -> SelfRow:
    return next(r for group in self_check_groups(engagement(*changes)) for r in group.rows if r.id == item)


def test_every_item_stands_in_its_group() -> None:
    groups = self_check_groups(engagement())
    assert [group.id for group in groups][:6] == ["OC.1", "OC.2", "OC.3", "OC.4", "OC.5", "BC.1"]
    assert len(groups) == 18
    counted = [len(group.rows) for group in groups if group.id.startswith("BC.")]
    assert counted == [3, 2, 2, 1, 3, 1, 2, 7, 8, 5, 2, 4, 2]


def test_what_is_missing_beside_an_answer_is_said() -> None:
    assert row("BC.9.6").lacks == ""
    assert row("BC.9.6", "self_check.BC.9.6=yes").lacks == "evidence"
    assert row("BC.9.6", "self_check.BC.9.6=not_applicable").lacks == "reason"
    assert row("BC.9.6", "self_check.BC.9.6=no").lacks == ""
    assert row("BC.9.6", "self_check.BC.9.6={answer: yes, evidence: A list}").lacks == ""


def test_steps_are_not_counted_among_the_42() -> None:
    assert answered_items(engagement()) == (0, 42)
    assert answered_items(engagement("self_check.OC.1=yes")) == (0, 42)
    assert answered_items(engagement(project=sample("clinique-erable"))) == (42, 42)


def test_an_answer_is_written_with_today_and_only_what_belongs_to_it() -> None:
    assert answer_values("BC.1.1", "yes", " A plan ", "dana", DAY) == {
        ("self_check", "BC.1.1"): {"answer": "yes", "evidence": "A plan", "by": "dana", "on": "2026-11-20"}
    }
    assert answer_values("BC.1.1", "not_applicable", "None", "", DAY) == {
        ("self_check", "BC.1.1"): {"answer": "not_applicable", "reason": "None", "on": "2026-11-20"}
    }
    assert answer_values("BC.1.1", "", "kept", "dana", DAY) == {("self_check", "BC.1.1"): None}


def test_what_is_taken_over_stays_suggested_and_no_state_is_written() -> None:
    changes = ("self_check.BC.1.2=yes", "self_check.BC.7.1=no")
    offers = [offer for group in self_check_groups(engagement(*changes)) for r in group.rows for offer in r.proposed]
    assert "control_states.BCP-03" in {offer.place for offer in offers}
    assert taken_over(offers) == {
        ("answers", "offline_copy_form"): {"suggested": "a printed copy"},
        ("answers", "backup_frequency"): "not yet",
        ("answers", "restore_test_frequency"): "not yet",
    }


def test_the_page_is_optional_until_somebody_begins() -> None:
    def state(*changes: str) -> tuple[Progress, int]:
        found = next(p for p in progress(composed(changed(Project(), *changes))) if p.page == "self_check")
        return found.state, found.done

    assert state() == (Progress.OPTIONAL, 0)
    assert state("self_check.BC.1.1=yes") == (Progress.IN_PROGRESS, 1)
    done = next(p for p in progress(of_sample("clinique-erable")) if p.page == "self_check")
    assert (done.state, done.done, done.total) == (Progress.COMPLETE, 42, 42)
