"""A problem that the user sees as a row, never only as a log line."""

from dataclasses import dataclass
from typing import Literal

Stage = Literal["ingest", "read", "corroborate", "visibility", "brief"]
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Issue:
    """What was wrong, where, and what to do, in one line.

    code: short and stable, for filters ("empty-file"). where: a path, an account's ref, a row.
    severity: "error" where an input was not taken in, "warning" where something in it was lost or
    left out, "note" where a reader should merely know.
    """

    id: str
    stage: Stage
    code: str
    severity: Severity
    where: str
    reason: str
    account: str | None = None
