"""Write what is known of a site as pages on which every sentence leads back to its words."""

from thirdhand.brief.before.snapshot import snapshot
from thirdhand.brief.explain import Kept, explain, needs
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Outline
from thirdhand.brief.write import Written, write

__all__ = ["Facts", "Kept", "Outline", "Written", "explain", "needs", "snapshot", "write"]
