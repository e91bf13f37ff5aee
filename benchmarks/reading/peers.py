"""Run a peer over the accounts, in the peers' environment where there is one."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.gold import write
from benchmarks.reading.rows import Peer
from benchmarks.scorer import ROOT

LOCK = ROOT / "requirements" / "peers.txt"
PYTHON = ROOT / ".venv-peers" / "bin" / "python"


class NotRun(Exception):  # noqa: N818 - it is an answer, not a fault
    """Why a peer has no figures."""


def make() -> None:
    """Make the peers' environment, or do nothing where it is there.

    Where that fails, make says why, and the tables say which peers were not run.
    """
    # What it prints is no part of the tables.
    subprocess.run(["make", "-s", "bench-peers"], check=False, cwd=ROOT, stdout=sys.stderr)  # noqa: S607 - the house's own


def about(peer: Peer) -> str:
    """How it reads, and the version that is pinned."""
    if not peer.package:
        return peer.about
    pin = re.search(rf"^{re.escape(peer.package)}==(\S+)", LOCK.read_text("utf-8"), re.MULTILINE)
    return f"{peer.package} {pin[1] if pin else '(not pinned)'}, {peer.about}"


def answers(peer: Peer, accounts: Sequence[dict[str, object]], path: Path) -> tuple[Path, int]:
    """A file of the peer's readings, and on how many texts it raised: these have no line in it.

    NotRun where its libraries are not installed, or it broke down.
    """
    command = [_python(peer), "-m", f"benchmarks.peers.{peer.script}", *peer.words]
    asked = "".join(f"{json.dumps(account)}\n" for account in accounts)
    done = subprocess.run(  # noqa: S603 - our own words
        command, check=False, cwd=ROOT, input=asked, capture_output=True, text=True
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise NotRun(f"it ended with {done.returncode}: {last}")
    lines = done.stdout.splitlines()
    kept = [line for line in lines if "raised" not in json.loads(line)]
    return write(path, kept), len(lines) - len(kept)


def _python(peer: Peer) -> str:
    if PYTHON.exists():
        return str(PYTHON)
    lost = [name for name in peer.needs if find_spec(name) is None]
    if lost:
        raise NotRun(f"{', '.join(lost)} is not installed; `make bench-peers` installs it")
    return sys.executable
