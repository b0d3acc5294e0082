"""Calendar files out (RFC 5545): whole-day entries with titles that name nobody."""

import datetime as dt
import hashlib
from collections.abc import Iterable


def render_ics(entries: Iterable[tuple[dt.date, str]], *, now: dt.datetime) -> bytes:
    """A calendar of whole days, each with its title. The same input gives the same bytes."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//hrdocs//deadlines//EN")
    calendar.add("version", "2.0")
    for day, title in entries:
        event = Event()
        event.add("uid", hashlib.sha256(f"{day.isoformat()} {title}".encode()).hexdigest()[:32] + "@hrdocs")
        event.add("dtstamp", now)
        event.add("dtstart", day)
        event.add("dtend", day + dt.timedelta(days=1))
        event.add("summary", title)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
