"""Engines for set-wise work: the same queries, in process or over a cluster."""

from thirdhand.scale.duck import duckdb_engine

__all__ = ["duckdb_engine"]
