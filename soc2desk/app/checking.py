"""Readiness of answers, soundness of content, integrity of packets: the three things one can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.evidence_files import found_files
from soc2desk.domain.known_by import known_by
from soc2desk.packet.compose import Composition, compose
from soc2desk.packet.verify import Report, verify
from soc2desk.readiness.check import at_least

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.app.desk import Desk, Source
    from soc2desk.lint.fault import Fault
    from soc2desk.lint.measure import Measured

__all__ = ["Report", "at_least", "lint", "look_over", "measure", "verify"]


def look_over(desk: Desk, source: Source, as_of: date | None = None) -> Composition:
    """Return the composed set with its findings. `as_of` None takes today; of a day, only what was known by it."""
    project = source.project if as_of is None else known_by(source.project, as_of)
    return compose(desk.catalogue, project, as_of or desk.today, files=found_files(source.folder, project))


def lint(desk: Desk) -> tuple[Fault, ...]:
    """Return every fault of the content, a firm's own pack included, line-true."""
    from soc2desk.content.load import load
    from soc2desk.lint.check import lint as run

    # As it is read and not as the desk hands it out, which stops at the first text outside the template language.
    return run(load(desk.pack), desk.pack)


def measure(desk: Desk) -> tuple[Measured, ...]:
    """Return how long and how hard to read each document of the content is, a firm's own pack included."""
    from soc2desk.lint.measure import measure as run

    return run(desk.catalogue)
