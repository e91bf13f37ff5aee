"""Every engine that can be had here. A new one is one more line, and passes the same script."""

from collections.abc import Callable

import pytest

from thirdhand.model import Engine
from thirdhand.scale import duckdb_engine

ENGINES: dict[str, Callable[[], Engine]] = {"duckdb": duckdb_engine}


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]()
