"""Who short references and plurals mean, read from texts: "they", "both sides", "the bloc", "the president", "the Trump-Kim summit"."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def event(coder: Coder, text: str, trigger: str, published: str = "2018-07-03") -> EventMention:
    return next(e for e in coder(text, published=published).events if trigger in e.evidence.trigger.text)


def who(mention: EventMention, role: str) -> set[str | None]:
    """Actors in a role, those not in the tables by name."""
    return {p.actor or p.name for p in mention.participants if p.role == role}


@pytest.mark.parametrize(
    ("text", "trigger", "both"),
    [
        (
            "Merkel telephoned Putin on Monday. Abiy met Isaias in Asmara. They agreed on a truce.",
            "truce",
            {"ETH", "ERI"},
        ),
        ("Kerry met with Lavrov in Geneva on Friday, and they announced a truce.", "truce", {"USA", "RUS"}),
        ("Kerry met Lavrov to discuss Iran and Iraq. They agreed to extend the truce.", "extend", {"USA", "RUS"}),
    ],
)
def test_they_are_the_two_who_met(coder: Coder, text: str, trigger: str, both: set[str]) -> None:
    assert who(event(coder, text, trigger), "party") == both


def test_they_after_a_movement_met_an_envoy_are_the_movement_alone(coder: Coder) -> None:
    text = "The Taliban met Khalilzad in Doha. They attacked Kunduz on Monday."
    assert who(event(coder, text, "attacked"), "initiator") == {"group:afg-taliban"}


@pytest.mark.parametrize(
    "offer",
    ["Vietnam and the Philippines offered to help.", "Vietnam and the Philippines called for a ceasefire."],
)
def test_who_offers_help_or_calls_for_a_truce_is_none_of_both_countries(coder: Coder, offer: str) -> None:
    text = f"Thailand and Cambodia exchanged fire. {offer} The two countries signed a truce."
    assert who(event(coder, text, "signed"), "party") == {"THA", "KHM"}


def test_the_neighbours_and_both_leaders_are_the_two_states_told_of(coder: Coder) -> None:
    text = (
        "Chad and Sudan exchanged fire. Talks between the neighbours are frozen. Libya invited both leaders to Tripoli."
    )
    assert who(event(coder, text, "Talks"), "party") == {"TCD", "SDN"}
    assert who(event(coder, text, "invited"), "recipient") == {"TCD", "SDN"}


def test_both_governments_are_those_of_the_two_who_met(coder: Coder) -> None:
    text = "Lavrov met with Wang Yi in Moscow. Both governments welcomed the peace accord on Libya."
    assert who(event(coder, text, "welcomed"), "initiator") == {"RUS", "CHN"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Polisario Front welcomed the plan. The front rejected the truce.", "group:esh-polisario"),
        ("NATO bombed Belgrade. The alliance rejected the truce.", "igo:nato"),
    ],
)
def test_a_body_is_called_by_the_last_word_of_its_name(coder: Coder, text: str, actor: str) -> None:
    assert who(event(coder, text, "rejected", published="1999-05-03"), "initiator") == {actor}


def test_a_committee_named_nearer_is_not_the_one_in_the_tables(coder: Coder) -> None:
    text = (
        "The High Negotiations Committee left Geneva. The constitutional committee met in Geneva; "
        "the committee will meet again on Monday."
    )
    assert "group:syr-hnc" not in who(event(coder, text, "meet again"), "party")


def test_mr_is_no_woman_of_the_name(coder: Coder) -> None:
    text = "First lady Melania Trump flew to Seoul. Mr. Trump met Kim Jong Un in Hanoi."
    met = coder(text, published="2019-02-28").events[-1]
    assert "Donald Trump" in {p.person.name for p in met.participants if p.person}


def test_two_nations_that_try_to_negotiate_a_deal_mediate_nothing(coder: Coder) -> None:
    text = "Trump met Kim Jong Un in Hanoi. The two nations are seeking to negotiate a peace agreement."
    assert not {p.role for e in coder(text, published="2019-02-28").events for p in e.participants} & {"mediator"}


def test_it_is_the_subject_of_the_main_clause_before_one_of_a_relative_clause(coder: Coder) -> None:
    text = "Norway, which the Colombian government thanked, is neutral. It hosted the talks in Oslo."
    assert who(event(coder, text, "talks"), "host") == {"NOR"}


def test_the_coalition_is_one_of_its_time_or_the_one_just_named(coder: Coder) -> None:
    text = "The Syrian National Coalition said the coalition would not go to Geneva."
    assert who(event(coder, text, "go", published="2014-01-09"), "initiator") == {"group:syr-national-coalition"}
    text = "Fighting in Syria went on. Monzer Akbik said the coalition had been invited to the talks in Geneva."
    assert "coalition:multinational-force-iraq" not in who(event(coder, text, "invited", "2014-01-09"), "recipient")


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Druze elders complained that they had not been invited to the Geneva talks.", "Druze elders"),
        ("The LTTE met the government. Tamil parties said they were not invited to the talks.", "Tamil parties"),
        ("Syrian Kurds left Geneva. The Houthis protested that they were not invited to the talks.", "group:yem-houthis"),
        ("The Houthis met Oman. A southern movement complained it was not invited to the talks.", "southern movement"),
    ],
)  # fmt: skip
def test_who_complains_is_the_one_kept_out(coder: Coder, text: str, out: str) -> None:
    assert who(event(coder, text, "invited"), "excluded") == {out}


@pytest.mark.parametrize(
    "text",
    [
        "The Houthis left Geneva. Officials said they had not been invited to the talks.",
        'Clan elders said: "They were not invited to the talks."',
    ],
)
def test_who_only_tells_of_others_is_not_meant_by_they(coder: Coder, text: str) -> None:
    assert not who(event(coder, text, "invited"), "excluded") & {"Officials", "Clan elders"}


@pytest.mark.parametrize(
    ("text", "trigger", "role", "actors"),
    [
        ("Putin and Poroshenko met in Minsk. They agreed to hold talks.", "agreed", "initiator", {"RUS", "UKR"}),
        ("Putin and Poroshenko met. They spoke for hours. They agreed to hold talks.", "agreed", "initiator", {"RUS", "UKR"}),
        ("Merkel spoke with the leaders of Serbia and Kosovo. She invited them to Berlin for talks.", "invited", "recipient", {"SRB", "XKX"}),
        ("Merkel met Sarraj and Haftar. She urged them to hold talks.", "urged", "recipient", {"LBY", "group:lby-lna"}),
        ("Chad and Niger complained that they had not been invited to the talks.", "invited", "excluded", {"TCD", "NER"}),
    ],
)  # fmt: skip
def test_they_are_all_that_were_named_in_a_row(
    coder: Coder, text: str, trigger: str, role: str, actors: set[str]
) -> None:
    assert who(event(coder, text, trigger), role) == actors


@pytest.mark.parametrize(
    "text",
    [
        "Putin and Poroshenko met in Minsk. The rebels rejected the truce. They refused to hold talks.",
        "The rebels fought in Chad and Niger. They refused to hold talks.",
    ],
)
def test_a_plural_that_stands_nearer_is_no_row(coder: Coder, text: str) -> None:
    assert len(who(event(coder, text, "refused"), "initiator")) == 1


def test_who_is_urged_is_not_who_urges(coder: Coder) -> None:
    text = "Russia and Turkey met Assad and Sarraj. They urged them to hold talks."
    urged = event(coder, text, "urged")
    assert who(urged, "initiator") == {"RUS", "TUR"}
    assert who(urged, "recipient") == {"SYR", "LBY"}


def test_they_for_the_talks_are_nobody(coder: Coder) -> None:
    put_off = event(
        coder, "The Burundi talks opened in Arusha. They were postponed at the request of Kenya.", "postponed"
    )
    assert not any(p.mention and p.mention.text == "They" for p in put_off.participants)
    refused = event(coder, "The talks failed. They refused to hold new talks.", "refused")
    assert any(p.mention and p.mention.text == "They" for p in refused.participants)


def test_he_goes_on_with_the_subject_though_his_name_stands_behind_his_title(coder: Coder) -> None:
    text = (
        "The U.N. envoy, Martti Ahtisaari, met Vojislav Kostunica. He also met Agim Ceku. He left for Pristina. "
        "He urged both sides to hold talks."
    )
    assert who(event(coder, text, "urged", "2006-07-03"), "initiator") == who(
        event(coder, text, "met", "2006-07-03"), "mediator"
    )


def test_he_is_none_of_two_who_met_him(coder: Coder) -> None:
    assert who(
        event(coder, "Netanyahu and Abbas met Kerry. He urged them to resume talks.", "urged", "2014-01-03"),
        "initiator",
    ) == {"USA"}


def test_whom_somebody_accuses_in_the_same_breath_is_not_himself(coder: Coder) -> None:
    accused = event(coder, "Saudi Arabia cut ties with Qatar, accusing it of supporting terrorism.", "accusing")
    assert who(accused, "recipient") == {"QAT"}


@pytest.mark.parametrize(
    ("text", "trigger", "role", "actors"),
    [
        ("Eritrea and Ethiopia agreed to talks. Norway and Algeria hosted them. Both sides accepted a ceasefire.",
         "ceasefire", "party", {"ERI", "ETH"}),
        ("The presidents of Congo and Rwanda met. Congo and the M23 held talks. The two presidents agreed to hold talks again.",
         "agreed", "initiator", {"COD", "RWA"}),
        ("Tensions between Chad and Sudan are high. Libya invited the two presidents to talks.", "invited", "recipient", {"TCD", "SDN"}),
        ("Qatar and Saudi Arabia are in dispute. Kuwait mediates between the two.", "mediates", "party", {"QAT", "SAU"}),
        ("Turkey and Russia brokered a cease-fire in Syria. The two countries will act as guarantors.", "guarantors", "guarantor", {"TUR", "RUS"}),
        ("Egypt and Qatar mediated between Israel and Hamas. The mediators proposed talks.", "proposed", "initiator", {"EGY", "QAT"}),
    ],
)  # fmt: skip
def test_plurals_join_sides_or_helpers_by_what_they_do(
    coder: Coder, text: str, trigger: str, role: str, actors: set[str]
) -> None:
    assert who(event(coder, text, trigger), role) == actors


@pytest.mark.parametrize(
    ("text", "role", "absent"),
    [
        ("Israel and the PLO held talks. Norway and Egypt attended as observers. Both countries welcomed it.", "initiator", {"ISR", "group:pse-plo"}),
        ("Kenya and Uganda quarrelled. The two groups welcomed the deal.", "initiator", {"KEN", "UGA"}),
        ("Egypt and Qatar mediated between Israel and Hamas. U.N. mediators welcomed the deal.", "initiator", {"EGY", "QAT"}),
    ],
)  # fmt: skip
def test_a_plural_joins_nobody_of_another_sort(coder: Coder, text: str, role: str, absent: set[str]) -> None:
    assert not who(event(coder, text, "welcomed"), role) & absent


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Saudi-led coalition bombed Sanaa. The coalition rejected talks.", "coalition:saudi-led-coalition"),
        ("Sinn Fein left London. The party rejected talks.", "group:gbr-sinn-fein"),
        ("The UN and ECOWAS met in Abuja. The bloc rejected talks.", "igo:ecowas"),
        ("Saudi Arabia bombed Yemen. The kingdom rejected talks.", "SAU"),
        ("Qatar was accused by Egypt. The emirate rejected talks.", "QAT"),
        ("Iran was accused by Iraq. The Islamic Republic rejected talks.", "IRN"),
        ("Jordan and Saudi Arabia met. The kingdom rejected talks.", "kingdom"),
        ("Sinn Fein left London. Either party rejected talks.", "party"),
    ],
)
def test_a_bare_noun_is_the_one_of_its_sort_named_before(coder: Coder, text: str, actor: str) -> None:
    assert who(event(coder, text, "rejected"), "initiator") == {actor}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Hollande met Putin. The president urged Russia to hold talks.", "FRA"),
        ("Kim Jong Un met President Barack Obama. The president urged China to hold talks.", "USA"),
        ("Hollande met Putin. The Syrian president urged Russia to hold talks.", "SYR"),
    ],
)
def test_which_of_two_presidents_is_meant(coder: Coder, text: str, actor: str) -> None:
    assert who(event(coder, text, "urged", "2015-07-03"), "initiator") == {actor}


def test_who_tells_of_a_state_that_may_be_his_own_is_neither_president(coder: Coder) -> None:
    text = "President Putin met President Erdogan in Sochi. The president said Turkey would mediate."
    assert "RUS" not in {a.speaker for a in event(coder, text, "mediate").attribution}
    assert not any(a.speaker == "Vladimir Putin" for a in event(coder, text, "mediate").attribution)


@pytest.mark.parametrize(
    "text",
    [
        "Hezbollah's Secretary-General, Hassan Nasrallah, left Beirut. The Secretary-General rejected the ceasefire.",
        "Polisario Secretary-General Brahim Ghali met Staffan de Mistura. The Secretary-General rejected a ceasefire.",
    ],
)
def test_the_secretary_general_is_not_the_uns_behind_that_of_a_movement(coder: Coder, text: str) -> None:
    assert "igo:un" not in who(event(coder, text, "reject", "2023-07-03"), "initiator")


def test_whom_they_ask_is_none_of_them(coder: Coder) -> None:
    text = "Hamas and Fatah met Egyptian mediators in Cairo. They asked them to extend the talks."
    asked = event(coder, text, "asked", "2024-07-03")
    assert who(asked, "initiator") == {"group:pse-hamas", "group:pse-fatah"}
    assert not who(asked, "recipient") & who(asked, "initiator")


def test_helpers_may_be_the_two_countries_that_urge_others(coder: Coder) -> None:
    text = "Turkey and Russia, guarantors of the truce, met in Astana with Iran. The two countries urged Damascus to attend the talks."
    assert who(event(coder, text, "urged"), "initiator") == {"TUR", "RUS"}


def test_they_and_their_name_are_one_participant(coder: Coder) -> None:
    found = event(coder, "Rebel commanders said that they had signed a truce with the government.", "signed")
    assert [p.name for p in found.participants].count("Rebel commanders") == 1


@pytest.mark.parametrize("city", ["Doha", "Cairo"])
def test_rebels_in_a_capital_are_not_of_its_state(coder: Coder, city: str) -> None:
    found = event(coder, f"The mediators met the rebels in {city}.", "met", "2024-07-03")
    assert who(found, "party") == {"rebels"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Secretary-General urged the parties to hold talks.", "igo:un"),
        ("NATO met in Brussels. The Secretary General urged Russia to hold talks.", "igo:nato"),
    ],
)
def test_the_secretary_general_is_that_of_the_body_named_else_of_the_un(coder: Coder, text: str, actor: str) -> None:
    assert who(event(coder, text, "urged"), "initiator") == {actor}


def test_a_partys_secretary_general_is_not_the_un(coder: Coder) -> None:
    urged = event(coder, "The party's secretary-general urged Russia to hold talks.", "urged")
    assert "igo:un" not in who(urged, "initiator")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Jonathan Powell, the British envoy, met Haftar. Powell met Sarraj.", "Jonathan Powell"),
        ("Assad rejected talks. His father, Hafez al-Assad, rejected them. Assad met Putin.", "Bashar al-Assad"),
    ],
)
def test_a_surname_is_that_of_who_was_called_so_in_full(coder: Coder, text: str, named: str) -> None:
    met = [e for e in coder(text, published="2014-07-03").events if e.evidence.trigger.text == "met"][-1]
    assert named in {p.person.name for p in met.participants if p.person}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Trump-Kim summit in Hanoi collapsed.", {"USA", "PRK"}),
        ("The India-Pakistan talks in Agra collapsed.", {"IND", "PAK"}),
        ("The Israel-Hamas talks in Cairo collapsed.", {"ISR", "group:pse-hamas"}),
        ("Guinea-Bissau talks in Lisbon collapsed.", {"GNB"}),
    ],
)
def test_a_hyphen_joins_the_two_who_meet(coder: Coder, text: str, actors: set[str]) -> None:
    assert who(event(coder, text, "collapsed"), "party") == actors


@pytest.mark.parametrize(
    ("text", "rebels"),
    [
        ("The SPLM rejected talks. Envoys met the rebels and the government of Liberia.", "group:lbr-rebels"),
        ("The SPLM rejected talks. Envoys met the government of Liberia and the rebels.", "group:lbr-rebels"),
        ("The SPLM rejected talks. The Chadian government and the rebels of the SPLM met.", "group:ssd-splm"),
        ("The SPLM rejected talks. The Turkish government and Kurdish rebels met.", "group:tur-pkk"),
    ],
)
def test_rebels_beside_a_government_are_those_of_its_state(coder: Coder, text: str, rebels: str) -> None:
    assert rebels in who(event(coder, text, "met", "1999-07-03"), "party")


def test_the_government_is_not_that_of_the_dateline_where_others_are_at_war(coder: Coder) -> None:
    opening = "{} - Talks on Burundi's civil war opened on Tuesday. The government rejected a ceasefire."
    for desk in ("ARUSHA, Tanzania (Reuters)", "LOME, Togo (Reuters)"):
        assert not who(event(coder, opening.format(desk), "rejected", "1999-07-03"), "initiator") & {"TZA", "TGO"}


def test_a_nationality_in_apposition_is_no_participant(coder: Coder) -> None:
    met = event(coder, "His deputy, an Italian, met the Houthis.", "met")
    assert "ITA" not in {p.actor for p in met.participants}
    general = event(coder, "The mediator, an Egyptian general, met the Houthis.", "met")
    assert "EGY" in {p.actor for p in general.participants}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Coordination of Azawad Movements met mediators in Algiers. The Coordination rejected the text.", "group:mli-cma"),
        ("The Movement for Democracy in Liberia took Buchanan in July. The Movement rejected the truce.", "group:lbr-model"),
        # A body that speaks of itself without an article was named first.
        ("The Peace and Security Council of the African Union adopted a decision. Council took note of the report of the IGAD Council of "
         "Ministers. Council rejected the use of force by the Government of South Sudan.", "igo:au-peace-and-security-council"),
    ],
)  # fmt: skip
def test_a_name_is_shortened_to_its_noun(coder: Coder, text: str, actor: str) -> None:
    found = [e for e in coder(text, published="2015-06-21").events if e.evidence.trigger.text.startswith("reject")]
    assert [p.actor for p in found[-1].participants if p.role == "initiator"] == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The International Committee of the Red Cross sent a convoy to Jaffna. The agency accused the rebels of cruelty.", "org:icrc"),
        ("The U.N. High Commissioner for Refugees asked Hungary to open its border. The agency accused Serbia of cruelty.", "igo:un"),
        ("Jammeh fled on Saturday. ECOWAS had sent troops. The regional bloc accused him of murder.", "igo:ecowas"),
        ("Boko Haram killed ten people in Kano on Monday. The sect accused the army of murder.", "group:nga-boko-haram"),
    ],
)  # fmt: skip
def test_a_kind_means_the_body_of_that_kind_named_before(coder: Coder, text: str, actor: str) -> None:
    found = [e for e in coder(text, published="2014-06-21").events if e.evidence.trigger.text.startswith("accuse")]
    assert [p.actor for p in found[-1].participants if p.role == "initiator"] == [actor]
