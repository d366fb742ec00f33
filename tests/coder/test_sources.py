"""Kinds of sources: by the words that name them, by whom they speak for, by whether a person is named (codebook 1.4, R28)."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.coder.attribution.sources import source_type
from dragoman.coder.words import Words

KINDS = Words().source_kinds


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("White House officials", "unnamed_official"),
        ("Foreign Ministry spokeswoman", "unnamed_official"),
        ("aid worker", "expert"),
        ("ministry", "named_official"),
        ("peace talks", None),
    ],
)
def test_the_noun_tells_the_kind_not_what_stands_before_it(phrase: str, kind: str | None) -> None:
    words = phrase.split()
    assert KINDS.by_head(words, words[-1].removesuffix("s")) == kind


def test_a_plural_is_known_whatever_its_lemma_is_read_as() -> None:
    assert KINDS.by_head(["his", "aides"], "aid") == "unnamed_official"
    assert KINDS.by_head(["news", "reports"], "report") == "third_outlet"


def test_a_run_of_words_behind_the_noun_tells_more_than_the_noun() -> None:
    assert KINDS.by_phrase("sources familiar with the draft", len("sources")) == "unnamed_participant"
    assert KINDS.by_phrase("White House aides", len("White House aides")) is None


@pytest.mark.parametrize(
    ("kind", "sector", "named", "nameless"),
    [
        ("unnamed_official", "GOV", "named_official", "unnamed_official"),
        ("unnamed_official", "IGO", "named_official", "unnamed_official"),
        ("unnamed_official", "REB", "named_party", "unnamed_party"),
        ("unnamed_party", "MIL", "named_official", "unnamed_official"),
        ("unnamed_party", None, "named_party", "unnamed_party"),
        ("unnamed_official", "NGO", "expert", "expert"),
        ("unnamed_participant", "REB", "named_party", "unnamed_participant"),
        ("document", "GOV", "document", "document"),
        ("witness", "REB", "witness", "witness"),
    ],
)
def test_a_name_makes_a_source_named_and_its_actor_tells_party_from_official(
    kind: str, sector: str | None, named: str, nameless: str
) -> None:
    assert source_type(kind, sector, person=True, known=True) == named
    assert source_type(kind, sector, known=True) == nameless


def test_a_people_under_arms_is_named_by_its_group_one_of_them_is_not() -> None:
    assert source_type("named_party", "REB", known=True) == "named_party"
    assert source_type("named_party", "REB", known=True, single=True) == "unnamed_party"
    assert source_type("named_party", "REB") == "unnamed_party"


def test_words_of_the_phrase_tell_of_a_party_where_no_actor_does() -> None:
    assert source_type("unnamed_official", None, party=True) == "unnamed_party"


def test_a_party_s_head_without_a_kind_of_his_own_is_of_the_party() -> None:
    assert source_type(None, None, party=True, single=True) == "unnamed_party"
    assert source_type(None, None, party=True, person=True) == "named_party"
    assert source_type(None, "GOV", party=True, person=True) == "named_official"


def test_who_mediates_is_an_official_whatever_he_does_else() -> None:
    assert source_type("unnamed_participant", "NGO", person=True) == "named_official"


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("Shopkeeper Ali Hassan said the rebels had broken the truce in Homs.", "witness", "Ali Hassan"),
        ("The truce has collapsed, said Maria Lopez, a nurse in Cali.", "witness", "Maria Lopez"),
        ("Political scientist Arkady Dubnov said Armenia had rejected the talks.", "expert", "Arkady Dubnov"),
        (
            "The Azerbaijani Ministry of Foreign Affairs has stated that Armenia violated the ceasefire.",
            "named_official",
            "Azerbaijani Ministry of Foreign Affairs",
        ),
    ],
)
def test_occupations_and_ministries_tell_who_speaks(coder: Coder, text: str, kind: str, speaker: str) -> None:
    events = coder(text, published="2020-07-03", outlet="Le Temps").events
    assert events
    assert {(e.attribution[-1].source_type, e.attribution[-1].speaker) for e in events} == {(kind, speaker)}
