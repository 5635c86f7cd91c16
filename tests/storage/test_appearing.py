from __future__ import annotations

from pathlib import Path

import pytest

from soc2desk.storage.appearing import appearing


def fill(folder: Path, late: Path | None = None) -> None:
    """Fill a folder with two files; `late` is where somebody puts one of the same name meanwhile."""
    with appearing(folder) as making:
        for name in ("a.txt", "b.txt"):
            (making / name).write_text("ours", "utf-8")
        if late is not None:
            late.write_text("somebody was faster", "utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_hidden_folders_of_somebody_stay_and_nothing_is_left_of_the_making(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = [tmp_path / name for name in (".making-changes", ".making-lesson-out", ".making-out", ".out.new")]
    for one in theirs:
        one.mkdir()
        (one / "mine.txt").write_text("mine", "utf-8")
    fill(tmp_path / "out")
    monkeypatch.setattr(Path, "write_text", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space"):
        fill(tmp_path / "other")
    assert names(tmp_path) == [*(one.name for one in theirs), "out"]
    assert all(names(one) == ["mine.txt"] for one in theirs)
    assert names(tmp_path / "out") == ["a.txt", "b.txt"]


def test_the_folder_in_which_one_works_is_filled_and_stays_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = tmp_path.stat().st_ino
    fill(Path())
    assert names(tmp_path) == ["a.txt", "b.txt"]
    assert tmp_path.stat().st_ino == before


def test_what_cannot_be_moved_as_a_whole_is_not_moved_at_all(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        fill(tmp_path, tmp_path / "b.txt")
    assert names(tmp_path) == ["b.txt"]
    assert (tmp_path / "b.txt").read_text("utf-8") == "somebody was faster"
