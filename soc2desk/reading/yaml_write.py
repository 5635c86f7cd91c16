"""Plain data as YAML that reads back the same, here and in any other program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from soc2desk.reading.located import Plain

_WIDEST = 110


class Bare(str):
    """Text that is meant as YAML's own number, date, yes or no, and so stands without quotation marks."""

    __slots__ = ()


def write_yaml(plain: Plain) -> str:
    """Return block-style YAML. Text that another program would take for a number or yes and no is quoted."""
    return yaml.dump(
        plain, Dumper=_Writer, allow_unicode=True, sort_keys=False, default_flow_style=False, width=_WIDEST
    )


class _Writer(yaml.SafeDumper):
    """The safe dumper with two habits more: long texts as they read, and no aliases, which reading refuses."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _write_text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _write_bare(writer: yaml.SafeDumper, text: Bare) -> yaml.ScalarNode:
    resolver: Any = writer
    own_tag = resolver.resolve(yaml.ScalarNode, str(text), (True, False))
    return writer.represent_scalar(own_tag, str(text))


_Writer.add_representer(str, _write_text)
_Writer.add_representer(Bare, _write_bare)
# A table that knows more than a plain one is still a table.
_Writer.add_multi_representer(dict, yaml.SafeDumper.represent_dict)
