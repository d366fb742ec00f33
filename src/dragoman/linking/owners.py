"""Lines of talks that are called after who runs them: "IGAD's plan", "the AU-led process", "Egypt's forum" (rule R19: broker set, explicit label).

Such talks move from town to town, or meet in none that reports name; without a name of their own they would be lost, or be taken for the
next talks that have one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

import msgspec

from dragoman.linking.conflict import sides
from dragoman.linking.lines import OWNED, line_key, line_name
from dragoman.linking.naming import owners_in
from dragoman.linking.people import canonical_name, is_state, listed_key
from dragoman.linking.vocabulary import read_table, vocabulary
from dragoman.records import Document, EventMention

# Between somebody and what is "its own": the end of a sentence, or that it only wishes for it.
_WISHED = re.compile(r"\.|\b(?:would like|wants?|wanted|wishes|needs?|lacks?|without|no)\b")


def owner_label(actor: str) -> str:
    """What a line is called after who runs it: "IGAD-led talks"."""
    return f"{canonical_name(actor) or actor}{OWNED}"


def with_owners(
    mentions: Sequence[EventMention],
    documents: Sequence[Document],
    conflicts: Mapping[str, str | None],
    labels: Mapping[str, tuple[str, str]],
) -> list[EventMention]:
    """The mentions, those of a line that is called after its owner with that label.

    A state from outside or an organisation has a line of its own where a text speaks of its plan, process, quartet or the like, two
    reports or more tell of that or of its doing alone what brokers do, and no line with a name of its own is its already. Of it are talks,
    proposals and invitations of which it is the only broker, and what the same sentence tells of talks without any; and where a sentence
    speaks of its plan or quartet, talks that have no other broker. A report on other talks that never speaks of it tells of those.

    Args:
        conflicts: conflict by mention id.
        labels: conflict and label of the line that each report is about, by document id.
    """
    named, spans = _named(mentions, documents, conflicts)
    alone: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    acting: dict[str, str] = {}
    for mention in mentions:
        owner = _only_broker(mention, conflicts.get(mention.id))
        if owner is not None and _may_own(owner, conflicts.get(mention.id)):
            acting[mention.id] = owner
            alone[conflicts.get(mention.id), owner].add(mention.document.id)
    led = _lines_led(mentions, conflicts)
    owners = {
        at for at, documents_of in named.items() if at not in led and len(documents_of | alone[at]) > 1 and alone[at]
    }
    if not owners:
        return list(mentions)
    thin = _thin_lines(mentions, conflicts)
    beside: dict[tuple[str, int], str] = {}
    for mention in mentions:
        owner = acting.get(mention.id)
        at = conflicts.get(mention.id), owner or ""
        elsewhere = mention.document.id in labels and mention.document.id not in named[at]
        if at in owners and elsewhere and mention.track is None and not _has_sides(mention):
            del acting[mention.id]
        elif owner is not None and at in owners:
            beside.setdefault((mention.document.id, mention.evidence.start), owner)
    result = []
    for mention in mentions:
        conflict, sentence = conflicts.get(mention.id), (mention.document.id, mention.evidence.start)
        owner = acting.get(mention.id) or spans.get(sentence) or beside.get(sentence)
        if (
            owner is not None
            and (conflict, owner) in owners
            and _is_of_talks(mention)
            and (mention.track is None or (conflict, line_key(mention.track, conflict)) in thin)
            and _brokers(mention) <= {owner}
            and mention.polarity != "negated"
        ):
            mention = msgspec.structs.replace(mention, track=owner_label(owner))
        result.append(mention)
    return result


def _may_own(actor: str, conflict: str | None) -> bool:
    """Whether an actor may run a line of talks on a conflict: a state from outside, or an organisation."""
    known = sides(conflict)
    if known is None:
        return False
    return actor.startswith("igo:") or (is_state(actor) and actor not in known.inside)


def _brokers(mention: EventMention) -> set[str]:
    words = vocabulary()
    roles = words.mediator | words.convener
    if mention.type in words.inviting - {"venue_offered"}:
        roles = roles | {"initiator"}
    return {key for p in mention.participants if p.role in roles and (key := listed_key(p))}


def _is_of_talks(mention: EventMention) -> bool:
    words = vocabulary()
    kinds = words.meetings | set(words.talks_acts) | words.line_hints | words.seats
    return mention.type in kinds and mention.type not in words.apart


def _only_broker(mention: EventMention, conflict: str | None) -> str | None:
    """Who alone does in a mention what brokers do; None for all others."""
    words = vocabulary()
    if mention.type not in words.meetings | set(words.talks_acts) | words.inviting or mention.type in words.apart:
        return None
    brokers = _brokers(mention)
    if len(brokers) != 1 or mention.polarity == "negated":
        return None
    # "Together with the Emirates": who sits with the broker and is no side of the war helps him.
    attending = {
        key for p in mention.participants if p.role in words.party | {"participant"} and (key := listed_key(p))
    }
    helped = any(is_state(key) and _may_own(key, conflict) for key in attending - brokers)
    return None if helped else next(iter(brokers))


def is_of_another(mention: EventMention, own: Collection[str]) -> bool:
    """Whether a mention's words are for what somebody runs who has no part in a line ("the American-led effort").

    Args:
        own: who runs the line, and the states where it meets.
    """
    text, start = mention.evidence.text, mention.evidence.start
    trigger = mention.evidence.trigger
    if not own:
        return False
    for match in _owning().finditer(text):
        if match.start() <= trigger.start - start < match.end() or match.start() < trigger.end - start <= match.end():
            window = text[max(0, match.start() - 60) : match.start()]
            ending = [name for _, end, name in owners_in(window) if end == len(window)]
            return any((key := _actor_of(name)) and key not in own for name in ending)
    return False


def _named(
    mentions: Sequence[EventMention], documents: Iterable[Document], conflicts: Mapping[str, str | None]
) -> tuple[dict[tuple[str | None, str], set[str]], dict[tuple[str, int], str]]:
    """Documents that speak of an owner's plan, process or the like, by conflict and owner; and the owner by sentence of a mention."""
    told: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    spans: dict[tuple[str, int], str] = {}
    of_document: dict[str, Counter[str | None]] = defaultdict(Counter)
    sentences: dict[tuple[str, int], EventMention] = {}
    for mention in mentions:
        of_document[mention.document.id][conflicts.get(mention.id)] += 1
        sentences.setdefault((mention.document.id, mention.evidence.start), mention)
    for at, mention in sentences.items():
        found = _owners_of(mention.evidence.text, conflicts.get(mention.id))
        if len(found) == 1:
            spans[at] = found[0]
    for document in documents:
        if document.id in of_document and _owning().search(document.text):
            conflict = of_document[document.id].most_common(1)[0][0]
            for owner in _owners_of(document.text, conflict):
                told[conflict, owner].add(document.id)
    return told, spans


