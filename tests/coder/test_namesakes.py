"""A bare surname is that of the person who bore it last in the text, known to the tables or not."""

from __future__ import annotations

import pytest
from hand_trees import tree

from dragoman.actors import Knowledge, Resolution
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.names.namesakes import Namesakes
from dragoman.records import Person

STRANGER = """
Kim      Kim    PROPN 3 nsubj B-PER
Changho  Changho PROPN 1 flat I-PER
left^    leave  VERB  0 root
.        .      PUNCT 3 punct
"""
LEADER = (
    STRANGER.replace("Changho  Changho PROPN 1 flat I-PER", "Jong     Jong   PROPN 1 flat I-PER")
    .replace("left^    leave  VERB  0 root", "Un       Un     PROPN 1 flat I-PER\nleft^    leave  VERB  0 root")
    .replace("PROPN 3 nsubj", "PROPN 4 nsubj")
    .replace("PUNCT 3 punct", "PUNCT 4 punct")
)
BARE = """
Mr.      Mr.    PROPN 2 compound
Kim      Kim    PROPN 3 nsubj B-PER
thanked^ thank  VERB  0 root
.        .      PUNCT 3 punct
"""
CHAIRMAN = BARE.replace("Mr.      Mr.    PROPN", "Chairman chairman NOUN")
LEADS = Resolution(actor="PRK", person=Person(name="Kim Jong Un"))


def meant(knowledge: Knowledge, *texts: str) -> tuple[str | None, str | None]:
    """Actor and name of the subject of the last sentence."""
    sentences, start = [], 0
    for index, rows in enumerate(texts):
        sentences.append(tree(rows, index=index, start=start))
        start = sentences[-1].end + 1
    text = " ".join(s.text for s in sentences)
    mention = Mentions(text, sentences, knowledge, published="2018-05-10", context=None).at(
        sentences[-1], len(sentences[-1]) - 3
    )
    return mention.actor, mention.name


def test_a_stranger_s_surname_is_not_given_to_a_known_namesake(knowledge: Knowledge) -> None:
    assert meant(knowledge, STRANGER, BARE) == (None, "Kim Changho")


def test_the_known_bearer_keeps_his_name_where_no_stranger_bears_it(knowledge: Knowledge) -> None:
    assert meant(knowledge, LEADER, BARE)[0] == "PRK"


def test_who_bore_the_name_last_is_meant(knowledge: Knowledge) -> None:
    assert meant(knowledge, STRANGER, LEADER, BARE)[0] == "PRK"
    assert meant(knowledge, LEADER, STRANGER, BARE) == (None, "Kim Changho")


@pytest.mark.parametrize(("rows", "kept"), [(BARE, False), (CHAIRMAN, True)])
def test_an_office_before_the_surname_tells_who_is_meant(rows: str, kept: bool) -> None:
    namesakes = Namesakes({"Kim Jong Un"}.__contains__, lambda _: None)
    namesakes.told_apart(tree(STRANGER), 0, 1, Resolution())
    assert (namesakes.told_apart(tree(rows), 0, 1, LEADS) == LEADS) == kept


def test_a_surname_is_that_of_the_office_bearer_who_was_introduced_by_it_last() -> None:
    namesakes = Namesakes({"Kim Jong Un"}.__contains__, lambda _: None)
    minister = Resolution(actor="KAZ", name="Kazakhstan", person=Person(name="Kim Changho", office="minister"))
    namesakes.told_apart(tree(STRANGER), 0, 1, minister)
    meant = namesakes.told_apart(tree(BARE), 0, 1, LEADS)
    assert (meant.actor, meant.person) == ("KAZ", minister.person)
    namesakes.told_apart(tree(LEADER), 0, 2, LEADS)
    assert namesakes.told_apart(tree(BARE), 0, 1, LEADS) == LEADS
