"""Issue rows of this stage."""

from pathlib import Path

from thirdhand.model import Issue, content_id
from thirdhand.model.issue import Severity


def issue(
    path: Path, code: str, severity: Severity, reason: str, account: str | None = None
) -> Issue:
    """One problem with one file. The id depends on what is wrong and where, on nothing else."""
    where, reason = shown(path), " ".join(shown(reason).split())
    key = content_id("issue", "ingest", code, where, reason)
    return Issue(key, "ingest", code, severity, where, reason, account)


def shown(name: Path | str) -> str:
    r"""A path as given, and as every store and page can hold it.

    Bytes of a name that are no UTF-8 are written as \udcXX.
    """
    return str(name).encode("utf-8", "backslashreplace").decode()
