"""The words of the window can be filled, claim nothing, and are the same in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from soc2desk.content import shipped
from soc2desk.lint.checks.window_words import faults_in
from tests.lint.broken import seen
from tests.lint.broken import shipped as content

ENGLISH = {"frame.back": "Back", "frame.answered": "{done} of {total} answered"}


def said(words: dict[str, str]) -> list[str]:
    return [message for message, _, _ in faults_in(words, words, "en")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        ("{done of", "cannot be filled"),
        ("{} of {total}", "cannot be filled"),
        ("{0}", "cannot be filled"),
        ("{done.day}", "cannot be filled"),
        ("{done!r}", "cannot be filled"),
        ("{done:>5}", "cannot be filled"),
        ("Done!", "does not raise its voice"),
        ("You are compliant.", "a claim nobody may make"),
    ],
)
def test_a_text_that_cannot_stand_in_the_window_is_named(text: str, says: str) -> None:
    assert any(says in message for message in said({"frame.odd": text}))


@pytest.mark.parametrize("text", ["{done} of {total} answered", "Braces {{ and }} in a text", "Plain"])
def test_a_text_that_can_is_left_alone(text: str) -> None:
    assert said({"frame.fine": text}) == []


def test_another_language_has_the_same_texts_with_the_same_fields() -> None:
    french = {"frame.answered": "{done} sur {all}", "frame.retour": "Retour"}
    faults = {where: message for message, where, _ in faults_in(french, ENGLISH, "fr")}
    assert faults == {
        "resources/words/fr/window/frame.yaml, answered": "The fields of frame.answered are not those of en.",
        "resources/words/fr/window/frame.yaml, retour": "There is no text frame.retour in en.",
        "resources/words/fr/window/frame.yaml, back": "The text frame.back is missing in fr.",
    }


def test_the_check_reads_what_the_window_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    topic = tmp_path / "words" / "en" / "window" / "frame.yaml"
    topic.parent.mkdir(parents=True)
    topic.write_text("back: Back!\n", encoding="utf-8")
    catalogue = content()
    monkeypatch.setenv("SOC2DESK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(shipped, "resources", lambda: tmp_path)
    monkeypatch.setattr("soc2desk.lint.check.Places.find", lambda _places, where: where)
    (fault,) = seen("window-words", catalogue)
    assert fault.where == "resources/words/en/window/frame.yaml, back"
