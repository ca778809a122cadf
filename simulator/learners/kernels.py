"""Names the compiled kernels of all learners. Light: their sources are imported only where they are compiled."""

from __future__ import annotations

from simulator.engine.compiling.kernel import Kernel

PRODUCT = Kernel(
    "product", "simulator.engine.compiling.products:product", "simulator.engine.compiling.product_check:check"
)
_FEWSHOT = "simulator.learners.fewshot"
FEWSHOT = Kernel("fewshot", f"{_FEWSHOT}.kernel:lesson", f"{_FEWSHOT}.compiled:check", (PRODUCT,))
KERNELS = (PRODUCT, FEWSHOT)
