"""Who only describes those in an act has no part in it: whose flag, friend, member or envoy they are."""

from __future__ import annotations

import pytest
from casts import cast, told

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "trigger", "flag"),
    [
        ("Protesters waving Russian flags attacked the French embassy.", "attacked", "RUS"),
        ("Crowds carrying Palestinian flags blocked the bridge.", "blocked", "PSE"),
        ("Women in Iranian dress marched through London.", "marched", "IRN"),
    ],
)
def test_whose_flag_is_carried_does_nothing(coder: Coder, text: str, trigger: str, flag: str) -> None:
    assert flag not in cast(told(coder, text, trigger)).get("initiator", set())


@pytest.mark.parametrize(
    ("text", "trigger", "initiators"),
    [
        ("Turkey, a NATO member which closed its border, sent troops.", "closed", {"TUR"}),
        ("Gambia's mission to the United Nations condemned Israel.", "condemned", {"GMB"}),
        ("The envoy of Ghana to the African Union accused Togo of spying.", "accused", {"GHA"}),
        ("Tribal leaders allied with the general shut down oil ports.", "shut", {None}),
        ("In Jidda, Saudi Arabia, the exiled Kuwaiti government protested.", "protested", {"KWT"}),
        ("The marchers against a highway through the Isiboro park freed the minister.", "freed", {None}),
    ],
)
def test_friends_members_and_seats_of_those_who_act(
    coder: Coder, text: str, trigger: str, initiators: set[str | None]
) -> None:
    event = told(coder, text, trigger)
    assert cast(event).get("initiator") == initiators
    assert len([p for p in event.participants if p.role == "initiator"]) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Sanctions imposed on Eritrea for backing al-Shabab were lifted by the Security Council.", "lifted", {"ERI"}),
        ("Egypt, expelled from the League for making peace with Israel, protested.", "expelled", {"EGY"}),
        ("France sanctioned Mali for hiring Wagner.", "sanctioned", {"MLI"}),
    ],
)
def test_whom_somebody_is_punished_for_is_not_punished(
    coder: Coder, text: str, trigger: str, recipients: set[str]
) -> None:
    assert cast(told(coder, text, trigger)).get("recipient") == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("The opposition appealed to the African Union, accusing Togo of fraud.", "appealed", {"igo:african-union"}),
        ("The opposition appealed to the African Union, accusing Togo of fraud.", "accusing", {"TGO"}),
        ("Serbia accused the five judges in The Hague of bias.", "accused", {None}),
    ],
)
def test_each_of_two_acts_has_its_own_target(
    coder: Coder, text: str, trigger: str, recipients: set[str | None]
) -> None:
    event = told(coder, text, trigger)
    assert cast(event).get("recipient") == recipients
    assert len([p for p in event.participants if p.role == "recipient"]) == 1


def test_nothing_is_done_to_the_embassy_outside_which_a_crowd_is_dispersed(coder: Coder) -> None:
    event = told(coder, "Police broke up a small demonstration outside the Chinese embassy.", "broke")
    assert "CHN" not in cast(event).get("recipient", set())


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The commander's troops annexed the former Portuguese colony.", "annexed"),
        ("Britain dispatched the aircraft carrier Prince of Wales.", "dispatched"),
        ("Britain dispatched the aircraft carrier Prince of Wales to the Yellow Sea.", "dispatched"),
        ("Kenya deployed its army.", "deployed"),
        ("Kenya closed its main border crossing at Namanga.", "closed"),
    ],
)
def test_nothing_is_done_to_forces_sent_former_rulers_and_towns_nobody_knows(
    coder: Coder, text: str, trigger: str
) -> None:
    assert "recipient" not in cast(told(coder, text, trigger))


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("The United States imposed sanctions on Sudan for arming the Janjaweed.", "arming", "SDN"),
        ("The United States criticised Sudan for bombing villages in Darfur.", "bombing", "SDN"),
        ("Kenya apologised to Uganda for arresting traders.", "arresting", "KEN"),
    ],
)
def test_who_punishes_an_act_has_not_done_it(coder: Coder, text: str, trigger: str, doer: str) -> None:
    assert cast(told(coder, text, trigger))["initiator"] == {doer}


@pytest.mark.parametrize("forces", ["Troops", "Forces", "Soldiers"])
def test_forces_loyal_to_somebody_act_for_him(coder: Coder, forces: str) -> None:
    event = told(coder, f"{forces} loyal to Khalifa Haftar attacked a town near Tripoli.", "attacked")
    assert "group:lby-lna" in cast(event)["initiator"]
