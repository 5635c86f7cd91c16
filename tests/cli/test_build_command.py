from __future__ import annotations

import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from soc2desk.packet.whole import WHOLE
from tests.cli.driving import DAY, LATE, NAME, ONE, SAMPLES, WHOLE_NAME, Run, answers, half_made, tree

if TYPE_CHECKING:
    from pathlib import Path

TAMARACK = SAMPLES / "tamarack.yaml"
LINK = re.compile(r'href="\./([^"]+)"')


def names(out: Path) -> list[str]:
    return sorted(path.name for path in out.iterdir())


def test_a_packet_is_a_folder_and_its_zip_with_internal_papers_beside(built: Path) -> None:
    name = f"brightwater-labs-inc-{DAY}"
    assert names(built) == [name, f"{name}-internal", f"{name}.zip"]
    with zipfile.ZipFile(built / f"{name}.zip") as archive:
        files = {key for key in tree(built / name) if not key.endswith("/")}
        assert set(archive.namelist()) == files
    assert not [key for key in files if "REG-RDY" in key or "promise" in key or "training/" in key]
    assert [key for key in tree(built / f"{name}-internal") if "REG-RDY" in key]


def test_every_file_is_linked_from_the_index_and_every_link_leads_to_a_file(built: Path) -> None:
    for name in (f"brightwater-labs-inc-{DAY}", f"brightwater-labs-inc-{DAY}-internal"):
        folder = built / name
        linked = LINK.findall((folder / "index.html").read_text(encoding="utf-8"))
        files = {key for key in tree(folder) if ("/" in key or key == WHOLE) and not key.endswith("/")}
        assert len(linked) == len(set(linked))
        assert set(linked) == files


