"""Evidence from the command line, as somebody works through a window."""

from __future__ import annotations

import csv
import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest

from soc2desk.app import desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.driving import Run

LEAVERS = ("--request", "ER-053", "--population", "terminations", "--source", "HR", "--query", "all leavers")
RUN = ("--run-at", "2027-07-02 09:30", "--covers", "2027-01-01..2027-06-30")


@pytest.fixture(autouse=True)
def after_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "now", lambda: datetime(2027, 7, 5, 10, tzinfo=UTC))


@pytest.fixture
def acme(run: Run) -> str:
    assert run("new", "acme", "--sample", "brightwater").code == 0
    return "acme"


@pytest.fixture
def leavers(tmp_path: Path) -> Path:
    path = tmp_path / "Leavers.csv"
    path.write_bytes("name;last day\nKim;2027-02-01\nLee;2027-03-01\n\n".encode("utf-16"))
    return path


def rows(run: Run, *more: str) -> list[dict[str, object]]:
    return json.loads(run("evidence", "list", "acme", "--json", *more).out)  # type: ignore[no-any-return]


def state(run: Run, id_: str) -> object:
    return next(row["state"] for row in rows(run) if row["id"] == id_)


def test_a_list_is_attached_counted_accepted_and_read_back(acme: str, run: Run, leavers: Path) -> None:
    assert state(run, "ER-053") == "not_started"
    ran = run("evidence", "add", acme, leavers, *LEAVERS, *RUN, "--by", "Kwame Mensah", "--json")
    (put,) = json.loads(ran.out)
    assert (put["id"], put["rows"], put["received"], put["by"]) == ("e-0001", "2", "2027-07-05", "kwame-mensah")
    assert put["file"] == "e-0001-er-053-leavers.csv"
    assert state(run, "ER-053") == "collected"
    ran = run("evidence", "accept", acme, "e-0001", "--by", "kwame-mensah")
    assert ran.code != 0
    assert "nobody reviews what they provided" in ran.err
    assert run("evidence", "accept", acme, "e-0001", "--by", "ines-carvalho").code == 0
    assert state(run, "ER-053") == "accepted"
    assert run("evidence", "verify", acme).out == "As they were attached: 1 of 1 file.\n"


def test_a_count_that_differs_from_the_file_is_said(acme: str, run: Run, leavers: Path) -> None:
    ran = run("evidence", "add", acme, leavers, *LEAVERS, *RUN, "--rows", "3")
    assert "The file has 2 rows below its headings, and 3 were named." in ran.err


def test_the_same_file_is_told_and_another_request_added_to_the_first(acme: str, run: Run, leavers: Path) -> None:
    run("evidence", "add", acme, leavers, *LEAVERS)
    ran = run("evidence", "add", acme, leavers, "--request", "ER-028")
    assert ran.code == 5
    assert "attached already, as e-0001" in ran.err
    assert run("evidence", "change", acme, "e-0001", "--request", "ER-053,ER-028").code == 0
    assert state(run, "ER-028") == "collected"


def test_a_day_to_come_is_refused_and_nothing_is_copied(acme: str, run: Run, leavers: Path, tmp_path: Path) -> None:
    ran = run("evidence", "add", acme, leavers, "--request", "ER-053", "--dated", "2027-07-06")
    assert ran.code == 4
    assert "still to come" in ran.err
    assert not list(tmp_path.rglob("e-0001*"))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--request", "ER-999"), "ER-999"),
        (("--occurrence", "ACC-99/2027-Q1"), "ACC-99"),
        (("--occurrence", "ACC-07/last quarter"), "ACC-07/2027-Q1"),
        ((), "--request ER-045"),
        (("--request", "ER-053", "--covers", "2027"), "FROM..UNTIL"),
        (("--request", "ER-053", "--covers", "2027-06-30..2027-01-01"), "before"),
        (("--request", "ER-053", "--by", "nobody"), "nobody"),
        (("--request", "ER-053", "--count", "3"), "--count"),
    ],
)
def test_what_does_not_fit_is_said_before_anything_is_kept(
    more: tuple[str, ...], said: str, acme: str, run: Run, leavers: Path
) -> None:
    ran = run("evidence", "add", acme, leavers, *more)
    assert ran.code in {2, 4}
    assert said in ran.err
    assert not any(row["pieces"] for row in rows(run))


def test_none_occurred_needs_a_list_run_after_the_window(acme: str, run: Run) -> None:
    early = run("evidence", "none", acme, *LEAVERS, "--run-at", "2027-06-30 23:00")
    assert early.code == 4
    assert "2027-06-30" in early.err
    assert run("evidence", "none", acme, *LEAVERS, *RUN).code == 0
    assert state(run, "ER-053") == "none_occurred"


