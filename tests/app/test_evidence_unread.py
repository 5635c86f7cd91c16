"""Evidence is a stranger's file: it is copied and hashed, and nothing in the program opens what is in it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from soc2desk.storage.projects import create
from tests.cli.driving import ROOT, surroundings
from tests.composed import catalogue, sample

if TYPE_CHECKING:
    from pathlib import Path

READERS = ("docx", "lxml", "pypdfium2", "pikepdf", "PIL", "openpyxl", "resvg_py", "xml.etree", "tarfile", "html.parser")
"""Modules that open what is in a file of some sort. To attach evidence, none of them is needed."""
KEPT = """
import sys
from pathlib import Path
from soc2desk.cli.main import main

*files, found = sys.argv[1:]
code = 0
for file in files:
    said = ["--request", "ER-045", "--source", "a tool", "--dated", "2026-01-02", "--note", "as it came"]
    code = code or main(["evidence", "add", "acme", file, "--name", Path(file).stem, *said])
code = code or main(["evidence", "list", "acme"])
Path(found).write_text("\\n".join(sorted(sys.modules)), encoding="utf-8")
sys.exit(code)
"""


def hostile_files(folder: Path) -> list[Path]:
    """Return files that would harm a program which opened them."""
    folder.mkdir()
    (folder / "entities.docx").write_bytes(b"")
    with zipfile.ZipFile(folder / "entities.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')
        archive.writestr("../../outside.txt", b"x")
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(20_000_000))
    (folder / "actions.pdf").write_bytes(
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/Launch/F(calc.exe)>>"
        b"/AA<</O<</S/JavaScript/JS(app.alert(1))>>>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    (folder / "script.svg").write_text(
        "<svg onload='alert(1)'><image href='file:///etc/passwd'/></svg>", encoding="utf-8"
    )
    (folder / "mail.eml").write_bytes(b"From: a\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n")
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, content_cache: Path) -> tuple[list[Path], Path, str]:
    """Return hostile files, the folder in which they were kept as evidence, and the modules that this needed."""
    home = tmp_path_factory.mktemp("evidence")
    files, found = hostile_files(home / "given"), home / "found"
    around = surroundings(SOC2DESK_HOME=str(home / "workspace"), SOC2DESK_CACHE=str(content_cache))
    create(home / "workspace", "acme", sample("tamarack"), catalogue())
    run = [sys.executable, "-c", KEPT, *map(str, files), str(found)]
    done = subprocess.run(run, cwd=ROOT, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return files, home / "workspace" / "acme" / "evidence", found.read_text(encoding="utf-8")


def test_what_would_harm_a_reader_is_kept_byte_for_byte(kept: tuple[list[Path], Path, str]) -> None:
    files, folder, _ = kept
    assert sorted(path.read_bytes() for path in folder.iterdir()) == sorted(path.read_bytes() for path in files)
    assert not list(folder.parents[1].rglob("outside.txt"))


def test_nothing_that_opens_such_files_is_loaded_to_keep_them(kept: tuple[list[Path], Path, str]) -> None:
    loaded = kept[2].split("\n")
    assert "soc2desk.storage.evidence_files" in loaded
    assert [name for name in loaded if name.startswith(READERS)] == []
