"""Records go into a file and come back typed; what does not fit is said with its place."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from soc2desk.content.load import load
from soc2desk.domain.kept_records import KeptRecord, Signature
from soc2desk.domain.problems import Problem, ProjectProblem
from soc2desk.domain.project import Project
from soc2desk.reading.located import Located
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.storage.codec import project_from, project_to_plain

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue


REVIEW = """
format: 1
people:
  ana: {name: Ana Cole}
records:
  acc-07-2026-q3-crm:
    type: access_review
    occurrence: ACC-07/2026-Q3
    entered_by: ana
    entered_on: 2026-09-30
    values:
      sign_off: {by: ana, on: 2026-09-30}
      system: CRM
      review_date: 2026-09-29
      privileged_reviewed: yes
      lines:
      - {user: acole, decision: keep, last_login: 2026-09-01}
      - {user: old, decision: remove}
  restore:
    type: backup_restore_test
    values: {test_date: 2026-08-03 09:30, time_taken: "2.5"}
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def read(text: str, catalogue: Catalogue) -> Project:
    return project_from(read_yaml(text.encode(), "answers.yaml", ProjectProblem), catalogue)


def test_a_record_is_typed_by_the_fields_of_its_layout(catalogue: Catalogue) -> None:
    review, restore = read(REVIEW, catalogue).records
    assert review.occurrence == "ACC-07/2026-Q3"
    assert review.values["sign_off"] == Signature("ana", date(2026, 9, 30))
    assert review.said("privileged_reviewed") is True
    assert review.lines("lines")[0]["last_login"] == date(2026, 9, 1)
    assert restore.moment("test_date") == datetime.fromisoformat("2026-08-03 09:30")
    assert restore.values["time_taken"] == 2.5
    assert next(iter(review.values)) == "system", "the order of the layout, not of the file"


def test_records_come_back_from_the_plain_form(catalogue: Catalogue) -> None:
    project = read(REVIEW, catalogue)
    plain = project_to_plain(project, catalogue)
    assert project_from(Located(plain, {}, "", ProjectProblem), catalogue) == project


@pytest.mark.parametrize(
    ("found", "made", "said"),
    [
        ("type: access_review", "type: acces_review", "access_review"),
        ("occurrence: ACC-07/2026-Q3", "occurrence: the third quarter", "a control and a period"),
        ("system: CRM", "sistem: CRM", "sistem"),
        ("review_date: 2026-09-29", "review_date: 29 September", "a date"),
        ("decision: remove", "decision: delete", "line 2 a decision"),
        ("decision: keep", "decison: keep", "decision"),
        ("by: ana, on: 2026-09-30", "by: ana, on: 2026-02-30", "no calendar"),
        ("2026-08-03 09:30", "2026-08-03 25:30", "no clock"),
        ('"2.5"', "long", "a number"),
    ],
)
def test_what_does_not_fit_is_said_with_its_place(catalogue: Catalogue, found: str, made: str, said: str) -> None:
    assert found in REVIEW
    with pytest.raises(Problem) as caught:
        read(REVIEW.replace(found, made), catalogue)
    problem = caught.value
    assert said in f"{problem.message} {problem.hint}"
    assert "line" in (problem.where or "")


def test_a_record_that_code_made_is_checked_all_the_same(catalogue: Catalogue) -> None:
    made = KeptRecord("one", "backup_restore_test", values={"result": "splendid"})
    plain = project_to_plain(Project(records=(made,)), catalogue)
    with pytest.raises(Problem, match="splendid"):
        project_from(Located(plain, {}, "", ProjectProblem), catalogue)
