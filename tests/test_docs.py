"""What is written about the program is true of the program."""

from __future__ import annotations

import argparse
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from soc2desk import __version__
from soc2desk.cli.main import COMMANDS, parser
from tests.test_architecture import DOORS, MAY_IMPORT

ROOT = Path(__file__).resolve().parents[1]
README, MANUAL, DESIGN, MAKEFILE = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/manual.md", "docs/design.md", "Makefile")
)
WINDOW = (ROOT / "docs/window.md").read_text(encoding="utf-8")
SECURITY = (ROOT / "docs/security.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PAGES = (
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/manual.md", "docs/design.md", "docs/library.md",
    "docs/window.md", "docs/locked-files.md", "docs/security.md",
)  # fmt: skip


def commands() -> dict[str, argparse.ArgumentParser]:
    actions = parser()._actions
    return next(dict(action.choices) for action in actions if isinstance(action, argparse._SubParsersAction))


def section(name: str) -> str:
    """Return the manual's section of a command."""
    found = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", MANUAL, re.DOTALL | re.MULTILINE)
    return found.group(1) if found else ""


def options(command: argparse.ArgumentParser) -> list[str]:
    """Return the long options of a command and of its acts, but those that every command has."""
    every = {"--help", "--workspace", "--quiet"}
    actions = [action for one in with_acts(command) for action in one._actions]
    return [name for action in actions for name in action.option_strings if name.startswith("--")
            and name not in every]  # fmt: skip


def with_acts(command: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """Return a command with the acts that it offers: training list, training add."""
    acts = [action.choices for action in command._actions if isinstance(action, argparse._SubParsersAction)]
    return [command, *(act for choices in acts for act in choices.values())]


def lines_of_code(page: str, first_word: str) -> list[str]:
    """Return what a page tells a person to type, without the comments beside it."""
    blocks = "\n".join(re.findall(r"```[a-z]*\n(.*?)```", page, re.DOTALL)).replace("\\\n", " ")
    return [line.split(" #")[0].strip() for line in blocks.splitlines() if line.startswith(first_word)]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_and_explains_each_option(name: str) -> None:
    command = commands()[name]
    assert command.description
    explained = {action.dest: action.help for one in with_acts(command) for action in one._actions}
    assert [dest for dest, text in explained.items() if not text] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_manual_with_all_its_options(name: str) -> None:
    described = section(name)
    assert f"soc2desk {name}" in described
    assert [option for option in options(commands()[name]) if option not in described] == []


def test_the_table_at_the_head_of_the_manual_leads_to_every_command() -> None:
    table = MANUAL.partition("\n## ")[0]
    assert [name for name in COMMANDS if f"[{name}](#{name})" not in table] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_manual_names_no_option_that_a_command_does_not_have(name: str) -> None:
    named = re.findall(r"(?<![\w-])--[a-z][a-z-]+", section(name))
    assert set(named) - set(options(commands()[name])) <= {"--workspace", "--quiet"}


@pytest.mark.parametrize("page", [README, MANUAL], ids=["readme", "manual"])
def test_each_line_that_a_person_may_type_is_understood(page: str) -> None:
    typed = [line for line in lines_of_code(page, "soc2desk ") if not re.search(r"\[|\||\.\.\.", line)]
    assert typed
    for line in typed:
        words = shlex.split(line.split(" >")[0])[1:]
        assert parser().parse_args(words).command == words[0]


def test_the_readme_names_verbs_that_make_has_and_make_help_names_them_all() -> None:
    targets = set(re.findall(r"^\.PHONY:(.*)$", MAKEFILE, re.MULTILINE)[0].split())
    helped = set(re.findall(r'echo "make (\w+)', MAKEFILE))
    named = set(re.findall(r"(?:^|`)make (\w+)", README, re.MULTILINE))
    assert named <= targets
    assert {"demo", "test"} <= named
    assert helped == targets - {"help"}


@pytest.mark.parametrize("page", [README, section("build")], ids=["readme", "manual"])
def test_every_folder_of_a_packet_is_explained(page: str) -> None:
    from soc2desk.packet.plan import FOLDERS

    assert set(re.findall(r"\b(?:0\d|10)-[a-z-]+\b", page)) == set(FOLDERS.values())


def test_the_manual_lists_every_exit_code() -> None:
    from soc2desk.cli import main
    from soc2desk.domain import problems

    tree = [problems.Problem, *problems.Problem.__subclasses__()]
    codes = {kind.exit_code for kind in tree} | {0, 1, main.INTERRUPTED, main.FAULT, main.USAGE}
    listed = section("For every command").partition("### Exit codes")[2].partition("###")[0]
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", listed, re.MULTILINE)} == codes


def test_every_dependency_stands_in_the_design_with_its_reason_and_its_door() -> None:
    wanted = {re.split(r"[<>=;\[ ]", one)[0] for one in PROJECT["project"]["dependencies"]}
    rows = dict(re.findall(r"^\| `([\w.-]+)` \| (.+) \|$", DESIGN, re.MULTILINE))
    assert wanted <= rows.keys()
    assert [name for name in wanted if len(rows[name].split("|")) < 2 or len(rows[name].split()) < 8] == []


def test_the_design_shows_every_floor_there_is() -> None:
    picture = DESIGN.partition("```")[2].partition("```")[0]
    assert [folder for folder in MAY_IMPORT if folder not in picture] == []
    assert DOORS.keys() <= set(re.findall(r"`([\w]+)`", DESIGN))


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target, _, anchor in (link.partition("#") for link in re.findall(r"\]\(([^)]+)\)", text)):
        if target.startswith("https:"):
            continue
        there = (ROOT / page).parent / target if target else ROOT / page
        assert there.exists(), target
        headings = re.findall(r"^#+ (.+)$", there.read_text(encoding="utf-8"), re.MULTILINE) if anchor else ()
        anchors = {re.sub("[,']", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert not anchor or anchor in anchors, anchor


def test_every_promise_of_security_names_tests_and_each_of_them_exists() -> None:
    promised = re.findall(r"^\| (.+) \| (`tests/.+) \|$", SECURITY.partition("## What is promised")[2], re.MULTILINE)
    table = [line for line in SECURITY.partition("## What is promised")[2].splitlines() if line.startswith("| ")]
    assert len(promised) == len([line for line in table if line != "| promise | shown by |"]) > 30
    named = re.findall(r"`(tests/[^`]+)`", SECURITY)
    assert [name for name in named if not is_test(*name.split("::"))] == []


def is_test(file: str, name: str) -> bool:
    """Tell whether there is a test of this name in this file."""
    path = ROOT / file
    return path.is_file() and f"\ndef {name}(" in path.read_text(encoding="utf-8")


def test_the_guide_to_the_window_has_every_page_in_the_order_of_the_list_and_an_index_of_them() -> None:
    from soc2desk.app.pages import AFTERWARDS, ASKING, CHECKING, PACKET, RUNNING
    from soc2desk.content.window_words import load_window_words

    words = load_window_words("en")
    titles = [words[f"frame.page_title.{page}"] for page in (*ASKING, *CHECKING, *RUNNING, PACKET, *AFTERWARDS)]
    index, _, _ = WINDOW.partition("\n## ")
    for found in (re.findall(r"^## (.+)$", WINDOW, re.MULTILINE), re.findall(r"\[(.+?)\]\(#", index)):
        assert [title for title in found if title in titles] == titles


def test_the_changelog_knows_this_version() -> None:
    assert __version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_how_to_take_part_is_read_in_a_few_minutes() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()) < 80
