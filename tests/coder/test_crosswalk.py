"""PLOVER and CAMEO codes of mentions where they depend on who acts, on status, or on words (codebook section 3)."""

from __future__ import annotations

import pytest
from misread import misread

from dragoman.coder import Coder
from dragoman.records import EventMention


def mentions(coder: Coder, text: str, name: str | None = None) -> list[EventMention]:
    """Mentions of a text, of an event type or PLOVER category where one is named; at least one."""
    found = [e for e in coder(text, published="2031-05-06").events if name is None or name in (e.type, e.plover.event)]
    assert found, f"no {name} in {text!r}"
    return found


def codes(event: EventMention) -> tuple[str | None, str | None, str | None]:
    return event.plover.event, event.plover.mode, event.cameo


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("The United Nations proposed peace talks between the government and the rebels.", "039"),
        misread(
            "the model marks verb and talks as one event, a meeting",
            "Russia proposed peace talks between Armenia and Azerbaijan in Sochi.",
            "039",
        ),
        ("The mediators proposed a new round of talks.", "039"),
        ("The war in Syria. Russia and Turkey proposed peace talks in Astana.", "039"),
        ("Russia and Turkey proposed peace talks in Astana.", "036"),
        ("The Taliban proposed talks with the Afghan government.", "036"),
        ("Armenia proposed peace talks with Azerbaijan in Sochi.", "036"),
    ],
)
def test_a_third_party_that_proposes_talks_means_to_mediate_a_party_to_meet(
    coder: Coder, text: str, cameo: str
) -> None:
    assert [codes(e) for e in mentions(coder, text, "talks_proposed")] == [("AGREE", None, cameo)]


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("Kazakhstan invited both sides to talks in Astana.", "026"),
        ("Kyiv invited Moscow to talks in Minsk.", "036"),
    ],
)
def test_who_invites_several_sides_appeals_to_others_to_meet(coder: Coder, text: str, cameo: str) -> None:
    assert {e.cameo for e in mentions(coder, text, "invitation_issued")} == {cameo}


@pytest.mark.parametrize(
    ("text", "mode", "cameo"),
    [
        ("The European Union demanded talks between Serbia and Kosovo.", "meet", "106"),
        ("The pope called for negotiations between the two governments.", "meet", "026"),
        misread(
            "the model reads a precondition",
            "The European Union demanded that Serbia and Kosovo resume negotiations.",
            "meet",
            "106",
        ),
        ("The African Union urged the two sides to reach a negotiated settlement.", "meet", "027"),
        ("The Security Council demanded a peaceful settlement of the conflict in Mali.", "meet", "107"),
        ("Caracas asked the Vatican to mediate.", "meet", "028"),
        ("The rebels asked Kenya to mediate in the conflict.", "meet", "028"),
        ("The separatists demanded Swiss mediation.", "meet", "108"),
        ("The opposition demanded the mediation of the African Union.", "meet", "108"),
        ("Germany urged both sides to halt the fighting.", "yield", "0256"),
        ("The Security Council demanded an immediate ceasefire in Gaza.", "yield", "1056"),
        ("The Arab League demanded an immediate truce.", "yield", "1056"),
        ("Brussels urged Ankara to release the journalists.", "yield", "0253"),
        ("Washington urged Damascus to accept democratic reforms.", "change", "024"),
        ("Kyiv called on its allies to send tanks.", "assist", "023"),
    ],
)
def test_a_demand_is_told_from_an_appeal_and_both_by_what_is_asked(
    coder: Coder, text: str, mode: str, cameo: str
) -> None:
    assert codes(mentions(coder, text, "REQUEST")[0]) == ("REQUEST", mode, cameo)


def test_who_asks_for_something_unnamed_gets_no_mode(coder: Coder) -> None:
    (event,) = mentions(coder, "Moscow demanded the return of the diplomats.", "REQUEST")
    assert codes(event) == ("REQUEST", None, "100")


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("The ELN declared a unilateral cease-fire from Saturday.", "0871"),
        ("The government pledged to declare a ceasefire during Ramadan.", "0356"),
    ],
)
def test_a_truce_that_is_promised_is_an_intent(coder: Coder, text: str, cameo: str) -> None:
    assert codes(mentions(coder, text, "ceasefire_declared")[0]) == ("CONCEDE", None, cameo)


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("The government and the rebels reached an agreement on sharing power on Sunday.", "057"),
        ("Iran and six powers are close to a nuclear deal, diplomats said.", "037"),
        ("The two governments hope to sign a peace deal in May.", "037"),
    ],
)
def test_a_settlement_that_is_sought_is_told_from_one_that_is_reached(coder: Coder, text: str, cameo: str) -> None:
    assert [codes(e) for e in mentions(coder, text, "agreement_announced")] == [("AGREE", None, cameo)]


