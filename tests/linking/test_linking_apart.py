"""What one report tells of is not the event of another: denials of how, rounds by first and last day, talks in general (R4, R15, R20, R23)."""

import pytest
from link_builders import article, mention, said_by, who

from dragoman.linking import link
from dragoman.linking.events import takes_part

OSLO, GENEVA = ("Oslo", "NOR"), ("Geneva", "CHE")
SIDES = (who("party", "PHL"), who("party", "group:npa"))
NORWAY = who("mediator", "NOR")


def record(*told):
    """`told`: (document, published, type, status, people, fields); mentions of one document follow one another."""
    docs, mentions = {}, []
    for i, (name, published, type, status, people, fields) in enumerate(told):
        docs.setdefault(name, article(name, f"document {name} " + name * 9, published))
        mentions.append(mention(f"m{i}", docs[name], type, status, *people, at=200 * i, **fields))
    return link(list(docs.values()), mentions, duplicates=lambda texts: [], conflict_of=lambda m: "Philippines")


def together(*told):
    return sorted(sorted(e.mention_ids) for e in record(*told).events)


def sentence(text, word):
    return {"sentence": text, "word": word}


@pytest.mark.parametrize(
    ("type", "text", "word"),
    [
        ("direct_negotiation", "The two leaders did not meet face to face.", "meet"),
        ("mediated_talks", "The delegations did not sit in the same room.", "sit"),
        ("agreement_signed", "He noted that the pact had not been signed at the highest level.", "signed"),
        (
            "direct_negotiation",
            "The president and the rebel, who have not met since the war began, sent letters.",
            "met",
        ),
        ("mediated_talks", "The panel has not held a meeting for years.", "meeting"),
    ],
)
def test_who_denies_how_it_was_or_tells_of_a_long_silence_denies_no_event(type, text, word):
    document = article("d", text)
    assert not takes_part(mention("m", document, type, "held", *SIDES, polarity="negated", **sentence(text, word)))


def test_a_denied_manner_leaves_the_talks_as_they_were():
    negated = {"polarity": "negated", **sentence("They did not meet face to face.", "meet")}
    [event] = record(
        ("a", "2017-01-20", "proximity_talks", "held", (*SIDES, NORWAY), {"day": "2017-01-19", "venue": OSLO}),
        ("a", "2017-01-20", "direct_negotiation", "held", SIDES, negated),
    ).events
    assert (event.status, event.n_mentions) == ("held", 1)


@pytest.mark.parametrize(
    ("text", "word", "polarity"),
    [
        ("The meeting will not take place on May 7.", "meeting", "negated"),
        ("Manila on Friday pulled out of the talks that were set for May 7.", "talks", "affirmed"),
        ("The guerrillas called off talks planned for May 7.", "talks", "affirmed"),
    ],
)
def test_a_meeting_that_will_not_be_or_from_which_one_of_two_withdraws_is_called_off(text, word, polarity):
    told = {"day": "2017-05-07", "tense": "planned", "polarity": polarity, **sentence(text, word)}
    plan = {"day": "2017-05-07", "venue": OSLO}
    result = record(
        ("a", "2017-04-20", "mediated_talks", "planned", (*SIDES, NORWAY), plan),
        ("b", "2017-05-01", "mediated_talks", "planned", SIDES, told),
    )
    [event] = result.events
    assert (event.status, [c.status for c in result.status_changes]) == ("cancelled", ["planned", "cancelled"])


def test_one_who_withdraws_from_a_conference_of_many_does_not_call_it_off():
    many = (*SIDES, who("party", "group:milf"))
    told = {"tense": "planned", "day": "2017-05-07", **sentence("He pulled out of the talks of May 7.", "talks")}
    [event] = record(("a", "2017-05-01", "mediated_talks", "planned", many, told)).events
    assert event.status == "planned"


def test_what_would_have_been_did_not_take_place():
    told = sentence("It would have been the first time that the two sat down together.", "sat down")
    [event] = record(("a", "2017-05-01", "direct_negotiation", "held", SIDES, told)).events
    assert event.status == "planned_not_held"


def round_of(first, last):
    began = {"day": first, "venue": OSLO, **sentence("They began a round of talks in Oslo on Monday.", "talks")}
    ended = {"day": last, "venue": OSLO, **sentence("The talks in Oslo ended on Friday.", "talks")}
    return record(
        ("a", first, "mediated_talks", "under_way", (*SIDES, NORWAY), began),
        ("b", last, "mediated_talks", "held", (*SIDES, NORWAY), ended),
    ).events


