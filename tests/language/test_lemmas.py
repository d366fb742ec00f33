"""Lemmas: edit scripts are exact, and a known lemma mends a script that leads nowhere."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.en.lemmas import Lemmatiser, apply_script, edit_script, irregular_lemmas, regular_lemmas


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_script_gives_back_the_lemma_that_it_was_made_from(form: str, lemma: str) -> None:
    assert apply_script(form, edit_script(form, lemma)) == lemma


@pytest.mark.parametrize(
    ("form", "lemma", "script"),
    [
        ("talks", "talk", "l|1|"),
        ("brokered", "broker", "l|2|"),
        ("Met", "meet", "l|1|et"),
        ("Russia", "Russia", "k|0|"),
        ("was", "be", "l|3|be"),
        ("'s", "be", "l|2|be"),
    ],
)
def test_a_script_tells_what_to_cut_and_what_to_put_there(form: str, lemma: str, script: str) -> None:
    assert edit_script(form, lemma) == script
    assert apply_script(form, script) == lemma


def test_one_script_serves_words_of_one_pattern() -> None:
    assert apply_script("mediated", edit_script("invited", "invite")) == "mediate"
    assert apply_script("Talks", edit_script("rounds", "round")) == "talk"


@given(st.text(max_size=8), st.integers(0, 50), st.text(max_size=5))
def test_a_script_that_cuts_more_than_there_is_does_not_fail(form: str, cut: int, suffix: str) -> None:
    assert apply_script(form, f"l|{cut}|{suffix}").endswith(suffix)


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("shuttled", "VERB", "shuttle"),
        ("brokering", "VERB", "broker"),
        ("stopped", "VERB", "stop"),
        ("ratified", "VERB", "ratify"),
        ("parties", "NOUN", "party"),
        ("truces", "NOUN", "truce"),
        ("Hostilities", "NOUN", "hostility"),
        ("easiest", "ADJ", "easy"),
        ("bigger", "ADJ", "big"),
        ("sooner", "ADV", "soon"),
    ],
)
def test_regular_inflection_leads_back_to_the_lemma(form: str, tag: str, lemma: str) -> None:
    assert lemma in regular_lemmas(form, tag)


def test_a_wrong_script_is_mended_by_a_known_lemma() -> None:
    lemmatiser = Lemmatiser(frozenset({"mediate", "talk"}))
    assert lemmatiser.lemma("mediated", "VERB", "l|2|") == "mediate"


def test_a_short_verb_that_would_double_its_last_letter_is_another() -> None:
    lemmatiser = Lemmatiser(frozenset({"hop", "hope", "visit", "talk"}))
    assert lemmatiser.lemma("hoped", "VERB", "l|2|") == "hope"
    assert lemmatiser.lemma("hoping", "VERB", "l|3|") == "hope"
    assert lemmatiser.lemma("hopped", "VERB", "l|3|") == "hop"
    assert lemmatiser.lemma("visited", "VERB", "l|2|") == "visit"
    assert lemmatiser.lemma("talked", "VERB", "l|2|") == "talk"


def test_a_known_lemma_and_a_name_are_left_alone() -> None:
    lemmatiser = Lemmatiser(frozenset({"hold", "house"}))
    assert lemmatiser.lemma("held", "VERB", "l|3|old") == "hold"
    assert lemmatiser.lemma("Houses", "PROPN", "k|0|") == "Houses"


def test_a_strong_verb_has_its_own_lemma_whatever_else_the_script_makes_is_a_word() -> None:
    lemmatiser = Lemmatiser(frozenset({"s", "to", "sit", "tear", "find", "found"}))
    assert lemmatiser.lemma("sat", "VERB", "l|2|") == "sit"
    assert lemmatiser.lemma("tore", "VERB", "l|2|") == "tear"
    assert lemmatiser.lemma("found", "VERB", "l|0|") == "found"
    assert lemmatiser.lemma("found", "VERB", "l|4|ind") == "find"


def test_an_unknown_word_keeps_what_the_script_gives() -> None:
    assert Lemmatiser(frozenset()).lemma("zogged", "VERB", "l|3|") == "zog"


@given(st.text(max_size=20), st.sampled_from(["VERB", "NOUN", "PROPN", "ADJ", "X"]))
def test_any_word_has_a_lemma(form: str, tag: str) -> None:
    assert isinstance(Lemmatiser(frozenset({"a"})).lemma(form, tag, "l|1|e"), str)


@pytest.mark.parametrize(
    ("form", "tag", "script", "lemma"),
    [
        ("fought", "VERB", "l|2|", "fight"),
        ("Withdrawn", "VERB", "l|3|", "withdraw"),
        ("tribesmen", "NOUN", "l|1|", "tribesman"),
        ("worst", "ADJ", "l|3|", "bad"),
    ],
)
def test_what_no_rule_makes_stands_in_a_table(form: str, tag: str, script: str, lemma: str) -> None:
    assert Lemmatiser(frozenset({"fight"})).lemma(form, tag, script) == lemma


def test_a_known_lemma_is_not_looked_up_in_the_table() -> None:
    """ "Found" is of "find" and of "found": the model has read which."""
    assert Lemmatiser(frozenset({"found", "find"})).lemma("found", "VERB", "l|0|") == "found"


def test_the_table_names_each_form_once_and_no_lemma_as_its_own_form() -> None:
    text = resources.files("dragoman.language.en").joinpath("irregular.tsv").read_text(encoding="utf8")
    rows = [tuple(line.split("\t")) for line in text.splitlines()[1:]]
    assert len(rows) == len(irregular_lemmas()) > 300
    assert {tag for _, tag, _ in rows} <= {"VERB", "NOUN", "ADJ", "ADV"}
    assert all(word == word.lower().strip() and word.isalpha() for form, _, lemma in rows for word in (form, lemma))


def test_i_is_the_pronoun() -> None:
    assert Lemmatiser(frozenset()).lemma("i", "PRON", "l|0|") == "I"
