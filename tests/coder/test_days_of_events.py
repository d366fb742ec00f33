"""To which event the days of a sentence belong, read from texts (codebook 1.14, R26): the day of a verb is its own event's."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention

FRIDAY = "2021-09-10"


def event(coder: Coder, text: str, *types: str, published: str | None = FRIDAY) -> EventMention:
    found = [e for e in coder(text, published=published, outlet="AP").events if e.type in types]
    assert found, text
    return found[0]


def days(mention: EventMention) -> tuple[str | None, str | None] | None:
    return (mention.date.start, mention.date.end) if mention.date else None


MEETINGS = (
    "mediated_talks",
    "direct_negotiation",
    "international_conference",
    "venue_offered",
    "third_party_consultation",
)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Norway said on Monday the parties would meet in Oslo on September 20.", "2021-09-20", "2021-09-20"),
        (
            "Norway told reporters on Tuesday that the parties will meet in Oslo on October 3 and 4.",
            "2021-10-03",
            "2021-10-04",
        ),
        ("The parties will meet in Oslo on September 20, Norway said on Tuesday.", "2021-09-20", "2021-09-20"),
        ("The government and the rebels will hold talks early next year.", "2022-01-01", "2022-04-30"),
        ("From 3 to 5 May the delegations held talks in Astana.", "2021-05-03", "2021-05-05"),
        ("The delegations held talks in Astana between Monday and Wednesday.", "2021-09-06", "2021-09-08"),
    ],
)
def test_talks_have_the_day_of_their_own_verb(coder: Coder, text: str, start: str, end: str) -> None:
    assert days(event(coder, text, *MEETINGS)) == (start, end)


def test_talks_to_come_do_not_get_the_day_of_saying_so(coder: Coder) -> None:
    assert days(event(coder, "Norway said on Monday that the parties would meet in Oslo.", *MEETINGS)) is None


@pytest.mark.parametrize(
    ("text", "type_", "start"),
    [
        ("Talks due to begin on Sunday were postponed.", "talks_postponed", "2021-09-12"),
        ("The talks that were to begin on Monday were put off.", "talks_postponed", "2021-09-13"),
        ("Israel called off talks set for Thursday.", "talks_cancelled", "2021-09-09"),
        ("Talks scheduled to open on Monday were called off on Tuesday.", "talks_cancelled", "2021-09-07"),
    ],
)
def test_an_act_on_talks_has_its_own_day_else_the_nearest_day_for_which_they_were_due(
    coder: Coder, text: str, type_: str, start: str
) -> None:
    found = days(event(coder, text, type_))
    assert found is not None and found[0] == start


@pytest.mark.parametrize(
    ("text", "type_", "start"),
    [
        ("On Thursday the mediator proposed talks in Geneva in October.", "talks_proposed", "2021-09-09"),
        ("Ghana offered on Monday to mediate talks in October.", "mediation_offered", "2021-09-06"),
        ("The rebels accused the army on Thursday of breaking the truce.", "ceasefire_violation_alleged", "2021-09-09"),
        ("The envoy said on Thursday that the talks collapsed on Tuesday.", "talks_collapsed", "2021-09-07"),
        ("The envoy said on Thursday he would resign at the end of October.", "mediator_resigned", "2021-10-21"),
    ],
)
def test_speech_acts_and_other_acts_have_each_their_day(coder: Coder, text: str, type_: str, start: str) -> None:
    found = days(event(coder, text, type_))
    assert found is not None and found[0] == start


def test_a_day_that_counts_from_an_event_is_counted_back(coder: Coder) -> None:
    text = "On Thursday, a day after the truce was signed in Cairo, rebels shelled the town."
    assert days(event(coder, text, "agreement_signed")) == ("2021-09-08", "2021-09-08")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The truce will hold, an envoy said on Thursday, a day after talks between the two sides collapsed.", "talks_collapsed"),
        ("Kenya on Thursday urged Juba to free the prisoners, one day after rebels killed nine soldiers.", "ASSAULT"),
        ("Ghana is no mediator, a minister said on Thursday, a day after police arrested four rebels.", "COERCE"),
    ],
)  # fmt: skip
def test_it_counts_back_from_the_day_of_saying_before_a_comma(coder: Coder, text: str, label: str) -> None:
    found = [e for e in coder(text, published=FRIDAY, outlet="AP").events if label in (e.type, e.plover.event)]
    assert days(found[0]) == ("2021-09-08", "2021-09-08")


@pytest.mark.parametrize("published", [FRIDAY, "2021-09-08"])
def test_a_dateline_says_which_day_is_today_and_dates_nothing_itself(coder: Coder, published: str) -> None:
    text = "MOSCOW, Sept 8 (TASS) - The government and the rebels signed an accord today. A round of talks failed."
    assert days(event(coder, text, "agreement_signed", published=published)) == ("2021-09-08", "2021-09-08")
    undated = "MOSCOW, Sept 8 (TASS) - The government and the rebels signed a truce."
    assert days(event(coder, undated, "agreement_signed", published=published)) is None


@pytest.mark.parametrize(
    ("text", "type_", "start"),
    [
        # What comes about by agreeing has the day of agreeing, not that of its terms.
        ("The factions agreed on Sunday to a truce to take effect on October 3.", "ceasefire_declared", "2021-09-05"),
        ("The factions agreed on Sunday to a truce that will begin on October 3.", "ceasefire_declared", "2021-09-05"),
        ("The factions agreed to a truce that will begin on October 3.", "ceasefire_declared", "2021-10-03"),
        ("The factions will agree on Sunday to a truce.", "ceasefire_declared", "2021-09-12"),
        ("The army announced on Monday a truce starting on Sunday.", "ceasefire_declared", "2021-09-06"),
        ("The factions agreed on Monday to extend the truce by ten days.", "ceasefire_extended", "2021-09-06"),
        ("The factions agreed on Monday to extend the truce until October 3.", "ceasefire_extended", "2021-09-06"),
        ("A truce agreed on Sunday will take effect on October 3.", "ceasefire_effective", "2021-10-03"),
        # A word that sets a day ahead sets its infinitive's.
        ("The sides are expected on Sunday to sign a peace agreement.", "agreement_signed", "2021-09-12"),
    ],
)
def test_a_day_under_a_past_verb_is_past_and_terms_are_no_day_of_agreeing(
    coder: Coder, text: str, type_: str, start: str
) -> None:
    found = days(event(coder, text, type_))
    assert found is not None and found[0] == start


@pytest.mark.parametrize("words", ["later in the day", "earlier in the day", "that same day"])
def test_the_same_day_is_the_one_told_last(coder: Coder, words: str) -> None:
    text = f"The two leaders met on Monday. They signed the accord {words}."
    assert days(event(coder, text, "agreement_signed")) == ("2021-09-06", "2021-09-06")
    assert days(event(coder, f"They signed the accord {words}.", "agreement_signed")) == (None, None)


def test_each_of_two_verbs_has_its_own_day(coder: Coder) -> None:
    text = (
        "The parties met on Thursday. The accord would be initialled later in the day and formally signed on October 3."
    )
    assert days(event(coder, text, "agreement_signed")) == ("2021-09-09", "2021-09-09")


@pytest.mark.parametrize("words", ["until Sunday", "till Sunday", "to Sunday"])
def test_the_day_to_which_talks_are_put_off_lies_ahead(coder: Coder, words: str) -> None:
    found = event(coder, f"The talks were put off {words}.", "talks_postponed").date
    assert found is not None
    assert max(filter(None, (found.start, found.end))) > "2021-09-08", "the day of publication"


def test_since_a_day_dates_what_happened_on_it_and_not_the_first_since(coder: Coder) -> None:
    text = "It was the first meeting since June 3, when the rebels broke off the talks."
    assert days(event(coder, text, "talks_suspended")) == ("2021-06-03", "2021-06-03")
    assert event(coder, text, "direct_negotiation").date is None


@pytest.mark.parametrize(
    ("text", "label", "start"),
    [
        ("Ethiopia has invited the rebels to talks in October.", "invitation_issued", "2021-10-01"),
        ("Turkey proposed a meeting of the foreign ministers in November.", "talks_proposed", "2021-11-01"),
        ("Turkey proposed a meeting of the foreign ministers in May.", "talks_proposed", "2021-05-01"),
        ("In November, Turkey proposed a meeting of the foreign ministers.", "talks_proposed", "2020-11-01"),
    ],
)
def test_a_month_behind_an_offer_is_not_last_year_s(coder: Coder, text: str, label: str, start: str) -> None:
    found = event(coder, text, label).date
    assert found is not None
    assert found.start == start


def test_a_truce_that_fell_that_october_fell_in_the_year_told_before(coder: Coder) -> None:
    text = "Annan brokered a truce in Syria in 2012. The talks collapsed that October."
    found = event(coder, text, "talks_collapsed").date
    assert found is not None
    assert found.start == "2012-10-01"


@pytest.mark.parametrize(
    ("text", "label", "start"),
    [
        ("Chad and Sudan signed a peace agreement in Tripoli on Sept. 28.", "agreement_signed", "2020-09-28"),
        ("A meeting of the two sides planned for Thursday in Lome did not take place.", "direct_negotiation", "2021-09-09"),
        ("The peace talks that were due to begin in Lome on Wednesday were cancelled.", "talks_cancelled", "2021-09-08"),
        ("The rebels seized the garrison on New Year's Day 1994 and signed a truce in May.", "ASSAULT", "1994-01-01"),
        ("The two sides agreed on Monday in Rome to a truce and to hold elections on 10 October.", "ceasefire_declared", "2021-09-06"),
        ("The minister briefed his neighbours on a plan to hold elections next year.", "third_party_consultation", None),
        ("The two foreign ministers met for the second time in two weeks.", "direct_negotiation", None),
        ("The two leaders held the first summit of the neighbours in 20 years.", "direct_negotiation", None),
        ("The talks with the rebels were the first since 2016.", "direct_negotiation", None),
        ("Mexico arranged for the rebels to meet the government in the hotel where they signed an accord in May.", "mediated_talks", None),
        ("Kuwait and Qatar pledged $2 billion in aid to the council in April.", "AID", "2021-04-01"),
        ("Mediators persuaded the rebels to leave the port by noon Thursday.", "withdrawal_or_disengagement", "2021-09-16"),
        ("The envoys of the two sides were to meet on Wednesday but never did.", "direct_negotiation", "2021-09-08"),
        ("The army has proposed 20 September as the date of the next meeting.", "talks_proposed", "2021-09-20"),
    ],
)  # fmt: skip
def test_a_day_is_read_as_its_own_words_tell_it(coder: Coder, text: str, label: str, start: str | None) -> None:
    found = [e for e in coder(text, published=FRIDAY, outlet="AP").events if label in (e.type, e.plover.event)]
    assert found, text
    assert (found[0].date.start if found[0].date else None) == start


def test_entries_of_a_chronology_tell_what_came_before_the_last_of_them(coder: Coder) -> None:
    text = (
        "9 January: The rebels reject the plan.\n\n13 February: Togo hosts a second round of talks in Lome.\n\n"
        "2 September: Both sides sign a truce in Lome.\n"
    )
    found = {e.type: e for e in coder(text, published=FRIDAY, outlet="AP").events}
    assert {e.status for e in found.values()} == {"held"}
    assert {e.date.start[:4] for e in found.values() if e.date and e.date.start} == {"2021"}
