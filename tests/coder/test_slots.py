"""Who does what to whom: slots read off trees written by hand, whatever the construction."""

from __future__ import annotations

import pytest
from hand_trees import at, tree, words

from dragoman.coder.grammar.slots import is_passive, light_governor, noun_slots, verb_slots
from dragoman.language.parse import Sentence

LIGHT = frozenset({"hold", "have", "take", "reach"})


def slot(sentence: Sentence, verb: str, name: str) -> list[str]:
    return words(sentence, verb_slots(sentence, at(sentence, verb))[name])


def noun_slot(sentence: Sentence, noun: str, name: str) -> list[str]:
    return words(sentence, noun_slots(sentence, at(sentence, noun), LIGHT)[name])


ABSOLUTE = tree("""
With     with    SCONJ 4 mark
Sinn     Sinn    PROPN 4 nsubj B-ORG
Fein     Fein    PROPN 2 flat I-ORG
barred   bar     VERB  8 advcl
,        ,       PUNCT 4 punct
the      the     DET   7 det
talks    talk    NOUN  8 nsubj
opened   open    VERB  0 root
.        .       PUNCT 8 punct
""")

PERFECT = tree("""
Cairo    Cairo   PROPN 2 nsubj B-LOC
said     say     VERB  0 root
it       it      PRON  5 nsubj:pass
had      have    AUX   5 aux
learned  learn   VERB  2 ccomp
of       of      ADP   7 case
talks    talk    NOUN  5 obl
.        .       PUNCT 2 punct
""")

ACTIVE = tree("""
Russia   Russia  PROPN 2 nsubj B-LOC
proposed propose VERB  0 root
talks    talk    NOUN  2 obj
to       to      ADP   5 case
Ukraine^ Ukraine PROPN 2 obl B-LOC
.        .       PUNCT 2 punct
""")

PASSIVE = tree("""
The      the     DET   2 det
talks    talk    NOUN  4 nsubj:pass
were     be      AUX   4 aux:pass
brokered broker  VERB  0 root
by       by      ADP   6 case
Oman     Oman    PROPN 4 obl:agent B-LOC
and      and     CCONJ 8 cc
Qatar^   Qatar   PROPN 6 conj B-LOC
.        .       PUNCT 4 punct
""")

RELATIVE = tree("""
Turkey^  Turkey  PROPN 8 nsubj B-LOC
,        ,       PUNCT 4 punct
which    which   PRON  4 nsubj
hosted   host    VERB  1 acl:relcl
the      the     DET   6 det
meeting^ meeting NOUN  4 obj
,        ,       PUNCT 1 punct
praised  praise  VERB  0 root
Iran^    Iran    PROPN 8 obj B-LOC
.        .       PUNCT 8 punct
""")

RELATIVE_OBJECT = tree("""
The      the     DET   2 det
envoy    envoy   NOUN  6 nsubj
whom     whom    PRON  5 obj
Sudan    Sudan   PROPN 5 nsubj B-LOC
expelled expel   VERB  2 acl:relcl
returned^ return VERB  0 root
.        .       PUNCT 6 punct
""")

CONTROL = tree("""
The      the     DET   2 det
rebels   rebel   NOUN  3 nsubj
agreed   agree   VERB  0 root
to       to      PART  5 mark
meet     meet    VERB  3 xcomp
the      the     DET   7 det
government^ government NOUN 5 obj
.        .       PUNCT 3 punct
""")

COORDINATED = tree("""
Kenya    Kenya   PROPN 4 nsubj B-LOC
and      and     CCONJ 3 cc
Uganda   Uganda  PROPN 1 conj B-LOC
met      meet    VERB  0 root
and      and     CCONJ 6 cc
signed   sign    VERB  4 conj
a        a       DET   8 det
truce^   truce   NOUN  6 obj
.        .       PUNCT 4 punct
""")

PARTICIPLE = tree("""
The      the     DET   2 det
truce    truce   NOUN  6 nsubj
brokered broker  VERB  2 acl
by       by      ADP   5 case
Egypt    Egypt   PROPN 3 obl:agent B-LOC
collapsed^ collapse VERB 0 root
.        .       PUNCT 6 punct
""")

