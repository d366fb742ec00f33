"""`coder.relation`: the PLOVER category of what one marked phrase does to another."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.errors import OptionError

CASES = [
    ("The gendarmerie detained eleven fishermen near the island on Tuesday.", "The gendarmerie", "eleven fishermen", "COERCE"),
    ("Mortar crews of the Third Brigade shelled a market held by the rebels.", "Third Brigade", "the rebels", "ASSAULT"),
    ("Bolivia's foreign minister accused Chile of diverting the river.", "Bolivia's foreign minister", "Chile", "ACCUSE"),
    ("Eleven fishermen were detained by the gendarmerie near the island.", "the gendarmerie", "Eleven fishermen", "COERCE"),
    ("Norway sent tents and blankets to Malawi after the floods.", "Norway", "Malawi", "AID"),
    ("The president of Benin held talks with his counterpart from Niger in Cotonou.", "The president of Benin",
     "his counterpart from Niger", "CONSULT"),
    ("Students marched through the capital against the junta for a fifth day.", "Students", "the junta", "PROTEST"),
    ("Laos refused to receive the envoy of Thailand.", "Laos", "the envoy of Thailand", "REJECT"),
]  # fmt: skip


def spans(text: str, *phrases: str) -> list[tuple[int, int]]:
    return [(text.index(p), text.index(p) + len(p)) for p in phrases]


@pytest.mark.parametrize(("text", "source", "target", "category"), CASES)
def test_the_category_follows_from_the_act_between_the_two(
    coder: Coder, text: str, source: str, target: str, category: str
) -> None:
    one, other = spans(text, source, target)
    found = coder.relation(text, source=one, target=other)
    assert found.label == category


def test_all_sixteen_categories_have_a_probability_and_they_sum_to_one(coder: Coder) -> None:
    text, source, target, _ = CASES[0]
    one, other = spans(text, source, target)
    found = coder.relation(text, source=one, target=other)
    assert set(found.probabilities) == set(coder.ontology.codes["plover_category"])
    assert sum(found.probabilities.values()) == pytest.approx(1, abs=1e-4)
    assert found.probabilities[found.label] == max(found.probabilities.values())


def test_which_pair_is_marked_decides_where_two_things_happen(coder: Coder) -> None:
    text = "Peru condemned Ecuador over the raid, while Brazil sent food and medicine to Ecuador's border towns."
    peru, ecuador, brazil, towns = spans(text, "Peru", "Ecuador", "Brazil", "Ecuador's border towns")
    assert coder.relation(text, source=peru, target=ecuador).label == "ACCUSE"
    assert coder.relation(text, source=brazil, target=towns).label == "AID"


def test_a_span_outside_the_text_is_refused(coder: Coder) -> None:
    with pytest.raises(OptionError, match="lies outside the text of 17 characters"):
        coder.relation("Kenya met Uganda.", source=(0, 5), target=(90, 99))


def test_a_pair_far_apart_is_read_by_the_words_around_it(coder: Coder) -> None:
    text = (
        "Kenya accused its neighbour of lying. "
        + "The rain went on and on over the hills. " * 60
        + "Uganda was silent."
    )
    found = coder.relation(text, source=(0, 5), target=(text.index("Uganda"), text.index("Uganda") + 6))
    assert found.label in found.probabilities
