"""Whole texts through the shipped model: what must hold of every event, whatever the model."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.coder import CodedDocument, Coder
from dragoman.records import Document, EventMention

HELD = {"under_way", "held", "held_partial", "suspended", "collapsed"}
ASTANA = "Russia and Turkey proposed peace talks in Astana, without the United States."
TEXTS = [
    ASTANA,
    "The Colombian government held talks with the ELN in Havana on Monday. The talks were mediated by "
    "Norway. Both sides signed a paper on prisoners. “We shall meet again in May,” said the Norwegian envoy.",
    "Kenya hosted a round of talks between Ethiopia and the Tigrayan rebels. The African Union chaired it.",
    "The Kurds were not invited to the talks in Geneva, and Turkey had objected to their presence.",
    "Saudi Arabia denied on Tuesday that it had held secret talks with Iran.",
    "If the shelling stops, Egypt could invite Israel and Hamas to Cairo next week, an official said.",
    "The foreign ministers of Russia, Iran and Turkey met in Sochi on 22 November 2017. They agreed to "
    "guarantee the truce.\n\nThe opposition, which stayed away, called the meeting a farce.",
    "VIENNA - Planned talks on Yemen were postponed after the Houthis refused to board the plane. The U.N. "
    "envoy flew to Sanaa to bring them round. He did not succeed.",
    "According to Reuters, Qatar and Egypt brokered a cease-fire between Israel and Hamas. The truce took "
    "effect at dawn and collapsed by noon.",
    "“Nobody asked us,” the president of Ukraine told reporters in Kyiv. “A deal about us without us is no deal.”",
    "The army shelled the northern suburbs on Friday, killing 12 civilians. Washington condemned the attack "
    "and imposed sanctions on two generals.",
    "Belarus offered to host talks; Ukraine turned the offer down. Pope Francis urged both to negotiate.",
    "The two Koreas exchanged prisoners at Panmunjom. Not a word was said about the cancelled summit.",
    "Home | World | Sport\n\nSubscribe to our newsletter\n\nShare on Facebook\n\nThe U.N. Security Council "
    "adopted Resolution 2254.\n\n© 2016 The Herald. All rights reserved.",
    "Rain fell on the coast all night. The bakery sold its bread early, and children walked to school.",
]


def documents() -> list[Document]:
    return [
        Document.of(text, id=f"doc_{n}", published="2017-11-25", outlet="The Herald") for n, text in enumerate(TEXTS)
    ]


@pytest.fixture(scope="module")
def coded(coder: Coder) -> list[CodedDocument]:
    """Each text coded on its own."""
    return [coder.code(document) for document in documents()]


@pytest.fixture(scope="module")
def events(coded: list[CodedDocument]) -> list[tuple[str, EventMention]]:
    """Every event with its document's text."""
    return [(document.text, event) for document in coded for event in document.events]


def as_json(document: CodedDocument) -> list[bytes]:
    return [msgspec.json.encode(event) for event in document.events]


def test_most_texts_of_diplomacy_tell_of_events(coded: list[CodedDocument]) -> None:
    """A coder that finds nothing would pass every test below."""
    assert sum(bool(d.events) for d in coded[:-1]) >= 12


def test_the_evidence_is_the_sentence_as_it_stands_and_the_trigger_lies_in_it(
    events: list[tuple[str, EventMention]],
) -> None:
    for text, event in events:
        evidence = event.evidence
        assert evidence.text == text[evidence.start : evidence.end]
        trigger = evidence.trigger
        assert trigger.text == text[trigger.start : trigger.end] and trigger.text
        assert evidence.start <= trigger.start < trigger.end <= evidence.end


def test_every_mention_s_words_are_those_at_its_offsets(events: list[tuple[str, EventMention]]) -> None:
    for text, event in events:
        spans = [p.mention for p in event.participants] + [s.mention for s in event.attribution]
        spans += [place.mention for place in (event.venue, event.date) if place is not None]
        for span in spans:
            assert span is None or span.text == text[span.start : span.end] != ""


def test_participants_stand_in_the_sentence_of_their_event(events: list[tuple[str, EventMention]]) -> None:
    for _, event in events:
        for participant in event.participants:
            if participant.mention is not None:
                assert event.evidence.start <= participant.mention.start
                assert participant.mention.end <= event.evidence.end


