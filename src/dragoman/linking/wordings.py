"""What the words of mentions tell of whether they are of one event: the same sentence, "the talks", "a follow-up meeting", "ended on Tuesday"."""

from __future__ import annotations

import re
from functools import cache

from dragoman.linking.vocabulary import BEGINS, ENDS_WHOLE, cue_pattern, read_table, vocabulary
from dragoman.records import EventMention

# Share of their words that a sentence and its copy have in common: papers change a dateline, a spelling, "on Thursday" to the day.
_COPIED = 0.6
# As many characters of a sentence are looked at for what it is about.
_OPENING = 40
# As many words after a verb are looked at for what is signed.
_OBJECT = 5
# As many characters on either side of a trigger for a word of beginning or ending.
_BESIDE = 70
_WORD = re.compile(r"[\w-]+")


def are_one_sentence(a: EventMention, b: EventMention) -> bool:
    """Whether the sentences of two mentions are the same but for a few words, as copies of a report have them."""
    one, other = (set(_WORD.findall(m.evidence.text.casefold())) for m in (a, b))
    return len(one & other) >= _COPIED * len(one | other)


def are_joined_by_and(a: EventMention, b: EventMention) -> bool:
    """Whether "and" stands between the triggers of two mentions of one sentence."""
    first, last = sorted((a.evidence.trigger, b.evidence.trigger), key=lambda trigger: trigger.start)
    return " and " in a.evidence.text[first.end - a.evidence.start : max(0, last.start - a.evidence.start)]


def is_of_one_more(mention: EventMention) -> bool:
    """Whether a mention is told as of one more meeting ("a follow-up meeting last week was postponed")."""
    place = mention.evidence
    return bool(_further().search(place.text[: place.trigger.end - place.start]))


def is_of_known(mention: EventMention) -> bool:
    """Whether a mention speaks of a meeting or text as known and by no name, with the trigger or as what its sentence is about.

    "The talks were convened by the United States", "Egypt sent observers to the talks", "the accord was signed before witnesses"; not
    "the Jeddah talks" or "talks".
    """
    place = mention.evidence
    begin, end = place.trigger.start - place.start, place.trigger.end - place.start
    return any(
        found.start() <= 1 or found.end() == end or begin <= found.end("article") + 1 <= end
        for found in _known_event(_nouns_of(mention)).finditer(place.text[: max(end, _OPENING)])
    )


def is_attendance(mention: EventMention) -> bool:
    """Whether the trigger is a word for coming to a meeting and none for a meeting ("attended as observers", "took part")."""
    return bool(cue_pattern("attending").fullmatch(mention.evidence.trigger.text.strip()))


def is_reception(mention: EventMention) -> bool:
    """Whether the trigger tells that a host received somebody ("The president received both delegations")."""
    return bool(cue_pattern("receptions").fullmatch(mention.evidence.trigger.text.strip()))


def edge_told(mention: EventMention) -> str | None:
    """Whether a meeting is told to have begun or ended on the day told: "start", "end", or None.

    "They began a round of talks on Monday", "the talks ended on Tuesday with a draft"; of several words the one nearest to the trigger.
    """
    if mention.polarity == "negated" or mention.tense in ("planned", "conditional", "desired", "hypothetical"):
        return None
    place = mention.evidence
    begin, end = place.trigger.start - place.start, place.trigger.end - place.start
    near: list[tuple[int, str]] = []
    for edge, pattern in _edges().items():
        near += [(begin - f.end(), edge) for f in pattern.finditer(place.text, max(0, begin - _BESIDE), begin)]
        near += [
            (f.start() - end, edge) for f in pattern.finditer(place.text, end, min(len(place.text), end + _BESIDE))
        ]
        near += [(0, edge) for _ in pattern.finditer(place.text, begin, end)]
    return min(near)[1] if near else None


def begins(mention: EventMention) -> bool:
    """Whether a meeting is told to begin, in whatever tense ("The sixth round is expected to open in Doha on Monday")."""
    place = mention.evidence
    begin, end = place.trigger.start - place.start, place.trigger.end - place.start
    return bool(
        cue_pattern("beginning", BEGINS, ENDS_WHOLE).search(
            place.text, max(0, begin - _OPENING), min(len(place.text), end + _BESIDE)
        )
    )


def text_noun(mention: EventMention) -> str | None:
    """What kind of text is told to be signed or made right after the trigger ("signed the minutes"): one word for all of a kind."""
    if mention.type not in vocabulary().texts:
        return None
    place = mention.evidence
    words = re.findall(r"[\w-]+", place.text[place.trigger.end - place.start :].casefold())[:_OBJECT]
    return next((kind for word in words if (kind := _text_kinds().get(word))), None)


@cache
def _text_kinds() -> dict[str, str]:
    return {word: kind for kind, some in read_table("cues.yaml")["text_kinds"].items() for word in some}


def round_number(mention: EventMention) -> str | None:
    """Which round or meeting of several a mention is told as ("the first round", "the next meeting"): a word of order, in one form."""
    place = mention.evidence
    found = _orders().search(place.text, max(0, place.trigger.start - place.start - _OPENING // 2))
    at = place.trigger.end - place.start
    return _order_of()[found["order"].casefold()] if found and found.start() <= at <= found.end() else None


@cache
def _edges() -> dict[str, re.Pattern[str]]:
    """By edge its words, without a clause's or a quotation's end between them and the trigger."""
    words = read_table("cues.yaml")["edges"]
    return {edge: re.compile(rf"(?<!\w)(?:{'|'.join(some)})(?![\w-])", re.IGNORECASE) for edge, some in words.items()}


@cache
def _order_of() -> dict[str, str]:
    return {word: order for order, some in read_table("cues.yaml")["orders"].items() for word in some}


@cache
def _orders() -> re.Pattern[str]:
    nouns = "|".join(read_table("cues.yaml")["meeting_nouns"])
    return re.compile(rf"(?<!\w)(?P<order>{'|'.join(_order_of())})(?: [\w-]+)? (?:{nouns})(?!\w)", re.IGNORECASE)


@cache
def _further() -> re.Pattern[str]:
    """A word for one more meeting, with at most two words between it and the noun that it stands before."""
    words, nouns = read_table("cues.yaml")["further"], read_table("cues.yaml")["meeting_nouns"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?: [\w-]+){{0,2}} (?:{'|'.join(nouns)})(?!\w)", re.IGNORECASE)


def _nouns_of(mention: EventMention) -> str:
    if mention.type in vocabulary().texts:
        return "text_nouns"
    return "proposal_nouns" if mention.type == "talks_proposed" else "meeting_nouns"


@cache
def _known_event(table: str) -> re.Pattern[str]:
    nouns = "|".join(read_table("cues.yaml")[table])
    article = r"(?:[Tt]he|[Tt]h[eo]se|[Tt]his(?: (?:is|was)(?: [\w-]+){1,4})?)"
    return re.compile(rf"(?P<article>(?<!\w){article}) (?:{nouns})(?!\w)")
