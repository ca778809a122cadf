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
KERNELS = (PRODUCT, LANDSCAPES_STEPS, LANDSCAPES_UNSEEN, LANDSCAPES_PICTURES)
