"""From the report layer to the event layer: roots, events, tracks, exclusions, agreements.

`link(documents, mentions)` computes everything anew from the mentions; nothing is stored here and nothing
flows back.
"""

from dragoman.linking.conflict import ConflictOf
from dragoman.linking.link import link
from dragoman.linking.record import LinkOptions, Record
from dragoman.linking.roots import Duplicates

__all__ = ["ConflictOf", "Duplicates", "LinkOptions", "Record", "link"]
