"""What our rules see of a client's own numbers and words for controls, and of those it has retired."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.in_own_words import statement_hash
from soc2desk.packet.client_words import judge_statements
from soc2desk.readiness.check import check
from soc2desk.readiness.rule import Situation
from tests.composed import catalogue, sample
from tests.entered import entered, evidence

if TYPE_CHECKING:
    from soc2desk.domain.findings import Finding
    from soc2desk.reading.located import Plain

DAY = date(2027, 5, 20)
SAME = statement_hash(catalogue().control["ACC-07"])
LINE: dict[str, Plain] = {"number": "AC-1", "text": "We look at all accounts.", "controls": ["ACC-07"]}
DECIDED: dict[str, Plain] = {**LINE, "confirmed_by": "dana-whitfield", "confirmed_on": "2026-11-02"}


def seen(rule: str, rows: dict[str, dict[str, Plain]], day: date = DAY) -> tuple[Finding, ...]:
    engagement = decide_engagement(catalogue(), entered(sample("brightwater"), rows), day)
    found = check(Situation(engagement, statements=judge_statements(engagement)))
    return tuple(one for one in found if one.rule == rule)


def worded(text: str, replaced: str = SAME) -> dict[str, dict[str, Plain]]:
    return {"control_wordings.ACC-07": {"text": text, "replaced": replaced, "on": "2026-11-02"}}


def retired(last_day: str, control: str = "ACC-07") -> dict[str, dict[str, Plain]]:
    return {f"retired_controls.{control}": {"last_day": last_day, "reason": "Done by the host now", "on": last_day}}


def test_sd_80_a_wording_that_prints_an_unknown_name_gives_way() -> None:
    (finding,) = seen("SD-80", worded("We look {{ never_heard_of }}."))
    assert (finding.place, finding.severity) == ("control_states.ACC-07", "high")
    assert "never_heard_of" in finding.message
    assert seen("SD-80", worded("We look at accounts {{ access_review_period | each }}.")) == ()


def test_sd_81_a_library_that_says_something_new_is_told() -> None:
    assert [one.about for one in seen("SD-81", worded("We look.", "0" * 64))] == ["ACC-07"]
    assert seen("SD-81", worded("We look.")) == ()


def test_sd_82_words_without_the_rhythm_are_told_with_the_value_that_is_missing() -> None:
    (finding,) = seen("SD-82", worded("We look at all accounts."))
    assert "quarter" in finding.message
    assert finding.severity == "medium", "the document and the answer may disagree"
    (monthly,) = seen("SD-82", worded("We look at all accounts every month."))
    assert "quarter" in monthly.message, "the answer, which the words contradict"
    assert seen("SD-82", worded("We look {{ access_review_period | each }}.")) == ()
    assert [one.about for one in seen("SD-82", {"listed_controls.one": DECIDED})] == ["ACC-07"], "of a list too"


def test_sd_83_a_control_retired_within_the_period_is_told() -> None:
    (finding,) = seen("SD-83", retired("2027-03-31"))
    assert "2027-03-31" in finding.message
    assert finding.criteria


def test_sd_83_an_end_before_the_period_that_was_entered_since_it_began_is_told() -> None:
    row = {"last_day": "2026-12-01", "reason": "Nobody did it", "on": "2027-02-01"}
    (finding,) = seen("SD-83", {"retired_controls.ACC-07": row})
    assert "2026-12-01, entered on 2027-02-01" in finding.message


def test_sd_83_is_quiet_of_what_was_never_in_the_period_or_is_not_over() -> None:
    assert seen("SD-83", retired("2026-12-01")) == (), "before the first day"
    assert seen("SD-83", retired("2027-07-15"), date(2027, 8, 1)) == (), "after the last day it stands in the matrix"


def test_sd_84_lines_that_wait_are_one_finding() -> None:
    (finding,) = seen("SD-84", {"listed_controls.one": LINE, "listed_controls.two": {**LINE, "number": "AC-2"}})
    assert "2 (AC-1, AC-2)" in finding.message
    assert seen("SD-84", {"listed_controls.one": DECIDED, "listed_controls.two": {**LINE, "gone": "yes"}}) == ()


def test_sd_85_controls_that_the_list_lacks_are_offered_until_somebody_decides() -> None:
    assert seen("SD-85", {}) == (), "without a list nothing is missing in it"
    (finding,) = seen("SD-85", {"listed_controls.one": DECIDED})
    assert "ACC-07" not in finding.controls
    assert "ACC-10" in finding.controls
    said: dict[str, Plain] = {"state": "does_not_apply", "reason": "Nobody", "confirmed_on": "2026-11-02"}
    (finding,) = seen("SD-85", {"listed_controls.one": DECIDED, "control_states.ACC-10": said})
    assert "ACC-10" not in finding.controls


# ---- policies of the client's own ------------------------------------------------------------------

POLICY: dict[str, Plain] = {"title": "Our policy", "on": "2026-11-02", "digest": "0" * 64, "evidence": "e-1"}
CLAUSE: dict[str, Plain] = {
    "document": "isp", "heading": "Reviews", "text": "We look.", "digest": "0" * 64, "controls": ["ACC-07"],
    "confirmed_by": "priya-natarajan", "confirmed_on": "2026-11-02",
}  # fmt: skip
FILE = evidence("Our policy", file="e-1-policy.docx", digest="0" * 64, size="9")


def seen_with(
    rule: str, policy: dict[str, Plain], clause: dict[str, Plain], kept: dict[str, Plain] = FILE, **more: object
) -> tuple[Finding, ...]:
    rows = {"own_documents.isp": policy, "own_clauses.one": clause, "evidence.e-1": kept}
    project = entered(sample("brightwater"), rows)
    situation = Situation(decide_engagement(catalogue(), project, DAY), **more)  # type: ignore[arg-type]
    return tuple(one for one in check(situation) if one.rule == rule)


def test_sd_86_a_file_that_is_not_the_one_that_was_read_is_told_with_its_sections() -> None:
    (finding,) = seen_with("SD-86", POLICY, CLAUSE, files={"e-1": "changed"})
    assert "Reviews" in finding.message
    (finding,) = seen_with("SD-86", POLICY, CLAUSE, {**FILE, "digest": "1" * 64})
    assert "Reviews" in finding.message, "another file in its place"
    (finding,) = seen_with("SD-86", {**POLICY, "evidence": "e-2"}, CLAUSE)
    assert "Reviews" in finding.message, "no file at all"
    assert seen_with("SD-86", POLICY, CLAUSE) == ()
    assert seen_with("SD-86", POLICY, {**CLAUSE, "gone": "yes"}, files={"e-1": "changed"}) == (), "nothing rests on it"


def test_sd_87_a_policy_of_which_nobody_said_when_it_was_approved() -> None:
    assert [one.about for one in seen_with("SD-87", POLICY, CLAUSE)] == ["isp"]
    assert seen_with("SD-87", {**POLICY, "approved_on": "2026-03-01"}, CLAUSE) == ()


def test_sd_88_a_control_that_no_policy_states() -> None:
    stated = {one.id: ("POL-ACP",) for one in decide_engagement(catalogue(), sample("brightwater"), DAY).controls}
    documents = {"POL-ACP": "Access control policy"}
    assert seen_with("SD-88", POLICY, CLAUSE, stated_in=stated, documents=documents) == ()
    (finding,) = seen_with("SD-88", POLICY, CLAUSE, stated_in=stated | {"ACC-10": ("DSC",)}, documents=documents)
    assert finding.controls == ("ACC-10",)


def test_an_incident_plan_of_the_clients_own_counts_once_it_was_approved() -> None:
    clause: dict[str, Plain] = {**CLAUSE, "controls": ["IRS-01"]}
    assert len(seen_with("FD-24", POLICY, clause)) == 1
    assert seen_with("FD-24", {**POLICY, "approved_on": "2026-03-01"}, clause) == ()
