"""Two colleagues work on one project, a laptop each: both their works end up in it, and nothing happens unasked."""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.bringing import get_ready, not_brought
from soc2desk.app.duplicating import duplicate
from soc2desk.app.evidence_work import add
from soc2desk.app.merging import Side, Why, brings_something, chosen_for, look
from soc2desk.app.session import open_session
from soc2desk.domain.problems import OpenElsewhere, Problem, ProjectProblem
from soc2desk.storage.handed import kept_states
from soc2desk.storage.projects import PROJECT_FILE, open_folder
from soc2desk.storage.tables import META
from tests.app.merge_story import DAY, Laptop, ended, handed_over, two_laptops
from tests.cli.driving import tree
from tests.composed import catalogue
from tests.drawn import png

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.session import Session

RENEE, TOBIAS = "renee-claire-muise", "tobias-nystrom"
TITLE = ("people", RENEE, "title")
COMPANY = ("answers", "company")
POLICY, OTHER = "POL-PRN", "POL-PRP"
"""Two policies that nobody approved in the sample."""
APPROVED = "POL-ACP"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return handed_over(tmp_path_factory.mktemp("begun"))


@pytest.fixture
def laptops(begun: Path, tmp_path: Path) -> tuple[Laptop, Laptop]:
    return two_laptops(begun, tmp_path)


def as_an_editor(folder: Path, table: str, id_: str, **fields: str) -> None:
    """Change a row of a project's file as an editor does: the seal fits no more."""
    file = folder / PROJECT_FILE
    tables = json.loads(file.read_bytes())
    (row,) = (row for row in tables[table].values() if row["id"] == id_)
    row |= fields
    file.write_text(json.dumps(tables), encoding="utf-8")


