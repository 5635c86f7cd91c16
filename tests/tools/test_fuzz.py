"""`make fuzz` says what it tried, keeps what breaks a reader, and says so when it goes by chance alone."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from soc2desk.domain.problems import FileProblem
from tests.fuzzing.targets import TARGETS, Target

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def fuzz() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_tool", ROOT / "tools" / "fuzz.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["fuzz", *words])
    return int(fuzz.main())


def test_a_reader_that_holds_is_counted(
    fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(fuzz, monkeypatch, "manifest", "--blind", "--seconds", "0.1", "--out", str(tmp_path)) == 0
    said = capsys.readouterr().out
    assert "changed by chance alone" in said
    assert "1 of 1 readers gave a value or a sentence" in said
    assert not list(tmp_path.rglob("broke-*"))


def test_what_breaks_a_reader_is_kept_and_told(
    fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(raw: bytes, folder: Path) -> None:
        if len(raw) % 2:
            raise FileProblem("It is odd.")
        raise ZeroDivisionError(raw)

    monkeypatch.setitem(TARGETS, "manifest", Target(broken))
    monkeypatch.setattr(fuzz, "SLOW", 0.0)
    assert run(fuzz, monkeypatch, "manifest", "--blind", "--seconds", "0.1", "--out", str(tmp_path)) == 1
    said = capsys.readouterr().out
    assert "BROKEN manifest" in said
    assert "ZeroDivisionError" in said
    assert "took 0 seconds" in said
    assert list((tmp_path / "manifest").glob("broke-*"))


def test_a_reader_that_there_is_not_is_told(
    fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(fuzz, monkeypatch, "anwsers") == 2
    assert "Known: answers" in capsys.readouterr().out
