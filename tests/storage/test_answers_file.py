"""Answers files that the program writes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.answers import Answer
from soc2desk.domain.problems import ProjectProblem
from soc2desk.domain.project import Project
from soc2desk.domain.questions import Page
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.storage.answers_file import blank, write
from soc2desk.storage.codec import project_from
from tests.storage.any_project import projects

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue


def _read(text: str, catalogue: Catalogue) -> Project:
    return project_from(read_yaml(text, "again.yaml", ProjectProblem), catalogue)


@given(data=st.data())
def test_any_project_reads_back_equal_from_its_answers_file(data: st.DataObject, catalogue: Catalogue) -> None:
    project = data.draw(projects(catalogue))
    assert _read(write(project, catalogue), catalogue) == project


@pytest.mark.parametrize(
    "company", ["No", "6.10", "007", "Line one\n  # two\nthree: four", "'Quoted' # Sons: a", "null"]
)
def test_an_awkward_company_name_survives_here_and_in_other_programs(company: str, catalogue: Catalogue) -> None:
    text = write(Project(answers={"company": Answer(company)}), catalogue)
    assert _read(text, catalogue).answers["company"].value == company
    assert yaml.safe_load(text)["answers"]["company"] == company


def test_numbers_dates_and_yes_stand_without_quotation_marks(catalogue: Catalogue) -> None:
    project = _read(
        "format: 1\nanswers: {has_office: yes, password_min_length: 12, window_start: 2027-02-01, "
        "review_period: {planned: annual, from: 2027-03-01}}\npeople: {dana: {name: Dana, start: 2022-03-14}}",
        catalogue,
    )
    text = write(project, catalogue)
    for line in ("has_office: yes", "password_min_length: 12", "window_start: 2027-02-01", "from: 2027-03-01"):
        assert f"{line}\n" in text
    assert "start: 2022-03-14\n" in text


def test_the_file_says_its_format_first(catalogue: Catalogue) -> None:
    assert write(Project(), catalogue) == "format: 1\n"


def test_a_blank_file_reads_as_an_empty_project(catalogue: Catalogue) -> None:
    assert _read(blank(catalogue), catalogue) == Project()


def test_a_blank_file_explains_every_question(catalogue: Catalogue) -> None:
    text = blank(catalogue)
    for question in catalogue.questions.values():
        assert f"  {question.id}:\n" in text
        assert f"  # {question.label}\n" in text
    for line in (
        "# It stands on every document.",
        "# One of: ON (Ontario), QC (Quebec), outside (Outside).",
        "# A number of characters.",
        "# Usual: 12.",
        "# Or: not yet.",
        "# May be answered with: none.",
        "# yes, no or not yet.",
        "because # begins a comment: '#1f4e79'.",
    ):
        assert line in text


def test_a_page_of_tables_leaves_no_empty_heading_in_a_blank_file(catalogue: Catalogue) -> None:
    tables = Page("systems", "Systems in use", (), tables=("systems",))
    assert blank(replace(catalogue, pages=(tables, *catalogue.pages))) == blank(catalogue)


def test_a_blank_file_lists_every_role(catalogue: Catalogue) -> None:
    assert "  it_lead: {holder: , backup: }  # IT lead\n" in blank(catalogue)


def test_the_example_rows_of_a_blank_file_can_be_used_by_taking_the_comment_signs_away(catalogue: Catalogue) -> None:
    whole = blank(catalogue)
    tables = whole[whole.index("people:\n") :]
    opened = "\n".join(line[1:] if line.startswith("#  ") else line for line in tables.splitlines())
    others = "  sam-okafor: {name: Sam Okafor}\n  priya-nair: {name: Priya Nair}\n"
    opened = opened.replace("people:\n", f"people:\n{others}")
    for stranger, known in (("ACC-03", "ACC-01"), ("ACC-04", "ACC-07"), ("BCP-06", "PHY-02")):
        opened = opened.replace(stranger, known)
    kept = "\n".join(line for line in opened.splitlines() if "GOV:" not in line and "BCP-02:" not in line)
    project = _read(f"format: 1\n{kept.replace('PHY-01', 'PHY')}", catalogue)
    assert project.person["dana-whitfield"].name == "Dana Whitfield"
    assert project.vendor["boreal-cloud"].expected_controls
    assert [system.id for system in project.systems] == ["production"]
    assert [entry.id for entry in project.control_states] == ["PHY-02", "PHY"]
    assert (project.risks[0].score, project.risks[0].candidate) == (16, "RSK-C01")
    assert project.exceptions[0].document == "POL-ACP"
    assert project.commitments_made[0].controls == ("PHY-02",)
    assert project.access_rights[0].privileged
    assert project.service_accounts[0].system == "production"
    assert "P3.1" in project.not_relevant
    assert [(one.id, one.answer) for one in project.self_check] == [("BC.5.1", "partly"), ("BC.9.6", "not_applicable")]
