"""Free text to dated acts: the whole reading, with what it leaves unread.

No date is dropped in silence: one that is not of an incident is kept among the others, and words that
speak of further dates that are not given become an act for a person to ask about.
"""

import datetime as dt
import re

from hrdocs.document import Act, ActKind, DateReading
from hrdocs.rules.dates.canonical import Canonical, make_canonical
from hrdocs.rules.dates.chains import Chains, join_pieces
from hrdocs.rules.dates.context import judge_use
from hrdocs.rules.dates.cues import STRONG_STOP, THEY_DID
from hrdocs.rules.dates.joints import Joint
from hrdocs.rules.dates.judgement import Judgement, Use
from hrdocs.rules.dates.meaning import Meaning
from hrdocs.rules.dates.mentions import Mention, build_mentions, clip
from hrdocs.rules.dates.named import name_in_nation
from hrdocs.rules.dates.noise import blank_noise
from hrdocs.rules.dates.people import hide_people, names_people
from hrdocs.rules.dates.pieces import Piece
from hrdocs.rules.dates.remainder import find_remainder
from hrdocs.rules.dates.resolve import write_day
from hrdocs.rules.dates.running import only_the_last, run_on
from hrdocs.rules.dates.scanning import scan_pieces
from hrdocs.rules.dates.telling import has_verb, tells_of_conduct
from hrdocs.rules.dates.words import MONTHS

_ODD_YEAR = re.compile(
    r"[ ,./-]{1,2}(?:(?!1[0-2]?\d\d\b|2[0-3][0-5]\d\b)\d{3,4}|\d{5,6})(?![\d:/.]|"
    r" ?[a-z])"
)
_FIRST_YEAR, _LAST_YEAR = dt.date(1700, 1, 1), dt.date(9900, 12, 31)  # the calendar's edges are no complaints
_RUNNING = (ActKind.RANGE, ActKind.ONGOING)


def find_incidents(text: str, *, raised: dt.date, nation: str = "") -> DateReading:
    """Every act that a text dates, with every other reading of it, in the order written.

    `raised` is the date the complaint was raised; relative words and missing years count from it.
    `nation` is the id of its calendar of bank holidays, where that is known.
    """
    raised = min(max(raised, _FIRST_YEAR), _LAST_YEAR)
    canonical = make_canonical(text)
    if names_people(text):
        canonical = canonical._replace(text=hide_people(text, canonical.text))
    plain = blank_noise(canonical)
    pieces = scan_pieces(plain, text, canonical.words)
    for piece in pieces if nation else ():
        piece.name = name_in_nation(piece.name, nation)
    chains = join_pieces(plain, pieces, raised)
    _mark_doubts(canonical, chains)
    uses = _uses(plain, chains)
    mentions = build_mentions(chains, uses, raised=raised)
    remainder = find_remainder(plain, mentions, chains.leftovers)
    return _reading(text, mentions, remainder, raised)


def find_dates_in_narrative(text: str, *, raised: dt.date) -> tuple[Act, ...]:
    """The dates in a narrative, each with its place: suggestions for a person, never answers."""
    reading = find_incidents(text, raised=raised)
    found = [act for act in (*reading.acts, *reading.others) if act.start is not None]
    return tuple(sorted(found, key=lambda act: act.offset or 0))


def _mark_doubts(canonical: Canonical, chains: Chains) -> None:
    """Scanning noise that may have been mended wrongly is a doubt of the piece it stands in."""
    for piece in _touched(chains.pieces, canonical.doubtful):
        piece.doubts.append("holds letters read as digits that could be other digits")
    for piece in _touched(chains.pieces, canonical.mended):
        piece.flags.append("mended")
    choices = dict(canonical.either)
    for piece in chains.pieces if choices else ():
        codes = next((codes for at, codes in choices.items() if piece.start <= at < piece.end), ())
        piece.others += [
            (piece.day, MONTHS.index(code) + 1, piece.year) for code in codes[1:] if code in MONTHS
        ]
        if codes:
            piece.doubts.append("has a month that may be one of several")
    for piece in chains.pieces:
        if (
            piece.year is None
            and piece.month
            and piece.kind == "date"
            and _ODD_YEAR.match(canonical.text, piece.end)
        ):
            piece.doubts.append("is followed by a year that cannot be read")
    _mark_numbers(canonical, chains)
    _mark_years(chains)
    unusual = any("unusual-order" in piece.flags for piece in chains.pieces)
    for piece in chains.pieces:
        if (
            unusual
            and piece.numeric
            and "unusual-order" not in piece.flags
            and piece.day
            and piece.month
            and piece.day <= 12
        ):
            piece.others.append((piece.month, piece.day, piece.year))


