from __future__ import annotations

from soc2desk.app.looking_over import SHOWN, Counts, Line, LineKind, Wanted, counts, lines
from soc2desk.domain.findings import Finding, Severity
from soc2desk.domain.project import Project
from tests.composed import composed, of_sample


def finding(rule: str, severity: Severity, about: str, message: str = "Something") -> Finding:
    return Finding(rule, severity, "Title", message, "Do it", f"owners.{about}", about, (about,))


ALIKE = tuple(finding("FD-01", Severity.HIGH, f"ACC-{n:02}") for n in range(12))
FINDINGS = (*ALIKE, finding("FD-04", Severity.MEDIUM, "dana", "Dana stands alone"), finding("NEW", Severity.LOW, "x"))


def shown(wanted: Wanted = Wanted()) -> tuple[Line, ...]:  # noqa: B008 - a frozen value
    return lines(of_sample("brightwater").engagement, FINDINGS, wanted)


def kinds(found: tuple[Line, ...]) -> list[str]:
    return [line.kind.value for line in found]


def test_alike_findings_are_folded_and_the_fold_says_how_many_it_hides() -> None:
    found = shown()
    assert kinds(found) == ["heading", *["finding"] * SHOWN, "more", "heading", "finding", "heading", "finding"]
    assert (found[0].count, found[SHOWN + 1].count) == (12, 12 - SHOWN)


def test_an_opened_fold_shows_all_and_can_be_closed() -> None:
    found = shown(Wanted(opened=frozenset({"FD-01"})))
    assert kinds(found)[1:14] == [*["finding"] * 12, "fewer"]


def test_one_more_than_shown_is_not_worth_a_fold() -> None:
    few = lines(of_sample("brightwater").engagement, ALIKE[: SHOWN + 1], Wanted())
    assert kinds(few) == ["heading", *["finding"] * (SHOWN + 1)]


def test_searching_looks_into_every_fold() -> None:
    assert [line.finding.about for line in shown(Wanted("acc-11")) if line.finding] == ["ACC-11"]
    assert kinds(shown(Wanted("dana alone"))) == ["heading", "finding"]
    assert shown(Wanted("<b> %s {x}")) == ()


def test_one_severity_alone_can_be_seen() -> None:
    assert {line.severity for line in shown(Wanted(severity=Severity.LOW))} == {Severity.LOW}


def test_what_an_auditor_sees_stands_with_a_rule_of_the_content_and_nothing_with_one_it_does_not_know() -> None:
    found = {line.finding.rule: line.auditor_sees for line in shown() if line.kind is LineKind.FINDING and line.finding}
    assert found["FD-01"] == "Nobody can explain or produce evidence"
    assert found["NEW"] == ""


def test_keys_stay_while_other_findings_go() -> None:
    before = {line.key for line in shown()}
    after = {line.key for line in lines(of_sample("brightwater").engagement, FINDINGS[1:], Wanted())}
    assert len(before) == len(shown())
    assert before - after == {"FD-01 ACC-00 owners.ACC-00"}


def test_the_numbers_count_findings_and_checks_that_found_nothing() -> None:
    made = of_sample("brightwater")
    found = counts(made.engagement, made.findings)
    assert (found.high, found.medium, found.low, found.total) == (0, 0, 3, 3)
    assert found.checks - found.quiet == len({one.rule for one in made.findings})
    assert counts(made.engagement, FINDINGS).total == len(FINDINGS)


def test_an_empty_project_has_its_findings_and_no_findings_have_no_lines() -> None:
    made = composed(Project())
    assert counts(made.engagement, made.findings).total == len(made.findings) > 0
    assert lines(made.engagement, (), Wanted()) == ()
    assert counts(made.engagement, ()) == Counts(0, 0, 0, quiet := counts(made.engagement, ()).quiet, quiet)
