"""Accounts that tell of one happening."""

import json
import random
import time
from itertools import combinations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.events.cost import stories
from thirdhand.corroborate import events
from thirdhand.corroborate.alike import likeness
from thirdhand.corroborate.alike.clusters import clusters
from thirdhand.corroborate.alike.terms import stop_words, terms
from thirdhand.model import Account
from thirdhand.scale import duckdb_engine

ENGINE = duckdb_engine(1)

# Two floods and two votes, in towns that are not there: title, text, day.
TABLE = Path(__file__).parent / "tables" / "events.jsonl"
ROWS = [json.loads(line) for line in TABLE.read_text("utf-8").splitlines()]
TOLD = {row["id"]: (row["title"], row["text"], row["published"]) for row in ROWS}


def account(
    ref: str,
    text: str,
    published: str | None = "2021-03-05",
    title: str | None = None,
    language: str | None = "en",
) -> Account:
    return Account(f"id-{ref}", ref, ref, "x.org", title, published, language, text=text)


def told() -> list[Account]:
    return [account(ref, text, day, title) for ref, (title, text, day) in TOLD.items()]


def grouped(accounts: list[Account]) -> list[tuple[str, ...]]:
    return [group.accounts for group in events(accounts, ENGINE)]


def test_accounts_of_one_happening_are_a_group_and_those_of_alike_ones_are_two() -> None:
    assert grouped(told()) == [
        ("dyke-1", "dyke-2"),
        ("flood-1", "flood-2", "flood-3"),
        ("vote-1", "vote-2"),
    ]


def test_the_reason_names_what_they_share_and_when_they_came_out() -> None:
    flood = events(told(), ENGINE)[1]
    assert flood.first == "flood-1"
    assert flood.why.startswith("Alike by 0.")
    assert "they share oldbury, " in flood.why
    assert flood.why.endswith("they came out from 2021-03-05 to 2021-03-11, 6 days.")


def test_one_account_and_strangers_are_no_group() -> None:
    assert grouped(told()[:1]) == []
    assert grouped([row for row in told() if row.ref in ("flood-1", "vote-1", "dyke-1")]) == []


def test_two_accounts_alone_are_compared_too() -> None:
    assert grouped(told()[:2]) == [("flood-1", "flood-2")]


def test_no_accounts_and_texts_without_words_are_no_group() -> None:
    assert grouped([]) == []
    assert grouped([account("a", ""), account("b", "..."), account("c", "the and of")]) == []


def test_the_same_text_twice_is_one_happening() -> None:
    (group,) = events([account("b", TOLD["vote-1"][1]), account("a", TOLD["vote-1"][1])], ENGINE)
    assert (group.accounts, group.first) == (("a", "b"), "a")
    assert group.why.startswith("Alike by 1.00 ")


def test_the_same_words_years_apart_are_another_happening() -> None:
    _, text, day = TOLD["flood-1"]
    other = TOLD["flood-3"][1]
    assert grouped([account("a", text, day), account("b", other, "2021-03-08")]) == [("a", "b")]
    assert grouped([account("a", text, day), account("b", other, "2001-03-08")]) == []


def test_accounts_without_a_date_are_judged_by_their_words() -> None:
    rows = [account(ref, text, None, title) for ref, (title, text, _) in TOLD.items()]
    group = events(rows, ENGINE)[1]
    assert group.accounts == ("flood-1", "flood-2", "flood-3")
    assert group.why.endswith("none has a date.")


def test_a_word_that_every_account_holds_joins_none() -> None:
    rows = [
        account(f"{n:02d}", f"In Vale camp {' '.join(f'w{n}x{k}' for k in range(9))}.")
        for n in range(60)
    ]
    assert grouped(rows) == []


def test_other_languages_and_scripts_are_read_too() -> None:
    rows = [
        account("fr-1", "Un incendie a détruit trois maisons à Vertval.", language="fr"),
        account("fr-2", "Les maisons de Vertval ont brûlé dans un incendie.", language="fr"),
        account("ar-1", "حريق كبير في مخيم الوادي ووفاة ثلاثة أطفال", language="ar"),
        account("ar-2", "وفاة أطفال بعد الحريق في مخيم الوادي", language="ar"),
    ]
    assert grouped(rows) == [("ar-1", "ar-2"), ("fr-1", "fr-2")]


def test_stop_words_are_those_of_the_language_and_english_where_there_are_none() -> None:
    assert "les" in stop_words("fr")
    assert stop_words("xx-none") == stop_words(None) == stop_words("en")
    assert set(terms(account("a", "Les fires said", language="fr"))) == {"fire"}


@settings(max_examples=20, deadline=None)
@given(st.permutations(told()))
def test_the_order_of_the_accounts_changes_nothing(rows: list[Account]) -> None:
    assert events(rows, ENGINE) == events(told(), ENGINE)


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(1, 100).map(lambda n: n / 100),
)


@given(PAIRS, st.randoms(use_true_random=False))
def test_clusters_are_apart_and_alike_enough_inside(
    pairs: dict[tuple[int, int], float], mix: random.Random
) -> None:
    rows = [(*pair, like) for pair, like in pairs.items()]
    found = clusters(rows, 0.3)
    mix.shuffle(rows)
    assert clusters(rows, 0.3) == found
    members = [position for cluster in found for position in cluster]
    assert len(members) == len(set(members))
    for cluster in found:
        inside = list(combinations(cluster, 2))
        last_join = sum(pairs.get(pair, 0.0) for pair in inside) / len(inside)
        assert last_join >= 0.3 - 1e-9
    for one, other in combinations(found, 2):
        between = [pairs.get((min(a, b), max(a, b)), 0.0) for a in one for b in other]
        assert sum(between) / len(between) < 0.3


def test_a_chain_is_no_cluster() -> None:
    assert clusters([(0, 1, 0.5), (1, 2, 0.5), (2, 3, 0.5)], 0.3) == [[0, 1], [2, 3]]


class Counting:
    """An engine that notes how many rows each query gave."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}

    def run(self, query, tables):
        found = ENGINE.run(query, tables)
        self.rows[query.name] = len(found)
        return found


def compared(rows: list[Account]) -> int:
    engine = Counting()
    events(rows, engine)
    return engine.rows["accounts worth comparing"]


def test_many_accounts_are_grouped_in_seconds() -> None:
    rows = list(stories(1500))
    begun = time.perf_counter()
    found = events(rows, ENGINE)
    assert time.perf_counter() - begun < 30
    assert sum(len(group.accounts) == 3 for group in found) > 450


def test_what_is_compared_grows_with_the_accounts() -> None:
    assert compared(list(stories(900))) < 3.5 * compared(list(stories(300)))


def test_a_term_that_very_many_hold_does_not_bring_all_of_them_together() -> None:
    rows = [account(f"{n:04d}", "flood", title="flood") for n in range(600)]
    assert compared(rows) < 600 * likeness.REACH
