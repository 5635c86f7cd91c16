"""One document drawn for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest

from soc2desk.app.desk import Desk, Source, open_desk
from soc2desk.app.drafts import editable_format, make_draft
from soc2desk.domain.problems import UsageProblem
from tests.composed import DAY, sample

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = Source(sample("brightwater"), "brightwater", file=open_desk().sample("brightwater"))


def drawn(folder: Path, document: str, kind: str) -> Path:
    steps = make_draft(Desk(folder, DAY), SOURCE, document, kind, folder)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Path = end.value
            return made


def test_a_draft_lies_in_the_folder_of_drafts_and_says_draft(tmp_path: Path) -> None:
    path = drawn(tmp_path, "POL-ACP", "docx")
    assert path == tmp_path / "drafts" / "POL-ACP-access-control-policy.docx"
    opened = docx.Document(str(path))
    texts = [paragraph.text for paragraph in opened.paragraphs]
    texts += [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    for section in opened.sections:
        texts += [one.text for one in (*section.header.paragraphs, *section.footer.paragraphs)]
    assert any("Draft" in text for text in texts)


def test_a_register_is_worked_on_in_excel_and_all_else_in_word(tmp_path: Path) -> None:
    assert (editable_format("register"), editable_format("record")) == ("xlsx", "docx")
    assert drawn(tmp_path, "REG-MTX", "xlsx").read_bytes().startswith(b"PK")
    assert drawn(tmp_path, "DSC", "pdf").read_bytes().startswith(b"%PDF")


def test_a_document_that_is_not_made_here_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="POL-NOT"):
        drawn(tmp_path, "POL-NOT", "docx")
    assert not (tmp_path / "drafts").exists()
