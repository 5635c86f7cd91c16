"""A condition between questions in words, for a person who fills in a questionnaire on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.questions import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.conditions import Condition
    from soc2desk.domain.questions import Question


def said_condition(condition: Condition, questions: Mapping[str, Question], phrases: Mapping[str, str]) -> str:
    """Return when a question matters, as it goes on after "only if"; empty where it has no words."""
    match condition.op:
        case "name":
            return _name(str(condition.value), questions, phrases)
        case "not":
            return _denied(condition.of[0], questions, phrases)
        case "and" | "or":
            parts = [said_condition(part, questions, phrases) for part in condition.of]
            return f" {phrases[f'asked.if.{condition.op}']} ".join(parts) if all(parts) else ""
        case "==" | "!=" | "in" | "not in":
            return _compared(condition, questions, phrases)
        case _:
            return ""


def _name(name: str, questions: Mapping[str, Question], phrases: Mapping[str, str]) -> str:
    if name not in questions:
        return phrases.get(f"asked.if.{name}", "")
    question = questions[name]
    kind = "yes" if question.kind is QuestionKind.YES_NO else "answered"
    return phrases[f"asked.if.{kind}"].format(question=question.label)


def _denied(condition: Condition, questions: Mapping[str, Question], phrases: Mapping[str, str]) -> str:
    name = str(condition.value)
    if condition.op != "name" or name not in questions or questions[name].kind is not QuestionKind.YES_NO:
        return ""
    return phrases["asked.if.no"].format(question=questions[name].label)


def _compared(condition: Condition, questions: Mapping[str, Question], phrases: Mapping[str, str]) -> str:
    named = next((part for part in condition.of if part.op == "name"), None)
    if named is None or str(named.value) not in questions:
        return ""
    question = questions[str(named.value)]
    other = next(part for part in condition.of if part is not named)
    choices = [question.choice_label(str(part.value)) for part in (other.of or (other,))]
    key = {"==": "is", "!=": "is_not", "in": "has", "not in": "is_not"}[condition.op]
    if condition.op == "in" and other.of:
        key = "is"
    either = f" {phrases['asked.if.or']} ".join(f'"{choice}"' for choice in choices)
    return phrases[f"asked.if.{key}"].format(question=question.label, choice=either)
