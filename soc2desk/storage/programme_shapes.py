"""The tables of what was done: evidence, lists that were read, training, an auditor's requests, gaps."""

from __future__ import annotations

from soc2desk.domain.auditing import AuditorRequest, EarlierReport, Matched, Ready, Remedy, Retest, WalkedRequest
from soc2desk.domain.courses import COURSES
from soc2desk.domain.evidence import Evidence, SeenInList, Standing, UserExport
from soc2desk.domain.learning import AREAS, STEPS_OF_SKILL, Certificate, Completion, Skill
from soc2desk.domain.questions import Belongs
from soc2desk.storage.client_shapes import CLIENT_ANSWERS, LISTED_CONTROLS, OWN_CLAUSES, OWN_DOCUMENTS
from soc2desk.storage.row_checks import check_evidence
from soc2desk.storage.row_fields import (
    Field,
    Holds,
    Keys,
    Section,
    choice_field,
    date_field,
    entries_field,
    moment_field,
    number_field,
    person_field,
    requests_field,
    text_field,
    yes_no_field,
)

EVIDENCE = Section(
    "evidence",
    "piece of evidence",
    Keys.OWN,
    {
        "name": text_field("what it is, in a few words", required=True),
        "source": text_field("the system or place it comes from"),
        "query": text_field("the query or filter used there"),
        "requests": requests_field("the evidence requests it answers"),
        "occurrence": text_field("the control and period it was made for: ACC-07/2026-Q3"),
        "controls": Field(Holds.CONTROLS, "the controls it shows, where no request or occurrence says so"),
        "covers_from": date_field("the first day it speaks of"),
        "covers_until": date_field("the last day it speaks of"),
        "dated": date_field("the day it bears"),
        "by": person_field("who provided it"),
        "timestamp": yes_no_field("whether a system's own time stands on it"),
        "population": text_field("the list it is a complete copy of"),
        "rows": number_field("how many rows the list has"),
        "run_at": moment_field("when the list was run"),
        "second_source": text_field("what the count was compared with"),
        "second_rows": number_field("how many rows were counted there"),
        "state": choice_field("where it stands", Standing),
        "reviewed_by": person_field("who accepted or rejected it"),
        "reviewed_on": date_field("the day of that"),
        "reason": text_field("why it was rejected"),
        "note": text_field("anything worth keeping"),
        "file": text_field("the name of its file in the folder of evidence"),
        "digest": Field(Holds.DIGEST, "the SHA-256 of the file when it was attached"),
        "size": Field(Holds.BYTES, "the size of the file in bytes"),
        "file_changed": date_field("the day the file was last written when it was attached"),
        "received": date_field("the day it was attached"),
    },
    Evidence,
    check_evidence,
    belongs=Belongs.CLIENT,
)

USER_EXPORTS = Section(
    "user_exports",
    "list of users",
    Keys.OWN,
    {
        "system": Field(Holds.SYSTEM, "the system whose users it lists", required=True),
        "taken_at": moment_field("when it was run"),
        "evidence": text_field("the piece of evidence that holds the file"),
        "rows": number_field("how many accounts it lists"),
        "enabled": number_field("how many of them can sign in"),
        "columns": entries_field("which heading was taken for what"),
        "leavers": entries_field("people who left and could still sign in"),
        "unknown": entries_field("accounts that belong to nobody"),
        "admins": entries_field("accounts with administrator rights"),
        "shared_admins": entries_field("accounts with administrator rights that several people use"),
    },
    UserExport,
    belongs=Belongs.CLIENT,
)

SEEN_IN_LISTS = Section(
    "seen_in_lists",
    "line that was seen",
    Keys.OWN,
    {
        "kind": text_field("what sort of list it was read from", required=True),
        "fault": text_field("what the line shows", required=True),
        "item": text_field("what the line is about", required=True),
        "evidence": text_field("the piece of evidence that holds the list"),
        "system": Field(Holds.SYSTEM, "the system it comes from"),
        "person": person_field("whom it concerns"),
        "on": date_field("the day the line names"),
        "settled_on": date_field("the day somebody looked into it"),
        "settled_by": person_field("who did"),
        "answer": text_field("what came of it, with its ticket"),
    },
    SeenInList,
    belongs=Belongs.CLIENT,
)

