"""A small catalogue with a question of every kind, and ways to read a text against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from soc2desk.domain.baseline import BaselineControl, BaselineItem
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.catalogue import Catalogue
from soc2desk.domain.controls import Control, Family, Nature, Role
from soc2desk.domain.criteria import Criterion
from soc2desk.domain.policies import Template
from soc2desk.domain.problems import Problem, ProjectProblem, SeveralProblems
from soc2desk.domain.questions import Page, Question, QuestionKind
from soc2desk.domain.risks import RiskCandidate
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.storage.codec import project_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.domain.project import Project

# A busy machine is no fault of the program.
settings.register_profile("calm", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

Kind = QuestionKind

QUESTIONS = (
    Question("company", Kind.TEXT, "What is the company called?", "It stands on every document."),
    Question("service_summary", Kind.LONG_TEXT, "What does it do?"),
    Question("prepared_by", Kind.TEXT, "Who prepares this?", optional=True),
    Question("accent_color", Kind.TEXT, "Brand colour", optional=True),
    Question(
        "province",
        Kind.CHOICE,
        "Where?",
        choices=("ON", "QC", "outside"),
        choice_labels=("Ontario", "Quebec", "Outside"),
    ),
    Question("categories", Kind.MANY, "Which?", choices=("security", "availability", "privacy"), suggest="security"),
    Question("has_office", Kind.YES_NO, "Is there an office?"),
    Question("password_min_length", Kind.NUMBER, "How long?", unit="characters", unit_label="characters", suggest="12"),
    Question("rto_hours", Kind.NUMBER, "How soon back?", unit="hours", optional=True),
    Question("access_removal_limit", Kind.DURATION, "How soon?", suggest="1 business day"),
    Question("review_period", Kind.CADENCE, "How often?", choices=("monthly", "quarterly", "annual")),
    Question("window_start", Kind.DATE, "When does it begin?"),
    Question("window_end", Kind.DATE, "When does it end?"),
    Question("mfa_systems", Kind.LIST, "Where?"),
    Question("logo", Kind.PICTURE, "Logo", optional=True),
    Question("regulators", Kind.LIST, "Which?", optional=True),
)


def _control(id_: str) -> Control:
    return Control(
        id_, id_[:3], "", "", (), (), core=True, nature=Nature.MANUAL, cadence=Cadence.ANNUAL, owner="it_lead",
        reviewer="security_lead", skill_area="",
    )  # fmt: skip


def _criterion(id_: str, category: str) -> Criterion:
    return Criterion(id_, category, "", "", "", "")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """A catalogue small enough to see through."""
    return Catalogue(
        version="1",
        edition="2017",
        categories=(),
        criteria=(_criterion("CC6.1", "security"), _criterion("P3.1", "privacy"), _criterion("A1.2", "availability")),
        skill_areas=(),
        families=(Family("ACC", "Access", ""), Family("PHY", "Places", "")),
        roles=(Role("it_lead", "IT lead", ""), Role("security_lead", "Security lead", "")),
        controls=(_control("ACC-01"), _control("ACC-07"), _control("PHY-02")),
        requests=(),
        populations=(),
        policies=(),
        records=(),
        baseline=(BaselineControl("BC.5", "Sign-in", tuple(BaselineItem(i, i, (), ()) for i in ("BC.5.1", "BC.9.6"))),),
        pages=(Page("all", "All questions", QUESTIONS),),
        findings=(),
        risks=(RiskCandidate("RSK-C01", "threat", "A stolen password", "It is used.", "Odd sign-ins.", ("ACC-01",)),),
        templates=(
            Template("POL-ACP", "Access", "policy", "staff", "it_lead", "it_lead", "annual", "1", "a.md", "", 1),
        ),
    )


@pytest.fixture(scope="session")
def read(catalogue: Catalogue) -> Callable[[str], Project]:
    """Read the text of an answers file called acme.yaml; the format line is put before it."""
    return lambda text: project_from(read_yaml(f"format: 1\n{text}", "acme.yaml", ProjectProblem), catalogue)


@pytest.fixture(scope="session")
def refused(read: Callable[[str], Project]) -> Callable[[str], list[Problem]]:
    """Read a text that cannot be read, and return every problem of it."""

    def problems(text: str) -> list[Problem]:
        with pytest.raises(Problem) as caught:
            read(text)
        error = caught.value
        return list(error.problems) if isinstance(error, SeveralProblems) else [error]

    return problems
