"""The shape of each file of ids, relations and numbers, before words are joined to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from soc2desk.content.recipe_rows import RecipeRow, ToolRow
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.controls import Nature
from soc2desk.domain.findings import Severity
from soc2desk.domain.questions import Belongs, QuestionKind
from soc2desk.domain.risks import RiskKind
from soc2desk.domain.self_answers import Has

Ids = tuple[str, ...]
ReportType = Literal["type_1", "type_2"]
FieldKind = Literal["text", "long_text", "number", "date", "datetime", "choice", "boolean", "person", "signature"]
ActsPer = Literal["", "system", "critical_vendor", "owner"]


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category of criteria."""

    id: str
    prefix: str


@dataclass(frozen=True, slots=True)
class SkillAreaRow:
    """A skill area; `core` ones are trained before the window."""

    id: str
    core: bool


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion."""

    id: str
    category: str
    series: str
    skill_area: str


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """A family of controls."""

    id: str
    skill_area: str


@dataclass(frozen=True, slots=True)
class ConditionalRow:
    """Something that holds under a condition: another wording, or a criterion also met."""

    id: str
    when: str


@dataclass(frozen=True, slots=True)
class ControlRow:
    """A control without its words."""

    id: str
    criteria: Ids
    categories: Ids
    core: bool
    nature: Nature
    cadence: Cadence
    owner: str
    reviewer: str
    skill_area: str
    cadence_from: str = ""
    applies_when: str = ""
    variants: tuple[ConditionalRow, ...] = ()
    extra_criteria: tuple[ConditionalRow, ...] = ()
    legal_duty: str = ""
    population: str = ""
    records: Ids = ()
    effort_minutes: int = 30
    acts_per: ActsPer = ""


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A line of the evidence request list without its words."""

    id: str
    section: str
    kind: str
    report_types: tuple[ReportType, ...]
    categories: Ids
    phase: str
    criteria: Ids = ()
    controls: Ids = ()
    sample_from: str = ""
    in_force: bool = False


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A policy without its title."""

    id: str
    owner: str
    approver: str
    categories: Ids
    controls: Ids


@dataclass(frozen=True, slots=True)
class RecordColumnRow:
    """A column of a table in a record without its label."""

    name: str
    kind: FieldKind
    choices: Ids = ()
    filled_from: str = ""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of a record without its label. `required_when` is a condition over other fields of the record."""

    name: str
    kind: FieldKind | Literal["table"]
    required: bool = True
    when: str = ""
    required_when: str = ""
    choices: Ids = ()
    columns: tuple[RecordColumnRow, ...] = ()
    filled_from: str = ""
    choices_from: str = ""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record layout without its words."""

    id: str
    cadence: Cadence
    owner: str
    fields: tuple[FieldRow, ...]
    owed_by: Ids = ()
    worksheet: bool = False
    tool: str = ""


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """What an answer of the self-check proposes: an answer to a question, or a state of a control."""

    said: tuple[Has, ...]
    question: str = ""
    control: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class BaselineItemRow:
    """A sub-item of the Canadian baseline."""

    id: str
    criteria: Ids
    controls: Ids
    suggests: tuple[SuggestionRow, ...] = ()


@dataclass(frozen=True, slots=True)
class BaselineRow:
    """A control or organizational step of the Canadian baseline."""

    id: str
    items: tuple[BaselineItemRow, ...]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A readiness finding without its words."""

    id: str
    severity: Severity
    kind: str
    criteria: Ids
    controls: Ids
    report_types: tuple[ReportType, ...]


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A candidate risk without its words."""

    id: str
    kind: RiskKind
    controls: Ids
    categories: Ids = ("always",)
    when: str = ""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question without its words."""

    id: str
    kind: QuestionKind
    choices: Ids = ()
    suggest: str | None = None
    unit: str = ""
    when: str = ""
    optional: bool = False
    fact: bool = False
    belongs: Belongs | None = None


@dataclass(frozen=True, slots=True)
class CriteriaFile:
    """criteria/criteria.yaml."""

    categories: tuple[CategoryRow, ...] = ()
    skill_areas: tuple[SkillAreaRow, ...] = ()
    criteria: tuple[CriterionRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlsFile:
    """Any file of the folder controls."""

    families: tuple[FamilyRow, ...] = ()
    roles: Ids = ()
    controls: tuple[ControlRow, ...] = ()


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """The files of the folders requests, policies, records, baseline, findings and risks."""

    requests: tuple[RequestRow, ...] = ()
    populations: Ids = ()
    tools: tuple[ToolRow, ...] = ()
    recipes: tuple[RecipeRow, ...] = ()
    policies: tuple[PolicyRow, ...] = ()
    records: tuple[RecordRow, ...] = ()
    baseline: tuple[BaselineRow, ...] = ()
    findings: tuple[FindingRow, ...] = ()
    risks: tuple[RiskRow, ...] = ()


@dataclass(frozen=True, slots=True)
class LawRow:
    """A law without its words; `read_on` is the day its text was read."""

    id: str
    read_on: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty of a law without its words."""

    id: str
    law: str
    source: Literal["statute", "confirmed", "summary", "memory"]
    number: Literal["", "doubted"] = ""
    since: str = ""
    when: str = ""
    criteria: Ids = ()
    controls: Ids = ()


@dataclass(frozen=True, slots=True)
class LawFile:
    """Any file of the folder law."""

    laws: tuple[LawRow, ...] = ()
    duties: tuple[DutyRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page of the interview; `tables` are those a person fills in there."""

    id: str
    questions: tuple[QuestionRow, ...] = ()
    tables: Ids = ()


@dataclass(frozen=True, slots=True)
class ContentRow:
    """content.yaml: which content this is."""

    version: str
    edition: str
