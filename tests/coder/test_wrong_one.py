"""Who is not meant by words that keep somebody out, or by which somebody stays away."""

from __future__ import annotations

import pytest
from casts import actors, told

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "trigger", "out"),
    [
        ("The talks opened. Kenya chairs IGAD, but the bloc itself had no hand in the deal.", "had", ["igo:igad"]),
        ("The peace talks opened. We could not get the Polisario delegation here, UN envoy Horst Koehler said.", "could not get",
         ["group:esh-polisario"]),
        ("M23 was kept out of the Luanda process, in which Rwanda dealt with Angola, and was excluded from the Nairobi process.",
         "excluded", ["group:cod-m23"]),
        ("The talks would fail as long as the Afghans themselves were kept out of the room.", "kept", ["AFG"]),
        ("The mediators met in Paris without inviting Egypt, Jordan or Israel.", "inviting", ["EGY", "ISR", "JOR"]),
        ("Hamas was not asked to the talks, and its leader signed the accord in silence.", "signed", []),
        ("The faction of Chad was barred from the talks and later admitted.", "admitted", []),
        ("The truce was signed by Chad and Sudan, but not by Egypt.", "signed", []),
        ("The Syrian peace talks opened on Friday with only the government in the building.", "peace talks", []),
        ("The talks of the Libyans ended in Tunis without a new government.", "talks", []),
        ("The contacts between Manila and the rebels went on without the public's knowledge.", "contacts", []),
        ("The United States, which negotiated with the Taliban in Doha while Kabul was kept out, sent an envoy to the conference.",
         "negotiated", ["AFG"]),
        ("The United States, which negotiated with the Taliban in Doha while Kabul was kept out, sent an envoy to the conference.",
         "sent", []),
        ("The rebels at first refused to sit with the delegates of Chad, and the talks were delayed twice.", "delayed", []),
        ("Opposition parties allied with the SPLA were shut out of the talks at the government's request.", "shut out", [""]),
        ("Groups close to Hamas were kept out of the negotiations in Cairo.", "kept out", [""]),
        ("The Sudan Revolutionary Front said it had been sidelined, although its leaders had held talks with the FFC.", "talks", []),
        ("The envoys discussed the fighting between Ecuador and Peru, neither of which was called to the table.", "called",
         ["ECU", "PER"]),
        ("The exiled Kuwaiti government protested that it had not been consulted about the talks.", "consulted", ["KWT"]),
        ("Iran and Egypt have no place at the talks, and neither does Turkey.", "place", ["EGY", "IRN", "TUR"]),
    ],
)  # fmt: skip
def test_only_those_are_kept_out_of_whom_it_is_told(coder: Coder, text: str, trigger: str, out: list[str]) -> None:
    events = coder(text, published="2023-03-10", outlet="Example Post").events
    found = [e for e in events if trigger in e.evidence.trigger.text]
    assert all(sorted(p.actor or "" for p in e.participants if p.role == "excluded") == out for e in found)
    assert found or not out


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Savimbi, the UNITA leader, boycotted Lusaka.", ["group:ago-unita"]),
        (
            "The talks between Sihanouk and Hun Sen in Paris were boycotted by the Khmer Rouge.",
            ["group:khm-khmer-rouge"],
        ),
        ("Hezbollah and Amal, neither of which sent anyone to the talks in Taif, attacked the agreement.",
         ["group:lbn-amal", "group:lbn-hezbollah"]),
        ("Netanyahu will have to talk to Abbas, whose conference he boycotted in June.", ["ISR"]),
    ],
)  # fmt: skip
def test_who_is_stayed_away_from_boycotts_nothing(coder: Coder, text: str, who: list[str]) -> None:
    event = next(e for e in coder(text, published="1989-06-10").events if e.type == "boycott")
    assert actors(event, "boycotting") == who


def test_a_boycott_of_somebody_is_a_refusal_to_deal_with_him(coder: Coder) -> None:
    event = told(coder, "The report said that the boycott of Hamas by the Quartet had been a mistake.", "boycott")
    assert event.type == "talks_refused"
    assert actors(event, "recipient") == ["group:pse-hamas"]


def test_who_stays_out_at_anothers_request_is_vetoed(coder: Coder) -> None:
    event = told(coder, "The African Union stayed out of the talks at the request of the Polisario.", "stayed")
    assert event.type == "participant_vetoed"
    assert actors(event, "excluded") == ["igo:african-union"]
    assert actors(event, "initiator") == ["group:esh-polisario"]


def test_who_complains_is_himself_out(coder: Coder) -> None:
    text = "The talks opened. Tamaz Nadareishvili, who heads the government of Abkhazia in exile, said he had learned of them from the press."
    event = next(e for e in coder(text, published="1997-08-20").events if e.type == "exclusion_declared")
    assert actors(event, "excluded") == ["group:geo-abkhazia-exile"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kellogg said that Ukraine would be consulted but Europe would not sit at the table.", "exclusion_declared"),
        ("The president's aides say Renamo cannot take part in the dialogue.", "exclusion_declared"),
        ("Kyiv said it would not sit at the table with Russia.", "talks_refused"),
    ],
)
def test_who_is_said_by_another_to_have_no_seat_refuses_nothing(coder: Coder, text: str, type_: str) -> None:
    assert {
        e.type for e in coder(text, published="2025-02-17").events if "consulted" not in e.evidence.trigger.text
    } == {type_}


