"""What every kind of row may hold, as data: the reader, the writer, the schema and the blank file follow it."""

from __future__ import annotations

from typing import Any

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.claimed_days import EntryDay
from soc2desk.domain.controls import Nature, OwnControl
from soc2desk.domain.description import DisclosedIncident, SystemChange, UserDuty
from soc2desk.domain.people import Owning, Person, RoleHolding
from soc2desk.domain.project import Approval, Edit, State, StateEntry
from soc2desk.domain.questions import Belongs
from soc2desk.domain.self_answers import Has, SelfAnswer
from soc2desk.domain.systems import System
from soc2desk.domain.vendors import METHODS, TIERS, Vendor
from soc2desk.storage.client_shapes import CONTROL_WORDINGS, RETIRED_CONTROLS
from soc2desk.storage.programme_shapes import CERTIFICATES, DONE, EVIDENCE, SKILLS
from soc2desk.storage.register_shapes import ACCESS_RIGHTS, COMMITMENTS_MADE, EXCEPTIONS, RISKS, SERVICE_ACCOUNTS
from soc2desk.storage.row_checks import check_approval, check_person, check_self_answer, check_state, check_vendor
from soc2desk.storage.row_fields import Field, Holds, Keys, Section, date_field, person_field, text_field, yes_no_field

PEOPLE = Section(
    "people",
    "person",
    Keys.OWN,
    {
        "name": text_field("first and last name", required=True),
        "title": text_field("the title of the job"),
        "email": text_field("the address at work"),
        "start": date_field("first day of employment"),
        "end": date_field("last day of employment"),
        "absent_from": date_field("first day of a long absence"),
        "absent_until": date_field("last day of a long absence"),
        "moved_on": date_field("day of a change of role"),
        "reviewed_on": date_field("day of the last performance review"),
        "contractor": yes_no_field("whether the person is a contractor"),
        "note": text_field("anything worth keeping"),
    },
    Person,
    check_person,
    belongs=Belongs.CLIENT,
)

ROLES = Section(
    "roles",
    "role",
    Keys.ROLE,
    {"holder": person_field("who holds the role"), "backup": person_field("who stands in")},
    RoleHolding,
    belongs=Belongs.CLIENT,
)

VENDORS = Section(
    "vendors",
    "vendor",
    Keys.OWN,
    {
        "name": text_field("the name in contracts", required=True),
        "service": text_field("what it does for you"),
        "tier": Field(Holds.CHOICE, "how much depends on it", TIERS),
        "location": text_field("where it keeps or handles data"),
        "subservice": yes_no_field("whether it runs part of your controls"),
        "method": Field(Holds.CHOICE, "how the report treats a subservice organization", METHODS),
        "holds_customer_data": yes_no_field("whether it holds data of your customers"),
        "holds_personal_information": yes_no_field("whether it holds information about people"),
        "data": text_field("which data of yours or your customers it holds"),
        "last_review": date_field("day of your last review of it"),
        "report": text_field("the assurance report it gives you"),
        "report_from": date_field("first day that its newest report covers"),
        "report_until": date_field("last day that it covers, or the day it looks at"),
        "bridge_until": date_field("last day that its bridge letter speaks of"),
        "owner": person_field("who looks after it"),
        "expected_controls": Field(Holds.ENTRIES, "the controls you expect of it, one sentence each"),
    },
    Vendor,
    check_vendor,
    belongs=Belongs.CLIENT,
)

SYSTEMS = Section(
    "systems",
    "system",
    Keys.OWN,
    {
        "name": text_field("what you call it", required=True),
        "purpose": text_field("what it is for"),
        "owner": person_field("who answers for it"),
        "data": text_field("the data it holds"),
        "in_scope": yes_no_field("whether the auditor examines it; yes when left out"),
        "privileged_or_remote": yes_no_field("whether administrators or people from outside sign in"),
        "mfa": yes_no_field("whether a second factor is enforced there today"),
        "vendor": Field(Holds.VENDOR, "who runs it, where a vendor does"),
    },
    System,
    belongs=Belongs.CLIENT,
)

USER_DUTIES = Section(
    "user_duties",
    "duty of customers",
    Keys.OWN,
    {
        "duty": text_field("what customers do", required=True),
        "needed": yes_no_field("whether a commitment could not be met if a customer never did it"),
        "criteria": Field(Holds.CRITERIA, "the criteria it serves, where it is needed"),
    },
    UserDuty,
    belongs=Belongs.CLIENT,
)

DISCLOSED_INCIDENTS = Section(
    "disclosed_incidents",
    "incident to disclose",
    Keys.OWN,
    {
        "happened_on": date_field("the day it happened", required=True),
        "nature": text_field("what happened and which control or commitment failed", required=True),
        "extent": text_field("who and what was affected, and for how long"),
        "outcome": text_field("how it ended and what was changed"),
    },
    DisclosedIncident,
    belongs=Belongs.CLIENT,
)

SYSTEM_CHANGES = Section(
    "system_changes",
    "change to tell",
    Keys.OWN,
    {
        "changed_on": date_field("the day of the change", required=True),
        "change": text_field("what changed in the system or its controls", required=True),
        "effect": text_field("what it means for somebody who relies on the service"),
    },
    SystemChange,
    belongs=Belongs.CLIENT,
)

