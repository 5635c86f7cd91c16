"""What is wrong in the content is told with file, line and the nearest right word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.conditions import Condition
from soc2desk.domain.problems import Problem, SeveralProblems
from tests.content.small_world import small_catalogue

if TYPE_CHECKING:
    from pathlib import Path


def test_ids_and_words_are_joined(tmp_path: Path) -> None:
    catalogue = small_catalogue(tmp_path)
    control = catalogue.control["ACC-01"]
    assert (control.title, control.family, control.cccs) == ("Review", "ACC", ("BC.1.1",))
    assert control.uses == ("company", "review_period", "limit", "style")
    assert control.applies_when == Condition("name", value="has_office")
    assert catalogue.populations[0].controls == catalogue.records[0].controls == ("ACC-01",)
    assert catalogue.questions["review_period"].choice_labels == ("every month", "every quarter")
    assert catalogue.questions["limit"].unit_label == "days"
    assert catalogue.phrases["unit.days.one"] == "day"


def test_a_document_keeps_its_body_and_where_it_begins(tmp_path: Path) -> None:
    document = small_catalogue(tmp_path).template["POL-ACP"]
    assert document.body.startswith("## @purpose Purpose")
    assert document.first_line == 12
    assert document.when == Condition("name", value="has_office")


def test_a_page_may_hold_tables_in_place_of_questions(tmp_path: Path) -> None:
    catalogue = small_catalogue(tmp_path)
    first, second = catalogue.pages
    assert (first.intro, first.tables) == ("Say it.", ())
    assert (second.title, second.questions, second.tables) == ("Systems", (), ("systems",))
    weight = catalogue.table["systems"].columns[1]
    assert (weight.label, weight.heading, weight.help) == ("How heavy?", "Weight", "Guess.")
    assert [weight.choice_label(choice) for choice in ("light", "heavy", "odd")] == ["Not much", "A lot", "odd"]


def test_questions_have_their_help_and_terms_their_meaning(tmp_path: Path) -> None:
    catalogue = small_catalogue(tmp_path)
    assert catalogue.questions["company"].help == "The name in contracts. Nothing else."
    assert catalogue.questions["limit"].help == ""
    assert catalogue.term["rota"].see == ("limit", "CC6.2")
    assert catalogue.term["turn"].meaning == "One of a rota."


def test_an_exercise_holds_its_faults_with_the_words_of_their_kind(tmp_path: Path) -> None:
    first, second = small_catalogue(tmp_path).exercise["first"].faults
    assert (first.id, first.writes, first.is_in_project) == ("unowned", "{item} has nobody.", True)
    assert first.plantings[1].sets == {"roles.sponsor.holder": ""}
    assert (second.id, second.files, second.is_in_project) == ("seen-2", ("watching/alerts.csv",), False)


_ONE = "resources/exercises/one.yaml, line "
FAULTS = [
    ("exercises/one", "finding: FD-01, => finding: FD-99,", _ONE + "2", "FD-01"),
    ("exercises/one", "control: ACC-01, => control: ACC-99,", _ONE + "2", "ACC-01"),
    ("exercises/one", "criterion: CC6.2, => criterion: CC9.9,", _ONE + "2", None),
    ("exercises/one", "request: ER-001 => request: ER-01", _ONE + "2", "ER-001"),
    (
        "exercises/one",
        "plant: alert_waited => plant: alert_wait",
        _ONE + "3",
        "alert_waited",
    ),
    ("exercises/one", ", files: [watching/alerts.csv] => ", _ONE + "3", None),
    ("exercises/one", "level: first => level: easy", _ONE + "7", "Known: first"),
    (
        "exercises/one",
        "period_end: 2026-06-30 => period_end: 2026-03-30",
        _ONE + "11",
        None,
    ),
    (
        "exercises/one",
        ', {about: [sponsor], sets: {roles.sponsor.holder: ""}} => ',
        _ONE + "14",
        "two",
    ),
    ("exercises/one", "fault: unowned => fault: unowed", _ONE + "13", "unowned"),
    ("exercises/one", "fault: seen, => fault: unowned,", _ONE + "15", None),
    ("en/exercises", "first: {title => frist: {title", _ONE + "5", "frist"),
    ("en/exercises", "  seen: => \n  sene:", _ONE + "3", "sene"),
    ("schedule/milestones", "owner: lead => owner: lad", "resources/schedule/milestones.yaml, line 2", "lead"),
    ("schedule/milestones", "anchor: start => anchor: soon", "resources/schedule/milestones.yaml, line 2", None),
    ("en/milestones", "MS-01: => MS-02:", "resources/schedule/milestones.yaml, line 2", "Did you mean MS-02?"),
    ("interview/2", "tables: [systems] => tables: [system]", "resources/interview/2.yaml, line 2", "systems"),
    ("en/interview", "weight: {label: => weight: {lable:", "resources/words/en/interview.yaml, line 12", "label"),
    ("en/help", "  company: => \n  compny:", "resources/words/en/help.yaml, line 3", "Did you mean company?"),
    ("en/help", "see: [rota] => see: [rote]", "resources/words/en/help.yaml, line 5", "Did you mean rota?"),
    ("en/help", "see: [limit, CC6.2] => see: [limit, CC62]", "resources/words/en/help.yaml, line 4", "CC6.2"),
    ("en/help", "meaning: Whose turn it is. => sense: a", "resources/words/en/help.yaml, line 4", None),
    ("acc", "owner: lead => owner: laed", "resources/controls/acc.yaml, line 9", "Did you mean lead?"),
    ("acc", "criteria: [CC6.2] => criteria: [CC62]", "resources/controls/acc.yaml, line 3", "Did you mean CC6.2?"),
    ("acc", "categories: [always] => categories: [secure]", "resources/controls/acc.yaml, line 4", "security"),
    ("acc", "cadence: quarterly => cadence: often", "resources/controls/acc.yaml, line 7", "Known: continuous"),
    (
        "acc",
        "cadence_from: review_period => cadence_from: review",
        "resources/controls/acc.yaml, line 8",
        "review_period",
    ),
    ("acc", "cadence_from: review_period => cadence_from: limit", "resources/controls/acc.yaml, line 8", None),
    ("acc", "core: yes => core: perhaps", "resources/controls/acc.yaml, line 5", None),
    ("acc", "reviewer: sponsor => reviewer: lead", "resources/controls/acc.yaml, line 10", None),
    (
        "acc",
        "applies_when: has_office => applies_when: has_ofice",
        "resources/controls/acc.yaml, line 12",
        "has_office",
    ),
    (
        "acc",
        "applies_when: has_office => applies_when: has_office is none",
        "resources/controls/acc.yaml, line 12",
        "not",
    ),
    (
        "acc",
        "applies_when: has_office => applies_when: has_office == 'yes'",
        "resources/controls/acc.yaml, line 12",
        "not",
    ),
    ("acc", "style == 'logs' => style == 'log'", "resources/controls/acc.yaml, line 14", "logs"),
    ("acc", "{id: logs, => {id: other,", "resources/words/en/controls.yaml, line 9", None),
    ("acc", "- {id: CC6.2, => - {id: CC6.3,", "resources/controls/acc.yaml, line 16", "CC6.2"),
    ("acc", "population: accounts => population: account", "resources/controls/acc.yaml, line 17", "accounts"),
    ("acc", "records: [access_review] => records: [review]", "resources/controls/acc.yaml, line 18", None),
    ("acc", "records: [access_review] => acts_per: systems", "resources/controls/acc.yaml, line 18", "system"),
    ("acc", "records: [access_review] => notes: x", "resources/controls/acc.yaml, line 18", None),
    ("families", "id: ACC => id: OWN", "resources/controls/families.yaml, line 2", "another id"),
    ("families", "id: ACC => id: AXC", "resources/controls/acc.yaml, line 2", None),
    ("families", "skill_area: access => skill_area: acces", "resources/controls/families.yaml, line 2", "access"),
    ("criteria/criteria", "category: security => category: safety", "resources/criteria/criteria.yaml, line 6", None),
    (
        "requests/requests",
        "controls: [ACC-01] => controls: [ACC-10]",
        "resources/requests/requests.yaml, line 10",
        "ACC-01",
    ),
    (
        "requests/requests",
        "sample_from: calendar => sample_from: ER-002",
        "resources/requests/requests.yaml, line 11",
        "ER-001",
    ),
    ("requests/requests", "[type_1] => [type_3]", "resources/requests/requests.yaml, line 6", "type_"),
    ("requests/requests", "section: access => section: acess", "resources/requests/requests.yaml, line 4", "access"),
    (
        "policies/policies",
        "approver: sponsor => approver: sponser",
        "resources/policies/policies.yaml, line 2",
        "sponsor",
    ),
    (
        "findings/findings",
        "severity: high => severity: info",
        "resources/findings/findings.yaml, line 3",
        "Known: high",
    ),
    ("records/records", "name: period => name: perod", "resources/words/en/requests.yaml, line 11", None),
    ("law/law", "read_on: 2026-11-22 => read_on: lately", "resources/law/law.yaml, line 2", "2026-11-22"),
    ("law/law", "law: ACT => law: ATC", "resources/law/law.yaml, line 4", "Did you mean ACT?"),
    ("law/law", "source: statute => source: hearsay", "resources/law/law.yaml, line 4", "statute"),
    ("law/law", "controls: [ACC-01] => controls: [ACC-11]", "resources/law/law.yaml, line 4", "ACC-01"),
    ("law/law", "controls: [ACC-01] => when: has_ofice", "resources/law/law.yaml, line 4", "has_office"),
    ("en/law", "duties: {D-1: => duties: {D-2:", "resources/law/law.yaml, line 4", "D-2"),
    ("baseline/cccs", "controls: [ACC-01] => controls: [ACC-02]", "resources/baseline/cccs.yaml, line 4", "ACC-01"),
    (
        "baseline/cccs",
        "[ACC-01]} => [ACC-01], suggests: [{said: [no], control: ACC-01, value: in_place}]}",
        "resources/baseline/cccs.yaml, line 4",
        None,
    ),
    (
        "baseline/cccs",
        "[ACC-01]} => [ACC-01], suggests: [{said: [no], question: limitt, value: not yet}]}",
        "resources/baseline/cccs.yaml, line 4",
        "Did you mean limit?",
    ),
    (
        "baseline/cccs",
        "[ACC-01]} => [ACC-01], suggests: [{said: [no]}]}",
        "resources/baseline/cccs.yaml, line 4",
        None,
    ),
    ("interview/1", "when: has_office => when: review_period", "resources/interview/1.yaml, line 5", None),
    ("interview/1", "suggest: logs => suggest: log", "resources/interview/1.yaml, line 5", None),
    ("interview/1", "suggest: '5' => suggest: five", "resources/interview/1.yaml, line 7", None),
    ("interview/1", "unit: days => unit: moons", "resources/interview/1.yaml, line 7", None),
    ("interview/1", "{id: company, => {id: has_office,", "resources/interview/1.yaml, line 4", None),
    ("en/interview", "alerts: Alerts => alarms: Alarms", "resources/words/en/interview.yaml, line 5", None),
    ("en/controls", "| each => | often", "resources/words/en/controls.yaml, line 8", "Known"),
    ("en/controls", "{{ company }} => {{ compny }}", "resources/words/en/controls.yaml, line 8", "company"),
    ("en/controls", "  ACC-01: =>   ACC-02:", "resources/controls/acc.yaml, line 2", "Did you mean ACC-02?"),
    ("en/controls", "    title: Review\n => ", "resources/words/en/controls.yaml, line 6", None),
    ("en/phrases", "one: day => one: [day]", "resources/words/en/phrases.yaml, line 2", None),
    ("policies/access", "owner: lead => owner: lad", "policy_templates/en/policies/access.md, line 6", "lead"),
    ("policies/access", "kind: policy => kind: polcy", "policy_templates/en/policies/access.md, line 4", "policy"),
    ("policies/access", "kind: policy => kind: plan", "policy_templates/en/policies/access.md, line 4", None),
    ("policies/access", "title: Access policy\n => ", "policy_templates/en/policies/access.md, line 2", None),
    (
        "policies/access",
        "when: has_office => when: office",
        "policy_templates/en/policies/access.md, line 10",
        "has_office",
    ),
    ("policies/access", "review: annual => review: yearly", "policy_templates/en/policies/access.md, line 8", "Known"),
    ("policies/access", "---\nid => id", "policy_templates/en/policies/access.md, line 1", "Begin the file"),
    ("policies/access", "---\n## => ##", "policy_templates/en/policies/access.md, line 14", "Begin the file"),
]


@pytest.mark.parametrize(("whose", "change", "where", "hint"), FAULTS)
def test_a_fault_names_its_file_and_line(tmp_path: Path, whose: str, change: str, where: str, hint: str | None) -> None:
    with pytest.raises(Problem) as caught:
        small_catalogue(tmp_path, **{whose: change})
    problems = caught.value.problems if isinstance(caught.value, SeveralProblems) else (caught.value,)
    found = [problem for problem in problems if problem.where == where]
    assert found, [f"{problem} " for problem in problems]
    assert hint is None or any(hint in (problem.hint or "") for problem in found)


def test_an_id_that_stands_twice_names_both_places(tmp_path: Path) -> None:
    twice = "roles: [lead, sponsor] => roles: [lead, sponsor, lead]"
    with pytest.raises(Problem, match=r"The role lead stands here and in resources/controls/roles.yaml, line 1"):
        small_catalogue(tmp_path, roles=twice)


def test_every_fault_is_told_in_one_reading(tmp_path: Path) -> None:
    with pytest.raises(SeveralProblems) as caught:
        small_catalogue(tmp_path, acc="owner: lead => owner: x", **{"policies/policies": "owner: lead => owner: y"})
    assert len(caught.value.problems) == 2