def test_the_first_and_the_last_day_of_a_round_make_one_round():
    [event] = round_of("2017-02-06", "2017-02-24")
    assert (event.start, event.end, event.status) == ("2017-02-06", "2017-02-24", "held")


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("They ended two days of talks in Oslo on Friday.", "2017-02-10", ("2017-02-09", "2017-02-10")),
        ("The talks in Oslo began on Monday and lasted four days.", "2017-02-06", ("2017-02-06", "2017-02-09")),
        ("They opened ten days of talks in Oslo on Monday.", "2017-02-06", ("2017-02-06", "2017-02-11")),
        ("They held three days of talks in Oslo on Friday.", "2017-02-10", ("2017-02-10", "2017-02-10")),
        ("After two days of fighting they began talks in Oslo on Monday.", "2017-02-06", ("2017-02-06", "2017-02-06")),
    ],
)
def test_talks_that_are_told_to_have_lasted_so_long_were_on_all_these_days(text, day, expected):
    told = {"day": day, "venue": OSLO, **sentence(text, "talks")}
    [event] = record(("a", "2017-02-11", "mediated_talks", "held", (*SIDES, NORWAY), told)).events
    assert (event.start, event.end) == expected


def test_no_round_lasts_for_months():
    assert len(round_of("2017-02-06", "2017-05-12")) == 2


def test_talks_taken_up_again_are_of_that_day():
    again = {"day": "2017-02-06", "venue": OSLO}
    [event] = record(
        ("a", "2017-02-07", "talks_resumed", "held", SIDES, again),
        ("a", "2017-02-07", "mediated_talks", "under_way", (*SIDES, NORWAY), {"venue": OSLO}),
    ).events
    assert (event.start, event.status) == ("2017-02-06", "under_way")


def test_a_collapse_of_last_year_is_not_that_of_the_talks_that_go_on():
    ago = {"day": "2016-05", "precision": "month"}
    told = together(
        ("a", "2017-02-07", "talks_resumed", "held", SIDES, {"day": "2017-02-06", "venue": OSLO}),
        ("a", "2017-02-07", "talks_collapsed", "held", SIDES, ago),
    )
    assert told == [["m0"], ["m1"]]


def test_talks_in_general_are_no_meeting_of_another_report_but_of_the_same_days():
    dated = ("a", "2017-02-07", "direct_negotiation", "held", SIDES, {"day": "2017-02-06", "venue": OSLO})
    assert together(dated, ("b", "2017-02-08", "direct_negotiation", "held", SIDES, {})) == [["m0", "m1"]]
    assert together(dated, ("b", "2017-02-11", "direct_negotiation", "held", SIDES, {})) == [["m0"], ["m1"]]


def test_a_meeting_recalled_weeks_later_by_its_city_is_the_last_that_was_there():
    def held(name, day):
        return (name, day, "mediated_talks", "held", (*SIDES, NORWAY), {"day": day, "venue": OSLO})

    recalled = ("c", "2017-03-20", "mediated_talks", "held", (*SIDES, NORWAY), {"venue": OSLO})
    assert together(held("a", "2017-01-20"), held("b", "2017-02-20"), recalled) == [["m0"], ["m1", "m2"]]


def test_a_denial_of_january_does_not_deny_a_meeting_of_february():
    denial = {"polarity": "negated", "attribution": said_by("PHL"), "tense": "past"}
    told = together(
        ("a", "2017-01-27", "direct_negotiation", "held", SIDES, denial),
        ("b", "2017-02-07", "direct_negotiation", "held", SIDES, {"day": "2017-02-06"}),
    )
    assert told == [["m0"], ["m1"]]


def test_what_one_voice_says_was_signed_and_was_not_agreed_are_two_texts():
    no = {"polarity": "negated", **sentence("They were unable to agree on a truce.", "agree")}
    told = [
        ("a", "2017-02-07", "agreement_signed", "held", SIDES, {"day": "2017-02-06"}),
        ("a", "2017-02-07", "agreement_announced", "planned_not_held", SIDES, no),
    ]
    assert together(*told) == [["m0"], ["m1"]]


def test_minutes_signed_and_a_final_agreement_unsigned_are_no_contradiction():
    minutes = sentence("The heads of both delegations signed the minutes.", "signed")
    final = sentence("Both leaders were to sign the final agreement, a member said.", "sign")
    told = [
        ("a", "2017-02-07", "agreement_signed", "held", SIDES, {"day": "2017-02-06", **minutes}),
        ("a", "2017-02-07", "agreement_signed", "planned_not_held", SIDES, {"attribution": said_by("NOR"), **final}),
    ]
    assert together(*told) == [["m0"], ["m1"]]


def test_a_meeting_proposed_beside_talks_that_broke_down_is_another():
    told = [
        ("a", "2017-02-07", "talks_collapsed", "collapsed", SIDES, {"day": "2017-02-06"}),
        ("a", "2017-02-07", "talks_proposed", "proposed", (who("initiator", "igo:asean"), *SIDES), {}),
    ]
    assert together(*told) == [["m0"], ["m1"]]


def test_who_negotiates_and_proposes_may_propose_what_he_negotiates():
    told = [
        ("a", "2017-02-07", "mediated_talks", "under_way", (*SIDES, NORWAY), {}),
        ("a", "2017-02-07", "talks_proposed", "proposed", (who("initiator", "PHL"), who("recipient", "group:npa")), {}),
    ]
    assert together(*told) == [["m0", "m1"]]


