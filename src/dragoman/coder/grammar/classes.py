"""Closed classes of words, relations and codes that several rooms of the coder ask for."""

from __future__ import annotations

ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
"""Prepositions of a subject: "talks on the border"."""
DISCUSSING = frozenset({"discuss", "debate", "review"})
"""Verbs whose object is a subject, not somebody who is met."""
IN_OR_AT = frozenset({"in", "at"})
OF_OR_FROM = ("of", "from")
"""Prepositions of whom a group is made, or of what somebody is accused or kept: "delegations of both", "kept the envoy from speaking"."""
FOR_DEEDS = frozenset({"for", "over"})
"""Prepositions of what somebody is blamed or rewarded for: "sanctions over the shelling"."""
NOT = frozenset({"not", "n't", "n’t", "never"})
NOT_STRAIGHT = NOT - {"n’t"}
"""The same with no curly apostrophe."""
NO = NOT | {"neither", "nor", "no"}
NOBODY = frozenset({"none", "neither", "nobody"})
EXCEPT = frozenset({"but", "except", "save"})
"""Words behind "nobody" and "all" of who is left: "nobody but Oman"."""
WILL_OR_WOULD = frozenset({"would", "will", "'ll", "’ll", "'d", "’d", "wo"})
BEFORE_NOT = WILL_OR_WOULD | {"can", "could", "ca", "do", "does"}
"""Auxiliaries by which somebody refuses for good, or does not want: "will never talk", "does not need mediators"."""
WAS = frozenset({"was", "were"})
UNDER_WAY = frozenset({"way", "underway"})
IF = frozenset({"if", "unless"})
IF_OR_SHOULD = IF | {"should"}
"""Conditions, inverted ones too: "should they attack"."""
INDEFINITE = frozenset({"a", "an"})
ONE_MORE = INDEFINITE | {"another"}
"""Words before somebody who has not been told of: "a spokesman", "another envoy"."""
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
"""Words before what has been told of."""
TOLD_BEFORE = frozenset({"the", "these", "those", "both"})
"""Words before several who have been told of."""
HE_OR_THEY = frozenset({"he", "she", "they", "it"})
HIS_OR_THEIR = frozenset({"its", "their", "his", "her"})
MERELY = frozenset({"just", "merely", "only", "simply"})
MEANWHILE = frozenset({"as", "when", "while", "whereas", "after", "before", "since", "although", "though", "once"})
"""Conjunctions of a clause that tells what happened beside."""
RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that"})
POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "my"})
PAST_AUXILIARIES = frozenset({"did", "was", "were", "had"})
CLAUSES = ("root", "ccomp", "advcl", "acl", "parataxis", "csubj")
"""Relations (UD) of the heads of clauses."""
MAIN_CLAUSES = ("root", "conj", "ccomp", "parataxis")
"""Relations (UD) of the heads of clauses that no conjunction of time, purpose or condition opens."""
SAID = ("ccomp", "parataxis")
"""Relations (UD) of the clause that tells what is said."""
BEFORE_NOUN = ("amod", "compound", "nmod:poss")
"""Relations (UD) of whom or what a noun names before it: "Syrian shelling", "Syria shelling", "Syria's shelling"."""
WITHIN_NAME = ("nmod", "amod", "compound", "appos", "flat")
"""Relations (UD) of the words of a phrase to its head, where it means one."""
OBJECTS = ("obj", "nsubj:pass")
"""Relations (UD) of what is done to, told actively or passively."""
IN_PHRASE = ("nmod", "amod", "compound", "appos", "flat", "conj", "nummod")
"""Relations (UD) of the words of a phrase to those above them in it."""
NOMINAL = ("NOUN", "PROPN", "PRON")
"""Parts of speech (UPOS) of who or what is named."""

SOMEBODY = frozenset({"person", "organization"})
"""Kinds of mentions (of the language engine) that are somebody."""
SOMEBODY_OR_PLACE = SOMEBODY | {"place"}

COMBINING = {
    "Anglo": "British", "Austro": "Austrian", "Franco": "French", "Greco": "Greek", "Hispano": "Spanish", "Indo": "Indian", "Israelo": "Israeli",
    "Italo": "Italian", "Luso": "Portuguese", "Nippo": "Japanese", "Russo": "Russian", "Sino": "Chinese", "Soviet": "Soviet", "Turco": "Turkish",
}  # fmt: skip
"""Forms of nationalities before a hyphen: "Franco-German mediators"."""

OF_STATES = frozenset({"igo", "regional_org"})
"""Types of actors (codebook 2.1) whose members are states; hardly ever a side of talks."""
BODIES_OF_STATES = OF_STATES | {"state_coalition"}
"""Types of actors (codebook 2.1) that are several states, whatever they are called: "the Saudi-led coalition" is no rebel coalition."""
ARMED = frozenset({"armed_group", "umbrella"})
"""Types of actors (codebook 2.1) that fight and rule no land."""
FIGHTING = ARMED | {"de_facto_entity"}
"""Types of actors (codebook 2.1) that fight a government."""
MOVEMENTS = FIGHTING | {"political_party"}
"""Types of actors (codebook 2.1) that are no state and no body of states, and act as one."""
OUT = frozenset({"excluded", "boycotting"})
"""Roles (codebook 2.10) of who isn't in the room."""
AT_TABLE = frozenset({"party", "participant"})
"""Roles (codebook 2.10) of the sides of talks."""
DOER_AND_DONE_TO = frozenset({"initiator", "recipient"})
"""Roles (codebook 2.10) of an act of one on another."""
AHEAD = frozenset({"proposed", "planned", "invited", "confirmed"})
"""Statuses (codebook 2.3) of what is to come."""
UNREAL = frozenset({"conditional", "hypothetical"})
"""Certainties (codebook 2.3) of what is only supposed."""
