#!/usr/bin/env bash
# One draw of many normal numbers is not several draws of fewer, from the same generator; uniform numbers are.
#
# Version: torch 2.13.0 (CPU), Python 3.11.
# One would expect: a generator is a stream, so that `randn(a)` followed by `randn(b)` gives the numbers of `randn(a + b)`, as `rand` does. Who batches the
# draws of several training steps into one, to save calls, then trains on the same data as before.
# Seen: that holds for `rand` in double precision, whatever the sizes. For `randn` it holds where every size is a multiple of 16, and fails for 10 + 22 and
# 20 + 12. The generator's state differs afterwards too, and with it all later draws.
# Output seen:
#   torch 2.13.0: rand 10 + 22: same numbers True, same state True
#   torch 2.13.0: randn 16 + 16: same numbers True, same state True
#   torch 2.13.0: randn 10 + 22: same numbers False, same state False
#   torch 2.13.0: randn 20 + 12: same numbers False, same state False
# What helps: draw normal numbers in the sizes in which they are used, or batch only multiples of 16.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check torch==2.13.0 numpy==2.4.6
cat >"$folder/draws.py" <<'PYTHON'
import torch


def compared(draw, first, second):
    one, other = torch.Generator().manual_seed(7), torch.Generator().manual_seed(7)
    whole = draw(first + second, generator=one, dtype=torch.float64)
    parts = torch.cat([draw(count, generator=other, dtype=torch.float64) for count in (first, second)])
    same = torch.equal(whole, parts), torch.equal(one.get_state(), other.get_state())
    version = torch.__version__.split("+")[0]
    print(f"torch {version}: {draw.__name__} {first} + {second}: same numbers {same[0]}, same state {same[1]}")
    return same


assert compared(torch.rand, 10, 22) == (True, True)
assert compared(torch.randn, 16, 16) == (True, True)
assert compared(torch.randn, 10, 22) == (False, False)
assert compared(torch.randn, 20, 12) == (False, False)
PYTHON
"$folder/venv/bin/python" "$folder/draws.py"
