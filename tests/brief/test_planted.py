"""Wrong sentences, each a true one with one thing altered: none passes the gate."""

import pytest
from tests.brief.made import dossier
from tests.brief.rich import rich

from benchmarks.gate.sweep import every, sweep
from thirdhand.brief import gate
from thirdhand.brief.facts import Facts
from thirdhand.brief.watch import Watch

FACTS = Facts.of(rich())
WATCH = Watch(FACTS)
TOLD = every(FACTS)

# What is altered, how the true sentence begins, the words that are altered, and what they become.
# Words with "| " before them stand in a cell.
PLANTED = (
    # figures and judgements
    ("number", "There were probably about 68,000", "68,000", "86,000"),
    ("number", "There were probably about 68,000", "62,000 to", "61,000 to"),
    ("number", "According to UN, there were about 19,000", "19,000", "9,000"),
    ("number", "There were probably about 68,000", "| 71,000", "| 70,000"),
    ("number", "According to mayor, there were 22,000", "22,000", "two thousand"),
    ("place", "According to mayor, there were 22,000", "in March", "in Phase 2 in March"),
    ("place", "There were probably about 68,000", "living there", "living in Tarvel"),
    ("place", "According to Ministry, there were 120", "home in", "home to Deir Hafer in"),
    ("actor", "According to UN, there were about 19,000", "UN", "Red Crescent"),
    ("actor", "According to UN, there were about 19,000", "UN", "Daily"),
    ("actor", "There were probably about 68,000", "mayor and UN", "mayor and MSF"),
    ("actor", "There were probably about 68,000", "| mayor and UN", "| mayor and The Army"),
    ("actor", "According to mayor, there were 22,000", "mayor", "mayor of Tarvel"),
    ("date", "There were probably about 68,000", "March 2021", "March 2020"),
    ("date", "There were probably about 68,000", "March 2021", "May 2021"),
    ("date", "According to Ministry, there were 120", "in 2020", "in 2021"),
    ("date", "According to Ministry, there were 120", "in 2020", "in April 2020"),
    ("date", "There were probably about 68,000", "| March 2021", "| 20 March 2021"),
    ("negation", "According to Ministry, there were 120", "there were", "there were not"),
    ("negation", "According to Ministry, there were 120", "there were", "there were no longer"),
    ("negation", "There were probably about 68,000", "living there", "living there without water"),
    ("hedge lost", "According to UN, there were about 19,000", "about 19,000", "19,000"),
    ("hedge firmer", "According to UN, there were about 19,000", "about", "exactly"),
    ("hedge firmer", "According to UN, there were about 19,000", "about", "at least"),
    ("hedge lost", "According to UN, there were about 19,000", "| about 19,000", "| 19,000"),
    ("hedge invented", "According to mayor, there were 22,000", "22,000", "up to 22,000"),
    ("hedge invented", "According to guards", "80 people", "more than 80 people"),
    ("unit", "According to UN, there were about 19,000", "households", "people"),
    ("unit", "There were probably about 68,000", "people", "families"),
    ("kind", "According to mayor, there were 22,000", "children", "women"),
    ("kind", "According to mayor, there were 22,000", "foreign ", ""),
    ("kind", "According to guards", "arriving", "leaving"),
    ("kind", "According to guards", "arriving", "departing"),
    ("kind", "According to UN, there were about 19,000", "| People living there", "| Arrivals"),
    ("chance", "There were probably about 68,000", "probably", "almost certainly"),
    ("chance", "There were probably about 68,000", "probably ", ""),
    ("chance", "There were probably about 68,000", "probably", "undoubtedly"),
    ("chance", "According to mayor, there were 22,000", "there were", "there were certainly"),
    ("grade", "There were probably about 68,000", "| B2", "| A1"),
    ("verdict", "According to UN, there were about 19,000", "| one voice", "| voices agree"),
    ("label", "According to mayor, there were 22,000", "mayor", "self-proclaimed mayor"),
    ("not named", "According to guards", " (not named)", ""),
    ("not named", "According to Ministry, there were 120", "Ministry", "Ministry (not named)"),
    ("stance", "It is alleged by Mora", "It is alleged by Mora Council that", "From Mora Council,"),
    ("stance", "According to UN, there were about 19,000", "According to", "It is alleged by"),
    # what is planned
    ("stance", "According to Ministry, this", "this is planned or expected:", "there were"),
    ("actor", "According to Ministry, this is planned", "Ministry", "Mora Council"),
    ("verdict", "According to Ministry, this is planned", "| planned or expected", "| one voice"),
    # incidents
    ("number", "Attack at Phase 1", "4 men", "5 men"),
    ("exchanged", "Attack at Phase 1", "4 men injured; 2 women", "2 men injured; 4 women"),
    ("kind", "Attack at Phase 1", "men injured", "men killed by violence"),
    ("kind", "Attack at Phase 1", "Attack", "Fire"),
    ("kind", "Attack at Phase 1", "2 women", "2 children"),
    ("place", "Attack at Phase 1", "Phase 1", "Phase 2"),
    ("place", "Attack at Phase 1", "Army), Phase 1", "Army), Phase 2"),
    ("actor", "Attack at Phase 1", "(by The Army)", "(by Red Crescent)"),
    ("actor", "Attack at Phase 1", "(by The Army)", "(by Herald)"),
    ("actor", "Attack at Phase 1", "guards", "officials"),
    ("label", "Attack at Phase 1", "(by The Army)", "(by the terrorist Army)"),
    ("date", "Attack at Phase 1", "5 March", "6 March"),
    ("date", "Attack at Phase 1", "5 March", "5 May"),
    ("negation", "Attack at Phase 1", "2 women killed", "2 women not killed"),
    ("stance", "Attack at Phase 1", "according to", "denied by"),
    # conditions
    ("direction", "Water, better", "better", "worse"),
    ("direction", "Education, worse", "| ↓ worse", "| ↑ better"),
    ("kind", "Water, better", "Water,", "Food,"),
    ("quote", "Water, better", "Water improved", "Water improved a lot"),
    ("actor", "Education, worse", "(Post)", "(UN)"),
    ("actor", "Education, worse", "| Post", "| MSF"),
    ("not named", "Security, bad: “minimal", "the office (not named)", "the office"),
    # contradictions
    ("exchanged", "UN says 70,000", "UN says 70,000", "mayor says 70,000"),
    ("hedge lost", "UN says 70,000", "more than ", ""),
    ("stance", "officials (not named) denies", "alleges", "says"),
    ("stance", "officials (not named) denies", "denies", "says"),
    ("number", "officials (not named) denies", "45", "54"),
    ("date", "UN says 70,000", "70,000 (March 2021)", "70,000 (April 2021)"),
    # balance
    ("number", "Arrivals, 2020", "50 + 30", "50 + 40"),
    ("exchanged", "Arrivals, 2020", "80 told; 50 + 30", "50 told; 80 + 30"),
    ("sum", "Arrivals, 2020", "fits", "off by 10"),
    ("sum", "People living there, March 2021: 70,000", "3.7 each", "3.9 each"),
    ("sum", "People living there, March 2021: 70,000", "a usual size", "no usual size"),
    ("unit", "People living there, March 2021: 70,000", "19,000 households", "19,000 people"),
    ("actor", "Arrivals, 2020", "| 80 (guards (not named))", "| 80 (Herald)"),
    # overstated, circles, missing, unreported
    ("actor", "Northern Star puts it", "Northern Star", "Delta Radio"),
    ("negation", "Northern Star puts it", "puts it", "never puts it"),
    ("actor", "Daily and Wire", "Daily and Wire", "Daily and Gazette"),
    ("number", "Daily and Wire", "| People living there: 70,000", "| People living there: 17,000"),
    ("actor", "Ministry is cited", "Ministry", "Red Crescent"),
    ("actor", "Ministry is cited", "| Gazette", "| Post"),
    ("number", "Going by how far", "about 40", "about 41"),
    ("number", "Going by how far", "25 are", "52 are"),
    ("kind", "Going by how far", "attack", "killing"),
    ("date", "Going by how far", "2020", "2021"),
    ("actor", "Going by how far", "Herald", "Gazette"),
)  # fmt: skip