def test_what_each_did_is_in_both_copies_after_one_file_each_way(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ana.put({TITLE: "President"})
    ben.put({COMPANY: "Tamarack Gauges", ("people", "sam"): {"name": "Sam Roy"}})
    looked = ana.merge(ben.send())
    assert [(one.path, one.why) for one in looked.found] == [
        ("answers.company", Why.THEIRS), (f"people.{RENEE}.title", Why.MINE), ("people.sam", Why.THEIRS),
    ]  # fmt: skip
    ben.merge(ana.send())
    assert ana.project == ben.project
    assert (ana.project.person[RENEE].title, ana.project.person["sam"].name) == ("President", "Sam Roy")


STATE = {"state": "in_place", "since": DAY.isoformat(), "confirmed_by": RENEE, "confirmed_on": DAY.isoformat()}
END = {"last_day": "2027-01-09", "reason": "Switched off", "on": DAY.isoformat(), "by": TOBIAS}


@pytest.mark.parametrize("said_of", ["ACC-02", "ACC"])
def test_the_end_of_a_control_that_the_other_said_is_in_place_is_chosen_by_a_person(
    laptops: tuple[Laptop, Laptop], said_of: str
) -> None:
    ana, ben = laptops
    ana.put({("control_states", said_of): STATE})
    ben.put({("retired_controls", "ACC-02"): END, ("retired_controls", "ACC-05"): END})
    looked = ana.look(ben.send())
    ends = [one.path for one in looked.found if one.must_choose]
    named = ["retired_controls.ACC-02", "retired_controls.ACC-05"]
    assert ends == (named if said_of == "ACC" else named[:1])
    assert [one.path for one in ben.look(ana.send()).found if one.must_choose] == ends
    ana.merge(ben.send(), side=Side.MINE)
    assert list(ana.project.retirement) == ([] if said_of == "ACC" else ["ACC-05"])


def test_the_next_time_only_what_is_new_is_told_and_what_was_left_out_stays_left_out(
    laptops: tuple[Laptop, Laptop],
) -> None:
    ana, ben = laptops
    ben.put({COMPANY: "Tamarack Gauges"})
    ben.put({("people", "sam"): {"name": "Sam Roy"}})
    ana.merge(ben.send("one"), {"people.sam": Side.MINE})
    ben.put({TITLE: "Founder"})
    looked = ana.look(ben.send("two"))
    assert [(one.path, one.why) for one in looked.found if one.why is Why.THEIRS] == [
        (f"people.{RENEE}.title", Why.THEIRS)
    ]
    assert [one.path for one in looked.found if one.must_choose] == []
    ana.merge(ben.send("two"))
    assert "sam" not in ana.project.person


def test_what_was_left_out_is_not_offered_again_where_nothing_else_was_taken(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ana.put({TITLE: "President"})
    ben.put({TITLE: "Founder", COMPANY: "Tamarack Gauges"})
    before = ana.project
    ana.merge(ben.send(), {"answers.company": Side.MINE}, Side.MINE)
    assert ana.project == before
    again = ana.look(ben.send())
    assert not brings_something(again)
    assert {one.why for one in again.found} == {Why.MINE}
    # It can still be taken by whoever thinks again.
    ana.merge(ben.send(), {"answers.company": Side.THEIRS})
    assert ana.project.answers["company"].value == "Tamarack Gauges"


def test_a_copy_that_was_brought_in_changes_nothing_the_second_time(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ben.put({COMPANY: "Tamarack Gauges"})
    ana.merge(ben.send())
    before = tree(ana.folder)
    ana.merge(ben.send())
    assert tree(ana.folder) == before


def test_an_approval_of_the_other_copy_holds_only_for_the_text_that_was_approved(
    laptops: tuple[Laptop, Laptop],
) -> None:
    ana, ben = laptops
    with closing(open_session(ben.desk, ben.folder)) as session:
        text = session.composition.hashes[APPROVED]
        session.put({("approvals", APPROVED): {"by": TOBIAS, "on": "2027-01-10", "text": text}}, "approved")
        session.save()
        assert APPROVED not in unapproved(session)
    ana.put({COMPANY: "Tamarack Gauges"})
    ana.merge(ben.send())
    with closing(open_session(ana.desk, ana.folder)) as session:
        assert session.project.approval[APPROVED].text == text
        assert APPROVED in unapproved(session)


def unapproved(session: Session) -> str:
    return " ".join(session.composition.unapproved)


def test_what_was_undone_is_told_again(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ben.put({COMPANY: "Tamarack Gauges"})
    file = ben.send()
    before = ana.project
    ana.merge(file)
    assert ana.undo() == "Brought together"
    assert ana.project == before
    assert [(one.path, one.why) for one in ana.look(file).found] == [("answers.company", Why.THEIRS)]


def test_nothing_is_applied_while_both_changed_one_thing_and_nobody_chose(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ana.put({TITLE: "President"})
    ben.put({TITLE: "Founder", COMPANY: "Tamarack Gauges"})
    file = ben.send()
    before, theirs = tree(ana.folder), file.read_bytes()
    with pytest.raises(ProjectProblem, match=f"wait for a choice: people.{RENEE}.title"):
        ana.merge(file)
    assert tree(ana.folder) == before
    ana.merge(file, {f"people.{RENEE}.title": Side.THEIRS})
    assert (ana.project.person[RENEE].title, str(ana.project.answers["company"].value)) == (
        "Founder", "Tamarack Gauges",
    )  # fmt: skip
    assert file.read_bytes() == theirs


def test_a_state_that_a_save_replaced_while_one_looked_is_not_taken_for_that_of_both(
    laptops: tuple[Laptop, Laptop], monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, ben = laptops
    ana.put({COMPANY: "Here"})
    ben.put({COMPANY: "There"})
    with closing(open_session(ana.desk, ana.folder)) as session:

        def saved_meanwhile(file: Path, digits: int) -> dict[str, Path]:
            found = kept_states(file, digits)
            session.put({TITLE: "President"}, "meanwhile")
            session.save()
            return found

        monkeypatch.setattr("soc2desk.app.merging.kept_states", saved_meanwhile)
        looked = look(session, ben.folder)
    assert {one.path: one.why for one in looked.found}["answers.company"] is Why.BOTH


def test_a_person_whom_one_took_out_and_the_other_made_an_owner_is_asked_about(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ana.put({("people", "sam"): {"name": "Sam Roy"}})
    ben.merge(ana.send())
    ana.put({("people", "sam"): None})
    ben.put({("owners", "ACC-07", "owner"): "sam"})
    file = ben.send()
    asked = [one for one in ana.look(file).found if one.must_choose]
    assert [(one.path, one.why, one.named) for one in asked] == [("people.sam", Why.NAMED, ("owners.ACC-07.owner",))]
    with pytest.raises(ProjectProblem, match=r'does not fit together: .*names the person "sam"'):
        ana.merge(file, {"people.sam": Side.MINE})
    ana.merge(file, side=Side.MINE)
    assert ana.project.owning["ACC-07"].owner == ana.project.person["sam"].id


def test_own_controls_made_apart_under_one_id_stay_two(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    own = {"statement": "Somebody looks.", "criteria": ["CC6.1"], "cadence": "quarterly", "nature": "manual",
           "evidence": "A note."}  # fmt: skip
    ana.put({("own_controls", "OWN-01"): {"title": "Badges", **own}})
    ben.put({("own_controls", "OWN-01"): {"title": "Keys", **own}})
    ben.put({("control_states", "OWN-01"): {"state": "planned", "from": "2027-05-01", "confirmed_on": "2027-01-10"}})
    looked = ana.merge(ben.send())
    assert looked.ids == {("own_controls", "OWN-01"): "OWN-02"}
    assert [(one.id, one.title) for one in ana.project.own_controls] == [("OWN-01", "Badges"), ("OWN-02", "Keys")]
    assert ana.project.state_entry["OWN-02"].start == date(2027, 5, 1)
    assert "OWN-01" not in ana.project.state_entry


def test_what_is_said_of_one_of_two_rows_made_under_one_id_is_never_put_into_the_other(
    laptops: tuple[Laptop, Laptop],
) -> None:
    ana, ben = laptops
    ana.put({("vendors", "acme"): {"name": "Acme", "service": "mail"}})
    ben.put({("vendors", "acme"): {"name": "Acme Two", "service": "hosting"}})
    ana.merge(ben.send(), side=Side.MINE)
    ben.merge(ana.send(), side=Side.MINE)
    assert ana.look(ben.folder).found == ben.look(ana.folder).found == ()
    ana.put({("vendors", "acme", "tier"): "critical"})
    ben.put({("vendors", "acme", "name"): "Acme Three"})
    ben.merge(ana.send())
    assert {one.name: one.tier for one in ben.project.vendors if "Acme" in one.name} == {
        "Acme": "critical", "Acme Three": "low",
    }  # fmt: skip
    ana.merge(ben.send())
    assert {(one.name, one.tier) for one in ana.project.vendors} == {
        (one.name, one.tier) for one in ben.project.vendors
    }


def test_a_piece_of_evidence_that_one_accepted_is_accepted_in_the_other_copy_under_its_id_there(
    laptops: tuple[Laptop, Laptop],
) -> None:
    ana, ben = laptops
    attached(ana, "mine.csv", b"login\nkim\n")
    attached(ben, "theirs.csv", b"login\nlee\n")
    ana.merge(ben.send(with_evidence=True))
    ben.merge(ana.send(with_evidence=True))
    accepted = {"state": "accepted", "reviewed_by": TOBIAS, "reviewed_on": "2027-01-10"}
    ana.put({("evidence", "e-0001", name): said for name, said in accepted.items()})
    ben.merge(ana.send(with_evidence=True))
    states = {one.name: one.state for one in ana.project.evidence}
    assert states["mine.csv"] != states["theirs.csv"]
    assert {one.name: one.state for one in ben.project.evidence} == states
    assert {one.digest for one in ben.project.evidence} == {
        hashlib.sha256(raw).hexdigest() for raw in held(ben).values()
    }


# ---- evidence ------------------------------------------------------------------------------------


def attached(laptop: Laptop, name: str, content: bytes) -> None:
    source = laptop.desk.workspace / name
    source.write_bytes(content)
    ended(add(laptop.desk, laptop.folder.name, source, {"requests": ["ER-045"], "name": name}))


def held(laptop: Laptop) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (laptop.folder / "evidence").iterdir() if path.is_file()}


def test_files_of_evidence_come_along_and_two_of_one_number_stay_two(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    attached(ana, "mine.csv", b"login\nkim\n")
    attached(ben, "theirs.csv", b"login\nlee\n")
    attached(ben, "again.csv", b"login\nkim\n")
    ana.merge(ben.send(with_evidence=True), side=Side.MINE)
    pieces = {one.digest: one for one in ana.project.evidence}
    assert {name: hashlib.sha256(raw).hexdigest() for name, raw in held(ana).items()} == {
        one.file: one.digest for one in pieces.values()
    }
    assert sorted(one.id for one in pieces.values()) == ["e-0001", "e-0002"]
    ben.merge(ana.send(with_evidence=True))
    assert {hashlib.sha256(raw).hexdigest() for raw in held(ben).values()} == pieces.keys()
    assert {one.digest: one.file for one in ben.project.evidence} == {
        hashlib.sha256(raw).hexdigest(): name for name, raw in held(ben).items()
    }


def test_evidence_that_was_not_sent_is_told_and_missing_here(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    attached(ben, "theirs.csv", b"login\nlee\n")
    file = ben.send(with_evidence=False)
    with closing(open_session(ana.desk, ana.folder)) as session:
        looked = look(session, file)
        assert looked.notes == ("no_evidence",)
        ready = ended(get_ready(session, looked, {}))
    assert ready.missing == (ben.project.evidence[0].file,)
    assert not (ana.folder / "evidence").exists()


def test_a_name_that_leads_out_of_the_folder_brings_and_takes_away_nothing(
    laptops: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    ana, ben = laptops
    attached(ben, "theirs.csv", b"login\nlee\n")
    victim = ana.folder.parent / "victim.new"
    for name in ("/../../victim", "../../victim", "con.csv"):
        victim.write_text("mine", encoding="utf-8")
        as_an_editor(ben.folder, "evidence", "e-0001", file=name)
        with closing(open_session(ana.desk, ana.folder)) as session:
            ready = ended(get_ready(session, look(session, ben.folder), {}))
        assert (ready.came, ready.missing) == ((), (name,))
        assert victim.read_text(encoding="utf-8") == "mine"
        assert not (ana.folder / "evidence").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["both"]


def test_what_stops_while_files_are_copied_leaves_none_of_them(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    attached(ben, "one.csv", b"login\nlee\n")
    attached(ben, "two.csv", b"login\nmo\n")
    file, before = ben.send(), tree(ana.folder)
    with closing(open_session(ana.desk, ana.folder)) as session:
        looked = look(session, file)
        for stop_after in (1, 2, 3):
            steps = get_ready(session, looked, {})
            for _ in range(stop_after):
                next(steps)
            steps.close()
        not_brought(session, ended(get_ready(session, looked, {})))
    after = {name: said for name, said in tree(ana.folder).items() if not name.startswith("backups/")}
    assert {name for name in after if name.startswith("evidence/e-")} == set()
    assert after[PROJECT_FILE] == before[PROJECT_FILE]


# ---- days ----------------------------------------------------------------------------------------


def approval(on: str) -> dict[str, str]:
    return {"by": TOBIAS, "on": on, "text": "a" * 64}


def test_a_day_of_the_other_copy_stays_where_its_file_bears_the_seal(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ben.put({("approvals", POLICY): approval("2027-01-10")})
    ben.put({("risks", "own"): {"name": "Flood", "rated_on": "2027-01-05", "likelihood": "2", "impact": "2"}})
    ana.on(date(2027, 2, 20)).merge(ben.send())
    assert ana.project.approval[POLICY].on == date(2027, 1, 10)
    assert ana.project.entry_day["risks.own.rated_on"].on == DAY
    assert not ana.project.days_are_told


def test_what_an_editor_wrote_into_the_other_copy_is_entered_today_and_its_day_is_a_claim(
    laptops: tuple[Laptop, Laptop],
) -> None:
    ana, ben = laptops
    ben.put({("approvals", POLICY): approval("2027-01-10")})
    ben.put({("risks", "own"): {"name": "Flood", "rated_on": "2027-01-05", "likelihood": "2", "impact": "2"}})
    as_an_editor(ben.folder, "approvals", POLICY, on="2026-12-24")
    later = ana.on(date(2027, 2, 20))
    assert "told" in later.look(ben.folder).notes
    later.merge(ben.folder)
    found = ana.project.approval[POLICY]
    assert (found.on, found.decided_on) == (date(2027, 2, 20), date(2026, 12, 24))
    assert ana.project.entry_day["risks.own.rated_on"].on == date(2027, 2, 20)
    assert not ana.project.days_are_told


def test_no_choice_gives_an_approval_an_earlier_day_than_it_had(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ben.put({("approvals", POLICY): approval("2027-01-10")})
    ana = ana.on(date(2027, 1, 15))
    ana.put({("approvals", POLICY): approval("2027-01-15") | {"text": "b" * 64}})
    ana.on(date(2027, 1, 20)).merge(ben.send(), {f"approvals.{POLICY}": Side.THEIRS})
    found = ana.project.approval[POLICY]
    assert (found.on, found.text[0], found.decided_on) == (date(2027, 1, 20), "a", date(2027, 1, 10))


def test_a_day_before_the_state_of_both_cannot_have_been_entered_after_it(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ana.put({("approvals", POLICY): approval("2027-01-10")})
    ben.merge(ana.send())
    # A clock set back, in a copy whose seal fits all the same.
    with closing(open_session(ben.desk, ben.folder)) as session:
        back = {OTHER: approval("2026-11-02"), **session.plain["approvals"]}
        session._set({**session.plain, "approvals": back})
        session.save()
    ana.on(date(2027, 1, 20)).merge(ben.send())
    assert ana.project.approval[OTHER].on == date(2027, 1, 20)
    assert ana.project.approval[OTHER].decided_on == date(2026, 11, 2)


def test_a_copy_from_a_clock_that_runs_ahead_is_refused(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ben = ben.on(date(2027, 3, 1))
    ben.put({("approvals", POLICY): approval("2027-03-01")})
    with pytest.raises(ProjectProblem, match="The clock says 2027-01-10"):
        ana.look(ben.send())


def test_a_record_that_both_filled_in_bears_the_days_on_which_each_part_was_said(
    laptops: tuple[Laptop, Laptop],
) -> None:
    ana, ben = laptops
    row = {"type": "access_review", "occurrence": "ACC-07/2027-Q1", "entered_on": "2027-01-10", "values": {}}
    ana.put({("records", "review"): row | {"values": {"system": "Gauge"}}})
    ben.merge(ana.send())
    ben = ben.on(date(2027, 1, 12))
    review = ("records", "review")
    ben.put({(*review, "values", "review_date"): "2027-01-11"})
    ben.put({(*review, "said_on", "review_date"): "2027-01-12", (*review, "changed_on"): "2027-01-12"})
    ana = ana.on(date(2027, 1, 20))
    ana.put({("records", "review", "values", "system"): "Gauge and portal"})
    ana.merge(ben.send())
    (found,) = (one for one in ana.project.records if one.id == "review")
    assert found.values["system"] == "Gauge and portal"
    assert found.entered("review_date") == date(2027, 1, 12)
    assert (found.entered_on, found.changed_on) == (DAY, date(2027, 1, 20))


# ---- which copies --------------------------------------------------------------------------------


def test_a_copy_of_another_client_is_refused(laptops: tuple[Laptop, Laptop]) -> None:
    ana, _ = laptops
    other = Laptop(ana.desk, duplicate(ana.desk, ana.folder, "Birch"))
    other.put({COMPANY: "Birch"})
    with pytest.raises(ProjectProblem, match="a copy of another project, of Birch; nothing was changed"):
        ana.look(other.send("birch"))


def test_a_folder_a_state_left_beside_and_a_file_can_all_be_brought_in(
    laptops: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    ana, _ = laptops
    shutil.copytree(ana.folder, tmp_path / "stick")
    stick = Laptop(ana.desk, tmp_path / "stick")
    ana.put({TITLE: "President"})
    stick.put({COMPANY: "Tamarack Gauges"})
    shutil.copy(tmp_path / "stick" / PROJECT_FILE, ana.folder / "project (conflicted copy).json")
    for path in (stick.folder, ana.folder / "project (conflicted copy).json", stick.send("stick")):
        assert {one.path for one in ana.look(path).found} == {"answers.company", f"people.{RENEE}.title"}
    for wrong in (ana.folder / "history.json", tmp_path, ana.folder / "none.json", ana.folder / "none.soc2desk"):
        with pytest.raises(Problem):
            ana.look(wrong)


def test_without_a_state_of_both_nothing_is_taken_unasked_and_no_row_goes(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ana.put({("people", "sam"): {"name": "Sam Roy"}})
    ben.put({("people", "kim"): {"name": "Kim Ng"}, COMPANY: "Tamarack Gauges"})
    for laptop in laptops:
        shutil.rmtree(laptop.folder / "backups", ignore_errors=True)
        (laptop.folder / f"{PROJECT_FILE}.bak").unlink(missing_ok=True)
    looked = ana.look(ben.folder)
    assert looked.notes == ("no_base",)
    assert {one.why for one in looked.found} == {Why.UNKNOWN}
    ana.merge(ben.folder, side=Side.THEIRS)
    assert {"sam", "kim"} <= ana.project.person.keys()
    assert str(ana.project.answers["company"].value) == "Tamarack Gauges"


def test_a_copy_from_before_projects_had_ids_is_told_by_its_company(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    file = ben.folder / PROJECT_FILE
    tables = json.loads(file.read_bytes())
    for name in ("identity", "line", "seal"):
        tables[META]["1"].pop(name, None)
    file.write_text(json.dumps(tables), encoding="utf-8")
    ana.put({TITLE: "President"})
    assert "unknown" in ana.look(ben.folder).notes
    ana.put({COMPANY: "Birch"})
    with pytest.raises(ProjectProblem, match="another project"):
        ana.look(ben.folder)


# ---- whatever comes between ----------------------------------------------------------------------


def test_what_changed_since_one_looked_is_never_written_over(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ben.put({COMPANY: "Tamarack Gauges"})
    file = ben.send()
    with closing(open_session(ana.desk, ana.folder)) as session:
        looked = look(session, file)
        session.put({TITLE: "President"}, "title")
        with pytest.raises(ProjectProblem, match="Something changed since you looked"):
            ended(get_ready(session, looked, {}))
        ben.put({COMPANY: "Tamarack Instruments"})
        looked = look(session, file)
        ben.send()
        with pytest.raises(ProjectProblem, match="Something changed since you looked"):
            ended(get_ready(session, looked, {}))


def test_a_project_that_is_open_elsewhere_is_not_changed(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    file = ben.send()
    with closing(open_session(ana.desk, ana.folder)), pytest.raises(OpenElsewhere):
        ana.merge(file)


def test_a_logo_that_both_changed_is_asked_about_and_the_one_before_is_kept(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    for laptop, width in ((ana, 300), (ben, 200)):
        (laptop.folder / "logo.png").write_bytes(png(width))
        laptop.put({("answers", "logo"): "logo.png"})
    mine, theirs = ((one.folder / "logo.png").read_bytes() for one in laptops)
    file = ben.send()
    (asked,) = (one for one in ana.look(file).found if one.must_choose)
    assert asked.path == "files.logo.png"
    ana.merge(file, {"files.logo.png": Side.THEIRS})
    assert (ana.folder / "logo.png").read_bytes() == theirs
    kept = [path.read_bytes() for path in (ana.folder / "backups").glob("logo-*.png")]
    assert kept == [mine]


def test_choosing_a_side_leaves_what_was_chosen_by_hand(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ana.put({TITLE: "President", COMPANY: "Tamarack A"})
    ben.put({TITLE: "Founder", COMPANY: "Tamarack B"})
    looked = ana.look(ben.send())
    by_hand = {"answers.company": Side.MINE}
    assert chosen_for(looked, Side.THEIRS, by_hand) == by_hand | {f"people.{RENEE}.title": Side.THEIRS}
    assert open_folder(ana.folder, catalogue()).project == ana.project
