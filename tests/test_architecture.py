"""How the house stands: imports run downward only, each library has one door, and nothing grows past reading."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "soc2desk"

GROUND = ("domain", "reading")
WINGS = ("content", "document", "readiness", "storage")
MAY_IMPORT = {
    "domain": {"domain"},
    "reading": {"domain", "reading"},
    **{wing: {*GROUND, wing} for wing in WINGS},
    "renderers": {"domain", "document.blocks", "renderers"},
    "exports": {"domain", "exports"},
    "packet": {*GROUND, *WINGS, "renderers", "exports", "packet"},
    "lint": {*GROUND, *WINGS, "renderers", "lint"},
    "app": {*GROUND, *WINGS, "renderers", "exports", "packet", "lint", "app"},
    "cli": {"domain", "app", "cli"},
    "desktop": {"domain", "app", "desktop"},
    "__main__": {"cli", "desktop"},
}
"""Every folder of the package, with what it may import, even for types alone."""

DOORS = {
    "PIL": ("storage.pictures",),
    "PySide6": ("desktop",),
    "bidi": ("renderers.pdf_sight",),
    "cryptography": ("storage.ciphers",),
    "docx": ("renderers.docx",),
    "filelock": ("storage",),
    "holidays": ("reading.days_off",),
    "icalendar": ("exports.calendar",),
    "jinja2": ("reading.expressions", "document.templates"),
    "lxml": ("renderers.docx",),
    "markdown_it": ("document.markdown",),
    "msgspec": ("reading",),
    "openpyxl": ("storage.workbooks",),
    "pikepdf": ("packet.merge_pdf",),
    "platformdirs": ("content.cache", "storage"),
    "pypdfium2": ("desktop",),
    "reportlab": ("renderers.pdf",),
    "resvg_py": ("renderers.picture_png", "storage.vector_pictures"),
    "rich": ("cli",),
    "tinydb": ("storage",),
    "uharfbuzz": ("renderers.font_files", "renderers.font_search", "renderers.pdf_shaping"),
    "xlsxwriter": ("renderers.xlsx",),
    "yaml": ("reading",),
}
"""Every library, with the modules whose names begin so and may import it."""

NETWORK = {"asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl", "telnetlib"}
NETWORK |= {"aiohttp", "httpx", "requests", "urllib3", "urllib.request", "webbrowser", "xmlrpc"}
CHANCE = {"random", "secrets", "uuid"}
CODE = {"code", "codeop", "dill", "marshal", "pickle", "pty", "runpy", "shelve", "subprocess"}
RUN_AS_CODE = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "yaml.load", "yaml.unsafe_load"}
FONTS_AND_FILES = {"reportlab.pdfbase"}
"""Nothing else of reportlab is used: markup in paragraphs, colours by name and pictures by address stand elsewhere."""

LONGEST_FILE = 300
LONGEST_FUNCTION = 40


@cache
def modules() -> dict[str, Path]:
    """Return every module of the package by its name inside the package; the package itself is ""."""
    paths = sorted((ROOT / PACKAGE).rglob("*.py"))
    found = {path: path.relative_to(ROOT / PACKAGE).with_suffix("").parts for path in paths}
    return {".".join(parts[:-1] if parts[-1] == "__init__" else parts): path for path, parts in found.items()}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(modules()[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> frozenset[str]:
    """Return full names of all that a module imports: at the top, late, and for types alone."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} uses a relative import"
            assert node.module is not None
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def own_imports(module: str) -> set[str]:
    """Return the modules of the package that a module imports, by their names inside it."""
    inside = (name.removeprefix(f"{PACKAGE}.") for name in imports(module) if name.split(".")[0] == PACKAGE)
    return {name if name in modules() else name.rpartition(".")[0] for name in inside}


def begins(name: str, starts: set[str] | tuple[str, ...]) -> bool:
    return any(name == start or name.startswith(f"{start}.") for start in starts)


