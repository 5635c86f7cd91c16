"""A logo travels from a person's file to the covers, and nothing goes out without it unsaid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.checking import look_over
from soc2desk.app.desk import DEMO_SAMPLE, Desk, Source
from soc2desk.app.logo import logo_of
from soc2desk.app.make_packet import Wishes, make_packet
from soc2desk.app.transfer import answers_text, change, new_project
from soc2desk.domain.pictures import picture_of
from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.packet.manifest import from_bytes
from tests.composed import DAY, changed, sample
from tests.drawn import art, jpeg, packed, png

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.storage.projects import Stored


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "workspace", DAY)
    new_project(desk, "Acme", sample="tamarack")
    return desk


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "our brand.png"
    path.write_bytes(png())
    return path


def stored(desk: Desk) -> Stored:
    found = desk.source("acme").stored
    assert found is not None
    return found


def built(desk: Desk, source: Source, out: Path) -> tuple[str, bytes]:
    """Build one document and return the fingerprint of the inputs and the page."""
    wishes = Wishes(out, formats=("html",), only=("POL-ACP",), jobs=1)
    steps = make_packet(desk, source, wishes)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            folder = end.value[0].folder
            (page,) = folder.glob("01-policies/*.html")
            return from_bytes((folder / "manifest.json").read_bytes()).inputs_sha256, page.read_bytes()


def test_a_logo_is_copied_into_the_project_and_stands_on_the_cover(desk: Desk, picture: Path, tmp_path: Path) -> None:
    saved = change(desk, "acme", [("logo", str(picture))])
    picture.unlink()
    assert saved.project.answers["logo"].value == "logo.png"
    assert (saved.folder / "logo.png").is_file()
    _, page = built(desk, desk.source("acme"), tmp_path / "out")
    assert b'alt="Logo of Tamarack Gauge Co."' in page


def test_the_fingerprint_of_the_inputs_knows_the_picture_and_not_only_its_name(desk: Desk, tmp_path: Path) -> None:
    none, _ = built(desk, desk.source("acme"), tmp_path / "0")
    change(desk, "acme", [("document_date", "")])
    seen = [none]
    for at, raw in enumerate((png(), png(200, 100)), 1):
        (tmp_path / "new.png").write_bytes(raw)
        change(desk, "acme", [("logo", str(tmp_path / "new.png"))])
        seen.append(built(desk, desk.source("acme"), tmp_path / str(at))[0])
    assert len(set(seen)) == 3


def test_set_takes_a_path_keeps_a_copy_and_takes_the_logo_away(desk: Desk, picture: Path) -> None:
    change(desk, "acme", [("service", "New"), ("answers.logo", str(picture))])
    answers = stored(desk).project.answers
    assert (answers["service"].value, answers["logo"].value) == ("New", "logo.png")
    change(desk, "acme", [("logo", "logo.png")])
    assert logo_of(desk.source("acme"))
    change(desk, "acme", [("logo", "none")])
    assert logo_of(desk.source("acme")) == b""
    change(desk, "acme", [("logo", "")])
    assert "logo" not in stored(desk).project.answers


def test_another_picture_under_the_same_name_replaces_the_logo(desk: Desk, picture: Path) -> None:
    before = change(desk, "acme", [("logo", str(picture))])
    picture.write_bytes(png(400, 100))
    change(desk, "acme", [("logo", str(picture))])
    found = picture_of(logo_of(desk.source("acme")))
    assert found is not None
    assert (found.width, before.project) == (400, stored(desk).project)


@pytest.mark.parametrize("change_with", [("rto_hours", "soon"), ("logo", "nowhere.png")])
def test_nothing_is_kept_when_one_change_is_wrong(desk: Desk, picture: Path, change_with: tuple[str, str]) -> None:
    before = stored(desk).project
    with pytest.raises((ProjectProblem, FileProblem)):
        change(desk, "acme", [("logo", str(picture)), change_with])
    assert stored(desk).project == before
    assert not (stored(desk).folder / "logo.png").exists()


def test_a_picture_that_cannot_be_a_logo_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    before = stored(desk).project
    moving = tmp_path / "logo.gif"
    moving.write_bytes(packed(art(mode="RGB"), "GIF"))
    with pytest.raises(FileProblem, match="a GIF file"):
        change(desk, "acme", [("logo", str(moving))])
    assert stored(desk).project == before


@pytest.mark.parametrize("harm", ["gone", "broken"])
def test_a_logo_that_is_gone_or_broken_stops_the_packet_and_not_the_check(
    desk: Desk, picture: Path, tmp_path: Path, harm: str
) -> None:
    change(desk, "acme", [("logo", str(picture))])
    kept = stored(desk).folder / "logo.png"
    if harm == "gone":
        kept.unlink()
    else:
        kept.write_bytes(png()[:100])
    assert look_over(desk, desk.source("acme")).documents
    with pytest.raises(FileProblem) as caught:
        built(desk, desk.source("acme"), tmp_path / "out")
    assert caught.value.where == str(kept)
    assert "Choose the logo again" in (caught.value.hint or "")
    assert not (tmp_path / "out").exists()


def test_an_answers_file_names_a_picture_beside_it_or_below(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "acme.yaml"
    file.write_text(answers_text(desk, project="acme").replace("answers:", "answers:\n  logo: brand/mark.jpg"))
    with pytest.raises(FileProblem) as caught:
        logo_of(desk.answers_file(file))
    assert "beside the answers file as brand/mark.jpg" in (caught.value.hint or "")
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand" / "mark.jpg").write_bytes(jpeg())
    assert picture_of(logo_of(desk.answers_file(file)))
    folder = new_project(desk, "Second", answers=file)
    assert picture_of((folder / "logo.jpg").read_bytes())
    assert desk.source("second").project.answers["logo"].value == "logo.jpg"


def test_a_project_whose_logo_cannot_be_copied_is_not_created(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "acme.yaml"
    file.write_text("format: 1\nanswers: {logo: mark.png}\n")
    (tmp_path / "mark.png").write_bytes(b"GIF89a")
    with pytest.raises(FileProblem):
        new_project(desk, "Second", answers=file)
    assert not (desk.workspace / "second").exists()


def test_answers_that_stand_nowhere_have_no_picture(desk: Desk) -> None:
    with pytest.raises(FileProblem):
        logo_of(Source(changed(sample("tamarack"), "logo=logo.png"), "acme"))
    assert logo_of(Source(sample("tamarack"), "acme")) == b""


def test_the_demo_company_has_a_logo_that_a_practice_copy_takes_along(desk: Desk) -> None:
    path = desk.sample(DEMO_SAMPLE)
    assert path.with_suffix(".png").stat().st_size < 10_000
    folder = new_project(desk, "Practice", sample=DEMO_SAMPLE)
    assert picture_of((folder / "logo.png").read_bytes())
    assert logo_of(desk.source("practice"))
    taken = replace(desk.source("practice").project, answers={})
    assert taken == replace(sample(DEMO_SAMPLE), answers={})


def test_a_printed_sample_works_without_the_picture_it_cannot_carry(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "printed.yaml"
    file.write_text(answers_text(desk, sample=DEMO_SAMPLE), encoding="utf-8")
    assert "  # logo: brightwater.png" in file.read_text(encoding="utf-8")
    assert logo_of(desk.answers_file(file)) == b""
