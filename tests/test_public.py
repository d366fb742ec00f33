"""The Python interface: what a user who writes `import dragoman` may rely on."""

from __future__ import annotations

import datetime

import msgspec
import pytest

import dragoman
from dragoman.coder import Coder
from dragoman.records import Actor, Document, EventMention

TEXT = (
    "Norway mediated talks between the Colombian government and the ELN in Oslo on Monday. "
    "The United States was not invited to the talks, a Norwegian diplomat said."
)
PLEA = "Turkey condemned Israel for the strike on the hospital."


@pytest.fixture(scope="module")
def document(coder: Coder) -> dragoman.CodedDocument:
    return coder(TEXT, published="2016-12-17", outlet="Reuters")


def test_a_coder_is_had_by_one_call_without_arguments() -> None:
    assert isinstance(dragoman.load(), dragoman.Coder)


def test_a_document_has_events_sentences_mentions_and_its_text(document: dragoman.CodedDocument) -> None:
    assert document.text == TEXT
    assert len(document.sentences) == 2
    assert document.events and all(isinstance(e, EventMention) for e in document.events)
    assert isinstance(document.mentions, list) and document.mentions


def test_mentions_are_the_phrases_in_reading_order_with_who_is_meant(document: dragoman.CodedDocument) -> None:
    mentions = document.mentions
    assert len(mentions) == len(list(mentions)) == len({(m.start, m.end) for m in mentions})
    assert all(TEXT[m.start : m.end] == m.text for m in mentions)
    assert [m.sentence for m in mentions] == sorted(m.sentence for m in mentions)
    meant = {m.text.removeprefix("The "): m.actor for m in mentions}
    assert (meant["Norway"], meant["United States"]) == ("NOR", "USA")


def test_events_bear_outlet_and_date_of_their_document(document: dragoman.CodedDocument) -> None:
    for event in document.events:
        assert (event.document.outlet, event.document.published) == ("Reuters", "2016-12-17")
        assert event.attribution[0].speaker == "Reuters"


def test_records_bear_the_names_of_the_json_as_attributes(document: dragoman.CodedDocument) -> None:
    event = document.events[0]
    told = msgspec.to_builtins(event)
    assert told["plover"]["event"] == event.plover.event
    assert told["evidence"]["trigger"]["start"] == event.evidence.trigger.start
    participant = event.participants[0]
    assert told["participants"][0]["role"] == participant.role
    assert (participant.actor, participant.country) == (
        told["participants"][0]["actor"], told["participants"][0]["country"],
    )  # fmt: skip


def test_the_json_of_an_event_has_the_agreed_keys_and_reads_back(document: dragoman.CodedDocument) -> None:
    for event in document.events:
        told = msgspec.json.decode(msgspec.json.encode(event))
        wanted = (
            "id document type plover cameo status polarity certainty tense participants venue date "
            "issues track attribution evidence confidence coder"
        )
        assert set(wanted.split()) <= set(told)
        assert set(told["coder"]) >= {"name", "version", "model", "lexicon", "rule"}
        assert told["id"].startswith("em_")
        assert msgspec.json.decode(msgspec.json.encode(event), type=EventMention) == event


def test_a_date_without_a_day_of_publication_is_not_guessed(coder: Coder) -> None:
    for event in coder("Norway mediated talks between Serbia and Kosovo on Friday.").events:
        if event.date is not None:
            assert (event.date.start, event.date.precision) == (None, "relative")


def test_many_texts_come_back_in_order_whatever_the_size_of_a_batch(coder: Coder) -> None:
    texts = [f"Oman held talks with Iran in round {n}." for n in range(5)]
    assert [d.text for d in coder.pipe(texts, batch_size=2)] == texts
    assert [d.text for d in coder.pipe(iter(texts), batch_size=64)] == texts
    assert list(coder.pipe([])) == []


def test_a_stream_is_read_no_further_than_the_batch(coder: Coder) -> None:
    read: list[int] = []

    def endless():  # type: ignore[no-untyped-def]
        while True:
            read.append(1)
            yield "Oman met Iran."

    next(coder.pipe(endless(), batch_size=2))
    assert len(read) == 2


def test_a_marked_pair_has_a_category_and_sixteen_probabilities_that_sum_to_one(coder: Coder) -> None:
    source, target = (0, 6), (17, 23)
    assert (PLEA[slice(*source)], PLEA[slice(*target)]) == ("Turkey", "Israel")
    relation = coder.relation(PLEA, source=source, target=target)
    assert set(relation.probabilities) == set(coder.ontology.codes["plover_category"])
    assert len(relation.probabilities) == 16
    assert sum(relation.probabilities.values()) == pytest.approx(1)
    assert all(0 <= p <= 1 for p in relation.probabilities.values())
    assert relation.label == max(relation.probabilities, key=lambda c: relation.probabilities[c])


def test_a_plain_condemnation_is_an_accusation(coder: Coder) -> None:
    assert coder.relation(PLEA, source=(0, 6), target=(17, 23)).label == "ACCUSE"


