"""Lists that hold stages and deadlines, and files that a person has settled; all made anew from the log."""

from alembic import op

from hrdocs.register import schema

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Put the lists' tables anew. They are filled from the events once the steps are through."""
    connection = op.get_bind()
    tables = [schema.filings, schema.projection, schema.deadlines, schema.numbers]
    for table in tables:
        table.drop(connection, checkfirst=True)
    schema.metadata.create_all(connection, tables=tables)