def test_a_rejection_has_its_reason_and_a_change_opens_it_again(acme: str, run: Run, leavers: Path) -> None:
    run("evidence", "add", acme, leavers, "--occurrence", "ACC-07/2027-Q1", "--by", "kwame-mensah")
    assert "undated" in json.dumps(rows(run))
    assert run("evidence", "reject", acme, "e-0001", "--by", "ines-carvalho").code == 2
    assert run("evidence", "reject", acme, "e-0001", "--by", "ines-carvalho", "--reason", "No date").code == 0
    assert state(run, "ACC-07/2027-Q1") == "rejected"
    run("evidence", "change", acme, "e-0001", "--dated", "2027-03-30")
    assert state(run, "ACC-07/2027-Q1") == "collected"


def test_a_file_speaks_of_no_day_after_it_was_attached(
    acme: str, run: Run, leavers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("evidence", "add", acme, str(leavers), *LEAVERS, *RUN)
    monkeypatch.setattr(desk, "now", lambda: datetime(2027, 9, 1, 10, tzinfo=UTC))
    for claim in (("--run-at", "2027-08-30 09:00"), ("--covers", "2027-01-01..2027-08-30"), ("--dated", "2027-08-30")):
        told = run("evidence", "change", acme, "e-0001", *claim)
        assert (told.code, "attached on 2027-07-05" in told.err) == (4, True), claim
    assert run("evidence", "change", acme, "e-0001", "--covers", "2027-02-01..2027-06-30").code == 0


def test_words_without_a_file_are_as_new_as_their_last_change(
    acme: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ("--request", "ER-053", "--population", "terminations", "--query", "all leavers", "--run-at")
    assert run("evidence", "none", acme, *said, "2027-07-02 09:30").code == 0
    assert rows(run)[0]["id"]
    monkeypatch.setattr(desk, "now", lambda: datetime(2027, 9, 1, 10, tzinfo=UTC))
    told = run("evidence", "change", acme, "e-0001", "--run-at", "2027-05-02 09:00")
    assert (told.code, "only when it was run after 2027-06-30" in told.err) == (4, True)
    assert run("evidence", "change", acme, "e-0001", "--run-at", "2027-08-30 09:00").code == 0
    project = json.loads((desk.open_desk().workspace / acme / "project.json").read_bytes())
    assert project["evidence"]["1"]["received"] == "2027-09-01"


def test_a_changed_and_a_removed_file_are_told(acme: str, run: Run, leavers: Path, tmp_path: Path) -> None:
    run("evidence", "add", acme, leavers, *LEAVERS, *RUN)
    (stored,) = tmp_path.rglob("e-0001-er-053-leavers.csv")
    stored.write_text("forged", encoding="utf-8")
    ran = run("evidence", "verify", acme)
    assert (ran.code, ran.out.splitlines()[0]) == (1, "e-0001  changed")
    assert "SD-41" in run("check", acme).out
    stored.unlink()
    assert "SD-40" in run("check", acme).out


def test_what_is_taken_out_keeps_its_file(acme: str, run: Run, leavers: Path, tmp_path: Path) -> None:
    run("evidence", "add", acme, leavers, *LEAVERS, *RUN)
    assert run("evidence", "remove", acme, "e-0001").code == 0
    (stored,) = tmp_path.rglob("e-0001-er-053-leavers.csv")
    assert stored.parent.name == "removed"
    assert state(run, "ER-053") == "not_started"
    assert run("evidence", "add", acme, leavers, *LEAVERS).out.startswith("e-0002")


def test_a_practice_sample_is_the_same_for_the_same_seed_and_says_what_it_is(
    acme: str, run: Run, tmp_path: Path
) -> None:
    source = tmp_path / "changes.csv"
    source.write_text("id,title\n" + "".join(f"{n},=change {n}\n" for n in range(1, 301)), encoding="utf-8")
    run("evidence", "add", acme, source, "--request", "ER-089", "--population", "changes")

    def picked(seed: str) -> list[str]:
        assert run("evidence", "sample", acme, "e-0001", "--count", "25", "--seed", seed).code == 0
        (made,) = tmp_path.rglob("e-0001-practice-sample*.csv")
        lines = list(csv.reader(made.read_text(encoding="utf-8-sig").splitlines()))
        assert lines[0][0].startswith("PRACTICE SAMPLE")
        assert lines[2][2].startswith("'=change")
        return [line[0] for line in lines[2:]]

    first = picked("7")
    assert len(first) == 25
    assert first == picked("7")
    assert first != picked("8")
    (made,) = tmp_path.rglob("e-0001-practice-sample*.csv")
    told = run("evidence", "add", acme, made, "--request", "ER-053")
    assert (told.code, "practice sample, and no evidence" in told.err) == (5, True)


def test_recipes_are_those_of_the_tools_that_the_answers_name(acme: str, run: Run) -> None:
    told = json.loads(run("evidence", "recipes", acme, "--json").out)
    assert {"GitHub", "Google Workspace", "Jira"} <= {one["tool"] for one in told}
    assert "Okta" not in {one["tool"] for one in told}
    ran = run("evidence", "recipes", acme, "--request", "ER-089")
    assert ran.out.startswith("ER-089  GitHub")


def built(run: Run, out: Path, *more: str) -> Path:
    """Return the auditor's packet of acme: its index of evidence, and the files where they are asked for."""
    ran = run("build", "acme", "--out", out, "--only", "REG-EVI", "--formats", "xlsx,pdf", "--jobs", "1", *more)
    assert ran.code == 0, ran.err
    # Whoever packs evidence into a ZIP is told that it can be read by anybody.
    assert ("is not under a password" in ran.err) is ("--with-evidence" in more and "--no-zip" not in more)
    return next(path for path in sorted(out.iterdir()) if path.is_dir())


def index_of(packet: Path) -> tuple[list[list[object]], list[str]]:
    book = openpyxl.load_workbook(next(packet.glob("06-registers/REG-EVI*.xlsx")))
    sheet = book["Evidence"]
    links = [cell.hyperlink.target.replace("\\", "/") for line in sheet.iter_rows() for cell in line if cell.hyperlink]
    return [[cell.value for cell in line] for line in sheet.iter_rows()], links


def test_evidence_goes_into_the_packet_when_it_is_asked_for_and_the_index_leads_to_it(
    acme: str, run: Run, leavers: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("a\n1\n", encoding="utf-8")
    run("evidence", "add", acme, leavers, *LEAVERS, *RUN, "--name", "Liste des départs")
    run("evidence", "add", acme, bad, "--occurrence", "ACC-07/2027-Q1", "--dated", "2027-03-30", "--by", "kwame-mensah")
    run("evidence", "reject", acme, "e-0002", "--by", "ines-carvalho", "--reason", "Not the review")
    run("evidence", "sample", acme, "e-0001", "--count", "1")

    without = built(run, tmp_path / "without")
    assert not (without / "09-evidence").exists()
    listed, links = index_of(without)
    assert links == []
    assert [line[0] for line in listed] == ["Evidence", "e-0001"]

    packet = built(run, tmp_path / "with", "--with-evidence")
    copied = [path.relative_to(packet).as_posix() for path in (packet / "09-evidence").rglob("*") if path.is_file()]
    assert copied == ["09-evidence/ER-053/ER-053-liste-des-departs.csv"]
    assert (packet / copied[0]).read_bytes() == leavers.read_bytes()
    _, links = index_of(packet)
    assert links == [f"../{copied[0]}"]
    assert f'href="./{copied[0]}"' in (packet / "index.html").read_text(encoding="utf-8")
    assert run("verify", packet).code == 0
    assert run("verify", packet.with_name(f"{packet.name}.zip")).code == 0
    (packet / copied[0]).write_text("forged", encoding="utf-8")
    ran = run("verify", packet)
    assert ran.code == 1
    assert copied[0] in ran.out


def test_a_packet_with_evidence_is_the_same_bytes_again(acme: str, run: Run, leavers: Path, tmp_path: Path) -> None:
    run("evidence", "add", acme, leavers, *LEAVERS, *RUN)
    one, two = (built(run, tmp_path / name, "--with-evidence") for name in ("one", "two"))
    first, second = (packet.with_name(f"{packet.name}.zip").read_bytes() for packet in (one, two))
    assert first == second


def test_a_folder_with_evidence_and_no_zip_is_not_warned_about(
    acme: str, run: Run, leavers: Path, tmp_path: Path
) -> None:
    run("evidence", "add", acme, leavers, *LEAVERS, *RUN)
    assert (built(run, tmp_path / "folder", "--with-evidence", "--no-zip") / "09-evidence").is_dir()


def test_a_packet_is_not_made_of_a_file_that_was_changed(acme: str, run: Run, leavers: Path, tmp_path: Path) -> None:
    run("evidence", "add", acme, leavers, *LEAVERS, *RUN)
    (stored,) = tmp_path.rglob("e-0001-er-053-leavers.csv")
    about = stored.stat()
    stored.write_bytes(stored.read_bytes()[::-1])
    os.utime(stored, ns=(about.st_atime_ns, about.st_mtime_ns))
    ran = run("build", acme, "--out", tmp_path / "out", "--only", "REG-EVI", "--with-evidence")
    assert ran.code == 5
    assert "e-0001 is not the one that was attached" in ran.err
    assert not list((tmp_path / "out").rglob("*.csv"))


def test_evidence_goes_to_the_auditor_alone(acme: str, run: Run, tmp_path: Path) -> None:
    ran = run("build", acme, "--out", tmp_path / "out", "--for", "staff", "--with-evidence")
    assert ran.code == 2
