"""Who stands in apposition to somebody is nobody else."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        ("Two clergymen, John Mwangi and Peter Kamau, mediated between the rebels and the government of Sudan.", "mediator",
         ["John Mwangi", "Peter Kamau"]),
        ("Three elders, Musa Dirie, Ali Warsame and Omar Farah, mediated between Ethiopia and Eritrea.", "mediator",
         ["Ali Warsame", "Musa Dirie", "Omar Farah"]),
        ("Jean Martel, the mayor of Granby, was not invited to the talks between Canada and the Mohawks.", "excluded",
         ["Jean Martel"]),
        ("Two UN envoys, John Mwangi and Peter Kamau, mediated between the rebels and the government of Sudan.", "mediator",
         ["United Nations"]),
    ],
)  # fmt: skip
def test_names_in_apposition_are_no_further_participants(coder: Coder, text: str, role: str, names: list[str]) -> None:
    event = coder(text, published="2004-06-01", outlet="Example Post").events[0]
    assert sorted(str(p.name) for p in event.participants if p.role == role) == names
