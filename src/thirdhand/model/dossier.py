"""Everything a brief is written from."""

from dataclasses import dataclass

from thirdhand.model.account import Account
from thirdhand.model.assessment import Findings
from thirdhand.model.gap import View
from thirdhand.model.issue import Issue
from thirdhand.model.plan import Plan, Site
from thirdhand.model.reading import Reading
from thirdhand.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Dossier:
    """One site at one moment: the raw rows, the folds over them, and what could not be taken in."""

    plan: Plan
    site: Site
    vocabulary: Vocabulary
    accounts: tuple[Account, ...]
    readings: tuple[Reading, ...]
    findings: Findings
    view: View
    issues: tuple[Issue, ...]
