"""A firm's Word file on the command line: kept for a project, taken for one packet, refused with what to do."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.renderers.firm_file import STRANGER, firm_file, spoiled

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.driving import Run

ONE = ("--only", "POL-ACP", "--formats", "docx", "--no-zip", "--jobs", "1")


@pytest.fixture
def acme(run: Run, tmp_path: Path) -> Path:
    run("new", "acme", "--sample", "tamarack")
    return tmp_path / "workspace" / "acme"


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    file = tmp_path / "my-firm.docx"
    file.write_bytes(firm_file())
    return file


def header_of(out: Path) -> str:
    (document,) = out.glob("*/01-policies/*.docx")
    with zipfile.ZipFile(document) as archive:
        return archive.read("word/header1.xml").decode()


def test_a_project_keeps_a_style_without_the_text_of_the_file_and_lets_go_of_it(
    run: Run, acme: Path, firm: Path, tmp_path: Path
) -> None:
    assert run("style", "acme").out == "This project keeps no style.\n"
    ran = run("style", "acme", str(firm))
    assert ran.code == 0
    assert "DATE" in ran.err
    with zipfile.ZipFile(acme / "style.docx") as archive:
        assert all(STRANGER.encode() not in archive.read(name) for name in archive.namelist())
    assert run("style", "acme").out == "This project keeps a style.\n"
    assert run("build", "acme", "--out", str(tmp_path / "out"), *ONE).code == 0
    assert "North Harbour Advisory" in header_of(tmp_path / "out")
    assert "taken away" in run("style", "acme", "--remove").err
    assert not (acme / "style.docx").exists()


def test_one_packet_is_made_in_a_style_that_the_project_does_not_keep(run: Run, acme: Path, tmp_path: Path) -> None:
    (tmp_path / "odd.docm").write_bytes(spoiled())
    ran = run("build", "acme", "--out", str(tmp_path / "out"), "--style", str(tmp_path / "odd.docm"), *ONE)
    assert ran.code == 0
    assert "Left out of the Word file: its macros." in ran.err
    assert "kept words" in header_of(tmp_path / "out")
    assert not (acme / "style.docx").exists()


@pytest.mark.parametrize(("raw", "said"), [(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old kind (.doc)"), (b"", "empty")])
def test_a_file_that_cannot_be_used_changes_nothing(
    run: Run, acme: Path, tmp_path: Path, raw: bytes, said: str
) -> None:
    file = tmp_path / "old.doc"
    file.write_bytes(raw)
    for ran in (
        run("style", "acme", str(file)),
        run("build", "acme", "--out", str(tmp_path / "out"), "--style", str(file), *ONE),
    ):
        assert ran.code == 5
        assert said in ran.err
    assert not (acme / "style.docx").exists()
    assert not (tmp_path / "out").exists()
    assert run("style", "acme", str(tmp_path / "none.docx")).code == 5