@pytest.mark.parametrize(
    "text",
    [
        "Armenia and Azerbaijan held peace talks by video conference on Monday.",
        "The UN envoy telephoned the Houthi leaders on Monday.",
        "Putin discussed the conflict in Syria with Erdogan by phone.",
        "The government and the rebels negotiated by video link.",
        "Biden spoke by phone with Netanyahu.",
        "Macron called the Lebanese president to discuss the crisis.",
    ],
)
def test_contact_by_phone_or_video_has_its_own_mode_and_code(coder: Coder, text: str) -> None:
    assert {codes(e) for e in mentions(coder, text)} == {("CONSULT", "phone", "041")}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        misread(
            "the model reads a meeting to come", "The UN called a meeting of the two sides in Geneva on Monday.", None
        ),
        # Who calls on somebody pays a visit.
        ("The Swiss envoy called on the president in Bogota.", "visit"),
    ],
)
def test_who_calls_a_meeting_or_on_somebody_is_not_on_the_phone(coder: Coder, text: str, mode: str | None) -> None:
    assert [(e.plover.mode, e.cameo == "041") for e in mentions(coder, text, "CONSULT")] == [(mode, False)]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Norway hosted talks between Colombia and the ELN in Oslo.", "third-party"),
        ("Sudan and South Sudan held talks in Addis Ababa under the mediation of the African Union.", "third-party"),
        ("The African Union mediated talks between Sudan and South Sudan in Khartoum.", None),
        ("The UN mediated talks between the government and the rebels.", None),
    ],
)
def test_only_talks_on_the_ground_of_a_third_party_are_said_to_be(coder: Coder, text: str, mode: str | None) -> None:
    assert [codes(e) for e in mentions(coder, text, "mediated_talks")] == [("CONSULT", mode, "045")]


@pytest.mark.parametrize(
    ("text", "type_", "cameo"),
    [
        ("Egypt will host talks between Israel and Hamas in Cairo next week.", "mediated_talks", "039"),
        ("Armenia and Azerbaijan will hold peace talks in Moscow on Friday.", "direct_negotiation", "036"),
        ("The resumption of the talks is planned for March.", "talks_resumed", "036"),
    ],
)
def test_a_meeting_to_come_is_an_intent(coder: Coder, text: str, type_: str, cameo: str) -> None:
    assert codes(mentions(coder, text, type_)[0]) == ("AGREE", None, cameo)


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("The rebels threatened to quit the talks.", "134"),
        ("North Korea threatened to cancel the summit.", "134"),
        ("The UN envoy threatened to abandon the mediation.", "135"),
        ("Qatar threatened to halt its mediation between Israel and Hamas.", "135"),
        ("The rebels threatened to leave the mediation talks.", "134"),
    ],
)
def test_a_mediator_that_threatens_to_leave_would_halt_mediation(coder: Coder, text: str, cameo: str) -> None:
    assert [codes(e) for e in mentions(coder, text, "exit_threatened")] == [("THREATEN", "relations", cameo)]


