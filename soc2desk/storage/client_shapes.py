"""The tables of what comes from the client: its list of controls, words, policies, and what it retired or answered."""

from __future__ import annotations

from soc2desk.domain.auditing import Matched
from soc2desk.domain.client_answers import ClientAnswers
from soc2desk.domain.client_controls import ControlWording, ListedControl, RetiredControl
from soc2desk.domain.own_documents import OwnClause, OwnDocument
from soc2desk.domain.questions import Belongs
from soc2desk.storage.row_fields import (
    Field,
    Holds,
    Keys,
    Section,
    choice_field,
    date_field,
    entries_field,
    person_field,
    text_field,
    yes_no_field,
)

LISTED_CONTROLS = Section(
    "listed_controls",
    "line of your own list of controls",
    Keys.OWN,
    {
        "number": text_field("your own number of the control", required=True),
        "text": text_field("your own words for it; none keeps ours under your number"),
        "title": text_field("what the list calls it"),
        "criteria": Field(Holds.CRITERIA, "the criteria that the line names"),
        "rhythm": text_field("how often, in the words of the list"),
        "nature": text_field("how it is done, in the words of the list"),
        "owner": text_field("whose it is, in the words of the list"),
        "evidence": text_field("what shows it, in the words of the list"),
        "controls": Field(Holds.CONTROLS, "the controls here that it speaks of", as_written=True),
        "matched": choice_field("how sure the program was", Matched),
        "gone": yes_no_field("whether the newest list does not hold it any more"),
        "confirmed_by": person_field("who decided on it"),
        "confirmed_on": date_field("the day of that"),
    },
    ListedControl,
    belongs=Belongs.CLIENT,
)

CONTROL_WORDINGS = Section(
    "control_wordings",
    "wording of a control of your own",
    Keys.CONTROL,
    {
        "text": text_field("what the control says", required=True),
        "replaced": Field(Holds.DIGEST, "the SHA-256 of the statement that it stands for", required=True),
        "on": date_field("the day it was written", required=True),
        "by": person_field("who wrote it"),
    },
    ControlWording,
    belongs=Belongs.CLIENT,
)

RETIRED_CONTROLS = Section(
    "retired_controls",
    "retired control",
    Keys.CONTROL,
    {
        "last_day": date_field("the last day on which it was performed", required=True),
        "reason": text_field("why it is performed no more", required=True),
        "on": date_field("the day that was entered", required=True),
        "by": person_field("who said so"),
    },
    RetiredControl,
    belongs=Belongs.CLIENT,
)

OWN_DOCUMENTS = Section(
    "own_documents",
    "policy of your own",
    Keys.OWN,
    {
        "title": text_field("what the document is called", required=True),
        "on": date_field("the day it was read", required=True),
        "digest": Field(Holds.DIGEST, "the SHA-256 of the file that was read", required=True),
        "version": text_field("its version, as it says itself"),
        "approved_on": date_field("the day it was approved"),
        "approved_by": text_field("who approved it"),
        "evidence": text_field("the piece of evidence that keeps the file"),
    },
    OwnDocument,
    belongs=Belongs.CLIENT,
)

OWN_CLAUSES = Section(
    "own_clauses",
    "section of a policy of your own",
    Keys.OWN,
    {
        "document": text_field("the policy that it stands in", required=True),
        "heading": text_field("its heading", required=True),
        "number": text_field("its number"),
        "text": text_field("what it says", required=True),
        "digest": Field(Holds.DIGEST, "the SHA-256 of what was read", required=True),
        "controls": Field(Holds.CONTROLS, "the controls that it states", as_written=True),
        "matched": choice_field("how sure the program was", Matched),
        "gone": yes_no_field("whether the file as read last does not hold it any more"),
        "confirmed_by": person_field("who decided on it"),
        "confirmed_on": date_field("the day of that"),
    },
    OwnClause,
    belongs=Belongs.CLIENT,
)

CLIENT_ANSWERS = Section(
    "client_answers",
    "file of a client's answers",
    Keys.OWN,
    {
        "file": text_field("the name of the file", required=True),
        "digest": Field(Holds.DIGEST, "the SHA-256 of the file", required=True),
        "filled_in_by": text_field("who filled it in, as it says"),
        "person": person_field("whom that names"),
        "places": entries_field("the answers and rows it brought, each with its code"),
        "entered_on": date_field("the day it was read and taken"),
    },
    ClientAnswers,
    belongs=Belongs.CLIENT,
)
