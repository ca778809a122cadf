"""Names the compiled kernels of all learners. Light: their sources are imported only where they are compiled."""

from __future__ import annotations

from simulator.engine.compiling.kernel import Kernel

PRODUCT = Kernel(
    "product", "simulator.engine.compiling.products:product", "simulator.engine.compiling.product_check:check"
)
_DESCENT, _LEARNED = "simulator.learners.descent", "simulator.learners.learned_optimizer"
QUADRATICS = Kernel(
    "quadratics", f"{_DESCENT}.kernel:quadratics", f"{_DESCENT}.checks:check_quadratics", (PRODUCT,)
)
NETWORKS = Kernel("networks", f"{_DESCENT}.kernel:networks", f"{_DESCENT}.checks:check_networks", (PRODUCT,))
RIVALS = Kernel("rivals", f"{_DESCENT}.kernel:descend", f"{_DESCENT}.checks:check_rivals", (PRODUCT, QUADRATICS))
LEARNED_OPTIMIZER = Kernel(
    "learned_optimizer", f"{_LEARNED}.kernel:chunk", f"{_LEARNED}.checks:check", (PRODUCT, QUADRATICS)
)
KERNELS = (PRODUCT, QUADRATICS, NETWORKS, RIVALS, LEARNED_OPTIMIZER)
