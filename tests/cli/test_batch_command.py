"""A folder of clients becomes a folder of packets, some of the clients being broken."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.batch import clients_at, make_packets
from soc2desk.app.desk import Desk
from soc2desk.app.make_packet import Wishes
from soc2desk.cli.main import main
from soc2desk.packet.verify import verify
from tests.cli.driving import DAY, SAMPLES, Run, answers, half_made, tree
from tests.composed import DAY as TODAY
from tests.composed import catalogue
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from pathlib import Path

FEW = ("--for", "staff", "--formats", "md", "--date", DAY, "--jobs", "2")
"""The least that makes a packet of a client."""
NAME = f"{{}}-gauge-{DAY}-staff"


def broken_ones(folder: Path) -> dict[str, str]:
    """Put clients there of which no packet can be made; return what is said of each."""
    text = (SAMPLES / "tamarack.yaml").read_text(encoding="utf-8")
    written = {
        "cut-off": ("answers: [\n", "not well-formed YAML"),
        "empty": ("", "empty"),
        "newer": (text.replace("format: 1", "format: 99", 1), "newer"),
        "no-logo": (text.replace("answers:\n", "answers:\n  logo: gone.png\n", 1), "gone.png"),
        "unknown": (text.replace("answers:\n", "answers:\n  favourite_colour: red\n", 1), "favourite_colour"),
    }
    for name, (content, _) in written.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return {name: said for name, (_, said) in written.items()}


def client(folder: Path, name: str) -> Path:
    return answers(folder / f"{name}.yaml", ("company: Tamarack Gauge Co.", f"company: {name} Gauge"))


def rows(out: Path) -> dict[str, dict[str, str]]:
    with (out / "batch-summary.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["client"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with six clients and their packets, made once. Copy it before changing it."""
    top = tmp_path_factory.mktemp("batch")
    folder = top / "clients"
    folder.mkdir()
    broken_ones(folder)
    (folder / "empty.yaml").unlink()
    client(folder, "Alder")
    client(folder, "Birch")
    assert main(["batch", str(folder), "--out", str(top / "out"), *FEW, "--quiet"]) == 1
    return top


@pytest.fixture
def again(made: Path, tmp_path: Path) -> Path:
    """Return a copy of the clients and packets in the place where they were made, as far as anybody can tell."""
    shutil.copytree(made, tmp_path / "batch")
    state = tmp_path / "batch" / "out" / "batch-state.json"
    state.write_text(state.read_text(encoding="utf-8").replace(str(made), str(tmp_path / "batch")), encoding="utf-8")
    return tmp_path / "batch"


def test_each_client_gets_the_packet_that_build_makes_and_no_word_of_another(
    made: Path, run: Run, tmp_path: Path
) -> None:
    out = made / "out"
    found = rows(out)
    assert {name: row["result"] for name, row in found.items() if row["result"] == "built"}.keys() == {"alder", "birch"}
    run("build", made / "clients" / "Alder.yaml", "--out", tmp_path, *FEW[:-2], "--jobs", "1")
    assert tree(out / "alder") == tree(tmp_path)
    for mine, other in (("alder", b"Birch Gauge"), ("birch", b"Alder Gauge")):
        report = verify(out / found[mine]["zip"])
        assert report.is_unchanged
        content = b"".join(path.read_bytes() for path in (out / mine).rglob("*") if path.is_file())
        assert other not in content
    assert half_made(out / "alder") == half_made(out / "birch") == []


def test_what_is_wrong_with_a_broken_client_stands_in_its_line(made: Path, tmp_path: Path) -> None:
    said = broken_ones(tmp_path)
    found = rows(made / "out")
    for name in found.keys() - {"alder", "birch"}:
        row = found[name]
        assert row["result"] == "failed"
        assert said[name] in row["reason"] + row["where"]
        assert not (made / "out" / name).exists()
    data = json.loads((made / "out" / "batch-summary.json").read_text(encoding="utf-8"))["clients"]
    assert [one["client"] for one in data] == list(found)


def test_a_second_run_makes_what_is_missing_changed_or_touched_and_keeps_the_rest(again: Path, run: Run) -> None:
    clients, out = again / "clients", again / "out"
    before = tree(out)
    ran = run("batch", clients, "--out", out, *FEW, "--json")
    assert ran.code == 1
    results = {one["client"]: one["result"] for one in json.loads(ran.out)["clients"]}
    assert (results["alder"], results["birch"]) == ("kept", "kept")
    same = {name for name, sha in before.items() if not name.startswith("batch-summary")}
    assert {name: before[name] for name in same} == {name: sha for name, sha in tree(out).items() if name in same}

    page = next((out / "alder" / NAME.format("alder")).rglob("*.md"))
    page.write_bytes(page.read_bytes() + b"mine")
    answers(clients / "Birch.yaml", ("company: Tamarack Gauge Co.", "company: Birch Gauge Ltd."))
    ran = run("batch", clients, "--out", out, *FEW)
    assert f"What somebody changed is kept as alder/{NAME.format('alder')}.changed-1." in ran.out
    assert {name: row["result"] for name, row in rows(out).items()} | {"alder": "built", "birch": "built"} == {
        name: row["result"] for name, row in rows(out).items()
    }
    assert (out / "alder" / f"{NAME.format('alder')}.changed-1" / page.relative_to(page.parents[1])).read_bytes()[
        -4:
    ] == b"mine"
    assert verify(out / "alder" / NAME.format("alder")).is_unchanged
    assert (out / "birch" / f"birch-gauge-ltd-{DAY}-staff.zip").is_file()