@pytest.mark.parametrize(
    ("text", "type_", "mode", "cameo"),
    [
        ("Syria admitted Arab League observers to monitor the truce.", "monitoring_set_up", "access", "0862"),
        ("Sudan admitted UN peacekeepers to monitor the ceasefire.", "monitoring_set_up", "access", "0861"),
        ("Civilians were evacuated from the besieged enclave on buses.", "evacuation_carried_out", "access", "0863"),
        ("Rebel fighters left the enclave on buses.", "evacuation_carried_out", "withdraw", "0874"),
        ("The two sides signed an evacuation deal.", "evacuation_agreed", None, "057"),
        ("Israel withdrew its troops from southern Lebanon.", "withdrawal_or_disengagement", "withdraw", "0874"),
        ("The withdrawal of heavy weapons from the front began on Friday.", "withdrawal_or_disengagement", "withdraw", "087"),
        ("Washington gave Kyiv security guarantees.", "guarantee_given", None, "0334"),
        ("Russia guaranteed the truce on behalf of Damascus.", "guarantee_given", None, "032"),
        ("Hamas rejected the ceasefire proposal.", "agreement_rejected", "yield", "1246"),
        ("Hamas rejected the Egyptian plan on Monday.", "agreement_rejected", "meet", "127"),
        ("The rebels accused the army of violating the ceasefire.", "ceasefire_violation_alleged", "allege", "112"),
        ("Kyiv accused the separatists of shelling its positions in breach of the truce.", "ceasefire_violation_alleged", "allege", "1123"),
    ],
)  # fmt: skip
def test_acts_under_a_text_are_told_by_who_and_what_they_are_about(
    coder: Coder, text: str, type_: str, mode: str | None, cameo: str
) -> None:
    assert [codes(e)[1:] for e in mentions(coder, text, type_)] == [(mode, cameo)]


@pytest.mark.parametrize(
    ("text", "type_", "cameo"),
    [
        ("The UN envoy visited Houthi leaders in Sanaa on Monday.", "single_party_consultation", "042"),
        ("President Bashir received the African Union mediator in Khartoum.", "single_party_consultation", "043"),
        ("The UN envoy met Houthi leaders in Sanaa on Monday.", "single_party_consultation", "040"),
        ("The foreign ministers of Russia, Iran and Turkey met in Geneva to discuss the war in Syria.", "third_party_consultation", "044"),
        ("Oman carried messages between Tehran and Washington.", "good_offices_contact", "045"),
        ("Oman passed a message to Tehran.", "good_offices_contact", "040"),
    ],
)  # fmt: skip
def test_who_visits_whom_and_where_is_told(coder: Coder, text: str, type_: str, cameo: str) -> None:
    assert [e.cameo for e in mentions(coder, text, type_)] == [cameo]


@pytest.mark.parametrize(
    "text",
    [
        "The talks between Juba and the rebels were postponed to Thursday.",
        "Mali put off the peace conference for a month.",
    ],
)
def test_a_postponement_is_no_conflict(coder: Coder, text: str) -> None:
    assert [codes(e) for e in mentions(coder, text, "talks_postponed")] == [(None, None, None)]


