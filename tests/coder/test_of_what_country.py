"""Of what country those are whom only a bare noun tells, and for whom somebody acts whose title says it."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def whom(coder: Coder, text: str, published: str, words: str) -> str | None:
    """The actor, or the words where nobody knows him, of the last participant called so."""
    document = coder(text, published=published, outlet="Example Post")
    found = [p for e in document.events for p in e.participants if p.mention is not None]
    spoken = [p for p in found if p.mention and document.text[p.mention.start : p.mention.end].startswith(words)]
    return spoken[-1].actor or "nobody"


@pytest.mark.parametrize(
    ("text", "day", "words", "actor"),
    [
        (
            "The Lashkar-e-Taiba attacked an Indian camp. In Colombo, police arrested members of the Liberation Tigers of Tamil Eelam. "
            "The Sri Lankan navy shelled rebel positions on Tuesday.",
            "2001-08-09", "rebel positions", "group:lka-ltte",
        ),
        ("FARC rebels attacked a Colombian town on Monday. Ugandan helicopters bombed guerrilla bases on Tuesday.",
         "2003-06-01", "guerrilla bases", "group:uga-rebels"),
        ("Hamas fired rockets at Israel. Nepal's army attacked rebel camps in the west.", "2004-10-01", "rebel camps",
         "group:npl-rebels"),
        # those told before
        ("Angola accused UNITA of attacks. Zambia denied that it armed the rebels.", "1999-05-01", "rebels", "group:ago-unita"),
        ("M23 rejected the truce. The Congolese army shelled insurgent camps.", "2013-11-01", "insurgent camps", "group:cod-m23"),
    ],
)  # fmt: skip
def test_rebels_whom_a_sentence_on_another_state_names_are_of_that_state(
    coder: Coder, text: str, day: str, words: str, actor: str
) -> None:
    assert whom(coder, text, day, words) == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Mexico's army attacked Indian villages in Chiapas on Monday.", "nobody"),
        ("LIMA, Peru - Indian peasants attacked a police post near Cuzco on Monday.", "nobody"),
        ("India protested to Mexico. Indian officials met Mexico's president on Monday.", "IND"),
        ("Indian troops attacked a Pakistani post on Monday.", "IND"),
        ("The Indian government rejected an offer by Venezuela to mediate in its dispute with Pakistan.", "IND"),
        ("The Indian president met Peru's president in Lima.", "IND"),
        ("Mexico's army attacked villages in Chiapas. Indian leaders called for talks.", "nobody"),
    ],
)
def test_the_indians_of_the_americas_are_not_india(coder: Coder, text: str, actor: str) -> None:
    assert whom(coder, text, "1996-07-02", "Indian") == actor


def test_the_president_whom_the_pope_meets_is_another(coder: Coder) -> None:
    text = "Pope John Paul called for peace. He met the president on Sunday."
    assert whom(coder, text, "2005-03-10", "president") == "nobody"


def test_the_country_is_the_one_named_last(coder: Coder) -> None:
    text = (
        "ABUJA - Nigeria's president threatened to use force in Niger after the country's military rulers turned away his envoys. "
        "The junta refused to meet a mediator. Nigeria closed the border with Niger."
    )
    assert whom(coder, text, "2023-08-10", "country") == "NER"
    assert whom(coder, text, "2023-08-10", "junta") == "NER"


@pytest.mark.parametrize(
    ("text", "day", "words", "actor"),
    [
        ("Joint AU-UN chief mediator Djibril Bassole met Sudanese officials on Tuesday.", "2008-08-12", "Djibril", "igo:un"),
        ("Swiss ambassador Mirko Manzoni mediated between Renamo and the government of Mozambique.", "2020-02-10",
         "Swiss ambassador", "CHE"),
        ("Alvaro de Soto, the former U.N. envoy, criticised Israel.", "2007-07-01", "Alvaro", "person:alvaro-de-soto"),
        ("Venezuelan opposition leader Henrique Capriles rejected talks with Maduro.", "2013-07-10", "Venezuelan",
         "group:ven-opposition"),
    ],
)  # fmt: skip
def test_a_title_in_the_text_says_for_whom_somebody_acts(
    coder: Coder, text: str, day: str, words: str, actor: str
) -> None:
    assert whom(coder, text, day, words) == actor


def test_the_rebels_of_a_conflict_with_one_rebel_group_are_that_group(coder: Coder) -> None:
    text = "GROZNY - Rebels shot down a Russian helicopter on Monday. Moscow accused the guerrillas of breaking the truce with Maskhadov."
    assert whom(coder, text, "1996-08-20", "guerrillas") == "group:rus-chechnya-ichkeria"


@pytest.mark.parametrize(
    ("text", "day", "words", "actor"),
    [
        ("Egypt's president was deposed. Egypt is tense. Soldiers shot a man in a mosque.", "2013-07-06", "Soldiers", "EGY"),
        ("Prosecutors in Egypt freed him. Egypt's president resigned. Prosecutors arrested a preacher.", "2013-07-06",
         "Prosecutors", "EGY"),
        ("SRINAGAR, Aug 8 - The government extended a curfew on Monday. Police arrested two men.", "2001-08-08", "Police", "IND"),
        # others are spoken of
        ("Egypt's president met Sudan's in Cairo. Egypt is tense. Soldiers shot a man in a mosque.", "2013-07-06", "Soldiers",
         "nobody"),
    ],
)  # fmt: skip
def test_soldiers_and_police_are_of_the_one_state_of_a_text(
    coder: Coder, text: str, day: str, words: str, actor: str
) -> None:
    assert whom(coder, text, day, words) == actor


@pytest.mark.parametrize(
    ("text", "day", "words", "actor"),
    [
        ("Police beat supporters of opposition leader Venancio Mondlane on Monday.", "2024-11-05", "supporters",
         "group:moz-opposition"),
        ("The holdout groups of Thomas Cirillo rejected the truce.", "2020-01-05", "holdout", "group:ssd-nas"),
        ("Machar's faction rejected the truce in South Sudan.", "2020-01-05", "Machar", "group:ssd-splm-io"),
    ],
)  # fmt: skip
def test_followers_and_factions_are_of_whom_their_leader_leads(
    coder: Coder, text: str, day: str, words: str, actor: str
) -> None:
    assert whom(coder, text, day, words) == actor
