"""Projects of every shape, for tests that try many of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from soc2desk.domain.access import AccessRight, ServiceAccount
from soc2desk.domain.answers import DURATION_UNITS, Answer, Duration, Practice, Value
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.commitments import CommitmentMade
from soc2desk.domain.controls import Nature, OwnControl
from soc2desk.domain.given_exceptions import GivenException
from soc2desk.domain.people import Owning, Person, RoleHolding
from soc2desk.domain.project import Approval, Edit, Project, State, StateEntry
from soc2desk.domain.questions import PROMISES, Question, QuestionKind
from soc2desk.domain.risks import Risk, RiskKind, Treatment
from soc2desk.domain.self_answers import Has, SelfAnswer
from soc2desk.domain.systems import System
from soc2desk.domain.vendors import METHODS, TIERS, Vendor
from soc2desk.storage.cleaning import clean
from soc2desk.storage.programme_shapes import CERTIFICATES, DONE, SKILLS
from soc2desk.storage.row_fields import Field, Holds, Keys, Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.catalogue import Catalogue

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
EARLY, LATE = st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.dates(date(2000, 1, 1), date(2199, 12, 31))
IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
AWKWARD = st.sampled_from([
    "No", "yes", "null", "~", "6.10", "007", "0x1F", "1e3", "2027-02-01", "=", "<<", "a: b", "a # b", "- a", "{a: b}",
    "[a]", "'", '"', "&a", "*a", "!a", "%a", "@a", "`a", "|", ">", "?", ": ", "a\n\nb", "a\n  b\nc", "a \nb", "a\tb",
    "\U0001f600 é 日本", "L'Érable & Fils", "{{ company }}", "<b>", "a\n# b", "a\n---\nb", "a\n...\nb", "#a", "\u00a0x",
])  # fmt: skip
TEXTS = st.one_of(AWKWARD, st.text(max_size=40)).map(clean).filter(bool)
SECTIONS = st.from_regex(r"(POL|REC)-[A-Z]{3}/[a-z]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
DIGESTS = st.from_regex("[0-9a-f]{64}", fullmatch=True)
RESERVED = {"none", "not yet"}


def _values(question: Question) -> st.SearchStrategy[Value]:
    chosen = st.sampled_from(question.choices) if question.choices else st.nothing()
    words = TEXTS.filter(lambda text: text.casefold() not in RESERVED)
    by_kind: dict[QuestionKind, st.SearchStrategy[Value]] = {
        QuestionKind.TEXT: words,
        QuestionKind.LONG_TEXT: words,
        QuestionKind.CHOICE: chosen,
        QuestionKind.CADENCE: chosen.map(Cadence),
        QuestionKind.MANY: st.sets(chosen).map(lambda some: _in_order(question, {*some, "security"})),
        QuestionKind.YES_NO: st.booleans(),
        QuestionKind.NUMBER: st.integers(0, 9_999_999),
        QuestionKind.DURATION: st.builds(Duration, st.integers(0, 9_999_999), st.sampled_from(DURATION_UNITS)),
        QuestionKind.DATE: DAYS,
        QuestionKind.LIST: st.lists(TEXTS, min_size=1, max_size=3).map(tuple),
        QuestionKind.PICTURE: st.sampled_from(["logo.png", "logo.jpg", "brand/Logo 2.JPEG", "\u00c9rable..png"]),
    }
    return by_kind[question.kind]


def _in_order(question: Question, some: set[str]) -> tuple[str, ...]:
    return tuple(choice for choice in question.choices if choice in some)


def _answers(question: Question) -> st.SearchStrategy[Answer]:
    if question.id == "accent_color":
        return st.from_regex("#[0-9a-f]{6}", fullmatch=True).map(Answer)
    values = _values(question)
    kinds = [st.builds(Answer, values), st.builds(Answer, values, confirmed=st.just(value=False))]
    if question.kind in PROMISES:
        start = st.none() | DAYS
        kinds += [
            st.just(Answer(None, practice=Practice.NOT_YET)),
            st.builds(Answer, values, practice=st.just(Practice.PLANNED), start=start),
        ]
    if question.optional:
        kinds.append(st.just(Answer(None)))
    return st.one_of(kinds)


@st.composite
def projects(draw: st.DrawFn, catalogue: Catalogue) -> Project:
    """Return any project that a file can hold."""
    people = draw(st.lists(IDS, unique=True, max_size=3))
    vendors = draw(st.lists(IDS, unique=True, max_size=2))
    person = st.sampled_from(["", *people])
    someone = st.sampled_from(people or [""])
    vendor = st.sampled_from(["", *vendors])
    asked = draw(st.sets(st.sampled_from(sorted(catalogue.questions.keys() - {"window_end"}))))
    own = draw(st.lists(st.sampled_from(["OWN-01", "OWN-02", "OWN-117"]), unique=True, max_size=2))
    some = st.sets(st.sampled_from(["ACC-01", "ACC-07", "PHY-02", *own])).map(sorted)
    systems = draw(st.lists(IDS, unique=True, max_size=2))
    system = st.sampled_from(["", *systems])
    listed = st.lists(IDS, unique=True, max_size=1)
    sections = draw(st.lists(SECTIONS, unique_by=str.casefold, max_size=2))
    given = {Holds.PERSON: people, Holds.SYSTEM: systems}
    return Project(
        answers={id_: draw(_answers(catalogue.questions[id_])) for id_ in asked},
        people=tuple(draw(_person(id_)) for id_ in people),
        roles=tuple(RoleHolding(id_, draw(someone), draw(person)) for id_ in catalogue.role if people),
        vendors=tuple(draw(_vendor(id_, person)) for id_ in vendors),
        systems=tuple(draw(_system(id_, person, vendor)) for id_ in systems),
        risks=tuple(draw(_risk(id_, person)) for id_ in draw(listed)),
        commitments_made=tuple(draw(_commitment(id_, person)) for id_ in draw(listed)),
        access_rights=tuple(draw(_right(id_, system, person)) for id_ in draw(listed)),
        service_accounts=tuple(draw(_account(id_, system, person)) for id_ in draw(listed)),
        exceptions=tuple(draw(_exception(id_, people)) for id_ in draw(listed)),
        owners=tuple(Owning(id_, draw(person), draw(someone), draw(person)) for id_ in draw(some) if people),
        control_states=tuple(draw(_state(id_, person, vendors)) for id_ in draw(some)),
        not_relevant=draw(st.dictionaries(st.sampled_from(["P3.1", "A1.2"]), TEXTS)),
        approvals=tuple(draw(_approval(people)) for _ in range(draw(st.integers(0, 1 if people else 0)))),
        edits=tuple(draw(_edit(id_, person)) for id_ in sections),
        self_check=tuple(draw(_self_answer(id_, person)) for id_ in draw(st.sets(st.sampled_from(ITEMS)).map(sorted))),
        own_controls=tuple(draw(_own_control(id_, catalogue)) for id_ in own),
        document_date=draw(st.none() | DAYS),
        **{section.name: draw(_rows(section, given)) for section in WORK},
    )


WORK = tuple(one for one in (*DONE, SKILLS, CERTIFICATES) if one.keys is Keys.OWN)
"""The tables of what was done, filled by their shapes alone."""


def _rows(section: Section[Any], given: Mapping[Holds, list[str]]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return a table with a row or none; none where it has to point to somebody and nobody is there."""
    if any(one.required and one.holds in given and not given[one.holds] for one in section.fields.values()):
        return st.just(())
    fields = {name: _field(one, given) for name, one in section.fields.items()}
    row = st.fixed_dictionaries(fields).map(_said).filter(lambda said: not any(section.check(said)))
    return st.just(()) | st.tuples(IDS, row).map(lambda pair: (_made(section, *pair),))


