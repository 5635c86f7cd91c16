"""A client's answers, read and held against what stands here: nothing is taken before a person has seen it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.answer_cells import bare, space_of, typed
from soc2desk.app.answers_back import Known, take_apart
from soc2desk.app.answers_beside import beside_answers
from soc2desk.app.answers_proposed import AnswersPlan, Fate, Proposal, Unread
from soc2desk.app.answers_questions import AnswersRead
from soc2desk.app.answers_rows import RowsRead, in_order
from soc2desk.app.answers_signer import signer_of
from soc2desk.app.asking import ANSWERS, every_place, whose
from soc2desk.app.session import read_plain, with_values
from soc2desk.domain.client_answers import brought_before
from soc2desk.domain.names import gather_names
from soc2desk.domain.problems import FileProblem, Problem, SeveralProblems
from soc2desk.domain.questionnaire import CLIENT, PROJECT, SIGNER
from soc2desk.renderers.docx_words import CHOOSE_DATE, CHOOSE_ONE
from soc2desk.storage.codec import Form
from soc2desk.storage.plain_files import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from soc2desk.app.answers_back import Returned
    from soc2desk.app.session import Session
    from soc2desk.domain.project import Project
    from soc2desk.reading.located import Plain

WORD_PROMPTS = (
    "Click or tap here to enter text.", "Choose an item.", "Click or tap to enter a date.",
    "Cliquez ou appuyez ici pour entrer du texte.", "Choisissez un \u00e9l\u00e9ment.",
    "Cliquez ou appuyez ici pour entrer une date.",
)  # fmt: skip
"""What Word writes into a space whose words were taken out again, in English and in French."""
_PROMPTS = ("asked.write", "asked.choose", "asked.choose_date")


def plan_answers(session: Session, path: Path) -> AnswersPlan:
    """Return what taking a filled-in questionnaire would do to a project.

    Raises FileProblem for a file that is none, that cannot be read, or that was made for another client or packet.
    """
    catalogue, held = session.desk.catalogue, dict(session.plain)
    known = Known(every_place(session.engagement, held))
    found = take_apart(path, known)
    _check_whose(found, session, path.name)
    prompts = (*(catalogue.phrases[key] for key in _PROMPTS), CHOOSE_ONE, CHOOSE_DATE, *WORD_PROMPTS)
    tables = {name: dict(rows) for name, rows in held.items() if isinstance(rows, dict)}
    rows = RowsRead(catalogue, tables, prompts, brought_before(session.project.client_answers))
    for grid in in_order(found.grids):
        rows.read(grid)
    checked = _Checked(session, [*_unknown(found, catalogue.phrases), *rows.unread])
    kept = checked.fitting(rows.proposals)
    said = space_of(_value(found, SIGNER), (), prompts).words
    listed, brought = session.project.people, checked.project.people
    signer = signer_of(said, listed, brought, session.desk.today, catalogue.phrases)
    answers = AnswersRead(session, prompts, is_form=found.is_form, is_signed=bool(signer.person))
    answers.read(found.answers)
    checked.unread += answers.unread
    kept = checked.not_hidden([*kept, *checked.fitting(answers.proposals)])
    return AnswersPlan(
        file=path.name,
        digest=digest_of(path),
        client=_value(found, CLIENT),
        made_on=_value(found, "head.made_on"),
        signer=signer.words,
        person=signer.person,
        proposals=tuple(kept),
        unread=(*checked.unread, *beside_answers(found.loose, catalogue)),
        note=signer.note,
    )


def _unknown(found: Returned, phrases: Mapping[str, str]) -> Iterator[Unread]:
    """Yield the lines of questions that this program, or this pack, does not ask."""
    for line in found.unknown:
        label = line.cells[0].split("\n")[0] if line.cells else line.unknown
        yield Unread(label, line.where, phrases["asked.told.unknown"].format(code=line.unknown))


def _value(found: Returned, place: str) -> str:
    line = found.head.get(place)
    return typed(line.cells[1]) if line is not None and len(line.cells) > 1 else ""


def _check_whose(found: Returned, session: Session, file: str) -> None:
    """Refuse what was made for another client or packet: copies of one project know each other, else names decide."""
    line, name, client = found.head.get(PROJECT), _value(found, PROJECT), _value(found, CLIENT)
    if line is None or not (line.state or name):
        message = "This questionnaire does not say whose it is: its first table is gone."
        raise FileProblem(message, where=file, hint="Ask for the file as it was handed out, with its head.")
    identity = session.stands.lineage.identity
    if identity and line.state == whose(session.name, identity):
        return
    company = session.engagement.answer_text("company")
    written = next((one.cells[1] for one in found.answers if one.place == "answers.company" and len(one.cells) > 1), "")
    is_named = (line.state or whose(name)) == whose(session.name)
    if not is_named or (bare(client) not in {bare(company), bare(session.name)} and bare(written) != bare(company)):
        mine = company or session.name
        message = f"This questionnaire was made for {client or name} ({name}), and this packet is another one: {mine}."
        raise FileProblem(message, where=file, hint="Open the packet of that client, and read the answers there.")


class _Checked:
    """Holds proposals against what a project can be: one after the other, as a file is read."""

    def __init__(self, session: Session, unread: Iterable[Unread]) -> None:
        self.session = session
        self.unread = list(unread)
        self.project: Project = session.project
        self.plain: dict[str, Plain] = dict(session.plain)
        self._catalogue = session.desk.catalogue

    def fitting(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """Return the proposals that fit; of the others it is told why not."""
        kept: list[Proposal] = []
        for one in proposals:
            if one.fate is Fate.SAME:
                kept.append(one)
                continue
            try:
                tried = with_values(self.plain, one.puts)
                self.project = read_plain(tried, self.session.desk, Form(self.project, self.plain, self._catalogue))
            except SeveralProblems as several:
                self._tell(one, several.problems[0])
            except Problem as problem:
                self._tell(one, problem)
            else:
                self.plain = tried
                kept.append(one)
        return kept

    def not_hidden(self, proposals: list[Proposal]) -> list[Proposal]:
        """Return the proposals without answers to what does not matter by the other answers."""
        names = gather_names(self.session.desk.catalogue, self.project, self.session.desk.today)
        phrases = self.session.desk.catalogue.phrases
        kept = []
        for one in proposals:
            kind, _, question = one.place.partition(".")
            if one.fate is not Fate.SAME and kind == ANSWERS and names.stated[question].hidden:
                told = self._condition(question)
                self.unread.append(Unread(one.label, one.where, phrases["asked.told.hidden"].format(condition=told)))
            else:
                kept.append(one)
        return kept

    def _condition(self, question: str) -> str:
        from soc2desk.domain.condition_words import said_condition

        catalogue = self.session.desk.catalogue
        said = said_condition(catalogue.questions[question].when, catalogue.questions, catalogue.phrases)
        whole = catalogue.phrases["asked.only_if"].format(condition=said).rstrip(".")
        return whole[:1].lower() + whole[1:]

    def _tell(self, one: Proposal, problem: Problem) -> None:
        self.unread.append(Unread(one.label, one.where, f"{problem.message} {problem.hint or ''}".strip()))
