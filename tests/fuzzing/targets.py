"""What reads a stranger's bytes: each gives a value or says in a sentence why not, whatever it is given.

A new reader is a function of bytes and a folder to work in, and its line in TARGETS.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from soc2desk.content.front_matter import read_templates
from soc2desk.content.joining import Reading
from soc2desk.content.packs import ContentFile
from soc2desk.document.edits import find_section
from soc2desk.document.fill import fill
from soc2desk.document.markdown import parse
from soc2desk.document.own_ids import with_ids
from soc2desk.document.own_text import check_text
from soc2desk.document.row_tables import tables_of
from soc2desk.document.templates import Source, parse_template
from soc2desk.document.write import pieces_of, write
from soc2desk.domain.engagement import Engagement, decide_engagement
from soc2desk.domain.problems import Problem, ProjectProblem
from soc2desk.domain.project import Edit
from soc2desk.packet.manifest import from_bytes
from soc2desk.packet.read_contents import read_contents
from soc2desk.packet.verify import verify
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.reading.yaml_write import write_yaml
from soc2desk.renderers.docx_reference import reference_from
from soc2desk.storage.cleaning import clean
from soc2desk.storage.codec import project_from, project_to_plain
from soc2desk.storage.exports.accounts import Doubts, accounts_in
from soc2desk.storage.exports.columns import survey
from soc2desk.storage.exports.heading_words import HEADINGS
from soc2desk.storage.pictures import check_picture
from soc2desk.storage.projects import PROJECT_FILE, read_project_file
from soc2desk.storage.sheets import read_sheet
from soc2desk.storage.workbooks import read_sheets
from tests.composed import DAY, catalogue, sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECTION = "POL-ACP/access-review"


@dataclass(frozen=True, slots=True)
class Target:
    """One reader: what it does with bytes, and the words of its language, for those who make bytes up.

    `weight` says how many others could be asked in the time that this one takes.
    """

    read: Callable[[bytes, Path], object]
    words: tuple[str, ...] = ()
    weight: int = 1


@cache
def engagement() -> Engagement:
    """Return the company whose documents are written."""
    return decide_engagement(catalogue(), sample("tamarack"), DAY)


def answers(raw: bytes, folder: Path) -> None:
    """Read an answers file; what was read is written and read again as the same."""
    project = project_from(read_yaml(raw, "any.yaml", ProjectProblem), catalogue())
    text = write_yaml(project_to_plain(project, catalogue()))
    assert project_from(read_yaml(text, "again.yaml", ProjectProblem), catalogue()) == project


def front_matter(raw: bytes, folder: Path) -> None:
    """Read a firm's document from its header to its blocks."""
    path = folder / "own.md"
    path.write_bytes(raw)
    ours = catalogue()
    place = "policy_templates/en/policies/own.md"
    reading = Reading({place: ContentFile(place, f"firm/{place}", path)})
    reading.known.update(
        role=frozenset(ours.role), record=frozenset(ours.record), category=frozenset(one.id for one in ours.categories)
    )
    for template in read_templates(reading):
        _document(template.body, Source(template.path, template.first_line))


def template(raw: bytes, folder: Path) -> None:
    """Read the text of a template to its blocks."""
    _document(raw.decode("utf-8", "replace"), Source("any.md"))


def _document(text: str, source: Source) -> None:
    made = engagement()
    body = parse_template(text, source, made.names.stated, pieces_of(made), deciding=made.names.known)
    parse(fill(body, made.names, tables_of(made), made.catalogue.phrases), "ANY", source.path)


def own_wording(raw: bytes, folder: Path) -> None:
    """Check a person's own wording of a section; one that passes can be printed."""
    made = engagement()
    section = find_section(SECTION, made)
    assert section is not None
    ours = made.catalogue.template[section.document]
    text = with_ids(section.name, clean(raw.decode("utf-8", "replace")))
    check_text(section, text, ours, made)
    assert write(ours, made, [Edit(SECTION, text, section.sha256, DAY, "")])


def packet(raw: bytes, folder: Path) -> None:
    """Verify a ZIP, and read what it says where it is unchanged."""
    path = folder / "any.zip"
    path.write_bytes(raw)
    report = verify(path)
    if report.manifest is not None and report.is_unchanged and report.manifest.files:
        read_contents(path)


def manifest(raw: bytes, folder: Path) -> None:
    """Read the list of a packet."""
    from_bytes(raw)


def user_list(raw: bytes, folder: Path) -> None:
    """Read a list of users to its accounts, and the same file as every other sort of list and as a table."""
    path = folder / "any.csv"
    path.write_bytes(raw)
    _lists(path)


def _lists(path: Path) -> None:
    for kind in HEADINGS:
        try:
            looked = survey(path, kind)
        except Problem:
            continue
        list(accounts_in(looked, Doubts()) if kind == "users" else looked.good_rows())
    read_sheet(path)


