"""Rows made up for the tests: one of every kind, with every optional part in use."""

from thirdhand.model import (
    Account,
    AccountGroup,
    Addressee,
    Alarm,
    Arrived,
    Assessment,
    Attribution,
    Balance,
    Cell,
    Cite,
    Claim,
    Condition,
    Contradiction,
    Estimated,
    Event,
    Figure,
    Findings,
    Grade,
    Ground,
    Happening,
    Issue,
    Judgement,
    Leaning,
    Loop,
    Mention,
    Missing,
    Overstatement,
    Parted,
    Period,
    PlaceMention,
    Reading,
    Receipt,
    Reliability,
    Request,
    SectorSight,
    Sight,
    Snapshot,
    Span,
    StaleEcho,
    StateCount,
    Step,
    TimeMention,
    Toll,
    Total,
    Unreported,
    Unseen,
    View,
    Voice,
    Weight,
    Window,
)

TEXT = "About 1,200 people live in Riverbend, the mayor said. A fire broke out."
MARCH = Period("2021-03-01", "2021-03-31", "month", "published")
ACCOUNT = Account(
    id="a" * 64,
    ref="1",
    path="accounts/1.txt",
    publisher="The Riverbend Post",
    title="A town",
    published="2021-03",
    language="en",
    text=TEXT,
)
RECEIPT = Receipt(
    original=ACCOUNT.id,
    size=71,
    name=ACCOUNT.path,
    within=None,
    version=ACCOUNT.version,
    outcome="text/plain",
    received="2026-11-26T10:00:00Z",
    how="run",
    by="ann",
)
ISSUE = Issue("i" * 64, "ingest", "empty-file", "error", "accounts/2.txt", "empty; send it again")


def figure(account: Account) -> Claim:
    return Claim(
        id=f"figure-{account.id}",
        account=account.id,
        kind="figure",
        span=Span.of(TEXT, 0, 18),
        chain=("the mayor", account.outlet),
        attributed=True,
        speaker_kind="named",
        stance="asserted",
        basis="told",
        period=MARCH,
        reader="rules-1",
        score=0.93,
        indicator="population",
        breakdown=("children",),
        low=1200.0,
        high=1200.0,
        unit="people",
        hedge="about",
        noun="people",
        site="riverbend",
        place="Riverbend",
    )


def fire(account: Account) -> Claim:
    return Claim(
        id=f"fire-{account.id}",
        account=account.id,
        kind="incident",
        span=Span.of(TEXT, 54, 70),
        chain=(account.outlet,),
        attributed=False,
        speaker_kind="outlet",
        stance="asserted",
        basis="unknown",
        period=None,
        reader="rules-1",
        score=1.0,
        event=Event("fire", None, "the market"),
        condition=Condition("shelter", "worse", "broke out", 2),
    )


def read(account: Account) -> Reading:
    speaker = Mention(38, 47, "the mayor")
    return Reading(
        id=f"reading-{account.version}",
        account=account.id,
        reader="rules-1",
        attributions=(
            Attribution(speaker, Mention(48, 52, "said"), (), "the mayor", "named", "asserted"),
            Attribution(None, None, (Mention(0, 5, "About"),), "x", "outlet", "alleged", 0),
        ),
        figures=(Figure(0, 18, "About 1,200 people", 1200.0, None, "people", "about", "people"),),
        places=(
            PlaceMention(27, 36, "Riverbend", "riverbend", "Riverbend", "NE", 13.31, 12.61),
            PlaceMention(27, 36, "Riverbend", None, "Riverbend", None, None, None),
        ),
        times=(TimeMention(0, 5, "About", None, None, None),),
        claims=(figure(account), fire(account)),
        issues=(ISSUE,),
    )


def accounts(count: int) -> list[Account]:
    return [
        Account(f"{n:064x}", str(n), f"accounts/{n}.txt", None, None, None, None, text=f"no {n}")
        for n in range(count)
    ]