def test_a_project_is_built_by_name_and_keeps_the_first_date(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--sample", "tamarack")
    ran = run("build", "acme", "--out", tmp_path / "out", *ONE)
    assert ran.code == 0
    assert ran.out.startswith(f"{tmp_path / 'out' / NAME}  (2 files)\n  01-policies: 1 file\n")
    assert ran.err == "1 of 1  Access control policy (docx)\n"
    ran = run("build", "acme", "--out", tmp_path / "again", *ONE[:-2])
    assert names(tmp_path / "again") == [NAME, f"{NAME}.zip"]
    assert (tmp_path / "again" / f"{NAME}.zip").read_bytes() == (tmp_path / "out" / f"{NAME}.zip").read_bytes()


def test_quiet_says_nothing_and_json_says_all(run: Run, tmp_path: Path) -> None:
    ran = run("build", TAMARACK, "--out", tmp_path / "quiet", *ONE, "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    ran = run("build", TAMARACK, "--out", tmp_path / "json", *ONE, "--json")
    (said,) = json.loads(ran.out)
    assert ran.err == ""
    assert said["folder"] == str(tmp_path / "json" / NAME)
    assert said["zip"] == f"{said['folder']}.zip"
    assert said["files"] == 2
    assert len(said["fingerprint"]) == 64


@pytest.mark.parametrize(
    ("wishes", "code", "said"),
    [
        (("--formats", "doc"), 2, "Did you mean docx?"),
        (("--formats", ","), 2, "the list is empty"),
        (("--only", "POL-ACQ"), 2, "Did you mean POL-ACP?"),
        (("--only", "POL-ACP", "--formats", "xlsx"), 2, "nothing to make for auditor"),
        (("--for", "customer", "--formats", "xlsx"), 2, "nothing to make for customer"),
        (("--for", "everybody"), 2, "--for"),
        (("--jobs", "0"), 2, "1 to 64"),
        (("--date", "20270131"), 2, "2027-01-31"),
        (("--date", "2300-01-01"), 2, "1900 to 2199"),
        (("--date", "2026-10-20"), 4, "it holds a confirmation of 2026-"),
        (("--pack", "/nowhere/at/all"), 3, "/nowhere/at/all"),
    ],
)
def test_wishes_that_make_no_sense_make_nothing(
    wishes: tuple[str, ...], code: int, said: str, run: Run, tmp_path: Path
) -> None:
    ran = run("build", TAMARACK, "--out", tmp_path / "out", "--date", DAY, *wishes)
    assert ran.code == code
    assert ran.out == ""
    assert said in ran.err
    assert not (tmp_path / "out").exists()


def test_a_format_asked_for_twice_is_made_once(run: Run, tmp_path: Path) -> None:
    ran = run("build", TAMARACK, "--out", tmp_path, *ONE, "--formats", "docx,docx, docx", "--json")
    assert json.loads(ran.out)[0]["files"] == 2


@pytest.mark.parametrize(
    ("reader", "holds", "lacks"),
    [("internal", "REG-RDY", "POL-ACP"), ("staff", "POL-ACP", "REG-MTX"), ("all", "REG-RDY", "nothing")],
)
def test_each_reader_gets_a_packet_of_its_own_name(
    reader: str, holds: str, lacks: str, run: Run, tmp_path: Path
) -> None:
    wishes = ("--for", reader, "--formats", "html", "--date", DAY, "--jobs", "2")
    assert run("build", TAMARACK, "--out", tmp_path / "out", *wishes).code == 0
    assert names(tmp_path / "out") == [f"{WHOLE_NAME}-{reader}", f"{WHOLE_NAME}-{reader}.zip"]
    files = " ".join(tree(tmp_path / "out" / f"{WHOLE_NAME}-{reader}"))
    assert holds in files
    assert lacks not in files


def test_an_internal_paper_alone_never_gets_into_the_auditors_zip(run: Run, tmp_path: Path) -> None:
    assert run("build", TAMARACK, "--out", tmp_path / "out", *ONE, "--only", "REG-RDY", "--formats", "xlsx").code == 0
    assert names(tmp_path / "out") == [f"{NAME}-internal"]


def test_a_folder_without_zip_leaves_no_zip_that_disagrees(run: Run, tmp_path: Path) -> None:
    run("build", TAMARACK, "--out", tmp_path / "out", *ONE)
    assert run("build", TAMARACK, "--out", tmp_path / "out", *ONE, "--no-zip", "--formats", "html").code == 0
    assert names(tmp_path / "out") == [NAME]
    assert run("build", TAMARACK, "--out", tmp_path / "out", *ONE).code == 0
    assert names(tmp_path / "out") == [NAME, f"{NAME}.zip"]
    assert run("verify", tmp_path / "out" / f"{NAME}.zip").code == 0


# ---- draft and final -------------------------------------------------------------------------------------------------


def test_blank_answers_and_missing_dates_build_as_a_draft_that_says_so(run: Run, tmp_path: Path) -> None:
    file = answers(
        tmp_path / "mine.yaml",
        ("  window_start: 2027-07-01\n  window_end: 2027-09-30\n", ""),
        ("  access_removal_limit: 1 business day\n", ""),
        ("  company: Tamarack Gauge Co.\n", ""),
    )
    wishes = ("--only", "POL-ACP", "REG-RDY", "--formats", "html", "--jobs", "1", "--date", DAY)
    assert run("build", file, "--out", tmp_path / "out", *wishes).code == 0
    page = next((tmp_path / "out" / f"mine-{DAY}-part").glob("*/POL-ACP*.html")).read_text(encoding="utf-8")
    header, _, body = page.partition("<main>")
    counted = re.search(r"<dt>Open phrases</dt><dd><mark[^>]*>(\d+)</mark>", header)
    assert counted is not None
    assert int(counted[1]) == len(re.findall('<mark class="(open|suggested)"', body)) > 1
    assert "None" not in page
    assert "{{" not in page
    report = next((tmp_path / "out" / f"mine-{DAY}-part-internal").glob("*/REG-RDY*.html")).read_text(encoding="utf-8")
    for question in ("company", "window_start", "window_end", "access_removal_limit"):
        assert f'<th scope="row">{question}</th>' in report
    refused = run("build", file, "--out", tmp_path / "final", *wishes, "--final")
    assert refused.code == 1
    assert "(access_removal_limit)" in refused.err
    assert "(company)" in refused.err
    assert not (tmp_path / "final").exists()


def test_final_refuses_with_the_list_for_people_and_for_programs(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--sample", "tamarack")
    run("set", "acme", "control_states.ACC-01=not_confirmed", "access_removal_limit={suggested: 1 business day}")
    run("approve", "acme", "--by", "tobias-nystrom")
    wishes = ("--out", tmp_path / "out", *ONE, "--date", LATE, "--final")
    ran = run("build", "acme", *wishes)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("A final packet cannot be made yet: 2 things are open.\n")
    assert ran.err.count("\n  - ") == 2
    assert "ACC-01" in ran.err
    said = json.loads(run("build", "acme", *wishes, "--json").out)
    assert len(said["waiting"]) == 2
    assert not (tmp_path / "out").exists()


def test_a_project_made_ready_by_set_and_approve_builds_final(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--sample", "tamarack")
    run("set", "acme", "control_states.ACC-01=not_confirmed")
    wishes = ("--out", tmp_path / "out", *ONE, "--formats", "html", "--date", LATE, "--final")
    run("approve", "acme", "--by", "tobias-nystrom")
    assert run("build", "acme", *wishes).code == 1
    run("set", "acme", "control_states.ACC-01=in_place", "control_states.ACC-01.since=2024-02-12")
    assert run("build", "acme", *wishes).code == 1, "nobody is named who says so"
    run("set", "acme", "control_states.ACC-01.confirmed_by=tobias-nystrom")
    run("approve", "acme", "--by", "tobias-nystrom")
    ran = run("build", "acme", *wishes)
    assert (ran.code, ran.err) == (0, "1 of 1  Access control policy (html)\n")
    page = next((tmp_path / "out").rglob("POL-ACP*.html")).read_text(encoding="utf-8")
    assert "Draft" not in page
    assert "Tobias Nystr\u00f6m" in page


def test_a_change_after_the_approval_makes_it_a_draft_again(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--sample", "tamarack")
    run("approve", "acme", "--by", "tobias-nystrom")
    run("set", "acme", "access_removal_limit=3 business days")
    ran = run("build", "acme", "--out", tmp_path / "out", *ONE, "--date", LATE, "--final")
    assert ran.code == 1
    assert "POL-ACP" in ran.err


# ---- dates -----------------------------------------------------------------------------------------------------------


def test_a_packet_cannot_be_older_than_a_confirmation_in_it(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--sample", "tamarack")
    run("approve", "acme", "POL-ACP", "--by", "tobias-nystrom")
    ran = run("build", "acme", "--out", tmp_path / "out", *ONE, "--date", "2020-01-01")
    assert ran.code == 4
    assert "Take --date" in ran.err
    assert not (tmp_path / "out").exists()
    run("set", "acme", "document_date=2020-01-01")
    assert run("build", "acme", "--out", tmp_path / "out", *ONE[:-2]).code == 4


@pytest.mark.parametrize("seconds", ["yesterday", "1.5", "-1", "1_000", "9" * 30, "0x10"])
def test_a_bad_source_date_epoch_is_refused(
    seconds: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    ran = run("build", TAMARACK, "--out", tmp_path / "out", *ONE[:-2])
    assert ran.code == 2
    assert "SOURCE_DATE_EPOCH" in ran.err
    assert not (tmp_path / "out").exists()


def test_source_date_epoch_is_the_day_and_the_option_wins(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219199")  # the last second of 2026-11-20 in UTC
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    run("build", TAMARACK, "--out", tmp_path / "out", *ONE[:-2])
    assert NAME in names(tmp_path / "out")
    run("build", TAMARACK, "--out", tmp_path / "later", *ONE[:-2], "--date", "2026-12-01")
    assert "tamarack-gauge-co-2026-12-01-part" in names(tmp_path / "later")


def test_a_failed_first_build_fixes_no_date(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--sample", "tamarack")
    before = tree(tmp_path / "workspace")
    (tmp_path / "a-file").write_text("mine", encoding="utf-8")
    assert run("build", "acme", "--out", tmp_path / "a-file", *ONE).code == 5
    assert tree(tmp_path / "workspace") == before
    assert half_made(tmp_path) == []


def test_a_packet_is_signed_as_it_is_built(tmp_path: Path, run: Run) -> None:
    run("keys", "new", tmp_path / "jane.key", "--name", "Jane Doe")
    source = SAMPLES / "tamarack.yaml"
    assert run("build", source, "--out", tmp_path, *ONE).code == 0
    plain = (tmp_path / NAME / "manifest.json").read_bytes()
    assert run("build", source, "--out", tmp_path, *ONE, "--sign", tmp_path / "jane.key").code == 0
    assert (tmp_path / NAME / "manifest.json").read_bytes() == plain
    for packet in (tmp_path / NAME, tmp_path / f"{NAME}.zip"):
        assert "its holder writes the name Jane Doe" in run("verify", packet).out


def test_an_approval_of_an_answers_file_is_printed_with_its_day_as_told(run: Run, tmp_path: Path) -> None:
    wishes = ("--only", "POL-BCP", "--formats", "html", "--jobs", "1", "--date", DAY, "--no-zip")
    copied = answers(tmp_path / "old.yaml", ("on: 2026-11-16, text:", "on: 2024-01-05, text:"))
    said = []
    for number, source in enumerate((copied, TAMARACK)):
        out = tmp_path / str(number)
        assert run("build", source, "--out", out, *wishes).code == 0
        said += ["".join(path.read_text(encoding="utf-8") for path in out.rglob("POL-BCP*.html"))]
    assert "on 5 January 2024; the day is as the file of answers says" in said[0]
    assert "on 16 November 2026" in said[1]
    assert "answers file" not in said[1]
