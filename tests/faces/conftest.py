"""Fixtures of this folder."""

from tests.flow.riverbend import case, folder

__all__ = ["case", "folder"]
