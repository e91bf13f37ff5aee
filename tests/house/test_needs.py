"""What the package imports is what pyproject.toml asks for: nothing borrowed from a neighbour."""

import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import grimp
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
# The official pipeline is used where somebody installed it; it is on no package registry.
OPTIONAL = {"en_core_web_sm"}


def imported() -> set[str]:
    """Names of the third-party modules that the package imports."""
    graph = grimp.build_graph("thirdhand", include_external_packages=True, cache_dir=None)
    tops = {module.split(".")[0] for module in graph.modules}
    return tops - {"thirdhand"} - OPTIONAL - set(sys.stdlib_module_names)


def test_what_is_imported_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    owners = packages_distributions()
    borrowed = {
        name
        for name in imported()
        if asked.isdisjoint(canonicalize_name(owner) for owner in owners.get(name, ()))
    }
    assert borrowed == set(), "add them to the dependencies in pyproject.toml, then `make lock`"
