"""Plurals in a role: "both sides" and "the two leaders" are those whom the text has told of before."""

from __future__ import annotations

import pytest
from hand_trees import at, tree

from dragoman.actors import Knowledge
from dragoman.coder import Coder
from dragoman.coder.draft.filled import Filled
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.plurals import told_apart
from dragoman.language.parse import Sentence

RIVALS = """
Kenya^   Kenya   PROPN 3 nsubj B-LOC place
and      and     CCONJ 3 cc
Uganda^  Uganda  PROPN 1 conj B-LOC place
quarrelled quarrel VERB 0 root
.        .       PUNCT 4 punct
"""


def subjects(*words: str, of: int) -> str:
    """A sentence whose subject is the phrase of these words, its noun at position `of`, counted from 1."""
    rows = [f"{w} {w.rstrip('s') if i == of else w} {'NOUN' if i == of else 'DET'} {len(words) + 1 if i == of else of} "
            f"{'nsubj O organization' if i == of else 'det'}" for i, w in enumerate(words, 1)]  # fmt: skip
    return "\n".join([*rows, "signed^ sign VERB 0 root", f". . PUNCT {len(words) + 1} punct"])


def document(*blocks: str) -> list[Sentence]:
    made: list[Sentence] = []
    for index, block in enumerate(blocks):
        made.append(tree(block, start=made[-1].end + 1 if made else 0, index=index))
    return made


def who(knowledge: Knowledge, sentences: list[Sentence], noun: str, earlier: tuple[str, ...] = ()) -> list[str | None]:
    text = " ".join(s.text for s in sentences)
    mentions = Mentions(text, sentences, knowledge, published="2019-05-01", context=None)
    last = sentences[-1]
    known = [mentions.at(s, at(s, w)) for w in earlier for s in sentences[:1]]
    found = told_apart(last, mentions, [Filled(mentions.at(last, at(last, noun)), "party", 1.0, "model")], [known])
    assert all(text[f.mention.start : f.mention.end] == f.mention.text for f in found)
    assert {f.role for f in found} == {"party"}
    return [f.mention.actor for f in found]


@pytest.mark.parametrize(
    ("words", "noun"),
    [(("Both", "sides"), 2), (("The", "two", "countries"), 3), (("Neither", "side"), 2), (("The", "warring", "parties"), 3), (("The", "rivals"), 2)],
)  # fmt: skip
def test_a_plural_is_the_two_named_before(knowledge: Knowledge, words: tuple[str, ...], noun: int) -> None:
    sentences = document(
        RIVALS, subjects(*words, of=noun).replace("countrie NOUN", "country NOUN").replace("partie NOUN", "party NOUN")
    )
    assert who(knowledge, sentences, words[noun - 1]) == ["KEN", "UGA"]


@pytest.mark.parametrize(
    ("words", "noun"),
    [(("The", "side"), 2), (("Three", "sides"), 2), (("Islamic", "sides"), 2), (("The", "rebels"), 2)],
)
def test_what_asks_for_no_two_stays_as_it_is(knowledge: Knowledge, words: tuple[str, ...], noun: int) -> None:
    assert who(knowledge, document(RIVALS, subjects(*words, of=noun)), words[noun - 1]) == [None]


def test_where_nobody_is_named_near_the_parties_of_the_last_event_are_meant(knowledge: Knowledge) -> None:
    far = [RIVALS, *["It it PRON 2 nsubj\nrained^ rain VERB 0 root\n. . PUNCT 2 punct"] * 6]
    sentences = document(*far, subjects("Both", "sides", of=2))
    assert who(knowledge, sentences, "sides") == [None]
    assert who(knowledge, sentences, "sides", earlier=("Kenya", "Uganda")) == ["KEN", "UGA"]
    assert who(knowledge, sentences, "sides", earlier=("Kenya",)) == [None], "two are asked for"


def test_the_two_beside_both_by_name_are_nobody_else(knowledge: Knowledge) -> None:
    sentences = document(RIVALS, subjects("Both", "sides", of=2))
    mentions = Mentions(" ".join(s.text for s in sentences), sentences, knowledge, published=None, context=None)
    heads = [(sentences[1], "sides"), (sentences[0], "Kenya"), (sentences[0], "Uganda")]
    people = [Filled(mentions.at(s, at(s, word)), "party", 1.0, "model") for s, word in heads]
    assert [f.mention.text for f in told_apart(sentences[1], mentions, people, [])] == ["Kenya", "Uganda"]
    assert [f.mention.text for f in told_apart(sentences[1], mentions, people[:2], [])] == ["sides", "Kenya"]


def test_both_sides_of_a_truce_are_told_by_name(coder: Coder) -> None:
    events = coder(
        "Armenia and Azerbaijan met in Geneva on Monday. Both sides agreed to a ceasefire.", published="2020-10-30"
    ).events
    truce = next(e for e in events if e.type == "ceasefire_declared")
    assert {p.actor for p in truce.participants} == {"ARM", "AZE"}
    assert {p.mention.text for p in truce.participants if p.mention} == {"sides"}


def parties(coder: Coder, text: str, trigger: str, published: str = "2020-10-30") -> set[str | None]:
    found = next(e for e in coder(text, published=published).events if e.evidence.trigger.text.startswith(trigger))
    return {p.actor for p in found.participants if p.role == "party"}


