"""What reads a stranger's bytes: each gives a value or says in a sentence why not, whatever it is given.

A new reader is a function of bytes and a folder to work in, and its line in TARGETS.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import tempfile
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.answers_back import Known, take_apart
from soc2desk.app.asking import every_place
from soc2desk.app.desk import Desk
from soc2desk.app.importing import plan_import
from soc2desk.app.merge_rows import told
from soc2desk.app.merging import Side, brought_together, chosen_for, look
from soc2desk.app.presets import open_preset, plan_preset
from soc2desk.app.record_reading import read_back
from soc2desk.app.request_reading import plan_requests
from soc2desk.app.sending import take_in
from soc2desk.app.session import Session, open_session
from soc2desk.app.transfer import new_project
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
from soc2desk.packet.contents import from_bytes as contents_from_bytes
from soc2desk.packet.manifest import from_bytes
from soc2desk.packet.read_contents import read_contents
from soc2desk.packet.verify import verify
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.reading.yaml_write import write_yaml
from soc2desk.renderers.docx_reference import reference_from
from soc2desk.renderers.docx_sections import LONGEST_HEADING, LONGEST_TEXT, sections_in
from soc2desk.storage.class_key_file import class_key_from
from soc2desk.storage.cleaning import clean
from soc2desk.storage.codec import project_from, project_from_plain, project_to_plain
from soc2desk.storage.exercise_file import variant_from
from soc2desk.storage.exports.accounts import Doubts, accounts_in
from soc2desk.storage.exports.columns import survey
from soc2desk.storage.exports.heading_words import HEADINGS
from soc2desk.storage.filing import FILING, read_filing
from soc2desk.storage.locked_file import unlocked_bytes
from soc2desk.storage.notebook_file import notebook_from, read_notebook, write_notebook
from soc2desk.storage.pictures import check_picture
from soc2desk.storage.preferences import read_preferences
from soc2desk.storage.projects import PROJECT_FILE, open_folder, read_project_file
from soc2desk.storage.sent_list import LIST
from soc2desk.storage.sheets import read_sheet
from soc2desk.storage.signing_keys import read_key, read_public
from soc2desk.storage.workbooks import read_sheets
from tests.composed import DAY, catalogue, sample
from tests.fuzzing import beside_a_project
from tests.fuzzing.words import CSV_WORDS, HEADER_WORDS, JSON_WORDS, TEMPLATE_WORDS, XML_WORDS, YAML_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

SECTION = "POL-ACP/access-review"
PASSWORD = "four words of mine"  # noqa: S105 - a password of a test


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


def own_policy(raw: bytes, folder: Path) -> None:
    """Read a client's own policy; whatever stands in it, a section is a few lines of text."""
    for one in sections_in(raw):
        assert len(one.heading) <= LONGEST_HEADING
        assert "\n" not in one.heading
        assert len(one.text) <= LONGEST_TEXT


def reference(raw: bytes, folder: Path) -> None:
    """Take a firm's Word file apart; what is made of it holds only parts that we know, and nothing from outside."""
    made = reference_from(raw)
    with zipfile.ZipFile(io.BytesIO(made.base)) as archive:
        assert archive.testzip() is None
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in parts if name.endswith((".bin", ".exe", ".js", ".vbs"))]
    # In the letterhead the same words would be words.
    links = (part for name, part in parts.items() if name.endswith(".rels"))
    assert not [part for part in links if b"TargetMode" in part]


def picture(raw: bytes, folder: Path) -> None:
    """Check a logo."""
    check_picture(raw)


def project(raw: bytes, folder: Path) -> None:
    """Open the file of a project."""
    path = folder / PROJECT_FILE
    path.write_bytes(raw)
    read_project_file(path, catalogue())


def contents(raw: bytes, folder: Path) -> None:
    """Read what a packet says of itself."""
    contents_from_bytes(raw, "contents.json")


