"""Papers that are named are there, and every decision note is in the list."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOTES = ROOT / "docs" / "decisions"
NAMED = re.compile(r"\bdocs/[\w./-]+\.md\b")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*/*.md")]


def test_papers_that_the_code_names_are_there() -> None:
    missing = {
        f"{path.relative_to(ROOT)} names {name}"
        for path in [*(ROOT / "src").rglob("*.py"), ROOT / "pyproject.toml", *PAGES]
        for name in NAMED.findall(path.read_text("utf-8"))
        if not (ROOT / name).exists()
    }
    assert missing == set()


def test_links_lead_somewhere() -> None:
    broken = {
        f"{page.relative_to(ROOT)} links to {target}"
        for page in PAGES
        for target in LINK.findall(page.read_text("utf-8"))
        if not (page.parent / target).exists()
    }
    assert broken == set()


def test_every_note_is_in_the_list() -> None:
    listed = set(LINK.findall((NOTES / "README.md").read_text("utf-8")))
    assert {note.name for note in NOTES.glob("[0-9]*.md")} == listed


def test_numbers_of_notes_differ() -> None:
    numbers = [note.name[:4] for note in sorted(NOTES.glob("[0-9]*.md"))]
    assert len(numbers) == len(set(numbers))
