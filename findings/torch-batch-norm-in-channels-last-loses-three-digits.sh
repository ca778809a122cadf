#!/usr/bin/env bash
# Batch normalization on the CPU is thousands of times less accurate on channels-last maps than on the same maps in torch's usual layout.
#
# Version: torch 2.13.0 (CPU), Python 3.11.
# One would expect: `channels_last`, which makes convolutions and pooling on the CPU much faster, changes the order of numbers in memory and with it at most
# the last digit of what is computed.
# Seen: on maps most of whose pixels are the same, as of drawings on empty paper, `batch_norm` in training differs from double precision by 3e-3 in channels
# last and by 7e-7 in the usual layout, as adding tens of thousands of equal numbers one by one in single precision would. Whether a ReLU after it lets the
# paper through can change with it, and then gradients do. On random maps of the same size it is 2e-5 against 5e-7.
# Output seen:
#   torch 2.13.0: drawings, usual layout: 7e-07, channels last: 3e-03
#   torch 2.13.0: random maps, usual layout: 5e-07, channels last: 2e-05
# What helps: add per row, then per picture, then over pictures; or in double precision; or normalize in the usual layout.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check torch==2.13.0 numpy==2.4.6
cat >"$folder/norms.py" <<'PYTHON'
import torch
import torch.nn.functional as F

torch.set_num_threads(1)
draws = torch.Generator().manual_seed(0)


def errors(name, maps):
    exact = F.batch_norm(maps.double(), None, None, training=True)
    found = []
    for layout in (torch.contiguous_format, torch.channels_last):
        normalized = F.batch_norm(maps.contiguous(memory_format=layout), None, None, training=True)
        found.append(float((normalized - exact).abs().max()))
    version = torch.__version__.split("+")[0]
    print(f"torch {version}: {name}, usual layout: {found[0]:.0e}, channels last: {found[1]:.0e}")
    return found


paper = torch.zeros(50, 1, 28, 28)
paper[:, :, 6:22, 6:22] = (torch.rand(50, 1, 16, 16, generator=draws) < 0.3).float()
filters, shift = torch.randn(64, 1, 3, 3, generator=draws) / 3, torch.randn(64, generator=draws)
usual, last = errors("drawings", F.conv2d(paper, filters, shift, padding=1))
assert usual < 3e-6 and last > 1e-3
usual, last = errors("random maps", torch.randn(50, 64, 28, 28, generator=draws))
assert usual < 3e-6 and 3e-6 < last < 1e-3
PYTHON
"$folder/venv/bin/python" "$folder/norms.py"
