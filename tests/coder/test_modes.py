"""How somebody is kept out, where no wording of an event type tells it."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (
            "The talks opened. Kenya complained that it had not been consulted about the Nairobi meeting.",
            "not_informed",
        ),
        ("The talks opened. Kenya complained that it had not been consulted.", "not_informed"),
        ("Chad and Sudan signed a truce. Kenya was not consulted on the accord.", "bypassed_in_deal"),
        ("Chad and Sudan signed a truce. Niger, whose envoy was told of it by a reporter, protested.", "not_informed"),
        ("The accord was signed in Addis Ababa. The faction of General Deng is not covered.", "uncovered_by_text"),
        ("The talks opened in Doha. Kenya took no part in Friday's session.", "absent_unexplained"),
        ("The talks opened in Doha. Egypt is not taking part.", "absent_unexplained"),
        ("Norway had insisted that Chad take part in the talks, but Sudan objected.", "vetoed"),
        ("Indonesia pushed for the exclusion of Myanmar from the summit.", "vetoed"),
        ("The envoy of Kenya was not admitted to the talks in Sochi at Russia's insistence.", "vetoed"),
        ("The truce held. Kenya chairs IGAD, but the bloc itself had no hand in the deal.", "bypassed_in_deal"),
    ],
)
def test_the_words_tell_how(coder: Coder, text: str, mode: str) -> None:
    events = coder(text, published="2014-03-12").events
    assert {p.exclusion.mode for e in events for p in e.participants if p.exclusion} == {mode}