def locked(raw: bytes, folder: Path) -> None:
    """Open what is under a password."""
    unlocked_bytes(raw, PASSWORD, "any")


def key(raw: bytes, folder: Path) -> None:
    """Read a key that somebody handed out, and one to sign with."""
    path = folder / "any.key"
    path.write_bytes(raw)
    read_public(path)
    read_key(path, PASSWORD)


def preferences(raw: bytes, folder: Path) -> None:
    """Read the settings of a person; a broken file is set aside and told."""
    path = folder / "settings.json"
    path.write_bytes(raw)
    read_preferences(path)


def notebook(raw: bytes, folder: Path) -> None:
    """Read what a student hands in: a notebook, the variant of a copy, and a key of a class."""
    with suppress(Problem):
        class_key_from(raw, "any.key")
    variant_from(raw)
    read = notebook_from(raw, "notebook.json")
    write_notebook(folder, read)
    assert read_notebook(folder) == read


def preset(raw: bytes, folder: Path) -> None:
    """Read how a project is filed, and a preset: what may not stand in one is left out."""
    (folder / FILING).write_bytes(raw)
    read_filing(folder)
    desk = Desk(folder, DAY)
    vars(desk)["catalogue"] = catalogue()
    path = folder / "any.preset.json"
    path.write_bytes(raw)
    found = open_preset(desk, path)
    plan = plan_preset(desk, sample("tamarack"), found)
    assert set(plan.usual) <= set(found.answers)


def record_workbook(raw: bytes, folder: Path) -> None:
    """Read records back from a workbook that somebody filled in."""
    path = folder / "any.xlsx"
    path.write_bytes(raw)
    read_back(path, engagement())


def questionnaire(raw: bytes, folder: Path) -> None:
    """Read a questionnaire that a client sent back."""
    path = folder / "any.docx"
    path.write_bytes(raw)
    take_apart(path, places())


@cache
def places() -> Known:
    """Return what a questionnaire of a sample can be about."""
    held = sample("tamarack")
    return Known(every_place(decide_engagement(catalogue(), held, DAY), project_to_plain(held, catalogue())))


@cache
def session() -> Session:
    """Return a project that is open."""
    desk = Desk(Path(tempfile.mkdtemp(prefix="soc2desk-fuzz-")), DAY)
    return open_session(desk, new_project(desk, "brightwater", sample="brightwater"))


def people_list(raw: bytes, folder: Path) -> None:
    """Read a table of people and of vendors, and the same file as an auditor's list of requests."""
    path = folder / "any.csv"
    path.write_bytes(raw)
    rows = read_sheet(path)
    for table in ("people", "vendors"):
        with suppress(Problem):
            plan_import(session(), table, rows, {})
    plan_requests(session(), path)


def other_copy(raw: bytes, folder: Path) -> None:
    """Set another copy of the open project beside it, and bring both together for either side; nothing is written."""
    path, here = folder / "copy.json", session()
    path.write_bytes(raw)
    looked = look(here, path)
    told(here.desk, looked, lambda key, **_: key)
    for side in Side:
        made = brought_together(here.desk, looked, chosen_for(looked, side, {}))
        assert project_from_plain(project_to_plain(made, catalogue()), catalogue()) == made


def sent(raw: bytes, folder: Path) -> None:
    """Take in a project that somebody sent, as it is and as a stranger would pack its files; nothing half stays."""
    path, workspace, refused = folder / "any.soc2desk", folder / "there", None
    for content in (raw, _packed_anew(raw)):
        path.write_bytes(content)
        try:
            _take_in(path, workspace)
        except Problem as problem:
            refused = refused or problem
        assert not [one for one in workspace.glob("*") if one.is_dir()]
        assert {one.name for one in folder.iterdir()} <= {path.name, workspace.name}
    if refused is not None:
        raise refused


def _take_in(path: Path, workspace: Path) -> None:
    desk = Desk(workspace, DAY)
    vars(desk)["catalogue"] = catalogue()
    for _ in take_in(desk, path, name="any"):
        pass
    open_folder(workspace / "any", desk.catalogue)
    shutil.rmtree(workspace / "any")


