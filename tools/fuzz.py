"""Give the readers of foreign bytes what nobody wrote, for as long as one likes: `make fuzz`, or one reader by name.

With atheris (Linux and macOS) new bytes are made by what they reach in the code; without it they are made by chance.
What breaks a reader is kept under OUT, to become a file of tests/corpus/ and so a test.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
SLOW = 10.0  # seconds after which a reader is taken to go on without end
LONGEST = 200_000  # bytes that atheris makes
PAST_CHECKSUMS = 0.8
"""How many of the changed ZIPs are changed inside and packed again."""
WATCHED = ["soc2desk"]
MET: set[tuple[object, ...]] = set()
"""Faults that were told: one is kept once, however many bytes lead to it."""


def main() -> int:
    """Try every reader that was named, else all; return 1 when one of them broke."""
    asked = _asked()
    if asked.alone:
        _with_atheris(asked.readers[0], asked.seconds, asked.out)
    from tests.fuzzing.targets import TARGETS

    if unknown := [name for name in asked.readers if name not in TARGETS]:
        print(f"There is no reader {', '.join(unknown)}. Known: {', '.join(TARGETS)}.")
        return 2
    names = asked.readers or list(TARGETS)
    guided = importlib.util.find_spec("atheris") is not None and not asked.blind
    if not guided:
        print(
            "atheris is not installed or not wanted (pip install 'soc2desk[fuzz]'): bytes are changed by chance alone."
        )
    broken = [name for name in names if not (_guided if guided else _blind)(name, asked.seconds, asked.out / name)]
    print(f"{len(names) - len(broken)} of {len(names)} readers gave a value or a sentence for all they were given.")
    for name in broken:
        print(f"BROKEN {name}: see {asked.out / name}; copy the file to tests/corpus/{name}/ and it is a test.")
    return 1 if broken else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readers", nargs="*", metavar="READER", help="a name of tests/fuzzing/targets.py; all without")
    parser.add_argument("--seconds", type=float, default=60, help="for each reader")
    parser.add_argument("--out", type=Path, default=Path("out/fuzz"), help="where found bytes are kept")
    parser.add_argument("--blind", action="store_true", help="by chance alone, also where atheris is there")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _blind(name: str, seconds: float, out: Path) -> bool:
    """Change sound bytes by chance until the time is over; return whether the reader held."""
    from tests.fuzzing.mutations import mutated
    from tests.fuzzing.seeds import seeds
    from tests.fuzzing.targets import TARGETS

    began, tried, held = time.monotonic(), 0, True
    given, first = seeds(name), random.SystemRandom().randrange(2**32)
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() - began < seconds:
            chance = random.Random(first + tried)  # noqa: S311 - chance, not a secret
            raw = mutated(chance.choice(given), chance.choice(given), TARGETS[name].words, chance)
            held &= _try(name, raw, Path(folder), out)
            tried += 1
    print(f"{name}: {tried:,} tried")
    return held


def _try(name: str, raw: bytes, folder: Path, out: Path) -> bool:
    from tests.fuzzing.targets import try_out

    began = time.process_time()  # a busy machine is no fault of the reader
    try:
        try_out(name, raw, folder)
    except Exception as fault:  # noqa: BLE001 - any fault is what is looked for
        said = f"{type(fault).__name__}: {fault}"
        met = (type(fault).__name__, *traceback.extract_tb(fault.__traceback__)[-1][:2])
        if met in MET:
            return False
        MET.add(met)
    else:
        took = time.process_time() - began
        if took < SLOW:
            return True
        said = f"took {took:.0f} seconds"
    out.mkdir(parents=True, exist_ok=True)
    kept = out / f"broke-{hashlib.sha256(raw).hexdigest()[:12]}"
    kept.write_bytes(raw)
    print(f"{name}: {kept}: {said[:300]}")
    return False


def _guided(name: str, seconds: float, out: Path) -> bool:
    """Let atheris make the bytes, in a process of its own, for it ends its process."""
    out.mkdir(parents=True, exist_ok=True)
    log = out / "log"
    own = [sys.executable, __file__, name, "--alone", "--seconds", str(seconds), "--out", str(out)]
    with log.open("wb") as file:
        done = subprocess.run(own, check=False, stdout=file, stderr=subprocess.STDOUT)
    said = re.search(r"Done (\d+) runs", log.read_text(encoding="utf-8", errors="replace"))
    print(f"{name}: {int(said[1]):,} tried" if said else f"{name}: stopped, see {log}")
    return done.returncode == 0


def _with_atheris(name: str, seconds: float, out: Path) -> None:
    import atheris

    # What is watched has to be loaded under its eyes.
    with atheris.instrument_imports(include=WATCHED):
        from tests.fuzzing.mutations import with_a_part_changed
        from tests.fuzzing.seeds import seeds
        from tests.fuzzing.targets import TARGETS, try_out

    begun = out / "found"
    begun.mkdir(parents=True, exist_ok=True)
    for raw in seeds(name):
        (begun / hashlib.sha256(raw).hexdigest()[:16]).write_bytes(raw)
    words = out / "words"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in TARGETS[name].words if word), encoding="ascii")

    def change(raw: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311 - chance, not a secret
        if raw.startswith(b"PK\x03\x04") and chance.random() < PAST_CHECKSUMS:
            return with_a_part_changed(raw, lambda part: atheris.Mutate(part, max(most, 1)), chance)[:most]
        return bytes(atheris.Mutate(raw, most))

    with tempfile.TemporaryDirectory() as folder:
        told = [
            f"-max_total_time={int(seconds) or 1}",
            f"-timeout={int(SLOW)}",
            f"-max_len={LONGEST}",
            f"-artifact_prefix={out}/",
        ]
        given = [name, *told, f"-dict={words}", str(begun)]
        atheris.Setup(given, lambda raw: try_out(name, raw, Path(folder)), custom_mutator=change)
        atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "surrogatepass")[:60])


if __name__ == "__main__":
    sys.exit(main())
