"""Every question is there for something."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import soc2desk
from soc2desk.domain.questions import Page, Question, QuestionKind
from soc2desk.lint.checks.questions_used import USED_BY_CODE
from tests.lint.broken import seen, shipped, with_control


def _with_spare() -> tuple[Page, ...]:
    page = shipped().pages[0]
    spare = Question("spare", QuestionKind.TEXT, "Anything else?")
    return (replace(page, questions=(*page.questions, spare)), *shipped().pages[1:])


def test_a_question_nothing_uses_is_named() -> None:
    (fault,) = seen("questions-used", replace(shipped(), pages=_with_spare()))
    assert fault.message == "Nothing uses the answer to spare."


def test_a_question_whose_only_use_goes_is_named_by_its_line() -> None:
    bare = replace(shipped(), templates=())
    assert any(fault.where.startswith("resources/interview/") for fault in seen("questions-used", bare))


def test_a_statement_that_prints_it_is_a_use() -> None:
    used = with_control("GOV-01", statement="Also {{ spare }}.", uses=("spare",))
    assert seen("questions-used", replace(used, pages=_with_spare())) == ()


def test_what_code_is_said_to_use_it_does_use() -> None:
    package = Path(soc2desk.__file__).parent
    code = "".join(p.read_text(encoding="utf-8") for p in package.rglob("*.py") if "lint" not in p.parts)
    assert [name for name in USED_BY_CODE if f'"{name}"' not in code] == []


def test_every_exception_is_a_question_of_ours() -> None:
    assert set(USED_BY_CODE) <= shipped().questions.keys()
