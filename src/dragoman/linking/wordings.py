"""What the words of mentions tell of whether they are of one event: the same sentence, "the talks", "a follow-up meeting"."""

from __future__ import annotations

import re
from functools import cache

from dragoman.linking.vocabulary import read_table
from dragoman.records import EventMention

# Share of their words that a sentence and its copy have in common: papers change a dateline, a spelling, "on Thursday" to the day.
_COPIED = 0.6
# As many characters of a sentence are looked at for what it is about.
_OPENING = 40
_WORD = re.compile(r"[\w-]+")


def are_one_sentence(a: EventMention, b: EventMention) -> bool:
    """Whether the sentences of two mentions are the same but for a few words, as copies of a report have them."""
    one, other = (set(_WORD.findall(m.evidence.text.casefold())) for m in (a, b))
    return len(one & other) >= _COPIED * len(one | other)


def is_of_one_more(mention: EventMention) -> bool:
    """Whether a mention is told as of one more meeting ("a follow-up meeting last week was postponed")."""
    place = mention.evidence
    return bool(_further().search(place.text[: place.trigger.end - place.start]))


def is_of_known(mention: EventMention) -> bool:
    """Whether a mention speaks of a meeting as known and by no name, with the trigger or as what its sentence is about.

    "The talks were convened by the United States", "Egypt sent observers to the talks"; not "the Jeddah talks" or "talks".
    """
    place = mention.evidence
    begin, end = place.trigger.start - place.start, place.trigger.end - place.start
    return any(
        found.start() == 0 or found.end() == end or begin <= found.end("article") + 1 <= end
        for found in _known_meeting().finditer(place.text[: max(end, _OPENING)])
    )


@cache
def _further() -> re.Pattern[str]:
    """A word for one more meeting, with at most two words between it and the noun that it stands before."""
    words, nouns = read_table("cues.yaml")["further"], read_table("cues.yaml")["meeting_nouns"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?: [\w-]+){{0,2}} (?:{'|'.join(nouns)})(?!\w)", re.IGNORECASE)


@cache
def _known_meeting() -> re.Pattern[str]:
    nouns = "|".join(read_table("cues.yaml")["meeting_nouns"])
    return re.compile(rf"(?P<article>(?<!\w)(?:[Tt]he|[Tt]hese|[Tt]hose)) (?:{nouns})(?!\w)")
