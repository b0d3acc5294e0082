"""The register's tables, and those of the key store, which is another database.

`events` is the truth and only ever grows. `body` is sealed with the key of its case, `digest` chains
each row to the one before it. `filings`, `projection`, `deadlines` and `numbers` can be made anew from
the events; they hold references, dates, clauses and kinds, nothing about a person.
"""

from sqlalchemy import Boolean, Column, Date, Integer, LargeBinary, MetaData, String, Table

# The Alembic revision that these tables are.
REVISION = "0003"

metadata = MetaData()
keys_metadata = MetaData()

version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))

meta = Table(
    "meta",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", String(200), nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("case_ref", String(40), nullable=False, index=True),
    Column("kind", String(60), nullable=False),
    Column("on_day", Date, nullable=False),
    Column("at", String(40), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("digest", String(64), nullable=False),
)

filings = Table(
    "filings",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("container", String(64), nullable=False, index=True),
    Column("case_ref", String(40), index=True),
    Column("reason", String(60)),  # why it is in quarantine
    Column("received", Date, nullable=False),
    Column("seq", Integer, nullable=False),  # the event that holds its path and message
    Column("settled_seq", Integer),  # the event with which a person settled it
)

projection = Table(
    "projection",
    metadata,
    Column("case_ref", String(40), primary_key=True),
    Column("pack", String(80), nullable=False),
    Column("pack_digest", String(64), nullable=False),
    Column("received", Date),
    Column("raised", Date),
    Column("verdict", String(30)),  # the one in force
    Column("last_event", String(60), nullable=False),
    Column("last_seq", Integer, nullable=False),
    Column("last_day", Date, nullable=False),  # the latest day on which something happened
    Column("closed", Date),
    Column("held", Date),
    Column("call_first", Boolean, nullable=False),
    # What hangs on the procedure as well: made when lists are read, and good for this event and basis.
    Column("listed_seq", Integer, nullable=False),
    Column("listed_basis", String(64), nullable=False),
    Column("stage", String(80)),
)

deadlines = Table(
    "deadlines",
    metadata,
    Column("case_ref", String(40), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("limit_id", String(80), nullable=False),
    Column("party", String(40), nullable=False),
    Column("due", Date, index=True),
    Column("expected", Date, index=True),  # the new day of a delay with its reason
    Column("state", String(20), nullable=False),
    Column("pack", String(16), nullable=False),  # how the digest of its procedure begins
)

numbers = Table(
    "numbers",
    metadata,
    Column("series", String(40), primary_key=True),
    Column("last", Integer, nullable=False),
)

keys = Table(
    "keys",
    keys_metadata,
    Column("name", String(40), primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
)

settings = Table(
    "settings",
    keys_metadata,
    Column("name", String(40), primary_key=True),
    Column("value", String(200), nullable=False),
)

head = Table(
    "head",
    keys_metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("events", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("mac", String(64), nullable=False),
)
