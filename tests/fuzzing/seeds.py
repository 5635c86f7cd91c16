"""Sound files for each reader, to start from: those that the program ships or makes, and those kept in the corpus."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from soc2desk.app.asking import Asking, questionnaire
from soc2desk.app.desk import Desk
from soc2desk.app.presets import save_preset
from soc2desk.app.sending import send
from soc2desk.content.shipped import policy_templates, resources
from soc2desk.document.edits import find_section
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.looks import Look
from soc2desk.packet import contents
from soc2desk.packet.manifest import to_bytes
from soc2desk.packet.seal import zip_bytes
from soc2desk.renderers import docx_questionnaire, xlsx_questionnaire
from soc2desk.renderers.xlsx_plain import plain_workbook
from soc2desk.storage.codec import project_to_plain
from soc2desk.storage.locked_file import CHUNK, LEAST_COST, locked_bytes
from soc2desk.storage.preferences import Preferences, write_preferences
from soc2desk.storage.projects import PROJECT_FILE, create, open_folder, save
from soc2desk.storage.signing_keys import keep_key, new_key
from tests.app.printed_workbooks import printed
from tests.composed import DAY, catalogue, of_sample, sample
from tests.drawn import png
from tests.fuzzing.beside_a_project import SEEDS
from tests.fuzzing.targets import PASSWORD, SECTION, engagement, session
from tests.packet import samples
from tests.renderers.firm_file import firm_file
from tests.renderers.own_policy import own_policy

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SHAPES = Path(__file__).resolve().parents[1] / "storage" / "exports" / "shapes"
_SHORT = 4_000  # bytes: what is long by intention is tried once and not again and again
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><g><path d="M0 0h9v9z" fill="#123456"/></g></svg>'


def kept(name: str) -> tuple[Path, ...]:
    """Return the files of a reader that are kept, in order."""
    return tuple(sorted(path for path in (CORPUS / name).glob("*") if path.is_file()))


@cache
def seeds(name: str) -> tuple[bytes, ...]:
    """Return what to start from, at least one."""
    made = SEEDS[name] if name in SEEDS else _MADE[name]()
    return (*made, *(path.read_bytes() for path in kept(name) if path.stat().st_size < _SHORT))


def _answers() -> tuple[bytes, ...]:
    return ((resources() / "samples" / "tamarack.yaml").read_bytes(),)


def _front_matter() -> tuple[bytes, ...]:
    folder = policy_templates() / "en" / "policies"
    return tuple((folder / name).read_bytes() for name in ("access-control.md", "vendor-management.md"))


def _template() -> tuple[bytes, ...]:
    ours = catalogue().template
    return tuple(ours[id_].body.encode() for id_ in ("POL-ACP", "POL-VEN", "REC-UAR", "RPT-SYS"))


def _own_wording() -> tuple[bytes, ...]:
    section = find_section(SECTION, engagement())
    assert section is not None
    return (section.text.encode(),)


def _packet() -> tuple[bytes, ...]:
    said = contents.to_bytes(contents.contents_of((), "auditor", is_final=False, is_part=False))
    files = {**samples.CONTENTS, contents.CONTENTS: said}
    return tuple(zip_bytes(one.items()) for one in (samples.members(files), samples.signed(files)))


def _manifest() -> tuple[bytes, ...]:
    return (to_bytes(samples.manifest()),)


def _user_list() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(SHAPES.glob("*.csv")))


def _workbook() -> tuple[bytes, ...]:
    rows = (("a@b.example", "A", "Active", "2027-01-31"), ("c@d.example", "C", "Suspended", ""))
    headings = ("Email", "Name", "Status", "Last login")
    return (plain_workbook("Users", {"Taken": "2027-01-31"}, headings, rows, {"Status": ("Active", "Suspended")}),)


def _reference() -> tuple[bytes, ...]:
    return (firm_file(), firm_file(png()))


def _picture() -> tuple[bytes, ...]:
    return (png(), _SVG)


def _project() -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory() as folder:
        create(Path(folder), "acme", sample("tamarack"), catalogue())
        return (next(Path(folder).rglob(PROJECT_FILE)).read_bytes(),)


def _contents() -> tuple[bytes, ...]:
    documents = of_sample("tamarack").documents[:3]
    return (contents.to_bytes(contents.contents_of(documents, "auditor", is_final=False, is_part=True)),)


def _locked() -> tuple[bytes, ...]:
    return tuple(locked_bytes(content, PASSWORD, LEAST_COST) for content in (b"", b"answers", b"0" * (CHUNK + 9)))


def _key() -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("open", "under a password")]
        public = keep_key(paths[0], new_key("Jane Doe", bytes(32)))
        keep_key(paths[1], new_key("Jane Doe", bytes(32)), PASSWORD, LEAST_COST)
        return tuple(path.read_bytes() for path in (*paths, public))


def _notebook() -> tuple[bytes, ...]:
    row = b'{"id": "1", "file": "access/users.csv", "line": 14, "finding": "FD-60", "noted_on": "2026-11-26"}'
    return (
        b'{"format": 1, "exercise": "two-people", "student": "Zo\xc3\xab", "variant": "V-AAAA-BBBB", "rows": ['
        + row
        + b"]}",
        b'{"soc2desk_class_key": 1, "exercise": "two-people", "class": "B", "seed": "seven green bicycles"}',
    )


def _preferences() -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory() as folder:
        write_preferences(Path(folder) / "settings.json", Preferences(language="en", accent_color="#123456"))
        return ((Path(folder) / "settings.json").read_bytes(),)


def _preset() -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), DAY)
        vars(desk)["catalogue"] = catalogue()
        return (save_preset(desk, Path(folder), sample("prairie-hosting"), "Usual").read_bytes(),)


def _record_workbook() -> tuple[bytes, ...]:
    return (printed("access_review"), printed("vendor_review"))


def _questionnaire() -> tuple[bytes, ...]:
    held = sample("tamarack")
    engagement = decide_engagement(catalogue(), held, DAY)
    asked = questionnaire(engagement, project_to_plain(held, catalogue()), "tamarack", Asking(("people",), every=True))
    return (docx_questionnaire.render(asked, Look()), xlsx_questionnaire.render(asked, Look()))


def _people_list() -> tuple[bytes, ...]:
    people = b"Full Name,E-mail,Title,Start date,Salary\nMae Third,mae@x.example,IT lead,31 Jan 2027,1\n"
    return (people, b"Ref;Request;Due\n1;List of users;2027-01-31\n2;Board minutes;\n")


def _sent() -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path, desk = Path(folder) / "acme.soc2desk", Desk(Path(folder) / "workspace", DAY)
        for _ in send(desk, create(desk.workspace, "acme", sample("tamarack"), catalogue()), path, with_evidence=True):
            pass
        return (path.read_bytes(),)


def _other_copy() -> tuple[bytes, ...]:
    """Return the open project as somebody else went on with it: one that bears the seal, and one without any id."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(session().folder, Path(folder) / "copy", ignore=shutil.ignore_patterns("*.lock"))
        stored = open_folder(copy, catalogue())
        people = tuple(replace(one, title="Lead") for one in stored.project.people)
        save(stored, replace(stored.project, people=people), catalogue())
        sealed = (copy / PROJECT_FILE).read_bytes()
    tables = json.loads(sealed)
    del tables["meta"]["1"]["identity"], tables["meta"]["1"]["line"]
    return (sealed, json.dumps(tables).encode())


_MADE = {
    "answers": _answers,
    "front-matter": _front_matter,
    "template": _template,
    "own-wording": _own_wording,
    "packet": _packet,
    "manifest": _manifest,
    "user-list": _user_list,
    "workbook": _workbook,
    "reference": _reference,
    "own-policy": lambda: (own_policy(), own_policy("We look.", leavers=False)),
    "picture": _picture,
    "project": _project,
    "contents": _contents,
    "locked": _locked,
    "key": _key,
    "preferences": _preferences,
    "notebook": _notebook,
    "preset": _preset,
    "record-workbook": _record_workbook,
    "questionnaire": _questionnaire,
    "people-list": _people_list,
    "other-copy": _other_copy,
    "sent": _sent,
}
