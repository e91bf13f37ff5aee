"""Accounts in languages without a parser here: a smaller rule set over words and tables."""

from thirdhand.read.plain.rules import LANGUAGES, Rules

__all__ = ["LANGUAGES", "Rules"]
