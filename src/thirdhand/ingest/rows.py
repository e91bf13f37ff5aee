"""Issue rows of this stage."""

import re
from collections.abc import Sequence
from pathlib import Path

from thirdhand.model import Issue, content_id
from thirdhand.model.issue import Severity

# So many characters of what a file states, and so many names, are repeated in a row.
MOST, NAMES = 200, 20
# No row is longer, whatever what is quoted in it holds.
LONGEST = 6_000


def issue(
    path: Path | str, code: str, severity: Severity, reason: str, account: str | None = None
) -> Issue:
    """One problem with one file. The id depends on what is wrong and where, on nothing else."""
    where, reason = shown(path), shown(" ".join(short(reason, LONGEST).split()))
    key = content_id("issue", "ingest", code, where, reason)
    return Issue(key, "ingest", code, severity, where, reason, account)


# Codes that break a line or turn its direction round, so that a name reads as another one.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def shown(name: Path | str) -> str:
    r"""A path as given, and as every store and page can hold it.

    Bytes of a name that are no UTF-8 are written as \udcXX, and so are codes that nobody sees: a
    zero byte, a line's end, a change of direction.
    """
    seen = UNSEEN.sub(lambda code: f"\\u{ord(code.group()):04x}", str(name))
    return seen.encode("utf-8", "backslashreplace").decode()


def short(text: str, most: int = MOST) -> str:
    """At most so many characters of `text`, and how many more there are."""
    return text if len(text) <= most else f"{text[:most]}… ({len(text) - most:,} more characters)"


def listed(names: Sequence[str]) -> str:
    """The names in one line; of many, the first, and how many more there are."""
    told = ", ".join(short(name) for name in names[:NAMES])
    return told if len(names) <= NAMES else f"{told} and {len(names) - NAMES:,} more"
