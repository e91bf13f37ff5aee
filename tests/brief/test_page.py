"""The page: every sentence leads to its words, and nothing leads out but to accounts."""

import dataclasses
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import html
from tests.brief.made import ACCOUNTS, KILLED, MORE, assessment, block, dossier, empty

from thirdhand.brief import Facts, write
from thirdhand.brief.parts import rests
from thirdhand.brief.render.html import bidi
from thirdhand.model import Dossier, Findings, Period, Reading

GOLDEN = Path(__file__).parent / "golden" / "brief.json"
MADE = "2021-05-01"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> html.HtmlElement:
    out = tmp_path_factory.mktemp("out")
    write(Facts.of(dossier()), out, MADE)
    return html.fromstring((out / "brief.html").read_text("utf-8"))


def written(case: Dossier, out: Path) -> str:
    write(Facts.of(case), out, MADE)
    return (out / "brief.html").read_text("utf-8")


def test_the_outline_is_the_golden_one(tmp_path: Path) -> None:
    write(Facts.of(dossier()), tmp_path, MADE)
    assert json.loads((tmp_path / "brief.json").read_text("utf-8")) == json.loads(
        GOLDEN.read_text("utf-8")
    )


def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (
        write(Facts.of(dossier()), tmp_path / "a", MADE),
        write(Facts.of(dossier()), tmp_path / "b", MADE),
    )
    for one, other in zip(first.paths, second.paths, strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_every_sentence_has_an_endnote(page: html.HtmlElement) -> None:
    sentences = page.xpath("//*[contains(concat(' ', @class, ' '), ' sentence ')]")
    assert len(sentences) > 8
    for sentence in sentences:
        assert sentence.xpath(".//a[starts-with(@href, '#n')]"), sentence.text_content()


def test_every_link_inside_resolves(page: html.HtmlElement) -> None:
    ids = set(page.xpath("//@id"))
    links = page.xpath("//a[starts-with(@href, '#')]/@href")
    assert {link[1:] for link in links} <= ids
    assert len(page.xpath("//@id")) == len(ids)


def test_endnotes_show_the_words_of_their_account(page: html.HtmlElement) -> None:
    texts = " ".join(a.text for a in ACCOUNTS)
    notes = page.xpath("//ol[@class='notes-list']/li")
    assert notes
    for note in notes:
        assert note.xpath("./q")[0].text in texts
        assert re.search(r"Account a\d, a\d0{8}", note.text_content())


def test_nothing_leads_out_but_links_to_accounts(page: html.HtmlElement) -> None:
    outside = [h for h in page.xpath("//@href") if not h.startswith("#")]
    assert outside
    assert set(outside) == {"https://daily.example/1"}
    assert not page.xpath("//@src | //script | //link | //iframe | //image | //object | //embed")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    raw = html.tostring(page, encoding="unicode")
    assert "@import" not in raw
    assert not re.search(r"url\((?!#)", raw)


def test_the_words_of_accounts_are_not_markup(page: html.HtmlElement) -> None:
    assert "gained control over <b>Mora</b>" in page.text_content()
    assert not page.xpath("//b")


def test_landmarks_headers_and_text_alternatives(page: html.HtmlElement) -> None:
    for landmark in ("header", "nav", "main", "footer"):
        assert page.xpath(f"//body/{landmark}"), landmark
    assert page.get("lang") == "en"
    for table in page.xpath("//table"):
        assert table.xpath("./caption")
        assert table.xpath("./thead//th[@scope='col']")
        assert table.xpath("./tbody//th[@scope='row']")
        wide = {len(r.xpath("./th|./td")) for r in table.xpath(".//tr[not(@class='group')]")}
        assert len(wide) == 1, table.get("id")
    pictures = page.xpath("//*[@role='img']")
    assert len(pictures) == 3
    for picture in pictures:
        assert len(picture.get("aria-label")) > 40
        assert picture.xpath(".//*[local-name()='svg'][@aria-hidden='true']")


def test_quotes_find_their_own_direction(page: html.HtmlElement) -> None:
    arabic = [q for q in page.xpath("//q") if "شخص" in q.text]
    assert arabic
    assert all(q.get("dir") == "auto" and q.get("lang") == "ar" for q in arabic)


def test_our_words_run_from_the_left_with_a_name_that_does_not() -> None:
    told = bidi("المجلس الأعلى says <4> of مورا, 12 km")
    assert told == "<bdi>المجلس الأعلى</bdi> says &lt;4&gt; of <bdi>مورا</bdi>, 12 km"


def test_the_head_says_what_it_measures(page: html.HtmlElement) -> None:
    head = page.xpath("//header")[0].text_content()
    assert "It measures this collection, not the place" in head
    assert "4 accounts" in head
    assert "50%" in head


def test_the_end_counts_what_was_checked(page: html.HtmlElement) -> None:
    assert re.search(r"\d+ sentences checked, 0 dropped", page.xpath("//footer")[-1].text_content())


def test_persons_are_not_named_in_our_words(page: html.HtmlElement) -> None:
    assert "John Doe" not in page.text_content()
    assert "Jane Roe" not in page.text_content()


def test_an_actor_of_the_register_is_named(tmp_path: Path) -> None:
    assert KILLED.event is not None
    known = dataclasses.replace(KILLED, event=dataclasses.replace(KILLED.event, actor="the army"))
    case = dossier(
        readings=(Reading("r", KILLED.account, "hand", claims=(known,)),),
        findings=Findings(assessments=(assessment((known,)),)),
    )
    text = written(case, tmp_path)
    assert "Killing (by The Army)" in text


def test_what_the_gate_stops_is_left_out_and_listed(tmp_path: Path) -> None:
    moved = dataclasses.replace(MORE, span=dataclasses.replace(MORE.span, start=0, end=23))
    case = dossier(
        readings=(Reading("r", MORE.account, "hand", claims=(moved,)),),
        findings=Findings(assessments=(assessment((moved,)),)),
    )
    done = write(Facts.of(case), tmp_path, MADE)
    page = html.fromstring(done.paths[0].read_text("utf-8"))
    assert done.dropped == len(done.issues) > 0
    assert {i.code for i in done.issues} == {"unsupported-sentence"}
    assert not page.xpath("//*[@id='t-figures']")
    assert "Left out of the brief" in page.xpath("//*[@id='t-problems']")[0].text_content()
    assert f"{done.sentences} sentences checked, {done.dropped} dropped" in page.text_content()


def test_a_long_list_of_incidents_is_capped_on_the_page_and_whole_in_the_rows(
    tmp_path: Path,
) -> None:
    days = [Period.parse(f"2020-{m:02d}-{d:02d}") for m in (1, 2) for d in range(1, 26)]
    claims = [dataclasses.replace(KILLED, id=f"k{n}", period=p) for n, p in enumerate(days)]
    case = dossier(
        readings=(Reading("r", KILLED.account, "hand", claims=tuple(claims)),),
        findings=Findings(assessments=tuple(assessment((c,)) for c in claims)),
    )
    page = html.fromstring(written(case, tmp_path))
    assert len(page.xpath("//*[@id='t-incidents']//tr[@class='sentence']")) == 25
    assert "25 of 50 incidents shown; all are in brief.json." in page.text_content()
    rows = json.loads((tmp_path / "brief.json").read_text("utf-8"))
    assert len(block(tmp_path / "brief.json", "incidents")["rows"]) == 50
    assert len(rows["notes"]) == 25


def test_nothing_held_gives_a_page_that_says_so(tmp_path: Path) -> None:
    text = written(empty(), tmp_path)
    assert "No account is held. That is no sign that nothing happened there." in text
    assert "0 sentences checked, 0 dropped" in text


def test_the_method_prints_the_table_of_words(page: html.HtmlElement) -> None:
    words = page.xpath("//*[@id='t-words']")[0].text_content()
    for told in ("almost certain, 95-99 %", "probably true", "It is doubtful that there were …"):
        assert told in words


def test_ink_stands_out_from_paper() -> None:
    style = (files("thirdhand.brief") / "templates" / "brief.css").read_text("utf-8")
    papers = [_light("#ffffff"), _light(re.findall(r"--faint: (#\w{6})", style)[0])]
    inks = {n: c for n, c in re.findall(r"--(\w+): (#\w{6})", style) if n not in ("rule", "faint")}
    inks |= {c: c for c in re.findall(r"[; {]color: (#\w{6})", style)}
    assert len(inks) >= 4
    for name, ink in inks.items():
        assert all((paper + 0.05) / (_light(ink) + 0.05) >= 4.5 for paper in papers), name


def _light(colour: str) -> float:
    """Relative luminance after WCAG 2.1."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_few_people_are_not_shown(tmp_path: Path) -> None:
    case = dossier()
    shy = dataclasses.replace(case, plan=dataclasses.replace(case.plan, small_cell=5))
    page = html.fromstring(written(shy, tmp_path))
    incident = page.xpath("//*[@id='t-incidents']//tr[@class='sentence']")[0].text_content()
    assert "not shown" in incident
    for told in ("2 men", "Two men"):
        assert told not in page.text_content()
    rows = json.loads((tmp_path / "brief.json").read_text("utf-8"))
    assert "Two men were killed" not in [n["quote"] for n in rows["notes"]]
    assert "held back: a figure of very few people" in page.text_content()


@pytest.mark.parametrize(
    ("basis", "told"),
    [("page", ""), ("byline", "by its byline)"), ("address", "by its address)")],
)
def test_an_endnote_says_what_its_day_was_taken_from(basis: str, told: str) -> None:
    accounts = tuple(dataclasses.replace(a, date_basis=basis) for a in ACCOUNTS)  # type: ignore[arg-type]
    note = rests.endnote(1, KILLED, Facts.of(dossier(accounts=accounts)))
    assert note.published
    assert note.published.partition(" (")[2] == told
