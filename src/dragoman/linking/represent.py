"""The event row and its participations, from its mentions (rules R4, R13; codebook 1.14, 1.15)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

import msgspec

from dragoman.linking.aggregate import Claim, disagreement, mode, root_votes
from dragoman.linking.apart import LONGEST_ROUND_DAYS
from dragoman.linking.dates import Interval, day, moment
from dragoman.linking.lengths import days_told
from dragoman.linking.status import claimed_status, current_status, factuality
from dragoman.linking.vocabulary import actor_key, vocabulary
from dragoman.linking.wordings import edge_told
from dragoman.ontology import assessment
from dragoman.records import Event, EventMention, Participant, Participation, StatusChange, Venue

T = TypeVar("T", bound=Hashable)


def _claims(
    mentions: Sequence[EventMention], roots: Mapping[str, str], value: Callable[[EventMention], T | None]
) -> list[Claim[T]]:
    found = ((value(m), roots[m.id]) for m in mentions)
    return [(v, root) for v, root in found if v is not None]


def _occurrence(mention: EventMention) -> str | None:
    """What a mention claims about whether the event took place; None where it only looks ahead."""
    status, words = claimed_status(mention), vocabulary()
    if status in words.held:
        return "took place"
    return "did not" if status in ("denied", "planned_not_held") else None


def make_event(
    event_id: str,
    mentions: Sequence[EventMention],
    changes: Sequence[StatusChange],
    roots: Mapping[str, str],
    conflict: str | None,
) -> Event:
    """Compute an event's values from its mentions in reading order, by the mode over roots.

    Args:
        changes: the event's status history.
        roots: independent root by mention id.
    """
    words = vocabulary()
    about = [m for m in mentions if m.type not in words.talks_acts] or list(mentions)
    kind = mode(_claims(about, roots, lambda m: m.type))
    same_kind = [m for m in about if m.type == kind]
    dated, dates_claimed = _dating(about, roots)
    if dated is None:  # of talks that were taken up again that day is known
        dated, dates_claimed = _dating([m for m in mentions if claimed_status(m) == "under_way"], roots)
    status = current_status(changes, roots, dated.start.isoformat() if dated else None)
    places = _claims(mentions, roots, lambda m: m.venue.name if m.venue else None)
    place = mode(places)
    venues = [m.venue for m in mentions if m.venue is not None and m.venue.name == place]
    venue = next((v for v in venues if v.lat is not None), venues[0] if venues else None)
    took_place = _claims(mentions, roots, _occurrence)
    score = disagreement(_claims(about, roots, lambda m: m.type), places, dates_claimed, took_place)
    known = sorted(m.document.published for m in mentions if m.document.published)
    # Codes of a meeting announced and of one held differ (rule R24): those count that tell of it as it stands.
    coded = [m for m in same_kind if (claimed_status(m) in words.held) == (status in words.held)] or same_kind
    return Event(
        id=event_id,
        type=kind,
        plover_event=mode(_claims(coded, roots, lambda m: m.plover.event)),
        cameo=mode(_claims(coded, roots, lambda m: m.cameo)),
        status=status,
        factuality=factuality(status, mentions, roots),
        start=dated.start.isoformat() if dated else None,
        end=dated.end.isoformat() if dated else None,
        date_precision=dated.precision if dated else None,
        observed_first_at=min(known, key=moment) if known else None,
        venue=place,
        venue_country=mode([(v.country, str(i)) for i, v in enumerate(venues) if v.country]),
        venue_status=_venue_status(status, venues),
        lat=venue.lat if venue else None,
        lon=venue.lon if venue else None,
        conflict=conflict,
        track_id=None,
        issues=sorted({issue for m in mentions for issue in m.issues}),
        n_mentions=len(mentions),
        n_documents=len({m.document.id for m in mentions}),
        n_roots=len({roots[m.id] for m in mentions}),
        mention_ids=[m.id for m in mentions],
        disagreement_score=round(score, 4),
        unit_level=mode(_claims(same_kind, roots, lambda m: m.unit_level)),
        format=mode(_claims(about, roots, lambda m: m.format)),
        disclosure=mode(_claims(about, roots, lambda m: m.disclosure)),
        outcome=mode(_claims([m for m in about if claimed_status(m) == status], roots, lambda m: m.outcome)),
    )


def with_third_parties(event: Event, mentions: Sequence[EventMention], people: Sequence[Participation]) -> Event:
    """The event with how deep third parties went, the deepest that anybody tells, and with what strategies (codebook 2.6, 2.7)."""
    affirmed = [m for m in mentions if m.polarity != "negated"]
    told = [m.third_party_involvement for m in affirmed]
    strategies = sorted({s for m in affirmed for s in m.strategy or ()})
    return msgspec.structs.replace(
        event,
        third_party_involvement=assessment.load().involvement(event.type, {p.role for p in people}, told),
        strategy=strategies or None,
    )


def _venue_status(status: str, venues: Sequence[Venue]) -> str | None:
    if not venues:
        return None
    if status in vocabulary().held:
        return "confirmed"
    return mode([(v.status, str(i)) for i, v in enumerate(venues) if v.status])


def _dating(
    mentions: Sequence[EventMention], roots: Mapping[str, str]
) -> tuple[Interval | None, list[Claim[Hashable]]]:
    """The days of an event, and the claims that compete about them.

    Reports of what took place go before announcements. Of the finest precision told, days named by at least
    half as many roots as the best-attested day make up the round, first to last (rule R4). What is reported as done has not been done
    on a day to come.
    """
    held = vocabulary().held
    dated = [(m, told) for m in mentions if (told := days_told(m)) is not None and not _is_of_another(m, told)]
    seen = [pair for pair in dated if claimed_status(pair[0]) in held]
    dated = seen or dated
    if not dated:
        return None, []
    finest = min(told.fineness for _, told in dated)
    claims = [(told, roots[m.id]) for m, told in dated if told.fineness == finest]
    votes = root_votes(claims)
    enough = max(votes.values()) / 2
    chosen = sorted(told for told, count in votes.items() if count >= enough)
    span = Interval(chosen[0].start, max(told.end for told in chosen), chosen[0].precision)
    span = _to_its_ends(span, [(m, told) for m, told in dated if told.fineness == finest])
    outside: list[Claim[Hashable]] = []
    for told, root in claims:
        # Days inside the round agree with it: the first and the last day of talks are no contradiction.
        inside = span.start <= told.start and told.end <= span.end
        outside.append(((span if inside else told), root))
    return span, outside


def _to_its_ends(span: Interval, dated: Sequence[tuple[EventMention, Interval]]) -> Interval:
    """The days of a round, with the day on which it is told to have begun and the one on which it ended, by whomever."""
    if span.precision != "day":
        return span
    first = min((told.start for m, told in dated if edge_told(m) == "start"), default=span.start)
    last = max((told.end for m, told in dated if edge_told(m) == "end"), default=span.end)
    if (max(last, span.end) - min(first, span.start)).days > LONGEST_ROUND_DAYS:
        return span
    return Interval(min(first, span.start), max(last, span.end), span.precision)


def _is_of_another(mention: EventMention, told: Interval) -> bool:
    """Whether the days that a mention gives are not those of its event, as they lay ahead when it was reported as done.

    "They agreed in Tunis to hold elections on 24 December 2021", in a report of 2020, tells when the elections are to be.
    """
    said = day(mention.document.published)
    return said is not None and claimed_status(mention) in vocabulary().held and (told.start - said).days > 1


def make_participations(
    event_id: str, status: str, mentions: Sequence[EventMention], roots: Mapping[str, str]
) -> list[Participation]:
    """Actors and their roles in an event, one row each, with the mentions that say so.

    Negated mentions name nobody as present. Once an event has taken place and a report names who came, the
    announced roster gives way to it; roles of brokers and hosts stay as announced unless reported anew.
    """
    words = vocabulary()
    affirmed = [m for m in mentions if m.polarity != "negated"] or list(mentions)
    after = [m for m in affirmed if claimed_status(m) in words.held] if status in words.held else []
    by_row: dict[tuple[str, str], list[tuple[EventMention, Participant]]] = defaultdict(list)
    for family in (words.mediator, words.roster, None):
        told_after = [m for m in after if any(p.role in family for p in m.participants)] if family else []
        # Who brokered what one side did not sign is told with that.
        in_part = status == "held_partial" and family == words.mediator
        for mention in mentions if in_part else told_after or affirmed:
            for who in mention.participants:
                own = who.role in family if family else who.role not in words.mediator | words.roster
                if own and actor_key(who):
                    by_row[(actor_key(who), who.role)].append((mention, who))
    rows = []
    for (_, role), told in sorted(by_row.items()):

        def most(
            value: Callable[[Participant], str | None], told: list[tuple[EventMention, Participant]] = told
        ) -> str | None:
            return mode([(v, roots[m.id]) for m, p in told if (v := value(p))])

        naming = {t.id for t, _ in told}
        ids = [m.id for m in mentions if m.id in naming]
        rows.append(
            Participation(
                event_id=event_id,
                actor=most(lambda p: p.actor),
                name=most(lambda p: p.name) or most(lambda p: p.mention.text if p.mention else None) or "",
                role=role,
                country=most(lambda p: p.country),
                sector=most(lambda p: p.sector),
                actor_type=most(lambda p: p.actor_type),
                side=most(lambda p: p.side),
                n_mentions=len(ids),
                n_roots=len({roots[m_id] for m_id in ids}),
                basis=ids,
            )
        )
    return rows