OWN_CONTROLS = Section(
    "own_controls",
    "control of your own",
    Keys.OWN_CONTROL,
    {
        "title": text_field("what the control is called", required=True),
        "statement": text_field("what is done, by whom, in one or two sentences", required=True),
        "criteria": Field(Holds.CRITERIA, "the criteria that it meets", required=True),
        "cadence": Field(Holds.CHOICE, "how often it is done", tuple(Cadence), required=True),
        "nature": Field(Holds.CHOICE, "how it is done", tuple(Nature), required=True),
        "evidence": text_field("what shows that it was done, in one sentence", required=True),
        "owner": Field(Holds.ROLE, "the role that runs it; the security lead when left out"),
    },
    OwnControl,
    belongs=Belongs.CLIENT,
)

OWNERS = Section(
    "owners",
    "owner",
    Keys.CONTROL,
    {
        "owner": person_field("who runs the control"),
        "backup": person_field("who stands in"),
        "reviewer": person_field("who looks over the work"),
    },
    Owning,
    belongs=Belongs.CLIENT,
)

STATES = Section(
    "control_states",
    "state",
    Keys.STATED,
    {
        "state": Field(Holds.CHOICE, "where the control stands", tuple(State), required=True),
        "since": date_field("in place, or run by a vendor, since this day"),
        "from": date_field("planned from this day", attribute="start"),
        "vendor": Field(Holds.VENDOR, "the vendor that runs it"),
        "reason": text_field("why it does not apply"),
        "confirmed_by": person_field("who said so"),
        "confirmed_on": date_field("the day it was said"),
    },
    StateEntry,
    check_state,
    belongs=Belongs.CLIENT,
)

SELF_CHECK = Section(
    "self_check",
    "answer of the self-check",
    Keys.BASELINE,
    {
        "answer": Field(Holds.CHOICE, "whether you do what the item asks", tuple(Has), required=True),
        "evidence": text_field("what you already hold that shows it"),
        "by": person_field("who said so"),
        "on": date_field("the day it was said"),
        "reason": text_field("why the item does not apply"),
    },
    SelfAnswer,
    check_self_answer,
    belongs=Belongs.CLIENT,
)

EDITS = Section(
    "edits",
    "wording of your own",
    Keys.SECTION,
    {
        "text": text_field("the text of the section without its heading", required=True),
        "replaced": Field(Holds.DIGEST, "the SHA-256 of the template's text that it stands for", required=True),
        "on": date_field("the day it was written", required=True),
        "by": person_field("who wrote it"),
    },
    Edit,
    belongs=Belongs.CLIENT,
)

APPROVALS = Section(
    "approvals",
    "approval",
    Keys.DOCUMENT,
    {
        "by": person_field("who approved", required=True),
        "on": date_field("the day it was recorded", required=True),
        "text": Field(Holds.DIGEST, "the SHA-256 of the text that was approved", required=True),
        "decided_on": date_field("the day of an earlier real approval"),
        "minutes": text_field("where that approval is minuted"),
        "entered_by": person_field("who entered it, where somebody else did"),
        "name": text_field("what that person was called on that day"),
    },
    Approval,
    check_approval,
    belongs=Belongs.CLIENT,
)

ENTRY_DAYS = Section(
    "entry_days",
    "day of entry",
    Keys.CLAIM,
    {"on": date_field("the day on which the program took it down", required=True)},
    EntryDay,
    belongs=Belongs.CLIENT,
)

FILLED_IN: tuple[Section[Any], ...] = (
    PEOPLE,
    ROLES,
    VENDORS,
    SYSTEMS,
    USER_DUTIES,
    DISCLOSED_INCIDENTS,
    SYSTEM_CHANGES,
    RISKS,
    COMMITMENTS_MADE,
    ACCESS_RIGHTS,
    SERVICE_ACCOUNTS,
    EXCEPTIONS,
    SKILLS,
    CERTIFICATES,
)
"""The tables that a person fills in on the pages of the interview."""

ROW_SECTIONS: tuple[Section[Any], ...] = (
    *FILLED_IN,
    OWN_CONTROLS,
    OWNERS,
    STATES,
    SELF_CHECK,
    *DONE,
    EDITS,
    CONTROL_WORDINGS,
    RETIRED_CONTROLS,
    APPROVALS,
    ENTRY_DAYS,
)
"""Every table of rows, in the order of the file."""

ANSWERS, NOT_RELEVANT, DOCUMENT_DATE, RECORDS = "answers", "not_relevant", "document_date", "records"

KEPT = (EDITS, CONTROL_WORDINGS, RETIRED_CONTROLS, APPROVALS, EVIDENCE, ENTRY_DAYS)
"""The tables that the program keeps itself: each row holds a day, or a day and a hash, that nobody types."""

_ROW_NAMES = tuple(section.name for section in ROW_SECTIONS if section not in KEPT)
TOP_LEVEL = ("format", DOCUMENT_DATE, ANSWERS, *_ROW_NAMES, NOT_RELEVANT, RECORDS, *(section.name for section in KEPT))
"""Everything that may stand at the top of a file, in the order in which it is written."""
