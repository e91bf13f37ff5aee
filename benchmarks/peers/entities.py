"""spaCy's stock named entities: GPE and LOC as places."""

from benchmarks.peers.pipeline import shipped
from benchmarks.peers.serve import Account, Found, serve, span

NLP = shipped()
PLACES = {"GPE", "LOC"}


def entities(text: str, _: Account) -> Found:
    """Its places, without a leading article."""
    places = []
    for entity in NLP(text).ents:
        if entity.label_ in PLACES:
            cut = 4 if entity.text.lower().startswith("the ") else 0
            places.append(span(text, entity.start_char + cut, entity.end_char))
    return {"places": places}


if __name__ == "__main__":
    serve(entities)
