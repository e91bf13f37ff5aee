"""The stage as a whole: claims in, findings out."""

from collections.abc import Sequence

from thirdhand.corroborate.buckets import Measures, fill
from thirdhand.corroborate.contradict import contradictions
from thirdhand.corroborate.copies import kin
from thirdhand.corroborate.course import courses
from thirdhand.corroborate.flows import totals
from thirdhand.corroborate.fold import assess, fold
from thirdhand.corroborate.heard import cited
from thirdhand.corroborate.missing import missing
from thirdhand.corroborate.overstate import overstatements
from thirdhand.corroborate.stale import stale
from thirdhand.corroborate.tellings import tell, voices
from thirdhand.corroborate.uncounted import uncounted
from thirdhand.corroborate.weights import weights
from thirdhand.model import Account, Engine, Findings, Plan, Reading, Vocabulary


def corroborate(
    accounts: Sequence[Account],
    readings: Sequence[Reading],
    plan: Plan,
    vocabulary: Vocabulary,
    engine: Engine,
) -> Findings:
    """Everything that can be said of the claims together. The order of the rows changes nothing.

    ValueError where a reading is of an account that was not given.
    """
    copied = kin(accounts, engine)
    told = tell(accounts, readings, plan, copied)
    measures = Measures.of(vocabulary)
    sites = tuple(site.id for site in plan.sites)
    filled = fill(told, measures, sites)
    moving = courses(filled, measures)
    folds = fold(filled, measures, cited(told), moving)
    assessed = assess(folds, measures)
    over = {key: course for course in moving for key in course.within}
    return Findings(
        copies=tuple(row.group for row in copied),
        voices=voices(told),
        voice_of=tuple(sorted((row.claim.id, row.origin.id) for row in told)),
        assessments=assessed,
        contradictions=contradictions(told, folds, measures, sites),
        missing=missing(accounts, readings, plan),
        overstatements=overstatements(told),
        estimated=tuple(row for course in moving for row in course.estimated()),
        totals=totals(assessed, measures),
        stale=tuple(row for course in moving for row in stale(course)),
        weights=tuple(
            share
            for row, found in zip(folds, assessed, strict=True)
            for share in weights(row, found.id, over.get(row.bucket) if row.level else None)
        ),
        issues=uncounted(told, sites),
    )
