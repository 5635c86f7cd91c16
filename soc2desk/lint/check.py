"""Runs every check on the content. A new check is a function in checks/ and its place in this list."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.lint.checks.acted import acted
from soc2desk.lint.checks.addresses import addresses
from soc2desk.lint.checks.asked_before import asked_before
from soc2desk.lint.checks.asked_for import asked_for
from soc2desk.lint.checks.belonging import belonging
from soc2desk.lint.checks.control_ids import control_ids
from soc2desk.lint.checks.good_shown import good_shown
from soc2desk.lint.checks.guarded import guarded
from soc2desk.lint.checks.helped import helped, terms_told_apart
from soc2desk.lint.checks.ids import ids
from soc2desk.lint.checks.long_sentences import long_sentences
from soc2desk.lint.checks.markup import markup
from soc2desk.lint.checks.one_term import one_term
from soc2desk.lint.checks.printed import printed
from soc2desk.lint.checks.promises import promises
from soc2desk.lint.checks.questions_used import questions_used
from soc2desk.lint.checks.reached import reached
from soc2desk.lint.checks.readable import readable
from soc2desk.lint.checks.records_made import records_made
from soc2desk.lint.checks.records_named import records_named
from soc2desk.lint.checks.references import references
from soc2desk.lint.checks.references_print import references_print
from soc2desk.lint.checks.rhythms import rhythms
from soc2desk.lint.checks.roles import roles
from soc2desk.lint.checks.row_words import row_words
from soc2desk.lint.checks.said_once import said_once
from soc2desk.lint.checks.sentences import sentences
from soc2desk.lint.checks.stated import stated
from soc2desk.lint.checks.suggestions import suggestions
from soc2desk.lint.checks.taught import taught
from soc2desk.lint.checks.traced import traced
from soc2desk.lint.checks.vague import vague
from soc2desk.lint.checks.window_words import window_words
from soc2desk.lint.checks.wording import claims, empty_words
from soc2desk.lint.fault import Check, Fault
from soc2desk.lint.places import Places

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue

CHECKS: tuple[tuple[str, Check], ...] = (
    ("readable", readable),
    ("ids", ids),
    ("promises", promises),
    ("rhythms", rhythms),
    ("empty-words", empty_words),
    ("vague", vague),
    ("claims", claims),
    ("acted", acted),
    ("one-term", one_term),
    ("said-once", said_once),
    ("addresses", addresses),
    ("markup", markup),
    ("control-ids", control_ids),
    ("stated", stated),
    ("traced", traced),
    ("references", references),
    ("references-print", references_print),
    ("roles", roles),
    ("printed", printed),
    ("guarded", guarded),
    ("asked-for", asked_for),
    ("good-shown", good_shown),
    ("sentences", sentences),
    ("long-sentences", long_sentences),
    ("reached", reached),
    ("questions-used", questions_used),
    ("records-named", records_named),
    ("records-made", records_made),
    ("asked-before", asked_before),
    ("row-words", row_words),
    ("belonging", belonging),
    ("helped", helped),
    ("terms", terms_told_apart),
    ("taught", taught),
    ("suggestions", suggestions),
    ("window-words", window_words),
)

OF_PACKETS = frozenset({"rhythms", "said-once"})
"""Checks that papers for a class are not held to: their invented company types its days, and a key repeats its list."""

_LINE = re.compile(r", line (\d+)$")


def lint(
    catalogue: Catalogue,
    pack: Path | None = None,
    language: str = "en",
    checks: tuple[tuple[str, Check], ...] = CHECKS,
) -> tuple[Fault, ...]:
    """Return every fault of the content, by file and line, each once however many documents include it.

    `pack` and `language` are those the catalogue was loaded with: they lead to the files that faults name.
    `checks` narrows what is looked for.
    """
    places = Places(pack, language)
    taught = replace(catalogue, templates=(*catalogue.templates, *catalogue.lessons), lessons=())
    found = {
        Fault(name, message, places.find(where), hint)
        for name, see in checks
        for message, where, hint in see(catalogue if name in OF_PACKETS else taught)
    }
    return tuple(sorted(found, key=_order))


def _order(fault: Fault) -> tuple[str, int, str, str]:
    line = _LINE.search(fault.where)
    return fault.where[: line.start()] if line else fault.where, int(line[1]) if line else 0, fault.check, fault.message