@pytest.mark.parametrize("at", range(len(TOLD)))
def test_each_true_sentence_of_the_case_passes(at: int) -> None:
    sentence, cells = TOLD[at]
    assert WATCH.check(sentence, cells) is not None, WATCH.issues[-1].reason


@pytest.mark.parametrize(("kind", "begins", "old", "new"), PLANTED)
def test_a_planted_sentence_is_caught(kind: str, begins: str, old: str, new: str) -> None:
    tried = 0
    for sentence, cells in TOLD:
        texts = [sentence.text, *(f"| {cell}" for cell in cells)]
        at = next((n for n, text in enumerate(texts) if old in text), None)
        if not sentence.text.startswith(begins) or at is None:
            continue
        texts[at] = texts[at].replace(old, new, 1)
        text, *shown = (words.removeprefix("| ") for words in texts)
        assert gate.faults(text, WATCH.basis(sentence), (*shown, sentence.grade)), (kind, texts[at])
        tried += 1
    assert tried, "no true sentence begins so and holds these words"


def test_there_are_fifty_and_more_of_every_kind_that_was_asked_for() -> None:
    kinds = {row[0] for row in PLANTED}
    assert len(PLANTED) >= 50
    assert kinds >= {"number", "place", "actor", "date", "negation", "hedge firmer"}


@pytest.mark.parametrize("case", [dossier, rich])
def test_whatever_is_altered_in_whichever_section_is_caught(case) -> None:
    done = sweep(case())
    assert done.dropped == []
    assert [(kind, wrong) for kind, _, wrong in done.passed] == []
    assert sum(done.planted.values()) > 300
