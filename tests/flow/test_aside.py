"""Work done aside: what it returns comes back, and whatever goes wrong is left to who asked."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.brief.made import dossier

from thirdhand import aside as module
from thirdhand.aside import ACCOUNTS, aside
from thirdhand.files import TABLES, tables

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is done aside here")


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})


def test_another_process_does_it() -> None:
    with aside(lambda: (os.getpid(), "ما يقال"), ACCOUNTS) as done:
        told = done()
    assert told is not None
    assert told[0] != os.getpid()
    assert told[1] == "ما يقال"


def test_more_than_a_pipe_holds_comes_back() -> None:
    with aside(lambda: "x" * 1_000_000, ACCOUNTS) as done:
        assert done() == "x" * 1_000_000


def test_few_accounts_are_not_worth_it() -> None:
    with aside(lambda: 1, ACCOUNTS - 1) as done:
        assert done() is None


def test_one_core_does_it_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    with aside(lambda: 1, ACCOUNTS) as done:
        assert done() is None


def test_an_error_is_left_to_who_asked(capfd: pytest.CaptureFixture[str]) -> None:
    with aside(lambda: 1 // 0, ACCOUNTS) as done:
        assert done() is None
    assert capfd.readouterr() == ("", "")


def children() -> set[str]:
    """The processes that this one began and that are not gone."""
    tasks = Path("/proc/self/task").glob("*/children")
    return {child for task in tasks for child in task.read_text("ascii").split()}


def test_what_nobody_waits_for_is_ended(tmp_path: Path) -> None:
    late, before = tmp_path / "late", children()

    def work() -> None:
        time.sleep(0.5)
        late.touch()

    with pytest.raises(RuntimeError, match="stopped"), aside(work, ACCOUNTS):
        raise RuntimeError("stopped")
    time.sleep(0.7)
    assert not late.exists()
    assert children() <= before


@pytest.mark.parametrize("least", [0, 1_000_000])
def test_tables_are_the_same_aside_and_here(
    least: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tables(tmp_path, dossier(), [("request",)]) as put:
        put(())
    here = {name: (tmp_path / name).read_bytes() for name in TABLES}
    monkeypatch.setattr(module, "ACCOUNTS", least)
    with tables(tmp_path, dossier(), [("request",)]) as put:
        paths = put(())
    assert [path.name for path in paths] == list(TABLES)
    assert {path.name: path.read_bytes() for path in paths} == here
    assert {path.name for path in tmp_path.iterdir()} == {*TABLES}


@pytest.mark.parametrize("least", [0, 1_000_000])
def test_where_the_brief_fails_the_old_tables_stay(
    least: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ACCOUNTS", least)
    (tmp_path / "claims.jsonl").write_text("old", "utf-8")
    with pytest.raises(OSError, match="full"), tables(tmp_path, dossier(), ()):
        raise OSError("full")
    assert [path.name for path in tmp_path.iterdir()] == ["claims.jsonl"]
    assert (tmp_path / "claims.jsonl").read_text("utf-8") == "old"


def test_nothing_told_is_no_reason_to_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.1)
    with aside(lambda: time.sleep(60), ACCOUNTS) as done:
        assert done() is None


# Drawn aside, then with an engine that has begun, then by it alone: in a process that never drew.
DRAWN = """
import os, sys
from functools import partial
from pathlib import Path
from tests.brief.rich import rich
from thirdhand.aside import ACCOUNTS, aside
from thirdhand.brief import Facts, write
from thirdhand.brief.charts.style import begun
os.sched_getaffinity = lambda _: {0, 1}
out, facts, beside = Path(sys.argv[1]), Facts.of(rich()), partial(aside, accounts=ACCOUNTS)
write(facts, out / "aside", "2021-05-01", aside=beside)
assert not begun(), "drawn here"
write(facts, out / "here", "2021-05-01")
assert begun()
write(facts, out / "again", "2021-05-01", aside=beside)
"""


def test_pictures_drawn_aside_are_the_same(tmp_path: Path) -> None:
    command = [sys.executable, "-c", DRAWN, str(tmp_path)]
    path = os.pathsep.join(sys.path)
    subprocess.run(command, check=True, timeout=120, env={**os.environ, "PYTHONPATH": path})
    pages = {(tmp_path / name / "brief.html").read_bytes() for name in ("aside", "here", "again")}
    assert len(pages) == 1
    assert b"<path" in pages.pop()


def test_what_cannot_be_written_aside_is_told_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ACCOUNTS", 0)
    gone = tmp_path / "gone"
    with pytest.raises(FileNotFoundError, match="gone"), tables(gone, dossier(), ()) as put:
        put(())
