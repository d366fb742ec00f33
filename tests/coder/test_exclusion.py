"""Who is kept out: wordings of exclusion on trees written by hand, and near misses (rule R9)."""

from __future__ import annotations

import pytest
from hand_trees import at, tree

from dragoman.actors import Knowledge
from dragoman.coder import Coder
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.kept_out.excluded import excluder, with_exclusions
from dragoman.coder.kept_out.exclusion import exclusions
from dragoman.coder.kept_out.kept import Kept
from dragoman.coder.kept_out.modes import exclusion_of
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.participants import Filled
from dragoman.coder.words import Words
from dragoman.language.parse import Sentence

WORDS = Words()


def kept_out(sentence: Sentence, knowledge: Knowledge) -> list[Kept]:
    mentions = Mentions(sentence.text, [sentence], knowledge, published=None, context=None)
    return exclusions(sentence, mentions, WORDS.lexicon.exclusion.wordings, WORDS.third_parties)


def names_and_modes(sentence: Sentence, knowledge: Knowledge) -> dict[str, str]:
    return {k.mention.span.text: k.mode for k in kept_out(sentence, knowledge)}


WITHOUT_INVOLVEMENT = tree("""
The      the     DET   2 det
deal     deal    NOUN  4 nsubj:pass
was      be      AUX   4 aux:pass
reached  reach   VERB  0 root
without  without ADP   7 case
the      the     DET   7 det
involvement involvement NOUN 4 obl
of       of      ADP   9 case
Washington Washington PROPN 7 nmod B-LOC
or       or      CCONJ 11 cc
Brussels^ Brussels PROPN 9 conj B-LOC
.        .       PUNCT 4 punct
""")

BY_OTHERS_NOT = tree("""
The      the     DET   2 det
truce    truce   NOUN  4 nsubj:pass
was      be      AUX   4 aux:pass
brokered broker  VERB  0 root
by       by      ADP   6 case
Russia   Russia  PROPN 4 obl:agent B-LOC
and      and     CCONJ 8 cc
Turkey^  Turkey  PROPN 6 conj B-LOC
,        ,       PUNCT 11 punct
not      not     PART  11 advmod
Washington^ Washington PROPN 6 conj B-LOC
.        .       PUNCT 4 punct
""")

EXCLUDING = tree("""
Russia   Russia  PROPN 2 nsubj B-LOC
convened convene VERB  0 root
talks^   talk    NOUN  2 obj
,        ,       PUNCT 5 punct
excluding exclude VERB 2 advcl
Ukraine  Ukraine PROPN 5 obj B-LOC
from     from    ADP   9 case
the      the     DET   9 det
table^   table   NOUN  5 obl
.        .       PUNCT 2 punct
""")

NOT_INVITED = tree("""
Iran     Iran    PROPN 4 nsubj:pass B-LOC
was      be      AUX   4 aux:pass
not      not     PART  4 advmod
invited  invite  VERB  0 root
to       to      ADP   7 case
the      the     DET   7 det
talks^   talk    NOUN  4 obl
.        .       PUNCT 4 punct
""")

WITHOUT_NAME = tree("""
Russia   Russia  PROPN 2 nsubj B-LOC
proposed propose VERB  0 root
talks    talk    NOUN  2 obj
without  without ADP   7 case
the      the     DET   7 det
United   United  ADJ   7 amod B-LOC
States^  States  PROPN 3 nmod I-LOC
.        .       PUNCT 2 punct
""")


def test_a_deal_without_the_involvement_of_two_powers_keeps_both_out(knowledge: Knowledge) -> None:
    assert names_and_modes(WITHOUT_INVOLVEMENT, knowledge) == {
        "Washington": "not_invited",
        "Brussels": "not_invited",
    }


def test_by_some_and_not_by_another_says_that_it_was_passed_over(knowledge: Knowledge) -> None:
    assert names_and_modes(BY_OTHERS_NOT, knowledge) == {"Washington": "bypassed_in_deal"}


def test_excluding_keeps_out_whom_it_names_and_not_the_one_who_excludes(knowledge: Knowledge) -> None:
    assert names_and_modes(EXCLUDING, knowledge) == {"Ukraine": "not_invited"}


def test_whoever_was_not_invited_is_kept_out(knowledge: Knowledge) -> None:
    assert names_and_modes(NOT_INVITED, knowledge) == {"Iran": "not_invited"}


