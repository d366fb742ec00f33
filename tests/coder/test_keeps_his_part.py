"""Who takes part although another thing is told of him beside it: he meets somebody after talks, joins a march, invites, is asked."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder

Parts = set[tuple[str, str]]


def parts(coder: Coder, text: str, trigger: str) -> Parts:
    """Roles with codes, or words, of who takes part in the first event whose trigger has these words."""
    events = coder(text, published="2015-02-03").events
    found = next((e for e in events if trigger in e.evidence.trigger.text), None)
    assert found, f"no {trigger!r} in {text!r}: {[e.evidence.trigger.text for e in events]}"
    return {(p.role, p.actor or (p.mention.text if p.mention else "")) for p in found.participants}


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("After talks with Putin in Moscow, Macron met Zelensky in Kiev.", "talks", ("initiator", "Macron")),
        ("The demonstration brought 10,000 Kenyans into the streets of Nairobi.", "demonstration", ("initiator", "KEN")),
        ("The EU facilitated talks in which Serbia and Kosovo reached an agreement.", "agreement", ("facilitator", "igo:eu")),
        ("President Clinton hosted a ceremony at which Israel and the PLO signed the accord.", "signed", ("host", "person:bill-clinton")),
        ("Kosovo welcomed the resumption of the dialogue with Serbia.", "resumption", ("initiator", "XKX")),
        ("Jordan's king told Netanyahu that Israel must stop its attacks.", "must stop", ("initiator", "JOR")),
        ("In a dispute with Kenya over their maritime border, Somalia recalled its ambassador.", "recalled", ("recipient", "KEN")),
        ("Japan demanded the return of citizens abducted by North Korea.", "demanded", ("recipient", "PRK")),
        ("Angered by Rwanda, Uganda and Burundi expelled its envoys.", "Angered", ("initiator", "UGA")),
        ("Members of Hamas and Fatah held talks in Moscow, which Russia hosted.", "talks", ("host", "RUS")),
        ("South Africa supported the talks between Congo and Rwanda by hosting them in Pretoria.", "talks", ("host", "ZAF")),
        ("The accord was mediated by Kenya and signed by Sudan and the SPLA.", "mediated", ("party", "SDN")),
        ("The plan was drafted by Kenya, praised by the UN and rejected by Uganda.", "rejected", ("recipient", "KEN")),
        ("Brought together by Norway, the government and the opposition signed an accord in Oslo.", "signed", ("mediator", "NOR")),
        ("A French proposal for a peace conference was rejected by Israel and accepted by the Palestinians.", "proposal", ("recipient", "PSE")),
    ],
)  # fmt: skip
def test_who_has_a_part_in_it_keeps_it(coder: Coder, text: str, trigger: str, kept: tuple[str, str]) -> None:
    assert kept in parts(coder, text, trigger)


def test_who_invites_the_factions_convenes_them(coder: Coder) -> None:
    events = coder("Invited by the king of Morocco, the Libyan factions met in Skhirat.", published="2015-02-03").events
    met = next(e for e in events if e.evidence.trigger.text == "met")
    assert ("convener", "MAR") in {(p.role, p.actor) for p in met.participants}


@pytest.mark.parametrize(
    ("text", "trigger", "out"),
    [
        ("The raid drew a protest from Kenya.", "raid", "KEN"),
        ("Kenya bowed to Ugandan demands.", "demands", "initiator KEN"),
        ("Putin said Kiev had called for a ceasefire.", "called for", "RUS"),
        ("Russia deplored the postponement of the talks.", "postponement", "RUS"),
        ("Thailand boycotted a meeting which Indonesia had offered to host.", "offered to host", "THA"),
        ("Bolivia sued Chile in its dispute with Peru.", "sued", "PER"),
        ("Nigerian troops freed 200 girls abducted by Boko Haram.", "freed", "group:nga-boko-haram"),
    ],
)
def test_who_only_answers_or_tells_of_it_does_not(coder: Coder, text: str, trigger: str, out: str) -> None:
    role, _, actor = out.rpartition(" ")
    assert not any(a == actor and role in ("", r) for r, a in parts(coder, text, trigger))


def test_who_threatens_to_stay_away_is_not_disinvited(coder: Coder) -> None:
    text = "Ban Ki-moon withdrew his invitation to Iran after the Syrian opposition threatened to boycott the talks."
    assert {a for r, a in parts(coder, text, "withdrew") if r == "excluded"} == {"IRN"}


def test_a_town_taken_from_a_movement_is_not_its_state_s(coder: Coder) -> None:
    text = "Kurdish fighters took Manbij from Islamic State."
    assert ("recipient", "SYR") not in parts(coder, text, "took")
    assert ("recipient", "UKR") in parts(coder, "Ukraine said Russian forces had shelled Kharkiv.", "shelled")


def test_who_stops_a_convoy_and_demands_something_demands_it(coder: Coder) -> None:
    for text in (
        "The rebels stopped a UN convoy, demanding a ceasefire.",
        "Russia blocked a UN statement, demanding a ceasefire first.",
    ):
        event = next(e for e in coder(text, published="2015-02-03").events if e.evidence.trigger.text == "demanding")
        assert event.polarity == "affirmed"
    [*_, kept] = coder("The truce stopped the army from attacking the camp.", published="2015-02-03").events
    assert kept.polarity == "negated"


def test_police_are_not_of_the_country_of_a_victim(coder: Coder) -> None:
    assert ("initiator", "FRA") not in parts(
        coder, "Police arrested a man who had killed a French tourist.", "arrested"
    )
