"""How a tree is drawn beside its words."""

from __future__ import annotations

from dragoman.cli.tree_lines import tree_lines


def drawn(words: str, heads: list[int]) -> list[str]:
    return [f"{line} {word}" for line, word in zip(tree_lines(heads), words.split(), strict=True)]


def test_lines_lead_from_each_head_to_its_dependents_in_the_order_of_the_sentence() -> None:
    assert drawn("The envoy met rebel leaders .", [1, 2, -1, 4, 2, 2]) == [
        "  ╭─── The",
        "╭─┴─── envoy",
        "┼───── met",
        "│ ╭─── rebel",
        "├─┴─── leaders",
        "╰───── .",
    ]


def test_where_a_tree_is_not_projective_the_lines_cross() -> None:
    assert drawn("a b c d", [2, -1, 1, 0]) == [
        "  ╭─┬─── a",
        "┬─┼─┼─── b",
        "╰─┴─┼─── c",
        "    ╰─── d",
    ]


def test_one_word_is_its_own_root() -> None:
    assert tree_lines([-1]) == ["──"]
    assert tree_lines([]) == []