def workbook(raw: bytes, folder: Path) -> None:
    """Read a workbook whole, and sheet by sheet as a list."""
    path = folder / "any.xlsx"
    path.write_bytes(raw)
    read_sheets(path)
    _lists(path)


def reference(raw: bytes, folder: Path) -> None:
    """Take a firm's Word file apart; what is made of it holds only parts that we know, and nothing from outside."""
    made = reference_from(raw)
    with zipfile.ZipFile(io.BytesIO(made.base)) as archive:
        assert archive.testzip() is None
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in parts if name.endswith((".bin", ".exe", ".js", ".vbs"))]
    assert not [name for name, part in parts.items() if b'TargetMode="External"' in part]


def picture(raw: bytes, folder: Path) -> None:
    """Check a logo."""
    check_picture(raw)


def project(raw: bytes, folder: Path) -> None:
    """Open the file of a project."""
    path = folder / PROJECT_FILE
    path.write_bytes(raw)
    read_project_file(path, catalogue())


_TEMPLATE_WORDS = (
    "{{ company }}", "{% if has_office %}", "{% endif %}", "{% else %}", "{% for s in systems %}", "{% endfor %}",
    "{{ s.name }}", "{% include 'law.md' %}", "{#", "#}", "{%", "%}", "{{", "}}", "| capital", "not ", "(", "[", "@a ",
    "1. @a ", "## @x ", "### ", "- ", "> ", "| a | b |\n|---|---|\n", "```form\n", "~~~insert\n", "```", "[ACC-07]",
    "[ref](POL-ACP/scope)", "](", "**", "`", "---\n", "\ue000" + "0\ue001", "&#xE000;", "<script>", "\\", "\t",
)  # fmt: skip
_HEADER_WORDS = ("---\n", "id: POL-OWN\n", "kind: policy\n", "when: has_office\n", "categories: [always]\n", "&a ")
_YAML_WORDS = (
    "format: 1\n", "answers:\n", "  company: ", "people:\n", "  a-b: {name: A}\n", "&a ", "*a", "<<: ",
    "!!python/object",
    "[", "]", "{", "}", "- ", "? ", ": ", "|\n", ">\n", "'", '"', "#", "---\n", "~", "9" * 400, "1e999", ".inf", "\t",
    "%YAML 9",
    "evidence:\n", "records:\n", "edits:\n", "approvals:\n", "2027-01-31", "control_states:\n", "{state: planned, on: ",
)  # fmt: skip
_JSON_WORDS = (
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"',
    "null",
    "1e999",
    "NaN",
    "9" * 400,
    "\\ud800",
    '"format"',
    '"files"',
    '"_default"',
)
_CSV_WORDS = (
    '"', '""', ",", ";", "\t", "|", "\n", "\r", "\0", "sep=;\n", "email", "status", "last login", "2027-01-31",
    "31/01/2027",
    "=1+1", "\ufeff", "Active", "1e999", "9" * 400, "a@b.example", "user,name,status\n",
)  # fmt: skip
_XML_WORDS = (
    "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "<a", "/>", "]]>", "<![CDATA[", 'Target="../../x"',
    'TargetMode="External"',
    "xmlns:w=", "<w:style", 'w:val="', "-1", "9" * 40, "NaN", "file:///etc/passwd", "<use href='#a'/>", "url(#a)",
)  # fmt: skip
TARGETS: dict[str, Target] = {
    "answers": Target(answers, _YAML_WORDS),
    "front-matter": Target(front_matter, (*_HEADER_WORDS, *_TEMPLATE_WORDS)),
    "template": Target(template, _TEMPLATE_WORDS),
    "own-wording": Target(own_wording, _TEMPLATE_WORDS, weight=3),
    "packet": Target(packet, ("PK\x01\x02", "PK\x03\x04", "PK\x05\x06", "../", *_JSON_WORDS)),
    "manifest": Target(manifest, _JSON_WORDS),
    "user-list": Target(user_list, _CSV_WORDS),
    "workbook": Target(workbook, ("<c t=", "<row r=", "<f>1</f>", "<v>", 's="9"', "A1:XFD1048576", *_XML_WORDS)),
    "reference": Target(reference, _XML_WORDS),
    "picture": Target(picture, ("<svg ", "viewBox='0 0 9 9'", "IHDR", "\x89PNG", "\xff\xd8", *_XML_WORDS)),
    "project": Target(project, _JSON_WORDS),
}  # fmt: skip
"""Every reader of bytes that somebody else may have made, by the name of its folder in the corpus."""


def try_out(name: str, raw: bytes, folder: Path) -> None:
    """Give bytes to a reader. What it says in a sentence is an answer; anything else it raises is a fault."""
    try:
        TARGETS[name].read(raw, folder)
    except Problem as problem:
        said = problem.message
    else:
        return
    assert said, "a problem that says nothing"
    assert "\x00" not in said
