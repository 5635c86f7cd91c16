"""Same answers, content, date and day of making: same bytes, in any process, language and number of processes.

Blank forms bear the day of the clock where the person is; a choice of documents without forms is the same in any zone.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import DAY, NAME, SAMPLES, alone, tree
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from pathlib import Path

ONE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LANG": "C", "LC_ALL": "C", "jobs": "1"}
OTHER = {"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LANG": "fr_CA.UTF-8", "LC_ALL": "", "jobs": "2"}

WHOLE = pytest.mark.skipif(not IS_THOROUGH, reason="make validate builds the whole twice")


def built(out: Path, wishes: tuple[str, ...], **environment: str) -> dict[str, str]:
    source = SAMPLES / "tamarack.yaml"
    done = alone("build", source, "--out", out, "--date", DAY, *wishes, "--quiet", **environment)
    assert done.returncode == 0, done.stderr
    return tree(out)


@pytest.mark.parametrize(
    "wishes",
    [
        pytest.param(("--only", "POL-IRP", "REG-MTX", "DSC", "--formats", "docx,pdf,xlsx,html"), id="some"),
        pytest.param(("--formats", "docx,pdf,xlsx,html,md"), id="all", marks=(pytest.mark.slow, WHOLE)),
    ],
)
def test_two_processes_make_the_same_packet(wishes: tuple[str, ...], tmp_path: Path) -> None:
    zones = {} if "--only" in wishes else {"TZ": of_one_day()}
    made = [
        built(tmp_path / env["PYTHONHASHSEED"], (*wishes, "--jobs", env["jobs"]), **env | zones) for env in (ONE, OTHER)
    ]
    assert made[0] == made[1]


def of_one_day() -> str:
    """Return a zone far from its next midnight: both processes are to see the same day."""
    return "Pacific/Auckland" if datetime.now(tz=UTC).hour < 10 else "America/St_Johns"


def test_a_second_build_over_the_first_changes_nothing_and_the_zip_is_named_by_one_fingerprint(tmp_path: Path) -> None:
    wishes = ("--only", "POL-ACP", "--formats", "docx,pdf", "--jobs", "1")
    first = built(tmp_path / "out", wishes)
    assert built(tmp_path / "out", wishes) == first
    manifest = (tmp_path / "out" / NAME / "manifest.json").read_bytes()
    seal = (tmp_path / "out" / NAME / "manifest.sha256").read_text(encoding="ascii")
    assert seal == f"{hashlib.sha256(manifest).hexdigest()}  manifest.json\n"
    assert f"{NAME}.zip" in first
