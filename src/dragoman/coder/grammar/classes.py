"""Closed classes of words, relations and codes that several rooms of the coder ask for."""

from __future__ import annotations

ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
"""Prepositions of a subject: "talks on the border"."""
DISCUSSING = frozenset({"discuss", "debate", "review"})
"""Verbs whose object is a subject, not somebody who is met."""
IN_OR_AT = frozenset({"in", "at"})
MERELY = frozenset({"just", "merely", "only", "simply"})
MEANWHILE = frozenset({"as", "when", "while", "whereas", "after", "before", "since", "although", "though", "once"})
"""Conjunctions of a clause that tells what happened beside."""
RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that"})
POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "my"})
PAST_AUXILIARIES = frozenset({"did", "was", "were", "had"})
CLAUSES = ("root", "ccomp", "advcl", "acl", "parataxis", "csubj")
"""Relations (UD) of the heads of clauses."""
OBJECTS = ("obj", "nsubj:pass")
"""Relations (UD) of what is done to, told actively or passively."""
IN_PHRASE = ("nmod", "amod", "compound", "appos", "flat", "conj", "nummod")
"""Relations (UD) of the words of a phrase to those above them in it."""
NOMINAL = ("NOUN", "PROPN", "PRON")
"""Parts of speech (UPOS) of who or what is named."""

COMBINING = {
    "Anglo": "British", "Austro": "Austrian", "Franco": "French", "Greco": "Greek", "Hispano": "Spanish", "Indo": "Indian", "Israelo": "Israeli",
    "Italo": "Italian", "Luso": "Portuguese", "Nippo": "Japanese", "Russo": "Russian", "Sino": "Chinese", "Soviet": "Soviet", "Turco": "Turkish",
}  # fmt: skip
"""Forms of nationalities before a hyphen: "Franco-German mediators"."""

OF_STATES = frozenset({"igo", "regional_org"})
"""Types of actors (codebook 2.1) whose members are states; hardly ever a side of talks."""
FIGHTING = frozenset({"armed_group", "umbrella", "de_facto_entity"})
"""Types of actors (codebook 2.1) that fight a government."""
MOVEMENTS = FIGHTING | {"political_party"}
"""Types of actors (codebook 2.1) that are no state and no body of states, and act as one."""
OUT = frozenset({"excluded", "boycotting"})
"""Roles (codebook 2.10) of who isn't in the room."""
AT_TABLE = frozenset({"party", "participant"})
"""Roles (codebook 2.10) of the sides of talks."""
UNREAL = frozenset({"conditional", "hypothetical"})
"""Certainties (codebook 2.3) of what is only supposed."""
