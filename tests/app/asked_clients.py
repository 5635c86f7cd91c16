"""One client who answers a question of every kind, in a Word file and in a workbook, and what has to come of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from soc2desk.app.asking import Asking
from soc2desk.app.asking_file import write_questionnaire
from soc2desk.app.desk import Desk
from soc2desk.app.session import open_session
from soc2desk.app.transfer import new_project
from tests.app.filled_questionnaires import fill_sheet_row, fill_word, fill_word_row, fill_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.session import Session
    from soc2desk.reading.located import Plain

DAY = date(2026, 11, 26)
PAGES = ("company", "service", "people", "report", "scope", "tools", "access", "incidents")
QUEBEC = "Commission d\u2019acc\u00e8s \u00e0 l\u2019information"
CANADA = "Office of the Privacy Commissioner"
EVERY_KIND: dict[str, Plain] = {
    "company": "Northpier Freight Inc.",
    "service_summary": "It shows trucks on a map.\nShippers look at it.",
    "province": "QC",
    "fiscal_year_start": "4",
    "data_kinds": ["business_documents", "logs_only"],
    "has_office": "no",
    "handles_personal_information": "yes",
    "report_type": "type_2",
    "window_start": "2027-01-01",
    "window_end": "2027-06-30",
    "privacy_regulators": [
        "Commission d\u2019acc\u00e8s \u00e0 l\u2019information",
        "Office of the Privacy Commissioner",
    ],
    "access_review_period": "quarterly",
    "access_removal_limit": "1 business day",
    "customer_notice_hours": "48",
    "separate_admin_accounts": {"planned": "yes", "from": "2027-03-01"},
    "time_limited_elevation": "not yet",
    "plan_review_period": {"planned": "annual"},
}
"""Answers in their plain form; each kind of question stands in it at least once."""
PEOPLE: dict[str, Plain] = {
    "dana-whitfield": {"name": "Dana Whitfield", "title": "Chief executive", "start": "2019-04-01"},
    "luc-tremblay": {"name": "Luc Tremblay", "email": "luc@northpier.example", "contractor": "yes"},
}


SIGNER: dict[str, Plain] = {"maya-brandt": {"name": "Maya Brandt"}}
"""Who fills the files in: only somebody who stood in the list before confirms what they say."""


def client(folder: Path, name: str = "Northpier") -> Session:
    """Return the open project of a client nobody knows anything about yet."""
    desk = Desk(folder / "workspace", DAY)
    return open_session(desk, new_project(desk, name))


def answering(folder: Path) -> Session:
    """Return the open project of a client of whom is known who answers."""
    session = client(folder)
    session.put({("people", id_): row for id_, row in SIGNER.items()}, "Who answers")
    return session


def asked(session: Session, file: Path, *pages: str, every: bool = False) -> Path:
    """Return the questionnaire of a project, written into a file."""
    write_questionnaire(session, Asking(pages or PAGES, every), file)
    return file


def answered_word(file: Path, signer: str = "Maya Brandt") -> Path:
    """Fill in a Word file as somebody with Word does."""
    words = {
        "head.signer": signer,
        "answers.company": "Northpier Freight Inc.",
        "answers.service_summary": "It shows trucks on a map.\nShippers look at it.",
        "answers.province": "Quebec",
        "answers.fiscal_year_start": "April",
        "answers.report_type": "Type II",
        "answers.window_start": "2027-01-01",
        "answers.window_end": "30 juin 2027",
        "answers.privacy_regulators": f"{QUEBEC}\n{CANADA}",
        "answers.access_review_period": "Every quarter",
        "answers.access_removal_limit": "1 business day",
        "answers.customer_notice_hours": "48",
        "answers.separate_admin_accounts/from": "2027-03-01",
        "answers.plan_review_period": "Every year",
    }
    ticks = {
        "answers.data_kinds": ("Business documents", "Technical logs"),
        "answers.has_office": "No",
        "answers.handles_personal_information": "Yes",
        "answers.separate_admin_accounts": "We will, from this day:",
        "answers.time_limited_elevation": "We do not do this yet",
        "answers.plan_review_period": "We will, from this day:",
    }
    fill_word(file, words, ticks)
    people = (
        ("Dana Whitfield", "Chief executive", "", "1 Apr 2019"),
        ("Luc Tremblay", "", "luc@northpier.example", "", "", "oui"),
    )
    fill_word_row(file, "people", *people)
    return file


def answered_workbook(file: Path, signer: str = "Maya Brandt") -> Path:
    """Fill in a workbook as somebody with a spreadsheet program does."""
    fill_workbook(
        file,
        {
            "answers.company": "Northpier Freight Inc.",
            "answers.service_summary": "It shows trucks on a map.\nShippers look at it.",
            "answers.province": "Quebec",
            "answers.fiscal_year_start": "April",
            "answers.data_kinds/business_documents": "Yes",
            "answers.data_kinds/health": "No",
            "answers.data_kinds/logs_only": "x",
            "answers.has_office": "Non",
            "answers.handles_personal_information": "Yes",
            "answers.report_type": "Type II",
            "answers.window_start": date(2027, 1, 1),
            "answers.window_end": "30/06/2027",
            "answers.privacy_regulators": f"{QUEBEC}; {CANADA}",
            "answers.access_review_period": "Every quarter",
            "answers.access_removal_limit": "1 working day",
            "answers.customer_notice_hours": 48,
            "answers.separate_admin_accounts": (None, "We will", date(2027, 3, 1)),
            "answers.time_limited_elevation": ("No", "We do not do this yet"),
            "answers.plan_review_period": ("Every year", "We will"),
        },
        {"head.signer": signer},
    )
    fill_sheet_row(
        file,
        "People",
        ("Dana Whitfield", "Chief executive", None, date(2019, 4, 1)),
        ("Luc Tremblay", None, "luc@northpier.example", None, None, None, None, None, None, "Yes"),
    )
    return file
