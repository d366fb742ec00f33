"""Third parties tied to an event by its wording, on trees written by hand."""

from __future__ import annotations

import pytest
from hand_trees import at, tree

from dragoman.coder.at_the_table.third_parties import third_parties
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.words import Words
from dragoman.language.parse import Sentence


@pytest.fixture(scope="module")
def lexicon() -> ThirdPartyWords:
    return Words().third_parties


def roles(sentence: Sentence, trigger: str, lexicon: ThirdPartyWords) -> dict[str, str]:
    found = third_parties(sentence, [at(sentence, trigger)], lexicon)
    return {sentence.tokens[i].text: role for i, role, _ in found}


def test_talks_brokered_by_a_state_have_it_as_broker(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    Talks    talk    NOUN  7 nsubj
    brokered broker  VERB  1 acl
    by       by      ADP   4 case
    Oman     Oman    PROPN 2 obl:agent B-LOC
    and      and     CCONJ 6 cc
    Qatar    Qatar   PROPN 4 conj B-LOC
    ended^   end     VERB  0 root
    .        .       PUNCT 7 punct
    """)
    assert roles(sentence, "Talks", lexicon) == {"Oman": "broker", "Qatar": "broker"}


def test_a_hyphenated_participle_names_the_mediator(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    The      the     DET   5 det
    U.N.^    U.N.    PROPN 4 compound B-ORG
    -^       -       PUNCT 2 punct
    mediated mediate VERB  5 amod
    talks    talk    NOUN  6 nsubj
    ended^   end     VERB  0 root
    .        .       PUNCT 6 punct
    """)
    assert roles(sentence, "talks", lexicon) == {"U.N.": "mediator"}


def test_a_hyphenated_participle_is_found_where_the_name_hangs_on_the_noun(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    An       a       DET   5 det
    Omani^   Omani   ADJ   5 amod
    -^       -       PUNCT 2 punct
    brokered brokered ADJ  5 amod
    exchange exchange NOUN 6 nsubj
    failed^  fail    VERB  0 root
    .        .       PUNCT 6 punct
    """)
    assert roles(sentence, "exchange", lexicon) == {"Omani": "broker"}


def test_under_the_auspices_of_an_organisation_is_its_mediation(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    They     they    PRON  2 nsubj
    met      meet    VERB  0 root
    under    under   ADP   5 case
    the      the     DET   5 det
    auspices auspices NOUN 2 obl
    of       of      ADP   8 case
    the      the     DET   8 det
    AU^      AU      PROPN 5 nmod B-ORG
    .        .       PUNCT 2 punct
    """)
    assert roles(sentence, "met", lexicon) == {"AU": "mediator"}


def test_through_swiss_mediation_makes_the_swiss_mediators(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    They     they    PRON  2 nsubj
    talked   talk    VERB  0 root
    through  through ADP   5 case
    Swiss    Swiss   ADJ   5 amod
    mediation^ mediation NOUN 2 obl
    .        .       PUNCT 2 punct
    """)
    assert roles(sentence, "talked", lexicon) == {"Swiss": "mediator"}


def test_whoever_hosted_the_talks_is_host(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    Kenya    Kenya   PROPN 2 nsubj B-LOC
    hosted   host    VERB  0 root
    the      the     DET   4 det
    talks^   talk    NOUN  2 obj
    .        .       PUNCT 2 punct
    """)
    assert roles(sentence, "talks", lexicon) == {"Kenya": "host"}
    assert roles(sentence, "hosted", lexicon) == {"Kenya": "host"}


def test_talks_that_were_hosted_by_a_state_have_it_as_host(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    The      the     DET   2 det
    talks    talk    NOUN  4 nsubj:pass
    were     be      AUX   4 aux:pass
    hosted   host    VERB  0 root
    by       by      ADP   6 case
    Kenya^   Kenya   PROPN 4 obl:agent B-LOC
    .        .       PUNCT 4 punct
    """)
    assert roles(sentence, "talks", lexicon) == {"Kenya": "host"}


def test_the_mediator_of_a_relative_clause_is_found(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    The      the     DET   2 det
    truce^   truce   NOUN  8 nsubj
    ,        ,       PUNCT 6 punct
    which    which   PRON  6 obj
    Egypt    Egypt   PROPN 6 nsubj B-LOC
    mediated^ mediate VERB 2 acl:relcl
    ,        ,       PUNCT 2 punct
    held^    hold    VERB  0 root
    .        .       PUNCT 8 punct
    """)
    assert roles(sentence, "truce", lexicon) == {"Egypt": "mediator"}


def test_the_mediator_of_a_round_of_talks_is_that_of_the_talks(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    A        a       DET   2 det
    round    round   NOUN  8 nsubj
    of       of      ADP   4 case
    talks    talk    NOUN  2 nmod
    mediated mediate VERB  2 acl
    by       by      ADP   7 case
    Norway   Norway  PROPN 5 obl:agent B-LOC
    ended^   end     VERB  0 root
    .        .       PUNCT 8 punct
    """)
    assert roles(sentence, "talks", lexicon) == {"Norway": "mediator"}


def test_at_the_invitation_of_a_state_it_convenes(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    They     they    PRON  2 nsubj
    met      meet    VERB  0 root
    at       at      ADP   5 case
    the      the     DET   5 det
    invitation invitation NOUN 2 obl
    of       of      ADP   7 case
    Qatar^   Qatar   PROPN 5 nmod B-LOC
    .        .       PUNCT 2 punct
    """)
    assert roles(sentence, "met", lexicon) == {"Qatar": "convener"}


def test_the_parties_of_plain_talks_are_no_third_parties(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    Serbia   Serbia  PROPN 2 nsubj B-LOC
    held     hold    VERB  0 root
    talks    talk    NOUN  2 obj
    with     with    ADP   5 case
    Kosovo^  Kosovo  PROPN 3 nmod B-LOC
    .        .       PUNCT 2 punct
    """)
    assert roles(sentence, "talks", lexicon) == {}
