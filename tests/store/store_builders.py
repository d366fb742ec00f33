"""A small made-up record: documents, mentions with every part filled, and an event layer over them."""

from __future__ import annotations

from typing import Any

from dragoman import records as r
from dragoman.store import Store

TEXTS = (
    "On Friday Norway hosted talks in Oslo. The militia was not invited, an envoy said.",
    "Nothing about peace is in here.",
    "Ñandú 😀 said the talks in Oslo were suspended on Saturday.",
    "Norway called for talks. The government refused to meet.",
    "The talks resumed.",
)


def make_documents(texts: tuple[str, ...] = TEXTS) -> list[r.Document]:
    """Return a document for each text, published on five days in December 2016."""
    return [
        r.Document.of(
            text,
            id=f"d{number}",
            title=f"Title {number}",
            outlet="Example Post",
            published=f"2016-12-{10 + number}",
            url=f"https://example.org/{number}" if number % 2 else None,
            path=f"a.jsonl:{number + 1}",
            author="A. Writer",
            genre="news_report",
        )
        for number, text in enumerate(texts)
    ]


def find(document: r.Document, words: str) -> r.Span:
    """Return the first place of words in a document's text."""
    start = document.text.index(words)
    return r.Span(start, start + len(words), words)


def make_mention(
    document: r.Document, trigger: str, *, version: str = "1", type: str = "mediated_talks", **changes: Any
) -> r.EventMention:
    """Return a mention whose evidence is the whole text, with the spans of words that occur in it."""
    text = document.text
    venue = find(document, "Oslo") if "Oslo" in text else None
    day = next((find(document, word) for word in ("Friday", "Saturday") if word in text), None)
    values: dict[str, Any] = {
        "id": f"em_{document.id}_{trigger}",
        "document": r.DocumentRef(id=document.id, published=document.published, path=document.path),
        "type": type,
        "plover": r.Plover(event="CONSULT", mode="third-party", context=["diplomatic"]),
        "cameo": "046",
        "status": "held",
        "polarity": "affirmed",
        "certainty": "certain",
        "tense": "past",
        "participants": [
            r.Participant(
                role="host",
                actor="NOR",
                name="Norway",
                actor_type="state",
                country="NOR",
                sector="GOV",
                person=r.Person(name="A. Minister", office="foreign_minister"),
                side="third_party",
                mention=find(document, "Norway") if "Norway" in text else None,
                why="test",
            ),
            r.Participant(
                role="excluded",
                name="the militia",
                mention=find(document, "militia") if "militia" in text else None,
                exclusion=r.Exclusion(mode="not_invited", asserted_by="an envoy", excluded_by="NOR"),
            ),
        ],
        "venue": venue and r.Venue(name="Oslo", country="NOR", lat=59.9, lon=10.7, status="confirmed", mention=venue),
        "date": day and r.When(start="2016-12-09", end="2016-12-09", precision="day", text=day.text, mention=day),
        "issues": ["ceasefire", "process_or_representation"],
        "track": "Oslo talks",
        "attribution": [
            r.AttributionStep(step=1, speaker="Example Post", relation="writes", source_type="third_outlet"),
            r.AttributionStep(step=2, speaker="an envoy", relation="quotes", stake="bystander"),
        ],
        "speech_mode": "indirect_speech",
        "evidence": r.Evidence(start=0, end=len(text), text=text, trigger=find(document, trigger)),
        "confidence": 0.875,
        "coder": r.CoderVersion(name="dragoman", version=version, model="m", lexicon="l", rule="r1"),
        "unit_level": "round",
        "format": "proximity",
        "disclosure": "closed_announced",
        "third_party_involvement": "hosting_only",
        "strategy": ["procedural_formulation"],
        "outcome": "ceasefire",
        "ceasefire": r.Ceasefire(class_="preliminary", purpose="humanitarian", declaration_type="bilateral"),
        "agreement_class": "ceasefire",
        "form": "verbal",
    }
    return r.EventMention(**(values | changes))


def code(document: r.Document, version: str = "1") -> list[r.EventMention]:
    """Stand in for a coder: a mention for each 'talks' or 'refused', by the words alone."""
    words = [word for word in ("talks", "refused") if word in document.text]
    return [make_mention(document, word, version=version) for word in words]


