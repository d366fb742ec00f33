"""Stretches that another outlet speaks: a line "Reuters:" before quoted paragraphs."""

from __future__ import annotations

from dragoman.actors import Knowledge
from dragoman.coder.attribution.voices import find_voices

REPORTING = frozenset({"say", "report", "tell", "announce"})
BLOCK = """Commentators were quick. This is how it began. Reuters:

“The next step is to reach an agreement,” the president said in Tokyo.

He said talks could take place in the Kazakh capital.

The author of this page is not so sure. Nothing here is news.

He said nothing more."""


def voice_at(text: str, words: str, knowledge: Knowledge, outlet: str | None = "The Weekly Reader") -> str | None:
    voice = find_voices(text, outlet, knowledge, REPORTING).at(text.index(words))
    return voice.name if voice else None


def test_paragraphs_after_an_outlet_and_a_colon_are_spoken_by_it(knowledge: Knowledge) -> None:
    assert voice_at(BLOCK, "next step", knowledge) == "Reuters"
    assert voice_at(BLOCK, "He said talks", knowledge) == "Reuters"


def test_what_stands_before_is_the_author_s_own(knowledge: Knowledge) -> None:
    assert voice_at(BLOCK, "Commentators", knowledge) is None


def test_the_first_paragraph_that_reports_nothing_ends_the_stretch(knowledge: Knowledge) -> None:
    assert voice_at(BLOCK, "The author", knowledge) is None
    assert voice_at(BLOCK, "He said nothing more", knowledge) is None


def test_a_wire_is_named_as_a_wire(knowledge: Knowledge) -> None:
    voice = find_voices(BLOCK, None, knowledge, REPORTING).at(BLOCK.index("next step"))
    assert voice is not None and voice.source_type == "wire"


def test_an_outlet_does_not_quote_itself(knowledge: Knowledge) -> None:
    assert voice_at(BLOCK, "next step", knowledge, outlet="Reuters") is None


def test_a_colon_after_something_that_is_no_outlet_opens_no_stretch(knowledge: Knowledge) -> None:
    text = BLOCK.replace("Reuters:", "Three Points:")
    assert voice_at(text, "next step", knowledge) is None


def test_an_outlet_named_inside_a_sentence_opens_no_stretch(knowledge: Knowledge) -> None:
    text = BLOCK.replace("Reuters:\n", "Reuters was there.\n")
    assert voice_at(text, "next step", knowledge) is None


def test_the_whole_name_of_an_outlet_counts_not_its_last_word(knowledge: Knowledge) -> None:
    text = BLOCK.replace("Reuters:", "As told in The New York Times:")
    assert voice_at(text, "next step", knowledge) == knowledge.outlet("The New York Times").name  # type: ignore[union-attr]


def test_an_outlet_that_writes_is_one_too(knowledge: Knowledge) -> None:
    assert voice_at(BLOCK.replace("Reuters:", "Reuters reports:"), "next step", knowledge) == "Reuters"
