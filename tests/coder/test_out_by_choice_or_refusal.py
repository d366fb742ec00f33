"""Who decides not to come, boycotts a city, is refused a part or a seat, was let know that he is out, and who says so."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder

OPENED = "Armenia and Azerbaijan held peace talks in Geneva. "
SIDES = "Chad's army and the FACT rebels were invited to talks in Geneva. "


def out(coder: Coder, text: str) -> set[tuple[str | None, str | None]]:
    events = coder(text, published="2023-03-12").events
    return {
        (p.name, p.exclusion.mode)
        for e in events
        for p in e.participants
        if p.exclusion and p.exclusion.mode != "absent_unexplained"
    }


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Ethiopian government decided not to attend the talks in Nairobi.", "Ethiopia"),
        ("Ukraine promised not to attend any talks with Russia.", "Ukraine"),
        ("Rwanda chose not to take part in the conference in Luanda.", "Rwanda"),
        (SIDES + "Chad's boycott of Geneva surprised the envoys.", "Chad"),
        (SIDES + "The boycott of Geneva by Chad surprised nobody.", "Chad"),
    ],
)
def test_who_decides_not_to_come_and_who_boycotts_a_city_stays_away(coder: Coder, text: str, who: str) -> None:
    assert (who, "self_excluded") in out(coder, text)
    assert not [e for e in coder(text).events if e.type == "talks_agreed"]


def test_who_agrees_to_come_does(coder: Coder) -> None:
    events = coder("Ukraine agreed to attend talks with Russia in Istanbul.").events
    assert "talks_agreed" in {e.type for e in events} and not out(coder, "Ukraine agreed to attend talks with Russia.")


@pytest.mark.parametrize(
    "text",
    [
        SIDES
        + "The FACT rebels sent a delegation to Geneva, but its members did not take part in the formal sessions.",
        SIDES + "The FACT rebels came to Geneva but did not take part in the sessions.",
    ],
)
def test_who_came_or_sent_people_does_not_stay_away_by_choice(coder: Coder, text: str) -> None:
    assert "self_excluded" not in {mode for _, mode in out(coder, text)}


def test_who_will_not_come_unless_something_is_done_sets_a_condition(coder: Coder) -> None:
    events = coder(
        SIDES + "Mahamat Deby said he would not travel to Geneva unless the rebels freed the prisoners."
    ).events
    assert "precondition_set" in {e.type for e in events} and not {"boycott", "exit_threatened"} & {
        e.type for e in events
    }


@pytest.mark.parametrize(
    ("text", "who", "by"),
    [
        (OPENED + "Armenia will not accept any role for Ankara.", "Turkey", "ARM"),
        (OPENED + "Armenia rejected any role for Iran.", "Iran", "ARM"),
        (OPENED + "By vetoing France, Azerbaijan loses nothing.", "France", "AZE"),
        (
            OPENED + "Turkey must have a place at any future table, a demand that Armenia flatly rejects.",
            "Turkey",
            "ARM",
        ),
        (OPENED + "Iran asked for a place at the table, but Azerbaijan refused.", "Iran", "AZE"),
        (OPENED + "Armenia objected to any part for Turkey in monitoring the truce.", "Turkey", "ARM"),
    ],
)
def test_whose_part_or_seat_another_will_not_have_is_vetoed(coder: Coder, text: str, who: str, by: str) -> None:
    told = [
        p.exclusion
        for e in coder(text, published="2023-03-12").events
        for p in e.participants
        if p.name == who and p.exclusion
    ]
    assert ("vetoed", by) in {(x.mode, x.excluded_by) for x in told}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya rejected any role in the attack on the convoy.",
        OPENED + "Armenia objected to the wording of the statement and to the mention of a telephone call.",
        OPENED + "Iran and Turkey have shown interest in mediating, but neither has been asked to do so by Armenia.",
        OPENED + "Armenia and Azerbaijan signed a truce. Lachin was not covered by the truce.",
    ],
)
def test_things_places_and_shares_of_a_country_are_not_kept_out(coder: Coder, text: str) -> None:
    assert not out(coder, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OPENED + "Turkey was not among those invited, diplomats said.", ("Turkey", "not_invited")),
        (OPENED + "Iran was not among the countries invited to the talks.", ("Iran", "not_invited")),
        (
            OPENED + "Iran has been told that there will be no place for it, at the insistence of Azerbaijan.",
            ("Iran", "vetoed"),
        ),
        (OPENED + "Iran was kept away by Azerbaijan's veto.", ("Iran", "vetoed")),
        (OPENED + "Iran said that it had not seen the text.", ("Iran", "not_informed")),
    ],
)
def test_how_somebody_is_kept_out(coder: Coder, text: str, expected: tuple[str, str]) -> None:
    assert expected in out(coder, text)


def test_a_share_of_a_country_is_not_its_government(coder: Coder) -> None:
    text = "The Havana talks between Colombia and the FARC ended. They were conducted behind the backs of half of the country."
    assert "Colombia" not in {name for name, _ in out(coder, text)}


def test_the_people_of_a_region_are_not_its_state(coder: Coder) -> None:
    text = (
        "Ethiopia and the TPLF held talks in Pretoria. Representatives of the Afar region were shut out of the talks."
    )
    assert "Ethiopia" not in {name for name, _ in out(coder, text)} and out(coder, text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Kenya protested against its exclusion from the talks in Djibouti.", "Kenya"),
        ("Kenya expressed surprise at its exclusion from the talks in Djibouti.", "Kenya"),
        ("Kenya's exclusion from the talks in Djibouti was a surprise.", "The Post"),
    ],
)
def test_who_complains_of_his_own_exclusion_says_so(coder: Coder, text: str, says: str) -> None:
    events = coder(text, outlet="The Post").events
    assert says in {p.exclusion.asserted_by for e in events for p in e.participants if p.exclusion}
