"""What the program brings along when it is installed: each library with its version, and who asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from soc2desk.domain.problems import Problem

Finder = Callable[[str], Distribution]


@dataclass(frozen=True, slots=True)
class Library:
    """One installed package; `needs` are the names of those that it asks for in turn."""

    name: str
    version: str
    needs: tuple[str, ...]
    installed: Distribution

    @property
    def key(self) -> str:
        """The name as the index of packages writes it."""
        return canonicalize_name(self.name)


def brought_along(required: Iterable[str], find: Finder = distribution) -> list[Library]:
    """Return all that is installed for these requirements, by name. Raises Problem where one is missing."""
    found: dict[str, Library] = {}
    waiting = wanted_here(required)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = _library(name, find)
            waiting.extend(found[name].needs)
    return [found[name] for name in sorted(found)]


def _library(name: str, find: Finder) -> Library:
    try:
        installed = find(name)
    except PackageNotFoundError:
        raise Problem(
            f"{name} is not installed, so its version and licence cannot be told.",
            hint="`make release` installs what it needs; run it and not this module alone.",
        ) from None
    needs = wanted_here(installed.requires or ())
    return Library(installed.name, installed.version, tuple(needs), installed)


def wanted_here(required: Iterable[str]) -> list[str]:
    """Return the names of what is asked for on this system, without extras that nobody asked for."""
    wanted = (Requirement(one) for one in required)
    here = {canonicalize_name(one.name) for one in wanted if not one.marker or one.marker.evaluate({"extra": ""})}
    return sorted(here)


def pins(constraints: str) -> dict[str, str]:
    """Return the version of each package that `constraints.txt` names."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)$", constraints, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


def check_pins(libraries: Iterable[Library], pinned: Mapping[str, str]) -> None:
    """Raise Problem unless each library is installed in the version that the tests ran with."""
    for one in libraries:
        asked = pinned.get(one.key)
        if asked is None:
            raise Problem(f"{one.name} {one.version} is brought along and has no line in constraints.txt.")
        if Version(asked) != Version(one.version):
            raise Problem(
                f"{one.name} {one.version} is installed, and constraints.txt says {asked}.",
                hint="Remove .venv and run `make release` again.",
            )
