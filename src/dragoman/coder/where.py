"""Venue of an event: the place the model or the tree ties to the trigger (codebook: venue, host and place of speech differ)."""

from __future__ import annotations

from dragoman.actors import Knowledge
from dragoman.coder.judge import Candidate
from dragoman.coder.mentions import Mention, Mentions
from dragoman.coder.participants import Filled
from dragoman.language.parse import Sentence, matches
from dragoman.records import Venue

_PLACE_PREPOSITIONS = ("in", "at")


def venue(
    sentence: Sentence,
    candidate: Candidate,
    read: list[Filled],
    mentions: Mentions,
    status: str,
    knowledge: Knowledge,
    reporting: frozenset[str],
) -> Venue | None:
    """The venue, or None where no place is told. `read` are the model's arguments of the trigger.

    Where somebody speaks ("Putin said in Tokyo") is not where the event is: places of `reporting` verbs do not count.
    """
    for filled in read:
        if (
            filled.role == "venue"
            and not _subject_matter(sentence, filled.mention, knowledge)
            and not _of_speech(sentence, filled.mention, reporting)
            and (found := _place(filled.mention, status, knowledge))
        ):
            return found
    if candidate.rule is not None:
        for preposition in _PLACE_PREPOSITIONS:
            for i in candidate.rule.slots.get(preposition, []):
                mention = mentions.at(sentence, i)
                if (
                    sentence.tokens[i].name[2:] == "LOC"
                    and not _of_speech(sentence, mention, reporting)
                    and (found := _place(mention, status, knowledge))
                ):
                    return found
    return None


def _subject_matter(sentence: Sentence, mention: Mention, knowledge: Knowledge) -> bool:
    """Whether a country before a noun tells what the talks are about ("Syria peace talks"), not where they are."""
    if not matches(sentence.tokens[mention.head].relation, ("compound", "amod")):
        return False
    place = knowledge.place(mention.span.text)
    return place is None or place.kind == "country"


def _of_speech(sentence: Sentence, mention: Mention, reporting: frozenset[str]) -> bool:
    """Whether the place hangs on a verb of saying."""
    head = sentence.tokens[mention.head].head
    return head >= 0 and sentence.tokens[head].upos == "VERB" and sentence.tokens[head].lemma.lower() in reporting


def _place(mention: Mention, status: str, knowledge: Knowledge) -> Venue | None:
    resolved = knowledge.resolver.resolve(mention.span.text, place_role=True)
    if resolved.place is None:
        return None
    place = knowledge.place(resolved.name or mention.span.text)
    country = resolved.country or (place.country if place else None)
    certain = status in ("held", "held_partial", "under_way", "suspended", "collapsed")
    return Venue(
        name=resolved.name or mention.span.text,
        country=country,
        country_name=knowledge.country_name(country) if country else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        status="confirmed" if certain else "proposed",
        mention=mention.span,
    )
