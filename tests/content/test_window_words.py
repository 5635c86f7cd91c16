"""The words of the window: read from a twin at the start, never against their files."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import open_desk
from soc2desk.content import shipped
from soc2desk.content.load import load
from soc2desk.content.packs import content_files
from soc2desk.content.window_words import load_window_words, window_languages, write_window_twin
from soc2desk.domain.problems import ContentProblem, SeveralProblems

if TYPE_CHECKING:
    from pathlib import Path

WHAT_IS_LOADED = """
import sys
from datetime import date
from pathlib import Path
from soc2desk.app.desk import Desk
count = len(Desk(Path(), date(2026, 11, 20)).window_words)
print(count > 0, sorted({"yaml", "msgspec", "jinja2", "platformdirs"} & sys.modules.keys()))
"""


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of resources with two topics in it, in place of ours."""
    folder = tmp_path / "resources"
    monkeypatch.setattr(shipped, "resources", lambda: folder)
    write(folder, "home", "start:\n  title: Start a packet\n  button: Start\n")
    write(folder, "frame", "answered: '{done} of {total} answered'\n")
    return folder


def write(resources: Path, topic: str, text: str, language: str = "en") -> Path:
    path = resources / "words" / language / "window" / f"{topic}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.usefixtures("cache")
def test_a_text_is_found_by_its_file_and_keys(resources: Path) -> None:
    assert load_window_words() == {
        "frame.answered": "{done} of {total} answered",
        "home.start.title": "Start a packet",
        "home.start.button": "Start",
    }


@pytest.mark.usefixtures("cache")
def test_our_own_words_are_there() -> None:
    words = load_window_words()
    assert words["frame.app"] == "soc2desk"
    assert words["frame.saved"] == "All changes saved"
    assert window_languages() == ("en",)


@pytest.mark.usefixtures("cache")
def test_what_the_twin_says_is_what_the_files_say(resources: Path) -> None:
    assert load_window_words() == load_window_words()


@pytest.mark.usefixtures("cache")
def test_with_a_twin_the_desk_gives_them_without_a_parser() -> None:
    load_window_words()
    said = subprocess.run([sys.executable, "-c", WHAT_IS_LOADED], capture_output=True, text=True, check=True)
    assert said.stdout == "True []\n"


@pytest.mark.usefixtures("cache")
def test_a_changed_text_is_seen_at_the_next_start(resources: Path) -> None:
    load_window_words()
    write(resources, "frame", "answered: Done\n")
    assert load_window_words()["frame.answered"] == "Done"
    write(resources, "frame", "said: Done\n")
    assert "frame.answered" not in load_window_words()


@pytest.mark.parametrize("damage", ["shorter", "changed", "empty", "another shape", "no JSON", "a folder"])
def test_a_twin_that_was_touched_is_ignored(cache: Path, resources: Path, damage: str) -> None:
    first = load_window_words()
    (file,) = cache.iterdir()
    content = file.read_bytes()
    match damage:
        case "shorter":
            file.write_bytes(content[:-10])
        case "changed":
            file.write_bytes(content.replace(b"Start a packet", b"Stop a packet"))
        case "empty":
            file.write_bytes(b"")
        case "another shape":
            file.write_text(json.dumps([1]))
        case "no JSON":
            file.write_bytes(b"\xff\xfe\x00")
        case _:
            file.unlink()
            file.mkdir()
    assert load_window_words() == first


def test_a_cache_that_cannot_be_written_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, resources: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("SOC2DESK_CACHE", str(blocked / "cache"))
    assert load_window_words()["home.start.button"] == "Start"


def test_the_shipped_twin_is_read_first(cache: Path, resources: Path) -> None:
    write_window_twin(resources / "window-words-en.json")
    assert load_window_words()["home.start.button"] == "Start"
    assert not cache.exists()


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        ("a: one\nb:\n  c: x\n  c: y\n", "c stands here twice", 4),
        ("a: one\nb:\n", "odd.b should be text", 2),
        ("a: one\nb:\n- x\n", "odd.b should be text", 2),
        ("b:\n  c: x\nb.c: y\n", "odd.b.c stands here for the second time", 3),
        ("just text\n", "should hold keys", 1),
    ],
)
def test_what_is_no_text_by_one_key_is_named_with_its_line(resources: Path, text: str, says: str, line: int) -> None:
    write(resources, "odd", text)
    with pytest.raises(ContentProblem) as caught:
        load_window_words()
    assert says in caught.value.message
    assert caught.value.where == f"resources/words/en/window/odd.yaml, line {line}"


@pytest.mark.usefixtures("cache")
def test_several_faults_are_told_together(resources: Path) -> None:
    write(resources, "odd", "a:\nb:\n")
    with pytest.raises(SeveralProblems) as caught:
        load_window_words()
    assert len(caught.value.problems) == 2


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("language", ["fr", "../en", ""])
def test_a_language_the_window_does_not_speak_is_refused(resources: Path, language: str) -> None:
    with pytest.raises(ContentProblem, match="The window has no words in the language"):
        load_window_words(language)


def test_a_language_is_a_folder_with_files(resources: Path) -> None:
    write(resources, "frame", "back: Retour\n", language="fr")
    (resources / "words" / "de" / "window").mkdir(parents=True)
    assert window_languages() == ("en", "fr")


@pytest.mark.usefixtures("cache")
def test_they_are_no_part_of_the_content() -> None:
    assert not [place for place in content_files(None, "en") if "/window/" in place]
    assert "app" not in load().phrases


def test_a_firm_cannot_replace_them(tmp_path: Path) -> None:
    write(tmp_path / "firm" / "resources", "frame", "app: ours\n")
    with pytest.raises(ContentProblem, match="words of the window cannot be replaced") as caught:
        content_files(tmp_path / "firm", "en")
    assert caught.value.where == "firm/resources/words/en/window/frame.yaml"


@pytest.mark.usefixtures("cache")
def test_the_desk_reads_them_once() -> None:
    desk = open_desk()
    assert desk.window_words is desk.window_words
