"""The bill of materials: what is in a release and what it brings along, in the form of CycloneDX 1.6."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from soc2desk.domain.problems import Problem
from tools.release.archives import Commit
from tools.release.libraries import Library
from tools.release.parts import Part

OURS = "Apache-2.0"


@dataclass(frozen=True, slots=True)
class Release:
    """All that is known of a release: `files` are its archives with their SHA-256, `licences` goes by library."""

    version: str
    commit: Commit
    python: str
    files: Mapping[str, str]
    needs: Sequence[str]
    libraries: Sequence[Library]
    licences: Mapping[str, str]
    parts: Sequence[Part]


def bill_of_materials(release: Release) -> str:
    """Return the bill as JSON, the same text each time. Raises Problem when it is not as its schema asks."""
    bom = Bom(serial_number=uuid.uuid5(uuid.NAMESPACE_URL, release.commit.id))
    bom.metadata.timestamp = datetime.fromtimestamp(release.commit.epoch, UTC)
    bom.metadata.component = program = _program(release)
    libraries = {one.key: _library(one, release.licences[one.key]) for one in release.libraries}
    bom.components.update(libraries.values())
    bom.components.update(_part(one) for one in release.parts)
    bom.register_dependency(program, [libraries[name] for name in release.needs])
    for one in release.libraries:
        bom.register_dependency(libraries[one.key], [libraries[name] for name in one.needs])
    text = json.dumps(json.loads(JsonV1Dot6(bom).output_as_string()), indent=2, sort_keys=True, ensure_ascii=False)
    check_bill(text)
    return text + "\n"


def check_bill(text: str) -> None:
    """Raise Problem with the first place where a bill is not as the schema of CycloneDX 1.6 asks."""
    if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise Problem("The bill of materials is not as CycloneDX asks.", where=str(fault)[:500])


def _program(release: Release) -> Component:
    made = {
        "commit": release.commit.id,
        "python": release.python,
        **{f"sha256:{name}": value for name, value in release.files.items()},
    }
    return Component(
        type=ComponentType.APPLICATION,
        name="soc2desk",
        version=release.version,
        bom_ref=f"soc2desk=={release.version}",
        licenses=[LicenseFactory().make_from_string(OURS)],
        purl=PackageURL("pypi", None, "soc2desk", release.version),
        properties=[Property(name=f"soc2desk:{name}", value=value) for name, value in made.items()],
    )


def _library(library: Library, licence: str) -> Component:
    return Component(
        type=ComponentType.LIBRARY,
        name=library.name,
        version=library.version,
        bom_ref=f"{library.key}=={library.version}",
        licenses=[LicenseFactory().make_from_string(licence)],
        purl=PackageURL("pypi", None, library.key, library.version),
    )


def _part(part: Part) -> Component:
    return Component(
        type=ComponentType.FILE,
        name=part.path,
        description=part.origin.about,
        bom_ref=part.path,
        licenses=[LicenseFactory().make_from_string(part.origin.licence)],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=part.sha256)],
    )
