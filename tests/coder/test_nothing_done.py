"""Words by which nothing of the kind is done: protest as a reason, a seat taken over, a deadlock broken, a landing, a feeling."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def labels(coder: Coder, text: str) -> list[str]:
    """Types (or PLOVER categories) of the events of a text, in order."""
    return [e.type or e.plover.event for e in coder(text, published="1998-05-14", outlet="Example Post").events]


NOTHING = [
    ("The minister resigned in protest at the delay of the talks.", "PROTEST"),
    ("Senegal's ambassador left the hall in protest at the vote on the truce.", "PROTEST"),
    ("Tawakkol gave up her seat at the talks in protest at the quota.", "PROTEST"),
    ("The chairman's proposal broke the deadlock in the peace talks.", "talks_collapsed"),
    ("The envoy broke the impasse in the talks.", "talks_collapsed"),
    ("A truce came into force in May, but the rebels have kept up their offensive.", "none"),
    ("Sall, a former general, has chaired the West African bloc ECOWAS since July, and met the junta on Monday.", "mediated_talks"),
    ("The Minsk Group, which is co-chaired by Russia and France, sent an envoy to Baku.", "mediated_talks"),
    ("The UN envoy opened the session before handing over the chair to his deputy.", "mediator_resigned"),
    ("Guaido followed the talks from Caracas.", "direct_negotiation"),
    ("The rebels have taken refuge in Addis Ababa during the talks.", "COERCE"),
    ("A Kuwaiti jet carrying members of the rebel negotiating team had landed at Muscat airport before the talks.", "ASSAULT"),
    ("Their mandate expired on July 31 and the truce was signed in May.", "CONCEDE"),
    ("Zairean President Mobutu boarded a South African naval vessel on Saturday for talks with the rebels.", "COERCE"),
    ("The generals despise the rebels, and the rebels do not trust them.", "ACCUSE"),
    ("Erdimi, head of the rebel group, is expected to fly home next week.", "mediator_resigned"),
    ("The junta leader had not ruled out standing for election, so the rebels boycotted the dialogue.", "exclusion_declared"),
    ("The army refused to say whether it had lost men in the truce.", "REJECT"),
    ("The mediator declined to name a date for the peace talks.", "REJECT"),
    ("The EU is to decide next week whether to recommend that accession talks with Nicosia be opened.", "direct_negotiation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label"), NOTHING, ids=[text[:40] for text, _ in NOTHING])
def test_words_by_which_nothing_is_done_make_no_such_event(coder: Coder, text: str, label: str) -> None:
    assert label not in labels(coder, text)


STILL = [
    ("Thousands took to the streets of Tunis in protest at the accord.", "PROTEST"),
    ("The peace talks broke down on Friday in Arusha.", "talks_collapsed"),
    ("Commandos landed on the island at dawn and seized the lighthouse.", "ASSAULT"),
    ("Kenya chaired the talks between the government and the rebels.", "mediated_talks"),
    ("Uganda refused to withdraw its troops from Congo.", "REJECT"),
    ("A rocket lands near the US embassy in Baghdad during the truce.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "label"), STILL, ids=[text[:40] for text, _ in STILL])
def test_the_act_itself_stays(coder: Coder, text: str, label: str) -> None:
    assert label in labels(coder, text)


MISSED = [
    ("The latest French push for a settlement collapsed in Nouakchott in March.", "talks_collapsed"),
    ("His bid to end the civil war collapsed in May.", "talks_collapsed"),
    ("Kenya was passed over as mediator in favour of Egypt.", "exclusion_declared"),
    ("Togo, which had volunteered to host the talks, was passed over.", "exclusion_declared"),
    ("Turkey declined to rule out military action in northern Syria.", "THREATEN"),
    ("The rebel congress voted for the peace plan.", "endorsement"),
    ("France sent only its foreign minister to the peace conference.", "international_conference"),
    ("The deputy commander of the Kosovo Liberation Army met Serbian general Ojdanic for two hours in a bid to save a truce.", "direct_negotiation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label"), MISSED, ids=[text[:40] for text, _ in MISSED])
def test_acts_in_these_words_are_events(coder: Coder, text: str, label: str) -> None:
    assert label in labels(coder, text)


@pytest.mark.parametrize(
    "text", ["A bid for the airline collapsed on Friday.", "General Smith was passed over for promotion."]
)
def test_the_same_words_of_other_matters_are_none(coder: Coder, text: str) -> None:
    assert labels(coder, text) == []
