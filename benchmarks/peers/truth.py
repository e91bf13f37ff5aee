"""truthdiscovery and crowd-kit, behind lines of claims.

A line in: {"kind": "number" or "category", "claims": [[item, source, value], ...]}. A line out:
{method: {item: [value, ...]}}, all the values that the method takes for equally likely.

truthdiscovery's own modules for drawing are left out by an empty one in their place: they want a
graphics library, and no method uses them.
"""

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import ModuleType

Claim = tuple[str, str, str | float]
Best = Mapping[str, Sequence[str | float]]
Method = Callable[[Sequence[Claim]], Best]


def believed(name: str) -> Method:
    """A method of truthdiscovery, as it comes."""

    def best(claims: Sequence[Claim]) -> Best:
        import truthdiscovery  # noqa: PLC0415 - only after its drawing is out of the way

        data = truthdiscovery.Dataset([(source, item, value) for item, source, value in claims])
        found = getattr(truthdiscovery, name)().run(data)
        return {item: list(found.get_most_believed_values(item)) for item in found.belief}

    return best


def labelled(name: str, **words: int) -> Method:
    """A method of crowd-kit, as it comes but for the words."""

    def best(claims: Sequence[Claim]) -> Best:
        import crowdkit.aggregation  # noqa: PLC0415 - for words only
        import pandas  # noqa: PLC0415, ICN001 - the same

        table = pandas.DataFrame(claims, columns=["task", "worker", "label"])
        found = getattr(crowdkit.aggregation, name)(**words).fit_predict(table)
        return {str(item): [value] for item, value in found.items()}

    return best


EITHER: dict[str, Method] = {
    "majority": believed("MajorityVoting"),
    "TruthFinder": believed("TruthFinder"),
    "Sums": believed("Sums"),
    "Average-Log": believed("AverageLog"),
    "Investment": believed("Investment"),
    "Pooled Investment": believed("PooledInvestment"),
}
WORDS: dict[str, Method] = {
    "Wawa": labelled("Wawa"),
    "Dawid-Skene": labelled("DawidSkene", n_iter=100),
    "one-coin Dawid-Skene": labelled("OneCoinDawidSkene", n_iter=100),
    "MMSR": labelled("MMSR"),
}


def serve(lines: Iterable[str]) -> None:
    """Answer each line."""
    drawing = ModuleType("truthdiscovery.graphs")
    sys.modules[drawing.__name__] = drawing
    for line in lines:
        asked = json.loads(line)
        methods = EITHER if asked["kind"] == "number" else EITHER | WORDS
        claims = [(item, source, value) for item, source, value in asked["claims"]]
        found = {name: method(claims) for name, method in methods.items()}
        sys.stdout.write(f"{json.dumps(found)}\n")


if __name__ == "__main__":
    serve(sys.stdin)
