"""A questionnaire that LibreOffice saved, which drops the tags of controls, says what it said before."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.answers_plan import plan_answers
from tests.app.asked_clients import (
    EVERY_KIND,
    PEOPLE,
    SIGNER,
    answered_word,
    answered_workbook,
    answering,
    asked,
    client,
)
from tests.renderers.office import OFFICE, is_here
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not is_here(), reason="LibreOffice is not on this computer"),
    pytest.mark.skipif(not IS_THOROUGH, reason="make validate saves questionnaires with LibreOffice"),
]

WAYS = (("a.docx", ("docx",)), ("a.docx", ("odt", "docx")), ("a.xlsx", ("xlsx",)), ("a.xlsx", ("ods", "xlsx")))
FILL = {"a.docx": answered_word, "a.xlsx": answered_workbook}


def saved(file: Path, kinds: tuple[str, ...], folder: Path) -> Path:
    """Return a file as LibreOffice saves it in one kind after the other."""
    for number, kind in enumerate(kinds):
        target = folder / f"saved-{number}"
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            OFFICE,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            kind,
            "--outdir",
            str(target),
            str(file),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        file = target / f"{file.stem}.{kind}"
    return file


@pytest.mark.parametrize(("name", "kinds"), WAYS)
def test_every_kind_of_answer_comes_back_the_same_after_libreoffice_saved_it(
    tmp_path: Path, name: str, kinds: tuple[str, ...]
) -> None:
    session = answering(tmp_path)
    file = saved(FILL[name](asked(session, tmp_path / name)), kinds, tmp_path)
    plan = plan_answers(session, file)
    assert plan.unread == ()
    assert plan.is_signed
    session.put(plan.puts(plan.usual), "Answers")
    assert dict(session.plain["answers"]) == EVERY_KIND
    assert dict(session.plain["people"]) == SIGNER | PEOPLE


@pytest.mark.parametrize("name", FILL)
def test_an_empty_one_that_was_saved_says_nothing(tmp_path: Path, name: str) -> None:
    session = client(tmp_path)
    plan = plan_answers(session, saved(asked(session, tmp_path / name), (name[-4:],), tmp_path))
    assert (plan.proposals, plan.unread) == ((), ())


@pytest.mark.parametrize("name", FILL)
def test_what_stood_printed_in_it_comes_back_as_it_stands_here(tmp_path: Path, name: str) -> None:
    session = answering(tmp_path)
    plan = plan_answers(session, FILL[name](asked(session, tmp_path / name)))
    session.put(plan.puts(plan.usual), "Answers")
    again = asked(session, tmp_path / f"again{name[1:]}", every=True)
    plan = plan_answers(session, saved(again, (name[-4:],), tmp_path))
    assert (plan.to_take, plan.unread) == ((), ())
