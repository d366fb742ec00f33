"""Opinion makes characterisations and no events; facts told in a commentary stay events (rule R15)."""

from __future__ import annotations

import pytest
from misread import misread

from dragoman.coder import CodedDocument, Coder
from dragoman.coder.attribution.judgements import Aspects, opinion_words
from dragoman.errors import DataError
from dragoman.linking import link
from dragoman.ontology import Ontology
from dragoman.records import Characterisation


def commentary(coder: Coder, text: str, **more: str) -> CodedDocument:
    return coder(text, **({"published": "2016-12-17", "outlet": "The Herald", "genre": "commentary"} | more))


def report(coder: Coder, text: str, **more: str) -> CodedDocument:
    return commentary(coder, text, **({"genre": "news_report"} | more))


JUDGED = [
    "Washington should host talks between Israel and Hamas.",
    "Israel and Hamas must hold talks in Cairo.",
    "It is time for Washington to mediate between Israel and Hamas.",
    "Talks between Israel and Hamas will likely collapse before long.",
    "The United Nations is unlikely to mediate the talks between Israel and Hamas.",
    "Will Egypt ever mediate talks between Israel and Hamas?",
]


@pytest.mark.parametrize("text", JUDGED)
def test_what_an_author_urges_expects_or_asks_is_no_event(coder: Coder, text: str) -> None:
    assert commentary(coder, text).events == []


@pytest.mark.parametrize("text", [*JUDGED[:3], misread("the model hardly sees an event in it", JUDGED[3])])
def test_the_same_words_in_a_report_are_told_as_events(coder: Coder, text: str) -> None:
    assert report(coder, text).events


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The Geneva talks opened on Monday under United Nations mediation.", "talks"),
        ("The farcical talks between Russia and Ukraine opened in Minsk on Monday.", "talks"),
        ("The United States walked out of the talks, and that should surprise nobody.", "walked out"),
        ("Paris lacks any leverage, but Qatar hosted talks between Israel and Hamas on Friday.", "talks"),
        ("Turkey, which calls the shots in Tripoli, hosted talks between the rivals in Ankara.", "talks"),
        ("Russia no longer calls the shots in Libya since the talks collapsed in May.", "collapsed"),
        ("Israel should sign the truce that Qatar brokered with Hamas.", "truce"),
        ("Lavrov met Kerry on the sidelines of the summit in Lima.", "met"),
        ("When did the talks between Israel and Hamas collapse?", "collapse"),
        ("The world should know that Russia and Turkey brokered a ceasefire in Idlib on Friday.", "ceasefire"),
        ("It is absurd that the United Nations was not invited to the talks in Astana.", "invited"),
        ("Without any leverage, Washington walked out of the talks in Geneva.", "walked out"),
        ("Russia and Turkey negotiated that fiasco, the ceasefire in Idlib, on Friday.", "ceasefire"),
    ],
)
def test_facts_beside_a_judgement_stay_events_of_the_outlet(coder: Coder, text: str, trigger: str) -> None:
    event = next(e for e in commentary(coder, text).events if trigger in e.evidence.trigger.text)
    assert event.speech_mode == "outlet_assertion"
    assert event.attribution[0].source_type == "outlet"


@pytest.mark.parametrize(
    "text",
    [
        "Iran called the talks in Geneva a farce.",
        "Washington believes Moscow should mediate the talks between Israel and Hamas.",
        "“The talks should resume in Cairo,” Sisi said.",
        "Israel should hold talks with Hamas, the United Nations envoy said.",
        "Israel must withdraw its troops from Gaza, Hamas demanded.",
        "The Iranian position is that Israel should hold talks with Hamas.",
        "Iran accused the United States of appeasement in the talks.",
    ],
)
def test_what_others_judge_is_not_the_author_s_opinion(coder: Coder, text: str) -> None:
    coded = commentary(coder, text)
    assert coded.events and all(e.speech_mode != "author_opinion" for e in coded.events)
    assert coded.characterisations == []


@pytest.mark.parametrize("genre", ["news_report", "wire_copy", ""])
def test_the_first_person_outside_quotations_is_opinion_in_any_genre(coder: Coder, genre: str) -> None:
    text = "I think the talks between Israel and Hamas in Cairo have failed."
    assert report(coder, text, genre=genre).events == []
    for quoted in ("“I think the talks between Israel and Hamas in Cairo have failed,” Sisi said.", f"‘{text}’"):
        assert report(coder, quoted, genre=genre).events


@pytest.mark.parametrize("genre", ["interview", "transcript"])
def test_in_an_interview_i_is_not_the_author(coder: Coder, genre: str) -> None:
    assert report(coder, "I think the talks between Israel and Hamas in Cairo have failed.", genre=genre).events


@pytest.mark.parametrize("label", ["{}:", "{}\n"])
def test_a_text_set_as_an_interview_is_one_where_no_genre_is_told(coder: Coder, label: str) -> None:
    said = "I think the talks between Israel and Hamas in Cairo have failed."
    turns = [f"{label.format(who)} {what}" for who, what in (("Vox", "Why?"), ("Ann Lee", said)) * 2]
    for outlet in ("Vox", "Reuters"):
        assert coder("\n".join(turns), outlet=outlet).events


def test_an_outlet_of_commentary_counts_where_no_genre_is_told(coder: Coder) -> None:
    text = JUDGED[0]
    assert not coder(text, outlet="The American Interest").events
    assert coder(text, outlet="The American Interest", genre="news_report").events
    assert coder(text, outlet="Reuters").events and coder(text).events