READING = read(ACCOUNT)
FINDINGS = Findings(
    copies=(AccountGroup("c1", ("1", "2"), "1", "the same words"),),
    voices=(Voice("v1", "the mayor", "named", "government", None, 1, 2, "B"),),
    voice_of=(("claim-1", "v1"), ("claim-2", "v1")),
    assessments=(
        Assessment(
            id="as1",
            kind="figure",
            indicator="population",
            breakdown=("children",),
            unit="people",
            site="riverbend",
            area=None,
            period=MARCH,
            low=1100.0,
            best=1200.0,
            high=1300.0,
            voices=("the mayor",),
            accounts=(ACCOUNT.id,),
            claims=(figure(ACCOUNT).id,),
            grade=Grade("B", 3),
            verdict="single",
            reason="one voice",
        ),
    ),
    contradictions=(
        Contradiction(
            "x1", "change", ("claim-1", "claim-2"), "population", within=True, reason="r"
        ),
    ),
    missing=(Missing("m1", "the report", "document", ("1",), ("claim-1",), "cited, not held"),),
    overstatements=(Overstatement("o1", ACCOUNT.id, "claim-1", "claim-2", "stronger words"),),
    estimated=(
        Estimated(
            "e1",
            "population",
            ("children",),
            "people",
            "riverbend",
            None,
            "2021-04",
            1100.0,
            1250.0,
            1400.0,
            ("the mayor",),
            ("claim-1",),
            told=False,
        ),
    ),
    totals=(
        Total(
            "t1",
            "arrivals",
            (),
            "people",
            "riverbend",
            None,
            MARCH,
            10.0,
            None,
            None,
            ("as1",),
            "the parts leave days out",
        ),
    ),
    cites=(Cite("ci1", "1", "2", ("claim-1",), "1 cites 2"),),
    loops=(
        Loop("l1", "population", ("a", "b"), ("1", "2"), ("claim-1", "claim-2"), (), "in a circle"),
    ),
    unreported=(
        Unreported(
            "u1",
            "riverbend",
            "fire",
            Period.parse("2021"),
            ("a", "b", "c"),
            Unseen(40.5, 40.0, 31.0, 60.0, 25, 8),
            ("claim-1",),
        ),
    ),
    weights=(Weight("as1", "claim-1", "counted", 1.0, "the mayor says 1,200 people"),),
    grounds=(
        Ground("as1", "best", 1200.0, "the one figure told", ("claim-1",)),
        Ground("as1", "verdict", "single", "one voice", ("claim-1",)),
        Ground("as1", "high", None, "nothing closes it", ()),
    ),
    balances=(
        Balance(
            id="b1",
            kind="parts",
            indicator="population",
            site="riverbend",
            period=MARCH,
            claims=("claim-1", "claim-2"),
            signs=(1,),
            expected_low=1000.0,
            expected_high=None,
            told_low=900.0,
            told_high=900.0,
            gap=100.0,
            reason="100 short",
        ),
    ),
    stale=(StaleEcho("s1", "claim-2", "claim-1", 1200.0, 1500.0, "2021-04-01", "an old figure"),),
    issues=(ISSUE,),
    biases=(Leaning("population, people, riverbend", "the mayor", 0.02, -0.01, 0.05, 0.03, 4),),
    reliability=(Reliability("the mayor", 0.8, 0.5, 1.0, 3, "the mayor", "population"),),
    happenings=(
        Happening(
            id="h1",
            types=("fire",),
            site="riverbend",
            area=None,
            period=MARCH,
            tolls=(
                Toll(
                    indicator="deaths",
                    breakdown=(),
                    unit="people",
                    low=3.0,
                    best=7.0,
                    high=None,
                    contested=False,
                    steps=(Step("2021-03-02", 3.0, None, "the mayor", "claim-1"),),
                    told="Deaths: at least 3 people.",
                ),
            ),
            voices=("the mayor",),
            accounts=(ACCOUNT.id,),
            claims=("claim-1", "claim-2"),
            figures=("claim-3",),
            grade=Grade("B", 3),
            verdict="single",
            why="1 account",
            judgements=("j1",),
        ),
    ),
)
JUDGEMENT = Judgement.of("same", ("claim-2", "claim-1"), "Ann", "2021-04-01T10:00:00+00:00", "why")
VIEW = View(
    cells=(
        Cell(
            id="cell1",
            site="riverbend",
            area="sector-1",
            kind="condition",
            indicator="water",
            breakdown=(),
            label="Water",
            sector="water",
            period="2021-03",
            state="silent",
            reason="nobody told of it",
            voices=(),
            assessments=(),
            last_seen=None,
        ),
    ),
    requests=(
        Request(
            id="r1",
            question="How does the water stand?",
            to=(Addressee("the mayor", "told of it once"),),
            cells=("cell1",),
            why="nobody told of it",
            kind="gap",
            period="2021-03",
            sector="water",
            claims=("claim-1",),
            rank=1,
        ),
    ),
    sights=(
        Sight(
            period="2021-03",
            index=0.25,
            any=0.5,
            cells=4,
            accounts=1,
            voices=1,
            states=(StateCount("seen", 1), StateCount("silent", 3)),
            sectors=(SectorSight("water", 4, 1, 2),),
            missed=("the mayor",),
        ),
    ),
    index=0.25,
    alarms=(
        Alarm(
            id="al1",
            site="riverbend",
            kind="above baseline",
            subject="fires",
            indicator="fire",
            since="2021-03-01",
            until="2021-03-31",
            standing=True,
            value=5.0,
            low=None,
            high=3.0,
            unit="happenings",
            reason="5 fires in March 2021",
            cells=("cell1",),
            claims=("claim-1",),
            assessments=("as1",),
            rank=1,
        ),
    ),
)

BRIEF = Snapshot(
    id="b1",
    site="riverbend",
    made="2021-05-01",
    window=Window(),
    audience="internal",
    reader="rules-1",
    accounts=(Arrived.of(ACCOUNT, ACCOUNT.version),),
    assessments=FINDINGS.assessments,
    latest=("as1",),
    parted=(Parted("p1", ("claim-1", "claim-2")),),
    voices=(("the mayor", "claim-1"),),
)
