"""Every template and register of all samples, drawn once in a format, for programs that are not ours to look at."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Look
from soc2desk.packet.drawing import draw
from soc2desk.packet.plan import EVERYBODY, plan_files
from tests.composed import SAMPLES, of_sample
from tools.validation.listing import each_once

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.packet.plan import PlannedFile
    from tools.validation.validator import Validator

_ALIKE = {"sheet"}
"""Kinds of document of which there is one for each person, from one template."""


@cache
def first_of_each(kind: str) -> tuple[PlannedFile, ...]:
    """Return the first file of each template and register in a format, over all samples."""
    found: dict[tuple[str, str], PlannedFile] = {}
    for sample in SAMPLES:
        for file in plan_files(of_sample(sample).documents, EVERYBODY, (kind,)):
            made_of = file.document.kind if file.document.kind in _ALIKE else file.document.id
            found.setdefault((made_of, file.path.rpartition("/")[2]), file)
    return tuple(found.values())


def written(folder: Path, kind: str) -> list[Path]:
    """Draw them into a folder, each content once."""
    files = []
    for file in first_of_each(kind):
        files.append(folder / file.path.rpartition("/")[2])
        files[-1].write_bytes(draw(kind, file.document, Look(prepared_by="A & B Advisers")))
    return each_once(files)


def found_by(validator: Validator, files: list[Path]) -> list[str]:
    """Return what a validator finds, as sentences; the test is skipped, and says why, where it is not installed."""
    missing = validator.missing()
    if missing:
        pytest.skip(f"{validator.name} did not look at {len(files)} files: {missing}")
    return [f"{path.name}: {fault}" for path, fault in validator.faults(validator.concerns(files))]
