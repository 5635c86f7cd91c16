"""Nothing of one client appears in what is made for another, one after the other in the same process."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.batch import clients_at, make_packets
from soc2desk.app.desk import Desk
from soc2desk.app.drafts import make_draft
from soc2desk.app.duplicating import duplicate
from soc2desk.app.home import cards
from soc2desk.app.make_packet import Wishes
from soc2desk.app.preferences import Preferences
from soc2desk.app.presets import find_preset, save_preset, suggest
from soc2desk.app.preview import Preview
from soc2desk.app.search import entries, found
from soc2desk.app.sending import send
from soc2desk.app.session import open_session
from soc2desk.app.shelf import put_tags
from soc2desk.domain.project import Project
from soc2desk.storage.projects import create
from tests.composed import DAY, catalogue
from tests.thorough import IS_THOROUGH
from tests.two_clients import FIRST, SECOND, client, files, marks_in, own_ids, seen_of, texts

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from soc2desk.app.home import Known

FORMATS = ("docx", "pdf", "xlsx", "html")
SOME = () if IS_THOROUGH else ("POL-ACP", "REG-RSK")


def run(steps: Generator[object, None, object]) -> None:
    for _ in steps:
        pass


@dataclass
class Worked:
    """What came of working on both clients: their projects and folders, and what the second one showed."""

    first: Project
    second: Project
    workspace: Path
    out: Path
    shown: str


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Worked:
    """Work on one client and then on the other, as on one day at one desk."""
    root = tmp_path_factory.mktemp("two")
    desk = Desk(root / "w", DAY)
    vars(desk)["catalogue"] = catalogue()
    first, second = client(desk, "brightwater", FIRST), client(desk, "prairie-hosting", SECOND)
    known: Known = {}
    shown = ""
    for name, project in (("alder", first), ("birch", second)):
        create(desk.workspace, name, project, catalogue())
        shown = used(desk, name, root, known)
    # One process makes the packets of both, the first one first.
    run(
        make_packets(
            desk, clients_at(desk, ["alder", "birch"]), Wishes(root / "packets", FORMATS, SOME, jobs=1, reader="all")
        )
    )
    for name in ("alder", "birch"):
        (root / "packets" / name).rename(root / f"out-{name}" / "packets")
    return Worked(first, second, desk.workspace, root, shown)


def used(desk: Desk, name: str, root: Path, known: Known) -> str:
    """Do with a project what a consultant does, and return all that was shown of it meanwhile."""
    folder = desk.workspace / name
    session = open_session(desk, folder)
    company = str(session.plain["answers"]["company"])  # type: ignore[index, call-overload]
    session.put({("answers", "company"): f"{company} again"}, f"{name}: company")
    preview = Preview(session)
    shown = [preview.html(one.id) for one in preview.settle().documents if one.kind == "policy"]
    shown += [f"{one.title} {one.detail}" for one in entries(session.composition)]
    shown += [one.title for one in found(entries(session.composition), "Qx", most=500)]
    session.undo()
    session.redo()
    session.save()
    shown += [step.label for step in (*session.steps.done, *session.steps.undone)]
    run(make_draft(desk, session.source, "POL-ACP", "docx", folder))
    session.close()
    put_tags(folder, [name])
    shown += [
        f"{card.company} {card.next} {card.due}" for card in cards(desk, Preferences(), known) if card.name == name
    ]
    (root / f"out-{name}").mkdir()
    run(send(desk, folder, root / f"out-{name}" / f"{name}.soc2desk", with_evidence=True))
    return "\n".join(shown)


def test_nothing_of_the_first_client_stands_in_any_file_of_the_second(worked: Worked) -> None:
    ids = own_ids(worked.first, worked.second)
    assert len(ids) > 10
    assert seen_of(FIRST, ids, worked.workspace / "birch", worked.out / "out-birch") == []
    assert (
        seen_of(SECOND, own_ids(worked.second, worked.first), worked.workspace / "alder", worked.out / "out-alder")
        == []
    )


def test_nothing_of_the_first_client_was_shown_of_the_second(worked: Worked) -> None:
    assert marks_in(worked.shown, FIRST) == set()
    assert len(marks_in(worked.shown, SECOND)) > 20
    assert "alder" not in worked.shown


def test_the_marks_are_in_every_text_and_are_found_in_every_format_so_that_a_leak_would_be(worked: Worked) -> None:
    assert len(marks_in(texts(worked.first), FIRST)) > 150
    told = {name.rpartition(".")[2] for name, text in files(worked.out / "out-alder") if marks_in(text, FIRST)}
    assert {"pdf", "html", "json", "xml"} <= told
    assert seen_of(FIRST, set(), worked.out / "out-alder") != []


def test_one_word_in_one_file_of_the_packet_would_be_found(worked: Worked, tmp_path: Path) -> None:
    shutil.copytree(worked.out / "out-birch", tmp_path / "out")
    (page,) = list((tmp_path / "out").rglob("POL-ACP*.html"))[:1]
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", f"{FIRST.lower()}001</body>"), encoding="utf-8")
    assert seen_of(FIRST, set(), tmp_path / "out") == [page.name]


def test_a_new_client_and_a_preset_take_no_word_of_the_client_along(worked: Worked) -> None:
    desk = Desk(worked.workspace, DAY)
    vars(desk)["catalogue"] = catalogue()
    firm = {"prepared_by", "footer_line"}
    kept = {text for name in firm for text in marks_in(str(worked.first.answers[name].value), FIRST)}
    made = duplicate(desk, worked.workspace / "alder", "cedar")
    assert marks_in((made / "project.json").read_text(encoding="utf-8"), FIRST) == kept
    presets = worked.workspace / "presets"
    path = save_preset(desk, presets, worked.first, "Usual")
    assert marks_in(path.read_text(encoding="utf-8"), FIRST) == kept
    preset = find_preset(desk, presets, "Usual")
    dogwood = create(desk.workspace, "dogwood", Project(), catalogue())
    suggest(desk, dogwood, preset, frozenset(preset.answers), "Usual")
    assert {mark for _, text in files(dogwood) for mark in marks_in(text, FIRST)} == kept
