"""The tables behind registers, from risks to exceptions. All of them may stay empty."""

from __future__ import annotations

from soc2desk.domain.access import AccessRight, ServiceAccount
from soc2desk.domain.commitments import CommitmentMade
from soc2desk.domain.given_exceptions import GivenException
from soc2desk.domain.questions import Belongs
from soc2desk.domain.risks import LEVELS, Risk, RiskKind, Treatment
from soc2desk.storage.row_checks import check_exception, check_risk
from soc2desk.storage.row_fields import (
    Field,
    Holds,
    Keys,
    Section,
    choice_field,
    date_field,
    person_field,
    text_field,
    yes_no_field,
)


def _level(means: str) -> Field:
    return Field(Holds.LEVEL, means, tuple(map(str, LEVELS)))


RISKS = Section(
    "risks",
    "risk",
    Keys.OWN,
    {
        "name": text_field("what you call the risk", required=True),
        "candidate": Field(Holds.CANDIDATE, "the candidate it came from; none for a risk of your own"),
        "description": text_field("cause, event and effect, where they differ from the candidate's"),
        "kind": choice_field("where it comes from; the candidate's when left out", RiskKind),
        "owner": person_field("who answers for it"),
        "likelihood": _level("from 1 to 5, as if no control were there"),
        "impact": _level("from 1 to 5, as if no control were there"),
        "rated_on": date_field("the day a person rated it"),
        "controls": Field(Holds.CONTROLS, "the controls that lower it; the candidate's when left out"),
        "treatment": choice_field("what is done about it", Treatment),
        "action": text_field("what is still to be done, with its ticket"),
        "due": date_field("the day by which that is done"),
        "residual_likelihood": _level("from 1 to 5, with the controls that work"),
        "residual_impact": _level("from 1 to 5, with the controls that work"),
        "reviewed_on": date_field("the day progress was last reviewed"),
        "accepted_by": person_field("who accepts what is left"),
        "accepted_on": date_field("the day it was accepted"),
    },
    Risk,
    check_risk,
    belongs=Belongs.CLIENT,
)

COMMITMENTS_MADE = Section(
    "commitments_made",
    "commitment",
    Keys.OWN,
    {
        "name": text_field("the words of the commitment", required=True),
        "made_in": text_field("where it stands"),
        "made_to": text_field("to whom it was made"),
        "figure": text_field("the number it names"),
        "controls": Field(Holds.CONTROLS, "the controls behind it"),
        "watched_by": person_field("who watches that it is kept"),
    },
    CommitmentMade,
    belongs=Belongs.CLIENT,
)

ACCESS_RIGHTS = Section(
    "access_rights",
    "set of rights",
    Keys.OWN,
    {
        "name": text_field("what you call the set of rights", required=True),
        "system": Field(Holds.SYSTEM, "the system in which it is given"),
        "given_to": text_field("the jobs or roles that get it"),
        "rights": text_field("what one may do with it"),
        "privileged": yes_no_field("whether it can change settings, rights or everybody's data"),
        "approver": person_field("who approves a grant"),
    },
    AccessRight,
    belongs=Belongs.CLIENT,
)

SERVICE_ACCOUNTS = Section(
    "service_accounts",
    "service account",
    Keys.OWN,
    {
        "name": text_field("what the account is for", required=True),
        "system": Field(Holds.SYSTEM, "the system in which it works"),
        "owner": person_field("who answers for it"),
        "secret_kept_in": text_field("where its secret is kept"),
        "rotated_on": date_field("the day its secret was last changed"),
    },
    ServiceAccount,
    belongs=Belongs.CLIENT,
)

EXCEPTIONS = Section(
    "exceptions",
    "exception",
    Keys.OWN,
    {
        "name": text_field("the rule that is set aside", required=True),
        "document": Field(Holds.WRITTEN, "the document that holds the rule"),
        "reason": text_field("why it cannot be kept for now"),
        "systems": Field(Holds.ENTRIES, "the systems or devices it touches, one each"),
        "requested_by": person_field("who asked for it"),
        "approved_by": person_field("who approved it: somebody else"),
        "approved_on": date_field("the day it was approved"),
        "ends_on": date_field("the last day on which it holds"),
        "closed_on": date_field("the day somebody saw that the rule holds again"),
    },
    GivenException,
    check_exception,
    belongs=Belongs.CLIENT,
)
