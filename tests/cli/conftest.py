"""What the tests of the commands share: a way to run them, and one packet built once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from soc2desk.app import checking, make_packet, session, transfer
from soc2desk.cli.main import main
from soc2desk.content import load as content
from soc2desk.content.load import load
from tests.cli.driving import DAY, SAMPLES, Run, runner
from tests.composed import Composed, catalogue

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def content_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the shipped content once for all tests here; commands in processes of their own read it themselves."""
    monkeypatch.setattr(content, "load", lambda pack: load(pack) if pack else catalogue())


@pytest.fixture(scope="session")
def known_sets() -> Composed:
    """Return the sets that all commands of a run share."""
    return Composed()


@pytest.fixture(autouse=True)
def composed_once(known_sets: Composed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compose the same answers once for all tests here; commands in processes of their own compose them themselves."""
    for module in (checking, make_packet, session, transfer):
        monkeypatch.setattr(module, "compose", known_sets.of)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process: run("check", "acme") has code, out and err."""
    return runner(capsys)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, content_cache: Path) -> Path:
    """Return a folder with the whole packet of the first sample in all formats. Copy it before changing it."""
    out = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOC2DESK_CACHE", str(content_cache))
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        formats = ("--formats", "docx,pdf,xlsx,html")
        source = SAMPLES / "brightwater.yaml"
        assert main(["build", str(source), "--out", str(out), "--date", DAY, "--jobs", "2", "--quiet", *formats]) == 0
    return out


@pytest.fixture
def packet(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the built packet's folder, with its ZIP beside it, that a test may change."""
    out = tmp_path / "copied"
    shutil.copytree(built, out)
    return out / f"brightwater-labs-inc-{DAY}"