def _mark_years(chains: Chains) -> None:
    """A year by itself beside days is a doubt, where no range or stretch begins or ends with it."""
    if not any(piece.day or piece.weekday is not None for piece in chains.pieces):
        return
    for number, (piece, ops) in enumerate(zip(chains.pieces, chains.operators, strict=True)):
        bare = piece.kind == "date" and piece.year and not (piece.month or piece.day or piece.year_end)
        joined = Joint.RANGE in chains.joints[max(0, number - 1) : number + 1]
        if bare and not (joined or ops.since or ops.start or ops.ongoing or ops.until or ops.part):
            piece.doubts.append("is a year by itself beside other dates")


def _touched(pieces: list[Piece], spans: tuple[tuple[int, int], ...]) -> list[Piece]:
    """The pieces that share a character with any of the spans."""
    found: list[Piece] = []
    ordered = sorted(spans)
    at = 0
    for piece in pieces if ordered else ():
        while at < len(ordered) and ordered[at][1] <= piece.start:
            at += 1
        if at < len(ordered) and ordered[at][0] < piece.end:
            found.append(piece)
    return found


def _mark_numbers(canonical: Canonical, chains: Chains) -> None:
    """Numbers that could be a time beside a written date, and years beside a word that may be a month."""
    written = any(
        p.year and p.month and p.day and "." not in canonical.text[p.start : p.end] for p in chains.pieces
    )
    for piece in chains.pieces:
        if "time-like" in piece.flags:
            piece.flags.remove("time-like")
            if written:
                piece.doubts.append("may be a date or a time")
        if (
            piece.kind == "date"
            and piece.month is None
            and piece.day is None
            and _ODD_MONTH.search(canonical.text[max(0, piece.start - 24) : piece.start])
        ):
            piece.doubts.append("stands beside a number and a word that may be a month")


_ODD_MONTH = re.compile(r"(?<![\d/.:])\d{1,2}(?:st|nd|rd|th)?~* (?:of )?[a-z]{3,12}[ ,.]*$")


_Group = tuple[int, int, Judgement]  # the first and last piece of one clause, and what it is judged to be


def _uses(plain: str, chains: Chains) -> list[Use]:
    pieces = chains.pieces
    groups: list[_Group] = []
    diary = _is_diary(plain, chains)
    number = 0
    while number < len(pieces):
        last = number
        while last < len(chains.joints) and _is_one(plain, chains, last):
            last += 1
        left = pieces[number - 1].end if number else 0
        right = pieces[last + 1].start if last + 1 < len(pieces) else len(plain)
        found = judge_use(
            plain,
            pieces[number].start,
            pieces[last].end,
            left,
            right,
            last=last + 1 >= len(pieces),
            diary=diary,
            runs=number < last and chains.joints[number] is Joint.RANGE,
        )
        found = _since_then(plain, chains, (number, last, found), left)
        if groups and _goes_with(plain, chains, number) and groups[-1][2].apart:
            if not found.said and not THEY_DID.match(plain, pieces[last].end + 1):
                found = Judgement(Use.UNSURE)
            following = plain[pieces[last].end : min(right, pieces[last].end + 60)]
            if found.use is Use.INCIDENT and _AGAIN.search(following):
                groups[-1] = (*groups[-1][:2], Judgement(Use.UNSURE))
        gap = plain[left : pieces[number].start]
        if groups and pieces[number - 1].kind == "weekday" and _PLACED_BY.match(gap):
            pieces[number - 1].doubts.append("is placed by the date of something else")
            found = Judgement(Use.UNSURE, said=True)
        if groups and found.use is Use.INCIDENT and _COUNTED_FROM.match(gap):
            chains.operators[number].loose_after = False
            found = Judgement(Use.UNSURE, said=True)
        if groups and groups[-1][2].apart:
            found = _after_apart(gap, plain[pieces[last].end : right], found)
        groups.append((number, last, found))
        number = last + 1
    return _weigh_groups(groups, diary=diary, stated=not diary and _is_stated(plain, chains, groups))


