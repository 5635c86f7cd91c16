from __future__ import annotations

from dataclasses import replace

from soc2desk.app.scope_reasons import Reason, reasons
from soc2desk.domain.answers import Answer, Practice
from soc2desk.domain.engagement import Engagement, decide_engagement
from soc2desk.domain.project import Project
from tests.composed import DAY, catalogue, changed, sample

SIGNS = "availab, uptime"


def said(category: str, *changes: str, signs: str = "", project: Project | None = None) -> tuple[Reason, ...]:
    given = changed(project or sample("brightwater"), *changes)
    return reasons(decided(given), category, signs)


def decided(project: Project) -> Engagement:
    return decide_engagement(catalogue(), project, DAY)


def keys(found: tuple[Reason, ...]) -> list[str]:
    return [one.key for one in found]


def with_answer(question: str, answer: Answer) -> Project:
    project = sample("brightwater")
    return replace(project, answers={**project.answers, question: answer})


def test_numbers_and_the_promise_to_customers_speak_for_availability() -> None:
    found = said("availability", signs=SIGNS)
    assert keys(found) == ["rto_hours.many", "rpo_hours.many", "commitments"]
    assert found[0].values == {"count": "8"}
    assert found[2].place == "answers.commitments"
    assert found[2].values["quote"].startswith("The service is available 99.9 percent")
    assert "Support answers" not in found[2].values["quote"]


def test_one_hour_is_one() -> None:
    assert keys(said("availability", "rto_hours=1"))[0] == "rto_hours.one"


def test_who_decides_about_personal_information_is_said_only_where_some_is_held() -> None:
    assert keys(said("privacy")) == ["personal_information.held", "privacy_role.processor"]
    assert keys(said("privacy", "privacy_role=controller"))[1] == "privacy_role.controller"
    assert keys(said("privacy", "handles_personal_information=no")) == ["personal_information.none"]


def test_what_nobody_confirmed_or_does_today_is_no_reason() -> None:
    for answer in (
        Answer(8, confirmed=False),
        Answer(8, practice=Practice.PLANNED),
        Answer(None, practice=Practice.NOT_YET),
        Answer(None),
    ):
        project = replace(with_answer("rto_hours", answer), people=())
        assert "rto_hours.many" not in keys(reasons(decided(project), "availability"))


def test_nothing_is_said_for_security_or_of_an_empty_project() -> None:
    assert said("security") == ()
    for category in catalogue().categories:
        assert reasons(decided(Project()), category.id, SIGNS) == ()
    assert said("a category of a pack") == ()


def test_text_is_quoted_as_it_stands_and_no_longer_than_a_line_or_two() -> None:
    hostile = with_answer("commitments", Answer("We are <b>available</b> {now} & " + "then again " * 80))
    (quoted,) = [one for one in reasons(decided(hostile), "availability", SIGNS) if one.key == "commitments"]
    assert quoted.values["quote"].startswith("We are <b>available</b> {now} & then")
    assert len(quoted.values["quote"]) <= 161


def test_signs_are_beginnings_of_words_and_no_patterns() -> None:
    found = said("availability", "commitments=Our unavailability is rare.", signs=SIGNS)
    assert "commitments" not in keys(found)
    assert "commitments" not in keys(said("availability", signs="(, [a, ,,"))
