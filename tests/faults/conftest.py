"""What all acts begin with, made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.beginning import begin

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory, content_cache: Path) -> Path:
    """Return a folder with what each act begins with. It is copied, and never changed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOC2DESK_CACHE", str(content_cache))
        return begin(tmp_path_factory.mktemp("begun") / "begun")
