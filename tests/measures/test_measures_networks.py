"""Networks: small cases reckoned by hand, and the same numbers from networkx."""

from itertools import permutations

import networkx as nx
import numpy as np
import pytest
from test_measures_small_cases import event, seat

from dragoman.measures import Camp, measure
from dragoman.measures.brokerage import ROLES, brokerage, brokerage_counts, random_counts
from dragoman.measures.camps import camps_of
from dragoman.measures.network import burt_constraint, constraint, projection, tie_strength, two_mode
from dragoman.records import Participation


def matrix(edges, n):
    ties = np.zeros((n, n))
    for a, b, weight in edges:
        ties[a, b] = ties[b, a] = weight
    return ties


def drawn(seed, n, share=0.3):
    rng = np.random.default_rng(seed)
    upper = np.triu((rng.random((n, n)) < share) * rng.random((n, n)), 1)
    return upper + upper.T


def test_a_conference_of_four_adds_as_much_to_an_actor_as_a_deal_of_two():
    present = np.array([[1, 1, 1, 1], [1, 1, 0, 0], [1, 0, 0, 0]], dtype=float)
    ties = projection(present)
    assert ties[0, 1] == pytest.approx(1 / 3 + 1)
    assert ties[2, 3] == pytest.approx(1 / 3)
    assert ties.sum(axis=1) == pytest.approx([2, 2, 1, 1])
    assert not ties.diagonal().any()


@pytest.mark.parametrize("seed", range(5))
def test_the_projection_is_newmans_of_networkx(seed):
    present = (np.random.default_rng(seed).random((12, 7)) < 0.4).astype(float)
    graph = nx.Graph()
    graph.add_nodes_from(range(7))
    graph.add_edges_from((a, f"e{e}") for e in range(12) for a in range(7) if present[e, a])
    expected = nx.bipartite.collaboration_weighted_projected_graph(graph, range(7))
    assert projection(present) == pytest.approx(nx.to_numpy_array(expected, nodelist=range(7)))


def test_constraint_of_a_star_and_of_a_triangle():
    star = burt_constraint(matrix([(0, 1, 1), (0, 2, 1), (0, 3, 1)], 5))
    assert star[:4] == pytest.approx([1 / 3, 1, 1, 1])
    assert np.isnan(star[4])
    # each of two contacts: (1/2 + 1/2 * 1/2) squared, twice
    assert burt_constraint(matrix([(0, 1, 1), (1, 2, 1), (0, 2, 1)], 3)) == pytest.approx([1.125] * 3)


@pytest.mark.parametrize("seed", range(5))
def test_constraint_is_that_of_networkx(seed):
    ties = drawn(seed, 9)
    expected = nx.constraint(nx.from_numpy_array(ties), weight="weight")
    assert burt_constraint(ties) == pytest.approx([expected[i] for i in range(9)], nan_ok=True)


def test_every_role_of_brokerage_once():
    # 0 and 1 in A, 2 in A; 3, 4 in B; 5 in C; directed paths through one broker each
    groups = ["A", "A", "A", "B", "B", "C"]
    for path, role in [
        ((0, 1, 2), "coordinator"),
        ((0, 3, 1), "itinerant"),
        ((0, 3, 4), "gatekeeper"),
        ((0, 1, 3), "representative"),
        ((0, 3, 5), "liaison"),
    ]:
        ties = np.zeros((6, 6))
        ties[path[0], path[1]] = ties[path[1], path[2]] = 1
        counts = brokerage_counts(ties, groups)
        assert {name: list(np.flatnonzero(c)) for name, c in counts.items() if c.any()} == {role: [path[1]]}
        ties[path[0], path[2]] = 1
        assert not any(c.any() for c in brokerage_counts(ties, groups).values())


@pytest.mark.parametrize("seed", range(4))
def test_brokerage_is_what_walking_every_path_gives(seed):
    rng = np.random.default_rng(seed)
    ties = (rng.random((10, 10)) < 0.3).astype(float)
    groups = [str(g) for g in rng.choice(["gov", "opp", "third"], 10)]
    graph = nx.from_numpy_array(ties, create_using=nx.DiGraph)
    expected = {role: np.zeros(10) for role in ROLES}
    for a, b, c in permutations(range(10), 3):
        if graph.has_edge(a, b) and graph.has_edge(b, c) and not graph.has_edge(a, c):
            same = (groups[a] == groups[b], groups[b] == groups[c], groups[a] == groups[c])
            role = {
                (True, True, True): "coordinator",
                (False, False, True): "itinerant",
                (False, True, False): "gatekeeper",
                (True, False, False): "representative",
                (False, False, False): "liaison",
            }[same]
            expected[role][b] += 1
    found = brokerage_counts(ties, groups)
    assert all((found[role] == expected[role]).all() for role in ROLES)


