"""A firm's Word file as people have them: letter type, letterhead with a logo, page numbers; and parts to spoil it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docx.text.paragraph import Paragraph

STRANGER = "Harrow Client Ltd"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def field(line: Paragraph, instruction: str) -> None:
    """Write a field in five runs, as Word does."""
    for kind, words in (("begin", ""), ("", instruction), ("separate", ""), ("words", "1"), ("end", "")):
        run = line.add_run(words if kind == "words" else "")
        if kind == "words":
            continue
        node = OxmlElement("w:fldChar" if kind else "w:instrText")
        node.text = None if kind else words
        if kind:
            node.set(qn("w:fldCharType"), kind)
        run._r.append(node)


def firm_file(logo: bytes = b"") -> bytes:
    """Return the Word file of a firm: Georgia, dark red headings, A4, letterhead, and words of another client."""
    word = docx.Document()
    normal, heading, title = (word.styles[name] for name in ("Normal", "Heading 1", "Title"))
    normal.font.name, normal.font.size = "Georgia", Pt(11)
    normal.paragraph_format.first_line_indent = Cm(0.5)
    heading.font.color.rgb, heading.font.size = RGBColor(0x8A, 0x1F, 0x3D), Pt(18)
    title.font.size = Pt(30)
    section = word.sections[0]
    section.page_width, section.page_height, section.left_margin = Cm(21), Cm(29.7), Cm(3)
    head = section.header.paragraphs[0]
    head.add_run("North Harbour Advisory")
    if logo:
        head.add_run().add_picture(io.BytesIO(logo), width=Cm(2))
    foot = section.footer.paragraphs[0]
    foot.add_run("12 Quay Street \u00b7 ")
    field(foot, " PAGE ")
    field(foot, " DATE ")
    word.add_heading(STRANGER, 1)
    word.core_properties.author = STRANGER
    return saved(word)


def saved(word: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def with_parts(raw: bytes, change: Callable[[dict[str, bytes]], Mapping[str, bytes] | None]) -> bytes:
    """Return a file whose parts were changed."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts = dict(change(parts) or parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def spoiled() -> bytes:
    """Return a firm's file with all that must not travel: macros, links outside, objects, changes, hidden words."""

    def change(parts: dict[str, bytes]) -> None:
        parts["word/vbaProject.bin"] = b"\xd0\xcf macro"
        parts["word/embeddings/oleObject1.bin"] = b"\xd0\xcf object"
        parts["customXml/item1.xml"] = f"<client>{STRANGER}</client>".encode()
        parts["word/settings.xml"] = parts["word/settings.xml"].replace(
            b"<w:compat>", f'<w:attachedTemplate xmlns:r="{R}" r:id="rIdT"/><w:compat>'.encode()
        )
        parts["word/_rels/settings.xml.rels"] = _links(("rIdT", "attachedTemplate", "file:///C:/Users/bob/t.dotm"))
        (head,) = [name for name in parts if name.startswith("word/header")]
        inside = (
            f'<w:p w:rsidR="00AB12CD"><w:ins w:id="1" w:author="{STRANGER}"><w:r><w:t>kept words</w:t></w:r></w:ins>'
            f'<w:del w:id="2" w:author="{STRANGER}"><w:r><w:delText>gone words</w:delText></w:r></w:del>'
            f'<w:hyperlink xmlns:r="{R}" r:id="rIdW"><w:r><w:t>web words</w:t></w:r></w:hyperlink>'
            f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{STRANGER}</w:t></w:r>"
            '<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://example.com/x.png&quot; "><w:r><w:t>x</w:t></w:r>'
            "</w:fldSimple>"
            f'<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:r="{R}" r:id="rIdO"/>'
            "</w:object></w:r>"
            f'<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" href="http://example.com/">'
            f'<v:imagedata xmlns:r="{R}" r:id="rIdI" src="http://example.com/i.png"/></v:shape></w:pict></w:r></w:p>'
        )
        parts[head] = parts[head].replace(b"</w:hdr>", inside.encode() + b"</w:hdr>")
        parts[f"word/_rels/{head.rpartition('/')[2]}.rels"] = _links(
            ("rIdW", "hyperlink", "http://example.com/bob"),
            ("rIdI", "image", "http://example.com/i.png"),
            ("rIdO", "oleObject", "http://example.com/o.bin"),
        )
        types = parts["[Content_Types].xml"].replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        )
        parts["[Content_Types].xml"] = types

    return with_parts(firm_file(), change)


def _links(*rows: tuple[str, str, str]) -> bytes:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}" TargetMode="External"/>'
        for key, kind, target in rows
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inside}</Relationships>'.encode()