@pytest.mark.parametrize("text", ["Nothing.", "“"])
def test_a_pair_in_a_text_that_says_nothing_still_has_a_distribution(coder: Coder, text: str) -> None:
    relation = coder.relation(text, source=(0, 1), target=(0, 1))
    assert sum(relation.probabilities.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "source", "target", "told"),
    [
        (PLEA, (0, 0), (17, 23), "source (0, 0) is empty"),
        (PLEA, (0, 6), (23, 17), "target (23, 17) ends before it begins"),
        (PLEA, (0, 6), (17, 900), "target (17, 900) lies outside the text"),
        (PLEA, (-6, 6), (17, 23), "source (-6, 6) lies outside the text"),
        (PLEA, (6, 7), (17, 23), "source (6, 7) holds no word"),
        (PLEA, (0, 6), None, "target None is not a pair"),
        ("", (0, 1), (0, 1), "the text is empty"),
        (" \n ", (0, 1), (1, 2), "the text is empty"),
    ],
)
def test_a_pair_that_marks_no_phrases_is_refused_and_not_guessed(coder: Coder, text, source, target, told) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(dragoman.DragomanError) as caught:
        coder.relation(text, source=source, target=target)
    assert told in str(caught.value)


def test_two_phrases_longer_than_the_model_reads_are_both_read(coder: Coder) -> None:
    text = f"{'Turkey ' * 600}condemned {'Israel ' * 600}."
    relation = coder.relation(text, source=(0, 4199), target=(4210, 8409))
    assert relation.probabilities[relation.label] > 1 / 16 + 0.01


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2016-12-17", "2016-12-17"),
        (datetime.date(2016, 12, 17), "2016-12-17"),
        (datetime.datetime(2016, 12, 17, 9, 30), "2016-12-17T09:30:00"),
        ("2016-12-17T09:30:00+03:00", "2016-12-17T09:30:00+03:00"),
        (None, None),
        ("", None),
    ],
)
def test_a_day_of_publication_is_a_date_of_iso_or_of_python(coder: Coder, given: object, day: str | None) -> None:
    assert coder("Oman met Iran.", published=given).document.published == day  # type: ignore[arg-type]


@pytest.mark.parametrize("given", ["foo", "17.12.2016", "2016-02-30", "2016", 2016, 20161217, ["2016-12-17"]])
def test_what_is_no_day_of_publication_is_refused(coder: Coder, given: object) -> None:
    for call in (
        lambda: coder("Oman met Iran.", published=given),
        lambda: coder.resolve("Oman", published=given),
        lambda: Document.of("Oman met Iran.", published=given),
    ):
        with pytest.raises(dragoman.DragomanError, match="unreadable date"):
            call()


def test_the_day_tells_who_held_the_office_also_as_a_date_object(coder: Coder) -> None:
    assert coder.resolve("the U.S. president", published=datetime.date(2016, 12, 17)).person == "Barack Obama"


def test_an_outlet_of_blanks_is_no_outlet_and_no_speaker(coder: Coder) -> None:
    for outlet in ("", "  "):
        coded = coder(TEXT, outlet=outlet)
        assert coded.document.outlet is None
        assert "" not in {step.speaker for event in coded.events for step in event.attribution}


@pytest.mark.parametrize(
    ("phrase", "actor", "country"),
    [("Russia", "RUS", "RUS"), ("the Turkish government", "TUR", "TUR"), ("Washington", "USA", "USA")],
)
def test_a_phrase_is_resolved_to_an_actor(coder: Coder, phrase: str, actor: str, country: str) -> None:
    found = coder.resolve(phrase)
    assert isinstance(found, Actor)
    assert (found.id, found.country) == (actor, country)
    assert found.name and found.actor_type and found.why


def test_the_context_tells_whose_opposition_is_meant(coder: Coder) -> None:
    found = coder.resolve("armed opposition", published="2016-12-17", context="Syria")
    assert found.country == "SYR"
    assert found.sector in ("OPP", "REB")


def test_the_date_tells_who_held_the_office(coder: Coder) -> None:
    assert coder.resolve("the U.S. president", published="2016-12-17").person == "Barack Obama"
    assert coder.resolve("the U.S. president", published="2018-12-17").person == "Donald Trump"


def test_what_is_unknown_is_none(coder: Coder) -> None:
    found = coder.resolve("the Quibbling Wombats of Nowhere")
    assert (found.id, found.person, found.office) == (None, None, None)


def test_a_document_made_elsewhere_is_coded_with_its_own_id(coder: Coder) -> None:
    coded = coder.code(Document.of(TEXT, id="mine", url="https://example.org/a", title="Talks in Oslo"))
    assert coded.events
    assert all((e.document.id, e.document.title) == ("mine", "Talks in Oslo") for e in coded.events)


def test_coding_says_nothing_on_its_own(coder: Coder, capfd: pytest.CaptureFixture[str]) -> None:
    coder(TEXT)
    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_errors_on_purpose_have_one_base() -> None:
    from dragoman import errors

    own = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, Exception)]
    assert all(issubclass(e, dragoman.DragomanError) for e in own)
