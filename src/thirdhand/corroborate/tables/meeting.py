"""How likely wrong claims are to meet, as they would if this or that value were the true one.

Words: a wrong one is any of the other words of the table, each as likely. Numbers: a wrong one is
either new or taken over from another wrong claim on the item, in the manner of Ewens's sampling
formula (1972): after n wrong claims the next is new with chance FRESH / (FRESH + n). Accounts copy
one another and old figures stay about, so the second wrong number repeats the first in two cases
of three. With this caution the agreement of two voices who are often wrong is little evidence.
"""

import math

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.tables.ballot import Ballot
from thirdhand.corroborate.tables.trust import summed

Floats = NDArray[np.float64]

FRESH = 0.5


def wrong_words(told: Ballot) -> float:
    """How many wrong words an item has."""
    return max(1.0, len(set(told.options)) - 1.0)


def apart(told: Ballot, share: Floats, *, numbers: bool) -> Floats:
    """The log chance that all other claims on the item fall as they do, were this option true.

    share: what each claim counts. For words it is in the weight of each claim already.
    """
    count = np.bincount(told.option, share, len(told.options))
    whole = np.bincount(told.item_of, count, len(told.items))[told.item_of]
    if not numbers:
        return np.zeros(len(told.options))
    ways = np.where(count > 0, math.log(FRESH) + _log_gamma(np.maximum(count, 1.0)), 0.0)
    every = np.bincount(told.item_of, ways, len(told.items))[told.item_of]
    out: Floats = (
        every - ways + math.lgamma(FRESH) - _log_gamma(FRESH + np.maximum(whole - count, 0))
    )
    return out


def none(told: Ballot, share: Floats, *, numbers: bool) -> Floats:
    """The same for each item, were the true value one that nobody told.

    A word that nobody told is one of the other words of the table; where all were told of an item
    there is none, and the log is minus infinity.
    """
    count = summed(told.option, share, len(told.options))
    whole = summed(told.item_of, count, len(told.items))
    if not numbers:
        left = wrong_words(told) + 1 - np.bincount(told.item_of, minlength=len(told.items))
        with np.errstate(divide="ignore"):
            return np.asarray(np.log(np.maximum(left, 0)), np.float64)
    ways = np.where(count > 0, math.log(FRESH) + _log_gamma(np.maximum(count, 1.0)), 0.0)
    every = np.bincount(told.item_of, ways, len(told.items))
    out: Floats = every + math.lgamma(FRESH) - _log_gamma(FRESH + whole)
    return out


def meet(told: Ballot, *, numbers: bool) -> float:
    """How likely two wrong claims on one item are to be the same."""
    return 1 / (1 + FRESH) if numbers else 1 / wrong_words(told)


def _log_gamma(values: Floats) -> Floats:
    """Lacking in numpy. Few values are told apart, so each is worked out once."""
    each, at = np.unique(values, return_inverse=True)
    return np.array([math.lgamma(value) for value in each])[at]
