"""What every kind of row may hold, as data: the reader, the writer, the schema and the blank file follow it."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.controls import Nature, OwnControl
from soc2desk.domain.description import DisclosedIncident, SystemChange, UserDuty
from soc2desk.domain.people import Owning, Person, RoleHolding
from soc2desk.domain.project import Approval, Edit, State, StateEntry
from soc2desk.domain.systems import System
from soc2desk.domain.vendors import METHODS, TIERS, Vendor
from soc2desk.storage.row_checks import check_approval, check_person, check_state, check_vendor, no_check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from soc2desk.storage.row_checks import Complaint

R = TypeVar("R")


class Holds(StrEnum):
    """What sort of value a field takes."""

    TEXT = "text"
    YES_NO = "yes_no"
    DATE = "date"
    CHOICE = "choice"
    ENTRIES = "entries"
    PERSON = "person"
    VENDOR = "vendor"
    DIGEST = "digest"
    ROLE = "role"
    CRITERIA = "criteria"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a row. `attribute` is its name in the value where it differs; `means` explains it to a person."""

    holds: Holds
    means: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    attribute: str = ""


class Keys(StrEnum):
    """What the ids of a table's rows are: chosen by a person, of a given shape, or those of the catalogue."""

    OWN = "own"
    ROLE = "role"
    CONTROL = "control"
    STATED = "control or family"
    DOCUMENT = "document"
    SECTION = "section"
    OWN_CONTROL = "own control"


@dataclass(frozen=True, slots=True)
class Section(Generic[R]):
    """One table of rows: its name, the ids it takes, its fields, and what a row is made into."""

    name: str
    row: str
    keys: Keys
    fields: Mapping[str, Field]
    made: Callable[..., R]
    check: Callable[[dict[str, object]], Iterator[Complaint]] = no_check

    def defaults(self) -> dict[str, object]:
        """Return the value of each attribute that a file leaves out."""
        known = fields(cast("Any", self.made))
        return {field.name: field.default for field in known if field.default is not MISSING}


def _text(means: str, *, required: bool = False) -> Field:
    return Field(Holds.TEXT, means, required=required)


def _date(means: str, *, required: bool = False, attribute: str = "") -> Field:
    return Field(Holds.DATE, means, required=required, attribute=attribute)


def _yes_no(means: str) -> Field:
    return Field(Holds.YES_NO, means)


def _person(means: str, *, required: bool = False) -> Field:
    return Field(Holds.PERSON, means, required=required)


PEOPLE = Section(
    "people",
    "person",
    Keys.OWN,
    {
        "name": _text("first and last name", required=True),
        "title": _text("the title of the job"),
        "email": _text("the address at work"),
        "start": _date("first day of employment"),
        "end": _date("last day of employment"),
        "absent_from": _date("first day of a long absence"),
        "absent_until": _date("last day of a long absence"),
        "moved_on": _date("day of a change of role"),
        "contractor": _yes_no("whether the person is a contractor"),
        "note": _text("anything worth keeping"),
    },
    Person,
    check_person,
)

ROLES = Section(
    "roles",
    "role",
    Keys.ROLE,
    {"holder": _person("who holds the role"), "backup": _person("who stands in")},
    RoleHolding,
)

VENDORS = Section(
    "vendors",
    "vendor",
    Keys.OWN,
    {
        "name": _text("the name in contracts", required=True),
        "service": _text("what it does for you"),
        "tier": Field(Holds.CHOICE, "how much depends on it", TIERS),
        "location": _text("where it keeps or handles data"),
        "subservice": _yes_no("whether it runs part of your controls"),
        "method": Field(Holds.CHOICE, "how the report treats a subservice organization", METHODS),
        "holds_customer_data": _yes_no("whether it holds data of your customers"),
        "holds_personal_information": _yes_no("whether it holds information about people"),
        "last_review": _date("day of your last review of it"),
        "report": _text("the assurance report it gives you"),
        "owner": _person("who looks after it"),
        "expected_controls": Field(Holds.ENTRIES, "the controls you expect of it, one sentence each"),
    },
    Vendor,
    check_vendor,
)

SYSTEMS = Section(
    "systems",
    "system",
    Keys.OWN,
    {
        "name": _text("what you call it", required=True),
        "purpose": _text("what it is for"),
        "owner": _person("who answers for it"),
        "data": _text("the data it holds"),
        "in_scope": _yes_no("whether the auditor examines it; yes when left out"),
        "privileged_or_remote": _yes_no("whether administrators or people from outside sign in"),
        "mfa": _yes_no("whether a second factor is enforced there today"),
        "vendor": Field(Holds.VENDOR, "who runs it, where a vendor does"),
    },
    System,
)

