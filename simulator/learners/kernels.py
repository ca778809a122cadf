"""Names the compiled kernels of all learners. Light: their sources are imported only where they are compiled."""

from __future__ import annotations

from metascope.simulator.engine.compiling.kernel import SEQUENCE, Kernel

PRODUCT = Kernel(
    "product",
    "metascope.simulator.engine.compiling.linear.products:product",
    "metascope.simulator.engine.compiling.linear.product_check:check",
)

_SURFACES, _SURFACES_CHECKS = (
    "metascope.simulator.learners.surfaces.kernel",
    "metascope.simulator.learners.surfaces.checks",
)
LANDSCAPES_STEPS = Kernel("landscapes-steps", f"{_SURFACES}:meta_steps", f"{_SURFACES_CHECKS}:check_meta_steps")
LANDSCAPES_UNSEEN = Kernel("landscapes-unseen", f"{_SURFACES}:unseen", f"{_SURFACES_CHECKS}:check_unseen")
LANDSCAPES_PICTURES = Kernel("landscapes-pictures", f"{_SURFACES}:pictures", f"{_SURFACES_CHECKS}:check_pictures")

_FEWSHOT = "metascope.simulator.learners.fewshot"
FEWSHOT = Kernel("fewshot", f"{_FEWSHOT}.kernel:lesson", f"{_FEWSHOT}.compiled:check", (PRODUCT,))

_OF_PROBLEMS, _OF_OPTIMIZER = (
    "metascope.simulator.learners.descent",
    "metascope.simulator.learners.learned_optimizer.chunks",
)
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
_CELLS = "metascope.simulator.learners.learned_optimizer.cells"
LSTM_CELL = Kernel("lstm-cell", f"{_CELLS}.kernel:meta_steps", f"{_CELLS}.checks:check")

NTM = Kernel(
    "ntm",
    "metascope.simulator.learners.ntm.kernel.update:update",
    "metascope.simulator.learners.ntm.compiled:check",
    (PRODUCT,),
)

_MANN = "metascope.simulator.learners.mann"
MANN = Kernel("mann", f"{_MANN}.kernel.lesson:lesson", f"{_MANN}.compiled:check", (PRODUCT,))
_LSTM = "metascope.simulator.learners.lstm"
LSTM = Kernel("lstm", f"{_LSTM}.kernel.layers:layers", f"{_LSTM}.compiled:check", (PRODUCT,))

_EMBEDDING, _EMBEDDING_CHECKS = (
    "metascope.simulator.learners.embedding.kernel",
    "metascope.simulator.learners.embedding.checks",
)
EMBEDDING_FIRST = Kernel("embedding-first", f"{_EMBEDDING}.first:first", f"{_EMBEDDING_CHECKS}:check_first", (PRODUCT,))
EMBEDDING_CONVOLVING = Kernel(
    "embedding-convolving", f"{_EMBEDDING}.convolving:convolving", f"{_EMBEDDING_CHECKS}:check_convolving", (PRODUCT,)
)
EMBEDDING_NORMALIZING = Kernel(
    "embedding-normalizing", f"{_EMBEDDING}.normalizing:normalizing", f"{_EMBEDDING_CHECKS}:check_normalizing"
)
EMBEDDING = (SEQUENCE, EMBEDDING_FIRST, EMBEDDING_CONVOLVING, EMBEDDING_NORMALIZING)
_PICTURE_MAML = "metascope.simulator.learners.picture_maml"
_RELU = "metascope.simulator.learners.policy_gradient.products"
RELU_UNITS = Kernel("relu-units", f"{_RELU}.kernel.laying:sort_units", f"{_RELU}.checks:check_units")
RELU_BLOCKS = Kernel(
    "relu-blocks", f"{_RELU}.kernel.laying:lay", f"{_RELU}.checks:check_blocks", checked_with=(RELU_UNITS,)
)
RELU_POLICIES = Kernel(
    "relu-policies", f"{_RELU}.kernel.passes:passes", f"{_RELU}.checks:check", (PRODUCT, RELU_UNITS, RELU_BLOCKS)
)
_ARMS = "metascope.simulator.learners.policy_gradient.arms"
TWO_ARMS = Kernel("two-arms", f"{_ARMS}.kernel:meta_steps", f"{_ARMS}.checks:check")
PICTURE_MAML = Kernel("picture-maml", f"{_PICTURE_MAML}.kernel:convolving", f"{_PICTURE_MAML}.checks:check", (PRODUCT,))

KERNELS = (
    PRODUCT,
    SEQUENCE,
    LANDSCAPES_STEPS,
    LANDSCAPES_UNSEEN,
    LANDSCAPES_PICTURES,
    FEWSHOT,
    QUADRATICS,
    NETWORKS,
    DESCENT,
    LEARNED_OPTIMIZER,
    LSTM_CELL,
    NTM,
    MANN,
    LSTM,
    EMBEDDING_FIRST,
    EMBEDDING_CONVOLVING,
    EMBEDDING_NORMALIZING,
    PICTURE_MAML,
    RELU_UNITS,
    RELU_BLOCKS,
    RELU_POLICIES,
    TWO_ARMS,
)
