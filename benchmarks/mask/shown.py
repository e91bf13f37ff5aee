"""What of the marked accounts can be read in any file that a run for the public leaves."""

import json
import re
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from typer.testing import CliRunner

from benchmarks.mask.marked import SITE, Half, case, contacts, made, persons
from thirdhand.faces.cli.main import app


def leaks(half: Half, folder: Path, audience: str = "public") -> dict[str, list[str]]:
    """Words of private names, and contacts, that stand in the files: each with those files.

    folder: an empty one. RuntimeError where the run ends badly.
    """
    files = texts(brief(half, folder, audience))
    return {
        words: names
        for words in (*persons(half), *contacts(half))
        if (names := [name for name, text in files.items() if _holds(text, words)])
    }


def brief(half: Half, folder: Path, audience: str) -> Path:
    """Where the files of a run over the half lie."""
    home = folder / "accounts"
    home.mkdir()
    (folder / "case.toml").write_text(case(), "utf-8")
    for row in made(half):
        (home / f"{row.ref}.json").write_text(json.dumps(row.fields), "utf-8")
    out = folder / "out"
    place = ["--case", str(folder), "--site", SITE, "--store", str(folder / "store.db")]
    told = ["run", str(home), *place, "-o", str(out), "--audience", audience, "--to", "all"]
    done = CliRunner().invoke(app, [*told, "--processes", "1"])
    if done.exit_code not in (0, 1):
        raise RuntimeError(done.output)
    return out


def texts(out: Path) -> dict[str, str]:
    """Each file of the folder as text, those inside of others too, metadata included."""
    return dict(pair for path in sorted(out.iterdir()) for pair in _texts(path))


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    raw = path.read_bytes()
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as held:
            for name in held.namelist():
                text = held.read(name).decode("utf-8", "replace")
                yield f"{path.name}:{name}", text
                yield f"{path.name}:{name} as text", re.sub(r"<[^>]+>", "", text)
        return
    if path.suffix == ".pdf":
        for program in (["pdftotext", str(path), "-"], ["pdfinfo", str(path)]):
            done = subprocess.run(program, check=True, stdout=subprocess.PIPE)  # noqa: S603
            yield f"{path.name}:{program[0]}", done.stdout.decode("utf-8", "replace")
        return
    text = raw.decode("utf-8", "replace")
    # A style sheet holds colours and sizes.
    yield path.name, re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)


def _holds(text: str, words: str) -> bool:
    edge = r"(?<!\w)", r"(?!\w)"
    told = r"\s+".join(re.escape(part) for part in words.split())
    return re.search(f"{edge[0]}{told}{edge[1]}", text, re.IGNORECASE) is not None


def as_lines(found: dict[str, Sequence[str]]) -> Iterator[str]:
    """A line for each leak."""
    for words, names in found.items():
        yield f"{words!r} in {', '.join(names)}"
