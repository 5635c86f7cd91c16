"""Two clients whose every text bears a mark of its own, and where the marks of one stand in the files of the other."""

from __future__ import annotations

import io
import json
import re
import zipfile
from itertools import count
from typing import TYPE_CHECKING, Any

from soc2desk.app.session import read_plain
from soc2desk.domain.questions import QuestionKind
from soc2desk.storage.codec import project_to_plain
from soc2desk.storage.row_fields import Holds
from soc2desk.storage.row_shapes import FILLED_IN, KEPT, ROW_SECTIONS
from tests.composed import catalogue, sample
from tests.renderers.pdf_reading import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.session import Plain
    from soc2desk.domain.project import Project
    from soc2desk.storage.row_fields import Section

FIRST, SECOND = "Qxa", "Qxb"
TEXTS = {QuestionKind.TEXT, QuestionKind.LONG_TEXT, QuestionKind.LIST}
NO_WORDS = frozenset({"accent_color", "second_color", "time_zone"})
"""Questions that take no words of anybody's own."""
POINTING = frozenset({"evidence", "occurrence", "file", "population", "request", "covers", "control"})
"""Fields of text that name something else, so that no word can be put into them."""


class _Marking:
    """Puts a mark and a number before every text it is given."""

    def __init__(self, mark: str) -> None:
        self._mark, self._numbers = mark, count(1)

    def text(self, text: str) -> str:
        """Return a text with the next mark."""
        return f"{self._mark}{next(self._numbers):03} {text}"

    def value(self, value: Plain) -> Plain:
        """Mark a value where its text stands, also one that is suggested or planned, and each entry of a list."""
        if isinstance(value, dict):
            return {key: inner if key == "from" else self.value(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.value(one) for one in value]
        return self.text("x" if value in {"none", "not yet"} else str(value))


def client(desk: Desk, name: str, mark: str) -> Project:
    """Return the answers of a sample with a mark in every text a person can type, all of them different."""
    plain, marking = project_to_plain(sample(name), catalogue()), _Marking(mark)
    answers = _table(plain, "answers")
    answers.pop("logo", None)
    for question in catalogue().questions.values():
        if question.kind in TEXTS and question.id not in NO_WORDS:
            empty: Plain = ["x"] if question.kind is QuestionKind.LIST else "x"
            answers[question.id] = marking.value(answers.get(question.id) or empty)
    for section in ROW_SECTIONS:
        for row in _table(plain, section.name).values() if section not in KEPT else ():
            if isinstance(row, dict):
                row.update(_marked_fields(section, row, marking))
    plain["own_controls"] = {"OWN-01": _own_control(marking)}
    return read_plain(plain, desk)


def _table(plain: dict[str, Plain], name: str) -> dict[str, Plain]:
    rows = plain.get(name)
    return rows if isinstance(rows, dict) else {}


def _marked_fields(section: Section[Any], row: dict[str, Plain], marking: _Marking) -> dict[str, Plain]:
    """Return the texts of a row, marked; of what a person fills in on the pages, also those that were left empty."""
    empty = {Holds.TEXT: "x", Holds.ENTRIES: ["x"]}
    wanted = {name: empty[one.holds] for name, one in section.fields.items() if one.holds in empty}
    there = {name: usual for name, usual in wanted.items() if section in FILLED_IN or name in row}
    return {name: marking.value(row.get(name, usual)) for name, usual in there.items() if name not in POINTING}


def _own_control(marking: _Marking) -> dict[str, Plain]:
    return {
        "title": marking.text("Escrow"), "statement": marking.text("The code is deposited every year."),
        "criteria": ["CC6.1"], "cadence": "annual", "nature": "manual", "evidence": marking.text("The receipt."),
        "owner": "it_lead",
    }  # fmt: skip


def texts(project: Project) -> str:
    """Return all that a project holds as text."""
    return json.dumps(project_to_plain(project, catalogue()), ensure_ascii=False)


def own_ids(project: Project, other: Project) -> set[str]:
    """Return ids of people, vendors and systems that only one of two clients has, as they were chosen once."""
    tables = ("people", "vendors", "systems")
    mine, theirs = ({row.id for table in tables for row in getattr(one, table)} for one in (project, other))
    return {one for one in mine - theirs if "-" in one}


def files(*places: Path) -> Iterator[tuple[str, str]]:
    """Yield every file in these places by its name, with all the words in it; what is packed is taken apart."""
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file():
                yield from _opened(path.name, path.read_bytes())


def _opened(name: str, raw: bytes) -> Iterator[tuple[str, str]]:
    if raw.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for member in archive.namelist():
                yield from _opened(f"{name}/{member}", archive.read(member))
        return
    yield name, raw.decode("utf-8", "replace") + (words_of(raw) if raw.startswith(b"%PDF") else "")


def marks_in(text: str, mark: str) -> set[str]:
    """Return the marks of a client in a text, in whatever case and however a line breaks them."""
    return set(re.findall(rf"{mark}\d{{3}}", text, re.IGNORECASE))


def seen_of(mark: str, ids: set[str], *places: Path) -> list[str]:
    """Return the files in which a mark or an id of a client stands."""
    return [
        name
        for name, text in files(*places)
        if marks_in(name, mark) or marks_in(text, mark) or any(one in text for one in ids)
    ]