USER_DUTIES = Section(
    "user_duties",
    "duty of customers",
    Keys.OWN,
    {
        "duty": _text("what customers do", required=True),
        "needed": _yes_no("whether a commitment could not be met if a customer never did it"),
        "criteria": Field(Holds.CRITERIA, "the criteria it serves, where it is needed"),
    },
    UserDuty,
)

DISCLOSED_INCIDENTS = Section(
    "disclosed_incidents",
    "incident to disclose",
    Keys.OWN,
    {
        "happened_on": _date("the day it happened", required=True),
        "nature": _text("what happened and which control or commitment failed", required=True),
        "extent": _text("who and what was affected, and for how long"),
        "outcome": _text("how it ended and what was changed"),
    },
    DisclosedIncident,
)

SYSTEM_CHANGES = Section(
    "system_changes",
    "change to tell",
    Keys.OWN,
    {
        "changed_on": _date("the day of the change", required=True),
        "change": _text("what changed in the system or its controls", required=True),
        "effect": _text("what it means for somebody who relies on the service"),
    },
    SystemChange,
)

OWN_CONTROLS = Section(
    "own_controls",
    "control of your own",
    Keys.OWN_CONTROL,
    {
        "title": _text("what the control is called", required=True),
        "statement": _text("what is done, by whom, in one or two sentences", required=True),
        "criteria": Field(Holds.CRITERIA, "the criteria that it meets", required=True),
        "cadence": Field(Holds.CHOICE, "how often it is done", tuple(Cadence), required=True),
        "nature": Field(Holds.CHOICE, "how it is done", tuple(Nature), required=True),
        "evidence": _text("what shows that it was done, in one sentence", required=True),
        "owner": Field(Holds.ROLE, "the role that runs it; the security lead when left out"),
    },
    OwnControl,
)

OWNERS = Section(
    "owners",
    "owner",
    Keys.CONTROL,
    {
        "owner": _person("who runs the control"),
        "backup": _person("who stands in"),
        "reviewer": _person("who looks over the work"),
    },
    Owning,
)

STATES = Section(
    "control_states",
    "state",
    Keys.STATED,
    {
        "state": Field(Holds.CHOICE, "where the control stands", tuple(State), required=True),
        "since": _date("in place, or run by a vendor, since this day"),
        "from": _date("planned from this day", attribute="start"),
        "vendor": Field(Holds.VENDOR, "the vendor that runs it"),
        "reason": _text("why it does not apply"),
        "confirmed_by": _person("who said so"),
        "confirmed_on": _date("the day it was said"),
    },
    StateEntry,
    check_state,
)

EDITS = Section(
    "edits",
    "wording of your own",
    Keys.SECTION,
    {
        "text": _text("the text of the section without its heading", required=True),
        "replaced": Field(Holds.DIGEST, "the SHA-256 of the template's text that it stands for", required=True),
        "on": _date("the day it was written", required=True),
        "by": _person("who wrote it"),
    },
    Edit,
)

APPROVALS = Section(
    "approvals",
    "approval",
    Keys.DOCUMENT,
    {
        "by": _person("who approved", required=True),
        "on": _date("the day it was recorded", required=True),
        "text": Field(Holds.DIGEST, "the SHA-256 of the text that was approved", required=True),
        "decided_on": _date("the day of an earlier real approval"),
        "minutes": _text("where that approval is minuted"),
    },
    Approval,
    check_approval,
)

FILLED_IN: tuple[Section[Any], ...] = (
    PEOPLE,
    ROLES,
    VENDORS,
    SYSTEMS,
    USER_DUTIES,
    DISCLOSED_INCIDENTS,
    SYSTEM_CHANGES,
)
"""The tables that a person fills in on the pages of the interview."""

ROW_SECTIONS: tuple[Section[Any], ...] = (*FILLED_IN, OWN_CONTROLS, OWNERS, STATES, EDITS, APPROVALS)
"""Every table of rows, in the order of the file."""

ANSWERS, NOT_RELEVANT, DOCUMENT_DATE = "answers", "not_relevant", "document_date"

KEPT = (EDITS, APPROVALS)
"""The tables that the program keeps itself: each row holds a day and a hash that nobody types."""

_ROW_NAMES = tuple(section.name for section in ROW_SECTIONS if section not in KEPT)
TOP_LEVEL = ("format", DOCUMENT_DATE, ANSWERS, *_ROW_NAMES, NOT_RELEVANT, *(section.name for section in KEPT))
"""Everything that may stand at the top of a file, in the order in which it is written."""
