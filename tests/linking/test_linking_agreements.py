"""Texts, their class and dates (codebook 1.17, 2.12; R11, R12)."""

from link_builders import article, mention, who

from dragoman.linking import link

PARTIES = (who("party", "SYR"), who("party", "group:rebels"))
BROKERS = (who("broker", "RUS"), who("broker", "TUR"))


def record(*told):
    """`told`: (published, type, status, people, day) or, with `fields` of the mention, one more."""
    docs = [article(f"d{i}", f"document {i} " + "x" * i, published) for i, (published, *_) in enumerate(told)]
    mentions = [
        mention(f"m{i}", docs[i], type, status, *people, day=day, **(more[0] if more else {}))
        for i, (_, type, status, people, day, *more) in enumerate(told)
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


def test_texts_that_are_only_sought_supposed_denied_or_did_not_come_about_are_not_listed():
    told = record(
        ("2017-02-01", "agreement_announced", "proposed", PARTIES, None, {"tense": "hypothetical"}),
        ("2017-02-01", "ceasefire_declared", "proposed", PARTIES, None, {"tense": "desired"}),
        ("2017-02-01", "agreement_announced", "planned_not_held", PARTIES, None, {"polarity": "negated"}),
        ("2017-02-01", "ceasefire_declared", "denied", PARTIES, None, {"polarity": "negated"}),
    )
    assert told.agreements == []


def test_a_truce_that_was_shattered_is_over_and_one_that_was_breached_is_not():
    def truce(word):
        sentence = f"The five-month truce was {word} on Monday."
        broken = {"sentence": sentence, "word": word}
        [row] = record(
            ("2016-02-27", "ceasefire_effective", "under_way", PARTIES, "2016-02-27"),
            ("2016-07-20", "ceasefire_violated", "held", PARTIES, "2016-07-18", broken),
        ).agreements
        return row.status, row.ended

    assert truce("shattered") == ("collapsed", "2016-07-18")
    assert truce("breached") == ("under_way", None)


def test_a_deal_that_voters_turned_down_came_to_nothing():
    vote = {"sentence": "Voters narrowly rejected the deal in a referendum.", "word": "rejected"}
    protest = {"sentence": "A rebel commander rejected the deal.", "word": "rejected"}
    signed = ("2016-09-27", "agreement_signed", "held", PARTIES, "2016-09-26")
    [row] = record(signed, ("2016-10-03", "agreement_rejected", "held", (), "2016-10-02", vote)).agreements
    assert (row.status, row.signed, row.ended) == ("collapsed", "2016-09-26", "2016-10-02")
    [row] = record(signed, ("2016-10-03", "agreement_rejected", "held", (), "2016-10-02", protest)).agreements
    assert (row.status, row.ended) == ("held", None)


def test_what_one_side_signed_and_the_other_did_not_is_signed_in_part():
    document = article("d", "one text", "2016-09-27")
    signed = {"sentence": "The government signed the document on Monday.", "word": "signed"}
    left = {"sentence": "The rebels left without signing.", "word": "without signing", "polarity": "negated"}
    told = [
        mention("1", document, "agreement_signed", "held", PARTIES[0], day="2016-09-26", agreement_class="ceasefire", **signed),
        mention("2", document, "agreement_signed", "planned_not_held", *PARTIES, *BROKERS, day="2016-09-26", at=300, **left),
    ]  # fmt: skip
    result = link([document], told, conflict_of=lambda m: "Syria")
    [row] = result.agreements
    assert (row.status, {c.status for c in result.status_changes}) == ("held_partial", {"held_partial"})
    assert (row.signatories, row.brokers) == (["Syria"], ["Russia", "Turkey"])


def test_a_truce_told_by_its_month_its_day_and_its_broker_is_one():
    month = {"day": "2016-09", "precision": "month"}
    docs = [
        article(f"d{i}", f"text {i} " + "x" * i, day)
        for i, day in enumerate(("2016-09-13", "2016-09-20", "2016-11-01"))
    ]
    told = [
        mention("1", docs[0], "ceasefire_declared", "held", *PARTIES, day="2016-09-12"),
        mention("2", docs[1], "ceasefire_effective", "under_way", who("party", "sides"), day="2016-09-12"),
        mention("3", docs[2], "ceasefire_declared", "held", who("broker", "TUR"), **month),
    ]  # fmt: skip
    [row] = link(docs, told, duplicates=lambda texts: [], conflict_of=lambda m: "Syria").agreements
    assert (row.announced, row.effective, row.brokers, row.n_roots) == ("2016-09-12", "2016-09-12", ["Turkey"], 3)


def test_an_accord_announced_and_signed_a_month_later_is_one_but_not_two_truces():
    def rows(kind):
        told = {"agreement_class": kind}
        return record(
            ("2016-08-25", "agreement_announced", "held", PARTIES, "2016-08-24", told),
            ("2016-09-27", "agreement_signed", "held", PARTIES, "2016-09-26", told),
        ).agreements

    [row] = rows("comprehensive")
    assert (row.announced, row.signed) == ("2016-08-24", "2016-09-26")
    assert len(rows("ceasefire")) == 2


def test_a_resolution_of_a_parliament_abroad_is_no_text_of_the_conflict():
    assert (
        record(("2016-09-27", "resolution_adopted", "held", (who("initiator", "FRA"),), "2016-09-26")).agreements == []
    )
    [row] = record(
        ("2016-09-27", "resolution_adopted", "held", (who("initiator", "igo:un"), who("party", "SYR")), "2016-09-26")
    ).agreements
    assert row.agreement_class == "resolution"
