"""A client's policy as a Word file for tests: headings of styles, a table, a list, tracked changes."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING

from docx import Document

if TYPE_CHECKING:
    from pathlib import Path

REVIEWS = "The IT manager performs user access reviews of all accounts each quarter."
LEAVERS = "Access of terminated employees is revoked within one business day."


# A file of Word holds the moment at which it was saved: who asks twice gets the same file.
@cache
def own_policy(reviews: str = REVIEWS, *, leavers: bool = True) -> bytes:
    """Return a policy of four sections, or of three."""
    made = Document()
    made.add_heading("Information Security Policy", 0)
    made.add_paragraph("Version 3.1, approved by the board.")
    made.add_heading("4 Access", 1)
    made.add_heading("4.2 Access reviews", 2)
    made.add_paragraph(reviews)
    made.add_paragraph("{{ company }} & <b>others</b>", style="List Bullet")
    if leavers:
        made.add_heading("4.3 Leavers", 2)
        made.add_paragraph(LEAVERS)
        table = made.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "HR", "tells IT"
    made.add_heading("5 Canteen", 1)
    made.add_paragraph("The menu is tasted.")
    return saved(made)


def saved(made: object) -> bytes:
    """Return a document as bytes."""
    out = io.BytesIO()
    made.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def with_body(raw: bytes, change: dict[str, str]) -> bytes:
    """Return a Word file in which patterns of its main part are replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive, zipfile.ZipFile(out, "w") as fresh:
        for name in archive.namelist():
            part = archive.read(name)
            if name == "word/document.xml":
                text = part.decode()
                for old, new in change.items():
                    text = re.sub(old, lambda _, new=new: new, text)
                part = text.encode()
            fresh.writestr(name, part)
    return out.getvalue()


def put_policy(folder: Path, raw: bytes | None = None, name: str = "isp.docx") -> Path:
    """Write a policy into a folder and return its path."""
    path = folder / name
    path.write_bytes(own_policy() if raw is None else raw)
    return path
