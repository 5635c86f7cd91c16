"""Templates and registers of the samples, drawn once in a format, for programs that are not ours to look at.

Documents of each make are drawn in every run; every template and register of all samples when everything is asked for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Look
from soc2desk.document.walk import runs_in
from soc2desk.packet.drawing import draw
from soc2desk.packet.plan import EVERYBODY, plan_files
from tests.composed import SAMPLES, of_sample
from tests.thorough import IS_THOROUGH
from tools.validation.listing import each_once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from soc2desk.document.blocks import Document
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


@cache
def of_each_make(kind: str) -> frozenset[str]:
    """Return the names of every register, and of the first documents of each kind, block, field and look of words."""
    seen: set[str] = set()
    chosen = set()
    for file in first_of_each(kind):
        traits = set(_traits(file.document))
        if file.document.kind == "register" or traits - seen:
            chosen.add(file.path.rpartition("/")[2])
        seen |= traits
    return frozenset(chosen)


def looked_at(kind: str) -> tuple[PlannedFile, ...]:
    """Return what this run draws: the documents of each make, or all of them."""
    made, chosen = first_of_each(kind), of_each_make(kind)
    return made if IS_THOROUGH else tuple(file for file in made if file.path.rpartition("/")[2] in chosen)


def _traits(document: Document) -> Iterator[str]:
    yield document.kind
    yield f"landscape {document.landscape}"
    for block in document.blocks:
        yield type(block).__name__
        for trait in ("level", "style", "tone", "ordered"):
            yield f"{trait} {getattr(block, trait, '')}"
        for part in (*getattr(block, "columns", ()), *getattr(block, "fields", ())):
            yield f"{type(part).__name__} {part.kind}"
    for run in runs_in(document.blocks):
        yield f"{run.bold} {run.italic} {run.code} {run.mark} {bool(run.target)}"


def written(folder: Path, kind: str) -> list[Path]:
    """Draw them into a folder, each content once."""
    files = []
    for file in looked_at(kind):
        files.append(folder / file.path.rpartition("/")[2])
        files[-1].write_bytes(draw(kind, file.document, Look(prepared_by="A & B Advisers")))
    return each_once(files)


def found_by(validator: Validator, files: list[Path]) -> list[str]:
    """Return what a validator finds, as sentences; the test is skipped, and says why, where it is not installed."""
    missing = validator.missing()
    if missing:
        pytest.skip(f"{validator.name} did not look at {len(files)} files: {missing}")
    return [f"{path.name}: {fault}" for path, fault in validator.faults(validator.concerns(files))]