def test_what_counts_as_made_before_is_read_from_the_packet_and_never_believed(again: Path, run: Run) -> None:
    clients, out = again / "clients", again / "out"
    mine, other = (out / name / NAME.format(name) for name in ("alder", "birch"))
    state = json.loads((out / "batch-state.json").read_text(encoding="utf-8"))
    assert state["clients"]["alder"].keys() == {"source", "made_on"}

    def result(*more: str) -> tuple[str, dict[str, int]]:
        ran = run("batch", clients / "Alder.yaml", "--out", out, *FEW, "--json", *more)
        (row,) = json.loads(ran.out)["clients"]
        return row["result"], row["findings"]

    kept, findings = result()
    assert kept == "kept"
    assert findings["high"] + findings["low"] > 0, "counted anew, for they stand nowhere else"
    shutil.rmtree(mine)
    shutil.copytree(other, mine)
    shutil.copy(other.with_name(f"{other.name}.zip"), mine.with_name(f"{mine.name}.zip"))
    assert result()[0] == "built", "a whole packet of another client stood there"
    assert b"Birch" not in b"".join(path.read_bytes() for path in mine.rglob("*") if path.is_file())
    assert result("--no-zip")[0] == "built", "no ZIP was asked for, and one stood there"


def test_clients_that_would_share_a_folder_are_refused_in_a_sentence(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    client(tmp_path / "one", "Acme")
    answers(tmp_path / "two" / "ACME.yml")
    ran = run("batch", tmp_path / "one", tmp_path / "two", "--out", tmp_path / "out", *FEW)
    assert ran.code == 1
    assert ran.out.count('Another client would have the folder "acme" too') == 2
    assert not (tmp_path / "out" / "acme").exists()


def test_a_batch_that_is_stopped_leaves_finished_packets_whole_and_nothing_half_made(tmp_path: Path) -> None:
    folder, out = tmp_path / "clients", tmp_path / "out"
    folder.mkdir()
    for name in ("Alder", "Birch", "Cedar"):
        client(folder, name)
    desk = Desk(tmp_path / "workspace", TODAY)
    desk.__dict__["catalogue"] = catalogue()
    wishes = Wishes(out, ("md",), day=TODAY, reader="staff", jobs=1)
    going = make_packets(desk, clients_at(desk, [str(folder)]), wishes)
    assert next(going).what == "alder"
    going.close()
    found = rows(out)
    assert [row["result"] for row in found.values()] == ["built", "not_begun", "not_begun"]
    assert verify(out / found["alder"]["zip"]).is_unchanged
    assert [path.name for path in out.iterdir() if path.is_dir()] == ["alder"]

    later = Desk(desk.workspace, TODAY + timedelta(days=30))
    later.__dict__["catalogue"] = catalogue()
    list(make_packets(later, clients_at(later, [str(folder / "Alder.yaml")]), wishes))
    assert rows(out)["alder"]["result"] == "kept", "a packet says on which day it was made, and stays"


@pytest.mark.parametrize(
    ("wishes", "code", "said"),
    [
        (("--formats", "doc"), 2, "Did you mean docx?"),
        (("--out", ""), 2, "--out names no folder"),
        (("--jobs", "0"), 2, "1 to 64"),
        (("--pack", "/nowhere/at/all"), 3, "/nowhere/at/all"),
    ],
)
def test_wishes_that_make_no_sense_begin_nothing(
    wishes: tuple[str, ...], code: int, said: str, run: Run, tmp_path: Path
) -> None:
    ran = run("batch", SAMPLES / "tamarack.yaml", "--out", tmp_path / "out", *wishes)
    assert ran.code == code
    assert said in ran.err
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(not IS_THOROUGH, reason="two hundred clients take minutes")
def test_of_two_hundred_clients_five_broken_ones_stop_none_of_the_others(run: Run, tmp_path: Path) -> None:
    folder, out = tmp_path / "clients", tmp_path / "out"
    folder.mkdir()
    broken = broken_ones(folder)
    for number in range(200 - len(broken)):
        client(folder, f"Client {number:03}")
    assert run("batch", folder, "--out", out, "--formats", "md", "--date", DAY).code == 1
    found = rows(out)
    assert len(found) == 200
    assert {name for name, row in found.items() if row["result"] == "failed"} == broken.keys()
    assert all(verify(out / row["zip"]).is_unchanged for row in found.values() if row["zip"])
    ran = run("batch", folder, "--out", out, "--formats", "md", "--date", DAY, "--json")
    again = json.loads(ran.out)["clients"]
    assert sum(one["result"] == "kept" for one in again) == 195
