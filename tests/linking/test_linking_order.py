"""The event layer does not depend on the order of its input."""

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from link_builders import article, kept_out, mention, said_by, through, who

from dragoman.linking import link
from dragoman.linking.roots import find_roots

ACTORS = ["RUS", "TUR", "IRN", "USA", "SYR", "igo:un", "group:rebels"]
DOCUMENTS = [
    article(f"d{i}", " ".join(f"word{i}x{j}" for j in range(40)), f"2017-01-{10 + 3 * i:02}", outlet=f"Outlet {i}")
    for i in range(4)
] + [article("copy", " ".join(f"word0x{j}" for j in range(40)), "2017-01-11", outlet="Outlet 9")]


SENTENCES = ["", "A final agreement after talks in the hall.", "An interim agreement, and shells on the hall."]
REPORT = " ".join(f"Envoy{j} promised village{j} bread" for j in range(12))
RELATED = [
    article("wire", REPORT, "2017-01-20", outlet="Reuters"),
    article("later", REPORT[:150] + " " + " ".join(f"word9x{j}" for j in range(40)), "2017-01-21", outlet="Reuters"),
    article("local", " ".join(f"word8x{j}" for j in range(30)) + " " + REPORT[:250], "2017-01-21", outlet="Gazette"),
    article("thanks", f"{REPORT[:180]} {' '.join(f'word7x{j}' for j in range(30))}\n\nWith Reuters", "2017-01-21"),
    article("brief", "Village1 bread was promised to village5 by envoy3, Reuters said.", "2017-01-21", outlet="Alps"),
    article("brief2", "Envoy5 promised, Reuters said, bread for village1.", "2017-01-20", outlet="Coast"),
]


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
                            "agreement_signed",
                            "talks_collapsed",
                            "third_party_consultation",
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
                sentence=draw(st.sampled_from(SENTENCES)),
                tense=draw(st.sampled_from(["past", "planned", "hypothetical"])),
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


@settings(max_examples=60, deadline=None)
@given(documents=st.permutations([*DOCUMENTS, *RELATED]))
def test_shuffled_documents_have_the_same_roots(documents):
    told = [mention(d.id, d, attribution=through("Reuters")) for d in RELATED if d.id.startswith("brief")]
    roots = find_roots(documents, told)
    assert roots == find_roots([*DOCUMENTS, *RELATED], told[::-1])
    assert len({root.id for root in roots}) < len(roots) - 3


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(told=mentions())
def test_every_mention_that_takes_part_is_in_exactly_one_event_and_no_exclusion_lacks_a_claim(told):
    result = link(DOCUMENTS, told, conflict_of=lambda m: "Syria")
    members = [m for e in result.events for m in e.mention_ids]
    assert sorted(members) == sorted(m.id for m in told)
    claimed = {m.id for m in told if any(p.role in ("excluded", "boycotting") for p in m.participants)}
    assert {x.mention_id for x in result.exclusions} <= claimed
