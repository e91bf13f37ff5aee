"""The loop that every peer runs in: accounts in, readings out, and where it broke."""

import json
import sys
from collections.abc import Callable, Mapping

Found = Mapping[str, object]
Account = Mapping[str, str | None]

EMPTY: Found = {"attributions": [], "figures": [], "places": [], "times": [], "claims": []}
# What a library raises when it cannot cope with a text. A broken library is another matter.
FAILURES = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)


def serve(read: Callable[[str, Account], Found]) -> None:
    """Answer each line. A line with `raised` says that the peer gave up on that text, and how."""
    for line in sys.stdin:
        account = json.loads(line)
        try:
            found = read(account["text"], account)
        except FAILURES as error:
            found = {"raised": f"{type(error).__name__}: {error}"}
        head = {"account": {"ref": account["ref"]}}
        sys.stdout.write(f"{json.dumps({**head, **EMPTY, **found})}\n")


def span(text: str, start: int, end: int) -> dict[str, object]:
    """A span of the contract."""
    return {"start": start, "end": end, "text": text[start:end]}
