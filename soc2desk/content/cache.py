"""The user's cache folder: what was made from the content and can be made again at any time."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def cache_folder() -> Path:
    """Return the folder that SOC2DESK_CACHE names, else the one the system gives a program."""
    chosen = os.environ.get("SOC2DESK_CACHE")
    if chosen:
        return Path(chosen)
    import platformdirs  # noqa: PLC0415 - not needed while what was shipped is good

    return Path(platformdirs.user_cache_dir("soc2desk", appauthor=False))


def keep(target: Path, content: bytes) -> None:
    """Write a file of the cache whole. A folder that cannot be written to is fine: the sources are read again."""
    beside = target.with_name(f"{target.name}.{os.getpid()}")
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(target)
    with suppress(OSError):
        beside.unlink(missing_ok=True)
