"""Rows changed string by string, whatever fields they have."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


def each_string(node: T, change: Callable[[str], str]) -> T:
    """`node` with every string in it changed: in rows, tuples, lists, sets and mappings.

    Keys of a mapping are kept where they are no part of a row's data: names of columns.
    """
    changed: T = _changed(node, change)
    return changed


def _changed(node: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - any part of a row
    if isinstance(node, str):
        return change(node)
    if isinstance(node, tuple | list | frozenset | set):
        return type(node)(_changed(part, change) for part in node)
    if isinstance(node, Mapping):
        return {key: _changed(part, change) for key, part in node.items()}
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        values = {f.name: getattr(node, f.name) for f in dataclasses.fields(node)}
        return dataclasses.replace(node, **{k: _changed(v, change) for k, v in values.items()})
    return node
