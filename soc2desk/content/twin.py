"""The JSON twin of the content: read in place of the sources while their mark is the one it was made from."""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk import __version__
from soc2desk.content import cache, shipped
from soc2desk.domain.baseline import BaselineControl
from soc2desk.domain.catalogue import Catalogue, FindingText
from soc2desk.domain.controls import Control, Family, Role
from soc2desk.domain.criteria import Category, Criterion, SkillArea
from soc2desk.domain.exercises import Exercise
from soc2desk.domain.law import Law
from soc2desk.domain.milestones import Milestone
from soc2desk.domain.policies import Partial, PolicyHeader, Template
from soc2desk.domain.problems import ContentProblem
from soc2desk.domain.questions import Page
from soc2desk.domain.recipes import Recipe
from soc2desk.domain.records import RecordType
from soc2desk.domain.requests import EvidenceRequest, Population
from soc2desk.domain.risks import RiskCandidate
from soc2desk.domain.tables import TableWords
from soc2desk.domain.tabletops import Tabletop
from soc2desk.domain.teaching import TeachingNote
from soc2desk.domain.terms import Term
from soc2desk.reading.convert import decode_json, encode_json
from soc2desk.reading.sealed import open_sealed, seal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.content.packs import ContentFile

_FILE = "catalogue.json"
_CODE = ("content", "reading", "domain")


@dataclasses.dataclass(frozen=True, slots=True)
class _Stored:
    """The fields of a Catalogue with their types at hand when it is read."""

    version: str
    edition: str
    categories: tuple[Category, ...]
    criteria: tuple[Criterion, ...]
    skill_areas: tuple[SkillArea, ...]
    families: tuple[Family, ...]
    roles: tuple[Role, ...]
    controls: tuple[Control, ...]
    requests: tuple[EvidenceRequest, ...]
    populations: tuple[Population, ...]
    policies: tuple[PolicyHeader, ...]
    records: tuple[RecordType, ...]
    baseline: tuple[BaselineControl, ...]
    pages: tuple[Page, ...]
    findings: tuple[FindingText, ...]
    phrases: dict[str, str]
    templates: tuple[Template, ...]
    partials: tuple[Partial, ...]
    tables: tuple[TableWords, ...]
    terms: tuple[Term, ...]
    risks: tuple[RiskCandidate, ...]
    laws: tuple[Law, ...]
    milestones: tuple[Milestone, ...]
    recipes: tuple[Recipe, ...]
    exercises: tuple[Exercise, ...]
    rooms: dict[str, tuple[str, ...]]
    tabletops: tuple[Tabletop, ...]
    teaching: tuple[TeachingNote, ...]
    lessons: tuple[Template, ...]


_FIELDS = tuple(field.name for field in dataclasses.fields(_Stored))


def mark_of(files: dict[str, ContentFile]) -> str:
    """Return the SHA-256 over the names, sizes and bytes of the sources and of the code that reads them."""
    digest = hashlib.sha256(__version__.encode())
    for name, content in _marked(files):
        digest.update(f"\n{name}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _marked(files: dict[str, ContentFile]) -> Iterator[tuple[str, bytes]]:
    for file in files.values():
        yield file.name, file.read()
    package = Path(__file__).parent.parent
    for folder in _CODE:
        for path in sorted((package / folder).glob("*.py")):
            yield path.name, path.read_bytes()


def encode(catalogue: Catalogue, mark: str) -> bytes:
    """Return the twin of a catalogue as JSON."""
    return seal(mark, encode_json({name: getattr(catalogue, name) for name in _FIELDS}))


def find(mark: str, pack: Path | None, language: str) -> Catalogue | None:
    """Return the catalogue of the shipped twin or of the one in the cache, or None when neither is good."""
    if pack is None and language == "en":
        found = _read(_shipped(), mark)
        if found is not None:
            return found
    return _read(_cached(pack, language), mark)


def keep(catalogue: Catalogue, mark: str, pack: Path | None, language: str) -> None:
    """Write the twin to the user's cache. A folder that cannot be written to is fine: the sources are read again."""
    cache.keep(_cached(pack, language), encode(catalogue, mark))


def _read(path: Path, mark: str) -> Catalogue | None:
    try:
        stored = decode_json(open_sealed(path.read_bytes(), mark, path.name), _Stored, path.name)
    except (OSError, ContentProblem):
        return None
    return Catalogue(**{name: getattr(stored, name) for name in _FIELDS})


def _shipped() -> Path:
    return shipped.resources() / _FILE


def _cached(pack: Path | None, language: str) -> Path:
    """One file a pack and language, so the cache does not grow with every change of the sources."""
    whose = hashlib.sha256(str(pack.resolve() if pack else shipped.resources()).encode()).hexdigest()[:12]
    return cache.cache_folder() / f"catalogue-{language}-{whose}.json"
