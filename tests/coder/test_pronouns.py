"""Who pronouns mean, read from texts: whom somebody telephones, whose government, the diplomat without a name."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def events(coder: Coder, text: str, published: str = "1996-07-03") -> list[EventMention]:
    return coder(text, published=published, outlet="Reuters").events


def actors(mention: EventMention, role: str) -> list[str | None]:
    return [p.actor for p in mention.participants if p.role == role]


def test_whom_somebody_telephones_to_urge_him_is_not_the_caller(coder: Coder) -> None:
    text = "President Chiluba telephoned Savimbi to urge him to sign the accord with the government of Angola."
    asked = [e for e in events(coder, text) if any(p.mention and p.mention.text == "him" for p in e.participants)]
    assert asked
    assert all(
        p.actor == "group:ago-unita" for e in asked for p in e.participants if p.mention and p.mention.text == "him"
    )


@pytest.mark.parametrize(
    ("text", "accuser"),
    [
        ("The United Arab Emirates, which it accuses of arming the rebels, will come, Sudan's army said.", "SDN"),
        ("Israel's army said Iran, which it accuses of arming Hezbollah, had rejected the truce.", "ISR"),
        ("Ethiopia rejected talks with Eritrea, which it accuses of backing the rebels.", "ETH"),
    ],
)
def test_who_is_told_more_of_does_not_accuse_himself(coder: Coder, text: str, accuser: str) -> None:
    accused = next(e for e in events(coder, text, "2024-07-03") if "accuse" in e.evidence.trigger.text)
    assert actors(accused, "initiator") == [accuser]


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("The United States imposed sanctions on Russia for its annexation of Crimea.", "annexation", "RUS"),
        ("Washington punished Iran for its support of Hezbollah.", "support", "IRN"),
        ("Israel began its withdrawal from Gaza on Monday.", "withdrawal", "ISR"),
    ],
)
def test_what_somebody_is_punished_for_is_his_own_deed(coder: Coder, text: str, trigger: str, doer: str) -> None:
    told = next(e for e in events(coder, text, "2016-07-03") if trigger in e.evidence.trigger.text)
    assert doer in actors(told, "initiator") + actors(told, "party")


def test_whose_government_is_that_of_the_minister_before(coder: Coder) -> None:
    text = "Egyptian Foreign Minister Amr Moussa, whose government is host to the conference on Sudan, met the rebels."
    [conference] = [e for e in events(coder, text) if e.type == "international_conference"]
    assert actors(conference, "host") == ["EGY"]


def test_he_is_the_diplomat_of_the_sentence_before_though_he_has_no_name(coder: Coder) -> None:
    text = (
        "Mobutu met Savimbi in Zaire. An Azeri embassy official said the talks with Armenia had failed. "
        "He said the sides would meet again in Geneva."
    )
    told = [e for e in events(coder, text) if e.evidence.trigger.text.startswith("meet again")]
    assert told
    assert all("Savimbi" not in (step.speaker or "") for e in told for step in e.attribution)


def test_who_is_spoken_of_in_a_quotation_does_not_say_it_himself(coder: Coder) -> None:
    text = 'Kenyan envoy Lazarus Sumbeiywo met the rebels. "Garang rejected the truce," he said on Monday in Nairobi.'
    [rejected] = [e for e in events(coder, text, "2003-07-03") if e.evidence.trigger.text.startswith("rejected")]
    assert rejected.attribution[-1].speaker != "John Garang"


def test_the_presidents_of_one_organisation_are_not_theirs(coder: Coder) -> None:
    text = "Russia and Turkey agreed on a truce. The UN welcomed it. Their presidents will meet in Sochi."
    [meeting] = [e for e in events(coder, text, "2020-07-03") if e.evidence.trigger.text == "meet"]
    assert "igo:un" not in {p.actor for p in meeting.participants}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("UN envoy Lakhdar Brahimi flew to Kandahar. The Algerian diplomat met the Taliban on Sunday.", "igo:un"),
        ("An Algerian diplomat met the Taliban on Sunday.", "DZA"),
        ("UN envoy Alvaro de Soto flew to Nicosia. The Peruvian diplomat met Rauf Denktash on Sunday.", "igo:un"),
    ],
)
def test_the_diplomat_from_a_country_is_the_envoy_named_before(coder: Coder, text: str, actor: str) -> None:
    [met] = [e for e in events(coder, text, "2000-07-03") if e.evidence.trigger.text == "met"]
    assert actor in {p.actor for p in met.participants}


@pytest.mark.parametrize(
    ("text", "short", "actor"),
    [
        (
            "Tamil Tiger rebels agreed to a truce. The Tigers met envoy Erik Solheim in Oslo.",
            "Tigers",
            "group:lka-ltte",
        ),
        (
            "The State Administration Council (SAC) refused to meet the envoy. The SAC would not attend the talks.",
            "SAC",
            "group:mmr-junta",
        ),
    ],
)
def test_short_forms_mean_the_group_named_before(coder: Coder, text: str, short: str, actor: str) -> None:
    found = [
        p for e in events(coder, text, "2022-01-03") for p in e.participants if p.mention and p.mention.text == short
    ]
    assert found
    assert {p.actor for p in found} == {actor}


@pytest.mark.parametrize(
    "text",
    [
        "The Azeri community of Karabakh protested that the envoy had not received its representatives.",
        "The Azeri community of Karabakh said its leaders had been shut out of the talks.",
    ],
)
def test_whose_leaders_are_those_of_a_community_not_of_the_land_around_it(coder: Coder, text: str) -> None:
    assert "group:aze-nagorno-karabakh" not in {
        p.actor for e in events(coder, text, "1993-05-14") for p in e.participants
    }


def test_a_ministry_that_tells_of_another_s_delegates_leaves_them_his(coder: Coder) -> None:
    text = (
        "Sudan rejected the talks in Nairobi. The official news agency said its delegates would not attend the talks."
    )
    boycott = next(e for e in events(coder, text, "2003-05-14") if e.type == "boycott")
    assert {p.actor for p in boycott.participants} == {"SDN"}


def test_an_abbreviation_that_the_text_explains_is_nobody_else_s(coder: Coder) -> None:
    text = (
        "The National Salvation Council (NSC) of Niger refused to meet the envoy. The NSC said it rejected the talks."
    )
    found = events(coder, text, "2023-09-03")
    assert found
    assert "USA" not in {p.actor for e in found for p in e.participants}


def test_a_member_state_is_not_the_united_states(coder: Coder) -> None:
    text = "Member States discussed the truce between the government and the rebels in Khartoum."
    found = events(coder, text)
    assert found
    assert "USA" not in {p.actor for e in found for p in e.participants}


def test_a_courtesy_word_hides_nobody(coder: Coder) -> None:
    text = '"Mzee Nyerere recognises one CNDD," he said. Nyerere will chair the talks between Burundi\'s parties.'
    talks = [e for e in events(coder, text, "1998-07-03") if e.type == "mediated_talks"]
    assert talks
    assert all(
        p.person and p.person.name == "Julius Nyerere" for e in talks for p in e.participants if p.role == "mediator"
    )


@pytest.mark.parametrize(
    ("text", "trigger", "recipient"),
    [
        ("President Zelensky offered talks, but Putin refused to meet him.", "refused to meet", "UKR"),
    ],
)
def test_whom_somebody_refuses_to_meet_is_not_himself(coder: Coder, text: str, trigger: str, recipient: str) -> None:
    [refused] = [e for e in events(coder, text, "2022-03-03") if e.evidence.trigger.text == trigger]
    assert actors(refused, "recipient") == [recipient]


def test_a_second_group_is_not_the_first(coder: Coder) -> None:
    text = "The MILF signed a truce with Manila. A second rebel group, the BIFF, was not invited to the talks."
    [shut_out] = [e for e in events(coder, text, "2014-03-03") if e.type == "exclusion_declared"]
    assert actors(shut_out, "excluded") == ["group:phl-biff"]


def test_a_spokesman_is_not_the_one_named_before(coder: Coder) -> None:
    text = (
        "State Department spokesman John Kirby welcomed the accord. "
        "A government spokesman, Michael Makuei, rejected the accord with the rebels of South Sudan."
    )
    rejected = [e for e in events(coder, text, "2015-08-18") if e.evidence.trigger.text.startswith("rejected")]
    assert rejected
    assert "USA" not in {p.actor for e in rejected for p in e.participants}


def test_a_place_before_an_abbreviation_is_not_what_it_stands_for(coder: Coder) -> None:
    text = "The African Union mission in Somalia (AMISOM) met the rebels. AMISOM rejected the talks."
    [rejected] = [e for e in events(coder, text, "2015-06-01") if e.type == "talks_refused"]
    assert actors(rejected, "initiator") == ["igo:amisom"]


def test_the_envoy_of_a_state_named_before_is_its_own(coder: Coder) -> None:
    text = "UN envoy Lakhdar Brahimi flew to Kandahar. Algeria sent its own envoy. The Algerian envoy met the Taliban on Sunday."
    [met] = [e for e in events(coder, text, "2000-06-01") if e.evidence.trigger.text == "met"]
    assert "DZA" in {p.actor for p in met.participants}
