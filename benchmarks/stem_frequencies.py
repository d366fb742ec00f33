"""Counts in how many news articles each word stem stands, for `dragoman/linking/data/stems.yaml`.

    python benchmarks/stem_frequencies.py --data DATA > src/dragoman/linking/data/stems.yaml

DATA holds news/articles.jsonl. Stems in at least 2 % of the articles are listed, by how many per cent have them; a stem that is not
listed counts as rarer than that.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from dragoman.text.stems import stems

LEAST = 2  # per cent
HEAD = """\
# Word stems (dragoman.text.stems) by the share of news articles in which they stand, in per cent: common words tell little about
# whether two texts retell one report. A stem that is not listed stands in less than 2 %. Counted on {n} news articles of 2012-2020 on
# talks, truces and mediation by benchmarks/stem_frequencies.py; single words and shares only, no text.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    lines = (parser.parse_args().data / "news" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    counts = Counter(s for line in lines for s in stems(json.loads(line)["text"]))
    by_share: dict[int, list[str]] = defaultdict(list)
    for found, n in counts.items():
        share = round(100 * n / len(lines))
        if share >= LEAST:
            by_share[share].append(found)
    print(HEAD.format(n=len(lines)), end="")
    for share, some in sorted(by_share.items(), reverse=True):
        print(f"{share}: {json.dumps(sorted(some), ensure_ascii=False)}")


if __name__ == "__main__":
    main()
