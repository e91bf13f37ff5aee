"""Briefs and what runs covered, so that a later brief can say what changed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; on SQLite, triggers that keep their rows as they are."""
    op.create_table(
        "brief",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("end", sa.String(), nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_brief"),
    )
    op.create_index("ix_brief_site_audience_end", "brief", ["site", "audience", "end"])
    op.create_table(
        "run",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_run"),
    )
    op.create_index("ix_run_site", "run", ["site"])
    if op.get_bind().dialect.name == "sqlite":
        for table in ("brief", "run"):
            for verb in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} rows are append-only'); END"
                )


def downgrade() -> None:
    """Drop the tables and what they kept."""
    op.drop_table("run")
    op.drop_table("brief")
