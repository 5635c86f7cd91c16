"""Two copies beside the state that both come from: what one side alone did is kept, and nothing is lost unseen."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from soc2desk.domain.merging import Side, Why
from soc2desk.storage.merge_apart import told_apart
from soc2desk.storage.merge_flat import flat_of, plain_of
from soc2desk.storage.merging import differences, keeping_side, merged, open_of
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.storage.merge_flat import Flat

NOBODY: dict[str, frozenset[str]] = {}
_NAMES = st.sampled_from(("ana", "ben", "cho"))
_PEOPLE = st.dictionaries(
    _NAMES,
    st.fixed_dictionaries({"name": _NAMES}, optional={"title": st.sampled_from("xyz"), "note": st.sampled_from("xyz")}),
)
_ANSWERS = st.dictionaries(_NAMES, st.fixed_dictionaries({"value": st.sampled_from("xyz")}))
_OWNERS = st.dictionaries(st.sampled_from(("ACC-01", "ACC-02")), st.dictionaries(st.just("owner"), _NAMES, min_size=1))
FLATS = st.fixed_dictionaries({"answers": _ANSWERS, "people": _PEOPLE, "owners": _OWNERS})


def values(flat: Flat) -> dict[tuple[str, str, str], object]:
    return {
        (table, id_, name): value
        for table, rows in flat.items()
        for id_, row in rows.items()
        for name, value in (*row.items(), ("", "there"))
    }


def changed(base: Flat, now: Flat) -> Iterator[tuple[tuple[str, str, str], object]]:
    """Yield each value that came, changed or went (None)."""
    before, after = values(base), values(now)
    for place in {*before, *after}:
        if before.get(place) != after.get(place):
            yield place, after.get(place)


@settings(max_examples=40)
@given(FLATS)
def test_a_copy_that_nobody_changed_brings_nothing(mine: Flat) -> None:
    assert differences(mine, mine, deepcopy(mine), NOBODY) == ()
    assert differences(None, mine, deepcopy(mine), NOBODY) == ()


@settings(max_examples=500 if IS_THOROUGH else 60)
@given(FLATS, FLATS, FLATS)
def test_whatever_two_people_do_each_change_is_kept_or_asked_about(base: Flat, mine: Flat, theirs: Flat) -> None:
    found = differences(base, mine, theirs, NOBODY)
    asked = {(one.table, one.row) for one in found if one.must_choose}
    made = values(merged(mine, found, {one.path: Side.MINE for one in found if one.must_choose}))
    for side in (mine, theirs):
        for place, value in changed(base, side):
            assert made.get(place) == value or place[:2] in asked


@settings(max_examples=40)
@given(st.dictionaries(st.integers(0, 11), st.tuples(st.booleans(), st.sampled_from("xyz"))))
def test_what_two_people_did_in_different_places_is_what_one_would_have_done(
    edits: dict[int, tuple[bool, str]],
) -> None:
    base: Flat = {
        "answers": {f"a-{number}": {"value": "old"} for number in range(4)},
        "people": {f"p-{number}": {"name": "Old", "note": "old"} for number in range(4)},
    }
    both, mine, theirs = deepcopy(base), deepcopy(base), deepcopy(base)
    for place, (is_mine, value) in edits.items():
        for copy in (both, mine if is_mine else theirs):
            _edit(copy, place, value)
    found = differences(base, mine, theirs, NOBODY)
    assert [one for one in found if one.must_choose] == []
    assert merged(mine, found, {}) == both


def _edit(copy: Flat, place: int, value: str) -> None:
    """Change an answer or a field, or add a row, by the number of its place."""
    kind, number = divmod(place, 4)
    match kind:
        case 0:
            copy["answers"][f"a-{number}"] = {"value": value}
        case 1:
            copy["people"][f"p-{number}"]["note"] = value
        case _:
            copy["people"][f"new-{number}"] = {"name": value}


@settings(max_examples=40)
@given(FLATS, FLATS, FLATS)
def test_every_choice_for_one_side_makes_that_side_where_a_row_stands_in_both(
    base: Flat, mine: Flat, theirs: Flat
) -> None:
    for before in (base, None):
        found = differences(before, mine, theirs, NOBODY)
        for side, copy in ((Side.MINE, mine), (Side.THEIRS, theirs)):
            made = merged(mine, found, {one.path: side for one in found})
            assert {name: rows for name, rows in made.items() if rows} == {n: rows for n, rows in copy.items() if rows}


@settings(max_examples=40)
@given(FLATS, FLATS)
def test_without_a_state_of_both_everything_is_to_be_chosen_and_no_row_goes_for_one_side(
    mine: Flat, theirs: Flat
) -> None:
    found = differences(None, mine, theirs, NOBODY)
    assert all(one.why is Why.UNKNOWN for one in found)
    for side in Side:
        made = merged(mine, found, {one.path: keeping_side(one, side) for one in found})
        for table in mine:
            assert mine[table].keys() | theirs[table].keys() == made.get(table, {}).keys()


def test_two_that_do_the_same_made_one_change() -> None:
    base: Flat = {"people": {"ana": {"name": "Ana"}}}
    both: Flat = {"people": {"ana": {"name": "Ana", "title": "Lead"}, "ben": {"name": "Ben"}}}
    assert differences(base, both, deepcopy(both), NOBODY) == ()


def test_a_row_that_one_took_out_and_the_other_names_is_asked_about_with_the_places() -> None:
    base: Flat = {"people": {"ana": {"name": "Ana"}, "sam": {"name": "Sam"}}, "owners": {"ACC-01": {"owner": "ana"}}}
    mine: Flat = {"people": {"ana": {"name": "Ana"}}, "owners": {"ACC-01": {"owner": "ana"}}}
    theirs: Flat = {**base, "owners": {"ACC-01": {"owner": "sam"}}}
    for one, other in ((mine, theirs), (theirs, mine)):
        (found,) = (each for each in differences(base, one, other, NOBODY) if each.table == "people")
        assert (found.why, found.named) == (Why.NAMED, ("owners.ACC-01.owner",))
        assert keeping_side(found, Side.MINE) == keeping_side(found, Side.THEIRS) == found.keeping


def test_two_things_that_got_one_id_apart_stay_two_and_what_names_the_newcomer_follows() -> None:
    own = {"title": "Badges", "statement": "Badges open doors."}
    mine: Flat = {"own_controls": {"OWN-01": own}, "people": {"p": {"name": "\u674e"}}}
    theirs: Flat = {
        "own_controls": {"OWN-01": own | {"title": "Keys"}},
        "people": {"p": {"name": "\u738b"}},
        "owners": {"OWN-01": {"owner": "p"}},
        "control_states": {"OWN-01": {"state": "in_place", "confirmed_by": "p"}},
        "evidence": {"e-0001": {"name": "Keys", "occurrence": "OWN-01/2026-Q3", "controls": ["OWN-01"]}},
        "edits": {"POL-PHY/keys": {"text": "Keys are kept. [OWN-01]", "by": "p"}},
        "records": {"k": {"type": "access_review", "values.reviewer": "p", "values.sign": {"by": "p"},
                          "values.lines": [{"who": "p", "what": "p"}]}},
    }  # fmt: skip
    held = {"access_review": frozenset({"reviewer", "sign", "lines/who"})}
    apart = told_apart({}, mine, theirs, held)
    assert apart.ids == {("own_controls", "OWN-01"): "OWN-02", ("people", "p"): "p-2"}
    assert apart.flat["owners"] == {"OWN-02": {"owner": "p-2"}}
    assert apart.flat["control_states"] == {"OWN-02": {"state": "in_place", "confirmed_by": "p-2"}}
    assert apart.flat["evidence"]["e-0001"] == {"name": "Keys", "occurrence": "OWN-02/2026-Q3", "controls": ["OWN-02"]}
    assert apart.flat["edits"]["POL-PHY/keys"] == {"text": "Keys are kept. [OWN-02]", "by": "p-2"}
    assert apart.flat["records"]["k"] == {
        "type": "access_review", "values.reviewer": "p-2", "values.sign": {"by": "p-2"},
        "values.lines": [{"who": "p-2", "what": "p"}],
    }  # fmt: skip
    assert differences({}, mine, apart.flat, held)[0].why in Why


def test_what_a_client_brought_follows_the_ids_that_its_rows_get() -> None:
    policy = {"title": "Access", "on": "2027-01-02", "digest": "a" * 64}
    mine: Flat = {"own_documents": {"access": policy}, "own_controls": {"OWN-01": {"title": "Badges"}}}
    theirs: Flat = {
        "own_documents": {"access": policy | {"digest": "b" * 64}},
        "own_clauses": {"c": {"document": "access", "controls": ["OWN-01"]}},
        "own_controls": {"OWN-01": {"title": "Keys"}},
        "control_wordings": {"OWN-01": {"text": "Keys are kept."}},
        "retired_controls": {"OWN-01": {"reason": "No more keys."}},
    }
    apart = told_apart({}, mine, theirs, NOBODY)
    assert apart.flat["own_clauses"] == {"c": {"document": "access-2", "controls": ["OWN-02"]}}
    assert (list(apart.flat["control_wordings"]), list(apart.flat["retired_controls"])) == (["OWN-02"], ["OWN-02"])


def test_a_section_that_was_marked_in_the_other_copy_alone_is_asked_about_and_stays_without_its_mark() -> None:
    section = {"document": "isp", "heading": "Reviews", "text": "T", "digest": "a" * 64}
    mark = {"controls": ["ACC-07"], "confirmed_by": "ana", "confirmed_on": "2027-01-02"}
    there: Flat = {"own_clauses": {"one": {**section, **mark}}}
    starts: tuple[tuple[Flat | None, Flat], ...] = (({}, {}), (None, {}), ({"own_clauses": {"one": section}},) * 2)
    for base, mine in starts:
        found = differences(base, mine, there, NOBODY)
        (asked,) = [one for one in found if "confirmed_on" in one.fields]
        assert asked.must_choose, base
        left = {one.path: keeping_side(one, Side.MINE) for one in open_of(found, {})}
        assert merged(mine, found, left)["own_clauses"]["one"] == section, "mine: the section, and nobody's word on it"
        taken = {one.path: keeping_side(one, Side.THEIRS) for one in open_of(found, {})}
        assert merged(mine, found, taken)["own_clauses"]["one"] == section | mark
    assert not any(one.must_choose for one in differences({}, there, {}, NOBODY)), "what was marked here stays"


def test_two_records_of_one_event_are_one_and_of_two_events_are_two() -> None:
    fire = {"type": "incident", "values.what": "Fire", "values.where": "Office"}
    flood = {"type": "incident", "values.what": "Flood", "values.where": "Cellar"}
    mine: Flat = {"records": {"incident": fire}}
    again: Flat = {"records": {"incident": fire | {"values.where": "Hall"}}}
    assert told_apart({}, mine, again, NOBODY).ids == {}
    assert told_apart({}, mine, {"records": {"incident": flood}}, NOBODY).ids == {("records", "incident"): "incident-2"}


def test_one_file_attached_on_both_sides_is_one_piece_and_two_files_of_one_number_are_two() -> None:
    users = {"name": "Users", "file": "e-0001-users.csv", "digest": "a" * 64}
    same = users | {"file": "e-0002-people.csv", "name": "People"}
    mine: Flat = {"evidence": {"e-0001": users}}
    theirs: Flat = {"evidence": {"e-0002": same, "e-0001": users | {"digest": "b" * 64}}}
    apart = told_apart({}, mine, {"evidence": {"e-0002": same}}, NOBODY)
    assert apart.flat["evidence"] == {"e-0001": users | {"name": "People"}}
    both = told_apart({}, mine, theirs, NOBODY, ("e-0007",))
    assert both.ids == {("evidence", "e-0002"): "e-0001", ("evidence", "e-0001"): "e-0008"}
    assert both.files == {"e-0008-users.csv": "e-0001-users.csv"}
    assert both.flat["evidence"]["e-0001"] == users | {"name": "People"}


def test_what_got_another_id_in_the_other_copy_keeps_its_own_here() -> None:
    keys, badges = ({"title": title, "statement": title} for title in ("Keys", "Badges"))
    base: Flat = {"own_controls": {"OWN-01": keys}, "records": {"r": {"type": "t", "values.a": "x"}}}
    mine: Flat = {**base, "owners": {"OWN-01": {"owner": "p"}}}
    theirs: Flat = {
        "own_controls": {"OWN-01": badges, "OWN-02": keys},
        "owners": {"OWN-02": {"backup": "q"}, "OWN-01": {"owner": "b"}},
        "records": {"r": {"type": "t", "values.a": "y"}, "r-2": {"type": "t", "values.a": "x"}},
    }
    apart = told_apart(base, mine, theirs, NOBODY)
    assert apart.flat["own_controls"] == {"OWN-02": badges, "OWN-01": keys}
    assert apart.flat["owners"] == {"OWN-01": {"backup": "q"}, "OWN-02": {"owner": "b"}}
    assert apart.flat["records"] == {"r-2": theirs["records"]["r"], "r": theirs["records"]["r-2"]}
    back = told_apart(theirs, theirs, apart.flat, NOBODY)
    assert back.flat["own_controls"] == theirs["own_controls"]


def test_what_was_said_on_both_sides_on_two_days_is_one() -> None:
    mine: Flat = {"approvals": {"POL-ACP": {"by": "ana", "on": "2027-01-02", "text": "a"}}}
    theirs: Flat = {"approvals": {"POL-ACP": {"by": "ana", "on": "2027-01-05", "text": "a"}}}
    assert differences({}, mine, theirs, NOBODY) == ()
    assert differences(None, mine, theirs, NOBODY) == ()


def test_the_plain_form_is_the_same_after_it_was_laid_out() -> None:
    plain = {
        "format": "1",
        "document_date": "2027-01-02",
        "answers": {"company": "Acme", "later": {"planned": "yes", "from": "2027-02-01"}},
        "people": {"ana": {"name": "Ana"}},
        "records": {"one": {"type": "t", "said_on": {"sign": "2027-01-02"}, "values": {"sign": {"by": "ana"}}}},
        "not_relevant": {"P1.1": "No people."},
    }
    assert plain_of(flat_of(plain)) == plain
