"""The list of a packet's files with their hashes, and what the packet was made from."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, fields
from itertools import accumulate

from soc2desk.domain.problems import ProjectProblem
from soc2desk.packet.members import MANIFEST, SEAL, SIGNATURE, check_paths, check_size

FORMAT = 2
WITH_TEMPLATES = 3
"""The format of a packet with a firm's own templates; one without is written so that an older program reads it."""
_COUNTED_SINCE = 2  # the first format whose files have `words` and `pages`
PRODUCT = "soc2desk"

_SHA256 = re.compile(r"[0-9a-f]{64}")
_HALF = re.compile("[\ud800-\udfff]")  # JSON can name half a character alone, and no file can hold it
_LONGEST_MARK = 300
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: `path` inside the packet, `size` in bytes, `sha256` in lower-case hex, what it is and for whom.

    `words` are those of its document, `pages` those of a PDF; 0 where nobody counted.
    """

    path: str
    size: int
    sha256: str
    title: str
    kind: str
    audience: str
    words: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a packet is: who and what it is about, what it was made from, and its files.

    `date` is the document date (ISO); `final` is False for a draft; `inputs_sha256` is the fingerprint of the answers.
    `templates` names a firm's own templates; empty for a packet of the shipped ones.
    """

    format: int
    product: str
    product_version: str
    content_version: str
    criteria_edition: str
    company: str
    project: str
    date: str
    audience: str
    final: bool
    inputs_sha256: str
    files: tuple[Entry, ...]
    templates: str = ""


# What JSON must hold for each field. An enum or a subclass of str is written as its text.
_COUNTS = ("words", "pages")
_NUMBERS = ("size", *_COUNTS)
_ENTRY_TYPES: dict[str, type] = {field.name: int if field.name in _NUMBERS else str for field in fields(Entry)}
_SPECIAL_TYPES: dict[str, type] = {"format": int, "final": bool, "files": list}
_MANIFEST_TYPES = {field.name: _SPECIAL_TYPES.get(field.name, str) for field in fields(Manifest)}


def entry_of(
    path: str, content: bytes, *, title: str, kind: str, audience: str, counts: tuple[int, int] = (0, 0)
) -> Entry:
    """Return the line of the manifest for a file with this content. `counts` are words and pages."""
    return Entry(path, len(content), hashlib.sha256(content).hexdigest(), title, kind, audience, *counts)


def to_bytes(manifest: Manifest) -> bytes:
    """Return the manifest as canonical JSON: the same manifest always gives the same bytes."""
    ordered = asdict(manifest)
    ordered["files"] = sorted(ordered["files"], key=lambda entry: str(entry["path"]))
    if manifest.format < WITH_TEMPLATES:
        del ordered["templates"]
    if manifest.format < _COUNTED_SINCE:
        for entry in ordered["files"]:
            for name in _COUNTS:
                del entry[name]
    return (json.dumps(ordered, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def seal_of(manifest_bytes: bytes, signature: bytes | None = None) -> bytes:
    """Return what stands in manifest.sha256, with a line for the signature if there is one; sha256sum reads it."""
    seal = f"{hashlib.sha256(manifest_bytes).hexdigest()}  {MANIFEST}\n"
    seal += f"{hashlib.sha256(signature).hexdigest()}  {SIGNATURE}\n" if signature is not None else ""
    return seal.encode()


def from_bytes(content: bytes) -> Manifest:
    """Return the manifest that stands in `content`.

    Raises ProjectProblem when it is not one of ours or comes from a newer soc2desk, FileProblem when it lists a file
    that no packet can hold.
    """
    raw = _parse(content)
    _check_origin(raw)
    has_templates = int(str(raw["format"])) >= WITH_TEMPLATES
    types = {name: kind for name, kind in _MANIFEST_TYPES.items() if has_templates or name != "templates"}
    _check_types(raw, types, "the manifest")
    entries = _entries(raw["files"], is_counted=int(str(raw["format"])) >= _COUNTED_SINCE)
    check_paths([MANIFEST, SEAL, SIGNATURE, *(entry.path for entry in entries)])
    for entry, total in zip(entries, accumulate(entry.size for entry in entries), strict=True):
        check_size(entry.path, entry.size, total)
    manifest = Manifest(**{**raw, "files": entries})  # type: ignore[arg-type]
    _check_hash(manifest.inputs_sha256, "inputs_sha256")
    if not _DATE.fullmatch(manifest.date):
        raise _malformed("the date is not written as year-month-day", "date")
    if not manifest.templates.isprintable() or len(manifest.templates) > _LONGEST_MARK:
        raise _malformed("the templates are not named on one line", "templates")
    return manifest


def _parse(content: bytes) -> dict[str, object]:
    try:
        raw = json.loads(content.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise _malformed("it is not readable JSON") from error
    if not isinstance(raw, dict):
        raise _malformed("it is not a JSON object")
    return raw


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    unique = dict(pairs)
    if len(unique) != len(pairs):
        raise ValueError("a key stands twice")
    return unique


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def _check_origin(raw: dict[str, object]) -> None:
    if raw.get("product") != PRODUCT:
        raise _malformed("it was not written by soc2desk", "product")
    number = raw.get("format")
    if type(number) is not int or number < 1:
        raise _malformed("the format number is not a number", "format")
    if number > WITH_TEMPLATES:
        raise ProjectProblem(
            "This packet was made by a newer soc2desk.",
            where=f"{MANIFEST}, format {number}",
            hint="Update soc2desk, then check the packet again.",
        )


def _check_types(raw: object, types: dict[str, type], place: str) -> None:
    if not isinstance(raw, dict) or raw.keys() != types.keys():
        raise _malformed("fields are missing or unknown", place)
    for name, kind in types.items():
        if type(raw[name]) is not kind:  # bool is an int to isinstance
            raise _malformed(f'"{name}" has the wrong type', place)
        if kind is str and _HALF.search(raw[name]):
            raise _malformed(f'"{name}" holds half a character', place)


def _entries(raw: object, *, is_counted: bool) -> tuple[Entry, ...]:
    if not isinstance(raw, list):
        raise _malformed("the files are not a list", "files")
    types = {name: kind for name, kind in _ENTRY_TYPES.items() if is_counted or name not in _COUNTS}
    return tuple(_entry(item, types, f"file {number}") for number, item in enumerate(raw, start=1))


def _entry(raw: dict[str, object], types: dict[str, type], place: str) -> Entry:
    _check_types(raw, types, place)
    entry = Entry(**raw)  # type: ignore[arg-type]
    _check_hash(entry.sha256, place)
    if min(entry.size, entry.words, entry.pages) < 0:
        raise _malformed("a number is below zero", place)
    return entry


def _check_hash(value: str, place: str) -> None:
    if not _SHA256.fullmatch(value):
        raise _malformed("a SHA-256 is not 64 hexadecimal digits", place)


def _malformed(fault: str, place: str = "") -> ProjectProblem:
    where = f"{MANIFEST}, {place}" if place else MANIFEST
    return ProjectProblem(
        f"The list of the packet's files cannot be used: {fault}.",
        where=where,
        hint="Ask for the packet again from the person who sent it.",
    )
