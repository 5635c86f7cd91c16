"""Brands of two firms, by command: kept, put on projects, handed on, taken away."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import tree
from tests.drawn import png
from tests.renderers.firm_file import STRANGER, firm_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.driving import Run

HARBOUR = ("prepared_by=North Harbour Advisory", "accent_color=#0a5c4a", "document_look=classic")
ATELIER = ("prepared_by=Atelier Conseil", "accent_color=#8a1c4a", "document_look=modern")


@pytest.fixture
def first(run: Run, tmp_path: Path) -> Path:
    """A project that wears the brand of a firm, with logo and style."""
    (tmp_path / "logo.png").write_bytes(png())
    (tmp_path / "firm.docx").write_bytes(firm_file())
    run("new", "first", "--sample", "tamarack")
    run("set", "first", *HARBOUR, f"firm_logo={tmp_path / 'logo.png'}", "footer_line=For Tamarack Gauge Co only")
    run("style", "first", tmp_path / "firm.docx")
    return tmp_path / "workspace" / "first"


def header_of(project: Path) -> bytes:
    with zipfile.ZipFile(project / "style.docx") as archive:
        return archive.read("word/header1.xml")


def answers(run: Run, project: str) -> str:
    return run("answers", "--project", project).out


def test_a_brand_goes_from_one_client_to_the_next_without_the_client(run: Run, first: Path, tmp_path: Path) -> None:
    saved = run("brand", "save", "first", "North Harbour")
    assert saved.out == f"{tmp_path / 'workspace' / 'brands' / 'north-harbour.brand.json'}\n"
    run("new", "second")
    run("set", "second", "accent_color=#111111")
    applied = run("brand", "apply", "North Harbour", "second")
    assert applied.code == 0
    assert "Brand colour (accent_color). --replace takes" in applied.err
    told = answers(run, "second")
    assert "prepared_by: North Harbour Advisory" in told
    assert "#111111" in told
    assert "Tamarack" not in told
    second = first.parent / "second"
    assert (second / "firm-logo.png").is_file()
    with zipfile.ZipFile(second / "style.docx") as archive:
        assert all(STRANGER.encode() not in archive.read(name) for name in archive.namelist())
    run("brand", "apply", "North Harbour", "second", "--replace")
    assert "#0a5c4a" in answers(run, "second")


def test_what_was_only_suggested_to_a_project_gives_way_to_a_brand(run: Run, first: Path) -> None:
    run("preset", "save", "first", "usual")
    run("new", "second")
    run("preset", "apply", "usual", "second")
    run("set", "first", "accent_color=#123456")
    run("brand", "save", "first", "North Harbour")
    assert "suggested: '#0a5c4a'" in answers(run, "second")
    assert run("brand", "apply", "North Harbour", "second").code == 0
    assert "#123456" in answers(run, "second")


def test_two_brands_stay_apart_and_one_that_is_removed_leaves_projects_alone(run: Run, first: Path) -> None:
    run("brand", "save", "first", "North Harbour")
    run("new", "other")
    run("set", "other", *ATELIER)
    run("brand", "save", "other", "Atelier")
    assert run("brand", "save", "other", "Atelier").code == 4
    listed = run("brand", "list").out.splitlines()
    assert listed == ["atelier.brand.json  Atelier", "north-harbour.brand.json  North Harbour"]
    assert "North Harbour" not in run("brand", "show", "Atelier").out
    before = tree(first)
    assert run("brand", "remove", "North Harbour").code == 0
    assert tree(first) == before
    assert run("brand", "show", "Atelia").code == 2


@pytest.mark.usefixtures("first")
def test_new_projects_begin_with_the_usual_brand_until_it_is_gone(run: Run) -> None:
    run("brand", "save", "first", "North Harbour")
    run("brand", "usual", "North Harbour")
    assert "(usual for new projects)" in run("brand", "list").out
    run("new", "second")
    assert "prepared_by: North Harbour Advisory" in answers(run, "second")
    run("new", "sample", "--sample", "tamarack")
    assert "North Harbour" not in answers(run, "sample")
    run("brand", "remove", "North Harbour")
    run("new", "third")
    assert "North Harbour" not in answers(run, "third")


def test_a_brand_is_handed_on_as_one_file(run: Run, first: Path, tmp_path: Path) -> None:
    run("brand", "save", "first", "North Harbour")
    file = tmp_path / "harbour.brand.json"
    assert run("brand", "export", "North Harbour", file).code == 0
    assert run("brand", "export", "North Harbour", file).code == 4
    elsewhere = ("--workspace", tmp_path / "laptop")
    assert run(*elsewhere, "brand", "take", file).code == 0
    run(*elsewhere, "new", "acme")
    run(*elsewhere, "brand", "apply", "North Harbour", "acme")
    acme = tmp_path / "laptop" / "acme"
    assert (acme / "firm-logo.png").read_bytes() == (first / "firm-logo.png").read_bytes()
    assert header_of(acme) == header_of(first)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"form": 1, "name": "Evil", "firm_logo": "R0lGODlhAQABAAAAACw="}, 5),
        ({"form": 1, "name": "Evil", "style": "UEsDBA=="}, 5),
        ({"form": 2, "name": "Evil"}, 4),
        ({"form": 1, "name": ""}, 4),
        ({"name": ["Evil"]}, 4),
    ],
    ids=["picture", "word file", "form", "no name", "no text"],
)
def test_what_is_no_brand_is_not_taken(content: dict[str, object], code: int, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "evil.brand.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    ran = run("brand", "take", file)
    assert (ran.code, ran.out) == (code, "")
    assert not (tmp_path / "workspace" / "brands").exists()


def test_what_may_not_stand_in_a_brand_is_left_out_and_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "evil.brand.json"
    given = {"company": "Evil", "accent_color": "red", "prepared_by": "Evil & Co"}
    file.write_text(json.dumps({"form": 1, "name": "Odd", "answers": given}), encoding="utf-8")
    taken = run("brand", "take", file)
    assert taken.code == 0
    assert "Left out: company" in taken.err
    assert "Left out: accent_color" in taken.err
    run("new", "acme")
    run("brand", "apply", "Odd", "acme")
    told = answers(run, "acme")
    assert "prepared_by: Evil & Co" in told
    assert "company: Evil" not in told
