"""The line of talks that a report is about, for sentences of it that do not name one.

News tells first what it is about: "the talks" further down are those that the head of the report names. The
store keeps mentions as they were coded; labels found here live only while linking.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from dragoman.linking.conflict import sides
from dragoman.linking.lines import folded, known_lines, line_key, line_keys
from dragoman.linking.order import reading_order
from dragoman.linking.owners import is_of_another
from dragoman.linking.people import listed_key
from dragoman.linking.places import homes_of_line
from dragoman.linking.told_of_lines import ToldOfLine, brokers_of, told_of_lines
from dragoman.linking.vocabulary import read_table, vocabulary
from dragoman.records import Document, EventMention

# A round of the line may be held elsewhere: "the next round is expected in Rome".
_ROUNDS = re.compile(r"(?<!\w)(?:rounds?|sessions?|resum\w*|reconven\w*|second|third|fourth)(?!\w)", re.IGNORECASE)
_IT = re.compile(r"\W*It(?:['’]s)?\b")
_DATELINE = re.compile(r"\s*([A-Z][A-Z '/.-]{3,40}?)(?:,[^-–—\n]{0,30})?\s*(?:\([^)]{2,30}\)\s*)?[-–—.]")


def report_labels(
    mentions: Sequence[EventMention], documents: Sequence[Document], conflicts: Mapping[str, str | None]
) -> dict[str, tuple[str, str]]:
    """Conflict and label of the line of talks that each report is about, by document id; others are absent.

    A report's label is the line that its title or first sentence names, or its dateline or the place of its
    first sentence where reports on the same conflict know a line of that name, or the label near its head if the
    report tells of no other line or city.

    Args:
        conflicts: conflict by mention id.
    """
    lines = _lines(mentions, conflicts)
    by_id = {d.id: d for d in documents}
    by_document: dict[str, list[EventMention]] = defaultdict(list)
    for mention in sorted(mentions, key=reading_order):
        by_document[mention.document.id].append(mention)
    found: dict[str, tuple[str, str]] = {}
    for document_id, members in by_document.items():
        conflict = _main_conflict(members, conflicts)
        label = conflict and _label(members, by_id.get(document_id), conflict, lines[conflict])
        if conflict and label:
            found[document_id] = (conflict, label)
    return found


def with_labels(
    mentions: Sequence[EventMention],
    labels: Mapping[str, tuple[str, str]],
    conflicts: Mapping[str, str | None],
) -> list[EventMention]:
    """The mentions, those about meetings and seats with their report's label where they have none.

    A sentence that names another line, one about another conflict, one of background, and one on what others do, or on what somebody else
    runs, take no label; nor do a secret channel
    beside talks that bear the label, and talks in another country or under other brokers than the line's, unless they are told
    as one of its rounds. What "it" does is told of the line that the sentence before names.

    Args:
        labels: of `report_labels`.
        conflicts: conflict by mention id.
    """
    lines = _lines(mentions, conflicts)
    told = told_of_lines(mentions, conflicts)

    @cache
    def others(label: str, conflict: str) -> frozenset[str]:
        own = line_key(label, conflict)
        return frozenset().union(*(line_keys(k, conflict) for k in lines[conflict] if k != own))

    before = _sentences_before(mentions)
    result = []
    for mention in mentions:
        conflict, label = labels.get(mention.document.id, (None, ""))
        if (
            conflict is not None
            and conflicts.get(mention.id) == conflict
            and _may_take(mention, others(label, conflict))
            and not _is_rival(mention, told[conflict, line_key(label, conflict)], label, conflict)
            and not _is_among_strangers(mention, told[conflict, line_key(label, conflict)], conflict)
            and not is_of_another(
                mention, told[conflict, line_key(label, conflict)].brokers | homes_of_line(label, conflict)
            )
            and not _is_about_another(mention, before.get(mention.id, ()), label, conflict)
        ):
            mention = msgspec.structs.replace(mention, track=label)
        result.append(mention)
    return result


def _sentences_before(mentions: Sequence[EventMention]) -> dict[str, list[EventMention]]:
    """The mentions of the sentence right before, by id of a mention whose sentence begins with "it"."""
    ending: dict[tuple[str, int], list[EventMention]] = defaultdict(list)
    for mention in mentions:
        ending[mention.document.id, mention.evidence.end].append(mention)
    return {
        m.id: [told for gap in (0, 1, 2) for told in ending.get((m.document.id, m.evidence.start - gap), ())]
        for m in mentions
        if _IT.match(m.evidence.text)
    }


def _is_about_another(mention: EventMention, before: Sequence[EventMention], label: str, conflict: str) -> bool:
    """Whether "it" stands for another line than the report's: one that the sentence before names ("The Manama channel ... It collapsed")."""
    named = {line_key(m.track, conflict) for m in before if m.track}
    for text in {m.evidence.text for m in before}:
        named |= {line_key(name, conflict) for name in named_lines(text, _cities(text), conflict)}
    return bool(named) and line_key(label, conflict) not in named


