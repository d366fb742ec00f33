"""Shards: documents and what was found in them as Parquet files, named by the hash of what goes in.

A work folder beside the record holds `in/HASH.parquet` (documents) and `out/HASH.parquet` (their codings). HASH is
made of the documents and the coder's version, so that the same work has the same name and may be done twice. A file
takes its name only when it is complete and on the disk.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import RunError
from dragoman.records import Document, EventMention, Failure

_VERSION = b"coder_version"
_ENCODER = msgspec.json.Encoder()
_MENTIONS = msgspec.json.Decoder(list[EventMention])
_FAILURE = msgspec.json.Decoder(Failure)


class Coding(msgspec.Struct, frozen=True):
    """What became of one document.

    Attributes:
        document_id: the document's.
        fingerprint: of the document that was coded (`fingerprint`).
        mentions: in the order of the text; none where it failed.
        failure: why it could not be coded, else None.
    """

    document_id: str
    fingerprint: str
    mentions: list[EventMention]
    failure: Failure | None = None


class WorkFolder:
    """The shards of one record; only the process that holds the record for writing changes it."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self.given, self.finished = self.path / "in", self.path / "out"

    @classmethod
    def beside(cls, record: str, scratch: Path | None = None) -> WorkFolder:
        """The folder of a record: `NAME.duckdb.work` beside it, or in another folder for large files."""
        file = Path(record)
        return cls((scratch or file.parent) / f"{file.name}.work")

    def open(self) -> None:
        """Make the folder, and remove what writers that were killed left half done.

        Raises:
            RunError: the system refuses.
        """
        try:
            for part in (self.given, self.finished):
                part.mkdir(parents=True, exist_ok=True)
                for file in part.glob("*.part"):
                    file.unlink(missing_ok=True)
            for file in self.given.glob("*.parquet"):
                file.unlink(missing_ok=True)
        except OSError as error:
            raise refused(self.path, error) from error

    def results(self) -> list[Path]:
        """Finished shards that no one has loaded yet, by name."""
        return sorted(self.finished.glob("*.parquet")) if self.finished.is_dir() else []

    def out(self, shard: Path) -> Path:
        """Where the codings of a shard of documents go."""
        return self.finished / shard.name

    def remove(self) -> None:
        """Remove the folder; files of others in it are left."""
        for part in (self.given, self.finished):
            for file in [*part.glob("*.parquet"), *part.glob("*.part")]:
                file.unlink(missing_ok=True)
        for part in (self.given, self.finished, self.path):
            with contextlib.suppress(OSError):
                part.rmdir()


def fingerprint(document: Document) -> str:
    """Hash of all fields of a document, since title, date and outlet have a part in its coding."""
    return hashlib.sha256(_ENCODER.encode(document)).hexdigest()


def write_documents(folder: Path, documents: Sequence[Document], version: str) -> Path:
    """Write documents as a shard, named by their content and the coder's version; return the file.

    Raises:
        RunError: the disk is full, or the system refuses otherwise.
    """
    import pyarrow as pa

    names = Document.__struct_fields__
    digest = hashlib.sha256(version.encode())
    for document in documents:
        digest.update(fingerprint(document).encode())
    path = folder / f"{digest.hexdigest()[:32]}.parquet"
    columns = {name: pa.array([getattr(d, name) for d in documents], pa.string()) for name in names}
    _write(pa.table(columns, metadata=None), version, path)
    return path


def read_documents(path: Path) -> list[Document]:
    """Read the documents of a shard, in their order; raises RunError where it cannot be read."""
    return [msgspec.convert(row, Document) for row in _read(path).to_pylist()]


def write_codings(path: Path, codings: Iterable[Coding], version: str) -> None:
    """Write what was found in the documents of a shard; raises RunError where the disk is full."""
    import pyarrow as pa

    rows = [
        {
            "document_id": coding.document_id,
            "fingerprint": coding.fingerprint,
            "mentions": _ENCODER.encode(coding.mentions).decode(),
            "failure": _ENCODER.encode(coding.failure).decode() if coding.failure else None,
        }
        for coding in codings
    ]
    schema = pa.schema([(name, pa.string()) for name in ("document_id", "fingerprint", "mentions", "failure")])
    _write(pa.Table.from_pylist(rows, schema=schema), version, path)


def read_codings(path: Path) -> tuple[str, list[Coding]]:
    """Return the coder's version and the codings of a finished shard; raises RunError where it cannot be read."""
    table = _read(path)
    version = (table.schema.metadata or {}).get(_VERSION, b"").decode()
    return version, [
        Coding(
            row["document_id"],
            row["fingerprint"],
            _MENTIONS.decode(row["mentions"]),
            _FAILURE.decode(row["failure"]) if row["failure"] else None,
        )
        for row in table.to_pylist()
    ]


def refused(path: Path, error: OSError) -> RunError:
    """The error for a file that the system does not let us write."""
    reason = error.strerror or str(error)
    return RunError(
        f"{path}: cannot be written ({reason}). Free space or change rights, then run the same command again:"
        " what was coded is kept"
    )


def _write(table: Any, version: str, path: Path) -> None:
    import pyarrow.parquet as pq

    buffer = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({_VERSION: version.encode()}), buffer, compression="zstd")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.stem}.", suffix=".part")
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(buffer.getbuffer())
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise refused(path, error) from error


def _read(path: Path) -> Any:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.read_table(path)
    except (OSError, pa.ArrowException) as error:
        raise RunError(
            f"{path}: this shard cannot be read ({str(error).splitlines()[0]}). Workers must see the work folder under"
            " the same path; else run the same command again"
        ) from error