def test_every_value_is_one_of_the_ontology_s(coder: Coder, events: list[tuple[str, EventMention]]) -> None:
    codes = {name: set(values) for name, values in coder.ontology.codes.items()}
    for _, event in events:
        assert event.type is None or event.type in codes["event_type"]
        without = event.type is not None and coder.ontology.crosswalk(event.type)[0].event is None
        assert event.plover.event is None if without else event.plover.event in codes["plover_category"]
        assert event.plover.mode is None or event.plover.mode in codes["plover_mode"]
        assert set(event.plover.context) <= codes["plover_context"]
        assert event.cameo is None or event.cameo in codes["cameo"]
        assert event.status in codes["status"]
        assert event.polarity in codes["polarity"]
        assert event.certainty in codes["certainty"]
        assert event.tense in codes["tense_modality"]
        assert event.speech_mode in codes["speech_mode"]
        assert set(event.issues) <= codes["issue"]
        assert event.venue is None or event.venue.status in codes["venue_status"]
        for step in event.attribution:
            assert step.relation in codes["attribution_relation"]
            assert step.source_type in codes["source_type"]
        for participant in event.participants:
            assert participant.role in codes["role"]
            assert participant.side is None or participant.side in codes["side"]
            assert participant.actor_type is None or participant.actor_type in codes["actor_type"]
            if participant.exclusion is not None:
                assert participant.exclusion.mode in codes["exclusion_mode"]
                assert participant.exclusion.scope in codes["exclusion_scope"]


def test_confidence_is_a_probability_and_every_event_names_its_rule(
    events: list[tuple[str, EventMention]],
) -> None:
    for _, event in events:
        assert 0 < event.confidence <= 1
        assert event.coder.rule and event.coder.model and event.coder.lexicon


def test_chains_begin_with_the_outlet_and_are_numbered(events: list[tuple[str, EventMention]]) -> None:
    for _, event in events:
        assert [s.step for s in event.attribution] == list(range(1, len(event.attribution) + 1))
        assert event.attribution[0].speaker == "The Herald"


def test_whoever_is_excluded_has_an_exclusion_that_somebody_asserts(
    events: list[tuple[str, EventMention]],
) -> None:
    excluded = [p for _, event in events for p in event.participants if p.role in ("excluded", "boycotting")]
    assert excluded
    for participant in excluded:
        assert participant.exclusion is not None and participant.exclusion.asserted_by


def test_whoever_is_not_excluded_has_no_exclusion(events: list[tuple[str, EventMention]]) -> None:
    for _, event in events:
        for participant in event.participants:
            assert participant.role in ("excluded", "boycotting") or participant.exclusion is None


def test_ids_are_unique_and_each_event_has_its_own_trigger(coded: list[CodedDocument]) -> None:
    for document in coded:
        assert len({e.id for e in document.events}) == len(document.events)
        triggers = [(e.evidence.trigger.start, e.evidence.trigger.end) for e in document.events]
        assert len(set(triggers)) == len(triggers)


def test_events_come_in_the_order_of_the_text(coded: list[CodedDocument]) -> None:
    for document in coded:
        starts = [e.evidence.trigger.start for e in document.events]
        assert starts == sorted(starts)


def test_the_same_text_twice_gives_the_same_records(coder: Coder, coded: list[CodedDocument]) -> None:
    again = [coder.code(document) for document in documents()]
    assert [as_json(d) for d in again] == [as_json(d) for d in coded]


@pytest.mark.parametrize("seed", [1, 2])
def test_neither_order_nor_company_of_documents_changes_their_records(
    coder: Coder, coded: list[CodedDocument], seed: int
) -> None:
    """A text is coded alike alone and among others: records are computed in shards and compared."""
    alone = {d.document.id: as_json(d) for d in coded}
    shuffled = documents()
    random.Random(seed).shuffle(shuffled)
    together = {d.document.id: as_json(d) for d in coder.code_many(shuffled, batch_size=7)}
    changed = [TEXTS[int(i.removeprefix("doc_"))][:60] for i in alone if together[i] != alone[i]]
    assert not changed, f"{len(changed)} of {len(alone)} documents are coded otherwise among others: {changed}"


def test_proposed_talks_are_not_held_and_the_one_left_out_is_excluded(coded: list[CodedDocument]) -> None:
    astana = coded[0].events
    assert "talks_proposed" in {e.type for e in astana}
    assert all(e.status not in HELD for e in astana)
    by_role = {(p.role, p.actor) for e in astana for p in e.participants}
    assert ("excluded", "USA") in by_role
    assert ("initiator", "RUS") in by_role
    assert "TUR" in {actor for _, actor in by_role}


@pytest.mark.parametrize(
    "text",
    [
        "France will host talks between Armenia and Azerbaijan next month.",
        "Egypt hopes to broker a truce between the two sides.",
        "Oman offered to mediate between Iran and Saudi Arabia.",
        "If talks are held in Geneva, Iran will attend.",
    ],
)
def test_what_is_to_come_or_only_wished_for_is_no_held_meeting(coder: Coder, text: str) -> None:
    meetings = ("mediated_talks", "direct_negotiation", "international_conference", "proximity_talks")
    found = coder(text).events
    assert found
    assert not [e for e in found if e.type in meetings and e.status == "held" and e.polarity == "affirmed"]


