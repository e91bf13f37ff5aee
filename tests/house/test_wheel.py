"""What is installed is what is written: every file of the package is in the wheel."""

import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel built now."""
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed: `make test` brings it")
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    built = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(next(out.glob("*.whl"))) as archive:
        return set(archive.namelist())


def test_every_file_of_the_package_ships(wheel: set[str]) -> None:
    source = ROOT / "src"
    written = {
        str(path.relative_to(source))
        for path in (source / "thirdhand").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert written <= wheel


def test_the_licence_ships(wheel: set[str]) -> None:
    assert any(name.endswith("licenses/LICENSE") for name in wheel)