def _is_stated(plain: str, chains: Chains, groups: list[_Group]) -> bool:
    """Whether the answer begins with the date and no more: what follows only comments on it."""
    if not groups or groups[0][2].use is not Use.INCIDENT or groups[0][2].tells:
        return False
    if not _STATES.fullmatch(plain, 0, chains.pieces[0].start):
        return False
    comment = _COMMENT.match(plain, chains.pieces[groups[0][1]].end)
    return bool(comment) and not (comment and has_verb(comment.group()))


_STATES = re.compile(
    r"(?:[^a-z]|(?<![a-z])(?:it|this|the|on|in|date|hap+en[a-z]*|occur[a-z]*|took place|was)(?![a-z]))*"
)
_COMMENT = re.compile(
    r"(?: (?:at|in|on|outside|inside|near|beside|by|during) [a-z ¤']{2,40}| [a-z]+ [a-z]+)? *"
    r"(?:[.;(\n]|- ?|, ?(?=i |my |we |hr |then i ))"
)


def _after_apart(gap: str, after: str, found: Judgement) -> Judgement:
    """A date behind one of something else: "again in writing on", "and left on", "and my union on"."""
    if not after.strip(" .,;)") and _AGAIN_SO.fullmatch(gap):
        return Judgement(Use.UNSURE, said=True, told=True)
    if found.said:
        return found
    own = STRONG_STOP.split(after)[0]
    joined = _AND_ALSO.match(gap) and not STRONG_STOP.search(gap) and not tells_of_conduct(f"{gap} {own}")
    if joined or _ELLIPSIS.fullmatch(gap):
        return Judgement(Use.UNSURE, said=True, told=True)
    return found


def _since_then(plain: str, chains: Chains, group: _Group, left: int) -> Judgement:
    """ "Since I moved in June", "promoted in June and ever since": the acts run from that day."""
    number, last, found = group
    pieces = chains.pieces
    alone = not number and last + 1 == len(pieces)
    if chains.operators[number].since and found.use is not Use.INCIDENT:
        lead = plain[max(left, pieces[number].start - 80) : pieces[number].start]
        if not _EMPLOYED.search(lead[: lead.rfind("since")] if "since" in lead else lead):
            lead = lead[: lead.rfind("since")] if "since" in lead else lead
            told = not has_verb(lead) or tells_of_conduct(lead)
            return Judgement(Use.INCIDENT) if alone and told else Judgement(Use.UNSURE, said=True)
    before = plain[max(left, pieces[number].start - 60) : pieces[number].start]
    if len(pieces) > 1 and "since" in before and _SINCE_WHAT.search(before):
        return Judgement(Use.UNSURE, said=True)
    runs = chains.operators[number].since or chains.operators[number].ongoing
    if (
        found.use is Use.INCIDENT
        and found.tells
        and runs
        and alone
        and not _HELD.search(before)
        and not _EMPLOYED.search(before.partition("since")[0])
    ):
        return Judgement(Use.INCIDENT)
    if found.use is not Use.INCIDENT and _EVER_SINCE.match(plain, pieces[last].end):
        return Judgement(Use.LIKELY)
    return found


