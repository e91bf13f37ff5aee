"""Alembic's entry: runs the migrations over the connection that database.py hands in."""

from alembic import context

from thirdhand.store.tables import META

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=META,
    # SQLite cannot alter a table in place; Alembic then copies it.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
