from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.packet.drawing import Easel
from soc2desk.packet.manifest import from_bytes
from soc2desk.packet.verify import verify
from tests.packet.making import NAME, document, files_in, make, order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from soc2desk.document.blocks import Document, Look
    from soc2desk.domain.steps import Step


class Failing(Easel):
    """Draws one document and then fails."""

    def __init__(self, failure: BaseException) -> None:
        super().__init__(None)
        self._failure = failure

    def draw_all(self, work: Iterable[tuple[str, Document]], look: Look) -> Iterator[bytes]:
        yield next(super().draw_all(work, look))
        raise self._failure


TWO = (document("POL-ONE", "One"), document("POL-TWO", "Two"))


def test_a_packet_holds_its_files_an_index_and_its_list(tmp_path: Path) -> None:
    (made,) = make(order(tmp_path / "out", documents=TWO))
    assert sorted(files_in(made.folder)) == [
        "01-policies/POL-ONE-one.html", "01-policies/POL-TWO-two.html", "contents.json", "index.html", "manifest.json",
        "manifest.sha256",
    ]  # fmt: skip
    assert made.files == 3
    assert made.archive == tmp_path / "out" / f"{NAME}.zip"
    assert verify(made.folder).is_unchanged
    assert verify(made.archive).is_unchanged
    listed = from_bytes((made.folder / "manifest.json").read_bytes())
    assert (listed.project, listed.audience, listed.date, listed.final) == (NAME, "auditor", "2026-11-20", False)
    assert (made.folder / "manifest.sha256").read_text(encoding="ascii").startswith(made.fingerprint)


def test_steps_count_over_all_packets_that_are_made_together(tmp_path: Path) -> None:
    steps: list[Step] = []
    make(order(tmp_path, documents=TWO), order(tmp_path, f"{NAME}-internal", with_zip=False), steps=steps)
    assert [(step.done, step.total) for step in steps] == [(1, 3), (2, 3), (3, 3)]
    assert steps[0].what == "One (html)"


def test_an_earlier_packet_is_replaced_whole(tmp_path: Path) -> None:
    make(order(tmp_path, documents=TWO))
    make(order(tmp_path, documents=TWO[:1], with_zip=False))
    assert sorted(path.name for path in tmp_path.iterdir()) == [NAME]
    assert not (tmp_path / NAME / "01-policies" / "POL-TWO-two.html").exists()


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt(), ValueError("ours")])
def test_a_failure_in_the_middle_leaves_everything_as_it_was(failure: BaseException, tmp_path: Path) -> None:
    make(order(tmp_path), order(tmp_path, f"{NAME}-internal"))
    before = files_in(tmp_path)
    expected = FileProblem if isinstance(failure, OSError) else type(failure)
    with pytest.raises(expected):
        make(order(tmp_path, documents=TWO), order(tmp_path, f"{NAME}-internal"), easel=Failing(failure))
    assert files_in(tmp_path) == before
    assert not list(tmp_path.glob(".*"))


def test_one_place_that_cannot_be_taken_stops_all_packets_before_anything_is_drawn(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}-internal").mkdir()
    steps: list[Step] = []
    with pytest.raises(FileProblem):
        make(order(tmp_path), order(tmp_path, f"{NAME}-internal"), steps=steps)
    assert steps == []
    assert [path.name for path in tmp_path.iterdir()] == [f"{NAME}-internal"]


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / f".making-{NAME}"
    left.mkdir()
    (left / "half.pdf").write_bytes(b"half")
    (tmp_path / f".making-{NAME}.zip").write_bytes(b"half")
    (made,) = make(order(tmp_path))
    assert not list(tmp_path.glob(".*"))
    assert not (made.folder / "half.pdf").exists()
    assert verify(made.folder).is_unchanged


def test_the_same_order_gives_the_same_bytes(tmp_path: Path) -> None:
    make(order(tmp_path / "one", documents=TWO))
    make(order(tmp_path / "two", documents=TWO))
    assert files_in(tmp_path / "one") == files_in(tmp_path / "two")


@pytest.mark.parametrize("id_", ["../../evil", "a/../../b", "/etc/x", "C:x"])
def test_no_file_is_drawn_for_a_name_that_leads_out_of_the_packet(tmp_path: Path, id_: str) -> None:
    with pytest.raises(FileProblem, match="cannot have this name"):
        make(order(tmp_path / "deep" / "out", documents=(*TWO, document(id_))))
    assert files_in(tmp_path) == {}
