"""Coreference: which phrases of a report mean the same person, body, group or event."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hand_trees import at, tree
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.coder import Coder
from dragoman.coder.coreference import EarlierEvent, Resolved, antecedent_event, event_nouns, resolve_document
from dragoman.coder.coreference.ranker import chains
from dragoman.coder.names import coreference_words as word_lists
from dragoman.errors import DataError
from dragoman.language.parse import Sentence
from dragoman.text.sentences import split_sentences

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from coreference_scores import assignment, b_cubed, ceaf_e, f1, lea, muc, score

RUSSIA_AND_TURKEY = """
Russia   Russia  PROPN 4 nsubj B-LOC place
and      and     CCONJ 3 cc
Turkey   Turkey  PROPN 1 conj B-LOC place
agreed   agree   VERB  0 root
to       to      PART  6 mark
hold     hold    VERB  4 xcomp
talks    talk    NOUN  6 obj O event
in       in      ADP   9 case
Astana^  Astana  PROPN 7 nmod B-LOC place
.        .       PUNCT 4 punct
"""
LEADERS_MET = """
Ana      Ana     PROPN 3 nsubj B-PER person
Silva    Silva   PROPN 1 flat I-PER
met      meet    VERB  0 root
Omar     Omar    PROPN 3 obj B-PER person
Haddad   Haddad  PROPN 4 flat I-PER
in       in      ADP   7 case
Geneva^  Geneva  PROPN 3 obl B-LOC place
.        .       PUNCT 3 punct
"""


def document(*rows: str) -> list[Sentence]:
    made: list[Sentence] = []
    for index, block in enumerate(rows):
        made.append(tree(block, start=made[-1].end + 1 if made else 0, index=index))
    return made


def said(sentences: list[Sentence], reference: object) -> str:
    r = reference
    return " ".join(t.text for t in sentences[r.sentence].tokens[r.first : r.last + 1])  # type: ignore[attr-defined]


def follow(noun: str, *, article: str = "The", lemma: str | None = None, index: int = 1, before: str = "") -> Sentence:
    """A sentence about an event told before: "The talks failed." `before` is a row that stands before the noun."""
    place = 3 if before else 2
    rows = [f"{article} {article.lower()} DET {place} det"] if article else []
    place = place if article else place - 1
    if before:
        rows.append(f"{before.format(head=place)}")
    rows += [
        f"{noun} {lemma or noun} NOUN {place + 1} nsubj O event",
        "failed^ fail VERB 0 root",
        f". . PUNCT {place + 1} punct",
    ]
    return tree("\n".join(rows), start=500 * index, index=index)


# --- events told before ------------------------------------------------------------------------------------------------


def told(rows: str, word: str, index: int = 0, type: str | None = None) -> EarlierEvent:
    sentence = tree(rows, start=500 * index, index=index)
    return EarlierEvent(sentence, at(sentence, word), type)


def meaning(sentence: Sentence, noun: str, earlier: list[EarlierEvent]) -> str | None:
    found = antecedent_event(sentence, at(sentence, noun), earlier)
    return found and found.sentence.tokens[found.head].text


def test_the_talks_are_the_talks_told_of_before() -> None:
    assert meaning(follow("talks", lemma="talk"), "talks", [told(RUSSIA_AND_TURKEY, "talks")]) == "talks"


@pytest.mark.parametrize("noun", ["meeting", "encounter", "summit", "talks"])
def test_the_meeting_is_what_was_told_by_the_verb(noun: str) -> None:
    lemma = "talk" if noun == "talks" else noun
    assert meaning(follow(noun, lemma=lemma), noun, [told(LEADERS_MET, "met")]) == "met"


@pytest.mark.parametrize("noun", ["truce", "evacuation", "boycott"])
def test_a_noun_of_another_kind_finds_no_event(noun: str) -> None:
    assert meaning(follow(noun), noun, [told(LEADERS_MET, "met")]) is None


def test_talks_without_an_article_are_new_ones() -> None:
    assert meaning(follow("talks", article="", lemma="talk"), "talks", [told(RUSSIA_AND_TURKEY, "talks")]) is None


def test_a_new_meeting_is_not_the_one_before() -> None:
    sentence = follow("meeting", before="next next ADJ {head} amod")
    assert meaning(sentence, "meeting", [told(LEADERS_MET, "met")]) is None


def test_the_type_that_the_coder_gave_counts_as_the_family() -> None:
    rows = "Guns gun NOUN 2 nsubj\nfell fall VERB 0 root\nsilent^ silent ADJ 2 xcomp\n. . PUNCT 2 punct"
    assert meaning(follow("truce"), "truce", [told(rows, "fell")]) is None
    assert meaning(follow("truce"), "truce", [told(rows, "fell", type="ceasefire_effective")]) == "fell"


def test_the_same_noun_goes_before_a_later_verb_of_the_family() -> None:
    earlier = [told(LEADERS_MET, "met", index=1), told(RUSSIA_AND_TURKEY, "talks", index=0)]
    assert meaning(follow("talks", lemma="talk", index=2), "talks", earlier) == "talks"


def test_an_event_told_later_is_never_meant() -> None:
    assert meaning(follow("talks", lemma="talk", index=1), "talks", [told(RUSSIA_AND_TURKEY, "talks", index=2)]) is None


def test_the_geneva_talks_are_not_those_in_astana() -> None:
    sentence = follow("talks", lemma="talk", before="Geneva Geneva PROPN {head} compound B-LOC place")
    assert meaning(sentence, "talks", [told(RUSSIA_AND_TURKEY, "talks")]) is None
    assert meaning(sentence, "talks", [told(RUSSIA_AND_TURKEY, "talks"), told(LEADERS_MET, "met")]) == "met"


def test_event_nouns_are_the_definite_ones() -> None:
    sentence = follow("truce")
    assert event_nouns(sentence) == [at(sentence, "truce")]
    assert event_nouns(tree(RUSSIA_AND_TURKEY)) == []


# --- groups and counterparts ---------------------------------------------------------------------------------------------

BOTH_SIDES = "Both both DET 2 det\nsides side NOUN 3 nsubj O organization\nagreed^ agree VERB 0 root\n. . PUNCT 3 punct"
TWO_LEADERS = """
The      the     DET   3 det
two      two     NUM   3 nummod
leaders  leader  NOUN  4 nsubj O person
smiled^  smile   VERB  0 root
.        .       PUNCT 4 punct
"""


def members(sentences: list[Sentence], word: str) -> list[str]:
    resolved = resolve_document(sentences)
    return [said(sentences, r) for r in resolved.members(len(sentences) - 1, at(sentences[-1], word))]


def test_both_sides_are_the_parties_last_named_together() -> None:
    assert members(document(RUSSIA_AND_TURKEY, BOTH_SIDES), "sides") == ["Russia", "Turkey"]


def test_the_two_leaders_are_the_two_persons_of_the_sentence_before() -> None:
    assert members(document(LEADERS_MET, TWO_LEADERS), "leaders") == ["Ana Silva", "Omar Haddad"]


def test_places_are_no_leaders() -> None:
    assert members(document(RUSSIA_AND_TURKEY, TWO_LEADERS), "leaders") == []


def test_three_leaders_are_not_found_among_two() -> None:
    assert members(document(LEADERS_MET, TWO_LEADERS.replace("two      two", "three three")), "leaders") == []


def test_a_plural_without_number_joins_nobody() -> None:
    leaders = "The the DET 2 det\nleaders leader NOUN 3 nsubj O person\nsmiled^ smile VERB 0 root\n. . PUNCT 3 punct"
    assert members(document(LEADERS_MET, leaders), "leaders") == []


COUNTERPART = """
Foreign  foreign ADJ   2 amod
Minister Minister PROPN 3 nmod:desc
Pavel    Pavel   PROPN 5 nsubj B-PER person
Orlov    Orlov   PROPN 3 flat I-PER
called   call    VERB  0 root
his      his     PRON  8 nmod:poss O person
Turkish  Turkish ADJ   8 amod
counterpart^ counterpart NOUN 5 obj O person
.        .       PUNCT 5 punct
"""


def test_his_turkish_counterpart_holds_his_office_in_turkey() -> None:
    sentences = document(COUNTERPART)
    found = resolve_document(sentences).counterpart(0, at(sentences[0], "counterpart"))
    assert found is not None
    assert said(sentences, found.of) == "Foreign Minister Pavel Orlov"
    assert (found.country, found.office, found.phrase) == ("Turkish", "foreign minister", "Turkish foreign minister")


# --- whole reports -------------------------------------------------------------------------------------------------------


def read(coder: Coder, text: str) -> tuple[list[Sentence], Resolved]:
    sentences = coder.engine.parse(text, split_sentences(text))
    return sentences, resolve_document(sentences, text)


def named(coder: Coder, text: str, word: str, nth: int = 1) -> str | None:
    """The phrase that the nth word of that form means."""
    sentences, resolved = read(coder, text)
    places = [(s.index, t.i) for s in sentences for t in s.tokens if t.text == word]
    found = resolved.antecedent(*places[nth - 1])
    return said(sentences, found) if found else None


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("President Maria Costa landed in Oslo. She will meet the rebels.", "She", "President Maria Costa"),
        ("John Baker met the queen. He thanked her.", "He", "John Baker"),
        (
            "The Merani Liberation Army signed a truce. It freed forty men, and its leader left.",
            "It",
            "The Merani Liberation Army",
        ),
    ],
)
def test_a_pronoun_finds_the_name(coder: Coder, text: str, word: str, meant: str) -> None:
    assert named(coder, text, word) == meant


def test_the_movement_is_the_one_with_movement_in_its_name(coder: Coder) -> None:
    text = "The Free Sahel Movement signed an accord with the government in Oslo. The movement agreed to disarm."
    assert named(coder, text, "movement") == "The Free Sahel Movement"


def test_the_group_is_the_body_last_named(coder: Coder) -> None:
    text = "The Free Sahel Movement signed an accord in Oslo. The group agreed to disarm."
    assert named(coder, text, "group") == "The Free Sahel Movement"


def test_the_first_person_in_a_quotation_is_its_speaker(coder: Coder) -> None:
    text = "“I will not leave the table before there is a truce,” Ingrid Solberg said. Rashid Karimov was silent."
    assert named(coder, text, "I") == "Ingrid Solberg"


def test_an_acronym_means_the_full_name(coder: Coder) -> None:
    text = "The Free Aceh Movement (GAM) signed the text. Later GAM freed its prisoners."
    sentences, resolved = read(coder, text)
    place = next((s.index, t.i) for s in reversed(sentences) for t in s.tokens if t.text == "GAM")
    reference = resolved.at(*place)
    assert reference is not None
    assert any("Aceh" in said(sentences, r) for r in resolved.chain(reference))


SENTENCES = (
    "Norway's envoy met the leaders of the Merani Front.", "The group freed its prisoners.", "“We are ready,” he said.",
    "The talks lasted an hour.", "Both sides praised Norway.", "They will meet again.", "Ann Lee and Omar Haddad left.",
    "(", "It rained.", "The two men shook hands.", "“I", "Paris.", "Her Turkish counterpart agreed.",
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=6))
def test_no_phrase_is_in_two_chains_and_each_lies_in_its_sentence(given_sentences: list[str]) -> None:
    text = " ".join(given_sentences)
    sentences = _coder().engine.parse(text, split_sentences(text))
    resolved = resolve_document(sentences, text)
    everything = [r for chain in resolved.chains for r in chain]
    assert len(everything) == len(set(everything)) == len({r.span for r in everything})
    for r in everything:
        assert 0 <= r.first <= r.head <= r.last < len(sentences[r.sentence])
        assert r in resolved.chain(r)
        before = resolved.antecedent(r.sentence, r.head)
        assert before is None or before.kind != "pronoun" or before is resolved.speaker(r.sentence, r.head)
        resolved.members(r.sentence, r.head)
        resolved.counterpart(r.sentence, r.head)


@settings(max_examples=10, deadline=None)
@given(st.permutations(SENTENCES[:4]))
def test_a_document_is_resolved_alike_whatever_was_resolved_before(order: list[str]) -> None:
    def resolve(text: str) -> object:
        return resolve_document(_coder().engine.parse(text, split_sentences(text)), text).chains

    texts = [f"{a} {b}" for a, b in zip(order, SENTENCES[4:8], strict=True)]
    once = {text: resolve(text) for text in texts}
    assert {text: resolve(text) for text in reversed(texts)} == once


def _coder(made: list[Coder] = []) -> Coder:  # noqa: B006
    """One coder for property tests, which take no fixtures."""
    if not made:
        made.append(dragoman.load(threads=1))
    return made[0]


def test_an_empty_document_has_no_chains() -> None:
    assert resolve_document([]).chains == ()


def test_links_through_other_phrases_make_one_chain() -> None:
    assert chains([None, 0, None, 1, None], [(2, 4)]) == [[0, 1, 3], [2, 4]]


# --- word lists ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("good", "wrong", "message"),
    [
        ("near: [meeting, conference]", "near: [banquet]", "names 'banquet'"),
        ("types: [prisoner_exchange]", "types: [prisoner_trade]", "'prisoner_trade' is no event type"),
        ("he: [s, m]", "he: [s, male]", r"coreference\.yaml"),
        ("pairs: [", "twins: [a]\npairs: [", "twins"),
    ],
)
def test_a_wrong_list_is_refused(tmp_path: Path, good: str, wrong: str, message: str) -> None:
    shipped = Path(word_lists.__file__).parents[2] / "language/en/lexicon/coreference.yaml"
    text = shipped.read_text(encoding="utf8")
    assert good in text
    path = tmp_path / "coreference.yaml"
    path.write_text(text.replace(good, wrong, 1), encoding="utf8")
    with pytest.raises(DataError, match=message):
        word_lists.read(path)


# --- the scores of benchmarks/coreference.py, worked out by hand ---------------------------------------------------------


def sets(*groups: str) -> list[frozenset[str]]:
    return [frozenset(g) for g in groups]


KEY, RESPONSE = sets("abc", "defg"), sets("ab", "cd", "fghi")
"""Moosavi and Strube (2016), example of section 3."""


def test_equal_chains_score_a_hundred() -> None:
    assert score([(KEY, KEY)]) == pytest.approx({"MUC": 100, "B3": 100, "CEAFe": 100, "LEA": 100, "CoNLL": 100})


def test_muc_counts_links() -> None:
    # key: abc is split into ab, c: 3 - 2 = 1 of 2; defg into d, e, fg: 4 - 3 = 1 of 3. response: 1 of 1, 0 of 1, fghi fg+h+i: 1 of 3
    assert muc(KEY, RESPONSE) == (2, 5, 2, 5)


def test_b_cubed_counts_mentions() -> None:
    # recall: a, b 2/3 each, c 1/3; d 1/4, e 0, f, g 2/4 each. precision: a, b 1; c, d 1/2; f, g 2/4; h, i 0
    assert b_cubed(KEY, RESPONSE) == pytest.approx((5 / 3 + 5 / 4, 7, 2 + 1 + 1, 8))


def test_ceaf_pairs_chains() -> None:
    # abc with ab: 2·2/5; defg with fghi: 2·2/8
    assert ceaf_e(KEY, RESPONSE) == pytest.approx((0.8 + 0.5, 2, 0.8 + 0.5, 3))


def test_lea_weighs_resolved_links_by_size() -> None:
    # recall: abc 1 of 3 links × 3, defg 1 of 6 × 4; precision: ab 1 of 1 × 2, cd 0, fghi 1 of 6 × 4
    assert lea(KEY, RESPONSE) == pytest.approx((1 + 2 / 3, 7, 2 + 2 / 3, 8))


def test_nothing_found_scores_zero() -> None:
    assert f1(ceaf_e(KEY, [])) == f1(lea(KEY, [])) == 0


@given(st.integers(1, 5), st.integers(1, 5), st.randoms(use_true_random=False))
def test_the_assignment_costs_least(rows: int, columns: int, random: object) -> None:
    import itertools

    import numpy as np

    cost = np.array([[random.randint(0, 9) for _ in range(columns)] for _ in range(rows)], float)  # type: ignore[attr-defined]
    table = cost if rows <= columns else cost.T
    best = min(
        sum(table[i, c] for i, c in enumerate(order))
        for order in itertools.permutations(range(table.shape[1]), table.shape[0])
    )
    found = assignment(cost)
    assert len(found) == min(rows, columns) == len({a for a, _ in found}) == len({b for _, b in found})
    assert sum(cost[a, b] for a, b in found) == best
