"""Where an answer shows, in the words of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.app.appearance import Appearance, Appears

    Say = Callable[..., str]


def links_of(appears: Appears, say: Say, rest: str) -> tuple[tuple[str, str], ...]:
    """Return the places where an answer shows, each with its words; what is only counted leads to `rest`."""
    links = tuple((one.place, place_words(one, say)) for one in appears.shown)
    if not appears.more:
        return links
    words = say("appears.more.one") if appears.more == 1 else say("appears.more.many", count=appears.more)
    return (*links, (rest, words))


def place_words(one: Appearance, say: Say) -> str:
    """Return one place in words: "Access control policy 4.2"."""
    return say(f"appears.{one.kind}", title=one.title, number=one.number)
