"""Texts and deals with their class and dates (codebook 1.17, 2.12; rules R11, R12, R25)."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.linking.conflict import sides as sides_of
from dragoman.linking.dates import day
from dragoman.linking.lines import formats
from dragoman.linking.people import Tally, canonical_name, listed_key, names_of
from dragoman.linking.roots import RootIndex
from dragoman.linking.texts import (
    agreement_class,
    end_of,
    ends_truce,
    is_text,
    most,
    named_actors,
    told_date,
    undoes_text,
)
from dragoman.linking.tracks import event_day
from dragoman.linking.vocabulary import is_named, read_table, vocabulary
from dragoman.ontology import assessment
from dragoman.records import Agreement, Event, EventMention, Participation

# One text may be announced, signed and take effect on different days; what is announced as a whole is often signed a month later.
_SAME_TEXT_DAYS = 14
_SIGNED_WITHIN_DAYS = 45
# Events of one sentence may lie further apart: a truce signed in June that takes effect in August.
_FURTHEST_DAYS = 92
# A name with more sides than these is no name.
_SIDES_IN_NAME = 3
_COARSE = ("month", "year")
# Classes that reports give a text of which they tell only in passing.
_OF_ANY_CLASS = ("unknown", "third_party_declaration")


@dataclass
class _Text:
    """Events about one text, in order of time, the sentences that tell of them, and whether one tells of it as background."""

    kind: str
    events: list[Event] = field(default_factory=list)
    sentences: set[tuple[str, int]] = field(default_factory=set)
    background: bool = False


def find_agreements(
    events: Sequence[Event],
    participations: Mapping[str, Sequence[Participation]],
    mentions: Mapping[str, EventMention],
    index: RootIndex,
) -> list[Agreement]:
    """Agreements, sorted by id; events on texts of one class, conflict and actors within two weeks are one.

    The id and `event_id` are those of the earliest event. Only texts that were made, drafted or agreed to are listed: a call, an offer, a
    refusal (rule R11) or a hope is none, nor is one that is said not to have come about.
    """
    words = vocabulary()
    in_time = sorted(events, key=lambda e: (event_day(e), e.id))
    told = [e for e in in_time if e.type in words.texts | {"resolution_adopted"}]
    found: dict[str | None, list[_Text]] = defaultdict(list)
    coarse: dict[str | None, list[_Text]] = defaultdict(list)
    for event in told:
        if not is_text(event, mentions):
            continue
        kind = agreement_class(event, participations, mentions, index)
        sentences = {(mentions[m].document.id, mentions[m].evidence.start) for m in event.mention_ids}
        near = found[event.conflict]
        home = next(
            (
                t
                for t in _recent(near, coarse[event.conflict], event)
                if _is_of(t, event, kind, sentences, mentions, participations)
            ),
            None,
        )
        if home is None:
            home = _Text(kind)
            near.append(home)
            if event.date_precision in _COARSE:
                coarse[event.conflict].append(home)
        home.kind = kind if home.kind in _OF_ANY_CLASS else home.kind
        home.events.append(event)
        home.sentences |= sentences
        home.background |= any(mentions[m].background for m in event.mention_ids)
    ends, undone = _by_conflict(in_time, mentions, ends_truce), _by_conflict(in_time, mentions, undoes_text)
    rows = [
        _agreement(text, participations, mentions, index, ends[conflict], undone[conflict])
        for conflict, texts in found.items()
        for text in texts
    ]
    return sorted((row for row in rows if _is_told(row)), key=lambda row: row.id)


def _by_conflict(
    in_time: Sequence[Event],
    mentions: Mapping[str, EventMention],
    holds: Callable[[Event, Mapping[str, EventMention]], bool],
) -> dict[str | None, list[Event]]:
    found: dict[str | None, list[Event]] = defaultdict(list)
    for event in in_time:
        if holds(event, mentions) and day(event_day(event)) is not None:
            found[event.conflict].append(event)
    return found


def _names(people: Iterable[Participation]) -> list[str]:
    """Canonical names of known actors; specific words for others where none is known."""
    tally = Tally()
    for who in people:
        tally.add(who, ())
    return sorted(names_of(tally, sorted(tally.by_key)))


def _is_told(row: Agreement) -> bool:
    """Whether a text is more than a word in passing: of two actors, or of a known class with two roots or a day; and of somebody, but for a truce."""
    makers = {*row.signatories, *row.brokers}
    if len(makers) > 1 or row.agreement_class == "unknown":
        return len(makers) > 1
    if not makers and row.agreement_class not in ("ceasefire", "renewal"):
        return False
    dated = row.announced or row.signed or row.effective
    return row.n_roots > 1 or bool(dated and row.status in vocabulary().held)


def _recent(texts: Sequence[_Text], coarse: Sequence[_Text], event: Event) -> Iterator[_Text]:
    """The texts that an event may be about, the latest first: of the weeks before, without a day, or told by their month or year."""
    told = day(event_day(event))
    for text in reversed(texts):
        begun = day(event_day(text.events[0]))
        if told is not None and begun is not None and (told - begun).days > _FURTHEST_DAYS:
            break
        yield text
    yield from (text for text in reversed(coarse) if _in_passing(text.events[0], event))


def _is_of(
    text: _Text,
    event: Event,
    kind: str,
    sentences: set[tuple[str, int]],
    mentions: Mapping[str, EventMention],
    participations: Mapping[str, Sequence[Participation]],
) -> bool:
    """Whether an event is about a text of the same conflict that was told of on its day, before, or by the same sentence."""
    first = text.events[0]
    if (first.status in vocabulary().held) != (event.status in vocabulary().held):
        return False
    if (first.status == "held_partial") != (event.status == "held_partial"):
        return False  # what one side did not sign is not the truce that both keep
    here, there = (
        named_actors(event, participations),
        set().union(*(named_actors(e, participations) for e in text.events)),
    )
    if here and there and not here & there and not _sides_untold(event, text, participations):
        return False
    if first.venue and event.venue and first.venue != event.venue:
        return False
    if _in_passing(first, event):
        retold = text.background and any(mentions[m].background for m in event.mention_ids)
        retold |= bool(here & there) and first.venue is not None and first.venue == event.venue
        return text.kind == kind or (retold and (kind in _OF_ANY_CLASS or text.kind in _OF_ANY_CLASS))
    if here and there and not here & there:
        return False
    if text.kind != kind or any(e.type == event.type for e in text.events):
        # Two events of one type were kept apart by the event linker, for a reason.
        return False
    told, begun = day(event_day(event)), day(event_day(first))
    if text.sentences & sentences:
        return True
    if told is None or begun is None:
        return False
    signed_now = event.type == "agreement_signed" and kind not in ("unknown", "ceasefire")
    return (told - begun).days <= (_SIGNED_WITHIN_DAYS if signed_now else _SAME_TEXT_DAYS)


def _sides_untold(event: Event, text: _Text, participations: Mapping[str, Sequence[Participation]]) -> bool:
    """Whether an event or the text is told without its sides, as by who brokered it."""
    sides = vocabulary().party | {"initiator"}

    def tells(told: Event) -> bool:
        return any(p.role in sides and is_named(p) for p in participations.get(told.id, ()))

    return not tells(event) or not any(tells(e) for e in text.events)


def _in_passing(first: Event, event: Event) -> bool:
    """Whether one of two events is told by its year or month only and the other lies in it: "the truce that ended the war of 2020"."""
    if first.start is None or event.start is None or not {first.date_precision, event.date_precision} & set(_COARSE):
        return False
    return first.start <= (event.end or event.start) and event.start <= (first.end or first.start)


def _agreement(
    text: _Text,
    participations: Mapping[str, Sequence[Participation]],
    mentions: Mapping[str, EventMention],
    index: RootIndex,
    ends: Sequence[Event],
    undone: Sequence[Event],
) -> Agreement:
    words, bundle, kind = vocabulary(), text.events, text.kind
    first = bundle[0]
    people = [p for e in bundle for p in participations.get(e.id, ())]
    dates: dict[str, str | None] = {"announced": None, "signed": None, "effective": None}
    for event in bundle:
        field = vocabulary().text_dates.get(event.type or "", "announced")
        told = told_date(event)
        if told is not None and (
            dates[field] is None or (len(told) > len(dates[field] or "") and told.startswith(dates[field] or ""))
        ):
            dates[field] = told  # the day, where another tells but the month
    signing = words.party | ({"initiator"} if kind in ("ceasefire", "renewal", "third_party_declaration") else set())
    mediating = words.mediator
    sitting = _told([p for p in people if p.role in signing])
    brokering = _told([p for p in people if p.role in mediating])
    as_parties = _parties_first(sitting, brokering, first.conflict)
    # The name of a line of talks is no side of its texts.
    no_sides = brokering.keys() - as_parties | formats()
    sides = [p for p in people if p.role in signing and listed_key(p) not in no_sides]
    signatories = _names(sides)
    by_type = assessment.load().form_by_type
    form = next((by_type[e.type] for e in bundle if e.type in by_type), None)
    form = form or most([mentions[m] for e in bundle for m in e.mention_ids], index, lambda m: m.form)
    if form is None:
        form = "unilateral_matching" if kind == "ceasefire" and len(signatories) == 1 else "agreed_unsigned"
    status = next((e.status for e in reversed(bundle) if e.status in words.held), bundle[-1].status)
    if kind in ("ceasefire", "renewal"):
        ended = end_of(bundle, participations, ends)
        status = "collapsed" if ended and status == "under_way" else status
    else:
        ended = end_of(bundle, participations, undone, by_vote=True)
        status = "collapsed" if ended and status in words.held else status
    told = dates["signed"] or dates["announced"] or dates["effective"]
    return Agreement(
        id="ag_" + hashlib.sha256(first.id.encode("utf-8")).hexdigest()[:16],
        event_id=first.id,
        name=_name(first, sides, signatories, kind, told),
        agreement_class=kind,
        form=form,
        announced=dates["announced"],
        signed=dates["signed"],
        effective=dates["effective"],
        ended=ended,
        status=status,
        signatories=signatories,
        brokers=_names(p for p in people if p.role in mediating and listed_key(p) not in as_parties),
        conflict=first.conflict,
        track_id=next((e.track_id for e in bundle if e.track_id), None),
        n_roots=index.count(mentions[m] for e in bundle for m in e.mention_ids),
    )


def _told(people: Iterable[Participation]) -> Counter[str]:
    """How many mentions tell of each actor that lists may name."""
    found: Counter[str] = Counter()
    for who in people:
        if key := listed_key(who):
            found[key] += who.n_mentions
    return found


def _parties_first(sitting: Counter[str], brokering: Counter[str], conflict: str | None) -> set[str]:
    """Who of those told both to be party to a text and to broker it is a party.

    Reports name a broker beside the parties ("Thailand and the rebels signed with Malaysia as facilitator"): it is none of them, but
    for who fights on its own land, where two sides are left without it, or where it brokers with others and none is. Beside one
    side it is what more mentions say, and by itself both.
    """
    known = sides_of(conflict)
    land = known.countries | {p for p in known.parties if p.startswith("group:")} if known else frozenset()
    apart = len(sitting.keys() - brokering.keys())
    found = set()
    for key in sitting.keys() & brokering.keys():
        others = brokering.keys() - sitting.keys()
        broker = apart > 1 or (bool(others) and (apart == 0 or sitting[key] <= brokering[key]))
        if key in land or not broker:
            found.add(key)
    return found


def _name(event: Event, sides: Sequence[Participation], signatories: Sequence[str], kind: str, told: str | None) -> str:
    """What to call a text: its place or its sides, its class and date ("Gaza ceasefire 2012-11-21").

    Of one side only, the conflict or its country is what is known ("Sudan ceasefire renewal").
    """
    several = "–".join(signatories) if 1 < len(signatories) <= _SIDES_IN_NAME else ""
    countries = {code for p in sides if (code := p.country)}
    country = canonical_name(countries.pop()) if len(countries) == 1 else None
    lone = "–".join(signatories[:_SIDES_IN_NAME])
    subject = event.venue or several or event.conflict or country or lone
    what = read_table("cues.yaml")["agreement_name"].get(kind, kind.replace("_", " "))
    name = " ".join(part for part in (subject, what, told) if part)
    return name[:1].upper() + name[1:]
