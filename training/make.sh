#!/usr/bin/env bash
# Makes the shipped model from the material in DATA (see README.md): training/make.sh DATA
# SHARE=0.05 training/make.sh DATA trains for that share of the time only, to try whether everything works.
set -euo pipefail
data=${1:?usage: training/make.sh DATA}
cd "$(dirname "$0")/.."
work=training/work
model=${MODEL:-src/dragoman/language/en/model}
share=${SHARE:-1}
minutes() { awk "BEGIN { print $1 * $share }"; }
train() { python -m training.train --data "$data" "$@"; }

# Trees and events; it then reads trees for the coded articles, which have none.
train --out $work/first.pt --minutes "$(minutes 40)"
# Two models of all material, one that goes on from the first and one from the pretrained encoder, so that they err differently.
train --start $work/first.pt --teacher $work/first.pt --prepared $work/prepared.pkl --rate 1.25e-4 --tree-share 0.5 --given 2 \
  --out $work/second.pt --minutes "$(minutes 60)"
train --prepared $work/prepared.pkl --seed 5 --tree-share 0.6 --given 2 --out $work/third.pt --minutes "$(minutes 62)"
# Both teach one that goes on from the second.
train --start $work/second.pt --teacher $work/second.pt --distil $work/second.pt $work/third.pt --prepared $work/prepared.pkl \
  --rate 1.3e-4 --tree-share 0.6 --given 2 --seed 41 --out $work/fourth.pt --minutes "$(minutes 70)"
# Of that the feed-forward layers lose what matters least, and it learns once more.
python -m training.prune --model $work/fourth.pt --prepared $work/prepared.pkl --keep 896 --out $work/narrow.pt
train --start $work/narrow.pt --teacher $work/fourth.pt --distil $work/fourth.pt $work/third.pt --prepared $work/prepared.pkl \
  --rate 1.4e-4 --tree-share 0.8 --given 2 --seed 53 --out $work/fifth.pt --minutes "$(minutes 86)"
# It goes on once more, taught by itself and the one that came from another beginning.
train --start $work/fifth.pt --teacher $work/fourth.pt --distil $work/third.pt $work/fifth.pt --prepared $work/prepared.pkl \
  --rate 1.5e-4 --tree-share 0.8 --given 2 --seed 61 --out $work/sixth.pt --minutes "$(minutes 80)"
python -m training.pair_head --data "$data" --model $work/sixth.pt --distil $work/fourth.pt $work/third.pt --out $work/sixth.pt
# So does that other one, taught by both; then the first again, by both. The mean of its weights and of those it set out with is shipped.
train --start $work/third.pt --teacher $work/fourth.pt --distil $work/third.pt $work/fifth.pt --prepared $work/prepared.pkl \
  --rate 1.5e-4 --tree-share 0.4 --given 2 --seed 71 --out $work/seventh.pt --minutes "$(minutes 50)"
train --start $work/sixth.pt --teacher $work/sixth.pt --distil $work/seventh.pt $work/sixth.pt --prepared $work/prepared.pkl \
  --rate 1.5e-4 --tree-share 0.6 --given 2 --seed 83 --out $work/eighth.pt --minutes "$(minutes 66)"
python -m training.pair_head --data "$data" --model $work/eighth.pt --distil $work/fourth.pt $work/seventh.pt $work/sixth.pt --out $work/eighth.pt
python -m training.average --models $work/sixth.pt $work/eighth.pt --out $work/model.pt

python -m training.export --data "$data" --model $work/model.pt --out "$model"
if [ "$model" = src/dragoman/language/en/model ]; then
  python -m training.lexical --data "$data"
  python -m training.judge --data "$data"
  python -m training.coreference --data "$data"
  python benchmarks/language.py --data "$data"
  python benchmarks/coding.py --data "$data"
  python benchmarks/relation.py --data "$data"
fi
