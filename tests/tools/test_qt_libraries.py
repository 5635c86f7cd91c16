"""The script that looks for Qt's shared libraries helps and never stands in the way."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tools import qt_libraries

if TYPE_CHECKING:
    from pathlib import Path

ABSENT = {"libnowhere.so.9": ("libnowhere9", "the keyboard")}


@pytest.fixture
def apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put an apt-get in the way that writes down how it was called, and return where; one library is missing."""
    log, program = tmp_path / "calls", tmp_path / "apt-get"
    program.write_text(f"#!/bin/sh\necho \"$@\" >> '{log}'\nexit ${{APT_FAILS:-0}}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(qt_libraries, "LIBRARIES", ABSENT)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return log


def test_a_person_is_told_what_is_missing_and_why_and_the_one_command(
    apt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    qt_libraries.main()
    said = capsys.readouterr().out
    assert "libnowhere.so.9 (package libnowhere9), for the keyboard" in said
    assert said.rstrip().endswith("sudo apt-get install --no-install-recommends libnowhere9")
    assert not apt.exists()


def test_continuous_integration_as_root_installs_them(apt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    qt_libraries.main()
    update, install = apt.read_text(encoding="utf-8").splitlines()
    assert update.startswith("update")
    assert install.startswith("install")
    assert install.endswith("libnowhere9")


def test_when_installing_fails_the_command_is_printed_and_the_tests_go_on(
    apt: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("APT_FAILS", "100")
    qt_libraries.main()
    assert apt.exists()
    assert "That did not work.\nTo install them: sudo apt-get" in capsys.readouterr().out


def test_without_apt_get_and_where_nothing_is_missing_it_says_nothing(
    apt: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(qt_libraries, "LIBRARIES", {})
    qt_libraries.main()
    monkeypatch.setattr(qt_libraries, "LIBRARIES", ABSENT)
    monkeypatch.setenv("PATH", str(apt.parent / "empty"))
    qt_libraries.main()
    assert capsys.readouterr().out == ""
