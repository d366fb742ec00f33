"""Places of events as GeoJSON (RFC 7946): a point an event whose place is known, longitude before latitude.

Events without coordinates are left out. Coordinates are those of the place that a text names, so that many
events share a point.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from dragoman.exports.content import Content
from dragoman.exports.exporter import Exporter, single

_PLAIN = (
    *("type", "status", "factuality", "start", "end", "date_precision", "venue", "venue_country", "venue_status"),
    *("conflict", "plover_event", "cameo", "n_roots"),
)


def features(content: Content) -> Iterator[dict[str, Any]]:
    """The features, in the order of the events."""
    for event in content.events:
        if event.lat is None or event.lon is None:
            continue
        properties: dict[str, Any] = {"event_id": event.id}
        properties |= {("event_type" if name == "type" else name): getattr(event, name) for name in _PLAIN}
        properties |= {
            "track": content.track_name(event.track_id),
            "issues": "; ".join(event.issues),
            "mediators": "; ".join(content.named(event.id, "mediators")),
            "parties": "; ".join(content.named(event.id, "parties")),
            "excluded": "; ".join(content.named(event.id, "excluded")),
        }
        point = {"type": "Point", "coordinates": [event.lon, event.lat]}
        yield {"type": "Feature", "id": event.id, "geometry": point, "properties": properties}


def write(content: Content, stream: BinaryIO) -> int:
    """Write the collection and return the number of features."""
    found = list(features(content))
    stream.write(msgspec.json.format(msgspec.json.encode({"type": "FeatureCollection", "features": found}), indent=1))
    stream.write(b"\n")
    return len(found)


EXPORTER = Exporter(
    name="geojson",
    summary="places of events as points for maps (QGIS, ArcGIS, geopandas)",
    endings=(".geojson", ".json"),
    parts=single(write),
)