LIGHT_VERB = tree("""
Serbia   Serbia  PROPN 2 nsubj B-LOC
held     hold    VERB  0 root
talks    talk    NOUN  2 obj
with     with    ADP   5 case
Kosovo   Kosovo  PROPN 2 obl B-LOC
in       in      ADP   7 case
Brussels^ Brussels PROPN 3 nmod B-LOC
.        .       PUNCT 2 punct
""")


def test_subject_and_object_of_an_active_verb_are_agent_and_patient() -> None:
    assert slot(ACTIVE, "proposed", "agent") == ["Russia"]
    assert slot(ACTIVE, "proposed", "patient") == ["talks"]
    assert slot(ACTIVE, "proposed", "to") == ["Ukraine"]


def test_in_the_passive_the_by_phrase_acts_and_the_subject_suffers() -> None:
    assert is_passive(PASSIVE, at(PASSIVE, "brokered"))
    assert slot(PASSIVE, "brokered", "agent") == ["Oman", "Qatar"]
    assert slot(PASSIVE, "brokered", "patient") == ["talks"]


def test_the_subject_of_a_participle_behind_with_suffers() -> None:
    assert slot(ABSOLUTE, "barred", "patient") == ["Sinn"]
    assert slot(ABSOLUTE, "barred", "agent") == []


def test_a_perfect_without_be_is_active_whatever_the_parser_says() -> None:
    assert slot(PERFECT, "learned", "agent") == ["it"]


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    assert slot(RELATIVE, "hosted", "agent") == ["Turkey"]
    assert slot(RELATIVE, "hosted", "patient") == ["meeting"]
    assert slot(RELATIVE, "praised", "agent") == ["Turkey"]


def test_a_relative_pronoun_as_object_stands_for_its_noun_too() -> None:
    assert slot(RELATIVE_OBJECT, "expelled", "patient") == ["envoy"]
    assert slot(RELATIVE_OBJECT, "expelled", "agent") == ["Sudan"]


def test_whoever_agreed_to_meet_is_the_one_who_meets() -> None:
    assert slot(CONTROL, "meet", "agent") == ["rebels"]
    assert slot(CONTROL, "meet", "patient") == ["government"]
    assert slot(CONTROL, "agreed", "complement") == ["meet"]


def asked(verb: str, lemma: str) -> Sentence:
    return tree(f"""
Oman     Oman    PROPN 2 nsubj B-LOC
{verb}   {lemma} VERB  0 root
Iran     Iran    PROPN 2 obj B-LOC
to       to      PART  5 mark
meet     meet    VERB  2 xcomp
Iraq^    Iraq    PROPN 5 obj B-LOC
.        .       PUNCT 2 punct
""")


@pytest.mark.parametrize(
    ("verb", "lemma", "meets"),
    [
        ("asked", "ask", "Iran"),
        ("urged", "urge", "Iran"),
        ("promised", "promise", "Oman"),
        ("vowed", "vow", "Oman"),
    ],
)
def test_the_one_asked_meets_but_the_one_who_promised_meets(verb: str, lemma: str, meets: str) -> None:
    assert slot(asked(verb, lemma), "meet", "agent") == [meets]


@pytest.mark.parametrize(
    ("verb", "lemma", "preposition"), [("accused", "accuse", "of"), ("barred", "bar", "from"), ("kept", "keep", "from")]
)
def test_what_somebody_is_accused_of_or_kept_from_is_his_act(verb: str, lemma: str, preposition: str) -> None:
    sentence = tree(f"""
Chad     Chad    PROPN 2 nsubj B-LOC
{verb}   {lemma} VERB  0 root
Libya    Libya   PROPN 2 obj B-LOC
{preposition} {preposition} SCONJ 5 mark
arming   arm     VERB  2 advcl
rebels   rebel   NOUN  5 obj
.        .       PUNCT 2 punct
""")
    assert slot(sentence, "arming", "agent") == ["Libya"]