def _said(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}


def _made(section: Section[Any], id_: str, row: dict[str, Any]) -> Any:
    return section.made(id=id_, **{section.fields[name].attribute or name: value for name, value in row.items()})


MOMENTS = st.datetimes(datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("2199-12-31"))


def _field(field: Field, given: Mapping[Holds, list[str]]) -> st.SearchStrategy[Any]:
    kinds: dict[Holds, st.SearchStrategy[Any]] = {
        Holds.TEXT: TEXTS,
        Holds.YES_NO: st.booleans(),
        Holds.DATE: DAYS,
        Holds.ENTRIES: st.lists(TEXTS, min_size=1, max_size=2).map(tuple),
        Holds.CONTROLS: SOME_CONTROLS.filter(bool),
        Holds.NUMBER: st.integers(0, 9_999_999),
        Holds.BYTES: st.integers(0, 9_999_999),
        Holds.MOMENT: MOMENTS.map(lambda at: at.replace(second=0, microsecond=0)),
        Holds.DIGEST: DIGESTS,
        Holds.LEVEL: st.sampled_from(field.choices or ("",)).map(int),
        Holds.CHOICE: st.sampled_from(field.choices or ("",)),
    }
    known = kinds.get(field.holds)
    if known is None:
        known = st.sampled_from(given.get(field.holds) or [None])  # type: ignore[list-item]
    return known if field.required else st.none() | known


