"""Packages and projects that do not exist, for the tests of a release."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.metadata import Distribution, PackageNotFoundError, version
from pathlib import Path
from typing import Any

from tools.release.libraries import Library

PYPROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "soc2desk"
version = "7.1.0"
requires-python = ">=3.11"
dependencies = ["tinydb>=4", "colourful-windows>=1; sys_platform == 'none'"]

[project.optional-dependencies]
test = ["never-installed>=1"]

[tool.hatch.build.targets.wheel]
only-include = ["soc2desk", "resources"]
"""


class Package(Distribution):
    """An installed package that says of itself what a test wants it to say."""

    def __init__(self, name: str, *, metadata: str = "", texts: dict[str, bytes] | None = None) -> None:
        self.about, self.texts = f"Name: {name}\nVersion: 1.0\n{metadata}", texts or {}

    def read_text(self, filename: Any) -> str | None:
        return self.about if filename == "METADATA" else None

    def locate_file(self, path: Any) -> Any:
        return Path(path)

    @property
    def files(self) -> Any:
        return [Text(f"made_up-1.0.dist-info/{name}", raw) for name, raw in self.texts.items()]


class Text:
    """A file of such a package, as far as it is asked for."""

    def __init__(self, path: str, raw: bytes) -> None:
        self.name, self.read_binary, self.as_posix = path.rpartition("/")[2], lambda: raw, lambda: path


def finder(*packages: Package) -> Any:
    """Return what finds these packages and no others."""
    known = {one.name: one for one in packages}

    def find(name: str) -> Package:
        if name not in known:
            raise PackageNotFoundError(name)
        return known[name]

    return find


def library(name: str, metadata: str = "", texts: dict[str, bytes] | None = None) -> Library:
    return Library(name, "1.0", (), Package(name, metadata=metadata, texts=texts))


def small_project(folder: Path) -> Path:
    """Return a checkout of a project with one module, one icon and one library."""
    files = {
        "pyproject.toml": PYPROJECT,
        "constraints.txt": f"tinydb=={version('tinydb')}\n",
        "soc2desk/__init__.py": "",
        "resources/icons/dot.svg": "<svg/>",
        ".gitignore": "/out/\n",
    }
    for name, text in files.items():
        put_file(folder / name, text)
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def put_file(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "One more")


def git(folder: Path, *arguments: str) -> None:
    who = {f"GIT_{one}_{what}": "made.up@example.org" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    days = {f"GIT_{one}_DATE": "2026-03-04T05:06:07Z" for one in ("AUTHOR", "COMMITTER")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    environment = {**os.environ, **who, **days, **settings}
    subprocess.run(
        [shutil.which("git") or "git", *arguments], cwd=folder, env=environment, check=True, capture_output=True
    )
