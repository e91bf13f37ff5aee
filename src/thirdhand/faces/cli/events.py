"""`thirdhand events`: which accounts tell of one happening."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

from thirdhand.faces.cli import options
from thirdhand.faces.cli.groups import AsJson, show
from thirdhand.faces.cli.output import one_line


def events(
    paths: options.Paths,
    *,
    as_json: AsJson = False,
    published: options.Published = None,
    publisher: options.Publisher = None,
    about: options.About = None,
) -> None:
    """Group the accounts that tell of one happening, and say why. Nothing is kept."""
    with one_line():
        from thirdhand import flow

        accounts, groups, issues = flow.events(paths, flow.Told(published, publisher, about=about))
    raise show(accounts, groups, issues, as_json=as_json, none="tell of one happening")
