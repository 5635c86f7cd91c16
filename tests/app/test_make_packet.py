from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk, Source
from soc2desk.app.make_packet import Made, NotReady, Wishes, make_packet, sample_day
from soc2desk.domain.problems import FileProblem, ProjectProblem, UsageProblem
from soc2desk.packet.manifest import from_bytes
from soc2desk.packet.verify import verify
from tests.composed import DAY, changed, sample

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.domain.project import Project


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "workspace", DAY)


def made(desk: Desk, project: Project, wishes: Wishes) -> tuple[Made, ...]:
    steps = make_packet(desk, Source(project, "acme"), wishes)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def quick(out: Path, **wishes: object) -> Wishes:
    return replace(Wishes(out, formats=("html",), only=("POL-ACP",), jobs=1), **wishes)  # type: ignore[arg-type]


def inputs(one: Made) -> str:
    return from_bytes((one.folder / "manifest.json").read_bytes()).inputs_sha256


def test_the_date_is_the_one_asked_for_then_the_environment_then_the_projects_then_today(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = sample("tamarack")
    dated = replace(project, document_date=date(2026, 12, 2))

    def name(one: Project, **wishes: object) -> str:
        return made(desk, one, quick(tmp_path / "out", **wishes))[0].folder.name.removesuffix("-part")[-10:]

    assert name(project) == "2026-11-20"
    assert name(dated) == "2026-12-02"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796256000")
    assert name(dated) == "2026-12-03"
    assert name(dated, day=date(2026, 12, 4)) == "2026-12-04"


def test_the_fingerprint_of_the_inputs_changes_with_any_input_and_with_nothing_else(desk: Desk, tmp_path: Path) -> None:
    project = sample("tamarack")
    (first,) = made(desk, project, quick(tmp_path / "1"))
    same = [
        made(desk, replace(project, document_date=DAY), quick(tmp_path / "2")),
        made(desk, project, quick(tmp_path / "3", jobs=2, day=DAY)),
    ]
    assert {inputs(one) for (one,) in same} == {inputs(first)}
    other = [
        made(desk, changed(project, "service=Another"), quick(tmp_path / "4")),
        made(desk, project, quick(tmp_path / "5", day=date(2026, 11, 21))),
        made(desk, project, quick(tmp_path / "6", formats=("docx",))),
        made(desk, project, quick(tmp_path / "7", only=("POL-IRP",))),
    ]
    assert len({inputs(first), *(inputs(one) for (one,) in other)}) == 5


def test_a_form_bears_the_day_of_the_clock_also_in_a_packet_dated_before(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219199")
    later = replace(desk, today=date(2027, 1, 4))
    wishes = quick(tmp_path / "out", only=("REC-OFF",), formats=("html",))
    (one,) = made(later, sample("tamarack"), wishes)
    assert one.folder.name.endswith("2026-11-20-part")
    (page,) = (one.folder / "04-records").iterdir()
    assert "Blank form, made on 2027-01-04 for the packet dated 2026-11-20." in page.read_text(encoding="utf-8")


def test_the_day_of_making_is_an_input_where_a_form_says_it_and_nowhere_else(desk: Desk, tmp_path: Path) -> None:
    later = replace(desk, today=date(2027, 1, 4))

    def input_of(with_desk: Desk, *only: str) -> str:
        wishes = quick(tmp_path / "out", only=only, day=DAY, zip=False)
        return inputs(made(with_desk, sample("tamarack"), wishes)[0])

    assert input_of(desk, "REC-OFF") == input_of(desk, "REC-OFF") != input_of(later, "REC-OFF")
    assert input_of(desk, "POL-IRP") == input_of(later, "POL-IRP")


def test_a_text_to_paste_stands_beside_the_list_of_what_a_ticket_holds(desk: Desk, tmp_path: Path) -> None:
    wishes = quick(tmp_path / "out", only=("REC-CHG",), formats=("docx", "md"))
    (one,) = made(desk, sample("tamarack"), wishes)
    names = sorted(path.name for path in (one.folder / "04-records").iterdir())
    assert names == ["REC-CHG-change-record.docx", "REC-CHG-pull-request-template.md"]
    written = (one.folder / "04-records" / names[1]).read_text(encoding="utf-8")
    assert "**Title and purpose**" in written
    assert "- [ ] Test results are linked" in written


def test_the_packet_is_named_by_the_company_then_the_project_then_as_a_packet(desk: Desk, tmp_path: Path) -> None:
    def name(company: str, project: str) -> str:
        source = Source(changed(sample("tamarack"), f"company={company}"), project)
        steps = make_packet(desk, source, quick(tmp_path / "out"))
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return str(end.value[0].folder.name.removesuffix("-part"))

    assert name("Érable & Fils", "acme") == "erable-fils-2026-11-20"
    assert name("株式会社", "acme") == "acme-2026-11-20"
    assert name("", "株") == "packet-2026-11-20"


def test_wishes_that_make_no_sense_are_refused(desk: Desk, tmp_path: Path) -> None:
    for wishes in ({"reader": "everybody"}, {"formats": ("doc",)}, {"only": ("X",)}, {"formats": ("xlsx",)}):
        with pytest.raises(UsageProblem):
            made(desk, sample("tamarack"), quick(tmp_path / "out", **wishes))
    assert not (tmp_path / "out").exists()


def test_a_final_packet_that_is_not_ready_lists_what_is_open(desk: Desk, tmp_path: Path) -> None:
    project = changed(sample("tamarack"), "company=", "control_states.ACC-01=not_confirmed")
    with pytest.raises(NotReady) as caught:
        made(desk, project, quick(tmp_path / "out", final=True))
    waiting = "\n".join(caught.value.waiting)
    assert "(company)" in waiting
    assert "ACC-01" in waiting
    assert caught.value.exit_code == 1
    assert not (tmp_path / "out").exists()


def test_a_packet_cannot_be_older_than_what_stands_in_it(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ProjectProblem) as caught:
        made(desk, sample("tamarack"), quick(tmp_path / "out", day=date(2026, 10, 1)))
    assert caught.value.hint is not None
    assert "--date 2026-" in caught.value.hint


def test_a_samples_packet_is_never_older_than_its_confirmations(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source(sample("tamarack"), "tamarack")
    assert sample_day(replace(desk, today=date(2030, 1, 1)), source) == date(2030, 1, 1)
    behind = sample_day(replace(desk, today=date(2001, 1, 1)), source)
    assert date(2026, 10, 21) <= behind <= DAY
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219199")
    assert sample_day(desk, source) == DAY


def test_closing_early_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    steps = make_packet(desk, Source(sample("tamarack"), "acme"), quick(tmp_path / "out", formats=("html", "docx")))
    next(steps)
    assert list((tmp_path / "out").iterdir())
    steps.close()
    assert not list((tmp_path / "out").iterdir())


def test_internal_papers_that_cannot_be_placed_stop_the_auditors_packet_too(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "out" / "tamarack-gauge-co-2026-11-20-part-internal").mkdir(parents=True)
    with pytest.raises(FileProblem):
        made(desk, sample("tamarack"), quick(tmp_path / "out", only=("POL-ACP", "REG-RDY")))
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_a_choice_of_documents_never_replaces_the_whole_packet_of_that_day(desk: Desk, tmp_path: Path) -> None:
    (whole,) = made(desk, sample("tamarack"), quick(tmp_path / "out", only=(), reader="staff"))
    (part,) = made(desk, sample("tamarack"), quick(tmp_path / "out", reader="staff"))
    assert part.folder != whole.folder
    assert whole.files > part.files
    assert verify(whole.folder).is_unchanged
