#!/usr/bin/env bash
# Makes the shipped model from the material in DATA (see README.md): training/make.sh DATA
set -euo pipefail
data=${1:?usage: training/make.sh DATA}
cd "$(dirname "$0")/.."
work=training/work
python -m training.train --data "$data" --out $work/first.pt --minutes 40
python -m training.train --data "$data" --start $work/first.pt --teacher $work/first.pt --prepared $work/prepared.pkl \
  --rate 1.25e-4 --tree-share 0.5 --given 2 --out $work/second.pt --minutes 60
python -m training.train --data "$data" --start $work/first.pt --prepared $work/prepared.pkl --seed 11 \
  --rate 1.5e-4 --tree-share 0.5 --given 2 --out $work/third.pt --minutes 35
python -m training.train --data "$data" --start $work/second.pt --teacher $work/second.pt --distil $work/second.pt $work/third.pt \
  --rate 1.25e-4 --tree-share 0.5 --given 2 --out $work/model.pt --minutes 60
python -m training.export --data "$data" --model training/work/model.pt --out src/dragoman/language/en/model
python -m training.coreference --data "$data"
python benchmarks/language.py --data "$data"
python benchmarks/coding.py --data "$data"
python benchmarks/relation.py --data "$data"
