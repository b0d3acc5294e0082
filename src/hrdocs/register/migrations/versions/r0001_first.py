"""The first register: bodies in clear, chained by SHA-256."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make its tables, unless they are there: it kept no version table."""
    if sa.inspect(op.get_bind()).has_table("events"):
        return
    op.create_table(
        "events",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("case_ref", sa.String(40), nullable=False, index=True),
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("on_day", sa.Date, nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("by", sa.String(120), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
    )
    op.create_table(
        "filings",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("container", sa.String(64), nullable=False, index=True),
        sa.Column("case_ref", sa.String(40)),
        sa.Column("path", sa.String(500), nullable=False),
        sa.Column("reason", sa.String(60)),
        sa.Column("message", sa.String(500), nullable=False),
        sa.Column("received", sa.Date, nullable=False),
    )
    op.create_table(
        "projection",
        sa.Column("case_ref", sa.String(40), primary_key=True),
        sa.Column("pack", sa.String(80), nullable=False),
        sa.Column("received", sa.Date),
        sa.Column("raised", sa.Date),
        sa.Column("verdict", sa.String(30)),
        sa.Column("last_event", sa.String(60), nullable=False),
        sa.Column("last_seq", sa.Integer, nullable=False),
    )