def _person(id_: str) -> st.SearchStrategy[Person]:
    later = st.none() | st.dates(date(2100, 1, 1), date(2199, 12, 31))
    earlier = st.none() | st.dates(date(1900, 1, 1), date(2099, 12, 31))
    maybe = st.just("") | TEXTS
    return st.builds(
        Person, st.just(id_), TEXTS, maybe, maybe, earlier, later, earlier, later, later,
        contractor=st.booleans(), note=maybe, reviewed_on=st.none() | DAYS,
    )  # fmt: skip


def _vendor(id_: str, person: st.SearchStrategy[str]) -> st.SearchStrategy[Vendor]:
    maybe = st.just("") | TEXTS
    methods = st.sampled_from([(False, ""), (True, ""), *((True, method) for method in METHODS)])
    expected = st.lists(TEXTS, max_size=2).map(tuple)
    return methods.flatmap(
        lambda pair: st.builds(
            Vendor, st.just(id_), TEXTS, maybe, st.sampled_from(TIERS), maybe, st.just(pair[0]), st.just(pair[1]),
            st.booleans(), st.booleans(), maybe, st.none() | DAYS, maybe, st.none() | EARLY, st.none() | LATE,
            st.sampled_from([None, date(2199, 12, 31)]), person, expected,
        )
    )  # fmt: skip


def _system(id_: str, person: st.SearchStrategy[str], vendor: st.SearchStrategy[str]) -> st.SearchStrategy[System]:
    maybe = st.just("") | TEXTS
    return st.builds(
        System, st.just(id_), TEXTS, maybe, person, maybe, st.booleans(), st.booleans(), st.booleans(), vendor
    )


ITEMS = ("BC.5.1", "BC.9.6")
SOME_CONTROLS = st.sets(st.sampled_from(["ACC-01", "ACC-07", "PHY-02"])).map(sorted).map(tuple)
MAYBE = st.just("") | TEXTS


def _risk(id_: str, person: st.SearchStrategy[str]) -> st.SearchStrategy[Risk]:
    day, low, high = st.none() | DAYS, st.integers(0, 2), st.sampled_from([0, 2, 3, 4, 5])
    kind, treatment = st.sampled_from(["", *RiskKind]), st.sampled_from(["", *Treatment])
    return st.builds(
        Risk, st.just(id_), TEXTS, st.sampled_from(["", "RSK-C01"]), MAYBE, kind, person, high, high, day,
        SOME_CONTROLS, treatment, MAYBE, day, low, low, day, person, day,
    )  # fmt: skip


