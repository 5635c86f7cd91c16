"""Draws documents, alone or in several processes. A format is a module with `render`; each loads when first used."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from multiprocessing.process import BaseProcess

    from soc2desk.document.blocks import Document, Look

RENDERERS = {
    "docx": "soc2desk.renderers.docx",
    "pdf": "soc2desk.renderers.pdf",
    "xlsx": "soc2desk.renderers.xlsx",
    "html": "soc2desk.renderers.html",
    "md": "soc2desk.renderers.plain",
}
"""A new format is one file in renderers/ and its name here."""
ASK_AFTER_SECONDS = 5
"""How long a piece may take before it is asked whether the processes that draw are still there."""


class NotDrawn(Exception):
    """A fault of ours in drawing one document: which one, and in which format. The fault itself is its cause."""

    def __init__(self, document: str, title: str, kind: str) -> None:
        super().__init__(document, title, kind)
        self.document, self.title, self.kind = document, title, kind

    def __str__(self) -> str:
        """What a person can tell the makers."""
        return f"{self.document} could not be drawn as {self.kind}: {self.__cause__!r}"


def draw(kind: str, document: Document, look: Look) -> bytes:
    """Return one document in one format. Raises NotDrawn for a fault that another document may not have."""
    render: Callable[[Document, Look], bytes] = import_module(RENDERERS[kind]).render
    try:
        return render(document, look)
    except (Problem, OSError, MemoryError):
        # What the machine refuses has nothing to do with the document.
        raise
    except Exception as fault:
        raise NotDrawn(document.id, document.title, kind) from fault


class Easel:
    """Draws in this process, and in others that begin to load their libraries while the set is composed."""

    def __init__(self, pool: ProcessPoolExecutor | None) -> None:
        self._pool = pool

    def draw_all(self, work: Iterable[tuple[str, Document]], look: Look) -> Iterator[bytes]:
        """Yield the bytes of each piece of work, in the order given, whatever finishes first.

        Raises FileProblem where the memory ran out, NotDrawn for a fault of ours.
        """
        pieces = tuple(work)
        try:
            yield from self._drawn(pieces, look)
        except (MemoryError, BrokenExecutor) as fault:
            # A process that the system ended for its memory is no more than gone.
            message = "The memory of this computer ran out, or a program that draws was ended; nothing was handed over."
            hint = "Close other programs, or make the packet with one process: soc2desk build --jobs 1."
            raise FileProblem(message, hint=hint) from fault

    def _drawn(self, pieces: tuple[tuple[str, Document], ...], look: Look) -> Iterator[bytes]:
        if self._pool is None:
            yield from (draw(kind, document, look) for kind, document in pieces)
            return
        waiting = [self._pool.submit(draw, kind, document, look) for kind, document in pieces]
        mine: dict[int, bytes] = {}
        last = len(pieces)
        for at, future in enumerate(waiting):
            # While a worker is busy with this piece, take one from the far end that nobody has begun.
            while at not in mine and not future.done() and last > at:
                last -= 1
                if waiting[last].cancel():
                    mine[last] = draw(*pieces[last], look)
            yield mine.pop(at) if at in mine else _waited_for(future, self._pool)


def _waited_for(future: Future[bytes], pool: ProcessPoolExecutor) -> bytes:
    """Return what another process drew. Python 3.11 may never tell of one that the system ended, so it is asked."""
    while True:
        try:
            return future.result(timeout=ASK_AFTER_SECONDS)
        except TimeoutError:
            if future.done():
                return future.result()  # ready just now, or a fault of the work itself
            pool.submit(os.getpid)


@contextmanager
def easel(jobs: int, formats: Iterable[str]) -> Iterator[Easel]:
    """Lend an easel. This process is one of the `jobs`; on the way out every other is gone, also after Ctrl+C."""
    if jobs <= 1:
        yield Easel(None)
        return
    # Forking is quick and safe here: no thread runs before. Elsewhere a fresh process is the only way.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(jobs - 1, mp_context=context, initializer=_begin_work)
    try:
        for _ in range(jobs - 1):
            pool.submit(_load, tuple(formats))
        yield Easel(pool)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin_work() -> None:
    """Leave Ctrl+C to the parent, and end with it when it is killed: nobody would ever hand out work again."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _load(formats: tuple[str, ...]) -> None:
    """Load the slowest format: it is drawn first, and by the workers."""
    slowest = "pdf" if "pdf" in formats else next(iter(formats))
    import_module(RENDERERS[slowest])
