"""The tables. Key columns to look rows up by, and the row itself as a JSON body.

One schema for SQLite and PostgreSQL. A change here needs a migration in migrations/versions;
tests/store compare the two.
"""

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

# Names for constraints, so that a later migration can name what it changes.
META = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

# Raw rows: append-only.

ACCOUNT = Table(
    "account",
    META,
    Column("version", String, primary_key=True),
    Column("id", String, nullable=False, index=True),
    Column("published", String),
    Column("publisher", String),
    Column("body", JSON, nullable=False),
)

# Which version of an account was put when; the highest `seq` of an account is its latest.
ARRIVAL = Table(
    "arrival",
    META,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("account", String, nullable=False),
    Column("version", String, ForeignKey("account.version"), nullable=False),
    Index("ix_arrival_account_seq", "account", "seq"),
)

READING = Table(
    "reading",
    META,
    Column("id", String, primary_key=True),
    Column("version", String, ForeignKey("account.version"), nullable=False),
    Column("reader", String, nullable=False),
    Column("account", String, nullable=False),
    Column("body", JSON, nullable=False),
    Index("ix_reading_reader_version", "reader", "version"),
)

# `position` is the claim's place in its reading: two readers may make the same claim.
CLAIM = Table(
    "claim",
    META,
    Column("reading", String, ForeignKey("reading.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, index=True),
    Column("account", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("indicator", String, index=True),
    Column("site", String),
    Column("start", String),
    Column("end", String),
    Column("body", JSON, nullable=False),
)

# What a person judged of two claims; the later row counts. Rows name claims that any reader made.
JUDGEMENT = Table(
    "judgement",
    META,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("ruling", String, nullable=False),
    Column("one", String, nullable=False),
    Column("other", String, nullable=False),
    Column("body", JSON, nullable=False),
)

ISSUE = Table(
    "issue",
    META,
    Column("id", String, primary_key=True),
    Column("stage", String, nullable=False),
    Column("severity", String, nullable=False),
    Column("account", String),
    Column("body", JSON, nullable=False),
)

# What each brief held, and what the runs of a site took in; the later row counts. The bodies are
# compressed JSON. `end`: the last day (ISO) that the brief speaks of, with WHOLE behind it where
# no window ended it; FOREVER where the day is not known.
FOREVER = "9999-12-31"
WHOLE = "~"
BRIEF = Table(
    "brief",
    META,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False),
    Column("site", String, nullable=False),
    Column("audience", String, nullable=False),
    Column("end", String, nullable=False),
    Column("made", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("ix_brief_site_audience_end", "site", "audience", "end"),
)
RUN = Table(
    "run",
    META,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False),
    Column("site", String, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
)

# When and how each file arrived. `original`: the SHA-256 of its bytes, which lie beside the store.
RECEIPT = Table(
    "receipt",
    META,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("original", String, nullable=False, index=True),
    Column("version", String, ForeignKey("account.version"), index=True),
    Column("name", String, nullable=False, index=True),
    Column("body", JSON, nullable=False),
)

# What was put when, each entry chained to the one before it: seal.py says how. `part` is a table,
# or of which site what was derived. `rows`: how many it covers, `digest`: of all of them, `body`:
# of each (compressed JSON).
LOG = Table(
    "log",
    META,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("prior", String, nullable=False),
    Column("hash", String, nullable=False, index=True),
    Column("made", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("part", String, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("digest", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("ix_log_part_seq", "part", "seq"),
)

# Derived rows: folds, dropped and made again for one site at a time. `kind` is the field of
# Findings or View that the row stands in, `position` its place there.

DERIVED = Table(
    "derived",
    META,
    Column("site", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", String),
    Column("indicator", String, index=True),
    Column("body", JSON, nullable=False),
)

# What the log covers row by row.
RAW = (ACCOUNT, ARRIVAL, RECEIPT, READING, CLAIM, JUDGEMENT, ISSUE, BRIEF, RUN)
