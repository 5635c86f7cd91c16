"""How the files of evidence were found, for findings and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.storage.evidence_files import FileState, check_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from soc2desk.domain.evidence import Evidence
    from soc2desk.domain.project import Project


def found_files(folder: Path | None, project: Project) -> dict[str, str]:
    """Return "missing" or "changed" by the ids of pieces whose file is not as it was; looked at without reading it.

    Answers that stand in no project's folder have no files: what they name is missing.
    """
    return files_of(folder, project.evidence)


def files_of(folder: Path | None, pieces: Iterable[Evidence]) -> dict[str, str]:
    """Return the same for some pieces."""
    if folder is None:
        return {item.id: FileState.MISSING.value for item in pieces if item.file}
    found = check_files(folder, pieces)
    return {id_: state.value for id_, state in found.items() if state is not FileState.THERE}
