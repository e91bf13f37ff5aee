"""Run the example once, from its accounts to the brief, and measure it."""

import importlib
import resource
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from spacy.language import Language

from benchmarks import gold
from benchmarks.rows import Report, Score, Step
from thirdhand import flow
from thirdhand.case import open_case
from thirdhand.model import Account
from thirdhand.read.parse import MODELS, pipeline
from thirdhand.store import SqlStore, Store

SITE = "al-hol"
ENGLISH = "en"
# The reader's own, so that both sides parse alike.
BATCH = 32


def measure(begun: float) -> Report:
    """A report of one run. begun: time.perf_counter() when the process began its work."""
    pipeline()
    start = time.perf_counter() - begun
    with TemporaryDirectory() as folder, SqlStore.open(Path(folder) / "store.db") as store:
        out = Path(folder) / "out"
        outcome = _run(store, out)
        wall = time.perf_counter() - begun
        # Linux tells kilobytes.
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        accounts = list(store.accounts())
        plain = _plain([a for a in accounts if a.language == ENGLISH])
        why = gold.missing()
        scores = () if why else _scores(store, out)
    steps = tuple(_step(name, seconds, accounts) for name, seconds in outcome.seconds)
    return Report(steps, plain, start, wall, peak, scores, why)


def _run(store: Store, out: Path) -> flow.Outcome:
    case = open_case(gold.EXAMPLE)
    return flow.run(flow.Job(case.plan, case.site(SITE), (gold.ACCOUNTS,), out), store)


def _step(name: str, seconds: float, accounts: Sequence[Account]) -> Step:
    """A stage handles all accounts, but only English ones are read."""
    mine = [a for a in accounts if a.language == ENGLISH] if name == "read" else accounts
    return Step(name, seconds, len(mine), _words(mine))


def _plain(accounts: Sequence[Account]) -> Step:
    """The same pipeline over the same texts as spaCy ships it. Loading is not counted."""
    nlp = _shipped()
    begun = time.perf_counter()
    for _ in nlp.pipe((a.text for a in accounts), batch_size=BATCH):
        pass
    return Step("spaCy alone", time.perf_counter() - begun, len(accounts), _words(accounts))


def _shipped() -> Language:
    name = next(name for name in MODELS if find_spec(name))
    nlp: Language = importlib.import_module(name).load()
    return nlp


def _words(accounts: Sequence[Account]) -> int:
    return sum(len(account.text.split()) for account in accounts)


def _scores(store: Store, out: Path) -> tuple[Score, ...]:
    groups = (group.accounts for group in store.findings(SITE).copies)
    bare = gold.score_claims(gold.write_without_case(out / "bare.jsonl"))
    full = gold.score_claims(gold.write_with_case(out / "claims.jsonl", out / "full.jsonl"))
    pairs = gold.score_origins(gold.write_groups(groups, out / "groups.jsonl"))
    return (
        *(Score(name, bare[name], full[name]) for name in full),
        *(Score(name, None, value) for name, value in pairs.items()),
    )
