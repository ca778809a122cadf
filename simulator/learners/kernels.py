"""Names the compiled kernels of all learners. Light: their sources are imported only where they are compiled."""

from __future__ import annotations

from simulator.engine.compiling.kernel import Kernel

PRODUCT = Kernel(
    "product", "simulator.engine.compiling.products:product", "simulator.engine.compiling.product_check:check"
)

_SURFACES, _SURFACES_CHECKS = "simulator.learners.surfaces.kernel", "simulator.learners.surfaces.checks"
LANDSCAPES_STEPS = Kernel("landscapes-steps", f"{_SURFACES}:meta_steps", f"{_SURFACES_CHECKS}:check_meta_steps")
LANDSCAPES_UNSEEN = Kernel("landscapes-unseen", f"{_SURFACES}:unseen", f"{_SURFACES_CHECKS}:check_unseen")
LANDSCAPES_PICTURES = Kernel("landscapes-pictures", f"{_SURFACES}:pictures", f"{_SURFACES_CHECKS}:check_pictures")

_FEWSHOT = "simulator.learners.fewshot"
FEWSHOT = Kernel("fewshot", f"{_FEWSHOT}.kernel:lesson", f"{_FEWSHOT}.compiled:check", (PRODUCT,))

_DESCENT, _LEARNED = "simulator.learners.descent", "simulator.learners.learned_optimizer"
QUADRATICS = Kernel("quadratics", f"{_DESCENT}.kernel:quadratics", f"{_DESCENT}.checks:check_quadratics", (PRODUCT,))
NETWORKS = Kernel("networks", f"{_DESCENT}.kernel:networks", f"{_DESCENT}.checks:check_networks", (PRODUCT,))
RIVALS = Kernel("rivals", f"{_DESCENT}.kernel:descend", f"{_DESCENT}.checks:check_rivals", (PRODUCT, QUADRATICS))
LEARNED_OPTIMIZER = Kernel(
    "learned_optimizer", f"{_LEARNED}.kernel:chunk", f"{_LEARNED}.checks:check", (PRODUCT, QUADRATICS)
)

NTM = Kernel("ntm", "simulator.learners.ntm.kernel.update:update", "simulator.learners.ntm.compiled:check", (PRODUCT,))

_MANN = "simulator.learners.mann"
MANN = Kernel("mann", f"{_MANN}.kernel:lesson", f"{_MANN}.compiled:check", (PRODUCT,))

KERNELS = (
    PRODUCT,
    LANDSCAPES_STEPS,
    LANDSCAPES_UNSEEN,
    LANDSCAPES_PICTURES,
    FEWSHOT,
    QUADRATICS,
    NETWORKS,
    RIVALS,
    LEARNED_OPTIMIZER,
    NTM,
    MANN,
)
