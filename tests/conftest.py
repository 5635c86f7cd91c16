"""What every test has: an environment of its own, so nothing of the person's is read or written."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pathlib import Path

# A busy machine is no fault of the program.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# Composed sets stay for the whole run, and going through all of them for garbage again and again takes a fifth of it.
gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def content_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return one folder for the JSON twin of the content, so it is made once a run and process."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path: Path, content_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep workspace and cache in temporary folders; no date and no look from outside."""
    monkeypatch.setenv("SOC2DESK_HOME", str(tmp_path / "workspace"))
    monkeypatch.setenv("SOC2DESK_CACHE", str(content_cache))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for name in ("SOURCE_DATE_EPOCH", "FORCE_COLOR", "NO_COLOR", "COLUMNS", "PYTHONWARNINGS"):
        monkeypatch.delenv(name, raising=False)
