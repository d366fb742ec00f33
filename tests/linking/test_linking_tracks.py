"""Lines of talks and their relations (codebook 1.12, 1.13, rule R19)."""

import pytest
from link_builders import article, kept_out, mention, said_by, who

from dragoman.linking import LinkOptions, link
from dragoman.linking.lines import track_key

ASTANA, GENEVA = ("Astana", "KAZ"), ("Geneva", "CHE")
PARTIES = (who("party", "SYR"), who("party", "group:rebels"))
ASTANA_BROKERS = (who("mediator", "RUS"), who("mediator", "TUR"))
UN = (who("mediator", "igo:un"),)


def record(*told, **options):
    docs, mentions = [], []
    for i, (published, type, status, people, fields) in enumerate(told):
        docs.append(article(f"d{i}", f"document {i} " + "x" * i, published))
        mentions.append(mention(f"m{i}", docs[-1], type, status, *people, **fields))
    return link(
        docs,
        mentions,
        options=LinkOptions(**options),
        duplicates=lambda texts: [],
        conflict_of=lambda m: "Syria",
    )


@pytest.mark.parametrize("label", ["Geneva talks", "the Geneva peace talks", "Geneva process", "GENEVA NEGOTIATIONS"])
def test_names_of_one_line_of_talks_are_known_as_one(label):
    assert track_key(label) == "geneva"


def test_a_label_is_a_cue_and_so_is_the_venue_of_a_known_line_but_a_venue_alone_is_none():
    result = record(
        ("2017-01-24", "proximity_talks", "held", PARTIES, {"day": "2017-01-23", "track": "Astana talks"}),
        ("2017-03-01", "proximity_talks", "held", (*UN, *PARTIES), {"day": "2017-02-28", "venue": GENEVA}),
        (
            "2016-11-01",
            "direct_negotiation",
            "held",
            PARTIES,
            {"day": "2016-10-31", "venue": ("Cairo", "EGY")},
        ),
    )
    assert sorted((t.name, t.cue) for t in result.tracks) == [
        ("Astana talks", "explicit label"),
        ("Geneva talks", "explicit label"),
    ]
    assert [e.track_id for e in result.events if e.venue == "Cairo"] == [None]


@pytest.mark.parametrize(
    ("brokers", "day", "of_line"),
    [(ASTANA_BROKERS, "2017-01-28", True), (UN, "2017-01-28", False), (ASTANA_BROKERS, "2017-06-28", False)],
)
def test_a_text_that_the_brokers_of_a_line_bring_about_at_its_place_in_its_days_is_part_of_it(brokers, day, of_line):
    result = record(
        ("2017-01-24", "proximity_talks", "held", (*ASTANA_BROKERS, *PARTIES), {"day": "2017-01-23", "track": "Astana talks"}),
        (day, "agreement_signed", "held", (*brokers, *PARTIES), {"day": day, "venue": ASTANA}),
    )  # fmt: skip
    [text] = [e for e in result.events if e.type == "agreement_signed"]
    assert (text.track_id is not None) == of_line


def test_an_unlabelled_meeting_joins_the_line_of_its_venue_only_with_a_common_broker():
    result = record(
        (
            "2017-01-24",
            "proximity_talks",
            "held",
            (*UN, *PARTIES),
            {"day": "2017-01-23", "track": "Geneva talks"},
        ),
        ("2017-03-01", "proximity_talks", "held", (*UN, *PARTIES), {"day": "2017-02-28", "venue": GENEVA}),
        ("2016-09-10", "agreement_announced", "held", PARTIES, {"day": "2016-09-09", "venue": GENEVA}),
        (
            "2016-09-10",
            "third_party_consultation",
            "held",
            (who("mediator", "USA"), who("mediator", "RUS")),
            {"day": "2016-09-09", "venue": GENEVA},
        ),
        (
            "2016-02-23",
            "third_party_consultation",
            "held",
            (who("mediator", "USA"), who("mediator", "RUS")),
            {"day": "2016-02-22"},
        ),
    )
    assert sorted((t.name, t.cue, t.n_events) for t in result.tracks) == [
        ("Geneva talks", "explicit label", 2),
        ("Russia–United States channel", "broker set", 2),
    ]


