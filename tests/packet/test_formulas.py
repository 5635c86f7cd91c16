"""No workbook of a packet computes what a person typed, and none leads outside by it: registers, forms and lists."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from soc2desk.document.blocks import Look
from soc2desk.domain.problems import ProjectProblem
from soc2desk.domain.questions import QuestionKind
from soc2desk.packet.drawing import draw
from soc2desk.packet.plan import EVERYBODY, plan_files
from soc2desk.reading.located import Located
from soc2desk.renderers.xlsx_plain import plain_workbook
from soc2desk.storage.codec import project_from, project_to_plain
from tests.composed import catalogue, composed, sample

if TYPE_CHECKING:
    from soc2desk.domain.project import Project
    from soc2desk.packet.plan import PlannedFile

TYPED = frozenset({
    "name", "title", "note", "purpose", "service", "data", "location", "reason", "description", "action", "duty",
    "change", "effect", "figure", "made_in", "made_to", "rights", "given_to", "secret_kept_in", "report",
})  # fmt: skip
"""Fields of rows in which people write words of their own."""
CHECKED = frozenset({"accent_color", "second_color", "logo", "firm_logo"})
KEPT_APART = frozenset({"approvals", "records", "evidence", "edits"})
BEGINS = "=cmd|'/c calc'!A0&"


@cache
def hostile() -> Project:
    """Return a sample in which every typed word begins as a formula does."""
    plain = project_to_plain(sample("brightwater"), catalogue())
    texts = {
        one.id for one in catalogue().questions.values() if one.kind is QuestionKind.TEXT and one.id not in CHECKED
    }
    rows = {name: _begun(value, TYPED) for name, value in plain.items() if name not in KEPT_APART | {"answers"}}
    answers = {id_: _begun({id_: value}, texts)[id_] for id_, value in plain["answers"].items()}
    return project_from(Located({**plain, **rows, "answers": answers}, {}, "any", ProjectProblem), catalogue())


def _begun(value: Any, fields: frozenset[str] | set[str]) -> Any:
    if isinstance(value, dict):
        return {
            key: f"{BEGINS}{inner}" if key in fields and isinstance(inner, str) else _begun(inner, fields)
            for key, inner in value.items()
        }
    return [_begun(one, fields) for one in value] if isinstance(value, list) else value


@cache
def files() -> tuple[PlannedFile, ...]:
    return plan_files(composed(hostile()).documents, EVERYBODY, ("xlsx",))


def faults_of(workbook: bytes) -> set[str]:
    """Return what a spreadsheet would compute or follow by itself, and each way out that a person did not choose."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        names, texts = parts.namelist(), [parts.read(one) for one in parts.namelist()]
    found = {name for name in names if "externalLink" in name or "vbaProject" in name or "oleObject" in name}
    found |= {"a formula" for text in texts if re.search(rb"<f[ >]", text)}
    found |= {"an exchange of data" for text in texts if b"<ddeLink" in text}
    outside = [target for text in texts for target in re.findall(rb'Target="([^"]*)" TargetMode="External"', text)]
    return found | {target.decode() for target in outside if not re.match(rb"\.\./\d\d-|https://|mailto:", target)}


def test_the_words_reach_the_workbooks() -> None:
    drawn = [draw("xlsx", file.document, Look()) for file in files() if file.document.id == "REG-PPL"]
    assert len(drawn) >= 1
    with zipfile.ZipFile(io.BytesIO(drawn[0])) as parts:
        assert b"=cmd|" in parts.read("xl/sharedStrings.xml")


def test_no_cell_of_any_workbook_is_computed_and_nothing_leads_outside() -> None:
    assert len(files()) > 30
    faults = {file.path: faults_of(draw("xlsx", file.document, Look())) for file in files()}
    assert {path: found for path, found in faults.items() if found} == {}


def test_no_cell_of_a_plain_list_is_computed() -> None:
    made = plain_workbook("S", {BEGINS: BEGINS}, (BEGINS, "b"), [(BEGINS, "https://x.example")], {BEGINS: (BEGINS,)})
    assert faults_of(made) == set()


def edited_as_formulas(workbook: bytes) -> list[str]:
    """Return the cells that a spreadsheet would compute once somebody only goes into them and presses Enter."""
    with closing(openpyxl.load_workbook(io.BytesIO(workbook))) as book:
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    typed = [cell for cell in cells if str(cell.value).startswith(BEGINS)]
    assert typed
    return [cell.coordinate for cell in typed if not cell.quotePrefix]


def test_what_looks_like_a_formula_stays_text_when_its_cell_is_edited() -> None:
    (people,) = (file for file in files() if file.document.id == "REG-PPL")
    assert edited_as_formulas(draw("xlsx", people.document, Look())) == []
    assert edited_as_formulas(plain_workbook("S", {"a": "b"}, ("c",), [(BEGINS,)], {})) == []


@pytest.mark.parametrize("part", [b"<c><f>1+1</f></c>", b'<c><f t="shared">1</f></c>', b"<ddeLink/>"])
def test_what_is_looked_for_is_found(part: bytes) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as parts:
        parts.writestr("xl/worksheets/sheet1.xml", part)
    assert faults_of(target.getvalue())
