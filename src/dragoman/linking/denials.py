"""What a mention denies of a meeting or text: that it was, somebody's part in it, or only how it was (rule R23)."""

from __future__ import annotations

import re
from functools import cache

from dragoman.linking.vocabulary import BEGINS, ENDS, cue_pattern, read_table, vocabulary
from dragoman.records import EventMention

_NEAR, _BETWEEN = 40, 25
"""Characters around a trigger that are looked at, and at most between words of absence and the trigger."""
_TWO_SIDES = 2
"""Where one of as many withdraws nobody is left to meet."""


def denies_a_part(mention: EventMention) -> bool:
    """Whether a negated mention of a meeting denies only that somebody was there, or had a part in it, or how it was.

    "The rivals did not take part in the conference", "there was no foreign mediator at the table": neither says that there was
    no meeting. One that is said to be planned, called off or denied is such a claim all the same.
    """
    words = vocabulary()
    if denies_the_manner(mention) or is_of_none(mention) or _is_no_meeting(mention):
        return True
    if mention.polarity != "negated" or mention.type not in words.meetings or mention.status not in words.held:
        return False
    trigger = mention.evidence.trigger
    if _denied_role().search(trigger.text):
        return True
    begin, end = trigger.start - mention.evidence.start, trigger.end - mention.evidence.start
    near = mention.evidence.text[max(0, begin - _NEAR) : end + _NEAR]
    here = (begin - max(0, begin - _NEAR), end - max(0, begin - _NEAR))
    # The words may hold the trigger or stand right before it: "did not attend the conference".
    return any(found.start() < here[1] and here[0] - found.end() <= _BETWEEN for found in _absence().finditer(near))


def denies_the_manner(mention: EventMention) -> bool:
    """Whether a negated mention of a meeting or text denies only how it was: "did not meet face to face", "not signed at the highest level"."""
    words, place = vocabulary(), mention.evidence
    if mention.polarity != "negated" or mention.type not in words.meetings | words.texts:
        return False
    if mention.status not in words.held or mention.tense in words.unrealised_tenses:
        return False
    begin, end = place.trigger.start - place.start, place.trigger.end - place.start
    return bool(cue_pattern("manners", BEGINS, ENDS).search(place.text[begin : end + _NEAR].split(",")[0]))


def _is_no_meeting(mention: EventMention) -> bool:
    """Whether what is denied is no meeting by any word of its trigger ("denied that it had written the text")."""
    if mention.polarity != "negated" or mention.type not in vocabulary().meetings:
        return False
    return not cue_pattern("meeting_words", BEGINS).search(mention.evidence.trigger.text)


def is_of_none(mention: EventMention) -> bool:
    """Whether a mention tells only that there was none for long ("who have not met since the war began"): that is no meeting called off."""
    if mention.polarity != "negated" or mention.type not in vocabulary().meetings:
        return False
    place = mention.evidence
    begin, end = place.trigger.start - place.start, place.trigger.end - place.start
    return any(f.start() <= end and begin <= f.end() for f in cue_pattern("none_for_long").finditer(place.text))


def is_counterfactual(mention: EventMention) -> bool:
    """Whether what a mention tells as done is what would have been ("It would have been the first time that they sat down")."""
    place = mention.evidence
    return bool(cue_pattern("counterfactual").search(place.text[: place.trigger.start - place.start]))


def calls_off(mention: EventMention) -> bool:
    """Whether a mention of a meeting as planned calls it off.

    "The meeting will not take place", and of two sides "she pulled out of the talks with him that were set for Monday".
    """
    words, place = vocabulary(), mention.evidence
    if mention.type not in words.meetings or mention.tense not in words.unrealised_tenses:
        return False
    begin, end = place.trigger.start - place.start, place.trigger.end - place.start
    if mention.polarity == "negated":
        return bool(_will_not_be().match(place.text[end : end + _NEAR].lstrip()))
    sides = {p.actor or p.name for p in mention.participants if p.role in words.party}
    left = _withdrawing().search(place.text[max(0, begin - _NEAR) : begin])
    return len(sides) <= _TWO_SIDES and left is not None


@cache
def _denied_role() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, read_table('cues.yaml')['denied_roles']))})$", re.IGNORECASE
    )


@cache
def _will_not_be() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?!\bthat\b)[\w-]+ )*?(?:{'|'.join(read_table('cues.yaml')['will_not_be'])})", re.IGNORECASE
    )


@cache
def _withdrawing() -> re.Pattern[str]:
    words = "|".join(read_table("cues.yaml")["withdrawing"])
    return re.compile(rf"(?<!\w)(?:{words})(?: (?!after|before|because|for|in|on)[\w-]+){{0,4}} $", re.IGNORECASE)


@cache
def _absence() -> re.Pattern[str]:
    words = "|".join(read_table("cues.yaml")["absence"])
    return re.compile(
        rf"(?:\b(?:not|never|no|nor|neither|cannot)|n['’]t)\b(?: [\w-]+){{0,5}}? (?:{words})\b", re.IGNORECASE
    )
