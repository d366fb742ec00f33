"""What a communique or an agreement says is told by the document; what one side issues is that side's word (codebook 1.3, 2.4)."""

from __future__ import annotations

import pytest
from misread import misread

from dragoman.coder import Coder
from dragoman.linking.status import factuality
from dragoman.records import EventMention


def told(coder: Coder, text: str, trigger: str) -> EventMention:
    coded = coder(text, published="2017-05-04", outlet="The Herald")
    return next(e for e in coded.events if trigger in e.evidence.trigger.text)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The communique said that the talks in Tripoli had been suspended.", "suspended"),
        ("The text of the resolution reads that the talks shall resume in Geneva.", "resume"),
        misread(
            "the model marks the guarantee alone",
            "The joint communique said that Russia and Turkey would guarantee the truce in Idlib.",
            "truce",
        ),
        ("According to the agreement, the rebels will attend talks in Geneva.", "talks"),
    ],
)
def test_a_text_of_all_sides_speaks_for_itself(coder: Coder, text: str, trigger: str) -> None:
    event = told(coder, text, trigger)
    assert event.speech_mode == "document_text"
    assert event.attribution[-1].source_type == "document"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "An Angolan army communique said Zairean troops had fired on its positions within hours of the ceasefire.",
            "fired",
        ),
        ("A report by the United Nations said the talks in Tripoli had been suspended.", "suspended"),
        ("A statement by the rebels said the talks in Tripoli had been suspended.", "suspended"),
        ("Sergei Lavrov said the communique had said the talks in Tripoli had been suspended.", "suspended"),
    ],
)
def test_a_text_of_one_side_or_told_by_somebody_does_not(coder: Coder, text: str, trigger: str) -> None:
    assert told(coder, text, trigger).speech_mode == "indirect_speech"


def test_one_text_confirms_what_it_says(coder: Coder) -> None:
    event = told(coder, "The communique said that Chad and Sudan had held talks in Tripoli.", "talks")
    assert factuality("held", [event], {event.id: "one root"}) == "confirmed"
