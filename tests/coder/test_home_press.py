"""What an outlet means by "the President", "senators" and "the Congress", with no country beside them."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def who(coder: Coder, text: str, outlet: str, published: str, role: str = "initiator") -> list[str | None]:
    """Actors of a role in the last event."""
    event = coder(text, published=published, outlet=outlet).events[-1]
    return [p.actor for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "outlet", "published", "recipient"),
    [
        ("Chinese President Xi Jinping praised the deal. Defense Secretary Mark Esper criticized the President.", "CNN", "2020-01-20", "USA"),
        ("President Obama called Raul Castro. French President Francois Hollande arrived. Rep. Peter King accused the President.", "CBS News",
         "2014-12-20", "USA"),
        ("Kenyan President Uhuru Kenyatta met Raila Odinga. Mr. Odinga accused the president of fraud. The US ambassador left.", "CNN",
         "2014-12-20", "KEN"),
    ],
)  # fmt: skip
def test_the_president_with_a_capital_is_that_of_the_outlet_s_country(
    coder: Coder, text: str, outlet: str, published: str, recipient: str
) -> None:
    events = coder(text, published=published, outlet=outlet).events
    found = [p.actor for e in events if e.plover.event == "ACCUSE" for p in e.participants if p.role == "recipient"]
    assert found == [recipient]


@pytest.mark.parametrize(
    ("text", "outlet", "published", "initiator"),
    [
        ("President Trump praised Oman. Lawmakers condemned Iran.", "CNN", "2018-12-14", "gov:usa-congress"),
        ("President Trump praised Oman. The House condemned Iran on Monday.", "CNN", "2018-12-14", "gov:usa-congress"),
        ("The Congress accused the BJP of lying to Pakistan.", "The Hindu", "2010-05-20", "group:ind-congress"),
        ("US Congress rejected the deal with India. Congress accused India of a breach.", "The Hindu", "2010-05-20", "gov:usa-congress"),
        ("Kuwait's parliament met. Lawmakers condemned Iran.", "CNN", "2018-12-14", "KWT"),
    ],
)  # fmt: skip
def test_bare_parliaments_are_those_at_home(
    coder: Coder, text: str, outlet: str, published: str, initiator: str
) -> None:
    assert who(coder, text, outlet, published) == [initiator]


def test_at_the_table_a_senator_is_no_side_beside_his_state(coder: Coder) -> None:
    text = "Sen. John Kerry met the Syrian president, Bashar al-Assad, for talks in Damascus."
    people = [p for e in coder(text, published="2009-02-21", outlet="CNN").events for p in e.participants]
    assert "gov:usa-congress" not in {p.actor for p in people if p.role in ("party", "mediator")}
