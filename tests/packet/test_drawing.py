from __future__ import annotations

import errno
import multiprocessing
import os
import signal
from concurrent.futures import Future
from contextlib import suppress

import pytest

from soc2desk.document.blocks import Look
from soc2desk.packet.drawing import RENDERERS, Easel, NotDrawn, draw, easel
from soc2desk.packet.plan import FORMATS
from soc2desk.renderers import xlsx
from tests.packet.making import document

WORK = [(kind, document(f"POL-{number}")) for number in range(6) for kind in ("docx", "html", "xlsx", "pdf")]


def test_every_format_that_can_be_planned_can_be_drawn() -> None:
    assert set(RENDERERS) == set(FORMATS)
    for kind in FORMATS:
        assert draw(kind, document("POL-ONE"), Look())


def test_several_processes_give_the_same_bytes_in_the_same_order() -> None:
    with easel(1, FORMATS) as alone:
        one = list(alone.draw_all(WORK, Look()))
    with easel(2, FORMATS) as lent:
        two = list(lent.draw_all(WORK, Look()))
    assert one == two


@pytest.mark.parametrize("failure", [KeyboardInterrupt, ValueError])
def test_no_process_is_left_behind(failure: type[BaseException]) -> None:
    with suppress(failure), easel(2, FORMATS) as lent:
        next(iter(lent.draw_all(WORK, Look())))
        assert multiprocessing.active_children() != []
        raise failure
    assert multiprocessing.active_children() == []


def test_ctrl_c_is_left_to_the_parent() -> None:
    with easel(2, FORMATS) as lent:
        drawing = lent.draw_all(WORK, Look())
        first = next(drawing)
        for child in multiprocessing.active_children():
            assert child.pid is not None
            os.kill(child.pid, signal.SIGINT)
        assert len([first, *drawing]) == len(WORK)


def test_a_fault_in_another_process_reaches_this_one() -> None:
    with easel(2, FORMATS) as lent, pytest.raises(KeyError):
        list(lent.draw_all([("papyrus", document("POL-ONE"))], Look()))


def test_a_fault_in_drawing_names_the_document_also_from_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(xlsx, "render", failing)
    for jobs in (1, 2):
        with easel(jobs, FORMATS) as lent, pytest.raises(NotDrawn) as caught:
            list(lent.draw_all([("xlsx", document("POL-ONE"))], Look()))
        assert (caught.value.document, caught.value.kind) == ("POL-ONE", "xlsx")
        assert "ZeroDivisionError" in str(caught.value)


def test_a_full_disk_is_no_fault_of_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(xlsx, "render", full)
    with pytest.raises(OSError, match="No space"):
        draw("xlsx", document("POL-ONE"), Look())


class ReadyJustThen(Future[bytes]):
    """A piece of work that comes to its end in the moment in which nobody waits for it any more."""

    def result(self, timeout: float | None = None) -> bytes:
        if timeout is not None:
            self.set_result(b"drawn")
            raise TimeoutError
        return super().result()


class OneAtWork:
    """A pool whose only process draws already."""

    def submit(self, *_: object) -> ReadyJustThen:
        made = ReadyJustThen()
        made.set_running_or_notify_cancel()
        return made


def test_a_piece_that_is_ready_in_the_moment_the_wait_ends_is_taken() -> None:
    assert list(Easel(OneAtWork()).draw_all([("md", document("A"))], Look())) == [b"drawn"]  # type: ignore[arg-type]
