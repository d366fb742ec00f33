"""Texts and deals with their class and dates (codebook 1.17, 2.12; rules R11, R12, R25)."""

from __future__ import annotations

import bisect
import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dragoman.linking.aggregate import mode
from dragoman.linking.conflict import sides as sides_of
from dragoman.linking.dates import day
from dragoman.linking.lines import formats
from dragoman.linking.people import Tally, canonical_name, listed_key, names_of
from dragoman.linking.roots import RootIndex
from dragoman.linking.tracks import event_day
from dragoman.linking.vocabulary import actor_key, read_table, vocabulary
from dragoman.ontology import assessment
from dragoman.records import Agreement, Event, EventMention, Participation

# One text may be announced, signed and take effect on different days.
_SAME_TEXT_DAYS = 14
# An end is looked for as far back as a truce may be expected to last.
_END_WITHIN_DAYS = 365
# A name with more sides than these is no name.
_SIDES_IN_NAME = 3


def find_agreements(
    events: Sequence[Event],
    participations: Mapping[str, Sequence[Participation]],
    mentions: Mapping[str, EventMention],
    index: RootIndex,
) -> list[Agreement]:
    """Agreements, sorted by id; events on texts of one class, conflict and actors within two weeks are one.

    The id and `event_id` are those of the earliest event. A call, an offer or a refusal is no agreement (rule
    R11); texts that are only sought stay with status proposed.
    """
    words = vocabulary()
    kinds = words.texts | {"resolution_adopted"}
    texts = sorted((e for e in events if e.type in kinds), key=lambda e: (event_day(e), e.id))
    bundles: list[list[Event]] = []
    # Only texts of one conflict and class are compared, and of these only the latest: texts come in order of time.
    alike: dict[tuple[str | None, bool, str], list[list[Event]]] = defaultdict(list)
    for event in texts:
        kind = agreement_class(event, participations, mentions, index)
        near = alike[event.conflict, event.status in words.held, kind]
        home = next((b for b in _recent(near, event) if _one_text(b, event, participations)), None)
        if home is None:
            home = []
            bundles.append(home)
            near.append(home)
        home.append(event)
    ends: dict[str | None, list[Event]] = defaultdict(list)
    for end in sorted((e for e in events if e.type == "ceasefire_ended" and e.status in words.held), key=event_day):
        if day(event_day(end)) is not None:
            ends[end.conflict].append(end)
    rows = [_agreement(b, participations, mentions, index, ends[b[0].conflict]) for b in bundles]
    return sorted((row for row in rows if _is_told(row)), key=lambda row: row.id)


def _names(people: Iterable[Participation]) -> list[str]:
    """Canonical names of known actors; specific words for others where none is known."""
    tally = Tally()
    for who in people:
        tally.add(who, ())
    return sorted(names_of(tally, sorted(tally.by_key)))


def _is_told(row: Agreement) -> bool:
    """Whether a text is more than a word in passing: two actors, two roots, or its class and a day."""
    dated = row.announced or row.signed or row.effective
    several = len({*row.signatories, *row.brokers}) > 1 or row.n_roots > 1
    return several or bool(row.agreement_class != "unknown" and dated and row.status in vocabulary().held)


def _actors(event: Event, participations: Mapping[str, Sequence[Participation]]) -> set[str]:
    absent = vocabulary().absent
    return {actor_key(p) for p in participations.get(event.id, ()) if p.role not in absent}


def _recent(bundles: Sequence[list[Event]], event: Event) -> Iterator[list[Event]]:
    """The bundles that began at most two weeks before an event, the latest first."""
    told = day(event_day(event))
    for bundle in reversed(bundles):
        begun = day(event_day(bundle[0]))
        if told is None or (begun is not None and (told - begun).days > _SAME_TEXT_DAYS):
            return
        if begun is not None:
            yield bundle


def _one_text(bundle: Sequence[Event], event: Event, participations: Mapping[str, Sequence[Participation]]) -> bool:
    """Whether an event is about the text of a bundle of the same conflict and class."""
    first = bundle[0]
    if any(e.type == event.type for e in bundle):
        # Two events of one type were kept apart by the event linker, for a reason.
        return False
    if first.venue and event.venue and first.venue != event.venue:
        return False
    here, there = _actors(event, participations), set().union(*(_actors(e, participations) for e in bundle))
    return not here or not there or bool(here & there)


def agreement_class(
    event: Event,
    participations: Mapping[str, Sequence[Participation]],
    mentions: Mapping[str, EventMention],
    index: RootIndex,
) -> str:
    """Class of a text (codebook 2.12): by its type and makers, by what most roots tell, by its issues; "unknown" otherwise."""
    members = [mentions[m] for m in event.mention_ids]
    # Who makes a text is seen over all its reports, not in each.
    told = [m for m in members if m.agreement_class != "third_party_declaration"]
    roles = {p.role for p in participations.get(event.id, ())}
    kind = assessment.load().agreement_class(event.type, roles, _most(told, index, lambda m: m.agreement_class))
    by_issue = vocabulary().agreement_class_by_issue
    return kind or next((by_issue[issue] for issue in event.issues if issue in by_issue), "unknown")


def _most(
    mentions: Sequence[EventMention], index: RootIndex, value: Callable[[EventMention], str | None]
) -> str | None:
    """What most roots tell of one thing; None where none tells anything."""
    telling = [m for m in mentions if value(m) is not None]
    roots = index.independent(telling) if telling else {}
    return mode([(value(m), roots[m.id]) for m in telling])


def _agreement(
    bundle: Sequence[Event],
    participations: Mapping[str, Sequence[Participation]],
    mentions: Mapping[str, EventMention],
    index: RootIndex,
    ends: Sequence[Event],
) -> Agreement:
    words = vocabulary()
    first = bundle[0]
    people = [p for e in bundle for p in participations.get(e.id, ())]
    dates: dict[str, str | None] = {"announced": None, "signed": None, "effective": None}
    for event in bundle:
        field = vocabulary().text_dates.get(event.type or "", "announced")
        dates[field] = dates[field] or _told_date(event)
    kind = agreement_class(first, participations, mentions, index)
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
    form = form or _most([mentions[m] for e in bundle for m in e.mention_ids], index, lambda m: m.form)
    if form is None:
        form = "unilateral_matching" if kind == "ceasefire" and len(signatories) == 1 else "agreed_unsigned"
    status = next((e.status for e in reversed(bundle) if e.status in words.held), bundle[-1].status)
    ended = _end_of(bundle, participations, ends) if kind in ("ceasefire", "renewal") else None
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


def _told_date(event: Event) -> str | None:
    """Start of an event as exactly as it was told: a day, a month (2016-09) or a year."""
    if event.start is None:
        return None
    return event.start[: {"month": 7, "year": 4}.get(event.date_precision or "", 10)]


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


def _end_of(
    bundle: Sequence[Event], participations: Mapping[str, Sequence[Participation]], ends: Sequence[Event]
) -> str | None:
    """Day of the first of the ends, given in order of time, after the text and, if named, of its actors."""
    begun = day(event_day(bundle[0]))
    if begun is None:
        return None
    actors = set().union(*(_actors(e, participations) for e in bundle))
    for end in ends[bisect.bisect_left(ends, begun, key=lambda e: day(event_day(e)) or dt.date.max) :]:
        at, others = day(event_day(end)), _actors(end, participations)
        if at is None or (at - begun).days > _END_WITHIN_DAYS:
            return None
        if not others or not actors or others & actors:
            return _told_date(end) or (end.observed_first_at or "")[:10] or None
    return None
