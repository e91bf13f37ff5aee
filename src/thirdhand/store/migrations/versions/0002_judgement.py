"""Judgements: what a person says of two claims."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; on SQLite, triggers that keep its rows as they are."""
    op.create_table(
        "judgement",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("ruling", sa.String(), nullable=False),
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_judgement"),
        sa.UniqueConstraint("id", name="uq_judgement_id"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER judgement_no_{verb.lower()} BEFORE {verb} ON judgement "
                "BEGIN SELECT RAISE(ABORT, 'judgement rows are append-only'); END"
            )


def downgrade() -> None:
    """Drop the table and what was judged."""
    op.drop_table("judgement")
