"""The page that a student gets back: what was found, what was missed and where it stood, what was no fault and why.

And the page that an instructor keeps: all that is to be found in one variant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Bullets, Document, Fact, Heading, ListItem, Paragraph, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.document.blocks import Block
    from soc2desk.domain.exercises import Answer, AnswerKey, Place, Sound
    from soc2desk.domain.marking import FalseAlarm, FoundFault, Marked

    Phrases = Mapping[str, str]

_ITEM = "{item}"


def feedback_page(student: str, variant: str, exercise: str, marked: Marked, day: str, phrases: Phrases) -> Document:
    """Return the page of one student. `exercise` is its title, `day` is ISO."""
    counts = phrases["marking.page.counts"].format(
        found=len(marked.found), all=len(marked.found) + len(marked.missed), alarms=len(marked.alarms)
    )
    facts = (("student", student), ("variant", variant), ("result", counts))
    return Document(
        id="feedback",
        title=phrases["marking.page.title"],
        kind="page",
        audience=Audience.INTERNAL,
        company=student,
        date=day,
        blocks=tuple(_blocks(marked, phrases)),
        cover=tuple(Fact(phrases[f"marking.page.{label}"], text(words)) for label, words in facts),
        status="",
        subtitle=phrases["marking.page.subtitle"].format(exercise=exercise, day=day),
        footer=phrases["marking.page.practice"],
    )


def answers_page(student: str, key: AnswerKey, day: str, phrases: Phrases) -> Document:
    """Return everything that stands in one variant, and what only looks like a fault. `day` is ISO."""
    facts = (("student", student or phrases["marking.answers.alone"]), ("variant", key.variant))
    return Document(
        id="answers",
        title=phrases["marking.answers.title"],
        kind="page",
        audience=Audience.INTERNAL,
        company="",
        date=day,
        blocks=tuple(_answer_blocks(key, phrases)),
        cover=tuple(Fact(phrases[f"marking.page.{label}"], text(words)) for label, words in facts),
        status="",
        subtitle=phrases["marking.answers.subtitle"].format(exercise=key.exercise.title),
        footer=phrases["marking.page.practice"],
    )


def _answer_blocks(key: AnswerKey, phrases: Phrases) -> Iterator[Block]:
    yield Heading(text(phrases["marking.answers.faults"]), id="faults")
    for answer in key.answers:
        yield from _missed(answer, frozenset(), phrases)
    if key.sounds:
        yield Heading(text(phrases["marking.answers.sounds"]), id="sounds")
        yield _bullets(*(_sound(one, phrases) for one in key.sounds))


def _sound(one: Sound, phrases: Phrases) -> str:
    return phrases["marking.answers.sound"].format(place=said_place(one.place, phrases), words=one.why)


def said_answer(answer: Answer, phrases: Phrases) -> tuple[str, str, str]:
    """Return a fault as a line says it: its title, where it stands, and what an auditor would write."""
    item = ", ".join(dict.fromkeys(_called(place) for place in _main(answer) if place.item))
    where = "; ".join(said_place(place, phrases) for place in answer.places)
    return answer.fault.title, where, answer.fault.writes.replace(_ITEM, item)


def said_place(place: Place, phrases: Phrases) -> str:
    """Return a place in words."""
    item = _called(place)
    if not place.file:
        kind = "project" if place.item else "nowhere"
    elif place.line:
        kind = "line" if place.item else "number"
    else:
        kind = "item" if place.item else "file"
    return phrases[f"marking.place.{kind}"].format(file=place.file, line=place.line, item=item)


def _blocks(marked: Marked, phrases: Phrases) -> Iterator[Block]:
    yield _heading("found", phrases)
    if not marked.found:
        yield Paragraph(text(phrases["marking.page.none_found"]))
    for found in marked.found:
        yield from _found(found, phrases)
    yield _heading("missed", phrases)
    if not marked.missed:
        yield Paragraph(text(phrases["marking.page.none_missed"]))
    for answer in marked.missed:
        yield from _missed(answer, marked.gone, phrases)
    yield _heading("alarms", phrases)
    if not marked.alarms:
        yield Paragraph(text(phrases["marking.page.no_alarms"]))
    for alarm in marked.alarms:
        yield from _alarm(alarm, phrases)
    if marked.unread:
        yield _heading("unread", phrases)
        yield Paragraph(text(phrases["marking.page.unread_why"]))
        yield _bullets(*(row.words or "-" for row in marked.unread))


def _heading(key: str, phrases: Phrases) -> Heading:
    return Heading(text(phrases[f"marking.page.{key}"]), id=key)


def _found(found: FoundFault, phrases: Phrases) -> Iterator[Block]:
    more = []
    if found.row is None:
        more.append(phrases["marking.page.mended"])
    elif found.row.words:
        more.append(phrases["marking.page.noted"].format(words=found.row.words))
    yield from _answer(found.answer, phrases, more)


def _answer(answer: Answer, phrases: Phrases, more: list[str]) -> Iterator[Block]:
    fault = answer.fault
    _, where, writes = said_answer(answer, phrases)
    told = {"where": where, "writes": writes, "why": fault.why}
    lines = [phrases[f"marking.page.{key}"].format(places=words, words=words) for key, words in told.items()]
    yield Heading(text(f"{fault.title} ({fault.control}, {fault.criterion})"), 2, fault.id)
    yield _bullets(*lines, *more)


def _missed(answer: Answer, gone: frozenset[str], phrases: Phrases) -> Iterator[Block]:
    more = [phrases["marking.page.gone"]] if answer.fault.id in gone else []
    yield from _answer(answer, phrases, [*more, phrases["marking.page.hint"].format(words=answer.fault.hint)])


def _called(place: Place) -> str:
    """Return what a place is about: of the project its name, for ids of rows are never printed."""
    if place.file or not place.cells:
        return place.item
    is_control = place.item.isupper()
    return f"{place.item} ({place.cells[0]})" if is_control else place.cells[0]


def _main(answer: Answer) -> tuple[Place, ...]:
    """Return the places that say what the fault is about: of a file the first, of the project all."""
    return answer.places[:1] if answer.places[0].file else answer.places


def _alarm(alarm: FalseAlarm, phrases: Phrases) -> Iterator[Block]:
    where = said_place(alarm.row.place, phrases)
    if alarm.why:
        why = phrases["marking.page.sound"].format(words=alarm.why)
    else:
        why = phrases["marking.page.unfit"].format(words=phrases[f"marking.page.near_{alarm.near or 'none'}"])
    yield Paragraph(text(phrases["marking.page.alarm"].format(place=where, words=alarm.row.words or "-")))
    yield _bullets(why)


def _bullets(*lines: str) -> Bullets:
    return Bullets(tuple(ListItem(text(line)) for line in lines))
