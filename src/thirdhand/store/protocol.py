"""What the journey asks of a store. tests/store/conformance.py says how it must behave."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from thirdhand.model import (
    Account,
    Claim,
    Covered,
    Findings,
    Issue,
    Judgement,
    Original,
    Proof,
    Reading,
    Receipt,
    Snapshot,
    View,
)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a row with an id is kept: "claim", or the field of Findings or View it stands in.

    site: "" for a claim, and for a problem ("issues") outside of Findings: of no one site.
    """

    kind: str
    site: str
    id: str


class StoreError(Exception):
    """The store cannot be opened, read or written. One line that says what to do."""


class ChangedError(StoreError):
    """What is to be kept is not the same any more, or is gone. Nothing of it was kept."""


class Store(Protocol):
    """Raw rows only ever grow, derived rows are replaced.

    Raw are accounts, receipts, readings, judgements, issues, briefs and runs. Nothing is put
    outside a stage, but for the bytes of originals, and every stage enters what it put into the
    log. Listings come in the order of ids, whatever order rows were put in. One store serves one
    thread.
    """

    def stage(self, name: str) -> AbstractContextManager[None]:
        """One transaction: all that is put inside is kept, or nothing of it.

        `name` is for the errors. RuntimeError for a stage inside a stage.
        """
        ...

    def keep(self, original: Original) -> None:
        """Keep the bytes that arrived, whole and on disk; nothing where they are kept.

        A store without a folder for them keeps none.
        """
        ...

    def put_receipts(self, receipts: Iterable[Receipt]) -> None:
        """Keep each, unless the last one of its name and container tells of the same bytes.

        Their accounts are put before, and their originals kept.
        """
        ...

    def receipts(self, originals: Iterable[str] | None = None) -> Iterator[Receipt]:
        """The receipts of these originals (ids), or all, as they came."""
        ...

    def ground(self) -> str:
        """The hash of the newest entry of the log that a brief may rest on; "" for none.

        Derived rows, problems and briefs are left out: a command run twice has the same.
        """
        ...

    def verify(
        self, heads: Sequence[str] = (), tell: Callable[[str, int, int], None] = ...
    ) -> Proof:
        """Look the store through for what is not as it was kept.

        heads: hashes that the log had as its last one earlier. tell: how far it is, as of a run.
        """
        ...

    def put_accounts(self, accounts: Iterable[Account]) -> None:
        """Keep each account.

        Where its text or what is known of it changed, that is a new version. The version put
        last is the one listed; the older ones stay.
        """
        ...

    def accounts(self) -> Iterator[Account]:
        """The latest version of every account, by id."""
        ...

    def versions(self) -> Iterator[Account]:
        """Every version of every account, as they came first."""
        ...

    def put_readings(self, readings: Iterable[tuple[str, Reading]]) -> None:
        """Keep pairs of (version of the account that was read, its reading)."""
        ...

    def read_versions(self, reader: str) -> Set[str]:
        """The account versions that the reader with this id has read."""
        ...

    def readings(self, reader: str, versions: Iterable[str]) -> Iterator[Reading]:
        """That reader's readings of these account versions, with their claims."""
        ...

    def put_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Keep every judgement once, after those that are there."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """Every judgement that was ever made, the oldest first."""
        ...

    def find(self, prefix: str) -> list[Place]:
        """The claims, derived rows and problems whose id begins so, in order; each once."""
        ...

    def sites(self) -> list[str]:
        """The sites of which something was found or seen, in order."""
        ...

    def claims(self, ids: Iterable[str]) -> Iterator[Claim]:
        """The claims of these ids, by id. Two readings of one claim are one."""
        ...

    def accounts_of(self, ids: Iterable[str]) -> Iterator[Account]:
        """The latest version of the accounts of these ids, by id."""
        ...

    def accounts_at(self, versions: Iterable[str]) -> Iterator[Account]:
        """These versions of accounts, by version."""
        ...

    def put_brief(self, brief: Snapshot) -> None:
        """Keep it, unless the last one kept of its site, audience and end is the same."""
        ...

    def last_brief(self, brief: Snapshot) -> Snapshot | None:
        """The last one kept before `brief`: of its site and audience, and not the same.

        It ends no later. Of those the one that ends last, of these the one kept last. A brief
        that no window ends is set beside the last of its kind, where there is one.
        """
        ...

    def put_run(self, run: Covered) -> None:
        """Keep it, unless the last one kept of its site is the same."""
        ...

    def last_run(self, site: str) -> Covered | None:
        """The last one kept of the site."""
        ...

    def runs(self) -> Iterator[Covered]:
        """What every run covered, of any site, the first one first."""
        ...

    def put_issues(self, issues: Iterable[Issue]) -> None:
        """Keep every problem once."""
        ...

    def issues(self) -> Iterator[Issue]:
        """Every problem that was ever met, by id."""
        ...

    def replace_findings(self, site: str, findings: Findings) -> None:
        """Drop what was found for `site` before, and keep this."""
        ...

    def findings(self, site: str) -> Findings:
        """What was found last for `site`; empty where nothing was."""
        ...

    def replace_view(self, site: str, view: View) -> None:
        """Drop what was seen of `site` before, and keep this."""
        ...

    def view(self, site: str) -> View:
        """What was seen last of `site`; empty where nothing was."""
        ...