def _weigh_groups(groups: list[_Group], *, diary: bool, stated: bool) -> list[Use]:
    """The use of every piece, now that it is known what the other clauses say."""
    known = any(found.said and found.use is Use.INCIDENT for _, _, found in groups)
    definite = stated or any(found.definite for _, _, found in groups)
    listed = diary and all(found.use is Use.INCIDENT for _, _, found in groups)
    several = sum(found.use is not Use.OTHER for _, _, found in groups) > 1
    sure = any(found.use is Use.INCIDENT and not found.tells for _, _, found in groups)
    certain = any(found.sure for _, _, found in groups)
    uses: list[Use] = []
    for first, last, found in groups:
        use = found.use
        if (
            (found.told and known)
            or ((found.aside or (found.own and not found.acted)) and certain)
            or (definite and _may_be_none(found))
        ):
            use = Use.OTHER
        elif use is Use.INCIDENT and not listed and found.tells and not sure:
            use = Use.UNSURE
        elif use is Use.INCIDENT and not listed and several and (found.tells or found.names):
            use = Use.LIKELY
        uses += [use] * (last - first + 1)
    return uses


def _may_be_none(found: Judgement) -> bool:
    """Whether a date is of something else wherever the day of the incident is stated."""
    return not found.acted and (found.use is Use.UNSURE or found.tells)


def _is_diary(plain: str, chains: Chains) -> bool:
    """Whether there are several dates with words between, and each begins an entry."""
    pieces = chains.pieces
    apart = [n for n, joint in enumerate(chains.joints) if joint is Joint.TEXT]
    if not apart or plain[: pieces[0].start].strip(" ¤*-.()1a"):
        return False
    return all(_ENTRY.search(plain[pieces[n].end : pieces[n + 1].start]) for n in apart)


_ENTRY = re.compile(r"(?:[;\n.*)]|(?<= )¤)[ ¤*()\"'-]*(?:on )?$")


def _goes_with(plain: str, chains: Chains, number: int) -> bool:
    """Whether a date may be of what the date before it in a list is of; not "here since 1998. 14/4/26"."""
    before, ops = chains.operators[number - 1], chains.operators[number]
    if chains.joints[number - 1] is not Joint.LIST or (before.since and not ops.since):
        return False
    gap = plain[chains.pieces[number - 1].end : chains.pieces[number].start]
    return not (_STOP.search(gap) and _OWN_WORDS.match(plain, chains.pieces[number].end))


def _is_one(plain: str, chains: Chains, number: int) -> bool:
    """Whether two neighbours stand in one clause: a list or range with no sentence end between."""
    if chains.joints[number] is Joint.TEXT:
        return False
    piece = chains.pieces[number]
    gap = plain[piece.end : chains.pieces[number + 1].start]
    if chains.joints[number] is not Joint.LIST:
        return True
    if chains.operators[number].since and not chains.operators[number + 1].since:
        return False
    if _SENTENCE_END.search(plain[piece.start : piece.end]) and gap[:1] in " \n":
        return False
    return not _PARTED.search(gap)


_PARTED = re.compile(r"[;\n]|\.\s|(?:and|but|then|,) (?:on|in) (?:the )?$")


