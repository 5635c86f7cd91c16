"""Rules about people, vendors and the work that was promised."""

from __future__ import annotations

from tests.composed import seen


def abouts(rule: str, *changes: str, name: str = "brightwater") -> set[str]:
    return {finding.about for finding in seen(rule, *changes, name=name)}


def test_sd_02_a_role_that_nobody_holds() -> None:
    (finding,) = seen("SD-02", "roles.support_lead=")
    assert (finding.about, finding.place, finding.severity) == ("support_lead", "roles.support_lead", "high")
    assert "Support lead" in finding.message
    assert abouts("SD-02") == set()


def test_sd_02_the_oversight_body_may_be_empty() -> None:
    assert abouts("SD-02", "roles.oversight_body=") == set()


def test_sd_02_a_role_that_owns_nothing_here_may_be_empty() -> None:
    assert "privacy_officer" not in abouts("SD-02", "roles.privacy_officer=", name="tamarack")


def test_sd_03_two_people_with_one_address() -> None:
    same = "people.thomas-hendricks.email=LUKASZ@brightwater.example"
    (finding,) = seen("SD-03", same)
    assert finding.about == "lukasz@brightwater.example"
    assert "Thomas Hendricks" in finding.message
    assert abouts("SD-03", "people.thomas-hendricks.email=", "people.lukasz-wojcik.email=") == set()


def test_sd_05_more_dated_work_than_few_people_keep() -> None:
    many = ("access_review_period=monthly", "privileged_review_period=weekly", "log_review_period=daily")
    (finding,) = seen("SD-05", *many, name="tamarack")
    assert finding.severity == "low"
    assert "2 people" in finding.message
    assert finding.place == "answers.log_review_period"
    assert abouts("SD-05", name="tamarack") == set()
