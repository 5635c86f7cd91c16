"""Whole files: what may stand at the top, formats, and the way there and back."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.problems import Problem, ProjectProblem, SeveralProblems
from soc2desk.domain.project import Project
from soc2desk.reading.located import Located
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.storage.codec import project_from, project_to_plain
from soc2desk.storage.gathering import MOST_TOLD
from tests.storage.any_project import projects

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.reading.located import Plain

    Refused = Callable[[str], list[Problem]]


def _from_text(text: str, catalogue: Catalogue) -> Project:
    return project_from(read_yaml(text, "acme.yaml", ProjectProblem), catalogue)


@given(data=st.data())
def test_any_project_reads_back_equal_from_its_plain_form(data: st.DataObject, catalogue: Catalogue) -> None:
    project = data.draw(projects(catalogue))
    plain = project_to_plain(project, catalogue)
    through_json = json.loads(json.dumps(plain))
    assert project_from(Located(through_json, {}, "again", ProjectProblem), catalogue) == project


def test_a_file_of_nothing_but_faults_is_told_by_as_many_as_one_mends(refused: Refused) -> None:
    found = refused("answers:\n" + "".join(f"  nothing_{number}: x\n" for number in range(2_000)))
    assert len(found) == MOST_TOLD
    assert found[-1].message == f"There is no question 'nothing_{MOST_TOLD - 1}'."


def test_a_file_with_a_format_alone_is_an_empty_project(catalogue: Catalogue) -> None:
    assert _from_text("format: 1", catalogue) == Project()


def test_every_section_may_be_empty(catalogue: Catalogue) -> None:
    assert (
        _from_text("format: 1\nanswers:\npeople: {}\nroles:\nnot_relevant: ~\ndocument_date:", catalogue) == Project()
    )


@pytest.mark.parametrize(
    ("text", "said", "advice"),
    [
        ("", "empty", None),
        ("# nothing\n", "empty", None),
        ("- a\n- b", "must be a table", "format: 1"),
        ("just words", "must be a table", "format: 1"),
        ("answers: {}", "does not say its format", "Begin it with: format: 1"),
        ("format:\nanswers: {}", "does not say its format", None),
        ("format: one", "must be a whole number", "format: 1"),
        ("format: [1]", "must be a whole number", None),
        ("format: 0", "There is no format 0", None),
        ("format: 2", "written by a newer soc2desk: format 2", "Install the newest"),
        (f"format: {'9' * 9000}", "newer soc2desk: format 99999999;", None),
        ("format: 1\nanswer: {}", "There is no section 'answer'", "Did you mean answers?"),
        ("format: 1\nanswers: [a]", "answers must be a table", None),
        ("format: 1\nanswers: a", "answers must be a table", None),
        ("format: 1\nnot_relevant: [a]", "not_relevant must be a table", None),
        ("format: 1\ndocument_date: soon", "document_date must be a date", None),
        ("format: 1\ncompany: Acme", "There is no section 'company'", None),
    ],
)
def test_a_file_that_is_no_project_is_refused(catalogue: Catalogue, text: str, said: str, advice: str | None) -> None:
    with pytest.raises(ProjectProblem) as caught:
        _from_text(text, catalogue)
    assert said in caught.value.message
    assert (caught.value.where or "").startswith("acme.yaml")
    assert advice is None or advice in (caught.value.hint or "")


def test_a_newer_file_is_refused_before_its_unknown_parts_are_complained_of(catalogue: Catalogue) -> None:
    with pytest.raises(ProjectProblem, match="newer"):
        _from_text("format: 2\nmagic: {a: b}\nanswers: {unheard: of}", catalogue)


def test_problems_of_every_section_come_together(refused: Refused) -> None:
    problems = refused(
        "answers: {companny: A, has_office: perhaps}\npeople: {Dana: {name: D}}\nroles: {it_lead: {holder: zed}}\n"
        "not_relevant: {CC6.1: No}\nextra: 1"
    )
    assert len(problems) == 6
    assert all(problem.where and problem.exit_code == 4 for problem in problems)


def test_several_problems_are_raised_as_one(catalogue: Catalogue) -> None:
    with pytest.raises(SeveralProblems) as caught:
        _from_text("format: 1\nanswers: {a: b, c: d}", catalogue)
    assert len(caught.value.problems) == 2


def test_empty_tables_are_not_written(catalogue: Catalogue) -> None:
    assert project_to_plain(Project(), catalogue) == {"format": "1"}


@given(st.recursive(
    st.none() | st.text(max_size=8) | st.sampled_from(["1", "format", "yes", "2027-01-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=12,
))  # fmt: skip
def test_data_of_any_shape_is_read_or_refused_but_never_a_fault(catalogue: Catalogue, shape: Plain) -> None:
    sections = ("answers", "people", "roles", "vendors", "systems", "owners", "control_states", "not_relevant")
    files: tuple[Plain, ...] = (
        {"format": "1", **dict.fromkeys(sections, shape)},
        {"format": "1", "answers": dict.fromkeys(catalogue.questions, shape)},
        {"format": "1", "people": {"a": shape}, "control_states": {"ACC": shape}, "approvals": {"POL-ACP": shape}},
        {"format": "1", "people": {"a": {"name": shape, "start": shape}}, "control_states": {"ACC": {"state": shape}}},
    )
    for data in files:
        with suppress(ProjectProblem, SeveralProblems):
            project_from(Located(data, {}, "any", ProjectProblem), catalogue)