@pytest.mark.parametrize(
    "phrase", ["Delegations of both sides", "Military commanders of the two countries", "Envoys from both sides"]
)
def test_those_sent_by_both_sides_are_both_sides(coder: Coder, phrase: str) -> None:
    text = f"Armenia and Azerbaijan signed a truce in Moscow on Monday. {phrase} met in Geneva on Friday."
    assert parties(coder, text, "met") == {"ARM", "AZE"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Libya's two rival sides signed a ceasefire in Geneva. Fayez al-Sarraj and Khalifa Haftar did not come.",
            {"LBY", "group:lby-lna"},
        ),
        (
            "Yemen's warring parties signed an accord in Sweden. The Houthis and the government of Yemen will exchange prisoners.",
            {"YEM", "group:yem-houthis"},
        ),
    ],
)
def test_sides_described_first_are_those_named_next(coder: Coder, text: str, sides: set[str]) -> None:
    assert parties(coder, text, "signed") == sides


def test_two_foes_are_the_sides_rather_than_two_outsiders_named_last(coder: Coder) -> None:
    text = (
        "Israel shelled Hamas on Monday. Hamas said that it would fire no rockets. "
        "The foreign ministers of Qatar and Turkey flew to Cairo. The two sides signed a truce on Friday."
    )
    assert parties(coder, text, "signed") == {"ISR", "group:pse-hamas"}


def test_the_two_who_met_by_the_clause_before_are_the_two_sides(coder: Coder) -> None:
    text = (
        "Sudan's army fought the Rapid Support Forces on Monday. "
        "Abdel Fattah al-Burhan met a US delegation in Jeddah last week, but the two sides failed to reach an agreement."
    )
    assert parties(coder, text, "agreement", "2024-08-14") == {"SDN", "USA"}


def test_an_opposition_is_not_given_up_for_a_movement_that_stayed_away(coder: Coder) -> None:
    text = (
        "Togo's government and the Togolese opposition opened talks in Lome. FACT of Chad and Togo were not there. "
        "The two sides signed an accord on Friday."
    )
    assert "TGO" in parties(coder, text, "signed") and "group:tcd-fact" not in parties(coder, text, "signed")


@pytest.mark.parametrize("phrase", ["their leaders", "their foreign ministers", "their envoys"])
def test_their_leaders_are_both(coder: Coder, phrase: str) -> None:
    text = f"Thailand and Cambodia agreed to a ceasefire after {phrase} met in Malaysia on Monday."
    assert parties(coder, text, "met", "2025-07-29") == {"THA", "KHM"}


def test_two_who_trade_fire_are_the_sides(coder: Coder) -> None:
    text = "Armenian and Azerbaijani troops traded fire on Monday. It rained. The two sides signed a truce on Friday."
    assert parties(coder, text, "signed") == {"ARM", "AZE"}


def test_the_two_factions_are_those_told_of_not_all_of_their_country(coder: Coder) -> None:
    text = "The KDP and the PUK held talks in northern Iraq. Iran brokered a truce between the two factions."
    assert parties(coder, text, "truce", "1996-10-31") == {"group:irq-kdp", "group:irq-puk"}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "Peace talks between Armenia and Azerbaijan opened in Oslo. A meeting of delegations is due in Rome.",
            "meeting",
        ),
        ("Armenia and Azerbaijan held talks in Geneva. The leaders will meet again in May.", "meet again"),
        ("Armenia and Azerbaijan held talks in Geneva. Negotiators will meet again in May.", "meet again"),
    ],
)
def test_leaders_without_a_number_are_those_of_the_talks_told_last(coder: Coder, text: str, trigger: str) -> None:
    assert parties(coder, text, trigger) == {"ARM", "AZE"}


def test_leaders_of_somewhere_are_not_those_of_the_talks_told_last(coder: Coder) -> None:
    text = "Armenia and Azerbaijan held talks in Geneva. The leaders of Chad and Niger will meet again in May."
    assert parties(coder, text, "meet again") == {"TCD", "NER"}


@pytest.mark.parametrize(
    ("text", "published", "trigger", "sides"),
    [
        (  # who has no seat is none of the sides, though the table has an old war of theirs
            "ADDIS ABABA - Ethiopia's warring sides signed a truce on Wednesday, but Eritrea, whose troops fought beside federal soldiers, "
            "had no seat at the table. The TPLF's negotiators praised the truce. Addis Ababa will send food to the TPLF's region.",
            "2022-11-03", "signed", ["ETH", "group:eth-tplf"],
        ),
        (  # who offers to help is none of them
            "Norway said it had had contacts with the government of Venezuela. Oslo said it was ready to mediate. President Maduro said an envoy "
            "of his had gone to Norway, and so did opposition leader Juan Guaido. The Venezuelan opposition wants a vote. "
            "The two delegations did not meet face to face.",
            "2019-05-17", "did not meet", ["VEN", "group:ven-opposition"],
        ),
        (
            "Thaci was to meet Aleksandar Vucic in Brussels on Friday. Greece and North Macedonia signed their accord in June. "
            "Mogherini saw the two men separately.",
            "2018-10-05", "saw", ["SRB", "XKX"],
        ),
        (
            "Mwai Kibaki and Raila Odinga have not met since January. On Monday the feuding leaders will meet in Nairobi.",
            "2008-02-23", "meet", ["KEN", "group:ken-odm"],
        ),
        (
            "President Salva Kiir received Riek Machar in Juba. The two principals signed an accord.", "2019-12-17", "signed",
            ["SSD", "group:ssd-splm-io"],
        ),
    ],
)  # fmt: skip
def test_the_sides_of_a_text_are_its_foes(
    coder: Coder, text: str, published: str, trigger: str, sides: list[str]
) -> None:
    found = [e for e in coder(text, published=published).events if e.evidence.trigger.text.startswith(trigger)]
    assert sorted(p.actor or "" for p in found[-1].participants if p.role == "party") == sorted(sides)
