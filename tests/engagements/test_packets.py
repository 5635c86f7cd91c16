"""Each hard company is handed over as a whole packet, and the packet is what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import LATE, runner
from tests.engaged import ENGAGEMENTS, PLACE
from tests.thorough import some_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.parametrize("name", some_of(ENGAGEMENTS, len(ENGAGEMENTS)))
def test_a_whole_packet_is_made_and_verified(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(capsys)
    made = run("build", PLACE / f"{name}.yaml", "--out", tmp_path, "--for", "all", "--date", LATE, "--jobs", "1")
    assert made.code == 0, made.err
    folder, archive = sorted(tmp_path.iterdir())
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 100
    assert all(path.stat().st_size for path in files)
    for place in (folder, archive):
        assert run("verify", place).out.startswith("Unchanged since "), place
