"""What is handed out: wheel and source archive hold all that is needed and nothing else, and the wheel works."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from collections.abc import Iterable

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
MAPPED = ("policy_templates", "resources")
KINDS = {
    "soc2desk": {".py"},
    "policy_templates": {".md"},
    "resources": {".yaml", ".docx", ".icc", ".ttf", ".txt", ".svg", ".png"},
}
TWINS = {"soc2desk/resources/catalogue.json", "soc2desk/resources/window-words-en.json"}
MADE_BY_RUNNING = (".git", ".venv", "out", "build", "dist", "__pycache__", ".*_cache", ".hypothesis")
JUNK = (
    "out/packet/index.html",
    "build/anything.txt",
    "soc2desk/__pycache__/app.cpython-311.pyc",
    "resources/.DS_Store",
    "policy_templates/en/policies/.access-control.md.swp",
)
NO_WINDOW = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name + " is blocked")
sys.meta_path.insert(0, Blocked())
"""


def build(source: Path, target: Path, *which: str) -> Path:
    """Build from a folder and return the one file made."""
    command = [sys.executable, "-m", "hatchling", "build", *which, "-d", str(target)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(target.iterdir())


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project in a folder with a space in its name, with the litter of a day's work in it."""
    copy = tmp_path_factory.mktemp("a day") / "soc2 desk"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*MADE_BY_RUNNING))
    for path in JUNK:
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_text("junk", encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(checkout, tmp_path_factory.mktemp("wheel"), "-t", "wheel")


@pytest.fixture(scope="module")
def sdist(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(checkout, tmp_path_factory.mktemp("sdist"), "-t", "sdist")


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment in which the installed wheel is found, and PySide6 is not."""
    folder, blocker = tmp_path_factory.mktemp("installed"), tmp_path_factory.mktemp("blocker")
    (blocker / "sitecustomize.py").write_text(NO_WINDOW, encoding="utf-8")
    options = ("--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", "--target", str(folder))
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(wheel)], check=True)
    home = {"SOC2DESK_HOME": str(folder / "home"), "SOC2DESK_CACHE": str(folder / "cache")}
    return {**os.environ, **home, "PYTHONPATH": os.pathsep.join((str(blocker), str(folder))), "INSTALLED": str(folder)}


def run(environment: dict[str, str], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def sources() -> dict[str, Path]:
    """Return the project's own files of the kinds that travel, by their paths in a wheel."""
    found = {}
    for folder, kinds in KINDS.items():
        for path in (ROOT / folder).rglob("*"):
            name = path.relative_to(ROOT).as_posix()
            if path.suffix in kinds and "__pycache__" not in path.parts:
                found[f"soc2desk/{name}" if folder in MAPPED else name] = path
    return found


def litter(names: Iterable[str]) -> list[str]:
    return [name for name in names if any(name.endswith(Path(junk).name) or "/out/" in name for junk in JUNK)]


def test_the_wheel_holds_the_program_its_content_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    about = {name for name in names if ".dist-info/" in name}
    assert names - about == sources().keys() | TWINS
    assert {name.partition(".dist-info/")[2] for name in about} == {
        "METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE",
    }  # fmt: skip


@pytest.mark.parametrize(
    "path",
    [
        "soc2desk/policy_templates/en/policies/access-control.md",
        "soc2desk/resources/brand/base.docx",
        "soc2desk/resources/brand/base-classic.docx",
        "soc2desk/resources/brand/base-modern.docx",
        "soc2desk/resources/brand/srgb.icc",
        "soc2desk/resources/samples/brightwater.yaml",
        "soc2desk/resources/words/en/controls.yaml",
    ],
)
def test_what_the_program_cannot_do_without_is_in_the_wheel(wheel: Path, path: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read(path) == (ROOT / path.removeprefix("soc2desk/")).read_bytes()


def test_the_source_archive_holds_what_is_needed_to_work_on_it_and_no_litter(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = {"pyproject.toml", "Makefile", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"}
    needed |= {"constraints.txt", ".ci/run", "tools/build_hook.py", "tests/test_packaging.py"}
    needed |= {"docs/manual.md", "docs/design.md"}
    needed |= {path.relative_to(ROOT).as_posix() for path in sources().values()}
    assert needed - names == set()
    assert litter(names) == []


def test_a_wheel_made_from_the_source_archive_has_the_same_bytes(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    folder = next(tmp_path.iterdir())
    assert build(folder, tmp_path / "again", "-t", "wheel").read_bytes() == wheel.read_bytes()


def test_the_installed_wheel_makes_a_project_and_a_packet_in_every_format_and_verifies_it_without_qt(
    installed: dict[str, str], tmp_path: Path
) -> None:
    assert "is blocked" in run(installed, tmp_path, "-c", "import PySide6").stderr
    where = run(installed, tmp_path, "-c", "import soc2desk; print(soc2desk.__file__)").stdout
    assert where.startswith(installed["INSTALLED"])
    here = ("--workspace", "workspace")
    command("new", "acme", "--sample", "brightwater", *here, by=installed, at=tmp_path)
    wanted = ("--only", "POL-ACP", "REC-OWN", "REC-UAR", "--formats", "docx,pdf,xlsx,html", "--jobs", "1")
    command("build", "acme", *wanted, *here, "--out", "out", by=installed, at=tmp_path)
    assert {path.suffix for path in (tmp_path / "out").rglob("*.*")} >= {".docx", ".pdf", ".xlsx", ".html"}
    verify_all_in(tmp_path / "out", installed)


@pytest.mark.skipif(not IS_THOROUGH, reason="make validate builds the whole demo; a packet of three documents is built")
def test_the_installed_wheel_builds_and_verifies_the_demo_without_qt(installed: dict[str, str], tmp_path: Path) -> None:
    command("demo", "--out", "out", by=installed, at=tmp_path)
    verify_all_in(tmp_path / "out", installed)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def command(*words: str, by: dict[str, str], at: Path) -> None:
    done = run(by, at, "-m", "soc2desk", *words)
    assert done.returncode == 0, done.stderr + done.stdout


def verify_all_in(out: Path, installed: dict[str, str]) -> None:
    """Verify each packet in a folder, as a folder and as a ZIP."""
    archives = list(out.glob("*.zip"))
    assert archives
    for packet in (one for archive in archives for one in (archive, archive.with_suffix(""))):
        command("verify", str(packet), by=installed, at=out)


def test_the_installed_wheel_reads_its_own_twins_and_keeps_none(installed: dict[str, str], tmp_path: Path) -> None:
    listed = run(installed, tmp_path, "-m", "soc2desk", "content", "list")
    assert listed.returncode == 0, listed.stderr
    script = "from soc2desk.app.desk import open_desk; print(open_desk().window_words['frame.app'])"
    words = run(installed, tmp_path, "-c", script)
    assert (words.returncode, words.stdout) == (0, "soc2desk\n"), words.stderr
    assert not Path(installed["SOC2DESK_CACHE"]).exists()


def test_the_command_that_is_installed_is_the_program(installed: dict[str, str], tmp_path: Path) -> None:
    script = (
        "from importlib.metadata import distribution\n"
        "command, = distribution('soc2desk').entry_points.select(group='console_scripts')\n"
        "print(command.name); raise SystemExit(command.load()(['projects', '--quiet']))"
    )
    done = run(installed, tmp_path, "-c", script)
    assert (done.returncode, done.stdout) == (0, "soc2desk\n"), done.stderr
