"""A case file as a person writes it, and what the tool says when it is wrong."""

# ruff: noqa: E501 - a table of cases keeps one case a line

from dataclasses import fields
from pathlib import Path

import pytest

from thirdhand.model import Area, Limits, Person, PlanItem, Site, Source
from thirdhand.settings import IntakeBlock, SettingsError, load
from thirdhand.visibility import unwatched
from thirdhand.words import vocabulary

GOOD = """
[case]
name = "Riverbend watch"
start = "2021-01"
end = "2021-12"
small_cell = 5

[[site]]
id = "riverbend"
name = "Riverbend camp"
kind = "camp"
aliases = ["River Bend"]
country = "NE"
point = [13.31, 12.61]

    [[site.area]]
    id = "sector-1"
    name = "Sector 1"

[[plan]]
kind = "figure"
indicator = "population"
label = "Children"
breakdown = ["women", "children"]
cadence = "month"

[[plan]]
kind = "incident"
indicator = "fire"
label = "Fires"
cadence = "week"
sector = "shelter"
shelf_life_days = 9

[[plan]]
kind = "condition"
indicator = "water"
label = "Water"
cadence = "quarter"
areas = "each"

[[source]]
name = "Camp management"
type = "agency"
owner = "UN"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "case.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_case_file_becomes_a_plan(tmp_path: Path) -> None:
    plan = load(written(tmp_path, GOOD), vocabulary())
    assert (plan.name, plan.start, plan.end, plan.small_cell) == (
        "Riverbend watch",
        "2021-01",
        "2021-12",
        5,
    )
    area = Area("sector-1", "Sector 1")
    site = Site("riverbend", "Riverbend camp", "camp", ("River Bend",), "NE", 13.31, 12.61, (area,))
    assert plan.sites == (site,)
    assert plan.sources == (Source("Camp management", (), "agency", owner="UN"),)
    children, fires, water = plan.items
    assert children == PlanItem(
        kind="figure",
        indicator="population",
        label="Children",
        cadence="month",
        shelf_life=45,
        sector="population",
        breakdown=("children", "women"),
        unit="people",
    )
    assert (fires.shelf_life, fires.sector, fires.unit) == (9, "shelter", None)
    assert (water.shelf_life, water.sector, water.areas) == (120, "water", "each")


def test_the_documented_case_is_a_case(tmp_path: Path) -> None:
    docs = Path(__file__).parents[2] / "docs" / "case.md"
    if not docs.is_file():
        pytest.skip("docs/case.md is not here: the package is tested without its checkout")
    example = docs.read_text("utf-8").split("```toml\n")[1].split("```")[0]
    assert load(written(tmp_path, example), vocabulary()).sites[0].id == "riverbend"


def test_a_site_and_its_parts_can_be_drawn(tmp_path: Path) -> None:
    """Some tools repeat the first corner at the end: it is one corner."""
    ring = "[[13.3, 12.6], [13.3, 12.7], [13.4, 12.7], [13.3, 12.6]]"
    drawn = GOOD.replace(
        'name = "Sector 1"', f'name = "Sector 1"\n    point = [13.32, 12.62]\n    outline = {ring}'
    ).replace("point = [13.31, 12.61]", f"outline = {ring}", 1)
    (site,) = load(written(tmp_path, drawn), vocabulary()).sites
    corners = ((13.3, 12.6), (13.3, 12.7), (13.4, 12.7))
    assert (site.outline, site.lat) == (corners, None)
    assert (site.areas[0].outline, site.areas[0].point) == (corners, (13.32, 12.62))


def test_the_accounts_of_a_source_can_be_restricted(tmp_path: Path) -> None:
    text = GOOD.replace('owner = "UN"', 'sensitivity = "restricted"')
    assert load(written(tmp_path, text), vocabulary()).sources[0].sensitivity == "restricted"


def test_how_much_of_a_file_is_taken_in_can_be_set(tmp_path: Path) -> None:
    text = GOOD + "\n[intake]\nmax_bytes = 1000\nmax_seconds = 5\n"
    limits = load(written(tmp_path, text), vocabulary()).limits
    assert limits == Limits(max_bytes=1000, max_seconds=5)
    assert load(written(tmp_path, GOOD), vocabulary()).limits == Limits()


def test_every_limit_can_be_set() -> None:
    assert [*IntakeBlock.model_fields] == [field.name for field in fields(Limits)]


WRONG = [
    # what is written, what stands there instead, what is said
    ('kind = "figure"', 'knid = "figure"', "plan 1 (Children): unknown key 'knid'; did you mean 'kind'? (and 1 more)"),
    ('start = "2021-01"', 'start = "2021-13"', "case: start: write a month such as '2021-01', not '2021-13'"),
    ('end = "2021-12"', 'end = "2020-12"', "case: end 2020-12 is before start 2021-01; swap them"),
    ('"week"', '"daily"', "plan 2 (Fires): cadence: write one of 'week', 'month', 'quarter' or 'year', not 'daily'"),
    ('sector = "shelter"', 'unit = "people"', "plan 2 (Fires): unit, breakdown and target belong to figures; take them out of this incident"),
    ("point = [13.31, 12.61]", "point = [13.31]", "site 1 (Riverbend camp): point: write [latitude, longitude] in degrees, such as [13.31, 12.61]"),
    ("13.31", "131.3", "site 1 (Riverbend camp): point: write [latitude, longitude] in degrees, such as [13.31, 12.61]"),
    ("point = [13.31, 12.61]", "outline = [[13.3, 12.6], [13.3, 12.7]]", "the outline of Riverbend camp has too few corners (2); write three or more, or none"),
    ("point = [13.31, 12.61]", "outline = [13.3, 12.6]", "site 1 (Riverbend camp): outline: write its corners as [latitude, longitude] in degrees, such as [[13.30, 12.60], [13.30, 12.62], [13.32, 12.61]] (and 1 more)"),
    ('id = "sector-1"', 'id = "sector-1"\noutline = [[13.3, 12.6], [13.3, 192.6], [13.4, 12.7]]', "site 1 (Riverbend camp) area 1 (Sector 1): outline: write its corners as [latitude, longitude] in degrees, such as [[13.30, 12.60], [13.30, 12.62], [13.32, 12.61]]"),
    ('owner = "UN"', 'sensitivity = "secret"', "source 1 (Camp management): sensitivity: write one of 'public', 'restricted' or 'confidential', not 'secret'"),
    ('"NE"', '"Niger"', "site 1 (Riverbend camp): country: write two capital letters such as 'NE', not 'Niger'"),
    ('"sector-1"', '"Sector 1"', "site 1 (Riverbend camp) area 1 (Sector 1): id: write small letters, digits and hyphens, not 'Sector 1'"),
    ('name = "Riverbend camp"', "", "site 1: 'name' is missing; add it"),
    ("[[source]]", "[[sources]]", "unknown key 'sources'; did you mean 'source'?"),
    ('[case]\nname = "Riverbend watch"', "[case]", "case: 'name' is missing; add it"),
    ("small_cell = 5", "small_cell = 'few'", "case: small_cell: it should be a valid integer, not 'few'"),
    ('sector = "shelter"', 'target = "at most 2"', "plan 2 (Fires): unit, breakdown and target belong to figures; take them out of this incident"),
    ('breakdown = ["women", "children"]', 'target = "15 l"', "plan 1 (Children): target '15 l' is not understood; write such as 'at least 15 per person', 'at least 1 per 20 people' or 'at most 500'"),
    ('breakdown = ["women", "children"]', 'target = "at most 5 per person and day"', "plan 1 (Children): target 'at most 5 per person and day': population is counted at a moment, not over a day; take 'and day' out"),
    ('breakdown = ["women", "children"]', 'unit = "percent"\ntarget = "at most 5 per 2 people"', "plan 1 (Children): target 'at most 5 per 2 people': a share is not counted by 2 people"),
    ("[case]", "[case", "not valid TOML: Expected ']' at the end of a table declaration (at line 2, column 6); mend that line"),
]  # fmt: skip


@pytest.mark.parametrize(("good", "bad", "said"), WRONG, ids=[w[1] or w[0] for w in WRONG])
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, good: str, bad: str, said: str) -> None:
    path = written(tmp_path, GOOD.replace(good, bad, 1))
    with pytest.raises(SettingsError) as error:
        load(path, vocabulary())
    assert str(error.value) == f"{path}: {said}"


UNKNOWN = [
    # what is written, what stands there instead, what is said of the line that is left out
    ('"population"', '"populaton"', "plan 1 (Children): indicator 'populaton' is not known; did you mean 'population'?"),
    ('"population"', '"schools"', "plan 1 (Children): indicator 'schools' is not known; the nearest that is known is 'troops'."),
    ('"women"', '"womem"', "plan 1 (Children): breakdown 'womem' is not known; did you mean 'women'?"),
    ('breakdown = ["women", "children"]', 'unit = "persons"', "plan 1 (Children): unit 'persons' is not known; the nearest that is known is 'percent'."),
    ('"shelter"', '"shelf"', "plan 2 (Fires): sector 'shelf' is not known; did you mean 'shelter'?"),
    ('"water"', '"watre"', "plan 3 (Water): indicator 'watre' is not known; did you mean 'water'?"),
]  # fmt: skip


@pytest.mark.parametrize(("good", "bad", "said"), UNKNOWN, ids=[w[1] for w in UNKNOWN])
def test_a_line_with_an_unknown_word_is_left_out_and_named(
    tmp_path: Path, good: str, bad: str, said: str
) -> None:
    whole = load(written(tmp_path, GOOD), vocabulary())
    plan = load(written(tmp_path, GOOD.replace(good, bad, 1)), vocabulary())
    assert plan.unknown == (said,)
    assert plan.items == tuple(i for i in whole.items if i.label not in said)
    (issue,) = unwatched(plan)
    assert (issue.stage, issue.severity, issue.where) == ("visibility", "warning", "case.toml")
    assert issue.reason == f"{said} The line is left out of the plan"


def test_a_plan_of_which_nothing_is_known_watches_nothing(tmp_path: Path) -> None:
    text = GOOD.replace('"population"', '"x"').replace('"fire"', '"y"').replace('"water"', '"z"')
    plan = load(written(tmp_path, text), vocabulary())
    assert (plan.items, len(plan.unknown)) == ((), 3)


def test_a_block_that_must_be_there_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD[GOOD.index("[[site]]") :])
    with pytest.raises(SettingsError) as error:
        load(path, vocabulary())
    assert str(error.value) == f"{path}: 'case' is missing; add it"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('[[source]]\nname = "Camp management"\ntype = "ngo"', "two blocks of source are called"),
        (
            '[[plan]]\nkind = "condition"\nindicator = "water"\nlabel = "W"\ncadence = "year"\nareas = "each"',
            "plan 4 asks for the same as plan 3; take one out",
        ),
    ],
    ids=["a source twice", "a plan line twice"],
)
def test_the_same_thing_twice_is_an_error(tmp_path: Path, more: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        load(written(tmp_path, f"{GOOD}\n{more}\n"), vocabulary())


def test_a_file_in_another_encoding_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(GOOD.replace("Riverbend camp", "Rivi\u00e8re").encode("latin-1"))
    with pytest.raises(SettingsError, match="not UTF-8 text; save it as UTF-8"):
        load(path, vocabulary())


PEOPLE = """
[[source]]
name = "Guard"
type = "armed-actor"
people = [
    { name = "Mara Lind", aliases = ["Mara Lynd"], office = "commander", from = "2020-06" },
]
"""


def test_people_speak_for_a_source(tmp_path: Path) -> None:
    source = load(written(tmp_path, GOOD + PEOPLE), vocabulary()).sources[-1]
    assert source.people == (Person("Mara Lind", ("Mara Lynd",), "commander", "2020-06", None),)


def test_people_can_be_blocks(tmp_path: Path) -> None:
    block = '[[source.people]]\nname = "Jane Roe"\nuntil = "2022"\n'
    source = load(written(tmp_path, GOOD + block), vocabulary()).sources[-1]
    assert source.people == (Person("Jane Roe", until="2022"),)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('from = "2020-06"', 'from = "June"', "write a year, month or day such as '2021-01'"),
        ("office", "offce", "unknown key 'offce'; did you mean 'office'?"),
    ],
)
def test_what_is_wrong_with_people_is_said(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = written(tmp_path, GOOD + PEOPLE.replace(old, new))
    with pytest.raises(SettingsError) as error:
        load(path, vocabulary())
    assert "people" in str(error.value)
    assert told in str(error.value)