def test_talks_without_a_state_keep_it_out(knowledge: Knowledge) -> None:
    assert names_and_modes(WITHOUT_NAME, knowledge) == {"United States": "not_invited"}


def test_the_possessor_of_the_missing_consent_is_kept_out(knowledge: Knowledge) -> None:
    sentence = tree("""
    They     they    PRON  2 nsubj
    signed   sign    VERB  0 root
    without  without ADP   6 case
    Iran^    Iran    PROPN 6 nmod:poss B-LOC
    's       's      PART  4 case
    consent^ consent NOUN  2 obl
    .        .       PUNCT 2 punct
    """)
    assert names_and_modes(sentence, knowledge) == {"Iran": "not_invited"}


def test_whoever_was_kept_in_the_dark_was_not_informed(knowledge: Knowledge) -> None:
    sentence = tree("""
    Ukraine  Ukraine PROPN 3 nsubj:pass B-LOC
    was      be      AUX   3 aux:pass
    kept     keep    VERB  0 root
    in       in      ADP   6 case
    the      the     DET   6 det
    dark^    dark    NOUN  3 obl
    .        .       PUNCT 3 punct
    """)
    [kept] = kept_out(sentence, knowledge)
    assert (kept.mention.span.text, kept.mode, kept.scope) == ("Ukraine", "not_informed", "information")


def test_a_truce_that_does_not_cover_a_group_leaves_it_out_of_the_text(knowledge: Knowledge) -> None:
    sentence = tree("""
    The      the     DET   2 det
    truce    truce   NOUN  5 nsubj
    does     do      AUX   5 aux
    not      not     PART  5 advmod
    cover    cover   VERB  0 root
    Hezbollah^ Hezbollah PROPN 5 obj B-ORG
    .        .       PUNCT 5 punct
    """)
    [kept] = kept_out(sentence, knowledge)
    assert (kept.mention.span.text, kept.mode, kept.scope) == ("Hezbollah", "uncovered_by_text", "text")


INVITED = tree("""
Iran     Iran    PROPN 3 nsubj:pass B-LOC
was      be      AUX   3 aux:pass
invited  invite  VERB  0 root
to       to      ADP   6 case
the      the     DET   6 det
talks^   talk    NOUN  3 obl
.        .       PUNCT 3 punct
""")
WITHOUT_RESULT = tree("""
Iran     Iran    PROPN 2 nsubj B-LOC
left     leave   VERB  0 root
the      the     DET   4 det
talks    talk    NOUN  2 obj
without  without ADP   7 case
a        a       DET   7 det
deal^    deal    NOUN  2 obl
.        .       PUNCT 2 punct
""")
NOT_BY_THE_SUBJECT = tree("""
Russia^  Russia  PROPN 6 nsubj B-LOC
,        ,       PUNCT 4 punct
not      not     PART  4 advmod
Washington^ Washington PROPN 1 conj B-LOC
,        ,       PUNCT 4 punct
chaired  chair   VERB  0 root
them^    they    PRON  6 obj
.        .       PUNCT 6 punct
""")
NOT_OF_THE_VERB = tree("""
The      the     DET   2 det
truce    truce   NOUN  5 nsubj:pass
was      be      AUX   5 aux:pass
not      not     PART  5 advmod
brokered broker  VERB  0 root
by       by      ADP   7 case
Russia^  Russia  PROPN 5 obl:agent B-LOC
.        .       PUNCT 5 punct
""")


@pytest.mark.parametrize(
    "near_miss",
    [INVITED, WITHOUT_RESULT, NOT_BY_THE_SUBJECT, NOT_OF_THE_VERB],
    ids=["invited", "left without a deal", "not another chaired", "denied broker"],
)
def test_a_near_miss_keeps_nobody_out(near_miss: Sentence, knowledge: Knowledge) -> None:
    assert names_and_modes(near_miss, knowledge) == {}


def candidate(label: str = "talks_proposed") -> Candidate:
    return Candidate([1], label, 0.9, None, "model")


def test_whoever_is_kept_out_has_no_other_role_in_the_same_words(knowledge: Knowledge) -> None:
    kept = kept_out(BY_OTHERS_NOT, knowledge)
    mentions = Mentions(BY_OTHERS_NOT.text, [BY_OTHERS_NOT], knowledge, published=None, context=None)
    people = [
        Filled(mentions.at(BY_OTHERS_NOT, at(BY_OTHERS_NOT, name)), "broker", 1.0, "model")
        for name in ("Russia", "Washington")
    ]
    roles = [(f.mention.span.text, f.role) for f in with_exclusions(people, kept)]
    assert roles == [("Russia", "broker"), ("Washington", "excluded")]


