"""Fixtures of this folder."""

import sys

import pytest
from tests.flow.riverbend import case, folder

from thirdhand.faces.cli import main

__all__ = ["case", "folder"]


@pytest.fixture
def type_in(monkeypatch, capsys, tmp_path):
    """Type a command in an empty folder: (code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["thirdhand", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return int(end.value.code or 0), out, err

    return run
