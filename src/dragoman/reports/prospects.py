"""What became of other tracks that stood where one stands, in plain words."""

from __future__ import annotations

from dragoman.measures.base_rates import HORIZONS, MINIMUM_SPELLS, Base, Chance, chance
from dragoman.measures.outlook import MAIN_HORIZON, Outlook, outlook_of, refusal
from dragoman.measures.track_paths import AGREED, ANNOUNCED, COLLAPSED, HELD, STALLED, Paths
from dragoman.reports.say import counted, day, listed

_LED_TO = {
    HELD: "a meeting",
    AGREED: "an agreement or truce",
    COLLAPSED: "a collapse or cancellation",
    STALLED: "a delay or halt",
    ANNOUNCED: "a new announcement",
}
"""What each next state is called, in the order in which they are told."""


def outlook_sentence(track_id: str, paths: Paths) -> str:
    """The base rate of a track, "" where none can be told; ends without a full stop.

    Example: "At “announced” since 3 March 2017. Of 34 times that other tracks stood there (21 tracks), 41 %
    (25–58) led within 90 days to a meeting and 12 % (5–27) to a collapse or cancellation". Where the track has
    stood there for long, what is known of those that stood longer follows.
    """
    found = outlook_of(track_id, paths)
    if found is None or refusal(found):
        return ""
    place = f"At “{found.state}” since {day(str(found.since))}"
    base = found.base
    of = f"Of {base.n} times that other tracks stood there ({counted(base.n_tracks, 'track')})"
    return f"{place}. {of}, {_chances(base, f'within {MAIN_HORIZON} days')}{_longer(found)}"


def _longer(found: Outlook) -> str:
    later = found.later
    if found.days < HORIZONS[0]:
        return ""
    stood = f"; this one has stood there for {counted(found.days, 'day')}"
    if not later.n:
        return f"{stood}, longer than any of them"
    if later.n < MINIMUM_SPELLS:
        return f"{stood}, longer than all but {later.n} of them, which are too few to say what comes next"
    told = _chances(later, f"within {MAIN_HORIZON} more days")
    return f"{stood}, and of the {later.n} that lasted longer {told}" if told else stood


def _chances(base: Base, within: str) -> str:
    by_state = {prospect.state: chance(prospect, MAIN_HORIZON) for prospect in base.prospects}
    told = [(found, words) for state, words in _LED_TO.items() if (found := by_state.get(state))]
    led = [f"led {within} "] + [""] * len(told)
    return listed([f"{_percent(found)} {led[i]}to {words}" for i, (found, words) in enumerate(told)])


def _percent(found: Chance) -> str:
    return f"{found.value * 100:.0f} % ({found.low * 100:.0f}–{found.high * 100:.0f})"
