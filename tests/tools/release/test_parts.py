"""A picture or a font whose origin nobody told does not get into a release."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from soc2desk.domain.problems import Problem
from tools.release.parts import ORIGINS, parts

ROOT = Path(__file__).resolve().parents[3]


def files_of_this_project() -> Iterator[tuple[str, bytes]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for name in project["tool"]["hatch"]["build"]["targets"]["sdist"]["only-include"]:
        for path in (ROOT / name).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(ROOT).as_posix(), b""


def test_every_file_of_this_project_that_is_no_text_has_an_origin_and_every_origin_has_files() -> None:
    found = [part.path for part in parts(files_of_this_project())]
    assert "resources/icons/lock.svg" in found
    assert [one.pattern for one in ORIGINS if not any(fnmatchcase(path, one.pattern) for path in found)] == []


def test_a_font_that_nobody_spoke_of_stops_the_release() -> None:
    with pytest.raises(Problem, match=r"resources/fonts/Nice\.ttf") as caught:
        parts([("resources/fonts/Nice.ttf", b"font"), ("resources/icons/dot.svg", b"<svg/>")])
    assert "ORIGINS of tools/release/parts.py" in str(caught.value)


def test_text_and_what_a_wheel_says_of_itself_are_no_parts() -> None:
    assert parts([("soc2desk/a.py", b""), ("LICENSE", b""), ("soc2desk-1.dist-info/x.bin", b"")]) == []
