"""Event mentions and which version of the coder they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from dragoman.errors import StoreError
from dragoman.records import EventMention
from dragoman.store import queries
from dragoman.store.connection import StoreFile, insert
from dragoman.store.documents import forget_codings
from dragoman.store.filters import Filters
from dragoman.store.outlines import MentionPlace, Reach, outlines
from dragoman.store.result import Result
from dragoman.store.rows import (
    attribution_rows,
    exclusion_claim_rows,
    mention_row,
    participant_rows,
    to_mention,
)
from dragoman.store.schema import now


class Mentions(StoreFile):
    """The part of the store about codings and event mentions."""

    def add_codings(
        self,
        document_ids: Sequence[str],
        mentions: Sequence[EventMention],
        *,
        coder_version: str,
        run_id: str | None = None,
    ) -> None:
        """Keep what a version of the coder found in a batch of documents, in one transaction.

        Mentions from an earlier coding of these documents are replaced; that they were coded before stays in
        table `coding`. After a crash the documents of a batch are either coded with all their mentions or
        still uncoded.

        Args:
            document_ids: all documents coded, also those in which nothing was found.
            mentions: those of all these documents, in the order of the text.
            coder_version: names code, model and lexicon; `uncoded` asks by it.
            run_id: the run that they are noted under.

        Raises:
            StoreError: a document is not in the store, or a mention belongs to none of those named.
        """
        ids = list(dict.fromkeys(document_ids))
        found = Counter(mention.document.id for mention in mentions)
        if strangers := found.keys() - set(ids):
            names = sorted(strangers)[:3]
            raise StoreError(f"{self.path}: mentions of documents that are not named: {names}. Name them too")
        seen: Counter[str] = Counter()
        rows = []
        for mention in mentions:
            rows.append(mention_row(mention, seen[mention.document.id]))
            seen[mention.document.id] += 1
        with self.transaction() as connection:
            hashes: dict[str, str] = dict(
                connection.execute(
                    "SELECT id, sha256 FROM document WHERE id IN (SELECT unnest(?::VARCHAR[]))", [ids]
                ).fetchall()
            )
            if missing := [document_id for document_id in ids if document_id not in hashes]:
                raise StoreError(f"{self.path}: no such documents: {missing[:3]}. Add them with add_documents first")
            forget_codings(connection, ids)
            insert(connection, "event_mention", rows)
            insert(connection, "participant", participant_rows(mentions))
            insert(connection, "exclusion_claim", exclusion_claim_rows(mentions))
            insert(connection, "attribution", attribution_rows(mentions))
            coded_at = now()
            insert(
                connection,
                "coding",
                [
                    {
                        "document_id": document_id,
                        "coder_version": coder_version,
                        "sha256": hashes[document_id],
                        "run_id": run_id,
                        "coded_at": coded_at,
                        "n_mentions": found[document_id],
                        "is_current": True,
                    }
                    for document_id in ids
                ],
            )

    def coded_texts(self) -> dict[str, tuple[str, str]]:
        """Return hash of the coded text and version of the coder by id of document, in the order of documents."""
        sql = (
            "SELECT document.id, coding.sha256, coder_version FROM coding"
            " JOIN document ON document.id = document_id WHERE is_current ORDER BY document.position"
        )
        with self.cursor(sql) as cursor:
            return {id_: (text, version) for id_, text, version in cursor.fetchall()}

    def mentions(
        self, filters: Filters | None = None, *, document_id: str | None = None, event_id: str | None = None
    ) -> Result[EventMention]:
        """Return mentions in the order of documents and text.

        Dates are compared with the mention's own, else with its document's day of publication. A conflict is
        that of the events that a mention belongs to.

        Args:
            filters: which ones; all where None.
            document_id: only those in this document.
            event_id: only those of this event.
        """
        parameters = (filters or Filters()).parameters() | {"document_id": document_id, "event_id": event_id}
        return Result(self, queries.MENTIONS, parameters, to_mention, records_sql=queries.MENTION_RECORDS)

    def mentions_by_id(self, ids: Iterable[str]) -> Iterator[EventMention]:
        """Yield the mentions of these ids, in the order of documents and text; unknown ids are left out."""
        return iter(Result(self, queries.MENTIONS_BY_ID, {"ids": list(ids)}, to_mention))

    def mention_places(self, ids: Iterable[str]) -> list[MentionPlace]:
        """Return where the mentions of these ids stand, in no particular order; unknown ids are left out."""
        return outlines(self, queries.MENTION_PLACES, {"ids": list(ids)}, MentionPlace)

    def reach(self, filters: Filters | None = None) -> Reach:
        """Return what the events that the filters choose rest on."""
        (row,) = Result(self, queries.REACH, (filters or Filters()).parameters(), dict).rows()
        return msgspec.convert(row | {"coders": sorted(row["coders"] or [])}, Reach)

    def names_told(
        self, filters: Filters | None = None, mention_ids: Iterable[str] = ()
    ) -> list[tuple[str, str | None, str, int]]:
        """Return what known actors are called: id, type, name and how often.

        Counted are the mentions that the chosen events rest on, those whose ids are given, and again those of each
        participation in these events.
        """
        parameters = (filters or Filters()).parameters() | {"mention_ids": list(mention_ids)}
        with self.cursor(queries.NAMES_TOLD, parameters) as cursor:
            return cursor.fetchall()

    def country_names(self, filters: Filters | None = None, mention_ids: Iterable[str] = ()) -> dict[str, str]:
        """Return what countries of venues are called by the last mention that names one, by country code.

        Mentions are those that the chosen events rest on and those whose ids are given.
        """
        parameters = (filters or Filters()).parameters() | {"mention_ids": list(mention_ids)}
        last = self._last_in_country(parameters | {"countries": None})
        named = self._venues(last.values())
        if unnamed := sorted(last.keys() - named.keys()):
            named |= self._venues(self._last_in_country(parameters | {"countries": unnamed}).values())
        return named

    def _last_in_country(self, parameters: dict[str, Any]) -> dict[str, str]:
        with self.cursor(queries.LAST_IN_COUNTRY, parameters) as cursor:
            return dict(cursor.fetchall())

    def _venues(self, mention_ids: Iterable[str]) -> dict[str, str]:
        venues = [mention.venue for mention in self.mentions_by_id(mention_ids)]
        return {v.country: v.country_name for v in venues if v and v.country and v.country_name}

    def each_mention(self) -> Iterator[EventMention]:
        """Yield all mentions in no particular order, of which few are held at a time however many there are."""
        return iter(Result(self, "SELECT record FROM event_mention", {}, to_mention))

    def mention(self, mention_id: str) -> EventMention | None:
        """Return the mention of an id, None where there is none."""
        sql = "SELECT record FROM event_mention WHERE id = $id"
        return Result(self, sql, {"id": mention_id}, to_mention).first()
