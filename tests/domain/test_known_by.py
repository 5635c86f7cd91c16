"""A month end sees only what was known by it."""

from __future__ import annotations

from datetime import date

from soc2desk.domain.evidence import Standing
from soc2desk.domain.known_by import known_by
from tests.composed import sample
from tests.entered import entered, evidence, record

END = date(2027, 1, 31)


def test_what_was_entered_later_is_not_there() -> None:
    early = record("policy_review", policy="POL-ACP") | {"entered_on": "2027-01-31"}
    late = record("policy_review", policy="POL-ACP") | {"entered_on": "2027-02-01"}
    rows = {
        "records.early": early, "records.late": late,
        "evidence.e-1": evidence("A list", received="2027-01-30"),
        "evidence.e-2": evidence("A list", received="2027-02-02"),
        "completions.one": {
            "person": "dana-whitfield", "course": "TRN-01", "on": "2027-01-05", "entered_on": "2027-02-03",
        },
        "walked_requests.ER-056": {"ready": "no", "asked_on": "2027-02-03"},
        "remedies.r": {"name": "Mend it", "closed_on": "2027-02-04"},
        "seen_in_lists.s": {"kind": "changes", "fault": "no_approval", "item": "C-1", "settled_on": "2027-02-04",
                            "settled_by": "dana-whitfield", "answer": "Looked at"},
        "client_answers.a": {"file": "a.docx", "digest": "0" * 64, "entered_on": "2027-02-04"},
        "retests.t": {"name": "Late", "shown_on": "2027-02-04"},
    }  # fmt: skip
    known = known_by(entered(sample("brightwater"), rows), END)
    assert [one.id for one in known.records] == ["early"]
    assert [one.id for one in known.evidence] == ["e-1"]
    assert (known.completions, known.walked_requests, known.client_answers) == ((), (), ())
    assert [one.closed_on for one in known.remedies] == [None]
    assert [(one.settled_on, one.settled_by, one.answer) for one in known.seen_in_lists] == [(None, "", "")]
    assert [one.shown_on for one in known.retests] == [None]
    assert known_by(sample("brightwater"), date(2026, 11, 1)).approvals == ()


def test_a_signature_that_was_added_later_is_not_known_yet() -> None:
    signed = record("policy_review", policy="POL-ACP", approver={"by": "dana-whitfield", "on": "2027-01-05"})
    rows = {"records.one": signed | {"entered_on": "2027-01-05", "said_on": {"approver": "2027-02-03"}}}
    project = entered(sample("brightwater"), rows)
    (before,), (afterwards,) = known_by(project, END).records, known_by(project, date(2027, 2, 3)).records
    assert (before.signer("approver"), before.text("policy")) == ("", "POL-ACP")
    assert afterwards.signer("approver") == "dana-whitfield"


def test_a_later_word_of_the_reviewer_is_not_known_yet() -> None:
    judged = evidence("A list", received="2027-01-30", state="rejected", reason="cut off", reviewed_on="2027-02-10")
    project = entered(sample("brightwater"), {"evidence.e-1": judged})
    (before,), (afterwards,) = known_by(project, END).evidence, known_by(project, date(2027, 2, 10)).evidence
    assert (before.state, before.reason) == (Standing.COLLECTED, "")
    assert afterwards.state is Standing.REJECTED
