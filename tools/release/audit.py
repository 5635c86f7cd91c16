"""Whether a weakness is known in what is brought along: pip-audit asks, where there is somebody to ask."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Audit:
    """What was answered: weaknesses that are known, the packages nobody answered for, and why nobody was asked."""

    known: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    why_not: str = ""

    @property
    def whole(self) -> bool:
        """Whether there was an answer for each package."""
        return not self.unanswered and not self.why_not


def audit(pins: Path) -> Audit:
    """Ask for each pinned package. The answers hang on the day and the network: no file of a release holds them."""
    if find_spec("pip_audit") is None:
        return Audit(why_not="pip-audit is not installed")
    options = ["--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off", "--timeout", "15"]
    return asked([sys.executable, "-m", "pip_audit", "--requirement", str(pins), *options])


def asked(command: Sequence[str]) -> Audit:
    """Run a program that answers as pip-audit does, and read the answer."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        answers = json.loads(done.stdout)["dependencies"]
        return Audit(tuple(_known(answers)), tuple(one["name"] for one in answers if "skip_reason" in one))
    except (ValueError, KeyError, TypeError):
        said = done.stderr.strip().splitlines() or ["it gave no answer"]
        return Audit(why_not=said[-1][:200])


def _known(answers: list[dict[str, object]]) -> list[str]:
    found = []
    for one in answers:
        for weakness in one.get("vulns") or ():  # type: ignore[attr-defined]
            better = ", ".join(weakness.get("fix_versions") or ()) or "none yet"
            found.append(f"{one['name']} {one.get('version', '')}: {weakness['id']}, mended in {better}")
    return found
