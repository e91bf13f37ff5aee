"""What the package may not name: a path of somebody's machine, and the site of the example."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASE = ROOT / "examples" / "al-hol" / "case.toml"
MACHINE = re.compile(r"(?<![\w.<])(/(work|tmp|home|root|Users|opt|mnt)/\w|[A-Z]:\\\w)")

# Words of the place that case.toml may not list as a name of the site: its town and spellings of
# it, its province, the forces and administration around it.
LOCAL = ("hol", "hawl", "hul", "asayish", "asayesh", "sdf", "ypg", "rojava", "hasakah", "hasakeh")


def lines() -> Iterator[tuple[str, str]]:
    """Each line of text in the package, with its place."""
    for path in sorted((ROOT / "src").rglob("*")):
        if path.suffix in {".py", ".yaml", ".toml", ".json", ".html", ".css", ".md", ".txt"}:
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                yield f"{path.relative_to(ROOT)}:{number}", line


def names_of_the_site() -> list[str]:
    """Every name and alias of the example's site, or skip where the example is absent."""
    if not CASE.exists():
        pytest.skip("examples/al-hol/case.toml is not there: nothing to look for")
    sites = tomllib.loads(CASE.read_text("utf-8"))["site"]
    return [name for site in sites for name in (site["id"], site["name"], *site["aliases"])]


def pattern(*names: str) -> re.Pattern[str]:
    """Find any of the names as whole words, whatever joins the words and in any case."""
    spelt = [r"[\W_]*".join(re.findall(r"[^\W_]+", name)) for name in names]
    return re.compile(rf"(?<![^\W_])({'|'.join(spelt)})(?![^\W_])", re.IGNORECASE)


def test_no_machine_path() -> None:
    assert [place for place, line in lines() if MACHINE.search(line)] == []


def test_no_local_word() -> None:
    local = pattern(*LOCAL)
    assert [place for place, line in lines() if local.search(line)] == []


def test_no_name_of_the_site() -> None:
    site = pattern(*names_of_the_site())
    assert [place for place, line in lines() if site.search(line)] == []


@pytest.mark.parametrize(
    ("name", "line", "found"),
    [
        ("al-Hol", "the camp al_hol was", True),
        ("al-Hol", "AL HOL", True),
        ("Hol", '"hol": 3', True),
        ("Hol", "the holder of a whole", False),
        ("الهول", "مخيم الهول", True),
    ],
)
def test_a_name_is_found_as_words(name: str, line: str, found: bool) -> None:
    assert bool(pattern(name).search(line)) is found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('open("/tmp/x")', True),
        (r'"C:\Users"', True),
        ("https://example.org/home/x", False),
        ("</mnt/x>", False),
        ("a/tmp/b", False),
    ],
)
def test_a_machine_path_is_noticed(line: str, found: bool) -> None:
    assert bool(MACHINE.search(line)) is found
