"""Build every sample and every other paper, and open all files with programs that are not ours: `make validate`.

Every packet is verified as a folder and as a ZIP. Every file goes through the validators that know it, and each page
of each PDF is drawn at 100 dots an inch and looked at. Where LibreOffice is there, it prints every Word and Excel
file, and those pages are looked at too. What is not installed is told. Prints figures, and each fault with its file;
exits 1 when there is one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tools.validation.listing import VALIDATORS, each_once
from tools.validation.pages import PAGES
from tools.validation.papers import write_papers
from tools.validation.validator import Fault, Validator

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "validate"
OFFICE_PATIENCE = 600  # seconds for one packet


def soc2desk(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ours as a person would."""
    environment = {**os.environ, "SOC2DESK_HOME": str(WORK / "home")}
    command = [sys.executable, "-m", "soc2desk", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def build_samples() -> tuple[dict[str, Path], list[Fault]]:
    """Return the folder in which each sample's packets stand, and what could not be built."""
    built, faults = {}, []
    for sample in soc2desk("answers", "--list").stdout.split():
        # As it ships and not as it prints: a printed sample leaves its logo behind.
        answers, out = ROOT / "resources" / "samples" / f"{sample}.yaml", WORK / sample
        done = soc2desk("build", str(answers), "--out", str(out), "--formats", "docx,pdf,xlsx,html", "--quiet")
        if done.returncode:
            faults.append((answers, f"cannot be built: {done.stderr.strip()}"))
        else:
            built[sample] = out
    return built, faults


def verify(out: Path) -> Iterable[Fault]:
    """Verify every packet of a sample."""
    for packet in (path for path in out.iterdir() if path.is_dir() or path.suffix == ".zip"):
        done = soc2desk("verify", str(packet))
        if done.returncode:
            yield packet, done.stdout.strip()


def found_by(validator: Validator, files: Sequence[Path]) -> list[Fault]:
    """Return what a validator finds, with the files shared out over the processors."""
    count = os.cpu_count() or 1
    shares = [share for at in range(count) if (share := files[at::count])]
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        return [fault for found in pool.map(_share_of, [validator.name] * len(shares), shares) for fault in found]


def _share_of(name: str, files: Sequence[Path]) -> list[Fault]:
    return list(next(one for one in VALIDATORS if one.name == name).faults(files))


def validate(files: Sequence[Path]) -> int:
    """Hand files to every validator that knows them; return how many faults there were."""
    found = 0
    for validator in VALIDATORS:
        mine, missing = validator.concerns(files), validator.missing()
        if missing:
            print(f"{validator.name}: NOT RUN over {len(mine)} files, since {missing}")
        else:
            found += report(f"{validator.name}: {len(mine)} files", found_by(validator, mine))
    return found


def print_all(out: Path, kind: str, target: Path) -> int:
    """Let LibreOffice open files and print them to PDF, then look at those; return how many faults there were."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    files = sorted(out.rglob(f"*{kind}"))
    if office is None:
        print(f"LibreOffice: NOT RUN over {len(files)} files, since it is not here.")
        return 0
    if not files:
        return 0
    target.mkdir(parents=True)
    profile = f"-env:UserInstallation={(WORK / 'office').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(target), *map(str, files)]
    subprocess.run(command, capture_output=True, check=False, timeout=OFFICE_PATIENCE)
    printed = [target / f"{file.stem}.pdf" for file in files]
    unopened = [(file, "it does not open it") for file, made in zip(files, printed, strict=True) if not made.is_file()]
    looked = found_by(PAGES, [made for made in printed if made.is_file()])
    return report(f"{out.name}: {len(files)} files {kind} printed by LibreOffice", unopened + looked)


def report(what: str, faults: Iterable[Fault]) -> int:
    """Print one line of figures and each fault; return how many faults there were."""
    told = list(faults)
    print(f"{what}, {len(told)} faults")
    for path, fault in told:
        print(f"  {path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}: {fault}")
    sys.stdout.flush()
    return len(told)


def main() -> int:
    """Return the exit code."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    built, failed = build_samples()
    found = report(f"{len(built)} samples built", failed)
    found += report("Packets verified", [fault for out in built.values() for fault in verify(out)])
    papers, failed = write_papers(soc2desk, list(built), WORK / "papers")
    found += report(f"{len(papers)} folders of papers that stand in no packet", failed)
    folders = [*built.values(), *papers]
    files = [path for out in folders for path in sorted(out.rglob("*")) if path.is_file()]
    found += validate(each_once(files))
    for out in folders:
        found += sum(print_all(out, kind, WORK / "printed" / out.name / kind) for kind in (".docx", ".xlsx"))
    print("Every file is sound." if not found else f"{found} faults.")
    return 1 if found or not built else 0


if __name__ == "__main__":
    sys.exit(main())
