"""The shape of each file of words, keyed by id."""

from __future__ import annotations

from dataclasses import dataclass, field

from soc2desk.domain.controls import EvidenceItem

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class CategoryWords:
    """What a category is called and about."""

    name: str
    summary: str
    scope_note: str = ""


@dataclass(frozen=True, slots=True)
class CriterionWords:
    """A criterion in our words."""

    title: str
    description: str


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What a role is called and does."""

    name: str
    duties: str


@dataclass(frozen=True, slots=True)
class ControlWords:
    """What a control says; `variants` by the ids its row gives them."""

    title: str
    statement: str
    shown_type_1: str = ""
    shown_type_2: str = ""
    prevents: str = ""
    performed_by: str = ""
    evidence: tuple[EvidenceItem, ...] = ()
    variants: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RequestWords:
    """What is asked for, and what a good answer shows."""

    request: str
    period_type_1: str = ""
    period_type_2: str = ""
    good_shows: str = ""
    reject_if: str = ""


@dataclass(frozen=True, slots=True)
class RecipeWords:
    """What to click or run, and what the result shows."""

    how: str
    shows: str


@dataclass(frozen=True, slots=True)
class RecordColumnWords:
    """The label of a column in a record, and its choices by id."""

    label: str
    help: str = ""
    choices: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The label of a record field, when it is needed, who fills it in, its choices by id, and its columns."""

    label: str
    help: str = ""
    needed: str = ""
    by: str = ""
    choices: Texts = field(default_factory=dict)
    columns: dict[str, RecordColumnWords] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RecordWords:
    """Title, rules and labels of a record."""

    title: str
    when: str
    sign_off: str
    rules: tuple[str, ...]
    fields: dict[str, FieldWords]


@dataclass(frozen=True, slots=True)
class FindingWords:
    """What a finding is called, what an auditor sees, and what to do."""

    title: str
    auditor_sees: str
    fix: str


@dataclass(frozen=True, slots=True)
class RiskWords:
    """What a candidate risk is called, how it could happen, and what would show it."""

    title: str
    scenario: str
    shows: str


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """What a person reads."""

    label: str
    why: str = ""
    choices: Texts = field(default_factory=dict)
    unit: str = ""


@dataclass(frozen=True, slots=True)
class PageWords:
    """What a page is called, and the sentence under its heading."""

    title: str
    intro: str = ""


@dataclass(frozen=True, slots=True)
class ColumnFileWords:
    """What asks for a field of a row, what stands above it in a table, and its choices by id."""

    label: str
    heading: str
    help: str = ""
    choices: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableFileWords:
    """A table of rows, with its fields in the order in which they are shown."""

    title: str
    intro: str
    one: str
    add: str
    empty: str
    columns: dict[str, ColumnFileWords]


@dataclass(frozen=True, slots=True)
class TermWords:
    """A word of the trade: how it is written, what it means, how it may stand in a text, where to look further."""

    term: str
    meaning: str
    words: tuple[str, ...] = ()
    see: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LawWords:
    """What a law is called, who watches over it, and what to know of it."""

    name: str
    short: str
    regulator: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DutyWords:
    """What a duty is called, where it stands, what it asks, when it applies and what is doubted of it."""

    title: str
    reference: str
    asks: str
    applies: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class AuditorWords:
    """Why an auditor minds a finding, and an example of what they might write; none where they would write nothing."""

    why: str
    writes: str = ""


@dataclass(frozen=True, slots=True)
class MilestoneWords:
    """What is to be reached, and what shows it."""

    title: str
    deliverable: str


@dataclass(frozen=True, slots=True)
class PlantedWords:
    """What a planted fault is called, what an auditor writes and why, and what helps a student on."""

    title: str
    writes: str
    why: str
    hint: str


@dataclass(frozen=True, slots=True)
class ExerciseWords:
    """What an exercise is called, and what the student is told."""

    title: str
    told: str


@dataclass(frozen=True, slots=True)
class TurnWords:
    """What is read out at a turn of a tabletop, what is asked, and for the facilitator what a good answer holds."""

    title: str
    says: str
    ask: str
    good: str


@dataclass(frozen=True, slots=True)
class TabletopWords:
    """What a scenario is called, what it is about and meant to find out, and its turns by id."""

    title: str
    about: str
    objectives: str
    turns: dict[str, TurnWords]


@dataclass(frozen=True, slots=True)
class WordsFile:
    """Any file of words/<language> except the phrases; each holds some of these."""

    categories: dict[str, CategoryWords] = field(default_factory=dict)
    skill_areas: Texts = field(default_factory=dict)
    criteria: dict[str, CriterionWords] = field(default_factory=dict)
    families: Texts = field(default_factory=dict)
    asked_of_owners: dict[str, tuple[str, ...]] = field(default_factory=dict)
    roles: dict[str, RoleWords] = field(default_factory=dict)
    controls: dict[str, ControlWords] = field(default_factory=dict)
    sections: Texts = field(default_factory=dict)
    requests: dict[str, RequestWords] = field(default_factory=dict)
    populations: Texts = field(default_factory=dict)
    recipes: dict[str, RecipeWords] = field(default_factory=dict)
    policies: Texts = field(default_factory=dict)
    records: dict[str, RecordWords] = field(default_factory=dict)
    baseline: Texts = field(default_factory=dict)
    items: Texts = field(default_factory=dict)
    findings: dict[str, FindingWords] = field(default_factory=dict)
    risks: dict[str, RiskWords] = field(default_factory=dict)
    pages: dict[str, PageWords] = field(default_factory=dict)
    questions: dict[str, QuestionWords] = field(default_factory=dict)
    tables: dict[str, TableFileWords] = field(default_factory=dict)
    help: Texts = field(default_factory=dict)
    terms: dict[str, TermWords] = field(default_factory=dict)
    laws: dict[str, LawWords] = field(default_factory=dict)
    duties: dict[str, DutyWords] = field(default_factory=dict)
    milestones: dict[str, MilestoneWords] = field(default_factory=dict)
    planted: dict[str, PlantedWords] = field(default_factory=dict)
    exercises: dict[str, ExerciseWords] = field(default_factory=dict)
    rooms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tabletops: dict[str, TabletopWords] = field(default_factory=dict)
    asked_because: Texts = field(default_factory=dict)
    auditor_writes: dict[str, AuditorWords] = field(default_factory=dict)
