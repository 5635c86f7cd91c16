"""With whose templates the last packet was made is noted, and held against those at hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.same_paper import desk_for, keep_paper, standing
from soc2desk.domain.own_templates import OwnTemplates
from soc2desk.domain.problems import FileProblem, UsageProblem
from soc2desk.storage.paper_file import Paper, write_paper
from tests.composed import DAY, catalogue


def desk(pack: Path | None, digit: str = "0") -> Desk:
    """Return a desk whose content was read with a pack of this hash."""
    made = Desk(Path(), DAY, pack)
    own = OwnTemplates(pack.name, digit * 64, ()) if pack else None
    made.__dict__["catalogue"] = replace(catalogue(), own_templates=own)
    return made


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "firm").mkdir()
    return tmp_path / "firm"


def test_what_is_at_hand_is_held_against_the_last_packet(tmp_path: Path, pack: Path) -> None:
    assert standing(desk(pack), tmp_path) == ("none", "")
    keep_paper(desk(pack), tmp_path)
    other = tmp_path / "other"
    found = [standing(one, tmp_path) for one in (desk(pack), desk(pack, "1"), desk(other, "1"), desk(None))]
    assert found == [("same", "firm"), ("changed", "firm"), ("other", "firm"), ("shipped", "firm")]
    keep_paper(desk(None), tmp_path)
    assert standing(desk(pack), tmp_path) == ("none", "")


def test_the_same_folder_is_taken_again_unless_another_is_named(tmp_path: Path, pack: Path) -> None:
    keep_paper(desk(pack), tmp_path)
    assert desk_for(desk(None), tmp_path).pack == pack.resolve()
    assert desk_for(desk(tmp_path / "other"), tmp_path).pack == tmp_path / "other"
    assert desk_for(desk(None), tmp_path / "another-project").pack is None
    pack.rmdir()
    for gone in (str(pack), "/" + "x" * 5000):
        write_paper(tmp_path, Paper(gone, "firm", "0" * 64))
        with pytest.raises(UsageProblem, match="folder is not there"):
            desk_for(desk(None), tmp_path)


@pytest.mark.parametrize("folder", ["\\\\server\\share\\firm", "//server/share/firm"])
def test_a_note_that_leads_to_another_computer_asks_nothing_of_it(folder: str, tmp_path: Path) -> None:
    write_paper(tmp_path, Paper(folder, "firm", "0" * 64))
    with pytest.raises(UsageProblem, match="on another computer"):
        desk_for(desk(None), tmp_path)


@pytest.mark.parametrize("said", ["", "[]", "{}", '{"folder": 1, "name": "x", "sha256": ""}', "[" * 100_000])
def test_a_broken_note_is_told_and_never_taken_for_the_shipped_templates(said: str, tmp_path: Path) -> None:
    (tmp_path / "templates.json").write_text(said, encoding="utf-8")
    with pytest.raises(FileProblem) as caught:
        desk_for(desk(None), tmp_path)
    assert "--no-pack" in (caught.value.hint or "")
    assert standing(desk(None), tmp_path)[0] == "other"