@pytest.mark.parametrize(
    ("told", "as_of", "state"),
    [
        ([("2017-01-01", "talks_proposed", "proposed", "2017-01-01")], None, "proposed"),
        ([("2017-01-01", "mediated_talks", "planned", "2017-02-01")], None, "preparatory"),
        ([("2017-01-02", "preparatory_talks", "held", "2017-01-01")], None, "preparatory"),
        ([("2017-01-02", "mediated_talks", "held", "2017-01-01")], None, "active"),
        ([("2017-01-02", "mediated_talks", "held", "2017-01-01")], "2017-12-01", "dormant"),
        ([("2017-01-02", "mediated_talks", "suspended", "2017-01-01")], None, "suspended"),
        ([("2017-01-02", "mediated_talks", "cancelled", "2017-01-05")], None, "ended"),
        (
            [
                ("2017-01-02", "mediated_talks", "held", "2017-01-01"),
                ("2017-02-02", "mediation_halted", "held", "2017-02-01"),
            ],
            None,
            "ended",
        ),
    ],
)
def test_the_state_of_a_track_follows_its_events(told, as_of, state):
    rows = [(p, t, s, (*UN, *PARTIES), {"day": d, "track": "Geneva talks"}) for p, t, s, d in told]
    [track] = record(*rows, as_of=as_of).tracks
    assert track.state == state


def test_a_track_lists_brokers_parties_with_addressees_and_who_is_kept_out():
    people = (
        who("initiator", "RUS"),
        who("recipient", "SYR"),
        who("recipient", "group:rebels"),
        kept_out("USA"),
    )
    [track] = record(
        (
            "2016-12-17",
            "talks_proposed",
            "proposed",
            people,
            {"day": "2016-12-16", "track": "Astana talks", "venue": ASTANA},
        ),
        ("2016-12-18", "mediated_talks", "proposed", ASTANA_BROKERS, {"track": "Astana talks"}),
    ).tracks
    assert track.brokers == ["Russia", "Turkey"]
    assert sorted(track.parties) == ["Syria", "Syrian opposition"]
    assert (track.excluded, track.hosts, track.venue_country) == (["United States"], ["Kazakhstan"], "KAZ")


def test_wording_in_a_sentence_asserts_a_relation_by_its_speaker():
    sentence = "The Astana talks would be in addition to U.N.-brokered negotiations in Geneva, Putin said."
    document = article("d", sentence, "2016-12-17")
    told = [
        mention(
            "a",
            document,
            "talks_proposed",
            "proposed",
            *ASTANA_BROKERS,
            track="Astana talks",
            sentence=sentence,
            trigger=11,
            attribution=said_by("RUS"),
        ),
        mention("g", document, "mediated_talks", "held", *UN, venue=GENEVA, sentence=sentence, trigger=58),
    ]
    result = link([document], told, conflict_of=lambda m: "Syria")
    names = {t.id: t.name for t in result.tracks}
    asserted = [r for r in result.track_relations if r.asserted_by != "computed"]
    assert [(names[r.track_id], r.relation, names[r.other_track_id], r.asserted_by) for r in asserted] == [
        ("Astana talks", "parallel_to", "Geneva talks", "RUS")
    ]


def test_no_cue_no_asserted_relation_but_shared_parties_and_other_brokers_are_computed_parallel():
    result = record(
        (
            "2017-01-01",
            "proximity_talks",
            "held",
            (*UN, *PARTIES),
            {"day": "2016-12-01", "track": "Geneva talks"},
        ),
        (
            "2017-03-01",
            "proximity_talks",
            "held",
            (*UN, *PARTIES),
            {"day": "2017-02-28", "track": "Geneva talks"},
        ),
        (
            "2017-01-25",
            "proximity_talks",
            "held",
            (*ASTANA_BROKERS, *PARTIES),
            {"day": "2017-01-23", "track": "Astana talks"},
        ),
        (
            "2017-02-17",
            "proximity_talks",
            "held",
            (*ASTANA_BROKERS, *PARTIES),
            {"day": "2017-02-15", "track": "Astana talks"},
        ),
    )
    assert [(r.relation, r.asserted_by) for r in result.track_relations] == [("parallel_to", "computed")]


