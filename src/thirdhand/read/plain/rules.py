"""The smaller rule set, joined: account in, rows out."""

from thirdhand.model import Account, Plan, Vocabulary
from thirdhand.read.plain.told import Told

LANGUAGES: tuple[str, ...] = ()


class Rules:
    """Reads accounts in LANGUAGES without a parse."""

    def __init__(self, plan: Plan, vocabulary: Vocabulary) -> None:
        self._plan, self._vocabulary = plan, vocabulary

    def tell(self, account: Account, reader: str) -> Told:
        """The rows of one account. `reader` is the id that its claims carry."""
        raise KeyError(account.language)
