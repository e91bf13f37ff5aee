"""The page in a browser: axe-core finds no serious fault, nothing is cut on a phone or on paper.

Skips aloud where there is no Chromium; .ci/run installs Debian's.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright
from tests.brief.made import dossier

from thirdhand.brief import Facts, write

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--disable-background-networking --disable-component-update --disable-gpu --disable-quic "
    "--disable-sync --no-first-run --no-sandbox"
).split()
GRAVE = ("serious", "critical")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: apt-get install chromium, to look at the page in a browser")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("browser")
    write(Facts.of(dossier()), out, "2021-05-01")
    return (out / "brief.html").as_uri()


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_serious_fault(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    found = Axe().run(page).response["violations"]
    grave = [(v["id"], v["help"], v["nodes"][0]["html"]) for v in found if v["impact"] in GRAVE]
    assert grave == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_is_no_wider_than_the_window(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_table_is_wider_than_paper(browser: Browser, address: str) -> None:
    """A4 less its margins of 15 mm is 680 pixels wide at 96 to the inch."""
    page = browser.new_page(viewport={"width": 680, "height": 1000})
    page.emulate_media(media="print")
    page.goto(address)
    wide = page.evaluate(
        "[...document.querySelectorAll('table')].filter(t => t.scrollWidth > 681).map(t => t.id)"
    )
    assert wide == []


def test_the_page_asks_for_nothing_from_outside(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert asked == [address]
    assert Path(address.removeprefix("file://")).is_file()
