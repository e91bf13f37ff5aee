"""Rows changed string by string, whatever fields they have."""

import dataclasses
from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")


def each_string(node: T, change: Callable[[str], str]) -> T:
    """`node` with every string in it changed: in rows, tuples, lists, sets and mappings.

    Keys of a mapping are kept. What holds no string that changed is the very same object.
    """
    changed: T = _changed(node, change)
    return changed


def strings(node: object) -> Iterator[str]:
    """Every string of `node`, in the order in which `each_string` meets them."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple | list | frozenset | set):
        for part in node:
            yield from strings(part)
    elif isinstance(node, Mapping):
        for part in node.values():
            yield from strings(part)
    elif dataclasses.is_dataclass(node) and not isinstance(node, type):
        for name in names(cast(Hashable, type(node))):
            yield from strings(getattr(node, name))


def _changed(node: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - any part of a row
    if isinstance(node, str):
        return change(node)
    if node is None or isinstance(node, int | float):
        return node
    if isinstance(node, tuple | list | frozenset | set):
        parts = [_changed(part, change) for part in node]
        same = all(a is b for a, b in zip(node, parts, strict=True))
        return node if same else type(node)(parts)
    if isinstance(node, Mapping):
        return {key: _changed(part, change) for key, part in node.items()}
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        return _row(node, change)
    return node


def _row(node: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - any row
    told = {}
    for name in names(cast(Hashable, type(node))):
        was = getattr(node, name)
        now = _changed(was, change)
        if now is not was:
            told[name] = now
    return dataclasses.replace(node, **told) if told else node


@cache
def names(kind: Hashable) -> tuple[str, ...]:
    """The fields of a kind of row. TypeError for anything else."""
    return tuple(field.name for field in dataclasses.fields(cast(Any, kind)))