def _is_rival(mention: EventMention, line: ToldOfLine, label: str, conflict: str) -> bool:
    """Whether a mention tells of none of the line that its report is about.

    That is what is told to be elsewhere, and of meetings those that are secret beside it or under other brokers.
    """
    if mention.type not in vocabulary().meetings:
        return _is_elsewhere(mention, line, label, conflict) and not _ROUNDS.search(mention.evidence.text)
    if mention.type == "backchannel_talks" and mention.document.id in line.public:
        return True
    if _ROUNDS.search(mention.evidence.trigger.text):
        return False
    if _is_elsewhere(mention, line, label, conflict):
        return True
    brokers = brokers_of(mention)
    # Who "attended" or saw one side is told to be a broker too: other talks have sides of their own.
    sides = sum(p.role in vocabulary().party for p in mention.participants)
    return sides > 1 and bool(brokers and line.brokers) and not brokers & line.brokers


def _is_among_strangers(mention: EventMention, line: ToldOfLine, conflict: str) -> bool:
    """Whether two or more known actors meet, or one offers rooms or to mediate, of whom none fights in the war or was told of on the line.

    A session of the Security Council is none of the Moscow talks because the same report is about them.
    """
    words, known = vocabulary(), sides(conflict)
    if known is None or not line.people:
        return False
    keys = {key for p in mention.participants if p.role not in words.absent and (key := listed_key(p))}
    enough = len(keys) > (1 if mention.type in words.meetings else 0 if mention.type in words.offers else len(keys))
    return enough and not keys & (known.countries | known.parties | line.people)


def _is_elsewhere(mention: EventMention, line: ToldOfLine, label: str, conflict: str) -> bool:
    """Whether a mention has a place of its own where no report tells of a meeting of the line.

    What is boycotted in Ethiopia is none of the Cairo talks. A line without a place of its own, and without a report of where
    it met, may be anywhere.
    """
    venue, countries = mention.venue, line.countries | homes_of_line(label, conflict)
    if venue is None or not venue.country or mention.type in vocabulary().inviting:
        return False  # who proposes talks is told with the place where he speaks
    return bool(countries) and venue.country not in countries


def _lines(mentions: Sequence[EventMention], conflicts: Mapping[str, str | None]) -> dict[str | None, set[str]]:
    """Keys of the lines of talks that the table or any report names, by conflict."""
    lines: dict[str | None, set[str]] = defaultdict(set)
    for known in known_lines():
        lines[known.conflict].add(known.key)
    for mention in mentions:
        if key := line_key(mention.track, conflicts.get(mention.id)):
            lines[conflicts.get(mention.id)].add(key)
    return lines


def _main_conflict(members: Sequence[EventMention], conflicts: Mapping[str, str | None]) -> str | None:
    counts: dict[str, int] = defaultdict(int)
    for mention in members:
        if name := conflicts.get(mention.id):
            counts[name] += 1
    return max(counts, key=lambda name: (counts[name], name)) if counts else None


