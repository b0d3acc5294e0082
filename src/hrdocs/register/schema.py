"""The register's tables.

`events` is the truth and only ever grows; each row carries the digest of the one before it. `filings`
says which received bytes the register has seen, `projection` holds one row a case for lists: both can
be made anew from the events.
"""

from sqlalchemy import Column, Date, Integer, LargeBinary, MetaData, String, Table

metadata = MetaData()

events = Table(
    "events",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("case_ref", String(40), nullable=False, index=True),
    Column("kind", String(60), nullable=False),
    Column("on_day", Date, nullable=False),
    Column("at", String(40), nullable=False),
    Column("by", String(120), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
)

filings = Table(
    "filings",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("container", String(64), nullable=False, index=True),
    Column("case_ref", String(40)),
    Column("path", String(500), nullable=False),
    Column("reason", String(60)),  # why it is in quarantine
    Column("message", String(500), nullable=False),
    Column("received", Date, nullable=False),
)

projection = Table(
    "projection",
    metadata,
    Column("case_ref", String(40), primary_key=True),
    Column("pack", String(80), nullable=False),
    Column("received", Date),
    Column("raised", Date),
    Column("verdict", String(30)),
    Column("last_event", String(60), nullable=False),
    Column("last_seq", Integer, nullable=False),
)
