"""Word files that come back from anywhere: rows of text, and a sentence for what is broken or hostile."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.storage import word_rows
from soc2desk.storage.word_rows import MAIN, is_word, word_tables

if TYPE_CHECKING:
    from pathlib import Path

OPEN = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
CLOSE = "</w:body></w:document>"


def made(path: Path, inside: str, *, head: str = "", strict: bool = False, **others: bytes) -> Path:
    begin = OPEN.replace("http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml") if strict else OPEN
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr(MAIN, f"{head}{begin.replace('/2006', '') if strict else begin}{inside}{CLOSE}")
        for name, raw in others.items():
            archive.writestr(f"word/{name}", raw)
    return path


def table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def words(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_cells_are_lines_of_text_with_the_marks_of_their_row(tmp_path: Path) -> None:
    marked = '<w:p><w:bookmarkStart w:id="1" w:name="q_company"/><w:r><w:t>AB</w:t><w:br/><w:t>C</w:t></w:r></w:p>'
    tag = '<w:sdtPr><w:tag w:val="answers.company"/></w:sdtPr>'
    control = f"<w:sdt>{tag}<w:sdtContent>{words('Acme')}</w:sdtContent></w:sdt>"
    for strict in (False, True):
        path = made(tmp_path / "a.docx", table(marked, control + words("Inc.")), strict=strict)
        ((row,),) = word_tables(path)
        assert row.cells == ["AB\nC", "Acme\nInc."]
        assert (row.bookmarks, row.tags) == (["q_company"], ["answers.company"])


def test_what_was_struck_out_is_not_read_and_a_table_in_a_cell_is_text_of_it(tmp_path: Path) -> None:
    struck = "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"
    moved = f"<w:moveFrom>{words('there')}</w:moveFrom>"
    ((row,),) = word_tables(made(tmp_path / "a.docx", table(struck + moved, table(words("a"), words("b")))))
    assert row.cells[0].strip() == "new"
    assert row.cells[1].split() == ["a", "b"]


def test_no_other_part_of_the_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    opened = ZipFile.open

    def watched(self: ZipFile, name: object, *rest: object, **more: object) -> object:
        read.append(getattr(name, "filename", str(name)))
        return opened(self, name, *rest, **more)  # type: ignore[arg-type]

    path = made(tmp_path / "a.docm", table(words("a")), vbaProject=b"macro", settings=b"<link/>")
    monkeypatch.setattr(ZipFile, "open", watched)
    assert len(word_tables(path)) == 1
    assert read == [MAIN]


def test_what_would_grow_or_declares_something_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]>'
    with pytest.raises(FileProblem, match="declarations"):
        word_tables(made(tmp_path / "a.docx", table(words("&c;")), head=bomb))
    with pytest.raises(FileProblem, match="nested deeper"):
        word_tables(made(tmp_path / "b.docx", "<w:p>" * 200 + "</w:p>" * 200))
    monkeypatch.setattr(word_rows, "MOST_TEXT", 1_000)
    with pytest.raises(FileProblem, match="far too large"):
        word_tables(made(tmp_path / "c.docx", table(words("a" * 2_000))))
    monkeypatch.setattr(word_rows, "MOST_BYTES", 100)
    with pytest.raises(FileProblem, match="larger than"):
        word_tables(made(tmp_path / "d.docx", table(words("a"))))


def test_too_many_cells_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_rows, "MOST_CELLS", 3)
    with pytest.raises(FileProblem, match="more than 3 rows and cells"):
        word_tables(made(tmp_path / "a.docx", table(*[words("a")] * 4)))


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "damaged"),
        (b"\xd0\xcf\x11\xe0 old", "old or a protected"),
        (b"PK\x03\x04 cut short", "damaged"),
        (b"%PDF-1.7", "damaged"),
    ],
)
def test_other_files_are_told_apart(tmp_path: Path, raw: bytes, said: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(raw)
    assert not is_word(path)
    with pytest.raises(FileProblem, match=said):
        word_tables(path)


def test_broken_text_and_a_missing_file_are_sentences(tmp_path: Path) -> None:
    path = made(tmp_path / "a.docx", table(words("a")).removesuffix("</w:tbl>"))
    with pytest.raises(FileProblem, match="damaged"):
        word_tables(path)
    with pytest.raises(FileProblem):
        word_tables(tmp_path / "nothing.docx")
