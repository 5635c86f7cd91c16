"""What the words of an auditor's list mean: read when a list is read, and not with the rest of the content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.content.found import read_sheets
from soc2desk.content.packs import content_files
from soc2desk.domain.request_match import Meanings

if TYPE_CHECKING:
    from pathlib import Path

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatchingFile:
    """The file of meanings."""

    noise: str
    forms: dict[str, Words]
    groups: dict[str, Words]
    requests: dict[str, Words]
    said_of_controls: dict[str, Words] = field(default_factory=dict)
    controls: dict[str, Words] = field(default_factory=dict)


def load_meanings(pack: Path | None = None, language: str = "en") -> Meanings:
    """Return what words mean in a language, a firm's folder `pack` laid over ours. Raises ContentProblem."""
    files = content_files(pack, language)
    sheet = read_sheets(files, f"resources/matching/{language}.yaml", MatchingFile, "file of meanings")[0].content
    return Meanings(
        tuple(sheet.noise.split()), sheet.forms, sheet.groups, sheet.requests, sheet.said_of_controls, sheet.controls
    )