def test_random_networks_have_the_expected_number_of_open_paths():
    groups, n_ties, pairs = ["gov", "gov", "opp", "opp", "third"], 5, 10
    mean, _ = random_counts(groups, n_ties, np.random.default_rng(0), 4000)
    # two given pairs tied and a third not, under a fixed number of ties
    chance = n_ties * (n_ties - 1) * (pairs - n_ties) / (pairs * (pairs - 1) * (pairs - 2))
    # the third party links 2 x 2 of government and opposition, in both directions
    assert mean["liaison"][4] == pytest.approx(8 * chance, rel=0.05)
    assert mean["itinerant"][4] == pytest.approx(4 * chance, rel=0.05)


TALKS = [event("a"), event("b", start="2017-02-01"), event("c", start="2017-03-01"), event("d", status="planned")]
SEATS = [
    *(seat("a", "SYR", "party"), seat("a", "RUS"), seat("a", "KAZ", "host")),
    *(seat("b", "group:hnc", "party"), seat("b", "RUS", "mediator"), seat("b", "RUS", "broker")),
    *(seat("c", "igo:un"), seat("d", "USA"), seat("a", "IRN", "excluded")),
]


def test_the_two_mode_network_keeps_roles_and_leaves_out_who_was_not_there():
    net = two_mode(TALKS, SEATS)
    assert net.actors == ["KAZ", "RUS", "SYR", "group:hnc", "igo:un"]
    assert [e.id for e in net.events] == ["a", "b", "c"]
    assert net.roles["b", "RUS"] == ["broker", "mediator"]
    assert net.present.sum() == 6


def test_strength_counts_events_with_company():
    result = tie_strength(TALKS, SEATS)
    assert {v.key: v.value for v in result.values} == {"RUS": 2, "KAZ": 1, "SYR": 1, "group:hnc": 1, "igo:un": 0}
    assert result.values[0].detail["contacts"] == 3
    assert any("fewer than 20" in warning for warning in result.warnings)


def test_the_least_constrained_comes_first_with_an_interval_of_its_rank():
    result = constraint(TALKS, SEATS, repeats=100)
    assert result.values[0].key == "RUS"
    assert {v.key for v in result.values} == {"RUS", "KAZ", "SYR", "group:hnc"}
    assert result.values[0].detail["rank_low"] == 1


def test_who_links_government_and_opposition_is_a_liaison_among_third_parties():
    found = {v.key: v for v in brokerage(TALKS, SEATS, repeats=20, draws=20).values}
    detail = found["RUS"].detail
    assert (detail["camp"], detail["liaison"], detail["gatekeeper"]) == ("third_party", 2, 1)
    assert found["RUS"].value == 4
    assert found["SYR"].value == 0


def test_a_table_of_camps_makes_a_patron_the_representative_of_its_side():
    camps = [
        Camp(actor="RUS", camp="government", since="2015-09-30"),
        Camp(actor="RUS", camp="opposition", until="2000"),
    ]
    found = {v.key: v for v in brokerage(TALKS, SEATS, camps=camps, repeats=20, draws=20).values}
    # Damascus - Moscow - rebels stays in the camp on one side and leaves it on the other
    assert (found["RUS"].detail["representative"], found["RUS"].detail["camp"]) == (2 - 1, "government")


def test_camps_follow_roles_sector_and_date():
    people = [
        Participation(event_id="a", actor="SYR", name="Syria", role="party", sector="GOV"),
        Participation(event_id="a", actor="SYR", name="rebels", role="party", sector="REB"),
        seat("a", "TUR", "mediator"),
    ]
    assert camps_of([event("a")], people) == {"SYR": "government", "SYR:REB": "opposition", "TUR": "third_party"}
    late = [Camp(actor="TUR", camp="opposition", since="2018-01-01")]
    assert camps_of([event("a")], people, late, "2017-01-01")["TUR"] == "third_party"
    assert camps_of([event("a")], people, late, "2018-06-01")["TUR"] == "opposition"


@pytest.mark.parametrize("name", ["tie_strength", "constraint", "brokerage"])
def test_a_network_says_that_it_needs_twenty_events(name):
    result = measure(name, TALKS, SEATS)
    assert (result.minimum, result.readable) == (20, False)
    assert result.reference and result.interval
