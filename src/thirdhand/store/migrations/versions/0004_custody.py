"""Receipts of what arrived, and a log of all that is kept."""

import sqlalchemy as sa
from alembic import op

from thirdhand.store.adopt import adopt

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, with triggers on SQLite that keep their rows; enter what is there."""
    op.create_table(
        "receipt",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("original", sa.String(), nullable=False),
        sa.Column("version", sa.String()),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_receipt"),
        sa.ForeignKeyConstraint(["version"], ["account.version"], name="fk_receipt_version"),
    )
    for column in ("original", "version", "name"):
        op.create_index(f"ix_receipt_{column}", "receipt", [column])
    op.create_table(
        "log",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("prior", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_log"),
    )
    op.create_index("ix_log_hash", "log", ["hash"])
    op.create_index("ix_log_part_seq", "log", ["part", "seq"])
    if op.get_bind().dialect.name == "sqlite":
        for table in ("receipt", "log"):
            for verb in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} rows are append-only'); END"
                )
    adopt(op.get_bind())


def downgrade() -> None:
    """Drop the tables and what they kept."""
    op.drop_table("log")
    op.drop_table("receipt")
