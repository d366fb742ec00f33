"""Where rule and model differ, the pair of actors read by itself may turn the decision, and only there."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hand_trees import at, tree

from dragoman import ontology
from dragoman.actors import Knowledge
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.options import Thresholds
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.relation import Relation
from dragoman.coder.settle import category_of, of_private_sides, settle
from dragoman.coder.taking_part.participants import Filled
from dragoman.ontology import lexicon

SENTENCE = tree("""
Russia   Russia  PROPN 2 nsubj B-LOC
answered answer  VERB  0 root
Turkey^  Turkey  PROPN 2 obj B-LOC
.        .       PUNCT 2 punct
""")


class Asked:
    """Stands in for the coder: its classifier is sure of one category and counts how often it is asked."""

    ontology = ontology.load()
    thresholds = Thresholds()

    def __init__(self, category: str) -> None:
        self.category, self.times = category, 0

    def relation(self, text: str, *, source: tuple[int, int], target: tuple[int, int]) -> Relation:
        self.times += 1
        assert (text[slice(*source)], text[slice(*target)]) == ("Russia", "Turkey")
        return Relation(self.category, {self.category: 0.9, "AID": 0.1})


def candidate(decided_by: str = "rule over model", overruled: str = "REJECT") -> Candidate:
    return Candidate([1], "ACCUSE", 0.6, None, decided_by, overruled)


@pytest.fixture
def people(knowledge: Knowledge) -> list[Filled]:
    mentions = Mentions(SENTENCE.text, [SENTENCE], knowledge, published=None, context=None)
    russia, turkey = (mentions.at(SENTENCE, at(SENTENCE, name)) for name in ("Russia", "Turkey"))
    return [Filled(russia, "initiator", 1.0, "model"), Filled(turkey, "recipient", 1.0, "model")]


def turned(coder: Any, it: Candidate, people: list[Filled]) -> bool:
    return settle(coder, SENTENCE, it, people)


def test_the_pair_turns_a_decision_and_says_so(people: list[Filled]) -> None:
    it = candidate()
    assert turned(Asked("REJECT"), it, people)
    assert (it.label, it.overruled, it.decided_by) == ("REJECT", "ACCUSE", "model over rule, by the pair")
    assert it.ruling is None


def test_what_the_pair_was_read_as_is_kept_with_the_decision(people: list[Filled]) -> None:
    it, unasked = candidate(), candidate("rule+model", "")
    turned(Asked("REJECT"), it, people)
    turned(Asked("REJECT"), unasked, people)
    assert it.pair is not None and unasked.pair is None
    assert (it.pair.source, it.pair.target, it.pair.probabilities["REJECT"]) == ("Russia", "Turkey", 0.9)


def test_a_pair_that_agrees_with_the_decision_leaves_it(people: list[Filled]) -> None:
    it = candidate()
    assert not turned(Asked("ACCUSE"), it, people)
    assert (it.label, it.decided_by) == ("ACCUSE", "rule over model")


def test_a_third_category_turns_nothing(people: list[Filled]) -> None:
    assert not turned(Asked("AID"), candidate(), people)


@pytest.mark.parametrize(
    "it",
    [
        candidate("rule+model", ""),
        candidate("model", ""),
        Candidate([1], "mediated_talks", 0.6, None, "model over rule", "CONSULT"),
        Candidate([1], "talks_postponed", 0.6, None, "model over rule", "talks_cancelled"),
    ],
    ids=["agreed", "alone", "one category", "no category"],
)
def test_where_nothing_is_in_dispute_nobody_is_asked(it: Candidate, people: list[Filled]) -> None:
    coder = Asked("REJECT")
    assert not turned(coder, it, people)
    assert coder.times == 0


def test_where_the_model_is_sure_of_its_label_nobody_is_asked(people: list[Filled]) -> None:
    coder = Asked("REJECT")
    it = candidate()
    it.model_probability = coder.thresholds.pair_asked
    assert not turned(coder, it, people)
    assert coder.times == 0


def test_without_a_target_nobody_is_asked(people: list[Filled]) -> None:
    coder = Asked("REJECT")
    assert not turned(coder, candidate(), people[:1])
    assert coder.times == 0


def test_the_category_of_a_type_is_that_of_the_crosswalk() -> None:
    coder: Any = SimpleNamespace(ontology=ontology.load())
    assert category_of(coder, "mediated_talks") == "CONSULT"
    assert category_of(coder, "ACCUSE") == "ACCUSE"


def told(text: str, *sides: tuple[str, str | None, str | None], type_: str | None = "agreement_signed") -> Any:
    """An event of a sentence; sides are words, actor and kind of actor."""
    people = [
        SimpleNamespace(mention=SimpleNamespace(text=words), actor=actor, actor_type=kind, country=None)
        for words, actor, kind in sides
    ]
    return SimpleNamespace(type=type_, participants=people, evidence=SimpleNamespace(text=text))


OIL, AIRLINE = ("Total", "org:total", "company"), ("the airline", None, None)


@pytest.mark.parametrize(
    ("event", "private"),
    [
        (told("Total and the airline signed a deal.", OIL, AIRLINE), True),
        (told("Its pilots walked out.", ("Its pilots", None, None)), True),
        (told("The airline said it would walk out.", AIRLINE, ("it", None, None)), True),
        (told("Total signed a deal with Chad.", OIL, ("Chad", "TCD", "state")), False),
        (told("Total signed a deal with rebels.", OIL, ("pilots", None, None)), False),
        (told("They signed a deal.", ("They", None, None)), False),
        (told("A deal was signed."), False),
        (told("Total helped the airline.", OIL, AIRLINE, type_=None), False),
    ],
    ids=["companies", "pilots", "pronoun", "a state", "word of war", "only a pronoun", "nobody", "category alone"],
)
def test_companies_and_unions_among_themselves_make_no_peace(event: Any, private: bool) -> None:
    assert of_private_sides(event, lexicon.load()) is private
