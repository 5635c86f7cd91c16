"""Fields of Word: filled when the file is made, so that nothing has to be updated before it can be read."""

from __future__ import annotations

from soc2desk.renderers.docx_text import escaped

TABLE, FIGURE = "Table", "Figure"
"""Whose count a caption is part of, by which Word makes lists of tables and of figures."""
_HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


def contents_field(instruction: str) -> tuple[str, str]:
    """Return what stands before the first entry of a filled field, and what stands after the last one."""
    return (
        f"{_mark('begin')}{_instruction(instruction)}{_mark('separate')}",
        _mark("end"),
    )


def counted(kind: str) -> str:
    """Return a field that counts a caption without showing the number: no other format prints one.

    The switch hides it in Word; LibreOffice takes no notice of that, and hides it for its look.
    """
    count = _instruction(f"SEQ {kind} \\* ARABIC \\h", _HIDDEN)
    return f"{_mark('begin', _HIDDEN)}{count}{_mark('end', _HIDDEN)}"


def as_contents(inside: str) -> str:
    """Return paragraphs as a table of contents that Word offers to update and to remove as one."""
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def _instruction(words: str, look: str = "") -> str:
    return f'<w:r>{look}<w:instrText xml:space="preserve"> {escaped(words)} </w:instrText></w:r>'


def _mark(kind: str, look: str = "") -> str:
    return f'<w:r>{look}<w:fldChar w:fldCharType="{kind}"/></w:r>'
