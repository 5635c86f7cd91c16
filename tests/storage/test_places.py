from __future__ import annotations

from pathlib import Path

from soc2desk.storage.places import preferences_file, workspace_folder


def test_the_workspace_is_the_one_given_else_the_variable_else_in_the_documents(tmp_path: Path) -> None:
    assert workspace_folder(tmp_path, {"SOC2DESK_HOME": "/elsewhere"}) == tmp_path
    assert workspace_folder(None, {"SOC2DESK_HOME": "/elsewhere"}) == Path("/elsewhere")
    assert workspace_folder(None, {"SOC2DESK_HOME": "  "}).name == "soc2desk"
    assert workspace_folder(None, {}).name == "soc2desk"
    assert workspace_folder(Path("~/x"), {}) == Path.home() / "x"


def test_a_workspace_that_was_named_holds_the_preferences_too(tmp_path: Path) -> None:
    assert preferences_file(tmp_path, {}) == tmp_path / "preferences.json"
    assert preferences_file(None, {"SOC2DESK_HOME": str(tmp_path)}) == tmp_path / "preferences.json"
    assert preferences_file(tmp_path / "given", {"SOC2DESK_HOME": "/x"}) == tmp_path / "given" / "preferences.json"
    own = preferences_file(None, {"SOC2DESK_HOME": " "})
    assert own.parent.name == "soc2desk"
    assert own != Path("preferences.json")
