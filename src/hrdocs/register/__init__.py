"""The register: an append-only log of sealed events, and lists derived from it."""

from hrdocs.register.keys import Protection
from hrdocs.register.opening import Place, open_register
from hrdocs.register.rows import CaseRow, DeadlineRow, Fault, Filing, Listing
from hrdocs.register.store import Register

__all__ = [
    "CaseRow", "DeadlineRow", "Fault", "Filing", "Listing", "Place", "Protection", "Register",
    "open_register",
]  # fmt: skip
