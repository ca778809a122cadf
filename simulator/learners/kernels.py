"""Names the compiled kernels of all learners. Light: their sources are imported only where they are compiled."""

from __future__ import annotations

from simulator.engine.compiling.kernel import Kernel

PRODUCT = Kernel(
    "product", "simulator.engine.compiling.products:product", "simulator.engine.compiling.product_check:check"
)
_MANN = "simulator.learners.mann"
MANN = Kernel("mann", f"{_MANN}.kernel:lesson", f"{_MANN}.compiled:check", (PRODUCT,))
_LSTM = "simulator.learners.lstm"
LSTM = Kernel("lstm", f"{_LSTM}.kernel:layers", f"{_LSTM}.compiled:check", (PRODUCT,))
KERNELS = (PRODUCT, MANN, LSTM)
