"""The command line."""

from thirdhand.faces.cli.main import main

__all__ = ["main"]
