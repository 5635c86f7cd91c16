"""The papers of a comparison: a change letter in Word and PDF, and a redline of each document that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Document, Look, Paragraph, text
from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.domain.redline import redline
from soc2desk.domain.steps import Step
from soc2desk.packet.change_letter import change_letter, said_day
from soc2desk.packet.drawing import draw
from soc2desk.packet.plan import READERS, slug
from soc2desk.storage.appearing import appearing
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping
    from pathlib import Path

    from soc2desk.domain.changes import Comparison

    Drawn = tuple[str, str, bytes]

REDLINES = "redlines"
LETTER_FORMATS = ("docx", "pdf")
MOST_FOLDERS = 1000


def write_change_papers(
    found: Comparison, phrases: Mapping[str, str], out: Path, to: str = "", look: Look | None = None
) -> Generator[Step, None, Path]:
    """Write letter and redlines into a new folder in `out`, step by step, and return that folder.

    Nothing that is there is written over, and nothing half-made stays. Raises ProjectProblem for papers of the team
    alone, FileProblem when the system refuses.
    """
    if any(Audience.INTERNAL in READERS.get(one.reader, frozenset()) for one in (found.old, found.new)):
        message = "These packets hold papers of the team alone, and a change letter is read by an auditor."
        raise ProjectProblem(message, hint="Compare the auditor's packets, or leave the letter out.")
    target = _free(out, f"changes-{slug(found.old.date)}-to-{slug(found.new.date)}")
    total = len(LETTER_FORMATS) + len(found.changed_documents)
    with said_plainly("The papers could not be written.", out), appearing(target) as making:
        (making / REDLINES).mkdir()
        for done, (path, title, content) in enumerate(_drawn(found, phrases, to, look or Look()), 1):
            (making / path).write_bytes(content)
            yield Step(done, total, title)
        if not found.changed_documents:
            (making / REDLINES).rmdir()
    return target


def _free(out: Path, name: str) -> Path:
    """Return a folder that does not exist yet."""
    names = (name, *(f"{name}-{number}" for number in range(2, MOST_FOLDERS)))
    found = next((out / one for one in names if not (out / one).exists()), None)
    if found is None:
        raise FileProblem("This folder holds too many comparisons.", where=str(out), hint="Choose another folder.")
    return found


def _drawn(found: Comparison, phrases: Mapping[str, str], to: str, look: Look) -> Iterator[Drawn]:
    letter = change_letter(found, phrases, to)
    for kind in LETTER_FORMATS:
        yield f"{letter.id}-{slug(letter.title)}.{kind}", f"{letter.title} ({kind})", draw(kind, letter, look)
    for name in found.changed_documents:
        yield _redlined(name, found, phrases, look)


def _redlined(name: str, found: Comparison, phrases: Mapping[str, str], look: Look) -> Drawn:
    from soc2desk.renderers.docx_redline import render_redline

    old, new = found.old.document[name], found.new.document[name]
    days = {"old": said_day(found.old.date, phrases), "new": said_day(found.new.date, phrases)}
    title = phrases["changes.redline"].format(title=new.title, day=days["old"])
    note = Paragraph(text(phrases["changes.redline_note"].format(**days)), "small")
    head = Document(
        new.id, title, new.kind, Audience.AUDITOR, found.new.company, found.new.date, (note,),
        status=phrases["status.draft"], landscape=new.kind == "register",
    )  # fmt: skip
    content = render_redline(head, redline(old, new), look)
    return f"{REDLINES}/{new.id}-{slug(new.title)}-redline.docx", title, content
