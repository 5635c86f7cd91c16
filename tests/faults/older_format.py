"""A format that comes after the present one, for tests: what is written today is then an older file."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from soc2desk.domain.project import FORMAT
from soc2desk.storage import codec, projects, stored
from soc2desk.storage.migrations import older_than, to_newest

if TYPE_CHECKING:
    from collections.abc import Iterator

NEWER = FORMAT + 1
OLD_NAME = "Acme of the older format"


def _raised(data: dict[str, Any]) -> dict[str, Any]:
    """Do what a step does: give the same things another shape. Here the older format did not name the service."""
    return {**data, "answers": {**data["answers"], "service": OLD_NAME}}


@contextmanager
def older_format() -> Iterator[None]:
    """Let the newest format be one more than it is, with a step that leads to it."""
    raised = partial(to_newest, steps={FORMAT: _raised}, newest=NEWER)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codec, "to_newest", raised)
        patch.setattr(codec, "FORMAT", NEWER)
        patch.setattr(projects, "to_newest", raised)
        patch.setattr(stored, "older_than", partial(older_than, newest=NEWER))
        yield
