"""Fixtures of this folder."""

from tests.flow.riverbend import case, folder, store

__all__ = ["case", "folder", "store"]