_STOP = re.compile(r"[.;\n]")
_OWN_WORDS = re.compile(r" (?:[a-z']+ ){2}")
_SINCE_WHAT = re.compile(r"(?<![a-z])since (?:my|the|his|her|our|an?) [a-z]+ (?:[a-z]+ )*(?:the )?$")
# "I spoke to HR on 3 June and my union on 5 June": the verb counts for both.
_ELLIPSIS = re.compile(
    r",? (?:and |then )*(?:(?:to|with) )?(?:my|the|our) (?:[a-z]+ ){1,3}(?:on |in )?(?:the )?"
)
# "2 July, two days before my holidays on 4 July": the first date is placed by the second.
_PLACED_BY = re.compile(r" (?:before|after|following|preceding|prior to|of) [a-z]")
# "Raised with Mr Boyle on 14 March, again in writing on 21 March".
_AGAIN_SO = re.compile(
    r"[ ,;&-]*(?:(?:and|then) )*(?:again|also|once more|in writing|formally|verbally|by (?:e-?mail|letter))"
    r"(?:[ ,]+(?:in writing|formally|verbally|on|the))*[ ,]*"
)
_AND_ALSO = re.compile(
    r"[ ,)]*(?:and|then|&) (?!on |in )(?:then |also )?[a-z]"
)  # "he joined on ... and left on"
_COUNTED_FROM = re.compile(
    r"[ ,(-]*(?:which was |that was |it was |about |around )*(?:the )?(?:[a-z0-9¤]+ )?"
    r"(?:days?|weeks?|fortnight|months?|hours?|night|morning) (?:before|after|following|prior to) "
)
_EVER_SINCE = re.compile(r"[ ,;-]*(?:and |but )*(?:it |this |he |she )?(?:has )?(?:ever since|since then)")
# "Which the guards have had since": what somebody has, or the writer is on.
_HELD = re.compile(
    r"(?<![a-z])(?:(?:have|has|'ve|'s|had) had (?!to)|(?:i|we)(?: have|'ve) been (?!gett|receiv|hav|suffer|"
    r"endur|"
    r"putt|deal|fac|experienc|be|feel|liv|cop)[a-z]+ing(?![a-z])|(?:i|we)(?: have|'ve) (?:been )?(?:on|in|"
    r"at|off|"
    r"under|kept|"
    r"owned|used)(?![a-z]))"
)
_SENTENCE_END = re.compile(r"(?:~|may|\d)\.$")  # no abbreviation, as in "16 Aug."
_AGAIN = re.compile(r"(?<![a-z])(?:again|the same|once more)(?![a-z])")
_EMPLOYED = re.compile(
    r"work|employ|been (?:here|with|in|at(?! (?:me|us)(?![a-z]))|an?|the|my|our|his|her|their)\b|"
    r"member of|in post|role|"
    r"joined|policy|reported|"
    r"medication|(?<![a-z])ill(?![a-z])|unwell|better|fine(?![a-z])|improved|quiet|happier|counselling|"
    r"treatment|"
    r"complain|been head|manager|director|principal|lecturer|professor|been chair|off with|been off|"
    r"signed off|diary|manag|supervis|known|boss|off sick|sick leave|"
    r"absent|line manager|reviewed|second(?:ed|ment)|job|position|in (?:the|this|my) (?:team|department|"
    r"section|office)"
)


def _act(text: str, mention: Mention, raised: dt.date, *, alone: bool) -> tuple[Act, list[str]]:
    meaning = clip(mention.meaning, raised)
    start, end = _extent(text, mention)
    written = text[start:end]
    reasons = [_reason(written, meaning, doubt) for doubt in meaning.doubts]
    flags = list(dict.fromkeys(meaning.flags))
    review = bool(meaning.doubts)
    likely = mention.use is Use.LIKELY
    unsure = likely or mention.use is Use.UNSURE
    if mention.use is Use.UNSURE:
        review = review or alone
        reasons.append(f"It is not clear whether \u201c{written}\u201d is the date of an incident.")
    if meaning.span is None and not review:
        review = True
        reasons.append(f"\u201c{written}\u201d gives no day.")
    first, last = meaning.span or (None, None)
    others = meaning.others and tuple(span for span in meaning.others if span != meaning.span)
    return Act(
        written, first, last, meaning.kind, tuple(flags), review, others, start, unsure, likely
    ), reasons


def _reason(written: str, meaning: Meaning, doubt: str) -> str:
    if meaning.span and doubt.startswith("was a "):
        return f"{write_day(meaning.span[0])} {doubt}."
    return f"\u201c{written}\u201d {doubt}."


def _extent(text: str, mention: Mention) -> tuple[int, int]:
    ops = mention.operators
    start, end = mention.start, mention.end
    if ops.begin is not None and (
        ops.since
        or ops.week
        or ops.part
        or ops.about
        or ops.between
        or ops.start
        or ops.whole
        or ops.every
        or ops.before
        or ops.after
        or ops.until
    ):
        start = min(start, ops.begin)
    if ops.finish is not None and ops.ongoing:
        end = max(end, ops.finish)
    while end > start and text[end - 1] in " ,;(\n\t-":
        end -= 1
    while start < end and text[start] in " ,;(\n\t":
        start += 1
    return start, end