def _label(members: Sequence[EventMention], document: Document | None, conflict: str, lines: set[str]) -> str | None:
    """What the report is about: its title, its first sentence, its dateline or first place, its first label.

    A title or first sentence that names two lines is about both, and the report gets no label.
    """
    head = _head_characters()
    first = members[0].evidence.start
    title = (document.title if document else None) or members[0].document.title or ""
    text = document.text if document else ""
    for words in (title, text[: max(300, members[0].evidence.end)].split("\n")[0]):
        named = named_lines(words, lines | _cities(words), conflict)
        if named:
            return named[0] if len({line_key(n, conflict) for n in named}) == 1 else None
    near = [m for m in members if m.track and m.evidence.start < head]
    lead = [m for m in near if m.evidence.start == first]
    if lead:
        return lead[0].track
    dateline = _DATELINE.match(text[:80])
    cities = re.split(r"\s*/\s*", dateline.group(1).title()) if dateline else []
    cities += [m.venue.name for m in members if m.venue and m.evidence.start == first]
    for city in cities:
        if line_key(city, conflict) in lines:
            return f"{city} talks"
    if not near or len(_places_told(members, conflict)) != 1:
        return None
    # Talks told in a country that the line is not in, however the city is called ("in Djibouti"), are what it may be about as well.
    homes = homes_of_line(near[0].track, conflict)
    told = {m.venue.country for m in members if m.type in vocabulary().meetings and m.venue and m.venue.country}
    return near[0].track if not homes or told <= homes else None


def _places_told(members: Sequence[EventMention], conflict: str) -> set[str]:
    """Keys of the lines and cities of talks that a report tells of: with two of them the first is not what it is about."""
    meetings = [m for m in members if m.type in _kinds_with_label()]
    cities = (m.venue.name for m in meetings if m.venue and m.venue.name not in (m.venue.country, m.venue.country_name))
    told = (line_key(name, conflict) for name in (*cities, *(m.track for m in members if m.track)))
    return {key for key in told if key}


def _cities(text: str) -> set[str]:
    """Keys of the cities that a text names, whether or not any line is known to be called after them."""
    from dragoman.actors import load

    knowledge = load()
    found: set[str] = set()
    for match in knowledge.match(text):
        for candidate in match.candidates:
            place = knowledge.entries.places.get(candidate)
            if place is not None and place.kind in ("city", "capital", "venue"):
                found.add(match.text.casefold())
    return found


def named_lines(text: str, lines: Collection[str], conflict: str | None) -> list[str]:
    """Labels of the lines that a text names as talks ("Astana round", "talks in the Kazakh capital")."""
    # A conflict may have hundreds of lines, a headline has the names of one or two.
    words = folded(text)
    names = {name for key in lines for name, spelled in _names(key, conflict) if spelled in words}
    if not names:
        return []
    found = []
    for pattern in _naming(tuple(sorted(names, key=lambda name: (-len(name), name)))):
        for match in pattern.finditer(text):
            found.append((match.start("line"), match.group("line")))
    return [f"{name[:1].upper()}{name[1:]} talks" for _, name in sorted(found)]


@lru_cache(maxsize=100_000)
def _names(key: str, conflict: str) -> tuple[tuple[str, str], ...]:
    """The names of a line, each also as it stands in a folded text."""
    return tuple((name, folded(name)) for name in line_keys(key, conflict))


@lru_cache(maxsize=10_000)
def _naming(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """How a text names one of some lines as talks; longer names are tried first."""
    place = "|".join(re.escape(name) for name in names)
    return tuple(re.compile(w.replace("LINE", f"(?P<line>{place})"), re.IGNORECASE) for w in _wordings())


@cache
def _wordings() -> tuple[str, ...]:
    return tuple(read_table("cues.yaml")["line_named"])


@cache
def _head_characters() -> int:
    return int(read_table("evidence.yaml")["tracks"]["head_characters"])


@cache
def _kinds_with_label() -> frozenset[str]:
    return vocabulary().meetings | set(vocabulary().talks_acts) | vocabulary().line_hints


def _may_take(mention: EventMention, others: Collection[str]) -> bool:
    if mention.track or mention.background or mention.type not in _kinds_with_label():
        return False
    if any(p.exclusion and p.exclusion.mode == "uncovered_by_text" for p in mention.participants):
        return False  # a truce leaves somebody out, not the talks
    text = mention.evidence.text.casefold()
    return not any(key in text and re.search(rf"(?<!\w){re.escape(key)}(?!\w)", text) for key in others)
