"""What an option makes of the words that it is given."""

import pytest

from thirdhand.faces.cli.options import Format, formats


@pytest.mark.parametrize(
    ("told", "written"),
    [
        (None, ("html", "json")),
        ([Format.PDF], ("html", "json", "pdf")),
        ([Format.MD, Format.HTML], ("html", "json", "md")),
        ([Format.ALL], ("html", "json", "pdf", "docx", "md")),
        ([Format.ALL, Format.PDF], ("html", "json", "pdf", "docx", "md")),
    ],
)
def test_formats_asked_for(told: list[Format] | None, written: tuple[str, ...]) -> None:
    assert formats(told) == written
