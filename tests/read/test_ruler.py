"""The table sets what spaCy's own ruler sets, on every token."""

import pytest

from thirdhand.read.parse import pipeline
from thirdhand.read.ruler import RULER

SET = ["TAG", "DEP", "POS", "MORPH", "LEMMA", "HEAD", "SENT_START"]
TEXTS = {
    "prose": "The camp that she had left holds 14,200 people, the Commission said on Friday.",
    "two words": "There's water; there are tents. Let's go. Y'all ain't gonna stay, c'mon.",
    "two words that overlap": "There ain't no water, and y'all gotta let's there is there are.",
    "auxiliaries": "He does what I've done; do they have it? I'd have been, you'd had, it's got.",
    "white space": "Five  people\n\n left.\t They   didn't\u2029 return. \n",
    "one word": "Tarnholt",
    "nothing": "",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_table_sets_what_the_ruler_sets(text):
    nlp = pipeline()
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        tabled = nlp(text)
    ruled = tabled.copy()
    nlp.get_pipe(RULER)(tabled)
    nlp.get_pipe("attribute_ruler")(ruled)
    assert tabled.to_array(SET).tolist() == ruled.to_array(SET).tolist()
