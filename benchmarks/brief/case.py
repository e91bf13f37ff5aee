"""The made-up place as a folder that a run takes: accounts, `case.toml`, and the store beside."""

import json
from pathlib import Path

from benchmarks.brief.make import make
from benchmarks.brief.world import BLOCKS, DAYS, FIRST, bodies, date, table
from thirdhand.faces.cli.init import filled

SITE = "tarvel"
STORE = "thirdhand.db"


def write(folder: Path, count: int) -> list[Path]:
    """The paths of the first `count` accounts, written where they are not there yet."""
    accounts = folder / "accounts"
    accounts.mkdir(parents=True, exist_ok=True)
    (folder / "case.toml").write_text(_case(), "utf-8")
    paths = []
    for made in make(count):
        path = accounts / f"{made.number:05d}.json"
        text = json.dumps(made.row, ensure_ascii=False, indent=1)
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
        paths.append(path)
    return paths


def _case() -> str:
    """The template of a camp, with its parts, its months and a register."""
    text = filled("camp", "Tarvel")
    months = f'[case]\nstart = "{FIRST:%Y-%m}"\nend = "{date(DAYS - 1):%Y-%m}"\n'
    return "\n".join((text.replace("[case]\n", months, 1), *_areas(), *_sources()))


def _areas() -> list[str]:
    return [_block("site.area", {"id": b.lower().replace(" ", "-"), "name": b}) for b in BLOCKS]


def _sources() -> list[str]:
    told = [{"name": b.name, "type": b.type, "grade": b.grade} for b in bodies()]
    outlets = (name for names in table("voices")["outlets"].values() for name in names)
    return [_block("source", row) for row in told] + [
        _block("source", {"name": name, "type": "outlet"}) for name in outlets
    ]


def _block(name: str, row: dict[str, str]) -> str:
    lines = (f"{key} = {json.dumps(value)}" for key, value in row.items())
    return "\n".join((f"[[{name}]]", *lines, ""))
