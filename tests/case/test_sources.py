"""The sources of a case: in case.toml, and in sources.toml beside it."""

import pytest
from tests.case.test_settings import GOOD

from thirdhand.settings import SettingsError, load
from thirdhand.words import vocabulary

MORE = """
[[source]]
name = "Hill Courier"
type = "local"
language = "en"
access = "inside"
"""


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "case.toml"
    path.write_text(GOOD, "utf-8")
    return path


def test_sources_beside_the_case_join_it(case):
    before = load(case, vocabulary()).sources
    case.with_name("sources.toml").write_text(MORE, "utf-8")
    *first, last = load(case, vocabulary()).sources
    assert tuple(first) == before
    assert (last.name, last.language, last.access) == ("Hill Courier", "en", "inside")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (MORE.replace("language", "langauge"), r"sources\.toml: .*langauge.*language"),
        (MORE.replace('"en"', '"English"'), r"sources\.toml: .*two small letters such as 'ar'"),
        (MORE.replace("inside", "within"), r"sources\.toml: .*access"),
        ("[[source]", r"sources\.toml: not valid TOML"),
        (MORE + MORE, "two blocks of source are called 'Hill Courier'"),
    ],
)
def test_what_is_wrong_in_it_is_told_with_its_name(case, text, told):
    case.with_name("sources.toml").write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=told):
        load(case, vocabulary())
