"""What the acts begin with: a project to count in, whose period is over, with a file of evidence."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from soc2desk.app.transfer import new_project
from soc2desk.domain.answers import Answer
from soc2desk.domain.evidence import Evidence
from soc2desk.domain.people import Person
from soc2desk.storage.projects import open_folder, save
from tests.faults.acts import PEOPLE, desk

if TYPE_CHECKING:
    from pathlib import Path

LIST = b"login,email\nana,a@acme.example\n"


def begin(place: Path) -> Path:
    """Return a folder with a project whose period is over, with a file of evidence and people to count with."""
    at = desk(place)
    folder = new_project(at, "acme", sample="brightwater")
    (folder / "evidence").mkdir()
    (folder / "evidence" / "e-0001-list.csv").write_bytes(LIST)
    stored = open_folder(folder, at.catalogue)
    digest = sha256(LIST).hexdigest()
    piece = Evidence(
        "e-0001", "A list", file="e-0001-list.csv", digest=digest, size=len(LIST), received=date(2027, 3, 1)
    )
    people = (*stored.project.people, *(Person(f"p-{number}", "Person 0") for number in range(PEOPLE)))
    answers = {**stored.project.answers, "company": Answer("0")}
    save(stored, replace(stored.project, evidence=(piece,), people=people, answers=answers), at.catalogue)
    return place


def anew(act: str, begun: Path, place: Path) -> None:
    """Put a place back to where an act begins."""
    shutil.rmtree(place, ignore_errors=True)
    if act == "packet":
        place.mkdir(exist_ok=True)
    else:
        shutil.copytree(begun, place, dirs_exist_ok=True)
