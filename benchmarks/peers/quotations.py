"""textacy: direct quotations with their speakers and cues."""

from spacy.tokens import Span, Token
from textacy.extract import direct_quotations

from benchmarks.peers.pipeline import shipped
from benchmarks.peers.serve import Account, Found, serve, span

NLP = shipped()


def quotations(text: str, _: Account) -> Found:
    """Its attributions. It raises ValueError where marks of quotation come in no pairs."""
    found = direct_quotations(NLP(text))
    return {
        "attributions": [
            {
                "source": _words(text, quote.speaker),
                "cue": _words(text, quote.cue),
                "content": [_words(text, list(quote.content))],
            }
            for quote in found
        ]
    }


def _words(text: str, words: list[Token] | Span) -> dict[str, object] | None:
    """From the first of the words to the last."""
    tokens = list(words)
    if not tokens:
        return None
    last = tokens[-1]
    return span(text, tokens[0].idx, last.idx + len(last.text))


if __name__ == "__main__":
    serve(quotations)
