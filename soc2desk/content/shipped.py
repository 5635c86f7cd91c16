"""Where the content that comes with the program is."""

from __future__ import annotations

from pathlib import Path

from soc2desk.domain.problems import ContentProblem

_PACKAGE = Path(__file__).resolve().parent.parent


def resources(package: Path = _PACKAGE) -> Path:
    """Return the folder of ids, relations, numbers and words. Raises ContentProblem when it is nowhere."""
    return _folder("resources", package)


def policy_templates(package: Path = _PACKAGE) -> Path:
    """Return the folder of document templates, one subfolder a language. Raises ContentProblem when it is nowhere."""
    return _folder("policy_templates", package)


def _folder(name: str, package: Path) -> Path:
    """Inside the package where it was installed, else beside it in a checkout (known by its pyproject.toml)."""
    inside, beside = package / name, package.parent / name
    if inside.is_dir():
        return inside
    if beside.is_dir() and (package.parent / "pyproject.toml").is_file():
        return beside
    message = f"The folder {name} is missing: neither {inside} nor {beside} beside a pyproject.toml exists."
    raise ContentProblem(message, hint="Install the program again.")
