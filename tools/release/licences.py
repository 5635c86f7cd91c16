"""The licence of each library, from its own metadata, and whether it is one under which we may hand it on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata

from license_expression import ExpressionError, get_spdx_licensing

from soc2desk.domain.problems import Problem
from tools.release.libraries import Library

ALLOWED = frozenset({
    "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT", "MIT-0",
    "MIT-CMU", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Zlib",
})  # fmt: skip
"""Licences of libraries that an Apache-2.0 program may ask for. Of a choice, one that stands here is enough."""

SAME = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "SIL OFL 1.1": "OFL-1.1",
    "License :: OSI Approved :: MIT License": "MIT",
}
"""Other wordings that can mean one licence only. "BSD License" is none of them: there are several."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A licence that a person read, since the metadata name none or none for sure; it holds for this text alone."""

    file: str
    sha256: str
    expression: str


READ = {
    "jinja2": Reading(
        "LICENSE.txt", "3b49dcee4105eb37bac10faf1be260408fe85d252b8e9df2e0979fc1e094437b", "BSD-3-Clause"
    ),
    "pypdfium2": Reading(
        "BSD-3-Clause.txt", "a6d11f0694c0137e9b02924b9d33a159f6c72f220fa4655bb2e1ea3654377d39",
        "Apache-2.0 OR BSD-3-Clause",
    ),
    "python-bidi": Reading(
        "COPYING.LESSER", "da7eabb7bafdf7d3ae5e9f223aa5bdc1eece45ac569dc21b3b037520b4464768", "LGPL-3.0-or-later"
    ),
    "python-dateutil": Reading(
        "LICENSE", "ba00f51a0d92823b5a1cde27d8b5b9d2321e67ed8da9bc163eff96d5e17e577e", "BSD-3-Clause"
    ),
    "reportlab": Reading(
        "LICENSE", "ef831761646313921375fc2cb888e8eeaf7da213d0b92852c10c42f3a0b4d138", "BSD-3-Clause"
    ),
    "resvg-py": Reading("LICENSE", "2f22fb1bcbf69e040d4c9c0b1f1aecbac22fd631d71fbc3a303637d896feb760", "MIT"),
}  # fmt: skip
"""python-dateutil: BSD holds for all of its code, Apache-2.0 for the newer part as well. pypdfium2: the binding;
PDFium inside it is BSD-3-Clause and brings the texts of what it is built from."""

_SPDX = get_spdx_licensing()


def licence_of(library: Library) -> str:
    """Return the licence as an SPDX expression. Raises Problem where it is unknown or not one we may hand on."""
    expression = _told(library.installed.metadata) or _read(library)
    if not expression:
        raise Problem(
            f"Nothing says under which licence {library.name} {library.version} stands.",
            hint="Read its licence, and enter what it is in READ of tools/release/licences.py.",
        )
    if not may_be_handed_on(expression):
        raise Problem(
            f"{library.name} {library.version} stands under {expression}, which is not among the licences we hand on.",
            hint="Replace the library, or talk about ALLOWED in tools/release/licences.py first.",
        )
    return expression


def may_be_handed_on(expression: str) -> bool:
    """Tell whether an SPDX expression can be met with licences that are allowed."""
    try:
        return _met(_SPDX.parse(expression, validate=True))
    except ExpressionError:
        return False


def _met(part: object) -> bool:
    if isinstance(part, _SPDX.OR):
        return any(_met(one) for one in part.args)
    if isinstance(part, _SPDX.AND):
        return all(_met(one) for one in part.args)
    return str(part) in ALLOWED


def _told(metadata: PackageMetadata) -> str:
    """Return what the metadata say for sure: the expression, else the one wording that can mean one licence only."""
    expression, told = (str((metadata.get_all(name) or [""])[0]) for name in ("License-Expression", "License"))
    if expression or _known(told):
        return expression or SAME.get(told, told)
    classes = [one for one in metadata.get_all("Classifier") or () if one.startswith("License ::")]
    return SAME.get(classes[0], "") if len(classes) == 1 else ""


def _known(told: str) -> bool:
    if told in SAME:
        return True
    try:
        return bool(told) and _SPDX.parse(told, validate=True) is not None
    except ExpressionError:
        return False


def _read(library: Library) -> str:
    reading = READ.get(library.key)
    if reading is None:
        return ""
    if reading.sha256 not in _hashes(library.installed, reading.file):
        raise Problem(
            f"The licence text of {library.name} {library.version} is not the one that was read.",
            where=reading.file,
            hint="Read it again, and enter its SHA-256 in READ of tools/release/licences.py.",
        )
    return reading.expression


def _hashes(installed: Distribution, name: str) -> set[str]:
    """Return the hashes of the files of this name among what the package says of itself, whatever its line ends."""
    about = [one for one in installed.files or () if one.name == name and ".dist-info" in one.as_posix()]
    texts = (one.read_binary().replace(b"\r\n", b"\n") for one in about)
    return {hashlib.sha256(text).hexdigest() for text in texts}