def _self_answer(id_: str, person: st.SearchStrategy[str]) -> st.SearchStrategy[SelfAnswer]:
    day = st.none() | DAYS
    said = st.builds(SelfAnswer, st.just(id_), st.sampled_from(Has), MAYBE, person, day)
    excused = st.builds(SelfAnswer, st.just(id_), st.just(Has.NOT_APPLICABLE), MAYBE, person, day, MAYBE)
    return said | excused


def _commitment(id_: str, person: st.SearchStrategy[str]) -> st.SearchStrategy[CommitmentMade]:
    return st.builds(CommitmentMade, st.just(id_), TEXTS, MAYBE, MAYBE, MAYBE, SOME_CONTROLS, person)


def _right(id_: str, system: st.SearchStrategy[str], person: st.SearchStrategy[str]) -> st.SearchStrategy[AccessRight]:
    return st.builds(AccessRight, st.just(id_), TEXTS, system, MAYBE, MAYBE, st.booleans(), person)


def _account(
    id_: str, system: st.SearchStrategy[str], person: st.SearchStrategy[str]
) -> st.SearchStrategy[ServiceAccount]:
    return st.builds(ServiceAccount, st.just(id_), TEXTS, system, person, MAYBE, st.none() | DAYS)


def _exception(id_: str, people: list[str]) -> st.SearchStrategy[GivenException]:
    asked, given = (st.sampled_from(["", *some]) for some in (people[:1], people[1:]))
    systems = st.lists(TEXTS, max_size=2).map(tuple)
    return st.builds(
        GivenException, st.just(id_), TEXTS, st.sampled_from(["", "POL-ACP"]), MAYBE, systems, asked, given,
        st.none() | EARLY, st.none() | LATE, st.none() | LATE,
    )  # fmt: skip


def _state(id_: str, person: st.SearchStrategy[str], vendors: list[str]) -> st.SearchStrategy[StateEntry]:
    said = {"confirmed_by": person, "confirmed_on": st.none() | DAYS}
    day = st.none() | DAYS
    kinds = [
        st.builds(StateEntry, st.just(id_), st.just(State.IN_PLACE), since=day, **said),
        st.builds(StateEntry, st.just(id_), st.just(State.PLANNED), start=day, **said),
        st.builds(StateEntry, st.just(id_), st.just(State.DOES_NOT_APPLY), reason=TEXTS, **said),
        st.just(StateEntry(id_, State.NOT_CONFIRMED)),
    ]
    if vendors:
        run = st.sampled_from(vendors)
        kinds.append(st.builds(StateEntry, st.just(id_), st.just(State.RUN_BY_VENDOR), since=day, vendor=run, **said))
    return st.one_of(kinds)


def _edit(id_: str, person: st.SearchStrategy[str]) -> st.SearchStrategy[Edit]:
    return st.builds(Edit, st.just(id_), TEXTS, DIGESTS, DAYS, person)


def _own_control(id_: str, catalogue: Catalogue) -> st.SearchStrategy[OwnControl]:
    some = st.sets(st.sampled_from(sorted(catalogue.criterion)), min_size=1)
    criteria = some.map(lambda chosen: tuple(one for one in catalogue.criterion if one in chosen))
    roles = st.sampled_from(["", *catalogue.role])
    cadences, natures = st.sampled_from(Cadence), st.sampled_from(Nature)
    return st.builds(OwnControl, st.just(id_), TEXTS, TEXTS, criteria, cadences, natures, TEXTS, roles)


def _approval(people: list[str]) -> st.SearchStrategy[Approval]:
    earlier = st.none() | st.dates(date(1900, 1, 1), date(1999, 12, 31))
    on = st.dates(date(2000, 1, 1), date(2199, 12, 31))
    return st.builds(Approval, st.just("POL-ACP"), st.sampled_from(people), on, DIGESTS, earlier, st.just("") | TEXTS)
