"""Drafts beside a project: ours is replaced, what somebody touched is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.drafts import FOLDER, LIST, write_draft

if TYPE_CHECKING:
    from pathlib import Path

NAME = "POL-ACP-access.docx"


def test_our_own_draft_is_replaced(tmp_path: Path) -> None:
    first = write_draft(tmp_path, NAME, b"one")
    assert write_draft(tmp_path, NAME, b"two") == first == tmp_path / FOLDER / NAME
    assert first.read_bytes() == b"two"


def test_a_draft_that_somebody_changed_stays_and_the_new_one_has_a_number(tmp_path: Path) -> None:
    first = write_draft(tmp_path, NAME, b"one")
    first.write_bytes(b"one with remarks")
    second = write_draft(tmp_path, NAME, b"two")
    assert (second.name, first.read_bytes()) == ("POL-ACP-access-2.docx", b"one with remarks")
    assert write_draft(tmp_path, NAME, b"three") == second


@pytest.mark.parametrize("mark", ["~$L-ACP-access.docx", f".~lock.{NAME}#"])
def test_a_draft_that_a_word_processor_has_open_is_left_alone(tmp_path: Path, mark: str) -> None:
    first = write_draft(tmp_path, NAME, b"one")
    (first.parent / mark).write_bytes(b"")
    assert write_draft(tmp_path, NAME, b"two").name == "POL-ACP-access-2.docx"
    assert first.read_bytes() == b"one"


def test_a_file_or_link_that_is_not_ours_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    outside = tmp_path / "mine.docx"
    outside.write_bytes(b"mine")
    (tmp_path / FOLDER / NAME).symlink_to(outside)
    (tmp_path / FOLDER / "POL-ACP-access-2.docx").mkdir()
    assert write_draft(tmp_path, NAME, b"one").name == "POL-ACP-access-3.docx"
    assert outside.read_bytes() == b"mine"


@pytest.mark.parametrize("content", [b"", b"[1, 2]", b"{not json", b"\xff\xfe"])
def test_without_a_list_that_can_be_read_nothing_counts_as_ours(tmp_path: Path, content: bytes) -> None:
    first = write_draft(tmp_path, NAME, b"one")
    (first.parent / LIST).write_bytes(content)
    assert write_draft(tmp_path, NAME, b"two") != first


def test_a_file_that_the_system_does_not_let_go_is_left_for_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = write_draft(tmp_path, NAME, b"one")
    import soc2desk.storage.drafts as module

    replace_whole = module.replace_whole

    def refuse(path: Path, raw: bytes) -> None:
        if path == first:
            raise PermissionError(13, "in use")
        replace_whole(path, raw)

    monkeypatch.setattr(module, "replace_whole", refuse)
    assert write_draft(tmp_path, NAME, b"two").name == "POL-ACP-access-2.docx"


def test_where_no_folder_can_be_made_it_is_said_why(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_bytes(b"a file")
    with pytest.raises(FileProblem, match="The draft could not be written"):
        write_draft(tmp_path, NAME, b"one")


def test_when_every_name_is_taken_it_is_said_what_to_do(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    for name in (NAME, *(f"POL-ACP-access-{number}.docx" for number in range(2, 100))):
        (tmp_path / FOLDER / name).write_bytes(b"somebody's")
    with pytest.raises(FileProblem, match="Every name") as caught:
        write_draft(tmp_path, NAME, b"one")
    assert caught.value.hint
