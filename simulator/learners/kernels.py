"""Names the compiled kernels of all learners. Light: their sources are imported only where they are compiled."""

from __future__ import annotations

from simulator.engine.compiling.kernel import Kernel

PRODUCT = Kernel(
    "product", "simulator.engine.compiling.products:product", "simulator.engine.compiling.product_check:check"
)
NTM = Kernel("ntm", "simulator.learners.ntm.kernel.update:update", "simulator.learners.ntm.compiled:check", (PRODUCT,))
KERNELS = (PRODUCT, NTM)
