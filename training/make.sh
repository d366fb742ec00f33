#!/usr/bin/env bash
# Makes the shipped model from the material in DATA (see README.md): training/make.sh DATA
set -euo pipefail
data=${1:?usage: training/make.sh DATA}
cd "$(dirname "$0")/.."
python -m training.train --data "$data" --out training/work/teacher.pt --minutes 40
python -m training.train --data "$data" --start training/work/teacher.pt --teacher training/work/teacher.pt \
  --rate 1.25e-4 --tree-share 0.5 --out training/work/model.pt --minutes 120 --epochs 60
python -m training.export --data "$data" --model training/work/model.pt --out src/dragoman/language/en/model
python benchmarks/language.py --data "$data"
python benchmarks/coding.py --data "$data"
python benchmarks/relation.py --data "$data"
