"""The reader: accounts in, readings out, one account at a time."""

from collections.abc import Iterable, Iterator
from itertools import tee

from spacy.tokens import Doc

from thirdhand.model import (
    Account,
    Attribution,
    Claim,
    Figure,
    Issue,
    Mention,
    Plan,
    Reading,
    TimeMention,
    Vocabulary,
    content_id,
)
from thirdhand.read import iberian, plain, where
from thirdhand.read.again import repeats
from thirdhand.read.along import Along
from thirdhand.read.anchor import Draft, Page, claim, unique
from thirdhand.read.attribution import sayings
from thirdhand.read.draft import figures, incidents, statements, states
from thirdhand.read.figure import Count, counts
from thirdhand.read.incident import Happenings
from thirdhand.read.indicator import Indicators
from thirdhand.read.institution import institution
from thirdhand.read.parse import parse, sentences
from thirdhand.read.placing import Calendar
from thirdhand.read.restated import restated
from thirdhand.read.rules import ident
from thirdhand.read.saying import Saying
from thirdhand.read.site import Scene
from thirdhand.read.span import text_of, whole
from thirdhand.read.unit import Told, units
from thirdhand.read.when import Time, times

LANGUAGES = ("en", *plain.LANGUAGES)
_NOTHING = "nothing was taken from it"


class Reader:
    """Reads accounts in LANGUAGES; any other language becomes a reading with an issue.

    `id` names the rules and the case they read for: a reading made under another id is not this
    reader's.
    """

    def __init__(self, plan: Plan, vocabulary: Vocabulary) -> None:
        self._plan, self._vocabulary = plan, vocabulary
        self._places, self._plain = where.Places.of(plan), plain.Rules(plan, vocabulary)
        self.id = ident(plan, vocabulary)

    def read(self, accounts: Iterable[Account]) -> Iterator[Reading]:
        """One reading per account, in order. NoPipeline where no English pipeline is installed."""
        first, second = tee(accounts)
        docs = parse(a.text for a in first if _readable(a) and a.language not in plain.LANGUAGES)
        for account in second:
            if not _readable(account):
                yield self._unread(account)
            elif account.language in plain.LANGUAGES:
                yield self._by_plain_rules(account)
            else:
                yield self._one(account, next(docs))

    def _unread(self, account: Account) -> Reading:
        counted = account.language in iberian.LANGUAGES
        told = account.language and (
            f"the account is in {account.language!r}, which this reader does not read yet: "
            f"{'no claim was made, only its counts of people were read' if counted else _NOTHING}; "
            "translate it, or read it by hand"
        )
        reason = told or f"the language was not found: {_NOTHING}; tell it with --language"
        issue = Issue(
            content_id("issue", "read", "unread-language", account.path, reason),
            "read", "unread-language", "warning", account.path, reason, account.id,
        )  # fmt: skip
        found = tuple(iberian.figures(account.language or "", account.text)) if counted else ()
        return Reading(
            self._reading_id(account), account.id, self.id, figures=found, issues=(issue,)
        )

    def _reading_id(self, account: Account) -> str:
        return content_id("reading", account.version, self.id)

    def _one(self, account: Account, doc: Doc) -> Reading:
        named = list(times(whole(doc), account.period))
        places = self._places.find(doc)
        said = sayings(doc, account.text)
        scene = Scene(places, self._plan.sites, whole(doc), account.title)
        page = Page(
            account,
            doc,
            said,
            named,
            scene,
            self.id,
            institution(account, self._plan.sources),
            self._vocabulary.stocks,
        )
        found: list[Count] = []
        claims = list(restated(repeats(unique(self._claims(page, found)))))
        # One told of by an article ("a woman") is a claim, but no figure as written.
        written = [c for c in found if c.number.end > c.number.start]
        told = units(written, account.text)
        return self._reading(page, places, [_figure(t, account.text) for t in told], claims)

    def _by_plain_rules(self, account: Account) -> Reading:
        told = self._plain.tell(account, self.id)
        claims = unique(claim(told.page, draft) for draft in told.drafts)
        return self._reading(told.page, told.places, told.figures, claims)

    def _reading(
        self,
        page: Page,
        places: Iterable[where.Place],
        figures: Iterable[Figure],
        claims: Iterable[Claim],
    ) -> Reading:
        account = page.account
        return Reading(
            self._reading_id(account),
            account.id,
            self.id,
            tuple(_attribution(s, account) for s in page.said),
            tuple(figures),
            tuple(where.mention(p, self._plan.sites) for p in places),
            tuple(_time(t, account.text) for t in page.times),
            tuple(claims),
        )

    def _claims(self, page: Page, found: list[Count]) -> Iterator[Claim]:
        """The claims of every sentence; the counts they were made from are added to `found`."""
        indicators = Indicators(self._vocabulary)
        times = Along((t.start, t.end, (t.start, t.end)) for t in page.times)
        calendar = Calendar(whole(page.doc), page.times, page.account.period)
        happenings = Happenings()
        for sent in sentences(page.doc):
            taken, said = times.over(sent.start_char, sent.end_char), page.said_in(sent)
            numbers = list(counts(page.doc, sent, taken))
            found += numbers
            named = indicators.name(numbers)
            once = [row for row in named if not row.count.often]
            happened = list(happenings.tell(sent, once, calendar.place(sent)))
            drafts: list[Draft] = list(figures(named, happened))
            indicators.after(text_of(sent))
            drafts += list(incidents(happened, sent))
            drafts += list(states(sent, said))
            drafts += list(statements(sent, said, drafts))
            yield from (claim(page, draft) for draft in drafts)


def _readable(account: Account) -> bool:
    return account.language in LANGUAGES and bool(account.text.strip())


def _mention(place: tuple[int, int] | None, text: str) -> Mention | None:
    return Mention(*place, text[slice(*place)]) if place else None


def _attribution(said: Saying, account: Account) -> Attribution:
    return Attribution(
        _mention(said.source, account.text),
        _mention(said.cue, account.text),
        tuple(Mention(*c, account.text[slice(*c)]) for c in said.content),
        said.speaker or "",
        said.kind,
        said.stance,
        said.parent,
    )


def _figure(told: Told, text: str) -> Figure:
    count, q = told.count, told.count.quantity
    return Figure(
        count.start,
        count.end,
        text[count.start : count.end],
        q.low,
        q.high,
        told.unit,
        q.hedge,
        told.noun,
    )


def _time(time: Time, text: str) -> TimeMention:
    stretch = time.stretch
    words = text[time.start : time.end]
    if stretch is None:
        return TimeMention(time.start, time.end, words, None, None, None)
    return TimeMention(
        time.start,
        time.end,
        words,
        stretch.first.isoformat(),
        stretch.last.isoformat(),
        stretch.precision,
    )
