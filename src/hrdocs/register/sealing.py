"""Sealing of event bodies and the links of the chain.

A body is JSON of who recorded it and its data, sealed with AES-256-GCM under the key of its case: 12
bytes of nonce, then the ciphertext with its tag. The clear columns of the row are bound to it. A link
is HMAC-SHA-256 over the link before it, the clear columns and the sealed bytes, so that the chain
still verifies when a key is gone.
"""

import datetime as dt
import hmac
import json
import os
from typing import TYPE_CHECKING, Any

from hrdocs.case import Event

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FIRST = "0" * 64
NONCE = 12


def row_head(seq: int, ref: str, kind: str, on: dt.date, at: str) -> bytes:
    """The clear columns of a row as bytes. The columns hold no control characters."""
    return f"{seq}\x1f{ref}\x1f{kind}\x1f{on.isoformat()}\x1f{at}\x1f".encode()


def seal(key: "AESGCM", item: Event, head: bytes) -> bytes:
    """The sealed body of an event."""
    nonce = os.urandom(NONCE)
    text = json.dumps({"by": item.by, "data": dict(item.data)}, ensure_ascii=False, separators=(",", ":"))
    # half a character (of a name that is no UTF-8) becomes its JSON escape, and comes back as it was
    return nonce + key.encrypt(nonce, text.encode("utf-8", "backslashreplace"), head)


def unseal(key: "AESGCM", sealed: bytes, head: bytes) -> dict[str, Any]:
    """Who recorded it and its data.

    Raises:
        ValueError: the key does not fit, or the bytes were changed.
    """
    from cryptography.exceptions import InvalidTag

    try:
        found: dict[str, Any] = json.loads(key.decrypt(sealed[:NONCE], sealed[NONCE:], head))
    except InvalidTag:
        raise ValueError("the key does not fit") from None
    return found


def link(chain_key: bytes, previous: str, head: bytes, sealed: bytes) -> str:
    """The digest that chains a row to the one before it."""
    return hmac.digest(chain_key, bytes.fromhex(previous) + head + sealed, "sha256").hex()


def head_mac(chain_key: bytes, count: int, digest: str) -> str:
    """The seal on the mirrored head of the log."""
    return hmac.digest(chain_key, f"head\x1f{count}\x1f{digest}".encode(), "sha256").hex()
