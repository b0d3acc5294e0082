"""Bodies sealed with a key per case, the log chained with a key, lists made from it alone."""

from alembic import context, op

from hrdocs.register.reseal import reseal

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Read the old log, replace the tables, and record it all again, sealed, in its order."""
    reseal(op.get_bind(), context.config.attributes["place"])
