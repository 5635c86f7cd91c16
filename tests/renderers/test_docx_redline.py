from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from soc2desk.document.blocks import Audience, Document, Look, Paragraph, text
from soc2desk.domain.contents import DocumentLine, DocumentLines, LineKind
from soc2desk.domain.redline import redline
from soc2desk.renderers.docx_redline import AUTHOR, render_redline
from tests.packet.lined import clause, columns, document, heading, row, words
from tests.renderers import office
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = 'He said "<w:del>" & {{ no }} \x0b]]> \u202e \u05e9\u05dc\u05d5\u05dd \U0001f600'

OLD = document(
    "POL-X",
    heading("POL-X/a", "Reviews", "1"),
    words("We look at the list of accounts."),
    clause("POL-X/a/one", "Owners review accounts every quarter.", "1.1"),
    clause("POL-X/a/two", "What was found is mended.", "1.2"),
    DocumentLine(LineKind.ITEM, ("first",)),
    DocumentLine(LineKind.ITEM, ("second",), level=1),
    columns("t", "what", "who"),
    row("t", "r1", what="Backups", who="Dana"),
    row("t", "r2", what="Keys", who="Ines"),
    heading("POL-X/b", "Gone", "2"),
    DocumentLine(LineKind.STEP, ("do this",)),
    DocumentLine(LineKind.NOTE, ("a note",)),
    columns("u", "what"),
    row("u", "r1", what="Only before"),
)
NEW = document(
    "POL-X",
    heading("POL-X/a", "Access reviews", "1"),
    clause("POL-X/a/new", HOSTILE, "1.1"),
    clause("POL-X/a/one", "Owners review accounts twice a year.", "1.2"),
    words("We look at the whole list of accounts."),
    DocumentLine(LineKind.ITEM, ("second",), level=1),
    DocumentLine(LineKind.FIELD, ("Name", "Dana")),
    columns("t", "what", "who"),
    row("t", "r1", what="Backups", who="Noah Whiteduck"),
    row("t", "r3", what="Logs", who="Ines"),
)


def drawn(old: DocumentLines, new: DocumentLines) -> bytes:
    head = Document("POL-X", "Redline", "policy", Audience.AUDITOR, "Acme", "2026-11-20", (Paragraph(text("Note.")),))
    return render_redline(head, redline(old, new), Look())


def body(content: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))[0]


def decided(root: etree._Element, *, accept: bool) -> list[str]:
    """Return the paragraphs that are left, as a word processor decides: what goes takes its mark and row along."""
    gone = f"{W}del" if accept else f"{W}ins"
    for tracked in [node for node in root.iter(gone) if node.getparent() is not None]:
        parent = tracked.getparent()
        if parent.tag == f"{W}trPr":
            parent.getparent().getparent().remove(parent.getparent())
        elif parent.tag == f"{W}p":
            parent.remove(tracked)
    paragraphs, carried = [], ""
    for paragraph in root.iter(f"{W}p"):
        carried += "".join(_letters(node) for node in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab"))
        if paragraph.find(f"{W}pPr/{W}rPr/{gone}") is None:
            paragraphs.append(carried)
            carried = ""
    return [one for one in paragraphs if one.strip()][1:]


def _letters(node: etree._Element) -> str:
    return "\t" if node.tag == f"{W}tab" else node.text or ""


def printed(of: DocumentLines) -> list[str]:
    lines = []
    for one in of.lines:
        joined = ": ".join(one.texts) if one.kind is LineKind.FIELD else ""
        cells = [joined] if joined else [*one.texts]
        lines += [f"{one.number}\t{cell}" if one.number else cell for cell in cells]
    return [line.replace("\x0b", "") for line in lines if line]


def test_all_accepted_is_the_new_text_and_all_rejected_the_old_one() -> None:
    content = drawn(OLD, NEW)
    assert decided(body(content), accept=True) == printed(NEW)
    assert decided(body(content), accept=False) == printed(OLD)


def test_each_change_has_a_number_of_its_own_the_name_of_the_program_and_the_documents_day() -> None:
    tracked = list(body(drawn(OLD, NEW)).iter(f"{W}ins", f"{W}del"))
    assert len({node.get(f"{W}id") for node in tracked}) == len(tracked) > 20
    assert {node.get(f"{W}author") for node in tracked} == {AUTHOR}
    assert {node.get(f"{W}date") for node in tracked} == {"2026-11-20T00:00:00Z"}
    kinds = {node.getparent().tag.removeprefix(W) for node in tracked}
    assert kinds == {"p", "rPr", "trPr"}, "words, whole paragraphs and whole rows"


def test_taken_out_text_is_marked_as_such_and_nothing_else_is() -> None:
    root = body(drawn(OLD, NEW))
    assert all(node.iterancestors(f"{W}del") for node in root.iter(f"{W}delText"))
    inside = [node for gone in root.iter(f"{W}del") for node in gone.iter(f"{W}t")]
    assert inside == []


def test_the_same_two_states_give_the_same_bytes_and_equal_ones_no_change() -> None:
    assert drawn(OLD, NEW) == drawn(OLD, NEW)
    assert not list(body(drawn(OLD, OLD)).iter(f"{W}ins", f"{W}del"))


def test_no_line_that_goes_on_ends_with_new_words_right_before_a_new_line() -> None:
    old = document("POL-X", words("We look at accounts"), words("The end stays."))
    new = document("POL-X", words("We look at accounts every day"), words("Quite new here."), words("The end stays."))
    content = drawn(old, new)
    assert decided(body(content), accept=True) == printed(new)
    assert decided(body(content), accept=False) == printed(old)
    changed = [one for one in body(content).iter(f"{W}p") if "look" in "".join(one.itertext())]
    assert changed[0][-1].tag == f"{W}del", "LibreOffice would join what stays when it rejects the new line"


@pytest.mark.skipif(not (IS_THOROUGH and office.is_here()), reason="asked for by SOC2DESK_THOROUGH, with LibreOffice")
def test_libreoffice_accepts_and_rejects_them_all(tmp_path: Path) -> None:
    file = tmp_path / "redline.docx"
    file.write_bytes(drawn(OLD, NEW))
    for act, wanted in (("accept", NEW), ("reject", OLD)):
        left = office.decided(file, act, tmp_path).replace("\u2022", " ").replace("\u25e6", " ").split()
        assert left[0] == "Note."
        expected = " ".join(printed(wanted)).split()
        # Steps are counted by the word processor itself.
        assert [word for word in left[1:] if word != "1."] == [word for word in expected if word != "1."]
