"""Presets: usual answers under a name, read as a stranger's, and suggested only after a look."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.presets import (
    PresetPlan,
    What,
    find_preset,
    list_presets,
    may_stand,
    open_preset,
    plan_preset,
    preset_lines,
    save_preset,
)
from soc2desk.app.session import open_session
from soc2desk.app.transfer import change, new_project
from soc2desk.domain.answers import Answer
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.problems import FileProblem, ProjectProblem, UsageProblem
from soc2desk.domain.project import Project
from tests.composed import DAY, catalogue, changed, sample

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "workspace", DAY)
    vars(made)["catalogue"] = catalogue()
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "presets"


def written(folder: Path, answers: object, name: str = "Stranger's", form: int = 1) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "strange.preset.json"
    path.write_text(json.dumps({"form": form, "name": name, "answers": answers}), encoding="utf-8")
    return path


def what_of(plan: PresetPlan) -> dict[str, What]:
    return {line.question: line.what for line in plan.lines}


def test_a_preset_holds_what_is_the_firms_or_usual_and_nothing_of_the_client(desk: Desk, folder: Path) -> None:
    mine = changed(sample("tamarack"), "prepared_by=Atelier Conseil", "recheck_count=7")
    path = save_preset(desk, folder, mine, " Our usual  small SaaS ")
    assert path == folder / "our-usual-small-saas.preset.json"
    preset = open_preset(desk, path)
    assert (preset.name, preset.left_out) == ("Our usual small SaaS", ())
    assert preset.answers["prepared_by"] == Answer("Atelier Conseil")
    assert preset.answers["recheck_count"] == Answer(7)
    assert all(may_stand(catalogue().questions[name]) for name in preset.answers)
    raw = path.read_text(encoding="utf-8")
    names = [row.name for row in (*mine.people, *mine.vendors, *mine.systems)]
    assert [name for name in ("Tamarack", *names) if name in raw] == []
    assert (catalogue().questions["recheck_count"].label, "7") in preset_lines(preset, catalogue())


def test_a_name_is_taken_once_and_a_project_with_nothing_usual_makes_none(desk: Desk, folder: Path) -> None:
    save_preset(desk, folder, sample("tamarack"), "Usual")
    with pytest.raises(ProjectProblem, match=r"There is a preset usual\.preset\.json already"):
        save_preset(desk, folder, sample("brightwater"), "USUAL")
    save_preset(desk, folder, sample("brightwater"), "USUAL", replacing=True)
    assert find_preset(desk, folder, "usual").name == "USUAL"
    for name in ("", "///", "con"):
        with pytest.raises(ProjectProblem):
            save_preset(desk, folder, sample("tamarack"), name)
    with pytest.raises(ProjectProblem, match="nothing in this project"):
        save_preset(desk, folder, Project({"company": Answer("Acme")}), "Other")
    with pytest.raises(UsageProblem, match='no preset "usul"') as told:
        find_preset(desk, folder, "usul")
    assert "usual" in told.value.hint
    assert [path.name for path in folder.iterdir()] == ["usual.preset.json"]


def test_what_it_would_change_is_told_before_and_after(desk: Desk, folder: Path) -> None:
    file = written(folder, {"recheck_count": "9", "access_review_period": "monthly", "owner_change_days": "5",
                            "training_due_days": "44", "prepared_by": "Atelier"})  # fmt: skip
    answers = {
        "recheck_count": Answer(7),
        "access_review_period": Answer(Cadence.ANNUAL, confirmed=False),
        "training_due_days": Answer(44, confirmed=True),
    }
    plan = plan_preset(desk, Project(answers=answers), open_preset(desk, file))
    told = {line.question: line for line in plan.lines}
    assert what_of(plan) == {
        "recheck_count": What.CONFIRMED,
        "access_review_period": What.CHANGED,
        "training_due_days": What.SAME,
        "owner_change_days": What.SAME,  # the usual value of the program stands there
        "prepared_by": What.NEW,
    }
    review = told["access_review_period"]
    assert (review.before, review.after) == ("Every year", "Every month")
    assert plan.usual == {"access_review_period", "prepared_by"}
    assert set(plan.puts(plan.usual)) == {("answers", "access_review_period"), ("answers", "prepared_by")}


def test_it_is_suggested_in_one_step_that_is_undone_in_one_and_confirms_nothing(desk: Desk, folder: Path) -> None:
    file = written(folder, {"recheck_count": "9", "access_review_period": "monthly", "training_due_days": "44"})
    at = new_project(desk, "acme")
    change(desk, "acme", [("recheck_count", "7")])
    session = open_session(desk, at)
    before = session.project
    plan = plan_preset(desk, before, open_preset(desk, file))
    session.put(plan.puts(plan.usual), "Preset")
    assert session.project.answers["recheck_count"] == Answer(7)
    assert session.project.answers["access_review_period"] == Answer(Cadence.MONTHLY, confirmed=False)
    assert session.project.answers["training_due_days"] == Answer(44, confirmed=False)
    assert session.undo() == "Preset"
    assert session.project == before
    session.put(plan.puts({*plan.usual, "recheck_count"}), "Preset")
    assert session.project.answers["recheck_count"] == Answer(9, confirmed=False)
    session.close()


def test_what_a_strange_preset_may_not_hold_is_left_out_and_told(desk: Desk, folder: Path) -> None:
    file = written(folder, {
        "recheck_count": "9", "company": "Evil Ltd", "logo": "logo.png", "no_such_question": "x",
        "training_due_days": "soon", "access_review_period": "not yet", "accent_color": "url(http://x)",
        "footer_line": "a\u202eb\x07", "prepared_by": "none",
    })  # fmt: skip
    preset = open_preset(desk, file)
    assert set(preset.answers) == {"recheck_count", "footer_line"}
    assert preset.answers["footer_line"] == Answer("ab")
    told = " ".join(preset.left_out)
    assert len(preset.left_out) == 7
    assert "company belongs to a client." in told
    assert "no_such_question is no question here." in told


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"[]", b'{"name": 7}', b"[" * 100_000, b" " * 300_000, b"\xff",
     b'{"name": "x", "answers": {"a": 1}}', b'{"name": "x", "answers": {"../a": "b"}}',
     b'{"name": " ", "answers": {}}', b'{"form": 2, "name": "x"}'],
)  # fmt: skip
def test_what_is_no_preset_is_refused_and_hides_no_other(raw: bytes, desk: Desk, folder: Path) -> None:
    save_preset(desk, folder, sample("tamarack"), "Usual")
    (folder / "bad.preset.json").write_bytes(raw)
    with pytest.raises(ProjectProblem):
        open_preset(desk, folder / "bad.preset.json")
    bad, good = list_presets(desk, folder)
    assert bad.preset is None
    assert bad.problem is not None
    assert good.preset is not None


def test_a_file_that_is_gone_is_said(desk: Desk, folder: Path) -> None:
    with pytest.raises(FileProblem):
        find_preset(desk, folder, str(folder / "gone.preset.json"))
    assert list_presets(desk, folder) == ()
