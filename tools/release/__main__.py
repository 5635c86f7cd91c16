"""Make a release: wheel, source archive, bill of materials, licences, pins and SHA-256: `make release`.

The same commit gives the same bytes. All files appear at once in OUT/soc2desk-VERSION, or none does. Nothing is
fetched; pip-audit asks the index of packages whether a weakness is known in what is brought along, and where nobody
answers, that is said.
"""

from __future__ import annotations

import argparse
import platform
import sys
from itertools import chain
from pathlib import Path

from soc2desk.domain.problems import Problem
from tools.release.archives import (
    Commit,
    build,
    check_out,
    commit_of,
    files_in_source_archive,
    files_in_wheel,
    requirements,
)
from tools.release.audit import Audit, audit
from tools.release.bill import Release, bill_of_materials
from tools.release.libraries import brought_along, check_pins, pins, wanted_here
from tools.release.licences import licence_of
from tools.release.lists import SUMS, licences_list, pins_list, sums, sums_list
from tools.release.parts import parts
from tools.release.place import put, workplace
from tools.release.traces import check_traces, of_this_computer

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Make the release that was asked for; return 1 where something stands in the way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out"))
    try:
        target, found = release(ROOT, parser.parse_args().out.resolve())
    except Problem as problem:
        print(f"No release was made. {problem}", file=sys.stderr)
        return 1
    print(f"{target.name}: {', '.join(sorted(file.name for file in target.iterdir()))}")
    print(_told(found, target))
    return 0


def release(root: Path, out: Path) -> tuple[Path, Audit]:
    """Make the release of the commit in `root`; return its folder and what pip-audit said. Raises Problem."""
    commit = commit_of(root)
    with workplace(out) as work:
        made = work / "made"
        made.mkdir()
        source = check_out(root, commit, work / "source")
        wheel, sdist = build(source, made, commit.epoch)
        about = what_is_in(wheel, sdist, source, commit)
        name = write_lists(made, about)
        check_traces(
            chain(files_in_wheel(wheel), files_in_source_archive(sdist), _outside(made)),
            of_this_computer((root, work, source)),
        )
        found = audit(made / f"{name}-pins.txt")
        if found.known:
            raise Problem("Weaknesses are known in what is brought along.", where="; ".join(found.known))
        target = out / name
        put(made, target)
    return target, found


def what_is_in(wheel: Path, sdist: Path, source: Path, commit: Commit) -> Release:
    """Return what the archives hold and bring along. Raises Problem where a version, licence or origin is not known."""
    wanted = requirements(wheel)
    libraries = brought_along(wanted)
    check_pins(libraries, pins((source / "constraints.txt").read_text(encoding="utf-8")))
    return Release(
        version=wheel.name.split("-")[1],
        commit=commit,
        python=f"{platform.python_version_tuple()[0]}.{platform.python_version_tuple()[1]} on {platform.system()}",
        files=sums((wheel, sdist)),
        needs=wanted_here(wanted),
        libraries=libraries,
        licences={one.key: licence_of(one) for one in libraries},
        parts=parts(chain(files_in_wheel(wheel), files_in_source_archive(sdist))),
    )


def write_lists(made: Path, about: Release) -> str:
    """Write all that stands beside the archives; return the name that all files begin with."""
    name = f"soc2desk-{about.version}"
    texts = {
        f"{name}.cdx.json": bill_of_materials(about),
        f"{name}-licences.txt": licences_list(about),
        f"{name}-pins.txt": pins_list(about),
    }
    for file, text in texts.items():
        (made / file).write_text(text, encoding="utf-8", newline="\n")
    (made / SUMS).write_text(sums_list(made.iterdir()), encoding="utf-8", newline="\n")
    return name


def _outside(made: Path) -> list[tuple[str, bytes]]:
    return [(file.name, file.read_bytes()) for file in made.iterdir() if file.suffix not in {".whl", ".gz"}]


def _told(found: Audit, target: Path) -> str:
    if found.whole:
        return "pip-audit: no weakness is known in what is brought along."
    pinned = (target / f"{target.name}-pins.txt").read_text(encoding="utf-8")
    nobody = len(found.unanswered) == len(pinned.splitlines())
    why = found.why_not or f"no answer for {'any of them' if nobody else ', '.join(found.unanswered)}"
    return (
        f"NOT AUDITED, so nobody said whether a weakness is known: {why}. These are brought along:\n{pinned.rstrip()}"
    )


if __name__ == "__main__":
    sys.exit(main())
