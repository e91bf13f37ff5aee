"""Issue rows of this stage."""

import re
from pathlib import Path

from thirdhand.model import Issue, content_id
from thirdhand.model.issue import Severity


def issue(
    path: Path | str, code: str, severity: Severity, reason: str, account: str | None = None
) -> Issue:
    """One problem with one file. The id depends on what is wrong and where, on nothing else."""
    where, reason = shown(path), shown(" ".join(reason.split()))
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
