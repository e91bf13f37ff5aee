"""The lock files: every version pinned, every file by hash, no host named, and up to date."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "requirements"
LOCKS = ("pip.txt", "run.txt", "dev.txt", "peers.txt", "truth.txt")
ADDRESS = re.compile(
    r"https?:|git\+|file:|@\s*\S+/|--(extra-)?index-url|--find-links|--trusted-host|^-[if]\b",
    re.MULTILINE,
)


def blocks(lock: str) -> list[str]:
    """Each requirement of a lock file with its hashes on one line, comments left out."""
    lines = [line for line in lock.splitlines() if not line.lstrip().startswith("#")]
    return "\n".join(lines).replace("\\\n", " ").split("\n")


def pins(name: str) -> dict[str, set[str]]:
    """The versions that a lock file pins, by package."""
    found: dict[str, set[str]] = {}
    for block in filter(None, blocks((FOLDER / name).read_text("utf-8"))):
        wanted = Requirement(block.split(" --hash")[0])
        found.setdefault(canonicalize_name(wanted.name), set()).add(str(wanted.specifier))
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_no_host(name: str) -> None:
    assert ADDRESS.findall((FOLDER / name).read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://example.org/simple",
        "--extra-index-url file:///mirror",
        "--find-links /wheels",
        "-i http://example.org",
        "thing @ git+ssh://example.org/thing",
        "thing @ /wheels/thing.whl",
    ],
)
def test_an_address_is_noticed(line: str) -> None:
    assert ADDRESS.search(f"alembic==1.0\n{line}\n")


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_has_a_hash(name: str) -> None:
    bare = [
        block
        for block in filter(None, blocks((FOLDER / name).read_text("utf-8")))
        if not re.fullmatch(r"\S+==\S+( ; [^-]*)?(\s+--hash=sha256:[0-9a-f]{64})+\s*", block)
    ]
    assert bare == []


@pytest.mark.parametrize("name", ["run.txt", "pip.txt", "peers.txt"])
def test_one_environment_can_hold_them_all(name: str) -> None:
    tests, other = pins("dev.txt"), pins(name)
    assert {key: tests[key] for key in other.keys() & tests.keys()} == {
        key: other[key] for key in other.keys() & tests.keys()
    }


def test_the_tests_run_on_what_ships() -> None:
    assert pins("run.txt").keys() <= pins("dev.txt").keys()


def test_no_peer_is_installed_with_the_program() -> None:
    assert not pins("dev.txt").keys() & {"crowd-kit", "quantulum3", "text2num", "textacy"}


@pytest.mark.parametrize(("name", "extras"), [("run.txt", ()), ("dev.txt", ("dev",))])
def test_the_lock_answers_pyproject(name: str, extras: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = project["dependencies"] + [
        line for extra in extras for line in project["optional-dependencies"][extra]
    ]
    locked = pins(name)
    late = [
        line
        for line in asked
        if not any(
            Requirement(line).specifier.contains(pin.removeprefix("=="), prereleases=True)
            for pin in locked.get(canonicalize_name(Requirement(line).name), ())
        )
    ]
    assert late == [], f"requirements/{name} does not serve these; run `make lock`"
