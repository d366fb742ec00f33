"""Who does what to whom in plain political events: who is only stirred by an act, whose things are struck, who is of the place."""

from __future__ import annotations

import pytest
from casts import actors, told

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("The killing of a Chadian priest by Sudanese soldiers shocked Niger.", "killing", ["SDN"]),
        ("Sudan's arrest of a Chadian bishop was condemned by Niger.", "arrest", ["SDN"]),
        ("The Sudanese raid brought a protest from Chad.", "raid", ["SDN"]),
        ("The Sudanese attack led Chad to close its border.", "attack", ["SDN"]),
        ("The Sudanese attack led Chad to close its border.", "close", ["TCD"]),
        ("Demands by Niger for an apology were ignored by Sudan.", "Demands", ["NER"]),
        ("Sudan met Chad's demands.", "demands", ["TCD"]),
        ("Sudan angered Chad by arresting a bishop.", "arresting", ["SDN"]),
    ],
)
def test_who_is_stirred_by_an_act_or_answers_it_does_not_do_it(
    coder: Coder, text: str, trigger: str, doers: list[str]
) -> None:
    assert actors(told(coder, text, trigger), "initiator") == doers


@pytest.mark.parametrize(
    "text",
    [
        "The attack was carried out by Chad.",
        "The attack was launched by Chadian soldiers and angered Sudan.",
        "Chad led an attack on Sudanese troops.",
    ],
)
def test_who_carries_out_or_leads_an_act_does_it(coder: Coder, text: str) -> None:
    assert actors(told(coder, text, "attack"), "initiator") == ["TCD"]


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Sudan threatened Chad and expelled its ambassador.", "expelled", ["TCD"]),
        ("Sudan invaded Chad and captured its capital.", "captured", ["TCD"]),
        ("After Chad expelled its ambassador, Sudan closed the border.", "expelled", ["SDN"]),
        ("Three Chadian soldiers died when Sudanese rebels attacked their convoy.", "attacked", ["TCD"]),
        ("Sudan threatened Chad and attacked its neighbour Eritrea.", "attacked", ["ERI"]),
        ("Georgia accused Russian soldiers of shelling its towns.", "shelling", ["GEO"]),
        ("Sudan was accused by Chad of bombing its villages.", "bombing", ["TCD"]),
    ],
)
def test_what_is_expelled_or_attacked_is_another_s(
    coder: Coder, text: str, trigger: str, recipients: list[str]
) -> None:
    assert actors(told(coder, text, trigger), "recipient") == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Students in Dhaka protested against the war.", "protested", "BGD"),
        ("A mob in Lahore attacked a church.", "attacked", "PAK"),
        ("Communist rebels in the Philippines killed three soldiers.", "killed", "group:phl-rebels"),
        ("Police shot dead two students in Jakarta.", "shot", "IDN"),
        ("Security forces arrested 30 opposition supporters in Lome.", "arrested", "TGO"),
        ("Kenyan students protested in London.", "protested", "KEN"),
    ],
)
def test_who_belongs_where_he_acts_is_of_that_country(coder: Coder, text: str, trigger: str, actor: str) -> None:
    assert actors(told(coder, text, trigger), "initiator") == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "Police killed two men in the West Bank.",
        "Foreign students protested in London against the war.",
    ],
)
def test_whose_police_or_students_they_are_the_place_does_not_always_tell(coder: Coder, text: str) -> None:
    [event] = coder(text, published="2005-03-10").events
    assert actors(event, "initiator") == [""]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Sudanese helicopters attacked a Chadian patrol.", ["TCD"]),
        ("Ethiopian gunboats attacked Eritrean positions.", ["ERI"]),
        ("Sudan attacked a Chadian rebel camp.", ["group:tcd-rebels"]),
        ("Ethiopian planes bombed Assab.", ["ERI"]),
        ("Ethiopian forces captured the port of Assab.", ["ERI"]),
        ("Kenyan troops fought Somali gunmen near Garissa.", ["group:som-gunmen"]),
        ("Rebels captured Korhogo from the Ivorian army.", ["", "CIV"]),
    ],
)
def test_what_is_struck_stands_for_whose_it_is(coder: Coder, text: str, recipients: list[str]) -> None:
    [event] = coder(text, published="2005-03-10").events
    assert actors(event, "recipient") == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients", "doers"),
    [
        ("Sudan freed three Eritreans at the request of Chad.", "freed", ["ERI"], ["SDN"]),
        ("Sudan lifted the ban under U.S. pressure.", "lifted", [], ["SDN"]),
        ("Sudan sided with Chad against Eritrea.", "sided", ["TCD"], ["SDN"]),
        ("Sudan arrested an Eritrean wanted by Chad.", "arrested", ["ERI"], ["SDN"]),
        ("Sudan sold Eritrean coffee to Chad.", "sold", ["TCD"], ["SDN"]),
        ("Niger, Sudan said, was arming rebels.", "arming", [], ["NER"]),
        ("Rebels who killed three Sudanese soldiers were captured by Chadian troops.", "captured", [""], ["TCD"]),
        ("Forces led by Chad attacked Sudanese villages.", "attacked", ["SDN"], ["", "TCD"]),
    ],
)
def test_who_is_named_in_the_circumstances_takes_no_part(
    coder: Coder, text: str, trigger: str, recipients: list[str], doers: list[str]
) -> None:
    event = told(coder, text, trigger)
    assert (actors(event, "recipient"), actors(event, "initiator")) == (recipients, doers)


