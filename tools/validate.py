"""Build every sample and open all files with programs that are not ours: `make validate`.

Word and Excel files go through openxml-audit and, where LibreOffice is there, through its conversion to PDF; each page
of each PDF is drawn by PDFium and must show something; every packet is verified as a folder and as a ZIP. Prints
figures, and each fault with its file; exits 1 when there is one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "validate"
OFFICE_PATIENCE = 600  # seconds for one packet
BLANK = 250  # grey value, out of 255, above which a whole page shows nothing
LEFT_OVERS = ("{{", "}}", "{%", "%}")


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look at one file gave: how many pages (0 where there are none) and the faults, as sentences."""

    path: Path
    pages: int = 0
    faults: tuple[str, ...] = ()


def soc2desk(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ours as a person would."""
    environment = {**os.environ, "SOC2DESK_HOME": str(WORK / "home")}
    command = [sys.executable, "-m", "soc2desk", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def build_samples() -> tuple[dict[str, Path], list[Seen]]:
    """Return the folder in which each sample's packets stand, and what could not be built."""
    built, seen = {}, []
    for sample in soc2desk("answers", "--list").stdout.split():
        # As it ships and not as it prints: a printed sample leaves its logo behind.
        answers, out = ROOT / "resources" / "samples" / f"{sample}.yaml", WORK / sample
        done = soc2desk("build", str(answers), "--out", str(out), "--formats", "docx,pdf,xlsx,html", "--quiet")
        if done.returncode:
            seen.append(Seen(answers, faults=(f"cannot be built: {done.stderr.strip()}",)))
        else:
            built[sample] = out
    return built, seen


def verify(out: Path) -> list[Seen]:
    """Verify every packet of a sample."""
    packets = [path for path in out.iterdir() if path.is_dir() or path.suffix == ".zip"]
    results = [(packet, soc2desk("verify", str(packet))) for packet in packets]
    return [Seen(packet, faults=(done.stdout.strip(),) if done.returncode else ()) for packet, done in results]


def audit(path: Path) -> Seen:
    """Check a Word or Excel file against the rules of its format."""
    from openxml_audit import FileFormat, OpenXmlValidator  # noqa: PLC0415 - loaded in the processes that need it

    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=20).validate(str(path))
    return Seen(path, faults=tuple(str(error) for error in result.errors))


def draw(path: Path) -> Seen:
    """Draw every page of a PDF, and look for what a template left behind."""
    import pypdfium2  # noqa: PLC0415 - loaded in the processes that need it

    try:
        with pypdfium2.PdfDocument(path) as document:
            faults = [fault for number in range(len(document)) for fault in _faults_of(document, number)]
            return Seen(path, len(document), tuple(faults if len(document) else ["has no page"]))
    except pypdfium2.PdfiumError as error:
        return Seen(path, faults=(str(error),))


def _faults_of(document: object, number: int) -> Iterable[str]:
    page = document[number]  # type: ignore[index]
    if min(bytes(page.render(scale=0.25, grayscale=True).buffer)) > BLANK:
        yield f"page {number + 1} shows nothing"
    text = page.get_textpage().get_text_range()
    yield from (f"page {number + 1} shows {piece}" for piece in LEFT_OVERS if piece in text)


def convert(office: str, files: list[Path], target: Path) -> list[Seen]:
    """Let LibreOffice open files and print them to PDF, then draw those."""
    target.mkdir(parents=True)
    profile = f"-env:UserInstallation={(WORK / 'office').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(target), *map(str, files)]
    subprocess.run(command, capture_output=True, check=False, timeout=OFFICE_PATIENCE)
    printed = {file: target / f"{file.stem}.pdf" for file in files}
    return [
        draw(made) if made.is_file() else Seen(file, faults=("LibreOffice does not open it",))
        for file, made in printed.items()
    ]


def report(what: str, seen: list[Seen]) -> int:
    """Print one line of figures and each fault; return how many faults there were."""
    faults = [(one.path, fault) for one in seen for fault in one.faults]
    pages = sum(one.pages for one in seen)
    print(f"{what}: {len(seen)} files" + (f", {pages} pages" if pages else "") + f", {len(faults)} faults")
    for path, fault in faults:
        print(f"  {path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}: {fault}")
    sys.stdout.flush()
    return len(faults)


def files_of(built: dict[str, Path], kind: str) -> list[Path]:
    """Return all files of one kind, in order."""
    return [path for out in built.values() for path in sorted(out.rglob(f"*{kind}"))]


def print_all(built: dict[str, Path]) -> int:
    """Convert every Word and Excel file where LibreOffice is there; return how many faults there were."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("LibreOffice is not here, so nothing was converted by it.")
        return 0
    found = 0
    for sample, out in built.items():
        for kind in (".docx", ".xlsx"):
            printed = convert(office, files_of({sample: out}, kind), WORK / "printed" / sample / kind)
            found += report(f"{sample}: {kind} printed by LibreOffice", printed)
    return found


def main() -> int:
    """Return the exit code."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    built, failed = build_samples()
    found = report("Samples that could not be built", failed)
    found += report("Packets verified", [one for out in built.values() for one in verify(out)])
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        found += report("PDF files drawn by PDFium", list(pool.map(draw, files_of(built, ".pdf"))))
        found += report("Word files audited", list(pool.map(audit, files_of(built, ".docx"))))
        found += report("Excel files audited", list(pool.map(audit, files_of(built, ".xlsx"))))
    found += print_all(built)
    print("Every file is sound." if not found else f"{found} faults.")
    return 1 if found or not built else 0


if __name__ == "__main__":
    sys.exit(main())
