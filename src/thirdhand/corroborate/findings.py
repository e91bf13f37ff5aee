"""The stage as a whole: claims in, findings out."""

from collections.abc import Sequence

from thirdhand.corroborate.cited import cites
from thirdhand.corroborate.cited.circular import loops
from thirdhand.corroborate.cited.cites import leaning
from thirdhand.corroborate.cited.heard import cited
from thirdhand.corroborate.cited.missing import missing
from thirdhand.corroborate.cited.overstate import overstatements
from thirdhand.corroborate.conflicts.balance import balances
from thirdhand.corroborate.conflicts.contradict import contradictions
from thirdhand.corroborate.conflicts.kinds import Known
from thirdhand.corroborate.folds.bias import biases
from thirdhand.corroborate.folds.course import courses
from thirdhand.corroborate.folds.flows import totals
from thirdhand.corroborate.folds.fold import assess, fold
from thirdhand.corroborate.folds.grounds import grounds
from thirdhand.corroborate.folds.reliable import reliability
from thirdhand.corroborate.folds.stale import stale
from thirdhand.corroborate.folds.weights import weights
from thirdhand.corroborate.happenings.filled import fill
from thirdhand.corroborate.happenings.happened import happenings
from thirdhand.corroborate.happenings.joined import join
from thirdhand.corroborate.happenings.uncounted import overruled, uncounted, unused
from thirdhand.corroborate.kin.copies import kin
from thirdhand.corroborate.lists.unreported import unreported
from thirdhand.corroborate.matters.buckets import Measures
from thirdhand.corroborate.voices.tellings import tell, voices
from thirdhand.model import Account, Engine, Findings, Judgement, Plan, Reading, Vocabulary


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
    copied = kin(accounts, engine)
    told = tell(accounts, readings, plan, copied)
    citing = cites.edges(told, accounts, readings, plan)
    told = leaning(told, citing)
    measures = Measures.of(vocabulary)
    sites = tuple(site.id for site in plan.sites)
    joined, lost = join(told, sites, judgements, engine)
    filled = fill(told, measures, sites, joined)
    moving = courses(filled, measures)
    over = {key: course for course in moving for key in course.within}
    folds = fold(filled, measures, cited(told), moving)
    shown = [row for row in folds if not row.counted_alone]
    assessed = assess(shown, measures)
    known = Known.of(told, measures)
    return Findings(
        copies=tuple(row.group for row in copied),
        voices=voices(told),
        voice_of=tuple(sorted((row.claim.id, row.origin.id) for row in told)),
        assessments=assessed,
        contradictions=contradictions(told, folds, known, sites),
        missing=missing(accounts, readings, plan),
        overstatements=overstatements(told),
        estimated=tuple(row for course in moving for row in course.estimated()),
        totals=totals(assessed, measures),
        stale=tuple(row for course in moving for row in stale(course)),
        biases=tuple(row for course in moving for row in biases(course)),
        reliability=reliability(shown, measures),
        cites=cites.rows(citing, accounts),
        loops=loops(filled),
        unreported=unreported(folds),
        weights=tuple(
            share
            for row, found in zip(shown, assessed, strict=True)
            for share in weights(row, found.id, over.get(row.bucket))
        ),
        grounds=tuple(
            step
            for row, found in zip(shown, assessed, strict=True)
            for step in grounds(row, found, measures.tolerance(row.bucket.indicator))
        ),
        issues=(*uncounted(told, sites), *overruled(lost), *unused(judgements, joined)),
        happenings=happenings(joined, folds),
        balances=balances(told, folds, known),
    )
