"""The register: an append-only log of events, and lists derived from it."""

from hrdocs.register.store import CaseRow, Filing, Register, open_register

__all__ = ["CaseRow", "Filing", "Register", "open_register"]