def test_whoever_acts_by_doing_something_does_it() -> None:
    sentence = tree("""
Chad     Chad    PROPN 2 nsubj B-LOC
angered  anger   VERB  0 root
Libya    Libya   PROPN 2 obj B-LOC
by       by      SCONJ 5 mark
arming   arm     VERB  2 advcl
rebels   rebel   NOUN  5 obj
.        .       PUNCT 2 punct
""")
    assert slot(sentence, "arming", "agent") == ["Chad"]


def test_coordinated_subjects_all_act_and_coordinated_verbs_share_them() -> None:
    assert slot(COORDINATED, "met", "agent") == ["Kenya", "Uganda"]
    assert slot(COORDINATED, "signed", "agent") == ["Kenya", "Uganda"]
    assert slot(COORDINATED, "signed", "patient") == ["truce"]


def test_a_participle_after_its_noun_has_it_as_patient() -> None:
    assert is_passive(PARTICIPLE, at(PARTICIPLE, "brokered"))
    assert slot(PARTICIPLE, "brokered", "agent") == ["Egypt"]
    assert slot(PARTICIPLE, "brokered", "patient") == ["truce"]


def test_a_participle_in_ing_has_its_noun_as_agent() -> None:
    sentence = tree("""
    The     the     DET   2 det
    envoys  envoy   NOUN  5 nsubj
    mediating mediate VERB 2 acl
    talks   talk    NOUN  3 obj
    left^   leave   VERB  0 root
    .       .       PUNCT 5 punct
    """)
    assert slot(sentence, "mediating", "agent") == ["envoys"]
    assert slot(sentence, "mediating", "patient") == ["talks"]


def test_the_subject_of_a_light_verb_acts_in_the_event_of_its_noun() -> None:
    assert noun_slot(LIGHT_VERB, "talks", "agent") == ["Serbia"]
    assert noun_slot(LIGHT_VERB, "talks", "with") == ["Kosovo"]
    assert noun_slot(LIGHT_VERB, "talks", "in") == ["Brussels"]
    assert words(LIGHT_VERB, [light_governor(LIGHT_VERB, at(LIGHT_VERB, "talks")) or 0]) == ["held"]


def test_a_verb_that_is_not_light_keeps_its_subject_to_itself() -> None:
    assert noun_slot(ACTIVE, "talks", "agent") == []
    assert noun_slot(ACTIVE, "talks", "governor") == ["proposed"]


def test_a_noun_has_its_possessor_as_agent_and_its_of_phrase_as_patient() -> None:
    sentence = tree("""
    Iran^   Iran    PROPN 3 nmod:poss B-LOC
    's      's      PART  1 case
    rejection rejection NOUN 7 nsubj
    of      of      ADP   6 case
    the     the     DET   6 det
    truce   truce   NOUN  3 nmod
    surprised surprise VERB 0 root
    Oman^   Oman    PROPN 7 obj B-LOC
    .       .       PUNCT 7 punct
    """)
    assert noun_slot(sentence, "rejection", "agent") == ["Iran"]
    assert noun_slot(sentence, "rejection", "patient") == ["truce"]


def test_a_name_before_a_hyphen_belongs_to_the_participle() -> None:
    sentence = tree("""
    A       a       DET   5 det
    U.N.^   U.N.    PROPN 4 compound B-ORG
    -^      -       PUNCT 2 punct
    brokered broker VERB  5 amod
    truce   truce   NOUN  6 nsubj
    collapsed^ collapse VERB 0 root
    .       .       PUNCT 6 punct
    """)
    assert noun_slot(sentence, "truce", "modifier") == ["brokered", "U.N."]
    assert noun_slot(sentence, "truce", "participle_agent") == ["U.N."]


def test_a_circle_of_relative_clauses_ends() -> None:
    """A wrong parse may hang anything on anything; slots must still come to an end."""
    sentence = tree("""
    which   which   PRON  2 nsubj
    held    hold    VERB  3 xcomp
    said    say     VERB  4 conj
    met     meet    VERB  5 advcl
    left    leave   VERB  6 xcomp
    came    come    VERB  7 conj
    went    go      VERB  8 xcomp
    stayed  stay    VERB  0 root
    """)
    assert verb_slots(sentence, 1)["agent"] in ([], [0])
