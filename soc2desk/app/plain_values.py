"""The plain form of a project with other values in it, read back as a file is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.storage.codec import Form, project_from_plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.app.desk import Desk
    from soc2desk.domain.project import Project
    from soc2desk.reading.located import Plain

Where = tuple[str, ...]
"""A section of a project, an id in it, and perhaps a field: ("people", "dana-whitfield", "end")."""


def with_values(plain: Mapping[str, Plain], values: Mapping[Where, Plain]) -> dict[str, Plain]:
    """Return a plain form with values put in at their paths, None taking one out; the given form stays as it is."""
    made = dict(plain)
    for path, value in values.items():
        holder = made
        for step in path[:-1]:
            inner = holder.get(step)
            holder[step] = dict(inner) if isinstance(inner, dict) else {}
            holder = holder[step]  # type: ignore[assignment]
        if value is None:
            holder.pop(path[-1], None)
        else:
            holder[path[-1]] = value
    return made


def read_plain(plain: dict[str, Plain], desk: Desk, before: Form | None = None) -> Project:
    """Return the project of a plain form. Raises its problems, each with the dotted path as its place.

    What stands unchanged in the form `before` is not read again.
    """
    return project_from_plain(plain, desk.catalogue, before)
