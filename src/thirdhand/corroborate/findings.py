"""The stage as a whole: claims in, findings out."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from thirdhand.corroborate.cited import cites
from thirdhand.corroborate.cited.circular import loops
from thirdhand.corroborate.cited.cites import Edge, leaning
from thirdhand.corroborate.cited.heard import cited
from thirdhand.corroborate.cited.missing import missing
from thirdhand.corroborate.cited.overstate import overstatements
from thirdhand.corroborate.conflicts.balance import balances
from thirdhand.corroborate.conflicts.contradict import contradictions
from thirdhand.corroborate.conflicts.kinds import Known
from thirdhand.corroborate.folds.bias import biases
from thirdhand.corroborate.folds.course import Course, courses, levels, stocks
from thirdhand.corroborate.folds.flows import totals
from thirdhand.corroborate.folds.fold import assess, fold
from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.folds.grounds import grounds
from thirdhand.corroborate.folds.reliable import reliability
from thirdhand.corroborate.folds.stale import stale
from thirdhand.corroborate.folds.weights import weights
from thirdhand.corroborate.happenings.filled import fill
from thirdhand.corroborate.happenings.happened import happenings
from thirdhand.corroborate.happenings.joined import join
from thirdhand.corroborate.happenings.uncounted import overruled, uncounted, unused
from thirdhand.corroborate.kin.copies import Kin, akin, in_order
from thirdhand.corroborate.kin.traces import traces
from thirdhand.corroborate.levels.heights import Heights
from thirdhand.corroborate.lists.unreported import unreported
from thirdhand.corroborate.matters.buckets import Bucket, Measures
from thirdhand.corroborate.meanwhile import meanwhile
from thirdhand.corroborate.voices.tellings import (
    Telling,
    learned,
    passed_on,
    told_alone,
    told_in,
    voices,
)
from thirdhand.model import (
    Account,
    Balance,
    Contradiction,
    Engine,
    Findings,
    Judgement,
    Missing,
    Plan,
    Reading,
    Vocabulary,
)


def corroborate(
    accounts: Sequence[Account],
    readings: Sequence[Reading],
    plan: Plan,
    vocabulary: Vocabulary,
    engine: Engine,
    judgements: Sequence[Judgement] = (),
) -> Findings:
    """Everything that can be said of the claims together. The order of the rows changes nothing.

    judgements: those in force, in the order made (`model.in_force`).
    ValueError where a reading is of an account that was not given.
    """
    many = sum(len(reading.claims) for reading in readings)
    copied, told, citing, unheld = _heard(accounts, readings, plan, engine)
    measures = Measures.of(vocabulary)
    sites = tuple(site.id for site in plan.sites)
    with meanwhile(partial(_levels, told, measures, sites), many) as leveled:
        joined, lost = join(told, sites, judgements, engine)
        filled = fill(told, measures, sites, joined)
        moving = courses(stocks(filled, measures), leveled())
    folds = fold(filled, measures, cited(told), moving)
    with meanwhile(partial(_unlike, told, folds, measures, sites), many) as unlike:
        made = _assessed(folds, moving, measures)
        rest = replace(
            made,
            copies=tuple(row.group for row in copied),
            voices=voices(told),
            voice_of=tuple(sorted((row.claim.id, row.origin.id) for row in told)),
            missing=unheld,
            overstatements=overstatements(told),
            cites=cites.rows(citing, accounts),
            loops=loops(filled),
            issues=(*uncounted(told, sites), *overruled(lost), *unused(judgements, joined)),
            happenings=happenings(joined, folds),
            unreported=unreported(folds),
        )
        contradicting, balancing = unlike()
    return replace(rest, contradictions=contradicting, balances=balancing)


def _heard(
    accounts: Sequence[Account], readings: Sequence[Reading], plan: Plan, engine: Engine
) -> tuple[list[Kin], list[Telling], list[Edge], tuple[Missing, ...]]:
    """The copies, each claim with its voice, who cites whom, and what is cited and not held."""
    claims, ordered = told_in(accounts, readings), in_order(accounts)
    with meanwhile(partial(traces, ordered), len(claims)) as traced:
        origins = learned(accounts, claims, plan)
        told = told_alone(accounts, claims, origins)
        marks = traced()
    with meanwhile(partial(_citing, told, accounts, readings, plan), len(claims)) as cites_of:
        copied = akin(ordered, marks, engine)
        told = passed_on(told, accounts, origins, copied)
        citing, unheld = cites_of()
    return copied, leaning(told, citing), citing, unheld


def _citing(
    told: Sequence[Telling], accounts: Sequence[Account], readings: Sequence[Reading], plan: Plan
) -> tuple[list[Edge], tuple[Missing, ...]]:
    """Who cites whom, and what is cited that nobody holds."""
    return cites.edges(told, accounts, readings, plan), missing(accounts, readings, plan)


def _levels(
    told: Sequence[Telling], measures: Measures, sites: Sequence[str]
) -> dict[Bucket, Heights]:
    """The levels of the stocks. No happening holds one: its tolls are counts (`beside.TOLLS`)."""
    rows = [row for row in told if measures.stock(row.claim.indicator, row.claim.unit)]
    return levels(stocks(fill(rows, measures, sites), measures))


def _unlike(
    told: Sequence[Telling], folds: Sequence[Fold], measures: Measures, sites: Sequence[str]
) -> tuple[tuple[Contradiction, ...], tuple[Balance, ...]]:
    """What does not fit together, and what adds up."""
    known = Known.of(told, measures)
    unlike = contradictions(told, folds, known, sites)
    return unlike, balances(told, folds, known)


def _assessed(folds: Sequence[Fold], moving: Sequence[Course], measures: Measures) -> Findings:
    """The assessments and stocks, and how each came to be."""
    over = {key: course for course in moving for key in course.within}
    shown = [row for row in folds if not row.counted_alone]
    assessed = assess(shown, measures)
    pairs = list(zip(shown, assessed, strict=True))
    return Findings(
        assessments=assessed,
        estimated=tuple(row for course in moving for row in course.estimated()),
        totals=totals(assessed, measures),
        stale=tuple(row for course in moving for row in stale(course)),
        biases=tuple(row for course in moving for row in biases(course)),
        reliability=reliability(shown, measures),
        weights=tuple(
            share for row, found in pairs for share in weights(row, found.id, over.get(row.bucket))
        ),
        grounds=tuple(
            step
            for row, found in pairs
            for step in grounds(row, found, measures.tolerance(row.bucket.indicator))
        ),
    )
