"""Who may import whom: the contracts of pyproject.toml hold, and would notice if they did not."""

import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
LINT = str(Path(sys.executable).with_name("lint-imports"))
ROOMS = """faces flow explaining history taking versions files judging outcome past scope case
settings complaint schema words ingest read corroborate visibility mask brief store scale aside
model""".split()

RIGHT = [
    ("faces", "flow"),
    ("flow", "read"),
    ("flow", "brief"),
    ("flow", "mask"),
    ("case", "words"),
    ("read", "model"),
    ("store", "model"),
]
WRONG = [
    ("read", "ingest"),
    ("brief", "store"),
    ("mask", "read"),
    ("brief", "mask"),
    ("corroborate", "scale"),
    ("visibility", "words"),
    ("ingest", "case"),
    ("store", "read"),
    ("scale", "store"),
    ("model", "words"),
    ("flow", "faces"),
    ("faces", "corroborate"),
    ("case", "visibility"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts on the package that lies under `folder`."""
    command = [LINT, "--no-logo", "--no-cache", "--config", str(ROOT / "pyproject.toml")]
    path = {"PYTHONPATH": str(folder)}
    return subprocess.run(
        command, check=False, cwd=folder, env=path, capture_output=True, text=True
    )


def build(folder: Path, arrows: list[tuple[str, str]]) -> Path:
    """Write a package with the rooms of the real one, and these imports alone."""
    for room in ROOMS:
        home = folder / "thirdhand" / room
        home.mkdir(parents=True)
        lines = [f"import thirdhand.{imported}\n" for name, imported in arrows if name == room]
        (home / "__init__.py").write_text("".join(lines))
    (folder / "thirdhand" / "__init__.py").touch()
    return folder


def test_contracts_hold() -> None:
    answer = lint(ROOT / "src")
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_model_needs_the_standard_library_alone() -> None:
    graph = grimp.build_graph("thirdhand", include_external_packages=True, cache_dir=None)
    rooms = {"thirdhand.model", *graph.find_descendants("thirdhand.model")}
    strangers = {
        f"{room} imports {name}"
        for room in rooms
        for name in graph.find_modules_directly_imported_by(room)
        if name not in rooms and name.split(".")[0] not in sys.stdlib_module_names
    }
    assert strangers == set()


def test_right_arrows_pass(tmp_path: Path) -> None:
    answer = lint(build(tmp_path, RIGHT))
    assert answer.returncode == 0, answer.stdout


@pytest.fixture(scope="module")
def objections(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the contracts say of a package with every wrong arrow."""
    return lint(build(tmp_path_factory.mktemp("house"), WRONG)).stdout


@pytest.mark.parametrize(("room", "imported"), WRONG)
def test_a_wrong_arrow_is_noticed(objections: str, room: str, imported: str) -> None:
    assert f"thirdhand.{room} -> thirdhand.{imported} " in objections


def test_a_new_room_needs_a_place(tmp_path: Path) -> None:
    (build(tmp_path, []) / "thirdhand" / "attic.py").touch()
    answer = lint(tmp_path)
    assert answer.returncode != 0
    assert "attic" in answer.stdout