def test_an_endorsement_of_a_track_names_the_endorser():
    result = record(
        (
            "2017-01-24",
            "proximity_talks",
            "held",
            (*ASTANA_BROKERS, *PARTIES),
            {"day": "2017-01-23", "track": "Astana talks"},
        ),
        ("2017-01-25", "endorsement", "held", (who("initiator", "igo:un"),), {"track": "Astana talks"}),
    )
    assert [(r.relation, r.asserted_by) for r in result.track_relations] == [("endorsed_by", "igo:un")]


# Who brokers a line of talks: an attested part in mediating, convening or guaranteeing, never a seat alone.

TALIBAN, KABUL = who("party", "group:taliban"), who("party", "AFG")


def line_of(conflict, *told):
    """The one line of talks called Doha talks that reports tell of; each report is a root of its own."""
    docs, mentions = [], []
    for i, (type, people, *more) in enumerate(told):
        fields = {"track": "Doha talks", "day": f"2020-09-{12 + i}", **(more[0] if more else {})}
        docs.append(article(f"d{i}", f"document {i} " + "x" * i, "2020-09-20"))
        mentions.append(mention(f"m{i}", docs[-1], type, fields.pop("status", "held"), *people, **fields))
    result = link(docs, mentions, duplicates=lambda texts: [], conflict_of=lambda m: conflict)
    return next(t for t in result.tracks if t.name == "Doha talks")


QATARI_TALKS = ("mediated_talks", (who("mediator", "QAT"), TALIBAN, KABUL))


@pytest.mark.parametrize(
    "attendance",
    [
        ("mediated_talks", (who("participant", "IND"), TALIBAN, KABUL)),
        ("mediated_talks", (who("observer", "IND"), TALIBAN, KABUL)),
        ("mediated_talks", (who("witness", "IND"), TALIBAN, KABUL)),
        ("mediated_talks", (who("party", "IND"), TALIBAN, KABUL)),
        ("invitation_issued", (who("initiator", "QAT"), who("recipient", "IND"))),
        ("agreement_signed", (who("witness", "IND"), TALIBAN, KABUL)),
    ],
    ids=lambda told: f"{told[0]} {told[1][0].role if told[0] != 'invitation_issued' else 'invited'}",
)
def test_an_outside_state_that_attends_or_is_invited_is_no_broker(attendance):
    track = line_of("Afghanistan", QATARI_TALKS, attendance, attendance, attendance)
    assert track.brokers == ["Qatar"]
    assert "India" not in track.parties


@pytest.mark.parametrize(
    ("type", "role"),
    [
        ("mediated_talks", "mediator"),
        ("mediated_talks", "facilitator"),
        ("good_offices_contact", "go_between"),
        ("international_conference", "convener"),
        ("agreement_signed", "guarantor"),
        ("agreement_announced", "broker"),
        ("invitation_issued", "convener"),
        ("talks_proposed", "initiator"),
    ],
)
def test_who_is_told_to_mediate_convene_guarantee_or_invite_is_a_broker(type, role):
    assert "Norway" in line_of("Afghanistan", QATARI_TALKS, (type, (who(role, "NOR"), TALIBAN, KABUL))).brokers


def test_outside_states_that_met_by_themselves_broker_their_line_and_those_that_only_plan_to_do_not():
    ministers = tuple(who("party", code) for code in ("RUS", "TUR", "IRN"))
    held = line_of("Syria", ("direct_negotiation", ministers))
    assert sorted(held.brokers) == ["Iran", "Russia", "Turkey"]
    planned = line_of("Syria", ("direct_negotiation", ministers, {"status": "planned"}))
    assert planned.brokers == []


