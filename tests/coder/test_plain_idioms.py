"""Plain events told by idioms: who flees, refuses, blames or is blamed, and whom a threat or a quoted command is against."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def told(coder: Coder, text: str) -> list[tuple[str, set[str], set[str]]]:
    """Category, doers and targets of each event."""
    return [
        (
            e.plover.event,
            {p.actor or "?" for p in e.participants if p.role == "initiator"},
            {p.actor or "?" for p in e.participants if p.role == "recipient"},
        )
        for e in coder(text, published="2013-06-12", outlet="Example Post").events
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chadian soldiers fled the town of Bol.", "RETREAT"),
        ("A Libyan pilot defected to Malta.", "RETREAT"),
        ("Ugandan doctors have been on strike since May over pay.", "PROTEST"),
        ("Cyprus turned away Syrian refugees.", "REJECT"),
        ("Austria let in 900 Afghan refugees.", "AID"),
        ("A Greek frigate shadowed a Turkish survey ship.", "MOBILIZE"),
        ("A Thai court gave a Swiss banker two years in prison.", "COERCE"),
        ("Togo put Benin on notice.", "THREATEN"),
        ("Norway thumbed its nose at Japan.", "REJECT"),
    ],
)
def test_an_idiom_is_one_event_of_its_own_category(coder: Coder, text: str, event: str) -> None:
    assert [e for e, _, _ in told(coder, text)] == [event]


@pytest.mark.parametrize(
    ("text", "doer", "target"),
    [
        ("Tunis said Malta would face consequences.", "TUN", "MLT"),
        ("Moscow said Riga would pay dearly.", "RUS", "LVA"),
    ],
)
def test_who_foretells_what_another_will_suffer_threatens_him(coder: Coder, text: str, doer: str, target: str) -> None:
    assert told(coder, text) == [("THREATEN", {doer}, {target})]


def test_who_says_that_another_lied_accuses_him(coder: Coder) -> None:
    assert told(coder, "Zambia said Malawi had lied.") == [("ACCUSE", {"ZMB"}, {"MWI"})]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said Norway would pay for the vaccines.",
        "Norway will pay for rebuilding the hospital in Gaza.",
        "Kuwait said it would pay the cost of the clinic.",
        "Qatar said it would pay for it.",
    ],
)
def test_who_only_pays_for_something_is_not_threatened(coder: Coder, text: str) -> None:
    assert "THREATEN" not in [e for e, _, _ in told(coder, text)]


@pytest.mark.parametrize(
    "text", ['"Leave Mali now," Niger told France.', '"Release our pilots," Niger\'s president told France.']
)
def test_a_quoted_command_is_a_request_to_whoever_is_told(coder: Coder, text: str) -> None:
    assert told(coder, text) == [("REQUEST", {"NER"}, {"FRA"})]


@pytest.mark.parametrize(
    "text",
    [
        '"Thank you for everything," Niger told France.',
        '"See you in Niamey," Macron told Bazoum.',
        '"Have a good day," the minister told reporters.',
        '"Don\'t worry," Merkel told Macron.',
    ],
)
def test_courtesies_in_quotes_are_no_command(coder: Coder, text: str) -> None:
    assert "REQUEST" not in [e for e, _, _ in told(coder, text)]


@pytest.mark.parametrize(
    "text", ["Merkel fired her defence minister on Monday.", "A typhoon flattened villages in Vietnam."]
)
def test_a_dismissal_or_a_storm_is_no_assault(coder: Coder, text: str) -> None:
    assert "ASSAULT" not in [e for e, _, _ in told(coder, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Villagers were killed in heavy rain by rebel gunmen in Chad.",
        "Twelve people were killed in a new wave by Taliban fighters.",
    ],
)
def test_who_kills_in_the_rain_kills(coder: Coder, text: str) -> None:
    assert "ASSAULT" in [e for e, _, _ in told(coder, text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The judge gave prosecutors two weeks to file papers, or the suspect would walk free from jail.", "COERCE"),
        ("Germany stuck to its guns and beat Ghana in the football match.", "REJECT"),
        ("The European Union put its plan for farms on hold.", "SANCTION"),
        ("Jets scrambled from a base in Scotland to intercept a plane.", "RETREAT"),
        ("A minister defected to Labour on Monday.", "RETREAT"),
        ("The government turned a blind eye to smugglers.", "REJECT"),
        ("Rebels fled from the flames.", "RETREAT"),
        ("A strike by Israeli pilots killed 12 people in Gaza.", "PROTEST"),
        ("A doctor operates on the assumption that all will be well.", "AID"),
        ("France taught Italy a lesson in the second half and will play Spain.", "THREATEN"),
    ],
)
def test_what_the_same_words_do_not_tell_elsewhere(coder: Coder, text: str, event: str) -> None:
    assert event not in [e for e, _, _ in told(coder, text)]


def test_who_draws_the_wrath_of_another_is_blamed_by_him(coder: Coder) -> None:
    assert told(coder, "Chile drew the ire of Peru over its vote.") == [("ACCUSE", {"PER"}, {"CHL"})]


def test_whose_armour_leaves_storage_withdraws_from_nothing(coder: Coder) -> None:
    assert "RETREAT" not in [e for e, _, _ in told(coder, "The government moved tanks out of storage.")]


def test_whose_arms_are_used_takes_no_part(coder: Coder) -> None:
    assert told(coder, "Emirati jets dropped American bombs on a market in Yemen.") == [("ASSAULT", {"ARE"}, {"YEM"})]
    assert told(coder, "Turkey shot down a Syrian jet.") == [("ASSAULT", {"TUR"}, {"SYR"})]


def test_whose_goods_are_cut_off_does_so(coder: Coder) -> None:
    assert told(coder, "Russian gas supplies to Latvia were cut off.") == [("SANCTION", {"RUS"}, {"LVA"})]


def test_an_attack_that_is_only_named_has_no_doer_from_the_clause_above(coder: Coder) -> None:
    events = told(coder, "Libya handed over suspects in the Lockerbie bombing.")
    assert all("LBY" not in doers for event, doers, _ in events if event == "ASSAULT")


def test_it_after_praise_is_whoever_is_praised(coder: Coder) -> None:
    events = told(coder, "Oman praised Qatar after it expelled a Syrian diplomat.")
    assert ("SANCTION", {"QAT"}, {"SYR"}) in events


def test_it_after_an_act_of_ones_own_is_the_subject(coder: Coder) -> None:
    events = told(coder, "Turkey hit back after it was shelled by Syria.")
    assert ("ASSAULT", {"SYR"}, {"TUR"}) in events


def test_who_asks_another_to_stop_does_not_do_it(coder: Coder) -> None:
    events = told(coder, "Angola told Congo to stop shelling its villages.")
    assert all("AGO" not in doers for event, doers, _ in events if event == "ASSAULT")
