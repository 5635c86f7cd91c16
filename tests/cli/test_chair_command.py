from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import DAY, SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.driving import Run


@pytest.fixture
def mailed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the ZIP of a packet that holds the request list alone, with its folder beside it."""
    monkeypatch.setenv("SOC2DESK_HOME", str(tmp_path / "work"))
    source, out = SAMPLES / "tamarack.yaml", tmp_path / "mailed"
    only = ("--only", "REG-ERL", "--formats", "xlsx", "--jobs", "1", "--date", DAY)
    assert run("build", source, "--out", out, *only).code == 0
    return next(out.glob("*.zip"))


def test_a_student_looks_at_a_packet_that_was_mailed_and_never_changes_it(
    run: Run, mailed: Path, tmp_path: Path
) -> None:
    archive, before = mailed, mailed.read_bytes()
    shown = json.loads(run("chair", "show", archive, "--json").out)
    assert shown["title"] == "Tamarack Gauge Co."
    assert len(shown["requests"]) > 40
    request = shown["requests"][0]["id"]
    ann, ben = ("--student", "Ann"), ("--student", "Ben")
    assert run("chair", "take", archive, request, "--as", "tested", *ann).code == 0
    noted = run(
        "chair", "note", archive, "--request", request, "--expected", "A day.", "--found", "None.", "--line", 7, *ann
    )
    assert noted.code == 0, noted.err
    assert "Practice only" in noted.err
    listed = json.loads(run("chair", "list", archive, "--json", *ann).out)
    assert listed["exceptions"][0]["words"] == "A day.\nNone."
    assert listed["exceptions"][0]["line"] == 7
    assert "line 7" in run("chair", "list", archive, *ann).out
    assert json.loads(run("chair", "list", archive, "--json", *ben).out)["exceptions"] == []
    assert run("chair", "hand-in", archive, "--out", tmp_path / "ann.json", *ann).code == 0
    assert json.loads((tmp_path / "ann.json").read_text())["rows"][0]["request"] == request
    assert archive.read_bytes() == before


def test_a_packet_that_was_changed_or_is_none_is_told(run: Run, mailed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "packet"
    shutil.copytree(mailed.with_suffix(""), copy)
    next(copy.rglob("*.xlsx")).write_bytes(b"other")
    assert run("chair", "show", copy).code == 4
    assert run("chair", "show", tmp_path / "gone.zip").code == 2
    (tmp_path / "odd.zip").write_bytes(b"PK nothing")
    assert run("chair", "show", tmp_path / "odd.zip").code in {4, 5}


def test_students_whose_names_have_no_latin_letters_never_share_a_book(run: Run, mailed: Path, tmp_path: Path) -> None:
    request = json.loads(run("chair", "show", mailed, "--json").out)["requests"][0]["id"]
    assert run("chair", "note", mailed, "--request", request, "--expected", "A day.", "--student", "Иван").code == 0
    seen = {
        name: len(json.loads(run("chair", "list", mailed, "--json", "--student", name).out)["exceptions"])
        for name in ("Иван", "Пётр", "王", "Al" * 40 + "a", "con")
    }
    assert seen == {"Иван": 1, "Пётр": 0, "王": 0, "Al" * 40 + "a": 0, "con": 0}
    books = tmp_path / "work" / "auditors-chair"
    (book,) = books.iterdir()
    listed = json.loads((mailed.with_suffix("") / "manifest.json").read_text("utf-8"))["files"]
    digest = hashlib.sha256("".join(one["sha256"] for one in listed).encode()).hexdigest()[:8]
    book.rename(books / f"tamarack-gauge-co-{digest}")
    for name, count in (("Иван", 1), ("Пётр", 0)):
        found = run("chair", "list", mailed, "--json", "--student", name)
        assert len(json.loads(found.out)["exceptions"]) == count, "a book from before is that of whom it names"
