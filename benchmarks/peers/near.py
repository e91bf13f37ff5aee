"""Pairs of texts that are near each other: datasketch's MinHash of word 5-grams, or TF-IDF.

`python -m benchmarks.peers.near METHOD` takes a JSON object a text on standard input (`ref`,
`text`) and writes a list a pair: both refs and the score. METHOD: minhash (the estimated Jaccard
likeness of any two), tfidf (their cosine), lsh (the pairs that MinHash LSH finds at .5). A last
line is an object: seconds from the texts to the pairs and of the processor's time, and the most
memory before and after, in bytes.
"""

import json
import re
import resource
import sys
import time
from collections.abc import Iterator
from itertools import combinations

GRAM = 5
PERMUTATIONS = 128
THRESHOLD = 0.5
# Pairs of less are not worth a line.
LEAST = 0.02
CHUNK = 1000

Pair = tuple[int, int, float]
_WORD = re.compile(r"\w+")


def minhash(texts: list[str]) -> Iterator[Pair]:
    """Every pair by the likeness that the signatures estimate."""
    from datasketch import MinHash  # noqa: PLC0415 - each method needs its own library

    signed = MinHash.bulk([_grams(text) for text in texts], num_perm=PERMUTATIONS)
    for (i, one), (j, other) in combinations(enumerate(signed), 2):
        yield i, j, float(one.jaccard(other))


def tfidf(texts: list[str]) -> Iterator[Pair]:
    """Every pair by the cosine of its words' weights, as scikit-learn weighs them."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    weights = TfidfVectorizer().fit_transform(texts)
    likeness = (weights @ weights.T).toarray()
    for i, j in combinations(range(len(texts)), 2):
        yield i, j, float(likeness[i, j])


def lsh(texts: list[str]) -> Iterator[Pair]:
    """The pairs that locality-sensitive hashing finds, each text asked before it is put in."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    for start in range(0, len(texts), CHUNK):
        grams = [_grams(text) for text in texts[start : start + CHUNK]]
        for place, signed in enumerate(MinHash.bulk(grams, num_perm=PERMUTATIONS), start):
            for found in index.query(signed):
                yield int(found), place, 1.0
            index.insert(place, signed)


METHODS = {"minhash": minhash, "tfidf": tfidf, "lsh": lsh}


def _grams(text: str) -> list[bytes]:
    words = _WORD.findall(text.casefold())
    runs = zip(*(words[n:] for n in range(GRAM)), strict=False)
    return [" ".join(run).encode() for run in runs]


def main() -> None:
    """Answer, then say what it cost."""
    rows = [json.loads(line) for line in sys.stdin]
    texts = [row["text"] for row in rows]
    refs = [row["ref"] for row in rows]
    del rows
    before = peak()
    begun, worked = time.perf_counter(), time.process_time()
    pairs = [pair for pair in METHODS[sys.argv[1]](texts) if pair[2] >= LEAST]
    seconds, cpu = time.perf_counter() - begun, time.process_time() - worked
    cost = {"seconds": seconds, "cpu": cpu, "before": before, "peak": peak()}
    for one, other, score in pairs:
        sys.stdout.write(f"{json.dumps([refs[one], refs[other], round(score, 4)])}\n")
    sys.stdout.write(f"{json.dumps(cost)}\n")


def peak() -> int:
    """The most bytes in memory so far. Linux tells kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
