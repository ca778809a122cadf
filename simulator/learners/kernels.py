"""Names the compiled kernels of all learners. Light: their sources are imported only where they are compiled."""

from __future__ import annotations

from simulator.engine.compiling.kernel import Kernel

PRODUCT = Kernel(
    "product", "simulator.engine.compiling.products:product", "simulator.engine.compiling.product_check:check"
)
_OF_PROBLEMS, _OF_OPTIMIZER = "simulator.learners.descent", "simulator.learners.learned_optimizer.chunks"
QUADRATICS = Kernel(
    "quadratics", f"{_OF_PROBLEMS}.kernel:quadratics", f"{_OF_PROBLEMS}.checks:check_quadratics", (PRODUCT,)
)
NETWORKS = Kernel("networks", f"{_OF_PROBLEMS}.kernel:networks", f"{_OF_PROBLEMS}.checks:check_networks", (PRODUCT,))
DESCENT = Kernel(
    "rivals", f"{_OF_PROBLEMS}.kernel:descend", f"{_OF_PROBLEMS}.checks:check_rivals", (PRODUCT, QUADRATICS)
)
LEARNED_OPTIMIZER = Kernel(
    "learned_optimizer", f"{_OF_OPTIMIZER}.kernel:chunk", f"{_OF_OPTIMIZER}.checks:check", (PRODUCT, QUADRATICS)
)
KERNELS = (PRODUCT, QUADRATICS, NETWORKS, DESCENT, LEARNED_OPTIMIZER)
