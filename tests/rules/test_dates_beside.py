"""What stands beside a date and changes nothing: spaces and lines, thanks, places, what was done about it."""

import datetime as dt

import pytest
from tests.rules.beside import ANYWHERE, Change

from hrdocs.document import DateReading, Raised, VerdictKind
from hrdocs.procedure import TimeLimit
from hrdocs.rules import timelimit
from hrdocs.rules.dates import find_incidents
from hrdocs.rules.spacing import even_out

RAISED = dt.date(2025, 10, 20)
LIMIT = TimeLimit(months=3, clause="12.1")
PHRASES = [
    "4 September 2025",
    "4th Sept 2025",
    "Thursday 4 September 2025",
    "04/09/2025",
    "4.9.25",
    "4 Sep",
    "4-9-2025",
    "September 4th 2025",
    "4 July 2025",
    "04/07/25",
    "Friday 4th July",
    "July 4, 2025",
    "the 4th of July 2025",
    "2 June and 4 July 2025",
    "2/6/25, 16/6/25 and 4/7/25",
    "from 2 June to 4 July 2025",
    "2 - 4 July 2025",
    "between 4 and 20 August 2025",
    "4, 11 and 18 August 2025",
    "4 Aug, 11 Aug and 18 Aug",
    "5 May, 12 August 2025",
    "since 4 August 2025, ongoing",
    "early September 2025",
    "the week of 4 August 2025",
    "July 2025 until now",
    "Easter Monday 2025",
    "in May 2025",
    "yesterday",
    "three weeks ago",
    "4 July 2025 at about 3.15pm in the canteen",
    "4 September 2025, 10.30am, room 4.12",
    "4 July 2025 - he shouted at me",
    "He grabbed me on 4 September 2025",
]
BESIDE: dict[str, Change] = {
    **ANYWHERE,
    "tabs": lambda text: text.replace(" ", "\t"),
    "two exclamation marks": lambda text: f"{text}!!",
    "a label": lambda text: f"Date(s) of incident(s): {text}",
    "a first number": lambda text: f"1. {text}",
    "silence": lambda text: f"{text}. I have told nobody.",
    "feelings": lambda text: f"{text}. I was very upset.",
    "a telephone number": lambda text: f"{text}. Tel 028 9649 6001",
    "who was there": lambda text: f"{text} (my line manager was present)",
    "how many saw it": lambda text: f"{text}, 3 or 4 people saw it",
    "age": lambda text: f"{text}. I am 54 years old and have 22 years service.",
    "a birthday": lambda text: f"{text}. DOB 12/04/1980",
    "when work began": lambda text: f"I joined the council on 4 March 2013. {text[:1].upper()}{text[1:]}",
    "the policy": lambda text: f"Under the policy of 1 April 2019: {text}",
    "a report": lambda text: f"{text}. I reported it to HR on 10 October 2025.",
    "a report in brackets": lambda text: f"{text} (reported to my line manager 10/10/2025)",
    "a report at once": lambda text: f"{text}. I told my manager the next day.",
    "a doctor": lambda text: f"{text}. I went to my GP on 8 October.",
    "the union": lambda text: f"{text}. Spoke to my union rep on Friday 10 October.",
    "a letter": lambda text: f"{text}. I e-mailed Mr Doran about it on 09/10/25.",
    "a meeting": lambda text: (
        f"{text}. There was a meeting about it on 12 October 2025 with Mrs Quinn from HR."
    ),
    "a move": lambda text: f"{text}. He was moved to another depot on 14 October 2025.",
    "the form": lambda text: f"{text}. Form completed 20.10.25.",
    "a signature": lambda text: f"{text}\nSigned 20/10/2025",
    "sick leave": lambda text: f"{text}. I have been off sick since 6 October 2025.",
}


def decide(text: str) -> VerdictKind:
    """The verdict on what a text dates."""
    reading = find_incidents(text, raised=RAISED)
    return timelimit.judge(reading, raised=Raised(RAISED, "given"), limit=LIMIT).verdict


@pytest.mark.parametrize("name", BESIDE)
def test_what_stands_beside_a_date_changes_no_verdict(name: str) -> None:
    """The verdict is that of the bare phrase."""
    changed = {
        phrase: (decide(phrase).value, decide(BESIDE[name](phrase)).value)
        for phrase in PHRASES
        if decide(BESIDE[name](phrase)) is not decide(phrase)
    }
    assert not changed


@pytest.mark.parametrize("phrase", PHRASES)
def test_lines_too_short_for_a_date_change_no_verdict(phrase: str) -> None:
    """Wherever a line runs out in a phrase, it reads as one line, or is asked about; never otherwise."""
    verdict = decide(phrase)
    places = [at for at, char in enumerate(phrase) if char == " "]
    broken = [decide(f"{phrase[:at]}\n{phrase[at + 1 :]}") for at in places]
    assert set(broken) <= {verdict, VerdictKind.NEEDS_REVIEW}
    assert sum(kind is verdict for kind in broken) >= 0.8 * len(broken)


def test_acts_stand_where_they_were_written() -> None:
    """What is shown of an uneven text is the text itself."""
    text = "  It was\u00a0 on  the 24th \n July   2025,  then  2  August 2025 . "
    reading: DateReading = find_incidents(text, raised=RAISED)
    shown = [text[act.offset or 0 :][: len(act.text)] for act in reading.acts]
    assert shown == [act.text for act in reading.acts] == ["24th \n July   2025", "2  August 2025"]


@pytest.mark.parametrize(
    ("text", "even"),
    [
        ("24th\nJuly 2025", "24th July 2025"),
        ("24 July,\n2025", "24 July, 2025"),
        ("Mon\n24 July", "Mon 24 July"),
        ("24 July 2025\n26 July 2025", "24 July 2025\n26 July 2025"),
        ("3 May he hit me\n4 May she laughed", "3 May he hit me\n4 May she laughed"),
        ("it was at the back of the long yard at the depot\nthat he hit me", "it was at the back of the long"
         " yard at the depot that he hit me"),
        ("on\n4 May", "on 4 May"),
        ("Date(s):  4 May", "Dates: 4 May"),
    ],
)  # fmt: skip
def test_lines_that_ran_out_are_joined(text: str, even: str) -> None:
    """A line that begins an entry stays one."""
    assert even_out(text)[0] == even
