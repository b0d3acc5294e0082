"""Calendar files out (RFC 5545): whole days and meetings, with titles that name nobody."""

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


def render_meeting(
    title: str, day: dt.date, *, now: dt.datetime, at: dt.time | None = None, place: str = ""
) -> bytes:
    """A calendar with one meeting, an hour from `at` in the reader's own time; the whole day without it.

    Nobody is invited: the file names no address. The same input gives the same bytes.
    """
    from icalendar import Calendar, Event

    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//hrdocs//meetings//EN")
    calendar.add("version", "2.0")
    start = day if at is None else dt.datetime.combine(day, at)
    event.add("uid", hashlib.sha256(f"{title} {start.isoformat()}".encode()).hexdigest()[:32] + "@hrdocs")
    event.add("dtstamp", now)
    event.add("dtstart", start)
    event.add("dtend", start + (dt.timedelta(days=1) if at is None else dt.timedelta(hours=1)))
    event.add("summary", title)
    if place:
        event.add("location", place)
    event.add("class", "PRIVATE")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
