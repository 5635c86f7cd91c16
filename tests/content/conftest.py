"""The shipped content, read once, with a cache of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.content.assemble import assemble
from soc2desk.content.packs import content_files

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The content as its sources say it."""
    return assemble(content_files(None, "en"), "en")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for twins."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("SOC2DESK_CACHE", str(folder))
    return folder
