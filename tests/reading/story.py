"""One invented complaint: what its writer means, as the true answers to the form's fields.

`truth` holds the values of the contract; a field that is None was left blank. `written` says how an
answer that can be written in several ways (names with roles, grounds) stands on the form.
"""

# ruff: noqa: E501 - a pattern or a sentence of a form reads better whole

import random
from dataclasses import dataclass, field
from typing import Any

from tests.reading import people

Person = dict[str, str | None]


@dataclass(slots=True)
class Story:
    """A complaint. `form` is the form's id."""

    seed: int
    form: str
    truth: dict[str, Any] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    witness_roles: list[str] = field(default_factory=list)

    def say(self, name: str) -> str:
        """What stands on the form as the answer to a field; "" where it was left blank."""
        return self.written.get(name, self.truth.get(name) or "")


def full_name(rng: random.Random, *, titled: float = 0.2) -> str:
    if rng.random() < 0.03:
        return rng.choice(("Priyanka", "Suharto", "Mononymous"))
    name = f"{rng.choice(people.FIRST)} {rng.choice(people.LAST)}"
    return f"{rng.choice(people.TITLES)} {name}" if rng.random() < titled else name


def email_of(rng: random.Random, name: str) -> str:
    plain = name.encode("ascii", "ignore").decode().lower().replace("'", "").replace(".", "")
    words = [w for w in plain.split() if w not in ("mr", "mrs", "ms", "miss", "dr", "mx", "cllr", "prof")]
    local = rng.choice((".".join(words), words[0][:1] + words[-1], f"{words[-1]}_{rng.randint(1, 99)}"))
    return f"{local}@{rng.choice(people.DOMAINS)}"


def phone_of(rng: random.Random) -> str:
    return rng.choice(people.PHONES).format(a=rng.randint(0, 999), b=rng.randint(0, 99))


def make_story(seed: int, *, university: bool = False) -> Story:
    """The complaint of a seed."""
    rng = random.Random(seed)  # noqa: S311 - a seed, no secret
    story = Story(seed, "university-complaint" if university else "council-complaint")
    accused = list(dict.fromkeys(full_name(rng, titled=0.35) for _ in range(rng.choice((1, 1, 1, 2, 2, 3)))))
    seen = _witnesses(rng)
    common = {
        "complainant_name": full_name(rng),
        "department": rng.choice(people.DEPARTMENTS),
        "incident_dates": rng.choice(people.DATES),
        "witnesses": seen,
    }
    tale = narrative(rng, accused, seen)
    if university:
        _university(rng, story, common, accused[0], tale)
    else:
        _council(rng, story, common, accused, tale)
    for name in ("department", "job_title", "work_phone", "work_email", "college"):
        if name in story.truth and rng.random() < 0.06:
            story.truth[name] = None
    return story


def _council(rng: random.Random, story: Story, common: dict[str, Any], accused: list[str], tale: str) -> None:
    name = common["complainant_name"]
    ground, ids = rng.choice(people.GROUNDS)
    day, iso = _signed(rng)
    words = name.split()
    story.truth = {
        **common,
        "job_title": rng.choice(people.JOBS),
        "work_email": email_of(rng, name),
        "work_phone": phone_of(rng),
        "respondents": accused,
        "protected_grounds": list(ids),
        "incident_details": tale,
        "previous_steps": rng.choice(people.STEPS).format(p=full_name(rng)) if rng.random() < 0.8 else None,
        "signed_name": rng.choice((name, f"{words[0][0]} {words[-1]}", " ".join(words[-2:]))),
        "signed_date": iso,
    }
    story.written["protected_grounds"] = ground
    story.written["respondents"] = _accused_as_written(rng, accused)
    story.written["signed_date"] = day
    if rng.random() < 0.12:
        story.truth["protected_grounds"], story.written["protected_grounds"] = [], ""


def _university(rng: random.Random, story: Story, common: dict[str, Any], accused: str, tale: str) -> None:
    chosen = rng.sample(people.EVIDENCE, rng.randint(0, 3))
    story.truth = {
        **common,
        "complainant_type": rng.choice(("staff", "student")),
        "college": rng.choice(people.COLLEGES),
        "subject_name": accused,
        "behaviour": tale,
        "effect": rng.choice(people.EFFECTS),
        "resolution_sought": rng.choice(people.WISHES),
        "evidence": chosen,
        "attempts_to_resolve": rng.choice(people.ATTEMPTS),
    }
    story.written["complainant_type"] = {"staff": "Member of staff", "student": "Student"}[
        story.truth["complainant_type"]
    ]
    story.written["evidence"] = "\n".join(chosen)


def _accused_as_written(rng: random.Random, names: list[str]) -> str:
    way = rng.randrange(6)
    if way == 0:
        return "\n".join(f"{n}, {rng.choice(people.ROLES)}" for n in names)
    if way == 1:
        return "; ".join(f"{n} ({rng.choice(people.ROLES)})" for n in names)
    if way == 2 and len(names) > 1:
        return "\n".join(f"{i}. {n}" for i, n in enumerate(names, 1))
    if way == 3:
        return "\n".join(names)
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _witnesses(rng: random.Random) -> list[Person]:
    found: list[Person] = []
    for _ in range(rng.choice((0, 1, 1, 2, 2, 3))):
        name = full_name(rng, titled=0.15)
        found.append(
            {
                "name": name,
                "email": email_of(rng, name) if rng.random() < 0.7 else None,
                "phone": phone_of(rng) if rng.random() < 0.6 else None,
            }
        )
    return found


def narrative(rng: random.Random, accused: list[str], seen: list[Person]) -> str:
    """The writer's account: some paragraphs, now and then a list or a quoted message."""
    sentences = rng.sample(people.SENTENCES, rng.choice((2, 3, 4, 6, 8, 12, 16)))
    names = {"r": accused[0], "w": seen[0]["name"] if seen else "Nobody in particular"}
    paragraphs: list[str] = []
    while sentences:
        count = min(len(sentences), rng.randint(2, 5))
        paragraphs.append(" ".join(s.format(**names) for s in sentences[:count]))
        sentences = sentences[count:]
    if rng.random() < 0.35:
        paragraphs.insert(rng.randint(1, len(paragraphs)), rng.choice(people.LISTS))
    return "\n".join(paragraphs)


MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _signed(rng: random.Random) -> tuple[str, str]:
    day, month = rng.randint(13, 28), rng.randint(6, 9)
    name = MONTHS[month - 1]
    written = rng.choice(
        (
            f"{day}/{month:02d}/2025", f"{day} {name} 2025", f"{day}th {name} 2025" if day > 23 else f"{day}.{month}.25",
            f"{day}-{name[:3]}-2025", f"2025-{month:02d}-{day:02d}", f"{name} {day}, 2025", f"{day}/{month}/25",
        )
    )  # fmt: skip
    return written, f"2025-{month:02d}-{day:02d}"
