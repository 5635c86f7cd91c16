"""Too little memory in a process that draws: it is said, and the earlier packet is as it was."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.packet import drawing
from soc2desk.packet.drawing import easel
from tests.packet import making
from tests.packet.making import files_in

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit is set as Linux sets it")


# Python 3.11 stumbles over pieces that were taken back from a process that has gone.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("title", ["A page", "ended by the system"])
def test_a_process_without_memory_costs_no_packet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str) -> None:
    making.make(making.order(tmp_path))
    before = files_in(tmp_path)
    monkeypatch.setitem(drawing.RENDERERS, "html", "tests.faults.hungry")
    pages = [making.document(f"POL-{number}", title) for number in range(8)]
    with pytest.raises(FileProblem, match="memory of this computer ran out") as told, easel(2, ("html",)) as lent:
        making.make(making.order(tmp_path, documents=pages), easel=lent)
    assert "--jobs 1" in str(told.value.hint)
    assert files_in(tmp_path) == before
