"""Plain data into frozen dataclasses: unknown keys are refused, and every error names file, line and what to write."""

from __future__ import annotations

import dataclasses
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec

from soc2desk.domain.problems import ContentProblem, SeveralProblems, nearest
from soc2desk.reading.located import Located, Path, Plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.problems import Problem

T = TypeVar("T")

_FAILED = object()
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_EXPECTED = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "yes or no",
    "date": "a date such as 2027-02-01",
}


def convert(located: Located, shape: type[T], kind: str = "entry", path: Path = ()) -> T:
    """Return the data at `path` as a value of `shape` (a dataclass, or tuples, dicts and scalars of such).

    `kind` is what errors call it, for example "control". Raises the problem class of `located`, or SeveralProblems
    when more than one thing is wrong, each with file and line.
    """
    problems: list[Problem] = []
    made = _Conversion(located, kind, problems).value(_at(located.data, path), shape, path)
    raise_all(problems)
    return cast("T", made)


def encode_json(value: object) -> bytes:
    """Return a value as compact JSON in UTF-8."""
    return msgspec.json.encode(value)


def encode_json_lines(value: object) -> bytes:
    """Return a value as JSON in UTF-8 with a line for each value, for files that people may look into."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def decode_json(data: bytes, shape: type[T], name: str, problem: type[Problem] = ContentProblem) -> T:
    """Return JSON bytes as a value of `shape`, without line numbers. Raises `problem` when they do not fit."""
    try:
        return msgspec.json.decode(data, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise problem(f"The file cannot be read: {error}.", where=name) from error


def raise_all(problems: Iterable[Problem]) -> None:
    """Raise what was collected: nothing, the one problem, or SeveralProblems."""
    found = tuple(problems)
    if len(found) == 1:
        raise found[0]
    if found:
        raise SeveralProblems(found)


def _at(data: Plain, path: Path) -> Plain:
    for step in path:
        data = data[step]  # type: ignore[index]
    return data


@cache
def _fields(shape: Any) -> dict[str, tuple[Any, bool]]:
    """Return the type of each field of a dataclass, and whether it must be given."""
    hints = get_type_hints(shape)
    return {
        field.name: (hints[field.name], field.default is field.default_factory is dataclasses.MISSING)
        for field in dataclasses.fields(shape)
    }


@dataclasses.dataclass(frozen=True, slots=True)
class _Conversion:
    """One walk over data and shape together; what is wrong is collected, so a person mends it in one go."""

    located: Located
    kind: str
    problems: list[Problem]

    def value(self, data: Plain, shape: Any, path: Path) -> object:
        """Return the data as the shape asks, or the mark of failure."""
        origin = get_origin(shape)
        if origin in {Union, UnionType}:
            return self._choice(data, shape, path)
        if origin in {tuple, list}:
            return self._sequence(data, get_args(shape)[0], path, origin)
        if origin is dict:
            return self._mapping(data, get_args(shape)[1], path)
        if dataclasses.is_dataclass(shape):
            return self._row(data, shape, path)
        return self._leaf(data, shape, path)

    def _fail(self, path: Path, message: str, hint: str | None = None) -> object:
        self.problems.append(self.located.refuse(message, path, hint))
        return _FAILED

    def _choice(self, data: Plain, shape: Any, path: Path) -> object:
        options = [option for option in get_args(shape) if option is not type(None)]
        if data is None and len(options) < len(get_args(shape)):
            return None
        return self.value(data, options[0], path) if len(options) == 1 else self._leaf(data, shape, path)

    def _sequence(self, data: Plain, shape: Any, path: Path, make: Any) -> object:
        if not isinstance(data, list):
            return self._fail(path, f"A list is expected at {_name(path)}.", "Write [a, b], or one - line for each.")
        return make(self.value(item, shape, (*path, index)) for index, item in enumerate(data))

    def _mapping(self, data: Plain, shape: Any, path: Path) -> object:
        if not isinstance(data, dict):
            return self._fail(path, f"Keys with values are expected at {_name(path)}.")
        return {key: self.value(item, shape, (*path, key)) for key, item in data.items()}

    def _row(self, data: Plain, shape: Any, path: Path) -> object:
        if not isinstance(data, dict):
            return self._fail(path, f"This {self.kind} should have keys with values at {_name(path)}.")
        fields = _fields(shape)
        for key in (key for key in data if key not in fields):
            hint = nearest(key, fields.keys()) or f"Known here: {', '.join(sorted(fields))}."
            self._fail((*path, key), f"The key {key} is not known here.", hint)
        for name, (_, required) in fields.items():
            if required and name not in data:
                self._fail(path, f"The key {name} is missing in this {self.kind}.")
        before = len(self.problems)
        given = {
            name: self.value(data[name], hint, (*path, name)) for name, (hint, _) in fields.items() if name in data
        }
        complete = all(name in data for name, (_, required) in fields.items() if required)
        return shape(**given) if complete and len(self.problems) == before else _FAILED

    def _leaf(self, data: Plain, shape: Any, path: Path) -> object:
        if shape is bool and isinstance(data, str):
            data = _YES_NO.get(data.lower(), data)
        lenient = isinstance(data, str) and shape is not bool
        try:
            return msgspec.convert(data, shape, strict=not lenient)
        except (msgspec.ValidationError, ValueError):
            return self._fail(path, _unfit(data, shape, path), _choices_hint(data, shape))


def _name(path: Path) -> str:
    return str(path[-1]) if path and isinstance(path[-1], str) else "this place"


def _unfit(data: Plain, shape: Any, path: Path) -> str:
    if data is None:
        return f"The value of {_name(path)} is empty."
    if isinstance(data, (dict, list)):
        return f"A single value is expected at {_name(path)}."
    expected = _EXPECTED.get(getattr(shape, "__name__", ""), "one of the known values")
    return f"The value {data} of {_name(path)} is not {expected}."


def _choices_hint(data: Plain, shape: Any) -> str | None:
    choices: list[str] = []
    if isinstance(shape, type) and issubclass(shape, Enum):
        choices = [str(member.value) for member in shape]
    elif get_origin(shape) is Literal:
        choices = [str(choice) for choice in get_args(shape)]
    if not choices:
        return None
    return nearest(str(data), choices) or f"Known: {', '.join(choices)}."
