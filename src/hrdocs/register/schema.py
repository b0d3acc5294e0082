"""The register's tables.

`events` is the truth and only ever grows; each row carries the digest of the one before it. `filings`
says which received bytes the register has seen, `projection` holds one row a case for lists: both can
be made anew from the events.
"""

from sqlalchemy import Column, Date, Integer, LargeBinary, MetaData, String, Table, UniqueConstraint

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
    Column("sha256", String(64), nullable=False),
    Column("member", String(200), nullable=False),  # "" for a whole file
    Column("case_ref", String(40)),
    Column("path", String(500), nullable=False),
    Column("reason", String(60)),  # why it is in quarantine
    Column("received", Date, nullable=False),
    UniqueConstraint("sha256", "member"),
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
