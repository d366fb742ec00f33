"""A name of the tables is one phrase however the parser cuts it, and a place's twin is told by the country behind it."""

from __future__ import annotations

import pytest
from hand_trees import at, tree

from dragoman.actors import Knowledge
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence
from dragoman.records import Span

TWO_STATES = tree("""
Antigua  Antigua  PROPN 7 nsubj B-LOC
and      and      CCONJ 3 cc
Barbuda  Barbuda  PROPN 1 conj B-LOC
and      and      CCONJ 5 cc
Cuba     Cuba     PROPN 1 conj B-LOC
both     both     DET   7 advmod
met^     meet     VERB  0 root
.        .        PUNCT 7 punct
""")
# "Coordination" is cut off from the rest, as a parser does that takes "Movements" for the subject.
MOVEMENTS = tree("""
The          the          DET   2 det
Coordination coordination PROPN 7 nsubj B-ORG
of           of           ADP   4 case
Azawad       Azawad       PROPN 7 nsubj I-ORG
Movements    movement     PROPN 7 nsubj I-ORG
has          have         AUX   7 aux
left^        leave        VERB  0 root
.            .            PUNCT 7 punct
""")
MINISTRY = tree("""
Thai     Thai     ADJ   5 amod
and      and      CCONJ 3 cc
Qatari   Qatari   ADJ   1 conj
chief    chief    ADJ   5 amod
envoys   envoy    NOUN  6 nsubj
met^     meet     VERB  0 root
.        .        PUNCT 6 punct
""")


def phrases(sentence: Sentence, knowledge: Knowledge) -> list[tuple[str, str | None]]:
    mentions = Mentions(sentence.text, [sentence], knowledge, published="2015-05-01", context=None)
    return [(m.text, m.actor) for m in mentions.of_sentence(sentence)]


def test_a_state_of_two_names_is_one_phrase_beside_another_state(knowledge: Knowledge) -> None:
    assert phrases(TWO_STATES, knowledge) == [("Antigua and Barbuda", "ATG"), ("Cuba", "CUB")]


def test_a_group_whose_name_the_parser_cuts_is_one_phrase(knowledge: Knowledge) -> None:
    assert phrases(MOVEMENTS, knowledge) == [("Coordination of Azawad Movements", "group:mli-cma")]


def test_two_adjectives_before_a_noun_keep_their_own_phrases(knowledge: Knowledge) -> None:
    assert {"Thai", "Qatari"} <= {text for text, _ in phrases(MINISTRY, knowledge)}


@pytest.mark.parametrize(
    ("text", "context", "country"),
    [
        ("Talks in Granada, Nicaragua, went on.", "Spain's king arrives", "NIC"),
        ("Talks in Granada, Spain, went on.", "Nicaragua's bishops arrive", "ESP"),
        ("Talks in Granada went on.", "Nicaragua's bishops arrive", "NIC"),
        ("Talks in Granada went on.", "Armenia and France", "ESP"),
        ("Talks in Valencia, Venezuela, and in Bogota went on.", None, "VEN"),
        ("Talks in Geneva, France and Italy said, went on.", None, "CHE"),
        ("Talks in Geneva, the French minister said, went on.", None, "CHE"),
    ],
)
def test_the_country_behind_a_city_tells_which_one_is_meant(
    knowledge: Knowledge, text: str, context: str | None, country: str
) -> None:
    name = text.split()[2].rstrip(",")
    start = text.index(name)
    mentions = Mentions(text, [], knowledge, published=None, context=context)
    assert mentions.place(Span(start, start + len(name), name)).country == country


def test_a_name_around_a_word_is_found_by_its_first_and_last_word(knowledge: Knowledge) -> None:
    mentions = Mentions(MOVEMENTS.text, [MOVEMENTS], knowledge, published=None, context=None)
    first, last = at(MOVEMENTS, "Coordination"), at(MOVEMENTS, "Movements")
    assert mentions.name_around(MOVEMENTS, at(MOVEMENTS, "Azawad")) == (first, last)
    assert mentions.name_around(MOVEMENTS, at(MOVEMENTS, "left")) is None


def people_of(place: str, noun: str, lemma: str) -> Sentence:
    return tree(f"""
{noun}   {lemma}  NOUN  4 nsubj
from     from     ADP   3 case
{place}  {place}  PROPN 1 nmod B-LOC
left^    leave    VERB  0 root
.        .        PUNCT 4 punct
""")


def of(words: frozenset[str], sentence: Sentence, knowledge: Knowledge, kind: str) -> list[tuple[str, str | None]]:
    mentions = Mentions(sentence.text, [sentence], knowledge, published="2015-05-01", context=None, **{kind: words})
    return [(m.text, m.actor) for m in mentions.of_sentence(sentence)]


@pytest.mark.parametrize(("noun", "lemma"), [("Officials", "official"), ("Delegates", "delegate")])
def test_who_comes_from_a_capital_acts_for_its_state(knowledge: Knowledge, noun: str, lemma: str) -> None:
    sides = frozenset({"delegate"})
    assert of(sides, people_of("Cairo", noun, lemma), knowledge, "sides")[0] == (noun, "EGY")


@pytest.mark.parametrize(("noun", "lemma"), [("Growers", "grower"), ("Inspectors", "inspector")])
def test_growers_and_inspectors_from_there_do_not(knowledge: Knowledge, noun: str, lemma: str) -> None:
    assert of(frozenset({"delegate"}), people_of("Cairo", noun, lemma), knowledge, "sides")[0] == (noun, None)


def test_officials_from_there_are_no_second_name(knowledge: Knowledge) -> None:
    sentence = people_of("Cairo", "Officials", "official")
    mentions = Mentions(sentence.text, [sentence], knowledge, published="2015-05-01", context=None)
    list(mentions.of_sentence(sentence))
    assert [m.text for m in mentions.named] == ["Cairo"]


@pytest.mark.parametrize(
    "rows",
    [
        "reduced reduce VERB 0 root\nthe the DET 3 det\nrole role NOUN 1 obj\nof of ADP 5 case\nEgypt^ Egypt PROPN 3 nmod B-LOC\n. . PUNCT 1 punct",
        "reduced reduce VERB 0 root\nEgypt^ Egypt PROPN 4 nmod:poss B-LOC\n's 's PART 2 case\nrole^ role NOUN 1 obj\n. . PUNCT 1 punct",
    ],
)
def test_the_role_of_a_state_means_the_state(knowledge: Knowledge, rows: str) -> None:
    assert of(frozenset({"role"}), tree(rows), knowledge, "parts") == [("Egypt", "EGY")]
