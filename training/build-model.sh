#!/usr/bin/env bash
# From data to weights in one command: bash training/build-model.sh SHARED [WORK]
# SHARED holds data/ (see training/README.md); WORK (default training/work) keeps downloads and checkpoints, so a
# stopped run goes on where it was. About an hour on two cores.
set -euo pipefail
cd "$(dirname "$0")"
shared=$(realpath "$1")
work=${2:-work}
mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --requirement requirements.txt
python="$work/venv/bin/python"
"$python" fetch_pretrained.py minilm "$work/minilm"
"$python" -m annals_training.train --shared "$shared" --pretrained "$work/minilm" --out "$work/student" --epochs 10 --rate 1.5e-4
"$python" -m annals_training.export --pretrained "$work/minilm" --weights "$work/student/model.pt" --out "$work/export"
mkdir -p ../models/en
cp "$work"/export/{model.onnx,vocab.txt,pairs.f32,config.json} ../models/en/
