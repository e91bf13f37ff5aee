"""The `thirdhand` command: which commands there are, and how each of them may end.

Exit codes: 0 fine; 1 finished, with problems (errors or warnings; notes are none); 2 nothing could
be read, or the command's words were wrong; 130 stopped by Ctrl-C.
"""

import os
import sys
from typing import Annotated

import typer
from typer import Option

from thirdhand import __version__
from thirdhand.faces.cli.about import about
from thirdhand.faces.cli.brief import brief
from thirdhand.faces.cli.copies import copies
from thirdhand.faces.cli.estimate import estimate
from thirdhand.faces.cli.events import events
from thirdhand.faces.cli.explain import explain
from thirdhand.faces.cli.init import init
from thirdhand.faces.cli.judge import judge
from thirdhand.faces.cli.output import StoppedError, WrongError, plain_output, tell
from thirdhand.faces.cli.read import read
from thirdhand.faces.cli.run import run
from thirdhand.faces.cli.sources import sources
from thirdhand.faces.cli.unseen import unseen
from thirdhand.faces.cli.verify import verify
from thirdhand.faces.cli.versions import versions

INTERRUPTED = 130

app = typer.Typer(
    name="thirdhand",
    add_completion=False,
    # An error is one line, in this program's words.
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(init)
app.command()(read)
app.command()(run)
app.command()(brief)
app.command()(judge)
app.command()(explain)
app.command()(sources)
app.command()(about)
app.command()(versions)
app.command()(verify)
app.command()(copies)
app.command()(events)
app.command()(estimate)
app.command()(unseen)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"thirdhand {__version__}")
        raise typer.Exit


@app.callback()
def thirdhand(
    _: Annotated[
        bool, Option("--version", callback=_version, is_eager=True, help="Say which version it is.")
    ] = False,
) -> None:
    """Keep sight of a place you cannot reach, from third-party accounts."""


def main() -> None:
    """Run the command line and exit with its code."""
    plain_output()
    try:
        code = app(args=sys.argv[1:] or ["--help"], prog_name="thirdhand", standalone_mode=False)
        if code == INTERRUPTED:
            # Typer has caught the Ctrl-C itself: no stage had begun.
            tell("stopped; nothing was kept yet")
        sys.stdout.flush()
    except (WrongError, typer.TyperException) as error:
        told = error.format_message() if isinstance(error, typer.TyperException) else str(error)
        tell(told)
        code = 2
    except StoppedError as error:
        tell(str(error))
        code = INTERRUPTED
    except BrokenPipeError:
        # Whoever read the pipe has gone. Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code or 0)