def test_what_is_denied_and_no_meeting_by_any_word_denies_none():
    text = "An official denied that the guests had written the text."
    document = article("d", text)
    denial = mention(
        "m", document, "mediated_talks", "denied", *SIDES, polarity="negated", **sentence(text, "written the text")
    )
    assert not takes_part(denial)


def test_a_round_to_come_and_talks_that_go_on_are_two_in_one_report():
    ahead = sentence("The sixth round is expected to begin in Oslo on May 7.", "round")
    goes_on = sentence("The church is no party to the talks.", "talks")
    told = [
        ("a", "2017-05-06", "mediated_talks", "under_way", SIDES, goes_on),
        ("a", "2017-05-06", "mediated_talks", "planned", SIDES, {"day": "2017-05-07", "venue": OSLO, **ahead}),
    ]
    assert together(*told) == [["m0"], ["m1"]]


def test_the_first_round_is_not_the_next():
    first = sentence("The first round is to last a month.", "round")
    after = sentence("The next round could be held in Geneva.", "round")
    told = [
        ("a", "2017-05-06", "mediated_talks", "planned", SIDES, first),
        ("a", "2017-05-06", "mediated_talks", "planned", SIDES, {"venue": GENEVA, **after}),
    ]
    assert together(*told) == [["m0"], ["m1"]]


def test_who_attended_is_told_of_the_meeting_before_whatever_its_kind():
    came = sentence("Envoys of Malaysia and of Japan attended as observers.", "attended")
    observers = (who("observer", "MYS"), who("observer", "JPN"))
    result = record(
        (
            "a",
            "2017-05-08",
            "international_conference",
            "held",
            (who("host", "NOR"),),
            {"day": "2017-05-07", "venue": OSLO},
        ),
        ("a", "2017-05-08", "mediated_talks", "held", observers, came),
    )
    [event] = result.events
    assert event.type == "international_conference"
    assert {(p.role, p.actor) for p in result.participations} == {
        ("host", "NOR"),
        ("observer", "MYS"),
        ("observer", "JPN"),
    }


def test_the_day_on_which_a_host_received_them_is_not_that_of_their_talks():
    received = {"day": "2017-05-09", **sentence("The king received both delegations on Tuesday.", "received")}
    told = [
        ("a", "2017-05-10", "mediated_talks", "held", (*SIDES, who("mediator", "igo:un")), {}),
        ("a", "2017-05-10", "mediated_talks", "held", (*SIDES, NORWAY), received),
    ]
    assert together(*told) == [["m0"], ["m1"]]


def test_talks_in_another_land_are_none_of_the_line_that_the_report_is_about():
    told = [
        ("a", "2017-05-10", "direct_negotiation", "held", SIDES, {"day": "2017-05-09", "track": "Oslo talks"}),
        ("a", "2017-05-10", "direct_negotiation", "under_way", SIDES, {"venue": ("Qatar", "QAT")}),
    ]
    assert together(*told) == [["m0"], ["m1"]]


def test_one_sentence_in_a_copy_of_a_report_is_one_event_however_vague_its_day():
    text = "Norway, which brokered the truce that ended the war of 2010, was not asked this time."
    told = {"day": "2010", "precision": "year", "background": True, **sentence(text, "truce")}
    docs = [article(name, "A report of some length. " * 9, "2017-05-10", outlet=name) for name in ("Post", "Times")]
    mentions = [mention(d.id, d, "ceasefire_declared", "held", *SIDES, **told) for d in docs]
    [event] = link(docs, mentions, conflict_of=lambda m: "Philippines").events
    assert (event.n_mentions, event.n_roots) == (2, 1)


def test_a_truce_told_by_its_year_and_broker_is_one_in_all_reports():
    told = {"day": "2010", "precision": "year", "background": True}
    people = (who("broker", "NOR"),)
    rows = [
        (name, day, "ceasefire_declared", "held", people, told)
        for name, day in (("a", "2017-05-10"), ("b", "2017-08-01"))
    ]
    assert together(*rows) == [["m0", "m1"]]
    rows[1] = (*rows[1][:4], (who("broker", "MYS"),), told)
    assert together(*rows) == [["m0"], ["m1"]]


def test_the_accord_that_a_report_speaks_of_as_known_is_the_one_that_it_told_before():
    first = sentence("Both sides signed a permanent truce on Sunday in Oslo.", "signed")
    second = sentence("The accord was signed before witnesses.", "signed")
    told = [
        ("a", "2017-05-10", "agreement_signed", "held", SIDES, {"day": "2017-05-07", "venue": OSLO, **first}),
        ("a", "2017-05-10", "agreement_signed", "held", (who("witness", "NOR"),), second),
    ]
    assert together(*told) == [["m0", "m1"]]