def test_an_exclusion_bears_the_mode_of_its_wording_and_who_says_so(knowledge: Knowledge) -> None:
    kept = kept_out(BY_OTHERS_NOT, knowledge)
    filled = Filled(kept[0].mention, "excluded", 1.0, "wording")
    told = exclusion_of(BY_OTHERS_NOT, filled, candidate(), kept, "Reuters")
    assert (told.mode, told.asserted_by, told.scope) == ("bypassed_in_deal", "Reuters", "table")


def test_whoever_stayed_away_excluded_himself(knowledge: Knowledge) -> None:
    [kept] = kept_out(NOT_INVITED, knowledge)
    filled = Filled(kept.mention, "boycotting", 1.0, "model")
    assert exclusion_of(NOT_INVITED, filled, candidate("boycott"), [], "Tehran").mode == "self_excluded"


def test_an_exclusion_without_a_wording_of_its_own_is_not_invited(knowledge: Knowledge) -> None:
    [kept] = kept_out(NOT_INVITED, knowledge)
    filled = Filled(kept.mention, "excluded", 1.0, "model")
    assert exclusion_of(NOT_INVITED, filled, candidate(), [], None).mode == "not_invited"


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The front was left out because it is listed as a terrorist group.", "terror_designation"),
        ("The Kurds were not invited since Ankara had objected to their presence.", "veto_by_party"),
        ("No one from the north came, over a quarrel about who should represent it.", "representation_dispute"),
        ("The envoy was not asked, citing concerns for his safety.", "security"),
        ("The exiles were shut out because the capital does not recognise them.", "no_recognition"),
    ],
)
def test_the_sentence_gives_the_reason_for_an_exclusion(sentence: str, reason: str) -> None:
    assert WORDS.lexicon.exclusion_reason(sentence) == reason


@pytest.mark.parametrize(
    "sentence",
    ["The mediators met the delegation without the rebels.", "Terrorists were not invited.", "Nobody was invited."],
)
def test_without_a_word_for_a_cause_no_reason_is_given(sentence: str) -> None:
    assert WORDS.lexicon.exclusion_reason(sentence) == "not_stated"


def test_an_illness_keeps_nobody_out() -> None:
    assert WORDS.lexicon.excuses_absence("Talks went on without the minister, who was ill.")
    assert not WORDS.lexicon.excuses_absence("Talks went on without the minister, who was not invited.")


def test_who_shuts_out_is_told_of_exclusions_alone(knowledge: Knowledge) -> None:
    mentions = Mentions(BY_OTHERS_NOT.text, [BY_OTHERS_NOT], knowledge, published=None, context=None)
    russia, turkey = (mentions.at(BY_OTHERS_NOT, at(BY_OTHERS_NOT, name)) for name in ("Russia", "Turkey"))
    people = [Filled(russia, "initiator", 1.0, "model"), Filled(turkey, "excluded", 1.0, "model")]
    assert excluder(people, candidate("exclusion_declared")) == "RUS"
    assert excluder(people, candidate("talks_proposed")) is None


def test_nobody_is_said_to_shut_himself_out(knowledge: Knowledge) -> None:
    mentions = Mentions(BY_OTHERS_NOT.text, [BY_OTHERS_NOT], knowledge, published=None, context=None)
    russia = mentions.at(BY_OTHERS_NOT, at(BY_OTHERS_NOT, "Russia"))
    people = [Filled(russia, "initiator", 1.0, "model"), Filled(russia, "excluded", 1.0, "model")]
    assert excluder(people, candidate("participant_vetoed")) is None


