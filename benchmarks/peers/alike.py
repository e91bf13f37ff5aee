"""scikit-learn: news grouped by TF-IDF cosine, at every threshold asked for.

Standard input: `texts`, `parts` (lists of positions, each a collection of its own) and
`thresholds` (cosines). Standard output: by peer, for each part and threshold a label for each text.
"""

import json
import sys
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import DBSCAN, AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

VECTORS: dict[str, dict[str, Any]] = {
    "TF-IDF": {},
    "TF-IDF, stop words": {"stop_words": "english", "sublinear_tf": True},
}
LINKS = ("chained", "average link")
ALONE = -1
Sweep = list[list[list[int]]]


def groups(link: str, apart: NDArray[np.float64], threshold: float) -> list[int]:
    """A label for each text. apart: cosine distances."""
    if link == "chained":
        made = DBSCAN(eps=1 - threshold, min_samples=2, metric="precomputed")
    else:
        made = AgglomerativeClustering(
            None, metric="precomputed", linkage="average", distance_threshold=1 - threshold
        )
    labels = made.fit_predict(apart).tolist()
    return [ALONE - at if label == ALONE else label for at, label in enumerate(labels)]


def answer(asked: dict[str, list[Any]]) -> dict[str, Sweep]:
    """By peer, part and threshold."""
    found: dict[str, Sweep] = {f"{name}, {link}": [] for name in VECTORS for link in LINKS}
    for part in asked["parts"]:
        texts = [asked["texts"][at] for at in part]
        for name, words in VECTORS.items():
            vectors = TfidfVectorizer(**words).fit_transform(texts)
            apart = np.clip(1 - (vectors @ vectors.T).toarray(), 0, None)
            for link in LINKS:
                labels = [groups(link, apart, threshold) for threshold in asked["thresholds"]]
                found[f"{name}, {link}"].append(labels)
    return found


if __name__ == "__main__":
    json.dump(answer(json.load(sys.stdin)), sys.stdout)
