"""Lines of the content as printed: statements of controls and scenarios of risks, filled with the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Runs, plain, text
from soc2desk.document.fill import fill, runs_of
from soc2desk.document.templates import Source, parse_template
from soc2desk.document.values import one_full_stop, say
from soc2desk.domain.own_controls import one_line
from soc2desk.domain.problems import ContentProblem
from soc2desk.domain.promises import names_a_limit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.names import Names
    from soc2desk.domain.risks import RiskCandidate


def statement_runs(one: ControlState, engagement: Engagement) -> Runs:
    """Return the statement of a control as runs; values stay marked where open or suggested.

    That of a company's own control is text as it was typed, and no template; so are the words of its own list. A
    wording that can be used no more gives way to the library's.
    """
    own = one.control.own_words
    if own is not None and not own.is_template:
        return text(one_line(own.text))
    if own is not None and not wording_problem(one.id, own.text, engagement):
        return _line(own.text, f"wording of {one.id}", engagement.names, engagement.catalogue.phrases)
    if one.id in engagement.project.own_control:
        return text(one_line(one.statement))
    return _line(one.statement, f"statement of {one.id}", engagement.names, engagement.catalogue.phrases)


def wording_problem(control: str, words: str, engagement: Engagement) -> str:
    """Return why a person's wording of a statement cannot be used; empty where it can."""
    try:
        printed = _line(words, f"wording of {control}", engagement.names, engagement.catalogue.phrases)
    except ContentProblem as problem:
        return " ".join(filter(None, (problem.message, problem.hint)))
    return "" if plain(printed).strip(" .") else engagement.catalogue.phrases["wording.prints_nothing"]


def limits_left_out(one: ControlState, engagement: Engagement) -> tuple[str, ...]:
    """Return the names of what the library prints of how often, how much or how soon, and the client's words do not."""
    if one.control.own_words is None or one.id in engagement.project.own_control:
        return ()
    library = _line(one.statement, f"statement of {one.id}", engagement.names, engagement.catalogue.phrases)
    own = {name for run in statement_runs(one, engagement) for name in run.names}
    printed = dict.fromkeys(name for run in library for name in run.names)
    return tuple(name for name in printed if name not in own and names_a_limit(name, engagement))


def values_of(names: Iterable[str], engagement: Engagement) -> str:
    """Return what names print, each as "question: value"; for the rhythm of a control, the value alone."""
    stated = [engagement.names.stated[name] for name in names]
    words = ((one, say(one, (), engagement.catalogue.phrases).text) for one in stated)
    return "; ".join(f"{one.question.label}: {said}" if one.question else said for one, said in words)


def scenario_runs(candidate: RiskCandidate, engagement: Engagement) -> Runs:
    """Return how a candidate risk could happen, as runs; values stay marked where open or suggested."""
    return _line(candidate.scenario, f"scenario of {candidate.id}", engagement.names, engagement.catalogue.phrases)


def sign_runs(candidate: RiskCandidate, engagement: Engagement) -> Runs:
    """Return what would show a candidate risk early."""
    return _line(candidate.shows, f"sign of {candidate.id}", engagement.names, engagement.catalogue.phrases)


def _line(words: str, source: str, names: Names, phrases: Mapping[str, str]) -> Runs:
    body = parse_template(words, Source(source), names.stated, {}, deciding=names.known)
    filled = fill(body, names, {}, phrases)
    return one_full_stop(runs_of(filled.skeleton, filled.values))