def test_one_of_the_delegations_is_not_both(coder: Coder) -> None:
    text = (
        "The talks between the Sudanese army and the Rapid Support Forces in Jeddah were mediated by Saudi Arabia. One of the delegations "
        "failed to turn up on the first day."
    )
    event = next(e for e in coder(text, published="2023-10-30").events if e.type == "boycott")
    assert actors(event, "boycotting") == [""]


@pytest.mark.parametrize(
    ("text", "out"),
    [
        (
            "Rubio and Lavrov met in Riyadh to discuss the war in Ukraine, with no Ukrainian or German in the room.",
            {"UKR", "DEU"},
        ),
        (
            "The talks between Chad and Sudan opened in Tripoli with neither Egypt nor Eritrea at the table.",
            {"EGY", "ERI"},
        ),
        ("The mediators saw everyone except the Houthis.", {"group:yem-houthis"}),
        ("The envoy met everyone except the Maoists in Kathmandu.", {"group:npl-maoists"}),
        ("Tuareg rebels were asked to stay outside the hall in Algiers during the talks.", {"group:mli-mnla"}),
        ("Russia did not object to Georgia's exclusion from the talks.", {"GEO"}),
        ("Kenya has asked to be included in the talks between Chad and Sudan, but Libya has ruled that out.", {"KEN"}),
        ("Syria and Iran were not in Doha for the talks on Lebanon.", {"SYR", "IRN"}),
        ("Togo, which had offered to host the talks, was passed over.", {"TGO"}),
        (
            "The Free Syrian Army said it would keep the truce but complained that it excluded the Nusra Front.",
            {"group:syr-nusra"},
        ),
    ],
)
def test_who_is_out_is_found(coder: Coder, text: str, out: set[str]) -> None:
    events = coder(text, published="2025-02-17").events
    assert {p.actor for e in events for p in e.participants if p.role == "excluded"} == out


@pytest.mark.parametrize(
    "text",
    [
        "Garang attended the talks in Naivasha, but neither side signed the accord.",
        "Sudan sent a delegation to the talks in Abuja, but neither side would compromise.",
        "The rebels were brought to the table by Kenya, but they did not sign the deal.",
        "The rebels were called to the table, but did not sign.",
    ],
)
def test_neither_and_not_of_another_clause_keep_nobody_out(coder: Coder, text: str) -> None:
    events = coder(text, published="2005-03-10", outlet="Example Post").events
    assert events
    assert not {e.type for e in events} & {"exclusion_declared", "boycott"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Neither the Taliban nor Pakistan attended the conference in Bonn.", "exclusion_declared"),
        ("Neither of the rebel groups sent a delegation to the talks.", "boycott"),
        ("The opposition was not brought to the table.", "exclusion_declared"),
    ],
)
def test_neither_and_not_of_the_own_clause_do(coder: Coder, text: str, type_: str) -> None:
    assert type_ in {e.type for e in coder(text, published="2005-03-10", outlet="Example Post").events}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The opposition pushed for the removal of Assad at the talks in Geneva.", "pushed for"),
        ("Serbia objected to Ahtisaari as mediator in the talks on Kosovo.", "objected"),
        ("The Arab League renewed its boycott of Israel.", "boycott"),
    ],
)
def test_who_is_to_fall_or_to_mediate_or_is_not_traded_with_is_kept_from_no_talks(
    coder: Coder, text: str, trigger: str
) -> None:
    event = told(coder, text, trigger)
    assert event.type != "talks_refused"
    assert not actors(event, "excluded")


@pytest.mark.parametrize(
    "text",
    ["The envoys invited nobody from Darfur.", "Mediators told nobody in Juba about the deal."],
)
def test_who_invites_or_tells_nobody_is_not_out_himself(coder: Coder, text: str) -> None:
    events = coder(text, published="2005-03-10", outlet="Example Post").events
    assert events
    assert not [p for e in events for p in e.participants if p.role == "excluded"]


def test_who_objects_to_an_exclusion_vetoes_nobody(coder: Coder) -> None:
    text = "Syria objected to Turkey's exclusion from the Geneva talks. Iran objected to the presence of Israel at the talks."
    vetoes = [e for e in coder(text, published="2005-03-10").events if e.type == "participant_vetoed"]
    assert [actors(e, "excluded") for e in vetoes] == [["ISR"]]


def test_whose_presence_nobody_minds_is_not_kept_out_of_the_talks(coder: Coder) -> None:
    text = "The Kurds had no objection to a Turkish presence at the talks in Astana."
    events = coder(text, published="2005-03-10").events
    assert all(e.polarity == "negated" for e in events if actors(e, "excluded"))
    assert [e.type for e in events if e.evidence.trigger.text == "talks"]
