"""What is asked of a client who has no program: the open questions, and tables to complete, as one questionnaire."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from soc2desk.app.asking_tables import ROLES, table_asked
from soc2desk.app.asking_words import lines_of, said_answer, standing_of
from soc2desk.domain.condition_words import said_condition
from soc2desk.domain.conditions import ALWAYS, decide, names_in
from soc2desk.domain.names import suggested_value
from soc2desk.domain.problems import ProjectProblem, UsageProblem, nearest
from soc2desk.domain.question_codes import code_of, state_of
from soc2desk.domain.questionnaire import CLIENT, PROJECT, SIGNER, HeadLine, PageAsked, QuestionAsked, Questionnaire
from soc2desk.domain.questions import PROMISES, Question, QuestionKind
from soc2desk.storage.codec_answers import NOT_YET, PLANNED, SUGGESTED, value_to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.questions import Page
    from soc2desk.reading.located import Plain

ANSWERS = "answers"
UNASKED = frozenset({"brand", "risks"})
"""Pages that are asked only by their name: the brand is whose paper it is, and risks are rated in talk."""
_HOW = ("keeps", "rest", "today", "days", "codes", "rows", "programs")


@dataclass(frozen=True, slots=True)
class Asking:
    """What a person wants to ask: pages by id, none for all that a client is asked; `every` with what is answered."""

    pages: tuple[str, ...] = ()
    every: bool = False


def pages_to_ask(catalogue: Catalogue) -> tuple[Page, ...]:
    """Return the pages that can be asked, in their order."""
    return tuple(page for page in catalogue.pages if page.tables or any(map(_can_be_asked, page.questions)))


def questionnaire(
    engagement: Engagement, plain: Mapping[str, Plain], name: str, asking: Asking, identity: str = ""
) -> Questionnaire:
    """Return what is asked of the client of a project; `identity` is what all copies of the project share.

    Raises UsageProblem for an unknown page, ProjectProblem for pages on which nothing is open.
    """
    phrases = {key: words for key, words in engagement.catalogue.phrases.items() if key.startswith("asked.")}
    wanted = _pages(engagement.catalogue, asking)
    open_ones = {one.id for page in wanted for one in page.questions if _is_asked(one, engagement, every=asking.every)}
    pages = tuple(_page(page, open_ones, engagement, plain, phrases) for page in wanted)
    pages = tuple(page for page in pages if page.questions or page.tables)
    if not pages:
        message = "Nothing is open on these pages, so there is nothing to ask."
        raise ProjectProblem(message, hint="Ask for everything, with what is answered already, or for other pages.")
    client = engagement.answer_text("company")
    return Questionnaire(
        title=phrases["asked.title"].format(client=client or name),
        client=client or name,
        made_on=engagement.day.isoformat(),
        prepared_by=engagement.answer_text("prepared_by"),
        head=tuple(_head(engagement, name, whose(name, identity), phrases)),
        how=tuple(phrases[f"asked.how.{key}"] for key in _HOW),
        pages=pages,
        words=phrases,
    )


def whose(name: str, identity: str = "") -> str:
    """Return the code by which a questionnaire is known again as one of a project, or of a name alone."""
    return state_of(PROJECT, identity or name.strip().casefold())


def _pages(catalogue: Catalogue, asking: Asking) -> tuple[Page, ...]:
    known = {page.id: page for page in pages_to_ask(catalogue)}
    for page in asking.pages:
        if page not in known:
            hint = nearest(page, known) or f"Known: {', '.join(known)}."
            raise UsageProblem(f"There is no page {page!r} to ask.", hint=hint)
    return tuple(page for page in known.values() if page.id in (asking.pages or known.keys() - UNASKED))


def _can_be_asked(question: Question) -> bool:
    # A picture is no words; it is chosen in the program.
    return question.kind is not QuestionKind.PICTURE


def _is_asked(question: Question, engagement: Engagement, *, every: bool) -> bool:
    stated = engagement.names.stated[question.id]
    if stated.hidden or not _can_be_asked(question):
        return False
    return every or stated.is_open or stated.is_suggested or question.id not in engagement.project.answers


def _head(engagement: Engagement, name: str, mark: str, phrases: Mapping[str, str]) -> Iterator[HeadLine]:
    prepared = engagement.answer_text("prepared_by")

    def line(place: str, key: str, value: str) -> HeadLine:
        return HeadLine(place, code_of(place), "", phrases[f"asked.head.{key}"], value)

    yield line(CLIENT, "client", engagement.answer_text("company") or name)
    yield HeadLine(PROJECT, code_of(PROJECT), mark, phrases["asked.head.project"], name)
    yield line("head.made_on", "made_on", engagement.day.isoformat())
    if prepared:
        yield line("head.prepared_by", "prepared_by", prepared)
    label, told = phrases["asked.head.signer"], phrases["asked.head.signer_help"]
    yield HeadLine(SIGNER, code_of(SIGNER), "", label, "", told, to_fill=True)


def _page(
    page: Page, asked: set[str], engagement: Engagement, plain: Mapping[str, Plain], phrases: Mapping[str, str]
) -> PageAsked:
    answers = plain.get(ANSWERS)
    held = answers if isinstance(answers, dict) else {}
    questions = tuple(
        _question(one, held.get(one.id), engagement, asked, phrases) for one in page.questions if one.id in asked
    )
    tables = tuple(table_asked(table, engagement, plain, phrases) for table in page.tables)
    return PageAsked(page.id, page.title, page.intro, questions, tables)


def _question(
    one: Question, held: Plain, engagement: Engagement, asked: set[str], phrases: Mapping[str, str]
) -> QuestionAsked:
    place = f"{ANSWERS}.{one.id}"
    standing, start = standing_of(held)
    usual = held[SUGGESTED] if isinstance(held, dict) and SUGGESTED in held else _usual(one) if held is None else None
    return QuestionAsked(
        place=place,
        code=code_of(place),
        state=state_of(place, held),
        kind=one.kind,
        label=one.label,
        why=one.why,
        only_if=_only_if(one, engagement, asked, phrases),
        choices=labels_of(one),
        choice_codes=tuple(code_of(f"{place}/{choice}") for choice in one.choices),
        unit=one.unit_label,
        example=_example(one, phrases),
        usual="" if usual is None else said_answer(usual, one, engagement.catalogue),
        present=() if held is None or standing in {SUGGESTED, NOT_YET} else lines_of(held, one, engagement.catalogue),
        standing=standing if standing in {PLANNED, NOT_YET} else "",
        start=start,
        may_wait=may_wait(one),
        optional=one.optional,
    )


def labels_of(question: Question) -> tuple[str, ...]:
    """Return the words of the choices, the first letter large."""
    return tuple(label[:1].upper() + label[1:] for label in map(question.choice_label, question.choices))


def may_wait(question: Question) -> bool:
    """Return whether "not yet" and a day from which are answers to a question."""
    return question.kind in PROMISES and not question.is_fact


def _usual(question: Question) -> Plain:
    return None if question.suggest is None else value_to_plain(suggested_value(question))


def _example(question: Question, phrases: Mapping[str, str]) -> str:
    match question.kind:
        case QuestionKind.DATE:
            return phrases["asked.example"].format(example=phrases["asked.day_example"])
        case QuestionKind.DURATION:
            return phrases["asked.example"].format(example=phrases["asked.duration_example"])
        case QuestionKind.LIST:
            return phrases["asked.each_line"]
        case _:
            return ""


def _only_if(one: Question, engagement: Engagement, asked: set[str], phrases: Mapping[str, str]) -> str:
    """Return when the question matters, where that is not settled, or is asked here too."""
    if one.when == ALWAYS:
        return ""
    settled = decide(one.when, engagement.names.known) is True and not asked & set(names_in(one.when))
    if settled:
        return ""
    said = said_condition(one.when, engagement.catalogue.questions, engagement.catalogue.phrases)
    return phrases["asked.only_if"].format(condition=said) if said else ""


def every_place(engagement: Engagement, plain: Mapping[str, Plain]) -> Iterator[str]:
    """Yield every place that a questionnaire of this project can name: questions, choices, tables and their rows."""
    catalogue = engagement.catalogue
    yield from (CLIENT, PROJECT, SIGNER, "head.made_on", "head.prepared_by")
    for question in catalogue.questions.values():
        yield f"{ANSWERS}.{question.id}"
        yield from (f"{ANSWERS}.{question.id}/{choice}" for choice in question.choices)
    for table in chain.from_iterable(page.tables for page in catalogue.pages):
        yield f"tables.{table}"
        rows = plain.get(table)
        yield from (f"{table}.{row}" for row in (rows if isinstance(rows, dict) else ()))
    held = plain.get(ROLES)
    known = held if isinstance(held, dict) else {}
    yield from (f"{ROLES}.{role.id}" for role in catalogue.roles if role.id not in known)
