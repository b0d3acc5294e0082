"""E-mail drafts out. Nothing is sent: the file opens in a mail program, where a person looks and sends."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP

from hrdocs.tools.mail import Attachment


def render_draft(
    subject: str, text: str, attachments: Sequence[Attachment], *, now: dt.datetime, to: str | None = None
) -> bytes:
    """A message as a draft (`X-Unsent`), with an address only where one is given.

    The same input gives the same bytes.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    if to:
        message["To"] = to
    message["Date"] = now
    message["X-Unsent"] = "1"
    message.set_content(text)
    for attachment in attachments:
        kind, _, sort = (attachment.content_type or "application/octet-stream").partition("/")
        message.add_attachment(attachment.data, maintype=kind, subtype=sort, filename=attachment.name)
    if message.is_multipart():
        total = hashlib.sha256(b"".join(a.data for a in attachments) + text.encode())
        message.set_boundary(f"=_{total.hexdigest()[:40]}")
    return message.as_bytes()
