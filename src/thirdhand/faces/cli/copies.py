"""`thirdhand copies`: which accounts share text or origin."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

from thirdhand.faces.cli import options
from thirdhand.faces.cli.groups import AsJson, show
from thirdhand.faces.cli.output import one_line


def copies(
    paths: options.Paths,
    *,
    as_json: AsJson = False,
    published: options.Published = None,
    publisher: options.Publisher = None,
    about: options.About = None,
) -> None:
    """Group the accounts that share text or origin, and say why. Nothing is kept."""
    with one_line():
        from thirdhand import flow

        accounts, groups, issues = flow.copies(paths, flow.Told(published, publisher, about=about))
    raise show(accounts, groups, issues, as_json=as_json, none="share text or origin")
