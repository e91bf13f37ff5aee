"""Frozen rows and what each kind of value knows of itself. Standard library only."""

from thirdhand.model.account import Account
from thirdhand.model.address import address
from thirdhand.model.alarm import Alarm
from thirdhand.model.assessment import (
    Assessment,
    Cite,
    Contradiction,
    Estimated,
    Findings,
    Ground,
    Loop,
    Missing,
    Overstatement,
    StaleEcho,
    Total,
    Voice,
    Weight,
)
from thirdhand.model.audience import Audience
from thirdhand.model.balance import Balance
from thirdhand.model.claim import Claim, Condition, Event
from thirdhand.model.dossier import Dossier
from thirdhand.model.engine import Engine, Query
from thirdhand.model.explanation import Explained, Explanation, Told, Touching
from thirdhand.model.fused import Fused, Leaning, Moved, Reliability
from thirdhand.model.gap import (
    Addressee,
    Cell,
    Request,
    SectorSight,
    Sight,
    StateCount,
    View,
)
from thirdhand.model.grade import Grade
from thirdhand.model.group import AccountGroup
from thirdhand.model.happening import Happening, Step, Toll
from thirdhand.model.history import Edit, History, Known, Revision, Version
from thirdhand.model.ident import content_id
from thirdhand.model.issue import Issue
from thirdhand.model.judgement import Judgement, Ruling, in_force
from thirdhand.model.limits import Limits
from thirdhand.model.listed import Listed
from thirdhand.model.original import Original
from thirdhand.model.period import Period
from thirdhand.model.plan import Area, Person, Plan, PlanItem, Site, Source
from thirdhand.model.proof import Flaw, Proof
from thirdhand.model.quantity import Quantity
from thirdhand.model.reading import Attribution, Figure, PlaceMention, Reading, TimeMention
from thirdhand.model.receipt import Receipt
from thirdhand.model.replaced import Replaced
from thirdhand.model.snapshot import Arrived, Before, Covered, Parted, Snapshot, came_again
from thirdhand.model.span import Mention, Span
from thirdhand.model.table import TableError
from thirdhand.model.target import Heads, Target
from thirdhand.model.unseen import Unreported, Unseen
from thirdhand.model.vocabulary import Indicator, Vocabulary
from thirdhand.model.window import Window

__all__ = [
    "Account",
    "AccountGroup",
    "Addressee",
    "Alarm",
    "Area",
    "Arrived",
    "Assessment",
    "Attribution",
    "Audience",
    "Balance",
    "Before",
    "Cell",
    "Cite",
    "Claim",
    "Condition",
    "Contradiction",
    "Covered",
    "Dossier",
    "Edit",
    "Engine",
    "Estimated",
    "Event",
    "Explained",
    "Explanation",
    "Figure",
    "Findings",
    "Flaw",
    "Fused",
    "Grade",
    "Ground",
    "Happening",
    "Heads",
    "History",
    "Indicator",
    "Issue",
    "Judgement",
    "Known",
    "Leaning",
    "Limits",
    "Listed",
    "Loop",
    "Mention",
    "Missing",
    "Moved",
    "Original",
    "Overstatement",
    "Parted",
    "Period",
    "Person",
    "PlaceMention",
    "Plan",
    "PlanItem",
    "Proof",
    "Quantity",
    "Query",
    "Reading",
    "Receipt",
    "Reliability",
    "Replaced",
    "Request",
    "Revision",
    "Ruling",
    "SectorSight",
    "Sight",
    "Site",
    "Snapshot",
    "Source",
    "Span",
    "StaleEcho",
    "StateCount",
    "Step",
    "TableError",
    "Target",
    "TimeMention",
    "Told",
    "Toll",
    "Total",
    "Touching",
    "Unreported",
    "Unseen",
    "Version",
    "View",
    "Vocabulary",
    "Voice",
    "Weight",
    "Window",
    "address",
    "came_again",
    "content_id",
    "in_force",
]