def test_an_organisation_that_met_one_side_leaves_the_table_to_the_states_that_run_it():
    ministers = tuple(who("party", code) for code in ("RUS", "TUR", "IRN"))
    call = ("single_party_consultation", (who("mediator", "igo:un"), who("party", "group:syr-hnc")))
    briefing = ("third_party_consultation", (who("mediator", "igo:un"), who("participant", "RUS")))
    track = line_of("Syria", ("direct_negotiation", ministers), ("direct_negotiation", ministers), call, briefing)
    assert {"Iran", "Russia", "Turkey"} <= set(track.brokers)


def test_a_state_that_negotiates_with_rebels_through_a_broker_is_none_itself():
    track = line_of("Syria", ("backchannel_talks", (who("party", "RUS"), who("party", "group:syr-rebels"))),
                    ("mediated_talks", (who("broker", "TUR"), who("party", "group:syr-rebels"))))  # fmt: skip
    assert track.brokers == ["Turkey"]


def test_who_receives_one_side_is_no_broker_beside_those_who_brought_both_together():
    visit = ("single_party_consultation", (who("mediator", "TUR"), who("party", "SDN")))
    both = ("mediated_talks", (who("mediator", "SAU"), who("party", "SDN"), who("party", "group:sdn-rsf")))
    assert line_of("Sudan", both, visit, visit).brokers == ["Saudi Arabia"]
    assert line_of("Sudan", visit, visit).brokers == ["Turkey"]


def test_who_fights_the_war_is_a_party_even_where_a_report_calls_it_a_mediator():
    track = line_of("Ukraine", ("mediated_talks", (who("mediator", "USA"), who("mediator", "RUS"))))
    assert (track.brokers, track.parties) == (["United States"], ["Russia"])


def test_three_copies_of_one_report_weigh_no_more_than_another_report():
    docs, mentions = [], []
    for i in range(3):
        docs.append(article(f"d{i}", "one and the same report of the talks in Doha", "2020-09-20"))
        told = ("mediated_talks", "held", who("mediator", "QAT"), TALIBAN, KABUL)
        mentions.append(mention(f"q{i}", docs[-1], *told, track="Doha talks", day="2020-09-12"))
    docs.append(article("other", "another report", "2020-09-20"))
    told = ("mediated_talks", "held", who("mediator", "NOR"), TALIBAN, KABUL)
    mentions.append(mention("n", docs[-1], *told, track="Doha talks", day="2020-09-13"))
    same = {f"d{i}" for i in range(3)}
    result = link(docs, mentions, duplicates=lambda texts: [same], conflict_of=lambda m: "Afghanistan")
    [track] = result.tracks
    assert sorted(track.brokers) == ["Norway", "Qatar"]


def test_two_powers_that_met_elsewhere_are_no_brokers_of_the_line_that_their_report_is_about():
    pair = (who("party", "RUS"), who("party", "USA"))
    truce = {"track": "Amman talks", "sentence": "The truce negotiated by the United States and Russia has held."}
    told = [
        ("2016-03-02", "backchannel_talks", "held", (who("mediator", "JOR"), who("party", "group:rebels")),
         {"day": "2016-02-25", "track": "Amman talks", "sentence": "Jordan passed messages in Amman."}),
        ("2016-03-03", "direct_negotiation", "held", pair, {"day": "2016-02-27", **truce}),
        ("2016-02-23", "direct_negotiation", "held", pair, {"day": "2016-02-22"}),
    ]  # fmt: skip
    result = record(*told)
    found = {t.name: t for t in result.tracks}
    assert found["Amman talks"].brokers == ["Jordan"]
    assert sorted(found["Russia–United States channel"].brokers) == ["Russia", "United States"]


def test_who_stays_away_by_its_own_choice_is_not_listed_as_kept_out():
    away = "The armed opposition boycotted the talks."
    out = "The Kurds were not invited to the talks."
    result = record(
        ("2017-03-15", "mediated_talks", "held", (*ASTANA_BROKERS, PARTIES[0]), {"track": "Astana talks"}),
        ("2017-03-16", "boycott", "held", (who("boycotting", "group:rebels"),), {"track": "Astana", "sentence": away}),
        ("2017-03-17", "exclusion_declared", "held", (kept_out("group:pyd"),), {"track": "Astana", "sentence": out}),
    )
    assert {x.mode for x in result.exclusions} == {"self_excluded", "not_invited"}
    [track] = result.tracks
    assert track.excluded == ["PYD"]


