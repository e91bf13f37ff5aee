"""Fixtures of this folder."""

import pytest
from tests.read.camp import CASE, account, read

from thirdhand.model import Claim, Reading


@pytest.fixture(scope="session")
def reading():
    """reading(text, published=, publisher=, title=, case=) -> Reading."""

    def make(text: str, case=CASE, **known) -> Reading:
        return read(account(text, **known), case)

    return make


@pytest.fixture(scope="session")
def claims(reading):
    """claims(text, published=, publisher=, title=, case=) -> list[Claim]."""

    def make(text: str, **known) -> list[Claim]:
        return list(reading(text, **known).claims)

    return make