def make_event_layer(mentions: list[r.EventMention]) -> dict[str, list[Any]]:
    """Return an event layer with one row of each kind, and one event for each mention."""
    events = [
        r.Event(
            id=f"ev_{number}",
            type=mention.type,
            plover_event="CONSULT",
            cameo="046",
            status="held" if number else "suspended",
            factuality="reported",
            start=f"2016-12-{9 + number:02}" if number != 2 else None,
            end=f"2016-12-{9 + number:02}" if number != 2 else None,
            date_precision="day",
            observed_first_at="2016-12-12",
            venue="Oslo",
            venue_country="NOR",
            venue_status="confirmed",
            lat=59.9,
            lon=None,
            conflict="Exampleland" if number < 2 else None,
            track_id="tr_oslo" if number < 2 else None,
            issues=["ceasefire"],
            n_mentions=1,
            n_documents=1,
            n_roots=1,
            mention_ids=[mention.id],
            disagreement_score=0.25,
        )
        for number, mention in enumerate(mentions)
    ]
    first = mentions[0]
    track = r.Track(
        id="tr_oslo",
        name="Oslo talks",
        conflict="Exampleland",
        brokers=["Norway"],
        parties=["the government"],
        excluded=["the militia"],
        hosts=["Norway"],
        venue="Oslo",
        venue_country="NOR",
        state="active",
        first_seen="2016-12-09",
        last_change="2016-12-14",
        last_status="suspended",
        n_events=2,
        n_documents=2,
        n_roots=2,
        cue="venue and name",
    )
    other = r.Track(
        id="tr_other",
        name="Other talks",
        conflict=None,
        brokers=[],
        parties=[],
        excluded=[],
        hosts=[],
        venue=None,
        venue_country=None,
        state="proposed",
        first_seen=None,
        last_change=None,
        last_status=None,
        n_events=0,
        n_documents=0,
        n_roots=0,
        cue="label",
    )
    return {
        "roots": [r.Root(id="d0", document_id=f"d{number}", basis="own") for number in range(2)],
        "events": events,
        "participations": [
            r.Participation(event_id=event.id, actor="NOR", name="Norway", role="host", basis=event.mention_ids)
            for event in events
        ],
        "status_changes": [
            r.StatusChange(event_id="ev_0", status=status, date=date, mention_id=first.id, document_id="d0")
            for status, date in (("denied", None), ("suspended", "2016-12-12"), ("held", "2016-12-10"))
        ],
        "tracks": [track, other],
        "track_relations": [
            r.TrackRelation(
                track_id="tr_oslo",
                relation="parallel_to",
                other_track_id="tr_other",
                asserted_by="computed",
                date=None,
                mention_id=None,
                basis="same weeks",
            )
        ],
        "exclusions": [
            r.ExclusionRow(
                id="ex_0",
                event_id="ev_0",
                track_id=None,
                excluded_actor=None,
                excluded_name="the militia",
                mode="not_invited",
                excluded_by="NOR",
                reason="not_stated",
                asserted_by="an envoy",
                scope="table",
                date=None,
                mention_id=first.id,
                document_id="d0",
            )
        ],
        "agreements": [
            r.Agreement(
                id="ag_0",
                event_id="ev_1",
                name="Oslo truce",
                agreement_class="ceasefire",
                form="signed",
                announced="2016-12-10",
                signed=None,
                effective=None,
                ended=None,
                status="held",
                signatories=["the government"],
                brokers=["Norway"],
                conflict="Exampleland",
                track_id="tr_oslo",
                n_roots=1,
            )
        ],
    }


def fill(store: Store) -> list[r.EventMention]:
    """Put the whole made-up record into a store and return its mentions."""
    documents = make_documents()
    store.add_documents(documents)
    mentions = [mention for document in documents for mention in code(document)]
    store.add_codings([document.id for document in documents], mentions, coder_version="1")
    store.replace_event_layer(**make_event_layer(mentions))
    return mentions


def exported(store: Store) -> dict[str, bytes]:
    """Return the tables that hold the record as Parquet bytes, without times and names of runs."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    queries = {
        "documents": store.documents(),
        "mentions": store.mentions(),
        "events": store.events(),
        "participations": store.participations(),
        "status": store.status_history(),
        "tracks": store.tracks(),
        "relations": store.track_relations(),
        "exclusions": store.exclusions(),
        "agreements": store.agreements(),
        "roots": store.roots(),
    }
    tables = {name: query.arrow() for name, query in queries.items()}
    tables |= {
        name: store.arrow(f"SELECT * FROM {name} ORDER BY ALL")  # noqa: S608
        for name in ("participant", "exclusion_claim", "attribution", "event_mention", "event_mention_link")
    }
    found = {}
    for name, table in tables.items():
        if "added_run" in table.column_names:
            table = table.drop_columns(["added_run"])
        sink = pa.BufferOutputStream()
        pq.write_table(table.combine_chunks(), sink)
        found[name] = sink.getvalue().to_pybytes()
    return found
