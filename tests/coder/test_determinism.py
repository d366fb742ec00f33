"""The same text gives the same records, alone and in company, in any order, batch and number of threads.

Records are computed in shards, by processes with threads, and compared with those of other machines: what a text is coded as must not
hang on what else is coded. Dynamic int8 quantisation scales the activations of a pass by their largest value, so that a sentence would
be read otherwise in each batch; `language/en/engine.py` gives each sentence a pass of its own.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.coder import CodedDocument, Coder
from dragoman.language.parse import Sentence
from dragoman.records import Document

SHORT = [
    "",
    "Talks.",
    "The truce collapsed.",
    "Rain fell on the coast all night.",
    "Nobody was left out of the peace talks in Lusaka.",
    "Norway and Qatar will mediate between the army and the rebels in May, two diplomats said.",
]
LONG = (
    "The envoy of the African Union met the Sudanese army chief in Port Sudan on Monday and asked him to send a delegation to the talks "
    "in Jeddah, which Saudi Arabia and the United States have hosted since May. “We will not sit with those who burn our villages,” the "
    "general told reporters after the meeting, according to Reuters. A spokesman for the Rapid Support Forces, who was not invited to "
    "the meeting, said that the paramilitaries had accepted a week-long ceasefire and accused the army of breaking it within hours. "
    "Egypt, which borders Sudan, was kept out of the Jeddah process and complained that a deal without it would not hold. "
)
SENTENCES = [
    "Russia and Turkey proposed peace talks in Astana, without the United States.",
    "The Kurds were not invited to the talks in Geneva, and Turkey had objected to their presence.",
    "According to Reuters, Qatar and Egypt brokered a cease-fire between Israel and Hamas.",
    "The two Koreas exchanged prisoners at Panmunjom.",
    "If the shelling stops, Egypt could invite Israel and Hamas to Cairo next week, an official said.",
    "Belarus offered to host talks; Ukraine turned the offer down.",
    "The army shelled the northern suburbs on Friday, killing 12 civilians, and Washington condemned the attack.",
    "They met again on Tuesday.",
    "The president of Colombia signed the agreement with the ELN in Havana.",
    "Talks on the dam between Ethiopia, Egypt and Sudan ended without a result; the ministers will meet again in a month.",
]
texts = st.one_of(
    st.sampled_from(SHORT),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join),
    st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=4).map("\n\n".join),
    st.sampled_from([LONG, LONG + "It " + "very " * 60 + "much hoped for talks.", LONG + SENTENCES[3]]),
)
"""Texts of no, one and many sentences, of one word and of more words than a short pass has."""


@pytest.fixture(scope="module")
def coders(coder: Coder) -> dict[int, Coder]:
    """The shipped coder on one thread and on two, by threads."""
    return {1: coder, 2: dragoman.load(threads=2)}


@pytest.fixture(scope="module")
def alone(coder: Coder) -> Callable[[str], bytes]:
    """What a text is coded as by itself on one thread, as the JSON of its records."""
    known: dict[str, bytes] = {}

    def code(text: str) -> bytes:
        if text not in known:
            known[text] = as_json(coder.code(document(text)))
        return known[text]

    return code


def document(text: str) -> Document:
    return Document.of(text, id="doc", published="2023-06-21", outlet="The Herald")


def as_json(coded: CodedDocument) -> bytes:
    return msgspec.json.encode(coded.events)


def readings(sentence: Sentence) -> list[bytes]:
    """All numbers that the model gives for a sentence, to the last bit."""
    reading = sentence.reading
    assert reading is not None
    arrays = [reading.probabilities, *reading.clause.values(), reading.trigger, reading.argument]
    return [array.tobytes() for array in arrays]


@given(batch=st.lists(texts, min_size=1, max_size=20), size=st.integers(1, 17), threads=st.sampled_from([1, 2]))
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_text_is_coded_alike_whatever_its_company_its_batch_and_the_threads(
    coders: dict[int, Coder], alone: Callable[[str], bytes], batch: list[str], size: int, threads: int
) -> None:
    together = coders[threads].code_many(map(document, batch), batch_size=size)
    assert [as_json(coded) for coded in together] == [alone(text) for text in batch]


@given(batch=st.lists(texts, min_size=2, max_size=12, unique=True).flatmap(lambda b: st.tuples(st.just(b), st.permutations(b))),
       size=st.integers(1, 17), threads=st.sampled_from([1, 2]))  # fmt: skip
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_of_documents_changes_nothing(
    coders: dict[int, Coder], batch: tuple[list[str], list[str]], size: int, threads: int
) -> None:
    one, other = (
        {d.text: as_json(d) for d in coders[threads].code_many(map(document, order), batch_size=size)}
        for order in batch
    )
    assert one == other


@given(chosen=st.lists(texts.filter(str.strip), min_size=1, max_size=8))
@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_model_gives_the_same_numbers_to_the_last_bit(coders: dict[int, Coder], chosen: list[str]) -> None:
    """Thresholds turn on single probabilities: numbers that are only nearly the same would flip a coding now and then."""
    one, two = (
        [readings(s) for d in coders[threads].code_many(map(document, chosen)) for s in d.sentences]
        for threads in (1, 2)
    )
    assert one == two
