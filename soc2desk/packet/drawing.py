"""Draws documents, alone or in several processes. A format is a module with `render`; each loads when first used."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

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
}
"""A new format is one file in renderers/ and its name here."""


def draw(kind: str, document: Document, look: Look) -> bytes:
    """Return one document in one format."""
    render: Callable[[Document, Look], bytes] = import_module(RENDERERS[kind]).render
    return render(document, look)


class Easel:
    """Draws in this process, or in `jobs` others that begin to load the libraries while the set is composed."""

    def __init__(self, pool: ProcessPoolExecutor | None) -> None:
        self._pool = pool

    def draw_all(self, work: Iterable[tuple[str, Document]], look: Look) -> Iterator[bytes]:
        """Yield the bytes of each piece of work, in the order given, whatever finishes first."""
        if self._pool is None:
            for kind, document in work:
                yield draw(kind, document, look)
            return
        waiting: list[Future[bytes]] = [self._pool.submit(draw, kind, document, look) for kind, document in work]
        for future in waiting:
            yield future.result()


@contextmanager
def easel(jobs: int, formats: Iterable[str]) -> Iterator[Easel]:
    """Lend an easel. With one job nothing is started; on the way out every process is gone, also after Ctrl+C."""
    if jobs <= 1:
        yield Easel(None)
        return
    # Forking is quick and safe here: no thread runs before. Elsewhere a fresh process is the only way.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin_work)
    try:
        for _ in range(jobs):
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
    for kind in formats:
        import_module(RENDERERS[kind])
