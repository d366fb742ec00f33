"""Date and place of an event, on trees written by hand: its own, not those of another clause."""

from __future__ import annotations

from datetime import date

import pytest
from hand_trees import at, tree

from dragoman.actors import Knowledge
from dragoman.coder import Coder
from dragoman.coder.days_and_places.when import when
from dragoman.coder.days_and_places.where import venue
from dragoman.coder.draft.candidate import Candidate, RuleMatch
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.participants import Filled
from dragoman.coder.words import Words
from dragoman.language.parse import Sentence
from dragoman.ontology import Trigger
from dragoman.records import Venue, When

WORDS = Words()
SATURDAY = date(2016, 12, 17)
SAID_MET = tree("""
Putin    Putin   PROPN 2 nsubj B-PER person
said     say     VERB  0 root
on       on      ADP   4 case
Friday   Friday  PROPN 2 obl O time
that     that    SCONJ 8 mark
they     they    PRON  8 nsubj
had      have    AUX   8 aux
met      meet    VERB  2 ccomp
on       on      ADP   10 case
Monday   Monday  PROPN 8 obl O time
in       in      ADP   12 case
Geneva^  Geneva  PROPN 8 obl B-LOC
.        .       PUNCT 2 punct
""")
WOULD_MEET = tree("""
Putin    Putin   PROPN 2 nsubj B-PER person
said     say     VERB  0 root
on       on      ADP   4 case
Friday   Friday  PROPN 2 obl O time
that     that    SCONJ 8 mark
they     they    PRON  8 nsubj
would    would   AUX   8 aux
meet     meet    VERB  2 ccomp
on       on      ADP   10 case
Monday   Monday  PROPN 8 obl O time
in       in      ADP   12 case
Geneva^  Geneva  PROPN 8 obl B-LOC
.        .       PUNCT 2 punct
""")


def read(sentence: Sentence, knowledge: Knowledge, word: str, role: str) -> list[Filled]:
    mentions = Mentions(sentence.text, [sentence], knowledge, published=None, context=None)
    return [Filled(mentions.at(sentence, at(sentence, word)), role, 0.9, "model")]


def day(
    sentence: Sentence,
    word: str,
    filled: list[Filled],
    tense: str,
    published: date | None,
    label: str = "direct_negotiation",
) -> When | None:
    return when(sentence.text, sentence, [at(sentence, word)], label, filled, tense, published, WORDS.times_and_places)


def test_each_event_has_the_day_of_its_own_clause() -> None:
    met = day(SAID_MET, "met", [], "past", SATURDAY)
    said = day(SAID_MET, "said", [], "past", SATURDAY)
    assert met is not None and said is not None
    assert (met.text, met.start, met.precision) == ("Monday", "2016-12-12", "day")
    assert (said.text, said.start) == ("Friday", "2016-12-16")


def test_the_day_of_what_was_said_is_not_the_day_of_saying_it() -> None:
    sentence = tree("""
    Putin    Putin   PROPN 2 nsubj B-PER person
    said     say     VERB  0 root
    they     they    PRON  4 nsubj
    met      meet    VERB  2 ccomp
    on       on      ADP   6 case
    Monday^  Monday  PROPN 4 obl O time
    .        .       PUNCT 2 punct
    """)
    assert day(sentence, "said", [], "past", SATURDAY) is None
    assert day(sentence, "met", [], "past", SATURDAY) is not None


def test_the_day_of_the_event_s_own_verb_goes_before_the_day_of_saying_that_the_model_names(
    knowledge: Knowledge,
) -> None:
    found = day(SAID_MET, "met", read(SAID_MET, knowledge, "Friday", "when"), "past", SATURDAY)
    assert found is not None and found.text == "Monday"


SAID_ONLY = tree("""
Putin    Putin   PROPN 2 nsubj B-PER person
said     say     VERB  0 root
on       on      ADP   4 case
Friday   Friday  PROPN 2 obl O time
that     that    SCONJ 8 mark
they     they    PRON  8 nsubj
would    would   AUX   8 aux
meet^    meet    VERB  2 ccomp
.        .       PUNCT 2 punct
""")


