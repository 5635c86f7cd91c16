"""The remediation list: what comes on it, in which order, and what a person changed stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.domain.remedying import in_order, with_remedies
from soc2desk.domain.walking import RECORD, review_record, walk
from tests.composed import changed, composed, sample
from tests.entered import entered

if TYPE_CHECKING:
    from soc2desk.app.session import Plain
    from soc2desk.domain.auditing import Remedy
    from soc2desk.domain.project import Project

DAY = date(2027, 5, 20)
WALKED: dict[str, Plain] = {
    "walked_requests.ER-056": {"ready": "no", "asked_on": "2027-05-18", "answer": "None yet"},
    "walked_requests.ER-104": {"ready": "partly", "asked_on": "2027-05-19"},
    "walked_requests.ER-045": {"ready": "yes", "asked_on": "2027-05-19"},
}


def listed(project: Project, day: date = DAY, *, anew: bool = False) -> tuple[Remedy, ...]:
    made = composed(project, day)
    return with_remedies(made.engagement, made.findings, anew=anew)


def walked(*changes: str) -> Project:
    return entered(changed(sample("brightwater"), *changes), WALKED)


def test_what_could_not_be_shown_and_what_an_auditor_would_write_come_on_it() -> None:
    rows = {one.id: one for one in listed(walked("systems.jira.mfa=no"))}
    assert {"er-056", "er-104", "fd-19-jira"} <= rows.keys()
    assert "er-045" not in rows
    assert not any(one.finding.startswith(("SD-", "FD-45", "FD-35")) for one in rows.values()), "warnings of ours"
    assert (rows["er-056"].owner, rows["fd-19-jira"].owner) == ("dana-whitfield", "dana-whitfield")


def test_the_worse_comes_first_and_is_due_earlier_but_never_in_the_past() -> None:
    rows = in_order(listed(walked()))
    order = [one.id for one in rows]
    assert order.index("er-056") < order.index("er-104")
    assert all(one.due is not None and one.due >= DAY for one in rows)
    soon = in_order(listed(walked(), date(2027, 7, 18)))
    assert {one.due for one in soon} == {date(2027, 7, 19)}, "a week would be after fieldwork began"


def test_what_a_person_changed_stays_and_what_is_new_goes_to_the_end() -> None:
    project = walked()
    first = tuple(replace(one, owner="sam-okafor", order=50) if one.id == "er-104" else one for one in listed(project))
    said: Plain = {"ready": "no", "asked_on": "2027-05-20"}
    more = entered(replace(project, remedies=first), {"walked_requests.ER-088": said})
    rows = {one.id: one for one in listed(more)}
    assert (rows["er-104"].owner, rows["er-104"].order) == ("sam-okafor", 50)
    assert rows["er-088"].order == 51
    anew = {one.id: one for one in listed(more, anew=True)}
    assert (anew["er-088"].order or 0) < (anew["er-104"].order or 0)


def test_a_closed_gap_opens_again_only_when_it_is_seen_anew() -> None:
    project = walked("systems.jira.mfa=no")
    done = tuple(replace(one, closed_on=date(2027, 5, 19)) for one in listed(project))
    rows = {one.id: one for one in listed(replace(project, remedies=done))}
    assert rows["er-056"].closed_on == date(2027, 5, 19), "what was said before is no news"
    assert rows["fd-19-jira"].closed_on is None, "it is still so today"


def test_owners_are_walked_through_what_they_own_and_nobody_comes_last() -> None:
    made = composed(changed(walked(), "roles.security_lead=", "owners.LOG-02="), DAY).engagement
    owners = [one.owner for one in walk(made)]
    assert owners[-1] == ""
    assert len(owners) == len(set(owners))
    assert sum(len(one.asked) for one in walk(made)) == len(made.requests)


def test_the_record_of_the_review_holds_what_was_said_and_bears_today() -> None:
    project = replace(walked(), remedies=listed(walked()))
    record = review_record(composed(project, DAY).engagement, "helen-marchetti", "conditions")
    assert (record.type, record.entered_on, record.signer("approved")) == (RECORD, DAY, "helen-marchetti")
    assert record.day("approved") == DAY
    assert record.occurrence.startswith("MON-02/")
    assert len(record.lines("walkthroughs")) == 3, "what nobody asked about is left out"
    assert len(record.lines("gaps")) == len(project.remedies)
    assert entered(replace(project, records=(record,)), {}).records == (record,), "it can be kept"
