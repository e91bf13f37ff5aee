"""text2num: number words are written as digits, then the plain expression reads.

Its spans are those of the text so written, so only its values can be judged.
"""

from text_to_num import alpha2digit

from benchmarks.peers.expression import read
from benchmarks.peers.serve import Account, Found, serve

LANGUAGES = {"en", "fr"}


def digits(text: str, account: Account) -> Found:
    """Its figures."""
    language = account.get("language")
    told = alpha2digit(text, language if language in LANGUAGES else "en")
    return {"figures": read(told)}


if __name__ == "__main__":
    serve(digits)
