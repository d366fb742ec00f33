"""The ontology as one file that is read at once, made anew whenever one of its files or the code that reads them changes.

`ontology.msgpack` beside the YAML files holds data only and is never needed. Make it at build with `python -m dragoman.ontology.compiled`.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from dragoman.compiled_file import fingerprint, no_collection, read_content, write_content
from dragoman.ontology.loader import Ontology, all_triggers, read

NAME = "ontology.msgpack"
_HERE = Path(__file__).parent
_decoder = msgspec.msgpack.Decoder(Ontology)


def load_compiled(folder: Path, lexicon: Path) -> Ontology:
    """The ontology of a folder and a lexicon, from the folder's compiled file where that fits, else from the YAML files.

    Raises:
        DataError: a file is wrong; names file, place and remedy.
    """
    print_ = fingerprint(_sources(folder, lexicon))
    with no_collection():
        found = _decoded(read_content(folder / NAME, print_))
        if found is None:
            found = read(folder, lexicon)
            # The triggers stand in their types, too.
            content = msgspec.msgpack.encode(msgspec.structs.replace(found, triggers=()))
            write_content(folder / NAME, print_, content)
    return found


def _sources(folder: Path, lexicon: Path) -> list[Path]:
    parts = ("codes.yaml", "crosswalk.yaml", "groups.yaml")
    files = [folder / part for part in parts] + [
        path for part in ("events", "plover") for path in sorted((folder / part).glob("*.yaml"))
    ]
    return [*files, lexicon / "classes.yaml", *sorted(_HERE.glob("*.py"))]


def _decoded(content: memoryview | None) -> Ontology | None:
    if content is None:
        return None
    try:
        found = _decoder.decode(content)
    except (msgspec.DecodeError, ValueError):
        return None
    return msgspec.structs.replace(found, triggers=all_triggers(found.types, found.categories))


def main() -> None:
    """Make the file of the shipped ontology anew."""
    (_HERE / NAME).unlink(missing_ok=True)
    load_compiled(_HERE, _HERE.parent / "language" / "en" / "lexicon")


if __name__ == "__main__":
    main()
