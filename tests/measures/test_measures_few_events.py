"""What few events can tell: no perfect interval, no share for words that name nobody, no number outside its own interval."""

from __future__ import annotations

from link_measure_builders import held, seat

from dragoman.measures.effective_number import effective_mediators
from dragoman.measures.shares import lead_share, mediation_share


def test_one_event_bears_no_interval():
    [value] = lead_share([held("a")], [seat("a", "lead_mediator", "KEN")]).values
    assert (value.value, value.low, value.high) == (1.0, None, None)


def test_words_that_name_nobody_have_no_share():
    people = [seat("a", "mediator", "KEN"), seat("b", "mediator", None, "Mediators")]
    assert [v.key for v in mediation_share([held("a"), held("b")], people).values] == ["KEN"]


def test_a_number_of_mediators_lies_in_its_own_interval():
    events = [held(str(n)) for n in range(6)]
    people = [seat(str(n), "mediator", f"group:{n}") for n in range(6)]
    found = effective_mediators(events, people, event_roots={e.id: [e.id] for e in events})
    [value] = found.values
    assert value.low <= value.value <= value.high
    assert any("widened" in warning for warning in found.warnings)
