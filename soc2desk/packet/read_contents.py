"""Reads what a packet says, after it was found to be as it was handed over."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.domain.problems import ProjectProblem
from soc2desk.packet.contents import CONTENTS, LIMIT, from_bytes
from soc2desk.packet.opened import DAMAGED, open_archive, open_folder
from soc2desk.packet.verify import verify
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.domain.contents import Contents
    from soc2desk.packet.verify import Report

_NAMED = 3
"""Files of a changed packet that are named; `verify` lists them all."""


def read_contents(path: Path) -> Contents:
    """Return what the packet at `path`, a folder or a ZIP, says.

    Raises ProjectProblem when something in it was changed, for an older packet that does not say it, and for what is
    no packet; FileProblem when it cannot be read.
    """
    report = verify(path)
    if report.manifest is None or not report.is_unchanged:
        raise _changed(report, path)
    entry = next((one for one in report.manifest.files if one.path == CONTENTS), None)
    if entry is None:
        raise _older(report.manifest.product_version, path)
    content = _member(path)
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise _changed(report, path)
    return replace(from_bytes(content, f"{path.name}/{CONTENTS}"), templates=report.manifest.templates)


def _member(path: Path) -> bytes:
    try:
        with said_plainly("The packet cannot be read.", path):
            if path.is_dir():
                return open_folder(path).read(CONTENTS, LIMIT)
            with zipfile.ZipFile(path) as archive:
                return open_archive(archive).read(CONTENTS, LIMIT)
    except (*DAMAGED, KeyError) as error:
        raise ProjectProblem("The packet cannot be read any more.", where=str(path)) from error


def _changed(report: Report, path: Path) -> ProjectProblem:
    kinds = (("missing", report.missing), ("changed", report.changed), ("extra", report.extra))
    found = [f"{kind}: {name}" for kind, names in (*kinds, ("unreadable", report.unreadable)) for name in names]
    more = [f"and {len(found) - _NAMED} more"] if len(found) > _NAMED else []
    told = "; ".join((*found[:_NAMED], *more))
    hint = "Compare the packet as it was handed over. soc2desk verify lists every difference."
    message = f"The packet is not as it was handed over, so nothing was compared ({told})."
    return ProjectProblem(message, where=str(path), hint=hint)


def _older(version: str, path: Path) -> ProjectProblem:
    message = f"This packet was made by an older soc2desk ({version}), which did not list what its documents say."
    hint = "Compare the project or one of its back-ups instead, or build that packet again."
    return ProjectProblem(message, where=str(path), hint=hint)