KEPT_OUT = "Moscow is adding insult to injury by excluding Ukraine from the talks with Washington in Riyadh."


@pytest.mark.parametrize(
    ("title", "judges"),
    [
        ("Opinion: Talks must begin", True),
        ("Editorial | Talks must begin", True),
        ("Talks must begin, says minister", False),
        ("Column of smoke over Gaza: talks break off", False),
    ],
)
def test_a_label_before_the_title_tells_a_commentary_where_no_genre_is_told(
    coder: Coder, title: str, judges: bool
) -> None:
    text = "Washington should host talks between Israel and Hamas."
    assert bool(coder(text, published="2016-12-17", outlet="Example Post", title=title).events) is not judges


def test_that_somebody_is_kept_out_stays_as_the_author_s_claim(coder: Coder) -> None:
    coded = commentary(coder, KEPT_OUT)
    event = next(e for e in coded.events if e.type == "exclusion_declared")
    (excluded,) = [p for p in event.participants if p.exclusion]
    assert (event.speech_mode, excluded.actor) == ("author_opinion", "UKR")
    assert excluded.exclusion is not None and excluded.exclusion.asserted_by == "The Herald"


def test_the_chain_of_an_opinion_is_one_step_of_the_author(coder: Coder) -> None:
    for event in commentary(coder, KEPT_OUT).events:
        assert [(s.step, s.speaker, s.source_type) for s in event.attribution] == [(1, "The Herald", "author")]


def test_an_opinion_makes_no_event_in_the_record_but_its_exclusion_is_listed(coder: Coder) -> None:
    coded = commentary(coder, KEPT_OUT)
    record = link([coded.document], coded.events)
    assert record.events == []
    assert {x.excluded_actor for x in record.exclusions} == {"UKR"}


def only(coded: CodedDocument) -> Characterisation:
    (found,) = coded.characterisations
    return found


@pytest.mark.parametrize(
    ("text", "aspect", "polarity", "actors", "words"),
    [
        ("Moscow now calls the shots in Syria.", "influence", "affirmed", ["RUS"], "calls the shots"),
        ("Washington does not call the shots in Syria.", "influence", "negated", ["USA"], "call the shots"),
        ("Washington no longer calls the shots in Syria.", "influence", "negated", ["USA"], "calls the shots"),
        ("The United States has no real influence in Syria.", "influence", "negated", ["USA"], "real influence"),
        ("Paris lacks real leverage in Libya.", "influence", "negated", ["FRA"], "real leverage"),
        ("Washington will be sitting on the sidelines.", "influence", "negated", ["USA"], "sitting on the sidelines"),
        ("Russia has sidelined the United Nations in Syria.", "influence", "negated", ["igo:un"], "sidelined"),
        ("Who calls the shots in Syria is plain.", "influence", "affirmed", [], "calls the shots"),
        ("The Turkish plan for Idlib is a sham.", "merit", "negated", ["TUR"], "sham"),
        ("Washington should mediate between Israel and Hamas.", "duty", "affirmed", ["USA"], "should"),
    ],
)
def test_a_judgement_tells_whom_it_judges_and_how(
    coder: Coder, text: str, aspect: str, polarity: str, actors: list[str], words: str
) -> None:
    found = only(commentary(coder, text))
    assert (found.aspect, found.polarity, [t.actor for t in found.targets]) == (aspect, polarity, actors)
    trigger = found.evidence.trigger
    assert trigger.text == text[trigger.start : trigger.end] == words
    assert text[found.evidence.start : found.evidence.end] == found.evidence.text
    assert (found.predicate, found.speech_mode) == ("characterises", "author_opinion")


@pytest.mark.parametrize("city", ["Geneva", "Minsk"])
def test_a_judgement_of_talks_names_their_track_and_judges_no_host(coder: Coder, city: str) -> None:
    found = only(commentary(coder, f"The {city} talks are a farce."))
    assert (found.track, found.targets, found.aspect) == (f"{city} talks", [], "merit")


def test_the_holder_is_the_author_else_the_outlet_else_unknown(coder: Coder) -> None:
    text = "Moscow now calls the shots in Syria."
    assert only(commentary(coder, text, author="Ann Lee")).holder == "Ann Lee"
    assert only(commentary(coder, text)).holder == "The Herald"
    assert only(coder(text, genre="analysis")).holder is None


def test_a_judgement_without_a_known_target_characterises_nobody(coder: Coder) -> None:
    assert commentary(coder, "Readers should remember that. The film is a farce.").characterisations == []


def test_reports_characterise_nobody(coder: Coder) -> None:
    assert report(coder, "Moscow now calls the shots in Syria.").characterisations == []


def test_ids_are_stable_and_apart(coder: Coder) -> None:
    text = "Moscow calls the shots in Syria. Washington should mediate between Israel and Hamas."
    first, second = (commentary(coder, text).characterisations for _ in range(2))
    assert [c.id for c in first] == [c.id for c in second]
    assert len({c.id for c in first}) == len(first) == 2


def test_what_can_be_judged_is_what_the_ontology_lists(shipped_ontology: Ontology) -> None:
    assert {*Aspects.__struct_fields__, "view"} == set(shipped_ontology.codes["judged_aspect"])


def test_a_wrong_word_list_is_refused() -> None:
    with pytest.raises(DataError, match=r"opinion\.yaml"):
        opinion_words("genres: [commentary]")
