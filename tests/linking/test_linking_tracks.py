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
