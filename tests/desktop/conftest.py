"""The window without a screen: Qt is told so before its first word, and each test begins in the light look."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from soc2desk.desktop.tokens import Tokens


@pytest.fixture
def light(qapp: QApplication) -> Tokens:
    """Return the light colours, worn by the whole program."""
    from soc2desk.desktop.theme import Look, apply

    return apply(qapp, Look.LIGHT)
