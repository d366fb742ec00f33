"""The event layer does not depend on the order of its input."""

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from link_builders import article, kept_out, mention, said_by, who

from dragoman.linking import link

ACTORS = ["RUS", "TUR", "IRN", "USA", "SYR", "igo:un", "group:rebels"]
DOCUMENTS = [
    article(f"d{i}", " ".join(f"word{i}x{j}" for j in range(40)), f"2017-01-{10 + 3 * i:02}", outlet=f"Outlet {i}")
    for i in range(4)
] + [article("copy", " ".join(f"word0x{j}" for j in range(40)), "2017-01-11", outlet="Outlet 9")]


@st.composite
def mentions(draw):
    told = []
    for i in range(draw(st.integers(2, 9))):
        roles = st.sampled_from(["mediator", "party", "observer", "initiator", "recipient"])
        people = draw(st.lists(st.tuples(roles, st.sampled_from(ACTORS)), max_size=3, unique=True))
        given_people = [who(role, actor) for role, actor in people]
        if draw(st.booleans()):
            given_people.append(kept_out(draw(st.sampled_from(ACTORS))))
        told.append(
            mention(
                f"m{i}",
                draw(st.sampled_from(DOCUMENTS)),
                draw(
                    st.sampled_from(
                        [
                            "mediated_talks",
                            "proximity_talks",
                            "talks_proposed",
                            "talks_postponed",
                            "ceasefire_declared",
                            "endorsement",
                            None,
                        ]
                    )
                ),
                draw(st.sampled_from(["proposed", "planned", "held", "under_way", "denied", "suspended"])),
                *given_people,
                day=draw(st.sampled_from([None, "2017-01-09", "2017-01-12", "2017-01-23"])),
                venue=draw(st.sampled_from([None, ("Astana", "KAZ"), ("Geneva", "CHE")])),
                track=draw(st.sampled_from([None, "Astana talks", "Geneva talks"])),
                at=draw(st.integers(0, 5)) * 100,
                polarity=draw(st.sampled_from(["affirmed", "affirmed", "negated"])),
                attribution=draw(st.sampled_from([[], said_by("RUS"), said_by("SYR")])),
            )
        )
    return told


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(told=mentions(), data=st.data())
def test_shuffled_input_gives_the_same_event_layer(told, data):
    def run(documents, some):
        return msgspec.json.encode(link(documents, some, conflict_of=lambda m: "Syria"))

    shuffled = data.draw(st.permutations(told))
    documents = data.draw(st.permutations(DOCUMENTS))
    assert run(documents, shuffled) == run(DOCUMENTS, told)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(told=mentions())
def test_every_mention_that_takes_part_is_in_exactly_one_event_and_no_exclusion_lacks_a_claim(told):
    result = link(DOCUMENTS, told, conflict_of=lambda m: "Syria")
    members = [m for e in result.events for m in e.mention_ids]
    assert sorted(members) == sorted(m.id for m in told)
    claimed = {m.id for m in told if any(p.role in ("excluded", "boycotting") for p in m.participants)}
    assert {x.mention_id for x in result.exclusions} <= claimed
