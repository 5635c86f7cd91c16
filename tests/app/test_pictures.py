"""Icons reach the window by name, and a wrong name is said."""

from __future__ import annotations

import pytest

from soc2desk.app.pictures import icon_bytes, icon_names
from soc2desk.domain.problems import ContentProblem


def test_every_icon_can_be_had_by_its_name() -> None:
    assert {"check-circle", "alert-triangle", "lock"} <= set(icon_names())
    assert [name for name in icon_names() if b"currentColor" not in icon_bytes(name)] == []


def test_an_unknown_icon_is_said_with_the_nearest() -> None:
    with pytest.raises(ContentProblem, match='no icon "folder-opn"') as told:
        icon_bytes("folder-opn")
    assert told.value.hint == "Did you mean folder-open?"
