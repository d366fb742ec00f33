"""Runs the coder over a stream of documents, so that one bad document never ends a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError
from dragoman.records import Document, Failure

if TYPE_CHECKING:
    from dragoman.coder import CodedDocument

BATCH = 16
"""Documents that are parsed together and held in memory."""


def code_stream(coder: Any, documents: Iterable[Document], *, batch: int = BATCH) -> Iterator[CodedDocument | Failure]:
    """Code documents in order; one that breaks the coder is yielded as a `Failure` of stage "code".

    A batch that breaks is coded again one document at a time to find the one at fault.

    Raises:
        DragomanError: the coder itself cannot work (model or knowledge missing).
    """
    rest = iter(documents)
    while documents_now := list(islice(rest, batch)):
        try:
            coded: list[CodedDocument | Failure] = list(coder.code_many(documents_now))
        except DragomanError:
            raise
        except Exception:  # any text may hit a fault of the coder; the others must not suffer
            coded = [_one(coder, document) for document in documents_now]
        yield from coded


def _one(coder: Any, document: Document) -> CodedDocument | Failure:
    try:
        coded: CodedDocument = next(iter(coder.code_many([document])))
    except DragomanError:
        raise
    except Exception as error:
        return Failure(
            path=document.path or document.url or document.id,
            place=f"document {document.id}",
            problem=f"could not be coded ({type(error).__name__}: {error})",
            remedy="Please report it with the text",
            stage="code",
        )
    return coded
