"""What a speaker has at stake in what he tells (codebook 1.4), and what measures and factuality make of it."""

from __future__ import annotations

import msgspec
import pytest
from misread import misread

from dragoman.actors import Knowledge
from dragoman.coder import CodedDocument, Coder
from dragoman.linking import link
from dragoman.linking.status import factuality
from dragoman.measures.self_reporting import is_self_reporting, with_sensitivity
from dragoman.measures.shares import mediation_share
from dragoman.records import EventMention


def coded(coder: Coder, text: str, published: str = "2016-12-17") -> CodedDocument:
    return coder(text, published=published, outlet="The Herald")


def told(coder: Coder, text: str, trigger: str) -> EventMention:
    return next(e for e in reversed(coded(coder, text).events) if trigger in e.evidence.trigger.text)


def stake(event: EventMention) -> str | None:
    return event.attribution[-1].stake


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Erdogan said Turkey had brokered the truce between Russia and Ukraine.", "truce"),
        ("Hamas has rejected the truce, its spokesman said.", "rejected"),
        ("“We held talks with Israel, brokered by Egypt,” Hamas said.", "talks"),
        ("Israel held talks with Hamas on Monday, an Israeli official said.", "talks"),
        ("Sudan denied that it had held secret talks with Israel.", "talks"),
        ("Kerry said the ceasefire must hold.", "must hold"),
    ],
)
def test_who_tells_of_its_own_part_reports_itself(coder: Coder, text: str, trigger: str) -> None:
    event = told(coder, text, trigger)
    assert stake(event) == "self_reporting" and is_self_reporting(event)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Egypt mediated the talks between Israel and Hamas, a Hamas official said.", "talks"),
        ("Israel walked out of the talks in Cairo, Hamas said.", "walked out"),
        ("Qatar has proposed talks to Israel, an Israeli official said.", "talks"),
        misread(
            "read as a boycott, of which Iran is no side",
            "The Iranian foreign minister said the Syrian government had refused to attend the talks.",
            "refused",
        ),
        misread(
            "the model does not take the speaker for a side of these talks",
            "The Syrian opposition said the Syrian government had refused to attend the talks in Geneva.",
            "refused",
        ),
    ],
)
def test_a_side_that_tells_of_another_s_act_is_a_counterpart(coder: Coder, text: str, trigger: str) -> None:
    event = told(coder, text, trigger)
    assert stake(event) == "counterpart" and not is_self_reporting(event)


def test_who_was_kept_out_speaks_as_such(coder: Coder) -> None:
    text = "“We were not invited to the talks,” Ukraine's foreign minister said."
    assert stake(told(coder, text, "invited")) == "excluded_actor"


EGYPT_HOSTS = "Egypt hosted talks between Israel and Hamas in Cairo on Monday."
QATAR_LEADS = "Qatar will mediate talks between Israel and Hamas in Doha, an Egyptian official said."


def test_the_host_of_another_track_is_a_rival(coder: Coder) -> None:
    assert stake(told(coder, f"{EGYPT_HOSTS} {QATAR_LEADS}", "talks")) == "rival_broker"


def test_without_a_track_of_its_own_in_the_document_it_is_a_bystander(coder: Coder) -> None:
    assert stake(told(coder, QATAR_LEADS, "talks")) == "bystander"


def test_an_actor_without_a_part_is_a_bystander_and_an_unknown_one_is_left_open(coder: Coder) -> None:
    text = "The talks between Israel and Hamas in Cairo collapsed, {} said."
    assert stake(told(coder, text.format("a Norwegian diplomat"), "collapsed")) == "bystander"
    assert stake(told(coder, text.format("a diplomat"), "collapsed")) is None


def test_the_outlet_has_no_stake_and_a_wire_is_a_bystander_but_not_a_state_s_medium(coder: Coder) -> None:
    text = "Israel and Hamas held talks in Cairo, {} reported, citing an Egyptian official."
    steps = told(coder, text.format("Reuters"), "talks").attribution
    assert [s.stake for s in steps[:2]] == [None, "bystander"]
    assert told(coder, text.format("SANA"), "talks").attribution[1].stake is None


def test_where_nobody_s_part_is_told_there_is_no_stake(coder: Coder) -> None:
    event = told(coder, "Putin said the next step was an agreement on a ceasefire.", "agreement")
    assert not any(p.actor for p in event.participants) and stake(event) is None


def test_a_patron_is_one_at_that_day_only(knowledge: Knowledge) -> None:
    assert "SYR" in knowledge.clients("IRN", "2016-12-17")
    assert "SYR" not in knowledge.clients("IRN", "2025-06-01")


def test_opponents_fight_in_one_conflict_and_third_parties_are_none(knowledge: Knowledge) -> None:
    opponents = knowledge.opponents("group:pse-hamas", "2016-12-17")
    assert "ISR" in opponents and not {"EGY", "QAT", "USA"} & opponents


def fact(document: CodedDocument, status: str) -> str:
    events = document.events
    return factuality(status, events, {e.id: document.document.id for e in events})


def test_what_only_a_party_to_it_tells_is_alleged_and_what_an_outsider_tells_reported(coder: Coder) -> None:
    text = "{} held talks with Hamas on Monday, {} said."
    own = coded(coder, text.format("Israel", "an Israeli minister, Avigdor Lieberman,"))
    other = coded(coder, text.format("Israel", "Norwegian Foreign Minister Borge Brende"))
    assert (fact(own, "held"), fact(other, "held")) == ("alleged", "reported")


def test_an_act_that_is_done_by_saying_so_is_not_weakened_by_being_told_by_the_actor(coder: Coder) -> None:
    text = "Israel has rejected the truce, Prime Minister Benjamin Netanyahu said."
    document = coded(coder, text)
    assert stake(document.events[0]) == "self_reporting"
    assert fact(document, "held") == "reported"


def test_the_record_keeps_the_stake_of_the_mentions_that_it_joins(coder: Coder) -> None:
    document = coded(coder, "Erdogan said Turkey had brokered the truce between Russia and Ukraine on Friday.")
    record = link([document.document], document.events)
    (event,) = record.events
    assert event.factuality == "alleged"
    assert [is_self_reporting(e) for e in document.events] == [True]


def test_shares_without_self_reports_leave_out_what_only_a_broker_tells_of_itself(coder: Coder) -> None:
    texts = [
        "Russia and Ukraine held peace talks in Ankara on Friday.",
        "Turkey mediated talks between Russia and Ukraine in Ankara on Friday, Erdogan said.",
        "Norway mediated talks between the Colombian government and the ELN in Oslo on Friday.",
    ]
    documents = [coded(coder, text) for text in texts]
    mentions = [e for d in documents for e in d.events]
    record = link([d.document for d in documents], mentions)
    own = {m.id for m in mentions if is_self_reporting(m)}
    shares = with_sensitivity(lambda rows: mediation_share(record.events, rows), record.participations, own)
    assert {v.key: (v.value, v.detail["without_self_reports"]) for v in shares.values} == {
        "TUR": (0.5, 0.0), "NOR": (0.5, 1.0),
    }  # fmt: skip


def test_a_stake_survives_json(coder: Coder) -> None:
    event = told(coder, "Erdogan said Turkey had brokered the truce between Russia and Ukraine.", "truce")
    assert msgspec.json.decode(msgspec.json.encode(event), type=EventMention) == event
