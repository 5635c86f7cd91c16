"""Silence is not taken for a good answer: who was not asked, and who did not answer, is told apart from no weakness."""

from __future__ import annotations

import json
import sys

from tools.release.audit import Audit, asked

SOUND = {"name": "one", "version": "1.0", "vulns": []}
WEAK = {"name": "two", "version": "1.0", "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["1.1", "2.0"]}]}
SILENT = {"name": "three", "skip_reason": "not found"}


def answer(*packages: dict[str, object], code: int = 0) -> Audit:
    said = json.dumps({"dependencies": packages, "fixes": []})
    return asked([sys.executable, "-c", f"print({said!r}); raise SystemExit({code})"])


def test_no_weakness_is_known_when_there_was_an_answer_for_each() -> None:
    assert answer(SOUND) == Audit()
    assert answer(SOUND).whole


def test_a_known_weakness_is_told_with_the_versions_that_mend_it() -> None:
    assert answer(SOUND, WEAK, code=1).known == ("two 1.0: PYSEC-2026-1, mended in 1.1, 2.0",)


def test_a_package_that_nobody_answered_for_is_not_taken_for_a_sound_one() -> None:
    found = answer(SOUND, SILENT)
    assert not found.whole
    assert found.unanswered == ("three",)


def test_no_network_and_no_program_are_told_as_such() -> None:
    offline = "import sys; sys.exit('a long trace\\nConnectionError: no such host')"
    assert asked([sys.executable, "-c", offline]).why_not == "ConnectionError: no such host"
    assert "No module named" in asked([sys.executable, "-m", "no_such_program_at_all"]).why_not
    assert asked([sys.executable, "-c", ""]).why_not == "it gave no answer"
    assert not asked([sys.executable, "-c", "print('{}')"]).whole
