"""A client's own policy: read, kept with its file, marked by a person, and read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.own_policies import (
    PolicyPlan,
    PolicySaid,
    clause_of,
    dropped,
    marked,
    plan_policy,
    policy_of,
    take_policy,
)
from soc2desk.app.session import Session, open_session
from soc2desk.app.transfer import new_project
from soc2desk.domain.problems import ProjectProblem, UsageProblem
from soc2desk.storage.evidence_files import file_of
from tests.renderers.own_policy import own_policy, put_policy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DANA, TODAY = "dana-whitfield", date(2027, 4, 6)
SAID = PolicySaid("Information Security Policy", "3.1", date(2026, 3, 1), "The board")
REVIEWS, LEAVERS = "information-security-policy-4-2", "information-security-policy-4-3"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    desk = Desk(tmp_path / "workspace", TODAY)
    made = open_session(desk, new_project(desk, "brightwater", sample="brightwater"))
    yield made
    made.close()


def take(session: Session, folder: Path, raw: bytes | None = None, said: PolicySaid = SAID) -> PolicyPlan:
    plan = plan_policy(session, put_policy(folder, raw), said)
    session.put(take_policy(session, plan), "policy")
    return plan


def test_sections_wait_with_proposals_and_the_file_is_kept_as_evidence(session: Session, tmp_path: Path) -> None:
    take(session, tmp_path)
    (document,) = session.project.own_documents
    assert (document.version, document.approved_on, document.on) == ("3.1", date(2026, 3, 1), TODAY)
    piece = session.project.piece[document.evidence]
    assert piece.digest == document.digest
    kept = file_of(session.folder, piece.file)
    assert kept is not None
    assert kept.read_bytes() == own_policy()
    assert clause_of(session.project, REVIEWS).controls == ("ACC-07",)
    assert not session.engagement.own_clauses, "nothing is assumed"
    entry = session.project.entry_day["own_documents.information-security-policy.approved_on"]
    assert entry.on == TODAY, "the day that the client states keeps the day on which it was typed"


def test_a_mark_bears_today_and_is_undone(session: Session, tmp_path: Path) -> None:
    take(session, tmp_path)
    session.put(marked(session, REVIEWS, ["ACC-07"], DANA), "marked")
    assert (clause_of(session.project, REVIEWS).confirmed_by, list(session.engagement.own_clauses)) == (
        DANA,
        ["ACC-07"],
    )
    session.undo()
    assert not session.engagement.own_clauses


def test_a_newer_file_keeps_marks_of_the_same_words_and_tells_the_rest(session: Session, tmp_path: Path) -> None:
    take(session, tmp_path)
    for section, control in ((REVIEWS, "ACC-07"), (LEAVERS, "ACC-08")):
        session.put(marked(session, section, [control], DANA), "marked")
    plan = take(
        session, tmp_path, own_policy("Nobody looks at accounts any more.", leavers=False), PolicySaid(SAID.title)
    )
    assert plan.gone == (LEAVERS,)
    told = " ".join(plan.told)
    assert "worded anew" in told
    assert "Not in this file any more" in told
    assert not clause_of(session.project, REVIEWS).is_decided
    assert clause_of(session.project, LEAVERS).gone
    assert not session.engagement.own_clauses, "what is gone states nothing"
    (document,) = session.project.own_documents
    assert (document.version, document.approved_on) == ("", None), (
        "what was said of the file before says nothing of this"
    )
    take(session, tmp_path)
    assert list(session.engagement.own_clauses) == ["ACC-08"], "the same words again, marked before"


def test_a_policy_is_taken_out_with_its_marks_and_its_file_stays(session: Session, tmp_path: Path) -> None:
    take(session, tmp_path)
    evidence = session.project.own_documents[0].evidence
    session.put(dropped(session.project, "information-security-policy"), "out")
    assert (session.project.own_documents, session.project.own_clauses) == ((), ())
    assert evidence in session.project.piece
    with pytest.raises(UsageProblem):
        dropped(session.project, "information-security-policy")


def test_what_cannot_be_said_or_marked_is_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="still to come"):
        take(session, tmp_path, said=replace(SAID, approved_on=date(2027, 5, 1)))
    take(session, tmp_path)
    for section, controls in (("nowhere", ["ACC-07"]), (REVIEWS, ["ACC-99"])):
        with pytest.raises(UsageProblem):
            marked(session, section, controls, DANA)
    session.desk = replace(session.desk, today=date(2020, 1, 1))
    with pytest.raises(ProjectProblem, match="clock"):
        marked(session, REVIEWS, ["ACC-07"], DANA)


def test_a_policy_is_named_by_its_title_where_only_one_bears_it(session: Session, tmp_path: Path) -> None:
    take(session, tmp_path)
    assert policy_of(session.project, "information security POLICY").id == "information-security-policy"
    (first,) = session.project.own_documents
    twins = replace(session.project, own_documents=(first, replace(first, id="policy-2")))
    with pytest.raises(UsageProblem) as refused:
        policy_of(twins, first.title)
    assert refused.value.hint == "Several are called so; name one by its id: information-security-policy, policy-2."
    with pytest.raises(UsageProblem):
        policy_of(session.project, "nope")
