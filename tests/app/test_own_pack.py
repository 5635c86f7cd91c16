"""A firm's pack: begun with copies, looked at, and brought up to what is shipped now."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.own_pack import State, Wanted, begin_pack, keep_mine, look_at_pack, take_new
from soc2desk.app.pack_lines import changed_lines
from soc2desk.content.load import load
from soc2desk.content.pack_origin import copied_in
from soc2desk.content.packs import content_files
from soc2desk.domain.problems import FileProblem, Problem, UsageProblem
from soc2desk.domain.word_changes import text_after, text_before
from soc2desk.lint.check import lint
from soc2desk.lint.checks.stated import stated

if TYPE_CHECKING:
    from pathlib import Path

BACKUP = "policy_templates/en/policies/backup.md"
ACCESS = "policy_templates/en/policies/access-control.md"
CONTROLS = "resources/words/en/controls.yaml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "firm"
    begin_pack(load(), folder, Wanted(documents=("POL-BAK",)))
    return folder


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def copied_from_another_text(pack: Path, before: str = "## @purpose Purpose", then: str = "## @purpose Aim") -> None:
    """Stand in for a later program: what was copied then is not what is shipped now."""
    text = (pack / BACKUP).read_text(encoding="utf-8")
    old = text.replace(before, then)
    assert old != text
    for path in (pack / BACKUP, pack / "originals" / BACKUP):
        path.write_text(old, encoding="utf-8")
    now, was = (hashlib.sha256(one.encode()).hexdigest() for one in (text, old))
    change(pack / "pack.yaml", now, was)


def state(pack: Path, place: str = BACKUP) -> State:
    return next(one.file.state for one in look_at_pack(pack).files if one.file.place == place)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_pack_holds_copies_their_hashes_and_the_originals(pack: Path) -> None:
    shipped = content_files(None, "en")[BACKUP].read()
    assert everything(pack).keys() == {BACKUP, f"originals/{BACKUP}", "pack.yaml", "README.md"}
    assert (pack / BACKUP).read_bytes() == (pack / "originals" / BACKUP).read_bytes() == shipped
    assert copied_in(pack)[BACKUP].sha256 == hashlib.sha256(shipped).hexdigest()
    assert state(pack) is State.SAME


def test_a_pack_grows_and_a_file_that_was_taken_out_comes_back(pack: Path) -> None:
    begin_pack(load(), pack, Wanted(words=("controls",), files=("resources/controls/acc.yaml",)))
    (pack / CONTROLS).unlink()
    assert look_at_pack(pack).taken_out == (CONTROLS,)
    begin_pack(load(), pack, Wanted(words=("controls",)))
    assert {one.file.place for one in look_at_pack(pack).files} == {BACKUP, CONTROLS, "resources/controls/acc.yaml"}


def test_nothing_that_stands_there_is_written_over(pack: Path, tmp_path: Path) -> None:
    before = everything(pack)
    with pytest.raises(FileProblem, match="a file of this name") as caught:
        begin_pack(load(), pack, Wanted(documents=("POL-ACP", "POL-BAK")))
    assert caught.value.where.endswith(BACKUP)
    assert everything(pack) == before
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileProblem, match="something else already"):
        begin_pack(load(), tmp_path / "other", Wanted(documents=("POL-ACP",)))
    assert everything(tmp_path / "other") == {"letter.txt": b"mine"}


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        (Wanted(documents=("POL-ACQ",)), "Did you mean POL-ACP?"),
        (Wanted(words=("control",)), "Did you mean controls?"),
        (Wanted(files=("../../etc/passwd",)), None),
        (Wanted(files=("resources/words/en/window/menu.yaml",)), None),
        (Wanted(), "--document POL-ACP"),
    ],
    ids=["document", "words", "outside", "window", "nothing"],
)
def test_what_is_not_shipped_begins_no_pack(wanted: Wanted, hint: str | None, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem) as caught:
        begin_pack(load(), tmp_path / "firm", wanted)
    assert hint is None or hint in (caught.value.hint or "")
    assert not (tmp_path / "firm").exists()


def test_a_changed_clause_is_told_by_its_id_and_word_by_word(pack: Path) -> None:
    begin_pack(load(), pack, Wanted(documents=("POL-ACP",)))
    change(pack / ACCESS, "System owners review all accounts", "System owners look at all accounts")
    one = next(one for one in look_at_pack(pack).files if one.file.place == ACCESS)
    assert (one.file.state, one.document) == (State.MINE, "POL-ACP")
    assert one.changes.changed == ("POL-ACP/access-review/review-all",)
    (line,) = changed_lines(one.file.then or "", one.file.yours)
    assert one.file.yours.splitlines()[line.line - 1] == text_after(line.stretches)
    assert "System owners review all" in text_before(line.stretches)
    assert [one.text for one in line.stretches][1:3] == ["review", "look at"]


def test_changed_words_are_told_by_their_keys(pack: Path) -> None:
    begin_pack(load(), pack, Wanted(words=("controls",)))
    change(pack / CONTROLS, "ACC: Access and identity", "ACC: Who may do what\n  XYZ: Ours")
    one = next(one for one in look_at_pack(pack).files if one.file.place == CONTROLS)
    assert (one.changes.changed, one.changes.added) == (("families.ACC",), ("families.XYZ",))


def test_line_ends_of_another_system_are_no_change(pack: Path) -> None:
    for path in (pack / BACKUP, pack / "originals" / BACKUP):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (one,) = look_at_pack(pack).files
    assert (one.file.state, one.file.then_differs) == (State.SAME, False)


def test_what_changed_as_shipped_since_waits_for_a_decision(pack: Path) -> None:
    copied_from_another_text(pack)
    assert state(pack) is State.BEHIND
    change(pack / BACKUP, "@purpose Aim", "@purpose Why we do it")
    look = look_at_pack(pack)
    (one,) = look.to_decide
    assert one.file.state is State.BOTH
    (mine,) = changed_lines(one.file.then or "", one.file.yours)
    (theirs,) = changed_lines(one.file.then or "", one.file.now or "")
    assert text_before(mine.stretches) == text_before(theirs.stretches) == "## @purpose Aim"
    assert (text_after(mine.stretches), text_after(theirs.stretches)) == (
        "## @purpose Why we do it",
        "## @purpose Purpose",
    )


def test_taking_the_new_one_keeps_the_own_text_aside(pack: Path) -> None:
    copied_from_another_text(pack)
    change(pack / BACKUP, "@purpose Aim", "@purpose Why we do it")
    mine = (pack / BACKUP).read_bytes()
    (kept,) = take_new(pack, ("POL-BAK",))
    assert (pack / kept).read_bytes() == mine
    assert state(pack) is State.SAME
    assert (pack / "originals" / BACKUP).read_bytes() == (pack / BACKUP).read_bytes()
    assert load(pack).template["POL-BAK"].body == load().template["POL-BAK"].body


def test_a_copy_that_nobody_changed_is_renewed_without_another_copy(pack: Path) -> None:
    copied_from_another_text(pack)
    assert take_new(pack, (BACKUP,)) == ()
    assert state(pack) is State.SAME


def test_keeping_the_own_one_ends_the_question_until_the_next_change(pack: Path) -> None:
    copied_from_another_text(pack)
    change(pack / BACKUP, "@purpose Aim", "@purpose Why we do it")
    mine = (pack / BACKUP).read_bytes()
    keep_mine(pack, (BACKUP,))
    assert (pack / BACKUP).read_bytes() == mine
    assert (state(pack), look_at_pack(pack).to_decide) == (State.MINE, ())


def test_one_name_that_is_wrong_lets_nothing_be_done(pack: Path) -> None:
    copied_from_another_text(pack)
    before = everything(pack)
    with pytest.raises(UsageProblem) as caught:
        take_new(pack, (BACKUP, "POL-BAC"))
    assert caught.value.hint == "Did you mean POL-BAK?"
    assert everything(pack) == before


def test_a_pack_made_by_hand_is_compared_with_what_is_shipped_and_can_be_taken_up(tmp_path: Path) -> None:
    for place, text in ((BACKUP, "Why"), ("policy_templates/en/policies/own.md", "Own")):
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        shipped = content_files(None, "en")[BACKUP].read().decode()
        path.write_text(shipped.replace("@purpose Purpose", f"@purpose {text}"), encoding="utf-8")
    assert (state(tmp_path), state(tmp_path, "policy_templates/en/policies/own.md")) == (State.UNKNOWN, State.OWN)
    keep_mine(tmp_path, (BACKUP,))
    assert state(tmp_path) is State.MINE


def test_an_original_that_was_written_over_is_told_and_not_compared_with(pack: Path) -> None:
    change(pack / "originals" / BACKUP, "@purpose Purpose", "@purpose Other")
    change(pack / BACKUP, "@purpose Purpose", "@purpose Why")
    (one,) = look_at_pack(pack).files
    assert (one.file.state, one.file.then, one.file.then_differs) == (State.MINE, None, True)


@pytest.mark.parametrize(("version", "kind"), [("99.0.0", "newer"), ("0.0.9", "older")])
def test_a_pack_of_another_program_is_told(version: str, kind: str, pack: Path) -> None:
    change(pack / "pack.yaml", "program: 0.1.0", f"program: {version}")
    look = look_at_pack(pack)
    assert {"newer": look.newer, "older": look.older} == {"newer": (), "older": ()} | {kind: (version,)}


@pytest.mark.parametrize(
    ("before", "after", "said", "line"),
    [
        ("format: '1'", "format: '2'", "another version", 2),
        ("sha256: ", "sha256: zz", "what was copied", 4),
        ("program: ", "program: \u202e", "what was copied", 4),
        ("place: ", "plaice: ", "plaice", 4),
    ],
    ids=["form", "hash", "program", "key"],
)
def test_a_broken_list_of_copies_is_told_with_its_line(
    before: str, after: str, said: str, line: int, pack: Path
) -> None:
    change(pack / "pack.yaml", before, after)
    with pytest.raises(Problem) as caught:
        look_at_pack(pack)
    problems = getattr(caught.value, "problems", (caught.value,))
    assert any(said in one.message for one in problems)
    assert f"firm/pack.yaml, line {line}" in {one.where for one in problems}


def test_a_link_in_a_pack_leads_nothing_out_of_it(pack: Path, tmp_path: Path) -> None:
    copied_from_another_text(pack)
    outside = tmp_path / "outside"
    outside.mkdir()
    (pack / "originals").rename(pack / "away")
    (pack / "originals").symlink_to(outside, target_is_directory=True)
    with pytest.raises(FileProblem, match="leads out of the pack"):
        keep_mine(pack, (BACKUP,))
    assert not list(outside.iterdir())


def test_a_clause_that_the_pack_leaves_out_is_a_fault_in_its_own_file(pack: Path) -> None:
    text = (pack / BACKUP).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.endswith("[BCP-03]")]
    assert len(lines) < len(text.splitlines())
    (pack / BACKUP).write_text("\n".join(lines) + "\n", encoding="utf-8")
    faults = lint(load(pack), pack, checks=(("stated", stated),))
    assert [fault.where for fault in faults] == [f"firm/{BACKUP}, line 2"]
    assert "BCP-03" in faults[0].message