def test_whoever_held_those_who_are_freed_frees_them(coder: Coder) -> None:
    freed = told(coder, "Three tourists held by Algerian rebels were freed on Monday.", "freed")
    assert actors(freed, "initiator") == ["group:dza-rebels"]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Sudan called the Chadian leader a liar.", "TCD"),
        ("Sudan found Chad guilty of aggression.", "TCD"),
        ("Sudan held Chad responsible for the attack.", "TCD"),
        ("Sudan voted against a Chadian resolution.", "TCD"),
        ("Sudan disregarded a U.N. resolution.", "igo:un"),
    ],
)
def test_who_is_called_something_or_whose_proposal_is_voted_down_is_the_object(
    coder: Coder, text: str, recipient: str
) -> None:
    event = coder(text, published="2005-03-10").events[0]
    assert (actors(event, "initiator"), actors(event, "recipient")) == (["SDN"], [recipient])


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Chadian journalists were barred from entering Sudan.", ["SDN"]),
        ("Ten Chadians were deported from Sudan.", ["SDN"]),
        ("Ten Chadians were detained in London.", ["GBR"]),
        ("Ten Chadians were arrested in Sudan by Eritrean agents.", ["ERI"]),
    ],
)
def test_the_state_whose_land_is_told_keeps_out_deports_and_detains(coder: Coder, text: str, doers: list[str]) -> None:
    [event] = coder(text, published="2005-03-10").events
    assert actors(event, "initiator") == doers


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Mozambican opposition supporters stoned police.", "MOZ"),
        ("White farmers in Zimbabwe accused the government of theft.", "ZWE"),
        ("Protesters in Tbilisi stormed parliament.", "GEO"),
        ("Chadian troops clashed with police.", ""),
        ("Chad's president urged the government to resign.", ""),
    ],
)
def test_bare_institutions_beside_a_country_s_own_people_are_theirs(coder: Coder, text: str, actor: str) -> None:
    assert actors(coder(text, published="2005-03-10").events[0], "recipient") == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Syrian demonstrators burned tyres in Homs.\n\nDemonstrators in Istanbul attacked a bank.",
            "group:tur-demonstrators",
        ),
        ("Syrian rebels attacked Homs.\n\nRebels in Uganda killed three soldiers.", "group:uga-rebels"),
        ("Darfur rebels rejected a truce.\n\nThe rebels in Doha rejected the offer.", "group:sdn-slm"),
        ("Iranian students met in Paris. The students protested in London.", ""),
    ],
)
def test_people_at_another_place_are_not_those_spoken_of_before(coder: Coder, text: str, actor: str) -> None:
    assert actors(coder(text, published="2005-03-10").events[-1], "initiator") == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Maoist guerrillas killed three Nepalese policemen.", "group:npl-rebels"),
        ("Islamic militants attacked a hotel in Bali.", "group:idn-militants"),
        ("Rebels killed three French soldiers.", ""),
        ("Guerrillas killed an Israeli policeman.", ""),
    ],
)
def test_rebels_are_of_the_country_of_those_at_home_whom_they_attack(coder: Coder, text: str, actor: str) -> None:
    [event] = coder(text, published="2005-03-10").events
    assert actors(event, "initiator") == [actor]


@pytest.mark.parametrize(
    ("text", "trigger", "doers", "recipients"),
    [
        ("The Sudanese raid triggered protests in Chad.", "protests", ["TCD"], ["SDN"]),
        ("The Sudanese raid drew protests from Chad.", "drew", ["TCD"], ["SDN"]),
        ("Sudan demanded an apology from Chad.", "demanded", ["SDN"], ["TCD"]),
        ("The U.S. will move missiles to counter threats from Iran.", "counter", ["USA"], ["IRN"]),
        ("Sudan condemned Chad and recalled its envoy.", "recalled", ["SDN"], ["TCD"]),
        ("Sudan denied a Chadian allegation that it backed rebels.", "backed", ["SDN"], []),
        ("Aid to Chad was cut by Sudan after protests from Niger.", "protests", ["NER"], []),
    ],
)
def test_who_raises_his_voice_against_whom(
    coder: Coder, text: str, trigger: str, doers: list[str], recipients: list[str]
) -> None:
    event = told(coder, text, trigger)
    assert (actors(event, "initiator"), actors(event, "recipient")) == (doers, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "doers", "recipients"),
    [
        ("Kenyan troops killed a rebel who had kidnapped three Italians.", "kidnapped", [""], ["ITA"]),
        (
            "Two nuns kidnapped by Somali gunmen were freed by Kenyan commandos.",
            "kidnapped",
            ["group:som-gunmen"],
            [""],
        ),
        (
            "An attack by Ugandan rebels on a Kenyan base was followed by Kenyan air strikes.",
            "attack",
            ["group:uga-rebels"],
            ["KEN"],
        ),
        ("Argentina seized a British trawler off the Falklands.", "seized", ["ARG"], ["GBR"]),
        ("The arrest of a Kenyan student in Tanzania angered Kenya.", "arrest", ["TZA"], ["KEN"]),
        ("Kenya found Uganda and Tanzania guilty of aggression.", "", ["KEN"], ["TZA", "UGA"]),
    ],
)
def test_each_act_has_its_own_people(
    coder: Coder, text: str, trigger: str, doers: list[str], recipients: list[str]
) -> None:
    event = told(coder, text, trigger)
    assert (actors(event, "initiator"), actors(event, "recipient")) == (doers, recipients)


def test_a_spokesman_for_somebody_known_is_nobody_else(coder: Coder) -> None:
    event = told(coder, "A spokesman for the Sudanese army accused Chad of aggression.", "accused")
    assert actors(event, "initiator") == ["SDN"]
