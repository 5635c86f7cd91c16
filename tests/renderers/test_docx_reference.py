"""Documents in a firm's own Word file: its type, page and letterhead, our structure, and nothing else of that file."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from lxml import etree
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from soc2desk.document.blocks import Look
from soc2desk.domain.problems import FileProblem
from soc2desk.renderers.docx_reference import reference_from
from tests.renderers.every_kind import document, register
from tests.renderers.firm_file import STRANGER, firm_file, saved, spoiled, with_parts
from tests.renderers.word_file import W, found, parts, values, words

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="module")
def firm() -> Look:
    return Look(reference=reference_from(firm_file(png())).base)


def png() -> bytes:
    notes, buffer = PngInfo(), io.BytesIO()
    notes.add_text("Author", STRANGER)
    Image.new("RGB", (64, 32), "#8a1f3d").save(buffer, "PNG", pnginfo=notes)
    return buffer.getvalue()


def style(package: dict[str, bytes], key: str) -> etree._Element:
    (one,) = found(etree.fromstring(package["word/styles.xml"]), f"w:style[@w:styleId='{key}']")
    return one


def text_of(package: dict[str, bytes], kind: str) -> str:
    return " ".join(words(etree.fromstring(package[name])) for name in sorted(package) if f"word/{kind}" in name)


def test_type_and_colours_of_the_firm_survive_in_our_structure(firm: Look) -> None:
    package = parts(document(), firm)
    assert values(style(package, "Heading1"), "w:rPr/w:color") == ["8A1F3D"]
    assert values(style(package, "Heading1"), "w:pPr/w:numPr/w:numId") == ["1"]
    assert values(style(package, "Normal"), "w:rPr/w:rFonts", "ascii") == ["Georgia"]
    assert b"8A1F3D" in etree.tostring(style(package, "CoverCompany"))
    assert values(style(package, "TableText"), "w:pPr/w:ind", "firstLine") == ["0"]


def test_every_style_in_use_is_there_and_stands_on_one_that_is(firm: Look) -> None:
    package = parts(document(), firm)
    styles = etree.fromstring(package["word/styles.xml"])
    known = {str(one.get(f"{W}styleId")) for one in found(styles, "w:style")}
    body = etree.fromstring(package["word/document.xml"])
    used = {name for tag in ("pStyle", "rStyle", "tblStyle") for name in values(body, f".//w:{tag}")}
    assert used <= known
    for tag in ("basedOn", "next", "link"):
        assert set(values(styles, f"w:style/w:{tag}")) <= known


def test_the_title_over_the_contents_is_not_numbered_where_the_firm_bases_it_on_a_heading(firm: Look) -> None:
    one = style(parts(document(), firm), "TOCHeading")
    assert values(one, "w:basedOn") == ["Heading1"]
    assert values(one, "w:pPr/w:numPr/w:numId") == ["0"]


def test_the_page_is_the_firms_and_tables_are_as_wide_as_its_text(firm: Look) -> None:
    for made, sizes in ((document(), ("11906", "16838")), (register(), ("16838", "11906"))):
        body = etree.fromstring(parts(made, firm)["word/document.xml"])
        (size,), (margins,) = found(body, ".//w:pgSz"), found(body, ".//w:pgMar")
        assert abs(int(size.get(f"{W}w", "")) - int(sizes[0])) < 3
        assert abs(int(size.get(f"{W}h", "")) - int(sizes[1])) < 3
        room = int(size.get(f"{W}w", "")) - sum(int(margins.get(f"{W}{side}", "")) for side in ("left", "right"))
        assert {abs(int(width) - room) <= 1 for width in values(body, ".//w:tblW", "w")} == {True}


def test_letterhead_and_logo_stand_over_our_own_line(firm: Look) -> None:
    package = parts(document(), firm)
    header = etree.fromstring(package["word/header1.xml"])
    lines = [words(line) for line in found(header, "w:p")]
    assert lines[0] == "North Harbour Advisory"
    assert lines[-1].startswith("Access <Control> Policy")
    cover = etree.fromstring(package["word/header2.xml"])
    assert [words(line) for line in found(cover, "w:p")] == ["North Harbour Advisory"]
    (logo,) = [name for name in package if "media/firm" in name]
    assert STRANGER.encode() not in package[logo]
    assert Image.open(io.BytesIO(package[logo])).size == (64, 32)


def test_a_footer_that_counts_pages_is_not_counted_twice_and_shows_no_day_of_its_own(firm: Look) -> None:
    footer = parts(document(), firm)["word/footer1.xml"].decode()
    assert footer.count("PAGE") == 1
    assert "DATE" not in footer
    assert "12 Quay Street" in footer
    assert "Draft: not approved" in footer


def test_nothing_of_the_firms_own_text_or_people_stays(firm: Look) -> None:
    for data in parts(document(), firm).values():
        assert STRANGER.encode() not in data


def test_what_must_not_travel_is_stripped_and_told() -> None:
    made = reference_from(spoiled())
    package = parts(document(), Look(reference=made.base))
    everything = b"".join(package.values())
    for gone in (
        STRANGER,
        "http://example.com",
        "attachedTemplate",
        "gone words",
        "INCLUDEPICTURE",
        "rsidR=",
        "OLEObject",
    ):
        assert gone.encode() not in everything
    assert "kept words" in text_of(package, "header")
    assert "web words" in text_of(package, "header")
    assert not [name for name in package if name.endswith(".bin") or "custom" in name]
    told = " ".join(made.left_out)
    for word in ("macros", "INCLUDEPICTURE", "object", "picture"):
        assert word in told


def test_links_of_our_own_are_the_only_ones_that_lead_outside() -> None:
    package = parts(document(), Look(reference=reference_from(spoiled()).base))
    for name, data in package.items():
        if name.endswith(".rels"):
            outside = [one for one in etree.fromstring(data) if one.get("TargetMode")]
            targets = {str(one.get("Target")) for one in outside}
            assert targets <= {"https://example.com/mail", "mailto:a@example.com"} or not targets


def test_the_same_file_gives_the_same_bytes_and_the_ground_can_be_opened(firm: Look) -> None:
    assert reference_from(firm_file(png())).base == firm.reference
    assert docx.Document(io.BytesIO(firm.reference)).paragraphs == []


def test_a_table_style_of_the_firm_colours_the_registers() -> None:
    word = docx.Document(io.BytesIO(firm_file()))
    own = word.styles.add_style("Harbour table", docx.enum.style.WD_STYLE_TYPE.TABLE)
    for other in [one for one in word.styles.element if one.get(f"{W}type") == "table"]:
        if other is not own.element and other.get(f"{W}styleId") != "TableNormal":
            word.styles.element.remove(other)
    package = parts(document(), Look(reference=reference_from(saved(word)).base))
    assert values(style(package, "RegisterTable"), "w:basedOn") == ["Harbourtable"]
    assert not found(style(package, "TableHeader"), "w:rPr/w:color")


def test_names_of_styles_count_and_not_their_ids_in_the_language_of_the_firm() -> None:
    def in_french(all_parts: dict[str, bytes]) -> None:
        raw = all_parts["word/styles.xml"].replace(b'"Heading1"', b'"Titre1"').replace(b'"Normal"', b'"Standard"')
        raw = raw.replace(b'<w:name w:val="Standard"/>', b'<w:name w:val="Normal"/>')
        legal = b'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Clause"><w:name w:val="Legal"/></w:style>'
        all_parts["word/styles.xml"] = raw.replace(b"</w:styles>", legal + b"</w:styles>")
        (head,) = [name for name in all_parts if name.startswith("word/header")]
        all_parts[head] = all_parts[head].replace(b'"Header"', b'"Clause"')

    package = parts(document(), Look(reference=reference_from(with_parts(firm_file(), in_french)).base))
    assert values(style(package, "Heading1"), "w:rPr/w:color") == ["8A1F3D"]
    assert values(style(package, "Heading1"), "w:basedOn") == ["Normal"]
    assert values(style(package, "Clause"), "w:name") == ["Clause"]
    (own,) = {*values(etree.fromstring(package["word/header2.xml"]), ".//w:pStyle")}
    assert values(style(package, own), "w:name") == ["Legal"]


def test_a_circle_of_styles_is_cut() -> None:
    def circled(all_parts: dict[str, bytes]) -> None:
        styles = etree.fromstring(all_parts["word/styles.xml"])
        normal, heading = (found(styles, f"w:style[@w:styleId='{key}']")[0] for key in ("Normal", "Heading1"))
        assert found(heading, "w:basedOn")
        normal.insert(1, etree.fromstring(f'<w:basedOn xmlns:w="{W[1:-1]}" w:val="Heading1"/>'))
        all_parts["word/styles.xml"] = etree.tostring(styles)

    package = parts(document(), Look(reference=reference_from(with_parts(firm_file(), circled)).base))
    for key in ("Heading1", "Normal", "TableText"):
        way, name = [], key
        while name:
            assert name not in way
            way.append(name)
            name = next(iter(values(style(package, name), "w:basedOn")), "")


def test_edges_of_first_and_even_pages_stay_where_the_firm_has_them_on() -> None:
    word = docx.Document(io.BytesIO(firm_file()))
    (section,) = word.sections
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "First of the firm"
    section.even_page_header.paragraphs[0].text = "Even of the firm"
    word.settings.odd_and_even_pages_header_footer = True
    look = Look(reference=reference_from(saved(word)).base)
    cover, plain = parts(document(), look), parts(register(), look)
    assert "First of the firm" in cover["word/header2.xml"].decode()
    assert "Access" not in cover["word/header2.xml"].decode()
    assert "Vendor register" in plain["word/header2.xml"].decode()
    assert "Even of the firm" in plain["word/header3.xml"].decode()
    assert "Vendor register" in plain["word/header3.xml"].decode()
    assert b"evenAndOddHeaders" in plain["word/settings.xml"]


def test_a_file_without_styles_or_with_a_page_too_small_keeps_ours() -> None:
    def bare(all_parts: dict[str, bytes]) -> None:
        links = etree.fromstring(all_parts["word/_rels/document.xml.rels"])
        for one in [one for one in links if "styles" in str(one.get("Type")).lower()]:
            links.remove(one)
        all_parts["word/_rels/document.xml.rels"] = etree.tostring(links)
        all_parts["word/document.xml"] = all_parts["word/document.xml"].replace(b'w:w="1190', b'w:w="90')

    made = reference_from(with_parts(firm_file(), bare))
    package = parts(document(), Look(reference=made.base))
    assert values(style(package, "Heading1"), "w:rPr/w:color") == ["1F5FA8"]
    assert values(etree.fromstring(package["word/document.xml"]), ".//w:pgSz", "w") == ["12240"]
    assert "styles" in " ".join(made.left_out)


def _zipped(name: str, data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


def _with_doctype(all_parts: dict[str, bytes]) -> None:
    raw = all_parts["word/styles.xml"]
    at = raw.index(b"<w:styles")
    all_parts["word/styles.xml"] = raw[:at] + b'<!DOCTYPE x [<!ENTITY a "b">]>' + raw[at:]


def _as_workbook(all_parts: dict[str, bytes]) -> None:
    types = all_parts["[Content_Types].xml"]
    all_parts["[Content_Types].xml"] = types.replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")


def _as_strict(all_parts: dict[str, bytes]) -> None:
    links = all_parts["_rels/.rels"]
    all_parts["_rels/.rels"] = links.replace(
        b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument"
    )


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (lambda: b"", "empty"),
        (lambda: b"words", "not a Word document"),
        (lambda: b"{\\rtf1 words}", "RTF"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W" * 600, "old kind"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (lambda: firm_file()[:4000], "damaged"),
        (lambda: _zipped("mimetype", b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (lambda: _zipped("word/big.xml", b" " * (21 * 1024 * 1024)), "more than 20 MB"),
        (lambda: with_parts(firm_file(), _with_doctype), "DOCTYPE"),
        (lambda: with_parts(firm_file(), _as_workbook), "not a Word document"),
        (lambda: with_parts(firm_file(), _as_strict), "Strict"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_what_to_do(raw: Callable[[], bytes], said: str) -> None:
    with pytest.raises(FileProblem, match=said) as caught:
        reference_from(raw())
    assert caught.value.hint
