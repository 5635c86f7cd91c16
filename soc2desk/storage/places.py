"""Where projects and preferences are kept. Light, because the window asks before it loads anything."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_dir, user_documents_dir

if TYPE_CHECKING:
    from collections.abc import Mapping

HOME_VARIABLE = "SOC2DESK_HOME"
PREFERENCES_FILE = "preferences.json"


def workspace_folder(given: Path | None, environment: Mapping[str, str] = os.environ) -> Path:
    """Return where projects are kept: the folder given, else SOC2DESK_HOME, else soc2desk in the user's documents."""
    if given is not None:
        return given.expanduser()
    named = environment.get(HOME_VARIABLE, "").strip()
    return Path(named).expanduser() if named else Path(user_documents_dir()) / "soc2desk"


def preferences_file(workspace: Path | None, environment: Mapping[str, str] = os.environ) -> Path:
    """Return where preferences are kept: in the workspace that was named (on a USB stick, too), else with the user's.

    `workspace` is the folder given when the program was started, None for none.
    """
    if workspace is not None or environment.get(HOME_VARIABLE, "").strip():
        return workspace_folder(workspace, environment) / PREFERENCES_FILE
    return Path(user_config_dir("soc2desk", appauthor=False)) / PREFERENCES_FILE
