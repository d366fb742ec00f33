"""Who says so in interviews and briefings."""

from __future__ import annotations

from dragoman.coder import CodedDocument, Coder
from dragoman.records import EventMention

INTERVIEW = """Norway's special envoy for Sudan, Endre Stiansen, spoke to the Herald about the talks in Jeddah.

Q: Why was the African Union left out of the talks?

A: We never excluded the African Union. I met General Burhan in Port Sudan last week.

Q: What comes next?

A: "We will not go to Jeddah," the general told me.
"""

BRIEFING = """QUESTION: Has Iran accepted the offer?

MR MILLER: We have invited Iran to talks in Muscat.

QUESTION: And Oman?

MR MILLER: Oman is mediating the talks.
"""


def told(coded: CodedDocument, words: str) -> EventMention:
    """The mention whose sentence has some words."""
    return next(e for e in coded.events if words in e.evidence.text)


def test_answers_are_said_by_whom_the_introduction_presents(coder: Coder) -> None:
    coded = coder(INTERVIEW, published="2024-03-01", outlet="Herald")
    steps = told(coded, "General Burhan in").attribution
    assert [s.speaker for s in steps] == ["Herald", "Endre Stiansen"]
    assert (steps[-1].source_type, steps[-1].relation) == ("named_official", "quotes")
    assert told(coded, "General Burhan in").speech_mode == "direct_quote"


def test_questions_are_the_outlets(coder: Coder) -> None:
    coded = coder(INTERVIEW, published="2024-03-01", outlet="Herald")
    assert [s.speaker for s in told(coded, "left out").attribution] == ["Herald"]


def test_i_and_we_in_an_answer_mean_who_speaks(coder: Coder) -> None:
    coded = coder(INTERVIEW, published="2024-03-01", outlet="Herald")
    assert "NOR" in {p.actor for p in told(coded, "General Burhan in").participants}


def test_a_spokesman_speaks_for_the_ministry_that_publishes_the_briefing(coder: Coder) -> None:
    coded = coder(BRIEFING, published="2024-03-01", outlet="U.S. Department of State")
    event = told(coded, "invited Iran")
    assert event.attribution[-1].speaker == "Miller"
    assert event.attribution[-1].actor == "USA"
    assert ("initiator", "USA") in {(p.role, p.actor) for p in event.participants}


def test_labels_belong_to_no_sentence(coder: Coder) -> None:
    coded = coder(BRIEFING, published="2024-03-01")
    assert not any("MILLER" in s.text or "QUESTION" in s.text for s in coded.sentences)
    assert all(coded.text[s.start : s.end] == s.text for s in coded.sentences)