@pytest.mark.parametrize(
    ("text", "mode", "cameo"),
    [
        ("Israeli air strikes killed ten people in Gaza.", "aerial", "195"),
        ("Russian warplanes bombed the hospital.", "aerial", "195"),
        ("A drone strike killed the commander.", "aerial", "1952"),
        ("A suicide bomber killed six soldiers in Kabul.", "suicide-attack", "1831"),
        ("Government forces shelled the eastern suburbs with artillery.", "heavy-weapons", "194"),
        ("Syrian tanks shelled Homs.", "heavy-weapons", "194"),
        ("Rebels fired rockets at Sderot.", "heavy-weapons", "194"),
        ("Gunmen shot dead two policemen in Karachi.", "firearms", "193"),
        ("The opposition leader was assassinated in Beirut.", "assassinate", "186"),
        ("The militants executed twelve hostages.", "execute", "1823"),
        ("The army used sarin against the town.", "unconventional", "2041"),
        ("A car bomb killed four people in Baghdad.", "explosives", "1832"),
        ("Rebels abducted three aid workers.", "abduct", "181"),
        ("Police tortured the detainees.", "torture", "1822"),
        ("Soldiers raped women in the village.", "sexual", "1821"),
        ("Fighters killed villagers with machetes.", "primitive", "182"),
        ("Turkey shot down a Russian jet.", None, "190"),
        ("Rebels killed six soldiers near Goma.", None, "190"),
    ],
)
def test_violence_is_coded_by_its_means_where_they_are_told(
    coder: Coder, text: str, mode: str | None, cameo: str
) -> None:
    assert codes(mentions(coder, text, "ASSAULT")[0]) == ("ASSAULT", mode, cameo)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The army broke the truce by shelling Donetsk.", "heavy-weapons"),
        ("Warplanes bombed the town in violation of the ceasefire.", "aerial"),
    ],
)
def test_a_broken_truce_has_the_mode_of_its_weapon_and_its_own_code(coder: Coder, text: str, mode: str) -> None:
    (event,) = mentions(coder, text, "ceasefire_violated")
    assert (*codes(event), event.plover.context) == ("ASSAULT", mode, "196", ["military", "legal"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt deported a British journalist.", ("COERCE", "deport", "174")),
        ("The junta imposed a curfew in Yangon.", ("COERCE", "curfew", "1723")),
        ("The president declared martial law.", ("COERCE", "martial-law", "1724")),
        ("The government shut down the newspaper.", ("COERCE", "censor", "1721")),
        ("Hackers attacked the ministry in a cyberattack.", ("COERCE", "cyber", "176")),
        ("Turkish police arrested twelve opposition leaders.", ("COERCE", "arrest", "173")),
        ("Iran seized a British tanker.", ("COERCE", "seize", "1711")),
        misread(
            "the model hardly sees an event, and reads an accusation",
            "A court convicted the general of war crimes.",
            ("SANCTION", "convict", "116"),
        ),
        ("London expelled three Russian diplomats.", ("SANCTION", "expel", "161")),
        ("Washington cut aid to the junta.", ("SANCTION", "discontinue", "162")),
        ("Prisoners began a hunger strike against the junta.", ("PROTEST", "hunger", "142")),
        ("Students protested against the junta.", ("PROTEST", "demo", "141")),
        ("Doctors went on strike in Khartoum against the coup.", ("PROTEST", "strike", "143")),
        ("Crowds rioted in the capital.", ("PROTEST", "riot", "145")),
        ("Protesters blocked the main road.", ("PROTEST", "obstruct", "144")),
        ("North Korea released three Americans.", ("RETREAT", "release", "0841")),
        ("North Korea threatened to attack Seoul.", ("THREATEN", "violence", "138")),
        ("Washington threatened Tehran with new sanctions.", ("THREATEN", "relations", "1312")),
        ("Ankara issued an ultimatum to the Kurdish fighters.", ("THREATEN", None, "139")),
        ("Washington accused Moscow of war crimes.", ("ACCUSE", "allege", "1124")),
        ("The EU condemned the annexation of Crimea.", ("ACCUSE", "disapprove", "111")),
        ("Belgrade denied arming the rebels.", ("REJECT", None, "016")),
        ("Moscow deployed troops along the border.", ("MOBILIZE", "troops", "154")),
        ("North Korea tested a ballistic missile on Sunday.", ("MOBILIZE", "weapons", "150")),
        ("Washington sent weapons to Kyiv.", ("AID", None, "072")),
        ("The World Food Programme delivered food to Sudan.", ("AID", None, "073")),
        ("Spain recognised the state of Palestine.", ("SUPPORT", None, "054")),
        ("London shared intelligence with Kyiv.", ("COOPERATE", None, "064")),
        ("Merkel travelled to Ankara on Sunday.", ("CONSULT", "visit", "042")),
        misread(
            "the model takes the pledge for the aid", "Japan pledged financial aid to Iraq.", ("AGREE", None, "033")
        ),
        ("Washington eased its sanctions on Myanmar.", ("CONCEDE", None, "085")),
    ],
)
def test_what_is_not_mediation_has_mode_and_code_by_its_words(
    coder: Coder, text: str, expected: tuple[str, str | None, str]
) -> None:
    (event, *_) = mentions(coder, text, expected[0])
    assert event.type is None and codes(event) == expected


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("The World Food Programme delivered food to Sudan.", ["humanitarian"]),
        ("Washington sent weapons to Kyiv.", ["military"]),
        ("Iran and six powers are close to a nuclear deal, diplomats said.", ["diplomatic", "cbrn"]),
        ("The EU condemned the annexation of Crimea.", ["diplomatic", "territory"]),
        ("Students protested against the junta.", []),
    ],
)
def test_contexts_are_added_where_words_show_them(coder: Coder, text: str, context: list[str]) -> None:
    assert mentions(coder, text)[0].plover.context == context


def test_only_who_is_called_is_met_by_telephone(coder: Coder) -> None:
    events = coder("Booth met Kiir on Thursday and spoke with Machar by telephone.", published="2013-12-27").events
    assert events[0].plover.mode != "phone"
    assert events[-1].plover.mode == "phone"
