"""Of two main clauses joined to each other each has doers and targets of its own."""

from __future__ import annotations

import pytest
from casts import cast, told
from hand_trees import at, tree

from dragoman.coder import Coder
from dragoman.coder.grammar.attachment import mend_subjects

CUT_OFF = """
Kenya    Kenya  PROPN 2 nsubj
cut      cut    VERB  0 root
aid      aid    NOUN  2 obj
to       to     ADP   5 case
Chad     Chad   PROPN 3 nmod
and      and    CCONJ 7 cc
Togo     Togo   PROPN 5 conj
armed    arm    VERB  2 conj
rebels^  rebel  NOUN  8 obj
.        .      PUNCT 2 punct
"""


def test_who_stands_right_before_a_joined_verb_is_its_subject() -> None:
    sentence = tree(CUT_OFF)
    mend_subjects(sentence)
    togo, armed = at(sentence, "Togo"), at(sentence, "armed")
    assert (sentence.tokens[togo].head, sentence.tokens[togo].relation) == (armed, "nsubj")
    assert sentence.tokens[at(sentence, "and")].head == armed
    assert sentence.dependents(at(sentence, "Chad"), "conj") == []


def test_a_joined_verb_with_and_of_its_own_shares_the_first_subject() -> None:
    sentence = tree(CUT_OFF.replace("Togo     Togo   PROPN 5 conj", "and      and    CCONJ 8 cc  "))
    before = [(t.head, t.relation) for t in sentence.tokens]
    mend_subjects(sentence)
    assert [(t.head, t.relation) for t in sentence.tokens] == before


@pytest.mark.parametrize(
    ("text", "trigger", "initiators", "recipients"),
    [
        ("Benin closed its border with Togo and the African Union froze the country's assets.", "closed", {"BEN"}, {"TGO"}),
        ("Sweden cut off aid to Malawi and South Africa recalled its ambassador.", "cut", {"SWE"}, {"MWI"}),
        ("Sweden cut off aid to Malawi and South Africa recalled its ambassador.", "recalled", {"ZAF"}, None),
        ("Iran kept shipping rockets to Damascus, Jordan and Kuwait kept paying the rebels.", "kept paying", {"JOR", "KWT"}, None),
        ("Iran kept shipping rockets to Damascus, Jordan and Kuwait kept paying the rebels.", "kept shipping", {"IRN"}, {"SYR"}),
    ],
)  # fmt: skip
def test_nobody_of_the_other_clause_has_a_part(
    coder: Coder, text: str, trigger: str, initiators: set[str], recipients: set[str] | None
) -> None:
    found = cast(told(coder, text, trigger))
    assert found.get("initiator") == initiators
    assert recipients is None or found.get("recipient") == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "initiators"),
    [
        ("Bashir complained that Museveni had avoided signing and called on Brussels to act.", "called", {"SDN"}),
        ("Kenya said Chad had broken its word and urged the African Union to suspend it.", "urged", {"KEN"}),
        ("Canada said that Iran had humiliated America, and pledged to rip up the deal.", "pledged", {"CAN"}),
        ("Kenya said Somalia had freed the pilots and promised to pay for their flight.", "promised", {"SOM"}),
        ("Kenya notified Uganda, Rwanda and the United Nations that it objected to the plan.", "objected", {"KEN"}),
    ],
)
def test_who_says_what_another_had_done_acts_himself_beside(
    coder: Coder, text: str, trigger: str, initiators: set[str]
) -> None:
    assert cast(told(coder, text, trigger)).get("initiator") == initiators


@pytest.mark.parametrize(
    ("text", "trigger", "initiators", "recipients"),
    [
        ("Burundi arrested a journalist and expelled UN monitors.", "arrested", {"BDI"}, {None}),
        ("Burundi arrested a journalist and expelled UN monitors.", "expelled", {"BDI"}, {"igo:un"}),
        ("Hamas vowed revenge after Israel bombed a camp and Egypt closed the crossing.", "closed", {"EGY"}, None),
        (
            "Russia, Britain says, poisoned the spy, and Moscow expelled 23 British diplomats.",
            "poisoned",
            {"RUS"},
            {None},
        ),
    ],
)
def test_each_verb_has_its_own_object(
    coder: Coder, text: str, trigger: str, initiators: set[str], recipients: set[str | None] | None
) -> None:
    found = cast(told(coder, text, trigger))
    assert found.get("initiator") == initiators
    assert recipients is None or found.get("recipient") == recipients


def test_to_whom_another_does_something_in_his_own_clause_it_is_not_done(coder: Coder) -> None:
    assert "recipient" not in cast(told(coder, "Chad closed its border and Libya armed the rebels.", "closed"))


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("Turkey hosted the talks in Ankara, and Iran, while welcoming the truce, sent nobody.", "welcoming", ["IRN"]),
        ("President Hadi said he could not go on after the Houthis failed to honour the peace deal.", "failed", ["group:yem-houthis"]),
        ("Foreign Minister Ri said after Trump left Hanoi that North Korea had sought a lifting of sanctions.", "sought", ["PRK"]),
    ],
)  # fmt: skip
def test_who_has_a_clause_of_his_own_does_not_do_what_is_told_in_another(
    coder: Coder, text: str, trigger: str, doers: list[str]
) -> None:
    found = next(e for e in coder(text, published="2019-03-01").events if e.evidence.trigger.text.startswith(trigger))
    assert sorted(p.actor or "" for p in found.participants if p.role == "initiator") == doers
