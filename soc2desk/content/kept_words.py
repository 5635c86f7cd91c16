"""What a firm's own words may not change: marks of what nobody confirmed, and the blanks that values are put into."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from soc2desk.content.packs import pack_files
from soc2desk.domain.problems import ContentProblem
from soc2desk.reading.convert import raise_all
from soc2desk.reading.yaml_lines import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue, FindingText
    from soc2desk.reading.located import Located

KEPT = frozenset(
    {
        "changes", "confirmation", "cover", "document", "footer", "index", "lead", "level", "mark", "notyet", "open",
        "packet", "practice", "reference", "state", "status",
    }
)  # fmt: skip
"""The phrases, by what their ids begin with, that say what is open, not confirmed or approved, a draft or practice."""
_WEIGHT = ".severity"
_SHOWN_AT_MOST = 20
_RENEW = "Take the shipped words: soc2desk content pack DIR shows the file beside what is shipped now."


def check_words(pack: Path, own: Catalogue, shipped: Catalogue) -> None:
    """Say nothing of a pack that leaves standing what a reader relies on.

    Raises ContentProblem, or SeveralProblems, with file and line where a mark says something else or nothing, where a
    phrase is gone or has a blank that nothing is put into, and where a rule of the readiness report is made quieter.
    """
    found = [*_phrases(own.phrases, shipped.phrases), *_findings(own, shipped)]
    if found:
        files = _sheets(pack)
        problems = [_where(files, path).refuse(said, path, _RENEW) for path, said in found[:_SHOWN_AT_MOST]]
        raise_all([one for one in problems if isinstance(one, ContentProblem)])


def _phrases(own: Mapping[str, str], shipped: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], str]]:
    for key, text in shipped.items():
        path, said = tuple(key.split(".")), own.get(key)
        if said is None:
            yield path, f"The phrase {key} is missing."
        elif said != text and (path[0] in KEPT or key.endswith(_WEIGHT)):
            yield path, f'The phrase {key} stays as it is shipped: "{text}".'
        elif said != text and not _fits(said, text):
            yield path, f"The phrase {key} has a blank that nothing is put into."


def _findings(own: Catalogue, shipped: Catalogue) -> Iterator[tuple[tuple[str, ...], str]]:
    theirs = {one.id: one for one in own.findings}
    for one in shipped.findings:
        other = theirs.get(one.id)
        path = ("findings", one.id)
        if other is None or _weight(other) != _weight(one):
            yield path, f"The rule {one.id} stays, and weighs what it weighs as shipped."
        elif not all(map(_fits, _said(other), _said(one))):
            yield path, f"The words of {one.id} have a blank that nothing is put into."


def _weight(one: FindingText) -> tuple[str, str, tuple[str, ...]]:
    return one.severity, one.kind, one.report_types


def _said(one: FindingText) -> tuple[str, ...]:
    return one.title, one.auditor_sees, one.fix


def _fits(own: str, shipped: str) -> bool:
    """Tell whether every blank of a text is one of the shipped text too: another would break, or show what it must not.

    A shipped text that is no pattern is never filled in, so its own may hold any braces.
    """
    try:
        known = _blanks(shipped)
    except ValueError:
        return True
    try:
        return _blanks(own) <= known
    except ValueError:
        return False


def _blanks(text: str) -> set[tuple[str, str, str]]:
    return {(name, spec or "", how or "") for _, name, spec, how in Formatter().parse(text) if name is not None}


def _sheets(pack: Path) -> tuple[Located, ...]:
    files = pack_files(pack).items()
    return tuple(read_yaml(file.read(), file.name) for place, file in files if place.endswith(".yaml"))


def _where(sheets: Iterable[Located], path: tuple[str, ...]) -> Located:
    """Return the sheet in which most steps of a path stand."""
    return max(sheets, key=lambda sheet: _depth(sheet, path))


def _depth(sheet: Located, path: tuple[str, ...]) -> int:
    here, depth = sheet.data, 0
    for step in path:
        if not isinstance(here, dict) or step not in here:
            break
        here, depth = here[step], depth + 1
    return depth