def _reading(
    text: str,
    mentions: list[Mention],
    remainder: list[tuple[int, int, str, str]],
    raised: dt.date,
) -> DateReading:
    acts: list[Act] = []
    others: list[Act] = []
    reasons: list[str] = []
    if any(m.use is Use.INCIDENT for m in mentions):
        for mention in mentions:
            span = mention.meaning.span
            if mention.use is Use.UNSURE and span and span[0] > raised:
                mention.use = Use.OTHER
    kept = [m for m in mentions if m.use is not Use.OTHER and not m.operators.negated]
    run_on(kept, remainder, raised)
    uses = [m.use for m in kept]
    alone = Use.INCIDENT not in uses and uses.count(Use.UNSURE) >= uses.count(Use.LIKELY)
    for mention in mentions:
        act, why = _act(text, mention, raised, alone=alone)
        if mention.use is not Use.OTHER and not mention.operators.negated:
            acts.append(act)
            reasons += why
        else:
            others.append(act)
            what = "is denied in the text" if mention.operators.negated else "is not the date of an incident"
            reasons.append(f"\u201c{act.text}\u201d {what}.")
    for start, end, code, reason in remainder:
        if not kept and code != "number":
            reasons.append(reason)
            continue
        if (
            code == "runs"
            or (code == "ongoing" and not only_the_last(kept))
            or (code in ("recurring", "several") and _covers(kept))
            or (code == "several" and len(kept) > 1)
            or (code == "unknown" and _all_loose(kept))
            or (code == "elsewhere" and _is_evidence(text, kept, start, end))
            or (code == "relative" and text[start:end].lower().startswith("for ") and _runs(kept))
        ):
            continue
        acts.append(Act(text[start:end], None, None, ActKind.IMPRECISE, ("vague",), True, (), start))
        reasons.append(reason)
    acts = _without_repeats(acts)
    flags = [flag for act in acts for flag in act.flags]
    if not acts:
        flags.append("none-found")
        reasons.append("No date of an incident was found in the text.")
    return DateReading(tuple(acts), tuple(dict.fromkeys(flags)), tuple(others), tuple(dict.fromkeys(reasons)))


def _without_repeats(acts: list[Act]) -> list[Act]:
    """A day that is said twice ("Yesterday, Wednesday 13 August") is one act."""
    kept: list[Act] = []
    seen: set[tuple[dt.date | None, bool]] = set()
    for act in acts:
        day = (act.start, act.unsure)
        sure = act.kind is ActKind.DAY and not act.review
        if not (sure and day in seen and not (act.readings or act.flags)):
            kept.append(act)
        if sure and act.start == act.end:
            seen.add(day)
    return kept


def _covers(kept: list[Mention]) -> bool:
    return any(m.meaning.kind in _RUNNING or (m.meaning.kind is ActKind.IMPRECISE) for m in kept)


def _runs(kept: list[Mention]) -> bool:
    return any(m.meaning.kind is ActKind.ONGOING for m in kept)


def _is_evidence(text: str, kept: list[Mention], start: int, end: int) -> bool:
    """Whether what is pointed to behind a date is evidence of it, and holds no more dates."""
    exact = all(m.meaning.span and "vague" not in m.meaning.flags for m in kept)
    around = text[max(0, start - 30) : end + 30].lower()
    return exact and kept[0].end <= start and not _MORE_THERE.search(around)


_MORE_THERE = re.compile(
    r"(?<![a-z])(?:others?|dates|more|rest|list|incidents|times|occasions|further|full|all|ke(?:ep|"
    r"pt)[a-z]*|every)"
    r"(?![a-z])"
)


def _all_loose(kept: list[Mention]) -> bool:
    return all(m.meaning.kind is not ActKind.DAY or m.operators.doubt or m.operators.about for m in kept)