@pytest.mark.parametrize(
    "text",
    [
        "A delegation sent to Doha for talks with the Taliban was turned away.",
        "A member of the Syrian National Coalition in Istanbul said that it had not been invited to the Moscow talks.",
    ],
)
def test_the_city_where_somebody_is_or_goes_is_not_kept_out(coder: Coder, text: str) -> None:
    out = [
        p.mention.text
        for e in coder(text, published="2020-03-01").events
        for p in e.participants
        if p.role == "excluded" and p.mention
    ]
    assert out
    assert not {"Doha", "Istanbul"} & set(out)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels, whom the government had barred from the talks, signed a truce with the army on Monday.",
        "Eritrea, which had been excluded from the Doha talks, signed an agreement with Kenya on Monday.",
        "Hezbollah, which was not invited to Geneva, signed an agreement with Israel.",
    ],
)
def test_who_was_kept_out_elsewhere_takes_part_in_what_he_does_himself(coder: Coder, text: str) -> None:
    (signing,) = [e for e in coder(text, published="2020-05-12").events if e.type == "agreement_signed"]
    assert "excluded" not in {p.role for p in signing.participants}
    assert signing.participants[0].role == "party"


def excluded(coder: Coder, text: str) -> set[str | None]:
    """Codes of those who are excluded in any event of a text."""
    events = coder(text, published="1996-07-03").events
    return {p.actor for e in events for p in e.participants if p.role == "excluded"}


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Hezbollah had no role in the talks between Israel and Lebanon.", "group:lbn-hezbollah"),
        ("France had no part in the negotiations between Armenia and Azerbaijan.", "FRA"),
        ("The army had no role in the attack on the convoy.", None),
    ],
)
def test_who_has_no_role_in_talks_is_kept_out(coder: Coder, text: str, out: str | None) -> None:
    excluded = {
        p.actor for e in coder(text, published="2020-11-12").events for p in e.participants if p.role == "excluded"
    }
    assert excluded == ({out} if out else set())


def test_who_was_never_asked_to_sign_is_kept_out_of_the_signing(coder: Coder) -> None:
    events = coder("Togo was not asked to sign the agreement between Chad and Niger.", published="2020-11-12").events
    assert {p.actor for e in events for p in e.participants if p.role == "excluded"} == {"TGO"}
    assert {p.role for e in events for p in e.participants if p.actor == "TGO"} == {"excluded"}


def test_a_month_is_nobody_who_is_kept_out(coder: Coder) -> None:
    text = "The deal promises that elections will be held in December, instead of March 2015 as scheduled."
    assert not [p.name for e in coder(text).events for p in e.participants if p.role == "excluded"]


def test_who_was_informed_is_told_apart_from_who_was_not(coder: Coder) -> None:
    assert excluded(coder, "Israel was informed of the deal by Qatar but Hamas was not.") == {"group:pse-hamas"}


def test_whom_a_statement_does_not_name_is_left_out_of_no_deal(coder: Coder) -> None:
    assert not excluded(coder, "Hezbollah was not named in the statement of the United Nations.")


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Iran was not invited to the talks, and neither was Russia.", {"IRN", "RUS"}),
        ("Iran was not invited to the talks, nor was Saudi Arabia.", {"IRN", "SAU"}),
        ("Poland was frozen out of the talks, as were Romania and Bulgaria.", {"POL", "ROU", "BGR"}),
        ("Eritrea was excluded from the talks, and neither side was happy.", {"ERI"}),
    ],
)
def test_a_short_clause_behind_keeps_others_out_too(coder: Coder, text: str, out: set[str]) -> None:
    assert excluded(coder, text) == out


@pytest.mark.parametrize("verb", ["sidelined in the peace talks", "frozen out of the talks", "left out of the talks"])
def test_who_complains_of_being_kept_out_is_and_not_who_does_it(coder: Coder, verb: str) -> None:
    assert excluded(coder, f"Pakistan has complained of being {verb} by Kabul.") == {"PAK"}


def test_who_was_not_at_the_talks_is_absent_and_nobody_says_why(coder: Coder) -> None:
    text = "Russia and the United States held talks in Geneva. Turkey was not at the talks, nor was Iran."
    out = [p for e in coder(text, published="2016-09-10").events for p in e.participants if p.exclusion]
    assert {(p.actor, p.exclusion.mode) for p in out if p.exclusion} == {
        ("TUR", "absent_unexplained"),
        ("IRN", "absent_unexplained"),
    }


def test_what_somebody_is_refused_is_nobody_who_is_kept_out(coder: Coder) -> None:
    coded = coder("The opposition delegation was refused entry by Sudan and missed the talks.", published="2014-05-06")
    out = [p for e in coded.events if e.type == "exclusion_declared" for p in e.participants if p.role == "excluded"]
    assert [p.mention.text for p in out if p.mention] == ["opposition delegation"]
