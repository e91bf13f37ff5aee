"""Many files: the same results in the same order, whatever becomes of the processes."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.ingest.making import column, pdf
from tests.ingest.packing import PROSE, STORY, mail, mbox, zip_of

from thirdhand.ingest import Intake, Limits, Taken, Told, take, walk
from thirdhand.model import Issue

FORM = pdf(column(PROSE))
# Stands in each process for a parser with a fault: what is in the page says which.
FAULTS = """
import os, resource, signal, time
from thirdhand.ingest import pulse
from thirdhand.ingest.readers import READERS
real = READERS["text/html"]
def read(data, limits):
    if b"CRASH" in data:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"HANG" in data:
        time.sleep(600)
    if b"SPIN" in data:
        while True:
            pass
    if b"GROW" in data:
        held = bytearray(8_000_000_000)
    if b"RAISE" in data:
        raise KeyError("no such key")
    if b"LONG" in data:
        for _ in range(12):
            time.sleep(0.5)
            pulse.beat()
    return real(data, limits)
READERS["text/html"] = read
"""


@pytest.fixture
def faults(tmp_path_factory, monkeypatch):
    """Processes begin with FAULTS."""
    folder = tmp_path_factory.mktemp("faults")
    (folder / "sitecustomize.py").write_text(FAULTS)
    monkeypatch.setenv("PYTHONPATH", f"{folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")


def page(word: str) -> str:
    return STORY.replace("Aid workers", f"{word} workers")


def taken(folder: Path, limits: Limits = Limits(), processes: int = 2) -> list[Taken]:  # noqa: B008
    with Intake(Told(), limits, processes) as intake:
        return list(intake.take(walk([folder])))


def story(rows: list[Taken]) -> list[str]:
    """The accounts by ref and the errors by code, in order."""
    out = []
    for row in rows:
        out += [row.account.ref] if row.account else []
        out += [f"{Path(i.where).name}: {i.code}" for i in row.issues if i.severity == "error"]
    return out


def mixed(folder: Path) -> None:
    for n in range(10):
        (folder / f"{n}.html").write_text(page(str(n)))
        (folder / f"{n}.txt").write_text(f"{n} people. {PROSE}")
    (folder / "3b.pdf").write_bytes(FORM)
    (folder / "3c.zip").write_bytes(zip_of(("a.txt", PROSE), ("b.html", STORY)))
    (folder / "4.empty.txt").write_bytes(b"")
    (folder / "5.photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")


@pytest.mark.parametrize(("processes", "few"), [(1, 500), (2, 5)])
def test_as_one_after_the_other(tmp_path, monkeypatch, processes, few):
    monkeypatch.setattr(sys.modules[Intake.__module__], "FEW", few)
    mixed(tmp_path)
    alone = []
    for item in walk([tmp_path]):
        alone += [Taken(None, (item,))] if isinstance(item, Issue) else take(item)
    assert taken(tmp_path, processes=processes) == alone


def test_plain_files_start_no_process(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "b.json").write_text('{"text": "Six people"}')
    monkeypatch.setattr("subprocess.Popen", lambda *_, **__: pytest.fail("a process was started"))
    assert story(taken(tmp_path)) == ["a", "b"]


def test_a_file_that_breaks_its_process_is_one_row_and_a_slow_honest_one_is_read(faults, tmp_path):
    """All at once, as each costs a new process."""
    words = ["a", "CRASH", "c", "HANG", "e", "GROW", "RAISE", "h", "SPIN", "LONG", "k"]
    for name, word in zip("abcdefghijk", words, strict=True):
        (tmp_path / f"{name}.html").write_text(page(word))
    (tmp_path / "d.txt").write_text(PROSE)
    rows = taken(tmp_path, Limits(max_seconds=5))
    assert story(rows) == [
        "a", "b.html: worker-died", "c", "d.html: too-slow", "d", "e", "f.html: too-much-memory",
        "g.html: worker-died", "h", "i.html: too-slow", "j", "k",
    ]  # fmt: skip
    for row in rows:  # the bytes of what could not be read are kept as well
        name = Path(row.original.name)
        assert row.original.source == name.read_bytes()
    reasons = {Path(i.where).stem: i.reason for row in rows for i in row.issues}
    assert "SIGSEGV" in reasons["b"]
    assert "5 seconds" in reasons["i"]
    assert "no such key" in reasons["g"]


def test_a_part_that_breaks_the_process_takes_no_other_part_with_it(faults, tmp_path):
    def letter(*words: str) -> bytes:
        return mail("Six.", [(f"{w}.html", page(w).encode()) for w in words]).as_bytes()

    box = mbox(letter("one"), letter("two", "CRASH", "four"), letter("RAISE"), letter("six"))
    (tmp_path / "a.mbox").write_bytes(box)
    (tmp_path / "b.html").write_text(page("after"))
    assert story(taken(tmp_path)) == [
        "a/1", "a/1/one", "a/2", "a/2/two", "CRASH.html: worker-died", "a/2/four",
        "a/3", "RAISE.html: worker-died", "a/4", "a/4/six", "b",
    ]  # fmt: skip


def test_a_file_whose_parts_break_process_after_process_is_left(faults, tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[Intake.__module__], "DEATHS", 3)
    (tmp_path / "a.zip").write_bytes(zip_of(*((f"{n}.html", page("CRASH")) for n in range(9))))
    died = [f"{n}.html: worker-died" for n in range(3)]
    assert story(taken(tmp_path)) == [*died, "a.zip: given-up"]


def test_a_process_that_died_idle_is_replaced_in_silence(tmp_path):
    (tmp_path / "a.html").write_text(STORY)
    with Intake(processes=1) as intake:
        assert story(list(intake.take([tmp_path / "a.html"]))) == ["a"]
        (worker,) = intake._workers
        worker._process.kill()
        worker._process.wait()
        assert story(list(intake.take([tmp_path / "a.html"]))) == ["a"]


def test_its_processes_end_with_it(tmp_path):
    (tmp_path / "a.html").write_text(STORY)
    with Intake() as intake:
        list(intake.take([tmp_path / "a.html"]))
        (process,) = (worker._process for worker in intake._workers)
        assert process.poll() is None
    assert process.poll() is not None


def test_its_processes_end_with_a_parent_that_was_killed(faults, tmp_path):
    (tmp_path / "a.html").write_text(page("HANG"))
    code = (
        "import sys; from pathlib import Path; from thirdhand.ingest import Intake\n"
        "with Intake() as intake:\n"
        "    made = intake.take([Path(sys.argv[1])] * 2)\n"
        "    job = intake._begun(Path(sys.argv[1]))\n"
        "    print(job.worker._process.pid, flush=True)\n"
        "    list(made)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.html")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        child = int(parent.stdout.readline())
        parent.kill()
    until = time.monotonic() + 60
    while Path(f"/proc/{child}/cmdline").exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert not Path(f"/proc/{child}/cmdline").exists()
