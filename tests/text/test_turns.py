"""Who has the word from where to where in interviews and briefings."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.turns import find_turns, without_labels

BRIEFING = """The minister took questions in Windhoek.

QUESTION: Will you host the talks?

MS SHIKONGO: We have offered Windhoek as the venue.
Nobody has answered yet.

QUESTION: And who is invited?

MS SHIKONGO: Both sides are.
"""


def turns(text: str, outlet: str | None = None) -> list[tuple[str, bool]]:
    return [(t.label, t.asks) for t in find_turns(text, outlet)]


def test_a_turn_goes_on_over_paragraphs_without_a_label() -> None:
    found = find_turns(BRIEFING)
    assert [(t.label, t.asks) for t in found] == [("QUESTION", True), ("SHIKONGO", False)] * 2
    assert BRIEFING[found[1].start : found[1].end].strip().endswith("Nobody has answered yet.")
    assert BRIEFING[found[1].label_start : found[1].label_end] == "MS SHIKONGO"


def test_labels_inside_a_paragraph_open_turns() -> None:
    text = "Q: Did they meet? A: They did, in Malabo. Q: And did they sign? A: Nothing was signed."
    assert turns(text) == [("Q", True), ("A", False)] * 2


@pytest.mark.parametrize("first", ["ANNA BERG, HOST", "Anna Berg (host)", "Anna Berg"])
def test_one_speaker_has_one_name_however_the_labels_shorten_it(first: str) -> None:
    text = f"{first}: Who called the meeting?\n\nLucia Mendes: We did.\n\nBerg: Why?\n\nMendes: Nobody else would.\n"
    assert (
        turns(text)
        == [("ANNA BERG" if first.isupper() or "HOST" in first else "Anna Berg", True), ("Lucia Mendes", False)] * 2
    )


def test_initials_stand_for_the_name_before_them() -> None:
    text = "Lucia Mendes: Who came?\n\nOmar Said: Nobody.\n\nLM: Why?\n\nOS: They were not asked.\n"
    assert turns(text) == [("Lucia Mendes", True), ("Omar Said", False)] * 2


def test_the_outlet_asks_under_its_own_name() -> None:
    text = "Herald: You were there.\n\nMendes: I was.\n\nHerald: Who else?\n\nMendes: Who else would come?\n"
    assert turns(text, "Windhoek Herald") == [("Herald", True), ("Mendes", False)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Photos: the summit\n\nRead more: who came\n\nPhotos: the signing\n\nRead more: why it failed\n\nWho won?\n",
        "Monday: talks open.\n\nTuesday: talks go on.\n\nWednesday: talks end. What now?\n",
        "The envoy said: We shall meet. The rebels said: Never. Will they? He said: Perhaps. They said: No.",
        "Mendes: I came.\n\nSaid: I came, too.\n\nMendes: We spoke.\n\nSaid: We agreed.\n",
    ],
)
def test_what_is_no_conversation_has_no_turns(text: str) -> None:
    assert find_turns(text) == []


def test_sentences_lose_the_labels_and_nothing_else() -> None:
    text = "Q: Did they meet? A: They did.\nQ: And sign? A: No."
    kept = without_labels([(0, 17), (18, 30), (31, 43), (44, len(text))], find_turns(text))
    assert [text[a:b] for a, b in kept] == ["Did they meet?", "They did.", "And sign?", "No."]


@given(
    st.lists(
        st.sampled_from(["Q: Who came?", "A: Nobody.", "HOST: Why?", "Text.", "\n", " ", "MR BO: Ask them. "]),
        max_size=14,
    )
)
def test_turns_follow_each_other_and_cover_no_label(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = find_turns(text)
    for turn, after in pairwise(found):
        assert turn.end <= after.label_start
    for turn in found:
        assert turn.label_start < turn.label_end < turn.start <= max(turn.start, turn.end) <= len(text)