def _owners_of(text: str, conflict: str | None) -> list[str]:
    """Who is told to have a plan, process or the like of its own."""
    found = []
    for match in _owning().finditer(text):
        window = text[max(0, match.start() - 60) : match.end()]
        at = match.start() - max(0, match.start() - 60)
        for _, end, name in owners_in(window):
            if end == at or (match.group("own") and end <= at and not _WISHED.search(window, end, at)):
                found.append(name)
    actors = {name: key for name in dict.fromkeys(found) if (key := _actor_of(name)) and _may_own(key, conflict)}
    return list(actors.values())


@cache
def _actor_of(name: str) -> str | None:
    from dragoman.actors import load

    knowledge = load()
    match = next(iter(knowledge.match(name)), None)
    return match.candidates[0] if match else None


@cache
def _owning() -> re.Pattern[str]:
    heads = "|".join(read_table("cues.yaml")["owned_heads"])
    ways = "|".join(read_table("cues.yaml")["ways_of_running"])
    kinds = "|".join(read_table("cues.yaml")["line_kinds"])
    return re.compile(
        rf"(?:['’]s?|[-–](?:{ways})) (?:(?:{kinds}) ){{0,2}}(?:{heads})\b|(?<=[A-Z.]) (?:{heads})\b"
        rf"|(?P<own>(?:\bits|\bwhose|\btheir) own (?:(?:{kinds}) ){{0,2}}(?:{heads})\b|\b(?:{heads}) of its own\b)"
    )


def _lines_led(mentions: Sequence[EventMention], conflicts: Mapping[str, str | None]) -> set[tuple[str | None, str]]:
    """Conflict and actor for those who lead a line that reports name otherwise: two documents or more tell of it, or one that they
    brought the sides together there.
    """
    brokers: dict[tuple[str | None, str | None], Counter[str]] = defaultdict(Counter)
    documents: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    led: set[tuple[str | None, str]] = set()
    for mention in mentions:
        if mention.track:
            conflict = conflicts.get(mention.id)
            at = conflict, line_key(mention.track, conflict)
            documents[at].add(mention.document.id)
            brokers[at].update(_brokers(mention))
            owner = _only_broker(mention, conflict)
            if owner and mention.type in vocabulary().meetings and _has_sides(mention):
                led.add((conflict, owner))
    for at, counts in brokers.items():
        conflict, key = at
        if len(documents[at]) > 1 or (key and line_name(key, conflict)):
            top = counts.most_common(2)
            if top and (len(top) == 1 or top[0][1] > top[1][1]):
                led.add((conflict, top[0][0]))
    return led


def _has_sides(mention: EventMention) -> bool:
    roles = vocabulary().party | ({"recipient"} if mention.type in vocabulary().inviting else frozenset())
    return sum(p.role in roles for p in mention.participants) > 1


def _thin_lines(
    mentions: Sequence[EventMention], conflicts: Mapping[str, str | None]
) -> set[tuple[str | None, str | None]]:
    """Lines without a known name that one document alone tells of: towns that somebody's talks came through."""
    documents: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.track:
            documents[conflicts.get(mention.id), line_key(mention.track, conflicts.get(mention.id))].add(
                mention.document.id
            )
    return {at for at, some in documents.items() if len(some) < 2 and not (at[1] and line_name(at[1], at[0]))}
