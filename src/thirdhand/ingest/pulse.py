"""A sign of life from a reader that takes long on honest input, such as a scan of many pages."""

from collections.abc import Callable

_heard: list[Callable[[], None]] = []


def beat() -> None:
    """Say that the work goes on: the time for one account begins anew. Nothing where none runs."""
    for listener in _heard:
        listener()


def listen(listener: Callable[[], None]) -> None:
    """Call `listener` at every beat from now on."""
    _heard.append(listener)
