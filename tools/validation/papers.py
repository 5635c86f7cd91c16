"""The papers that stand in no packet: questionnaires, confirmation sheets, tabletops, lessons, rooms, marks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator, Sequence

    from tools.validation.validator import Fault

    Run = Callable[..., subprocess.CompletedProcess[str]]

Order = tuple[str, ...]
"""The words of a command."""
_CLASS = "gone-but-not-out"
_STUDENTS = ("Ana", "Bo")


def _orders(samples: Sequence[str], lists: dict[str, Sequence[str]], out: Path) -> Iterator[Order]:
    """Yield the commands that write every kind of paper into folders of `out`; samples are projects already."""
    for sample in samples:
        yield "confirm-sheet", sample, "--out", str(out / f"confirm-{sample}")
        for kind in ("docx", "xlsx"):
            yield "questionnaire", sample, "--all", "--out", str(out / f"asked-{sample}" / f"questionnaire.{kind}")
        for scenario in lists["tabletop"]:
            target = str(out / f"tabletop-{sample}-{scenario}")
            yield "tabletop", "print", sample, scenario, "--out", target, "--formats", "pdf,docx"
    for lesson in lists["lesson"]:
        yield "lesson", "print", lesson, "--out", str(out / f"lesson-{lesson}")
    yield "exercise", "labs", "--out", str(out / "labs")
    for exercise in lists["exercise"]:
        yield "exercise", "room", exercise, "--out", str(out / f"room-{exercise}")
        yield "exercise", "answers", exercise, "--out", str(out / "answers" / f"{exercise}.pdf")


def write_papers(run: Run, samples: Sequence[str], out: Path) -> tuple[list[Path], list[Fault]]:
    """Return the folders with papers, and what could not be written. `run` runs a command of ours."""
    faults: list[Fault] = []

    def did(*order: str) -> str:
        done = run(*order)
        if done.returncode:
            faults.append((out, f"soc2desk {' '.join(order)}: {done.stderr.strip()}"))
        return done.stdout

    lists = {act: _ids(did(act, "list")) for act in ("tabletop", "lesson", "exercise")}
    for sample in samples:
        (out / f"asked-{sample}").mkdir(parents=True)
        did("new", sample, "--sample", sample)
    for order in _orders(samples, lists, out):
        did(*order)
    _mark_class(did, out)
    return sorted(path for path in out.iterdir() if path.is_dir()), faults


def _ids(listed: str) -> list[str]:
    """Return the first word of each line that stands at the margin."""
    return [line.split()[0].rstrip(":") for line in listed.splitlines() if line[:1].strip()]


def _mark_class(did: Callable[..., str], out: Path) -> None:
    """Let two students open their copies, hand them in as they are, and be marked."""
    key, handed = out / "key.json", out.parent / "handed-in"
    handed.mkdir()
    made = did("exercise", "key", _CLASS, "--class", "A", "--seed", "words that nobody guesses", "--out", str(key))
    for student in _STUDENTS:
        opened = did("exercise", "open", _CLASS, "--student", student, "--code", made.split()[-1])
        did("export", Path(opened.splitlines()[0]).name, str(handed / f"{student}.soc2desk"))
    did("mark", str(key), str(handed), "--out", str(out / "marks"), "--formats", "pdf,docx,html")