COMPLETIONS = Section(
    "completions",
    "course taken",
    Keys.OWN,
    {
        "person": person_field("who took it", required=True),
        "course": choice_field("the course", (course.id for course in COURSES), required=True),
        "on": date_field("the day it ended", required=True),
        "hours": number_field("how many hours it took"),
        "result": text_field("the result of the quiz or lab"),
        "instructor": text_field("who taught it"),
        "evidence": entries_field("the pieces of evidence that show it"),
        "entered_by": person_field("who entered it"),
        "entered_on": date_field("the day it was entered"),
    },
    Completion,
    belongs=Belongs.CLIENT,
)

CERTIFICATES = Section(
    "certificates",
    "certificate",
    Keys.OWN,
    {
        "person": person_field("who holds it", required=True),
        "name": text_field("its name", required=True),
        "issued_on": date_field("the day it was issued"),
        "expires_on": date_field("the last day on which it counts"),
        "evidence": entries_field("the pieces of evidence that show it"),
    },
    Certificate,
    belongs=Belongs.CLIENT,
)

SKILLS = Section(
    "skills",
    "rating of an area",
    Keys.OWN,
    {
        "person": person_field("who was rated", required=True),
        "area": choice_field("the area", AREAS, required=True),
        "before": Field(Holds.LEVEL, "from 0 to 3, before training", tuple(map(str, STEPS_OF_SKILL))),
        "after": Field(Holds.LEVEL, "from 0 to 3, after training", tuple(map(str, STEPS_OF_SKILL))),
        "rated_on": date_field("the day of the newer rating"),
    },
    Skill,
    belongs=Belongs.CLIENT,
)

AUDITOR_REQUESTS = Section(
    "auditor_requests",
    "request of the auditor",
    Keys.OWN,
    {
        "number": text_field("the auditor's own number", required=True),
        "text": text_field("what the auditor asks for", required=True),
        "due": date_field("the day the auditor wants it"),
        "requests": requests_field("our requests that ask for the same", as_written=True),
        "matched": choice_field("how sure the program was", Matched),
        "confirmed_by": person_field("who confirmed it"),
        "confirmed_on": date_field("the day of that"),
    },
    AuditorRequest,
    belongs=Belongs.CLIENT,
)

WALKED_REQUESTS = Section(
    "walked_requests",
    "walked request",
    Keys.REQUEST,
    {
        "ready": choice_field("whether the owner can show it", Ready, required=True),
        "asked_on": date_field("the day of the walk"),
        "owner": person_field("who was asked"),
        "answer": text_field("what the owner answered"),
    },
    WalkedRequest,
    belongs=Belongs.CLIENT,
)

REMEDIES = Section(
    "remedies",
    "thing to mend",
    Keys.OWN,
    {
        "name": text_field("what is to be done", required=True),
        "controls": Field(Holds.CONTROLS, "the controls it is about"),
        "request": text_field("the evidence request it came from"),
        "finding": text_field("the rule it came from"),
        "owner": person_field("who does it"),
        "due": date_field("the day by which it is done"),
        "hours": number_field("how many hours it takes"),
        "order": number_field("its place in the queue, from 1"),
        "closed_on": date_field("the day it was done"),
    },
    Remedy,
    belongs=Belongs.CLIENT,
)

EARLIER_REPORTS = Section(
    "earlier_reports",
    "earlier report",
    Keys.OWN,
    {
        "report": choice_field("its type", ("type_1", "type_2"), required=True),
        "first": date_field("the first day it covers, or its one date", required=True),
        "last": date_field("the last day it covers, or its one date", required=True),
        "issued_on": date_field("the day it was issued"),
    },
    EarlierReport,
    belongs=Belongs.CLIENT,
)

RETESTS = Section(
    "retests",
    "exception to show again",
    Keys.OWN,
    {
        "name": text_field("the exception, in the auditor's words or yours", required=True),
        "report": text_field("the earlier report it stands in"),
        "controls": Field(Holds.CONTROLS, "the controls it is about"),
        "how": text_field("how it is shown as mended"),
        "shown_on": date_field("the day it was shown"),
        "evidence": entries_field("the pieces of evidence that show it"),
    },
    Retest,
    belongs=Belongs.CLIENT,
)

DONE = (
    EVIDENCE, USER_EXPORTS, SEEN_IN_LISTS, COMPLETIONS, AUDITOR_REQUESTS, LISTED_CONTROLS, OWN_DOCUMENTS, OWN_CLAUSES,
    WALKED_REQUESTS, REMEDIES, EARLIER_REPORTS, RETESTS, CLIENT_ANSWERS,
)  # fmt: skip
"""The tables of what was done that no page of the interview shows: each has a page or a command of its own."""
