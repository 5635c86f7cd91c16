"""A renderer that runs out of memory wherever it is not in the first process, or is ended as a system ends one."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document, Look

LITTLE = 64 * 1024 * 1024
"""How many bytes more than now it may have."""
ENDED = "ended by the system"


def render(document: Document, _: Look) -> bytes:
    """Return a page, after asking for far more memory than there is in another process."""
    if multiprocessing.parent_process() is None:
        # So that another process has begun with its piece before this one has done all of them.
        time.sleep(0.05)
        return b"drawn"
    if document.title == ENDED:
        os.kill(os.getpid(), signal.SIGKILL)
    pages = int(open("/proc/self/statm").read().split()[0])  # noqa: PTH123, SIM115 - a line of the system
    most = pages * resource.getpagesize() + LITTLE
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))
    try:
        return b"x" * (4 * LITTLE)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
