"""Which rules read, and for which case. The parser is not loaded for it."""

from dataclasses import asdict
from functools import cache
from importlib.resources import files

from thirdhand.model import Plan, Vocabulary, content_id


@cache
def version() -> str:
    """As in "rules-" and a hash of the rules: the code and the tables of this folder.

    A reading made by other rules is not this reader's, so a changed rule reads every account anew.
    """
    folder = files("thirdhand.read")
    rooms = (folder, folder.joinpath("plain"), folder.joinpath("lexicon"))
    parts = [p for room in rooms for p in sorted(room.iterdir(), key=lambda p: p.name)]
    parts = [p for p in parts if p.name.endswith((".py", ".yaml"))]
    return "rules-" + content_id("rules", *(p.read_text("utf-8") for p in parts))[:8]


def ident(plan: Plan, vocabulary: Vocabulary) -> str:
    """Names the rules and the case they read for: a reading under another id is not theirs."""
    told = [*map(asdict, plan.sites), *map(asdict, plan.sources), asdict(vocabulary)]
    return f"{version()}-{content_id('reader', *told)[:12]}"