def _packed_anew(raw: bytes) -> bytes:
    """Return a ZIP with its members stored, and its list made right; other bytes as they are."""
    target = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = {one.filename: archive.read(one) for one in archive.infolist()}
        said = json.loads(members[LIST])
        for row in said["files"]:
            content = members[row["path"]]
            row.update(size=len(content), sha256=hashlib.sha256(content).hexdigest())
        members[LIST] = json.dumps(said).encode()
        with zipfile.ZipFile(target, "w") as archive:
            for name, content in members.items():
                archive.writestr(zipfile.ZipInfo(name), content)
    except Exception:  # noqa: BLE001 - whatever is no ZIP of ours is tried as it is
        return raw
    return target.getvalue()


TARGETS: dict[str, Target] = {
    "answers": Target(answers, YAML_WORDS),
    "front-matter": Target(front_matter, (*HEADER_WORDS, *TEMPLATE_WORDS)),
    "template": Target(template, TEMPLATE_WORDS),
    "own-wording": Target(own_wording, TEMPLATE_WORDS, weight=3),
    "packet": Target(packet, ("PK\x01\x02", "PK\x03\x04", "PK\x05\x06", "../", *JSON_WORDS)),
    "manifest": Target(manifest, JSON_WORDS),
    "user-list": Target(user_list, CSV_WORDS),
    "workbook": Target(workbook, ("<c t=", "<row r=", "<f>1</f>", "<v>", 's="9"', "A1:XFD1048576", *XML_WORDS)),
    "reference": Target(reference, XML_WORDS),
    "own-policy": Target(own_policy, ("<w:p>", "<w:pStyle w:val='Heading1'/>", "<w:tbl>", "<w:numPr/>", *XML_WORDS)),
    "picture": Target(picture, ("<svg ", "viewBox='0 0 9 9'", "IHDR", "\x89PNG", "\xff\xd8", *XML_WORDS)),
    "project": Target(project, JSON_WORDS),
    "contents": Target(contents, JSON_WORDS),
    "locked": Target(locked, ("S2DLOCK",)),
    "key": Target(key, ("secret: ", "locked: ", "public: ", "name: ", "\n", "soc2desk", "0" * 64, "\u202e")),
    "preferences": Target(preferences, JSON_WORDS),
    "notebook": Target(notebook, ('"rows": [{', '"line": 7', '"exercise"', '"soc2desk_class_key": 1', *JSON_WORDS)),
    "preset": Target(preset, ("prepared_by", "footer_line", "recheck_count", "not yet", "none", *JSON_WORDS), weight=3),
    "record-workbook": Target(record_workbook, ("<c t=", "<row r=", "<v>", "2027-01-31", *XML_WORDS), weight=2),
    "other-copy": Target(other_copy, ("identity", "line", "+", "e-0001", "OWN-01", "../", *JSON_WORDS), weight=5),
    "sent": Target(sent, ("PK\x01\x02", "../", "evidence/", "earlier/", '"path": "', *JSON_WORDS), weight=2),
    "questionnaire": Target(questionnaire, ("<w:tbl>", "<w:tr>", "<w:tc>", "<w:t>", "\u2612", *XML_WORDS), weight=4),
    "people-list": Target(people_list, CSV_WORDS, weight=2),
    "chair": Target(beside_a_project.chair, ('"items": [', '"total": 9', '"tested": "', *JSON_WORDS)),
    "tabletop": Target(beside_a_project.tabletop, ('"seconds": ', '"seats": [{', '"due": "', *JSON_WORDS)),
    "brand": Target(beside_a_project.brand, ('"firm_logo": "', '"style": "', '"answers": {', *JSON_WORDS), weight=2),
    "pack-list": Target(beside_a_project.pack_list, ("copied:", "- place: ", "sha256: ", *YAML_WORDS)),
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
