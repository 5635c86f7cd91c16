"""The whole content as one value: what everything else is computed from."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.domain.baseline import BaselineControl, BaselineItem
    from soc2desk.domain.controls import Control, Family, Role
    from soc2desk.domain.criteria import Category, Criterion, SkillArea
    from soc2desk.domain.exercises import Exercise
    from soc2desk.domain.law import Law
    from soc2desk.domain.milestones import Milestone
    from soc2desk.domain.own_templates import OwnTemplates
    from soc2desk.domain.policies import Partial, PolicyHeader, Template
    from soc2desk.domain.questions import Page, Question
    from soc2desk.domain.recipes import Recipe
    from soc2desk.domain.records import RecordType
    from soc2desk.domain.requests import EvidenceRequest, Population
    from soc2desk.domain.risks import RiskCandidate
    from soc2desk.domain.tables import TableWords
    from soc2desk.domain.tabletops import Tabletop
    from soc2desk.domain.teaching import TeachingNote
    from soc2desk.domain.terms import Term


@dataclass(frozen=True, slots=True)
class FindingText:
    """The words of one readiness rule."""

    id: str
    title: str
    auditor_sees: str
    severity: str
    kind: str
    fix: str
    criteria: tuple[str, ...]
    controls: tuple[str, ...]
    report_types: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """Ids, relations, numbers and words. Look-ups by id raise KeyError for an unknown one.

    `version` is the content version; `edition` names the criteria; `phrases` are the small words of the language
    (cadences, states, units) by dotted id such as "cadence.each.quarterly"; `rooms` are the lines that evidence
    rooms of exercises are made from, by what they are for; `own_templates` tells of a firm's own texts among it.
    """

    version: str
    edition: str
    categories: tuple[Category, ...]
    criteria: tuple[Criterion, ...]
    skill_areas: tuple[SkillArea, ...]
    families: tuple[Family, ...]
    roles: tuple[Role, ...]
    controls: tuple[Control, ...]
    requests: tuple[EvidenceRequest, ...]
    populations: tuple[Population, ...]
    policies: tuple[PolicyHeader, ...]
    records: tuple[RecordType, ...]
    baseline: tuple[BaselineControl, ...]
    pages: tuple[Page, ...]
    findings: tuple[FindingText, ...]
    phrases: dict[str, str] = field(default_factory=dict)
    templates: tuple[Template, ...] = ()
    partials: tuple[Partial, ...] = ()
    tables: tuple[TableWords, ...] = ()
    terms: tuple[Term, ...] = ()
    risks: tuple[RiskCandidate, ...] = ()
    laws: tuple[Law, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    recipes: tuple[Recipe, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    rooms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tabletops: tuple[Tabletop, ...] = ()
    teaching: tuple[TeachingNote, ...] = ()
    lessons: tuple[Template, ...] = ()
    # Without a place in repr, which stands for the texts themselves: theirs are among them already.
    own_templates: OwnTemplates | None = field(default=None, repr=False)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by id, in the order of the pages."""
        return {question.id: question for page in self.pages for question in page.questions}

    @cached_property
    def control(self) -> dict[str, Control]:
        """Every control by id."""
        return {control.id: control for control in self.controls}

    @cached_property
    def criterion(self) -> dict[str, Criterion]:
        """Every criterion by id."""
        return {criterion.id: criterion for criterion in self.criteria}

    @cached_property
    def record(self) -> dict[str, RecordType]:
        """Every record layout by id."""
        return {record.id: record for record in self.records}

    @cached_property
    def request(self) -> dict[str, EvidenceRequest]:
        """Every evidence request by id."""
        return {request.id: request for request in self.requests}

    @cached_property
    def role(self) -> dict[str, Role]:
        """Every role by id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def finding(self) -> dict[str, FindingText]:
        """The words of every readiness rule of the content by its id."""
        return {finding.id: finding for finding in self.findings}

    @cached_property
    def exercise(self) -> dict[str, Exercise]:
        """Every exercise by id."""
        return {exercise.id: exercise for exercise in self.exercises}

    @cached_property
    def tabletop(self) -> dict[str, Tabletop]:
        """Every scenario of a tabletop by id."""
        return {tabletop.id: tabletop for tabletop in self.tabletops}

    @cached_property
    def risk(self) -> dict[str, RiskCandidate]:
        """Every candidate risk by id."""
        return {risk.id: risk for risk in self.risks}

    @cached_property
    def template(self) -> dict[str, Template]:
        """Every document template by id."""
        return {template.id: template for template in self.templates}

    @cached_property
    def table(self) -> dict[str, TableWords]:
        """The words of every table of rows by its name."""
        return {table.id: table for table in self.tables}

    @cached_property
    def baseline_item(self) -> dict[str, BaselineItem]:
        """Every item of the Canadian baseline by its id."""
        return {item.id: item for control in self.baseline for item in control.items}

    @cached_property
    def teaching_note(self) -> dict[str, TeachingNote]:
        """The note for those who teach, by the id of a question or a rule."""
        return {note.id: note for note in self.teaching}

    @cached_property
    def term(self) -> dict[str, Term]:
        """Every word of the glossary by its id."""
        return {term.id: term for term in self.terms}
