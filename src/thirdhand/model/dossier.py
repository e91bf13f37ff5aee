"""Everything a brief is written from."""

from dataclasses import dataclass

from thirdhand.model.account import Account
from thirdhand.model.assessment import Findings
from thirdhand.model.audience import Audience
from thirdhand.model.claim import Claim
from thirdhand.model.gap import View
from thirdhand.model.issue import Issue
from thirdhand.model.plan import Plan, Site
from thirdhand.model.reading import Reading
from thirdhand.model.replaced import Replaced
from thirdhand.model.snapshot import Before
from thirdhand.model.vocabulary import Vocabulary
from thirdhand.model.window import Window

WHOLE = Window()


@dataclass(frozen=True, slots=True)
class Dossier:
    """One site at one moment: the raw rows, the folds over them, and what could not be taken in.

    window: the time it speaks of. audience: whom it is for. before: the last brief of the site for
    them; None where there is none. replaced: accounts in whose place a later version speaks. log:
    the head of the log of what it rests on, "" where nobody keeps one.
    """

    plan: Plan
    site: Site
    vocabulary: Vocabulary
    accounts: tuple[Account, ...]
    readings: tuple[Reading, ...]
    findings: Findings
    view: View
    issues: tuple[Issue, ...]
    window: Window = WHOLE
    audience: Audience = "internal"
    before: Before | None = None
    replaced: tuple[Replaced, ...] = ()
    log: str = ""

    @property
    def old_claims(self) -> tuple[Claim, ...]:
        """Claims that are cited and not counted: of the last brief, and of what was replaced."""
        said = self.before.claims if self.before else ()
        return (*said, *(claim for row in self.replaced for claim in row.claims))

    @property
    def old_accounts(self) -> tuple[Account, ...]:
        """The accounts of the old claims."""
        held = self.before.accounts if self.before else ()
        return (*held, *(row.account for row in self.replaced))
