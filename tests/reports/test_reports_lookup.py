"""A brief reads outlines of all events and in full what it shows, and that says the same as the whole record."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

import invented
import msgspec
import pytest

from dragoman.measures.track_paths import track_paths
from dragoman.records import StatusChange
from dragoman.reports import lookup
from dragoman.reports.changes import _last_change
from dragoman.reports.differences import disagreements
from dragoman.reports.lookup import Lookup, Mentions
from dragoman.reports.material import gather
from dragoman.reports.names import Names
from dragoman.reports.notes import Notes
from dragoman.store import Filters, Store


@pytest.fixture
def store() -> Iterator[Store]:
    """A store with the invented record."""
    with Store(":memory:") as opened:
        invented.fill(opened)
        yield opened


def test_a_lookup_asks_for_each_id_once_and_for_many_at_once():
    asked: list[list[str]] = []

    def read(ids: list[str]) -> dict[str, str]:
        asked.append(ids)
        return {id: id.upper() for id in ids if id != "gone"}

    found = Lookup(read)
    found.want(["a", "b", "a", "gone"])
    assert found.several(["b", "gone", "a", "b"]) == {"b": "B", "a": "A"}
    assert (found.get("a"), found.get("gone"), found.get("c")) == ("A", None, "C")
    found.want([])
    assert asked == [["a", "b", "gone"], ["c"]]


def test_mentions_read_when_asked_for_are_those_of_the_record(store):
    every = {mention.id: mention for mention in store.mentions()}
    mentions = Mentions(store)
    assert mentions.records.several([*every, "gone"]) == every
    roots = {root.document_id: root.id for root in store.roots()}
    for place in mentions.places.several([*every, "gone"]).values():
        mention = every[place.id]
        assert place.document_id == mention.document.id
        assert (place.evidence_start, place.evidence_end) == (mention.evidence.start, mention.evidence.end)
        assert place.root_id == roots.get(mention.document.id, mention.document.id)
    assert mentions.places.get("gone") is None and mentions.records.get("gone") is None


@pytest.mark.parametrize("at_a_time", [1, 3, 1000])
@pytest.mark.parametrize("most", [0, 1, 2, 5, 100])
def test_mentions_of_different_roots_come_first(store, monkeypatch, at_a_time, most):
    monkeypatch.setattr(lookup, "AT_A_TIME", at_a_time)
    roots = {root.document_id: root.id for root in store.roots()}
    every = [mention.id for mention in store.mentions()]
    root = {m.id: roots.get(m.document.id, m.document.id) for m in store.mentions()}
    given = ["gone", *every[::2], *every, *every[:3]]
    known = [m for m in dict.fromkeys(given) if m in root]
    lead = {root[m]: m for m in reversed(known)}
    first = [m for m in known if lead[root[m]] == m]
    expected = (first + [m for m in known if m not in first])[:most]
    assert Mentions(store).independent(given, most) == expected


@pytest.mark.parametrize("filters", [Filters(), Filters(until="2031-03-31"), Filters(conflict="Nowhere")])
def test_names_counted_by_the_store_are_those_of_its_rows(store, filters):
    events = list(store.events(filters))
    cited = ["em_mer-03_0", "gone"]
    ids = {m for event in events for m in event.mention_ids} | set(cited)
    people = list(store.participations([event.id for event in events]))
    expected = Names(people, list(store.mentions_by_id(ids)), invented.COUNTRIES.get)
    found = Names.told(store.names_told(filters, cited), store.country_names(filters, cited), invented.COUNTRIES.get)
    assert found._told == expected._told and found._told
    assert found._countries == expected._countries and found._countries


@pytest.mark.parametrize("since", [None, "2031-04", "2031-05-12"])
def test_what_events_rest_on_is_counted_over_their_mentions(store, since):
    filters = Filters(since=since)
    mentions = list(store.mentions_by_id(m for event in store.events(filters) for m in event.mention_ids))
    roots = {root.document_id: root.id for root in store.roots()}
    documents = {m.document.id: m.document for m in mentions}
    found = gather(store, conflict=None, since=since, until=None).reach
    assert found.n_documents == len(documents)
    assert found.n_outlets == len({d.outlet for d in documents.values()})
    assert found.n_roots == len({roots.get(id, id) for id in documents})
    days = sorted(d.published for d in documents.values())
    assert (found.first, found.last) == (days[0], days[-1])
    assert found.coders == sorted({f"{m.coder.name} {m.coder.version}" for m in mentions})


def test_nothing_that_events_rest_on_is_nothing(store):
    found = store.reach(Filters(conflict="Nowhere"))
    assert (found.n_documents, found.n_outlets, found.n_roots) == (0, 0, 0)
    assert (found.first, found.last, found.coders) == (None, None, [])


def test_disagreements_that_are_not_shown_leave_no_notes(material):
    found = material()
    notes = Notes(found.mentions)
    assert disagreements(found, notes, most=0) == [] and notes.all() == []
    assert disagreements(found, notes) and notes.all()


def test_people_in_the_brief_are_those_of_the_whole_record(store):
    found = gather(store, conflict=None, since=None, until=None)
    told = [p for event in found.events for p in found.people(event.id)]
    assert Counter(p.event_id for p in told) == Counter(p.event_id for p in store.participations())
    assert [event.id for event in found.read(found.events)] == [event.id for event in store.events()]
    assert list(found.people("gone")) == [] and found.history("gone") == ()


def shuffled(store: Store, seed: int) -> None:
    """Give the events of the invented record histories made up of all statuses and of dates good and bad."""
    made = random.Random(seed)
    statuses = ["planned", "held", "under_way", "suspended", "postponed", "cancelled", "denied", "collapsed"]
    dates = [
        None,
        "",
        "2031",
        "soon",
        " 2031-02-03",
        "2031-02-30",
        *(f"2031-0{m}-0{d}T10:00" for m in (1, 2, 3) for d in (1, 5, 9)),
    ]
    events = [
        msgspec.structs.replace(
            event,
            track_id=made.choice(["one", "two", None]),
            type=made.choice(["mediated_talks", "ceasefire_declared", "talks_resumed", "mediation_halted", "walkout"]),
            start=made.choice([None, event.start]),
        )
        for event in store.events()
    ]  # fmt: skip
    changes = [
        StatusChange(event_id=event.id, status=made.choice(statuses), date=made.choice(dates), mention_id="m", document_id="d")
        for event in events
        for _ in range(made.choice([0, 1, 4, 12]))
    ]  # fmt: skip
    store.replace_event_layer(events=events, status_changes=changes, participations=store.participations())


@pytest.mark.parametrize("until", [None, "2031-02"])
@pytest.mark.parametrize("seed", range(8))
def test_claims_that_say_the_same_again_do_not_change_the_path_of_a_track(store, seed, until):
    shuffled(store, seed)
    told = store.days_told(until)
    events, claims = cast(Any, store.events_of_tracks()), cast(Any, store.claims_of_tracks())
    found = track_paths(events, claims, until=until, days_told=told)
    assert found == track_paths(store.events(), store.status_history(), until=until)
    assert len(claims) <= len(list(store.status_history()))


@pytest.mark.parametrize("until", [None, "2031-02"])
@pytest.mark.parametrize("seed", range(4))
def test_the_last_turn_of_an_event_is_that_of_its_history(store, seed, until):
    shuffled(store, seed)
    filters = Filters(until=until)
    events = list(store.events(filters))
    known = {p.event_id for p in store.participations() if p.actor}
    found = store.last_turns(filters)
    for event in events:
        history = [c for c in store.status_history(event.id) if until is None or (c.date or "")[: len(until)] <= until]
        last, _ = _last_change(history)
        assert found.get(event.id) == (last.date if last and event.id in known else None)
    assert found.keys() <= {event.id for event in events}
