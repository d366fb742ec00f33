"""Texts, their class and dates (codebook 1.17, 2.12; R11, R12)."""

from link_builders import article, mention, who

from dragoman.linking import link

PARTIES = (who("party", "SYR"), who("party", "group:rebels"))
BROKERS = (who("broker", "RUS"), who("broker", "TUR"))


def record(*told):
    docs = [article(f"d{i}", f"document {i} " + "x" * i, published) for i, (published, *_) in enumerate(told)]
    mentions = [
        mention(f"m{i}", docs[i], type, status, *people, day=day)
        for i, (_, type, status, people, day) in enumerate(told)
    ]
    return link(docs, mentions, duplicates=lambda texts: [], conflict_of=lambda m: "Syria")


def test_a_truce_declared_in_force_and_ended_is_one_agreement_with_three_dates():
    people = (*PARTIES, *BROKERS)
    [row] = record(
        ("2016-02-23", "ceasefire_declared", "held", people, "2016-02-22"),
        ("2016-02-27", "ceasefire_effective", "held", people, "2016-02-27"),
        ("2016-04-20", "ceasefire_ended", "held", PARTIES, "2016-04-19"),
    ).agreements
    assert (row.agreement_class, row.announced, row.effective, row.ended) == (
        "ceasefire", "2016-02-22", "2016-02-27", "2016-04-19",
    )  # fmt: skip
    assert row.brokers == ["Russia", "Turkey"]
    assert row.signatories == ["Syria", "Syrian opposition"]


def test_a_call_for_a_ceasefire_is_no_agreement_and_a_hoped_for_one_is_not_held():
    result = record(
        ("2016-12-17", "ceasefire_called_for", "proposed", PARTIES, None),
        ("2016-12-17", "ceasefire_declared", "planned", PARTIES, None),
    )
    assert [a.status for a in result.agreements] == ["planned"]


def test_a_declaration_of_brokers_alone_is_theirs():
    [row] = record(("2016-12-21", "joint_declaration", "held", BROKERS, "2016-12-20")).agreements
    assert (row.agreement_class, row.form) == ("third_party_declaration", "joint_statement")


def test_truces_of_different_days_are_different_agreements():
    people = (*PARTIES, *BROKERS)
    rows = record(
        ("2016-02-23", "ceasefire_declared", "held", people, "2016-02-22"),
        ("2016-12-30", "ceasefire_declared", "held", people, "2016-12-29"),
    ).agreements
    assert sorted(r.announced for r in rows) == ["2016-02-22", "2016-12-29"]


def test_a_broker_is_no_side_of_the_text_where_two_are_left_without_it():
    people = (*PARTIES, who("party", "TUR"), who("facilitator", "TUR"))
    [row] = record(("2016-02-23", "agreement_signed", "held", people, "2016-02-22")).agreements
    assert (row.signatories, row.brokers) == (["Syria", "Syrian opposition"], ["Turkey"])
    assert row.name.startswith("Syria–Syrian opposition agreement")


def test_who_would_leave_one_side_alone_or_fights_on_its_land_is_a_side_and_no_broker():
    people = (*PARTIES, who("broker", "SYR"))
    [row] = record(("2016-02-23", "agreement_signed", "held", people, "2016-02-22")).agreements
    assert (row.signatories, row.brokers) == (["Syria", "Syrian opposition"], [])


def test_outsiders_that_broker_a_truce_together_are_no_sides_of_it():
    people = (who("party", "RUS"), *BROKERS)
    [row] = record(("2016-02-23", "ceasefire_declared", "held", people, "2016-02-22")).agreements
    assert (row.signatories, row.brokers) == ([], ["Russia", "Turkey"])


def test_a_text_is_called_after_all_its_sides_and_its_kind():
    people = (*PARTIES, who("party", "group:pyd"))
    told = record(
        ("2016-02-23", "agreement_signed", "held", people, "2016-02-22"),
        ("2016-04-23", "ceasefire_extended", "held", (who("party", "SYR"), *BROKERS), "2016-04-22"),
    )
    assert {row.name for row in told.agreements} == {
        "PYD–Syria–Syrian opposition agreement 2016-02-22", "Syria ceasefire renewal 2016-04-22",
    }  # fmt: skip
