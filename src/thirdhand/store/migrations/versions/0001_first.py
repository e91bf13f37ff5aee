"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

RAW = ("account", "arrival", "reading", "claim", "issue")


def upgrade() -> None:
    """Make the tables; on SQLite, triggers that keep raw rows as they are."""
    _accounts()
    _readings()
    op.create_table(
        "issue",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("account", sa.String()),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_issue"),
    )
    op.create_table(
        "derived",
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String()),
        sa.Column("indicator", sa.String()),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("site", "kind", "position", name="pk_derived"),
    )
    op.create_index("ix_derived_indicator", "derived", ["indicator"])
    if op.get_bind().dialect.name == "sqlite":
        _freeze()


def downgrade() -> None:
    """Drop everything; the store is then empty."""
    for table in ("derived", "issue", "claim", "reading", "arrival", "account"):
        op.drop_table(table)


def _accounts() -> None:
    op.create_table(
        "account",
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("published", sa.String()),
        sa.Column("publisher", sa.String()),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_account"),
    )
    op.create_index("ix_account_id", "account", ["id"])
    op.create_table(
        "arrival",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_arrival"),
        sa.ForeignKeyConstraint(["version"], ["account.version"], name="fk_arrival_version"),
    )
    op.create_index("ix_arrival_account_seq", "arrival", ["account", "seq"])


def _readings() -> None:
    op.create_table(
        "reading",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reading"),
        sa.ForeignKeyConstraint(["version"], ["account.version"], name="fk_reading_version"),
    )
    op.create_index("ix_reading_reader_version", "reading", ["reader", "version"])
    op.create_table(
        "claim",
        sa.Column("reading", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("indicator", sa.String()),
        sa.Column("site", sa.String()),
        sa.Column("start", sa.String()),
        sa.Column("end", sa.String()),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("reading", "position", name="pk_claim"),
        sa.ForeignKeyConstraint(["reading"], ["reading.id"], name="fk_claim_reading"),
    )
    for column in ("id", "account", "indicator"):
        op.create_index(f"ix_claim_{column}", "claim", [column])


def _freeze() -> None:
    for table in RAW:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} rows are append-only'); END"
            )
