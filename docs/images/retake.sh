#!/usr/bin/env bash
# Takes the picture in the README anew: the head of the brief that the sample articles give. Needs chromium.
#   docs/images/retake.sh [directory with the programs of the virtual environment, default .venv/bin]
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${1:-.venv/bin}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$bin/dragoman" ingest examples/articles examples/pages --db "$work/demo.duckdb"
"$bin/dragoman" brief --db "$work/demo.duckdb" --conflict Syria --since 2016-12-01 --until 2017-03-31 --out "$work/brief.html"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1180,1010 \
  --screenshot="$PWD/docs/images/brief.png" "file://$work/brief.html" 2>"$work/chromium.log" || { cat "$work/chromium.log"; exit 1; }
ls -l docs/images/brief.png