def offenders(folder: str) -> list[str]:
    """Return what the modules of a folder import and may not; the package itself holds but the version."""
    here = [module for module in modules() if begins(module, (folder,))]
    found = [(module, name) for module in here for name in own_imports(module) if not begins(name, MAY_IMPORT[folder])]
    return [f"{module} imports {name or PACKAGE}" for module, name in found if name or folder == "domain"]


def functions(module: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def public(body: list[ast.stmt], owner: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Return public classes, functions and methods; what stands inside a function is nobody's to call."""
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield f"{owner}{node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{node.name}.")


def test_every_folder_of_the_package_stands_on_a_floor() -> None:
    assert {module.split(".")[0] for module in modules() if module} <= MAY_IMPORT.keys()


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_imports_run_downward_only_even_for_types(folder: str) -> None:
    found = offenders(folder)
    assert not found, "\n".join(found)


def test_the_domain_needs_the_standard_library_alone() -> None:
    names = {name.split(".")[0] for module in modules() if begins(module, ("domain",)) for name in imports(module)}
    assert names - set(sys.stdlib_module_names) == {PACKAGE}


def test_no_imports_run_in_a_circle_even_for_types() -> None:
    try:
        TopologicalSorter({module: own_imports(module) - {module} for module in modules()}).prepare()
    except CycleError as error:
        pytest.fail(f"These import each other: {' <- '.join(error.args[1])}")


def test_each_library_enters_by_its_own_door() -> None:
    strangers = [
        f"{module} imports {name}"
        for module in modules()
        for name in imports(module)
        if (library := name.split(".")[0]) != PACKAGE
        and library not in sys.stdlib_module_names
        and not module.startswith(DOORS.get(library, ()))
    ]
    assert not strangers, "\n".join(strangers)


@pytest.mark.parametrize("refused", [NETWORK, CHANCE, CODE], ids=["the network", "chance", "other programs"])
def test_nothing_reaches_for_the_network_for_chance_or_for_other_programs(refused: set[str]) -> None:
    found = [f"{module} imports {name}" for module in modules() for name in imports(module) if begins(name, refused)]
    assert not found, "\n".join(found)


def test_no_text_is_ever_run_as_code() -> None:
    calls = [(module, node) for module in modules() for node in ast.walk(tree(module)) if isinstance(node, ast.Call)]
    found = [f"{module}:{node.lineno}" for module, node in calls if ast.unparse(node.func) in RUN_AS_CODE]
    assert not found, "\n".join(found)


def test_of_reportlab_nothing_is_used_that_reads_markup_colours_or_addresses() -> None:
    used = {name for module in modules() for name in imports(module) if begins(name, {"reportlab"})}
    assert used
    assert not {name for name in used if not begins(name, FONTS_AND_FILES)}


def test_the_clock_is_read_in_one_place() -> None:
    readers = {
        module
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Attribute)
        and node.attr in {"now", "today", "utcnow", "time_ns"}
        # a field named today, read where the clock was read before, is no clock
        and ast.unparse(node.value) in {"date", "datetime", "datetime.date", "datetime.datetime", "time"}
    }
    assert readers == {"app.desk"}


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    lengths = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in modules().items()}
    long = {module: length for module, length in lengths.items() if length > LONGEST_FILE}
    assert not long, long


def test_no_function_is_longer_than_forty_lines() -> None:
    lengths = {
        f"{module}.{node.name}": node.end_lineno - node.lineno + 1
        for module in modules()
        for node in functions(module)
        if node.end_lineno is not None
    }
    long = {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}
    assert not long, long


def test_every_public_thing_says_what_a_person_gets() -> None:
    silent = [
        f"{module}.{name}"
        for module in modules()
        for name, node in public(tree(module).body)
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(node) is None
    ]
    assert not silent, "\n".join(silent)


@pytest.mark.parametrize("arguments", [("-c", "import soc2desk.app.desk"), ("-m", PACKAGE, "--help")])
def test_the_program_starts_without_its_heavy_libraries(arguments: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert PACKAGE in loaded
    assert loaded & {"docx", "reportlab", "xlsxwriter", "PySide6", "PIL", "pypdfium2", "jinja2", "lxml"} == set()
    assert "cryptography" not in loaded