def test_the_mediator_and_the_parties_of_plain_talks_are_told_apart(coded: list[CodedDocument]) -> None:
    meetings = ("mediated_talks", "direct_negotiation")
    talks = [e for e in coded[1].events if e.type in meetings and e.status in HELD and e.polarity == "affirmed"]
    roles = {(p.role, p.actor) for e in talks for p in e.participants}
    assert {("mediator", "NOR"), ("party", "COL"), ("party", "group:col-eln")} <= roles
    assert not {("party", "NOR"), ("mediator", "COL")} & roles
    venues = {(e.venue.name, e.venue.country) for e in talks if e.venue is not None}
    assert venues == {("Havana", "CUB")}
    assert {e.plover.event for e in talks} == {"CONSULT"}


def test_whoever_was_not_invited_is_excluded(coded: list[CodedDocument]) -> None:
    excluded = [p for e in coded[3].events for p in e.participants if p.role == "excluded"]
    assert any(p.mention is not None and "Kurds" in p.mention.text for p in excluded)


def test_page_furniture_tells_of_nothing(coder: Coder, coded: list[CodedDocument]) -> None:
    body = TEXTS[13].index("The U.N. Security"), TEXTS[13].index("©")
    assert all(body[0] <= e.evidence.start < body[1] for e in coded[13].events)
    assert coder("Home | World | Sport\n\nSubscribe to our newsletter\n\nShare on Facebook\n\nRead more").events == []


def test_rain_and_bread_are_no_diplomacy(coded: list[CodedDocument]) -> None:
    assert [e for e in coded[14].events if e.type is not None] == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "…", "\x00", "\ud800", "1", "“”", "A" * 3000, "- " * 500])
def test_text_that_says_nothing_has_no_events(coder: Coder, text: str) -> None:
    assert coder(text).events == []


PIECES = [
    "talks ",
    "Iran ",
    "“",
    "”",
    ".",
    "\n",
    " ",
    "not ",
    "U.N.-brokered ",
    "é",
    "中",
    "\ud800",
    "'s ",
    "held ",
]
ODD = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@given(ODD)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_odd_text_is_coded_without_failing_and_its_records_are_json(coder: Coder, text: str) -> None:
    for event in coder(text).events:
        assert msgspec.json.decode(msgspec.json.encode(event), type=EventMention) == event


@pytest.mark.parametrize(
    ("text", "polarity", "actors"),
    [
        ("Oman was not excluded from the peace talks.", "negated", {"OMN"}),
        ("The Kurds were never sidelined in the negotiations.", "negated", None),
        ("Nobody was left out of the peace talks in Lusaka.", "negated", set()),
        ("Oman was excluded from the peace talks.", "affirmed", {"OMN"}),
        ("Oman was not invited to the peace talks.", "affirmed", {"OMN"}),
        ("Oman was not only excluded from the peace talks but mocked.", "affirmed", {"OMN"}),
    ],
)
def test_a_denied_exclusion_excludes_nobody(coder: Coder, text: str, polarity: str, actors: set[str] | None) -> None:
    (said,) = [e for e in coder(text).events if e.type == "exclusion_declared"]
    assert said.polarity == polarity
    if actors is not None:
        assert {p.actor for p in said.participants if p.role == "excluded"} == actors


def test_who_is_excluded_brokers_no_talks_of_that_sentence(coder: Coder) -> None:
    text = "Egypt is excluding the EU and Qatar from a new set of Libyan peace talks to be brokered by Algeria and Tunisia."
    (talks,) = [e for e in coder(text).events if e.type == "mediated_talks"]
    roles = {p.actor: p.role for p in talks.participants}
    assert roles["DZA"] == roles["TUN"] == "broker"
    assert roles["QAT"] == "excluded"


def test_a_word_that_says_of_what_kind_a_deal_is_tells_no_event_of_its_own(coder: Coder) -> None:
    events = coder("The evacuation deal was negotiated by Egypt and Qatar.").events
    assert [e.type for e in events] == ["evacuation_agreed"]


def test_nameless_sides_are_not_taken_for_a_country_that_is_merely_near(coder: Coder) -> None:
    for text in (
        "Envoys of the government and the rebels met on Monday. Iran was not invited to the talks.",
        "The army suspended the Jeddah talks.",
    ):
        for event in coder(text, published="2020-01-07").events:
            assert {p.actor for p in event.participants if p.role != "excluded"} <= {None}


def test_whoever_accuses_has_no_part_in_the_violence_it_tells_of(coder: Coder) -> None:
    events = coder(
        "Amnesty International accused the Sudanese government of carrying out summary executions in May."
    ).events
    acts = [e for e in events if e.plover.event in ("ASSAULT", "COERCE")]
    assert acts
    assert all("SDN" in {p.actor for p in e.participants} for e in acts)
    assert not any((p.name or "").startswith("Amnesty") for e in acts for p in e.participants)


def test_talks_that_somebody_threatens_to_cancel_are_not_cancelled(coder: Coder) -> None:
    text = "North Korea issued a second threat to cancel the summit. The rebels threatened to walk out of the talks."
    assert {e.type for e in coder(text).events if e.type} == {"exit_threatened"}
