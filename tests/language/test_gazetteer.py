"""What a list of known names adds to the reading of names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.gazetteer import KINDS, NAME_OF, settled_names, word_kinds

WORDS = [(0, 6), (7, 11), (12, 18), (19, 21), (22, 27)]


def test_a_known_name_gets_its_own_kind() -> None:
    tags = ["B-PER", "I-PER", "O", "O", "O"]
    upos = ["PROPN", "PROPN", "VERB", "ADP", "PROPN"]
    assert settled_names(tags, upos, WORDS, [(0, 11, "place"), (22, 27, "person")]) == [
        "B-LOC",
        "I-LOC",
        "O",
        "O",
        "B-PER",
    ]


def test_a_name_that_is_right_already_keeps_its_longer_span() -> None:
    tags = ["B-ORG", "I-ORG", "I-ORG", "O", "O"]
    assert settled_names(tags, ["PROPN"] * 5, WORDS, [(7, 11, "organisation")]) == tags


def test_a_nationality_is_no_place() -> None:
    assert (
        settled_names(["O"] * 5, ["ADJ", "NOUN", "VERB", "ADP", "ADJ"], WORDS, [(0, 6, "state"), (22, 27, "state")])
        == ["O"] * 5
    )


def test_a_known_name_inside_a_longer_one_is_part_of_it() -> None:
    tags = ["B-ORG", "I-ORG", "I-ORG", "O", "O"]  # "South Sudan Bank"
    assert settled_names(tags, ["PROPN"] * 5, WORDS, [(0, 11, "state")]) == tags


def test_a_people_that_is_read_as_no_name_is_none() -> None:
    tags, upos = ["O"] * 5, ["PROPN", "NOUN", "VERB", "ADP", "PROPN"]  # "Iraqis were shot in Basra"
    assert settled_names(tags, upos, WORDS, [(0, 6, "state"), (22, 27, "place")]) == [*["O"] * 4, "B-LOC"]


def test_the_rest_of_two_names_that_were_cut_into_begins_anew() -> None:
    tags = ["B-PER", "B-ORG", "I-ORG", "O", "O"]
    assert settled_names(tags, ["PROPN"] * 5, WORDS, [(0, 11, "place")]) == ["B-LOC", "I-LOC", "B-ORG", "O", "O"]


@given(st.lists(st.sampled_from(["O", "B-PER", "I-PER", "B-LOC"]), min_size=5, max_size=5), st.data())
def test_tags_stay_as_many_as_words_and_name_kinds_are_known(tags: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, 26))
    end = data.draw(st.integers(start + 1, 27))
    kind = data.draw(st.sampled_from(sorted(NAME_OF)))
    upos = data.draw(st.lists(st.sampled_from(["PROPN", "NOUN"]), min_size=5, max_size=5))
    found = settled_names(tags, upos, WORDS, [(start, end, kind)])
    assert len(found) == 5
    assert set(NAME_OF) == set(KINDS) - {"none"}
    assert all(k in (0, KINDS.index(kind)) for k in word_kinds(WORDS, [(start, end, kind)]))
