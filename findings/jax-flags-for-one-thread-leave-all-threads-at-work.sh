#!/usr/bin/env bash
# The flags that are set everywhere to hold JAX to one thread change nothing, and the caller's processor time tells next to nothing of its work.
#
# Version: jax 0.10.2, jaxlib 0.10.2 (CPU), Python 3.11, Linux, two processors or more.
# One would expect: XLA_FLAGS="--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1" makes compiled functions compute on one thread, so that they
# can be compared with other code on one thread; and `time.thread_time` around a call and `block_until_ready` counts what the call takes.
# Seen: a product of matrices takes two threads with and without the flags: half of its processor time is another thread's. Unless asynchronous dispatch is
# off, all of it is: the caller's own thread took less than a hundredth, so a rate by `thread_time` is a hundred times too high.
# What helps: `os.sched_setaffinity` to one processor before JAX makes its pool of threads, which counts the processors that the process may use; afterwards the
# process may have all of them back. With `jax_cpu_enable_async_dispatch` off, the caller's thread then does all the work.
# Output seen:
#   jax 0.10.2, flags, asynchronous: 0 % of the processor time is the caller's
#   jax 0.10.2, flags: 50 % of the processor time is the caller's
#   jax 0.10.2, one processor while it begins: 100 % of the processor time is the caller's
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check jax==0.10.2 jaxlib==0.10.2 numpy==2.4.6
cat >"$folder/threads.py" <<'PYTHON'
import os
import sys
import time

way, there = sys.argv[1], os.sched_getaffinity(0)
assert len(there) > 1, "this needs two processors"
if way.startswith("flags"):
    os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
else:
    os.sched_setaffinity(0, {min(there)})

import jax
import jax.numpy as jnp

jax.config.update("jax_cpu_enable_async_dispatch", "asynchronous" in way)
jax.devices()
os.sched_setaffinity(0, there)
product = jax.jit(lambda x: jnp.tanh(x @ x).sum())
x = jnp.ones((1000, 1000))
product(x).block_until_ready()
own, whole = time.thread_time(), time.process_time()
for _ in range(20):
    product(x).block_until_ready()
share = (time.thread_time() - own) / (time.process_time() - whole)
print(f"jax {jax.__version__}, {way}: {share:.0%} of the processor time is the caller's".replace("%", " %"))
least, most = {"flags, asynchronous": (0, 0.1), "flags": (0.3, 0.8)}.get(way, (0.95, 1.01))
assert least <= share <= most
PYTHON
for way in "flags, asynchronous" flags "one processor while it begins"; do
    "$folder/venv/bin/python" "$folder/threads.py" "$way"
done