def test_the_day_of_saying_dates_what_happened_and_speech_acts_but_nothing_still_to_come(knowledge: Knowledge) -> None:
    seen = read(SAID_ONLY, knowledge, "Friday", "when")
    past = day(SAID_ONLY, "meet", seen, "past", SATURDAY)
    assert past is not None and past.start == "2016-12-16"
    assert day(SAID_ONLY, "meet", seen, "planned", SATURDAY) is None
    spoken = day(SAID_ONLY, "meet", seen, "planned", SATURDAY, label="talks_agreed")
    assert spoken is not None and spoken.start == "2016-12-16"


def test_what_is_to_come_lies_ahead() -> None:
    found = day(WOULD_MEET, "meet", [], "planned", SATURDAY)
    assert found is not None and found.start == "2016-12-19"


def test_without_a_day_of_publication_the_words_stay_words() -> None:
    found = day(SAID_MET, "met", [], "past", None)
    assert found is not None
    assert (found.start, found.end, found.precision, found.text) == (None, None, "relative", "Monday")


def test_a_sentence_without_a_date_gives_none() -> None:
    sentence = tree("""
    They     they    PRON  2 nsubj
    met^     meet    VERB  0 root
    .        .       PUNCT 2 punct
    """)
    assert day(sentence, "met", [], "past", SATURDAY) is None


def place(knowledge: Knowledge, word: str | None, status: str, sentence: Sentence = SAID_MET) -> Venue | None:
    mentions = Mentions(sentence.text, [sentence], knowledge, published=None, context=None)
    filled = read(sentence, knowledge, word, "venue") if word else []
    candidate = Candidate([at(sentence, "met")], "direct_negotiation", 0.9, None, "model")
    return venue(sentence, candidate, filled, mentions, status, knowledge, WORDS.times_and_places)


def test_a_venue_has_its_country_and_degrees(knowledge: Knowledge) -> None:
    found = place(knowledge, "Geneva", "held")
    assert found is not None
    assert (found.name, found.country, found.country_name) == ("Geneva", "CHE", "Switzerland")
    assert found.lat == pytest.approx(46.2, abs=0.2) and found.lon == pytest.approx(6.15, abs=0.2)
    assert found.mention is not None and found.mention.text == "Geneva"


@pytest.mark.parametrize(
    ("status", "told"),
    [("held", "confirmed"), ("under_way", "confirmed"), ("proposed", "proposed"), ("planned", "proposed")],
)
def test_a_venue_is_confirmed_only_once_the_event_began(knowledge: Knowledge, status: str, told: str) -> None:
    found = place(knowledge, "Geneva", status)
    assert found is not None and found.status == told


def test_nobody_and_no_day_is_a_venue(knowledge: Knowledge) -> None:
    met_friday = tree("""
    Putin    Putin   PROPN 2 nsubj B-PER person
    met      meet    VERB  0 root
    them     they    PRON  2 obj
    on       on      ADP   5 case
    Friday^  Friday  PROPN 2 obl O time
    .        .       PUNCT 2 punct
    """)
    assert place(knowledge, "Putin", "held", met_friday) is None
    assert place(knowledge, "Friday", "held", met_friday) is None
    assert place(knowledge, None, "held", met_friday) is None


def test_a_place_that_hangs_on_the_event_is_its_venue_where_neither_model_nor_rule_names_it(
    knowledge: Knowledge,
) -> None:
    found = place(knowledge, None, "held")
    assert found is not None and found.name == "Geneva"


def test_the_place_in_a_rule_s_slot_is_the_venue_where_the_model_names_none(knowledge: Knowledge) -> None:
    trigger = Trigger(id="x/y", type="direct_negotiation", category=None, anchor="verb", lemmas=frozenset())
    slots = {"in": [at(SAID_MET, "Geneva")]}
    candidate = Candidate([at(SAID_MET, "met")], "direct_negotiation", 0.9, RuleMatch(trigger, [7], [7], slots), "rule")
    mentions = Mentions(SAID_MET.text, [SAID_MET], knowledge, published=None, context=None)
    found = venue(SAID_MET, candidate, [], mentions, "held", knowledge, WORDS.times_and_places)
    assert found is not None and found.name == "Geneva"


def test_whoever_is_searched_for_is_no_place(coder: Coder) -> None:
    text = "CNN said that six soldiers were killed in subsequent searches for Bergdahl in rugged Paktika Province in the ensuing weeks."
    killed = next(e for e in coder(text, published="2014-06-02").events if e.evidence.trigger.text == "killed")
    assert killed.venue is not None
    assert killed.venue.name == "Paktika"
