"""Folder names from project names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.problems import ProjectProblem
from soc2desk.storage.slugs import slug


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Brightwater Labs Inc.", "brightwater-labs-inc"),
        ("Clinique L'Érable & Fils", "clinique-l-erable-fils"),
        ("Øresund Straße", "oresund-strasse"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "c-windows"),
        ("  Acme.  ", "acme"),
        ("a" * 200, "a" * 60),
        ("ACME", "acme"),
        ("console", "console"),
    ],
)
def test_a_name_becomes_a_plain_folder_name(name: str, folder: str) -> None:
    assert slug(name) == folder


@pytest.mark.parametrize("name", ["CON", "nul", "Aux.", "com1", "COM¹", "LPT9", "prn"])
def test_a_name_that_windows_keeps_is_refused_with_another(name: str) -> None:
    with pytest.raises(ProjectProblem, match="Windows keeps this name") as caught:
        slug(name)
    assert "-project" in (caught.value.hint or "")


@pytest.mark.parametrize("name", ["", "   ", "...", "株式会社", "///"])
def test_a_name_of_which_nothing_is_left_is_refused(name: str) -> None:
    with pytest.raises(ProjectProblem, match="No folder can be named"):
        slug(name)


@given(st.text(max_size=80))
def test_no_name_leads_out_of_the_workspace(name: str) -> None:
    try:
        folder = slug(name)
    except ProjectProblem:
        return
    assert folder
    assert set(folder) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(folder) == folder
