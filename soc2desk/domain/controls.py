"""The control library: what a control says, needs, and is shown by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.conditions import ALWAYS, Condition


class Nature(StrEnum):
    """How a control is performed."""

    MANUAL = "manual"
    AUTOMATED = "automated"
    IT_DEPENDENT_MANUAL = "it_dependent_manual"


@dataclass(frozen=True, slots=True)
class Family:
    """A group of controls; its id begins each control id. `asked` are questions that an owner has to answer."""

    id: str
    name: str
    skill_area: str
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A duty somebody holds. Documents speak of roles; covers name the holders."""

    id: str
    name: str
    duties: str


@dataclass(frozen=True, slots=True)
class Variant:
    """Another wording of a statement that stands when its condition holds."""

    when: Condition
    statement: str


@dataclass(frozen=True, slots=True)
class ExtraCriterion:
    """A criterion a control also meets when a condition holds."""

    criterion: str
    when: Condition


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One thing that shows a control ran, and its form."""

    what: str
    form: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A client's own wording of a control. `is_template` says that it may print answers, as a statement does."""

    text: str
    is_template: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """One control. `statement` is a template line; `uses` are the names it asks for, variants included.

    `cadence_from` names the question that sets the rhythm, empty where `cadence` stands alone. `categories` holds
    "always" or the categories of which any one brings the control in. `legal_duty` is None where no law is involved.
    `effort_minutes` is the usual time of one act; `acts_per` is what one act is repeated for ("" or "system",
    "critical_vendor", "owner"). `number` and `own_words` are the client's own, empty and None where there are none;
    `number_said` is how that number prints where it is the id of another control here too.
    """

    id: str
    family: str
    title: str
    statement: str
    criteria: tuple[str, ...]
    categories: tuple[str, ...]
    core: bool
    nature: Nature
    cadence: Cadence
    owner: str
    reviewer: str
    skill_area: str
    cadence_from: str = ""
    applies_when: Condition = ALWAYS
    variants: tuple[Variant, ...] = ()
    extra_criteria: tuple[ExtraCriterion, ...] = ()
    legal_duty: Condition | None = None
    cccs: tuple[str, ...] = ()
    evidence: tuple[EvidenceItem, ...] = ()
    population: str = ""
    shown_type_1: str = ""
    shown_type_2: str = ""
    prevents: str = ""
    records: tuple[str, ...] = ()
    effort_minutes: int = 30
    acts_per: str = ""
    uses: tuple[str, ...] = ()
    performed_by: str = ""
    number: str = ""
    own_words: OwnWords | None = None
    number_said: str = ""

    @property
    def printed(self) -> str:
        """The control as readers find it: the client's own number first, ours beside it."""
        said = self.number_said or self.number
        return f"{said} ({self.id})" if said and said != self.id else self.id


@dataclass(frozen=True, slots=True)
class OwnControl:
    """A control that a company adds itself. Every text is plain and never read as a template.

    `id` is OWN-01, OWN-02, ...; `evidence` says in one sentence what shows the control; `owner` is a role id, empty for
    the security lead.
    """

    id: str
    title: str
    statement: str
    criteria: tuple[str, ...]
    cadence: Cadence
    nature: Nature
    evidence: str
    owner: str = ""