def labels_of(*told):
    """The line of each mention of one report on the Astana talks."""
    document = article("d", "The Astana talks went on. " + "x" * 200, title="Astana talks go on")
    first = mention("first", document, "mediated_talks", "held", *ASTANA_BROKERS, *PARTIES, track="Astana talks",
                    day="2017-01-23", venue=ASTANA)  # fmt: skip
    rest = [mention(f"m{i}", document, type, status, *people, at=100 * (i + 1), **more)
            for i, (type, status, people, more) in enumerate(told)]  # fmt: skip
    result = link([document], [first, *rest], conflict_of=lambda m: "Syria")
    names = {t.id: t.name for t in result.tracks}
    of = {m: names.get(e.track_id or "") for e in result.events for m in e.mention_ids}
    return [of[m.id] for m in rest]


def test_a_secret_channel_is_no_part_of_the_public_talks_that_a_report_is_about():
    assert labels_of(("backchannel_talks", "held", PARTIES, {"day": "2016-11-02"})) == [None]
    assert labels_of(("mediated_talks", "held", PARTIES, {"day": "2016-11-02"})) == ["Astana talks"]


def test_talks_in_another_country_or_under_another_broker_do_not_take_the_label_of_their_report():
    cairo = {"venue": ("Cairo", "EGY"), "day": "2017-02-20"}
    assert labels_of(("mediated_talks", "planned", PARTIES, cairo)) == [None]
    egypt = (who("mediator", "EGY"), *PARTIES)
    assert labels_of(("mediated_talks", "held", egypt, {"day": "2016-11-02"})) == [None]
    # one who merely attends, with no sides of its own, is at the talks told of
    assert labels_of(("mediated_talks", "held", (who("mediator", "EGY"),), {"day": "2017-01-23"})) == ["Astana talks"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Granada talks", "Granada, Nicaragua talks"),
        ("Geneva", "Geneva, Switzerland peace talks"),
        ("Tripoli talks", "Tripoli, Lebanon"),
    ],
)
def test_a_city_with_its_country_is_the_same_line(one, other):
    assert track_key(one) == track_key(other)


def test_two_cities_are_not_taken_for_a_city_and_its_country():
    assert track_key("Geneva, Vienna talks") != track_key("Geneva talks")


def test_the_last_word_on_a_line_is_not_that_two_did_not_meet_while_it_went_on():
    document = article("d", "The talks broke up without the two ever meeting. " + "x" * 100)
    told = [
        mention("a", document, "mediated_talks", "held", *ASTANA_BROKERS, *PARTIES, day="2017-01-23", track="Astana talks"),
        mention("b", document, "direct_negotiation", "held", who("party", "IRN"), who("party", "USA"), day="2017-03-23",
                track="Astana talks", polarity="negated", at=100),
    ]  # fmt: skip
    [track] = link([document], told, conflict_of=lambda m: "Syria").tracks
    assert track.last_status == "held"


def test_sides_that_sign_where_a_line_of_their_war_has_its_place_do_so_in_it():
    report = article("d1", "Talks in Jeddah.", published="2023-05-12")
    told = [
        mention("m1", report, "mediated_talks", "held", who("mediator", "SAU"), who("mediator", "USA"), day="2023-05-10",
                venue=("Jeddah", "SAU"), track="Jeddah talks"),
        mention("m2", report, "agreement_signed", "held", who("party", "SDN"), who("party", "group:sdn-rsf"), day="2023-05-11",
                venue=("Jeddah", "SAU"), at=200),
        mention("m3", report, "agreement_signed", "held", who("party", "SDN"), who("party", "group:sdn-rsf"), day="2022-01-11",
                venue=("Jeddah", "SAU"), at=400),
    ]  # fmt: skip
    record = link([report], told, conflict_of=lambda m: "Sudan")
    of = {m_id: e.track_id for e in record.events for m_id in e.mention_ids}
    assert of["m2"] == of["m1"] is not None
    assert of["m3"] is None
