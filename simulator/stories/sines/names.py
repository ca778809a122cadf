"""Names the methods and metrics of the sine waves story."""

from __future__ import annotations

MAML, FOMAML, REPTILE, PRETRAINING = "maml", "fomaml", "reptile", "pretraining"
ANIL, META_SGD, SCRATCH, ORACLE = "anil", "meta_sgd", "scratch", "oracle"
METHODS = (MAML, FOMAML, REPTILE, PRETRAINING, ANIL, META_SGD, SCRATCH, ORACLE)  # the order of every run's methods
METHOD_NAMES = {
    MAML: "MAML",
    FOMAML: "FOMAML",
    REPTILE: "Reptile",
    PRETRAINING: "Pre-training",
    ANIL: "ANIL",
    META_SGD: "Meta-SGD",
    SCRATCH: "From scratch",
    ORACLE: "Oracle",
}
TUNED = (PRETRAINING, SCRATCH, ORACLE)  # methods whose step size of adaptation is tuned
STEPS_MEASURED = (0, 1, 5, 10, 32)  # of adaptation, after which "<method>.mse_<steps>" is a metric
REACH = 5.0  # x is drawn from -5 to 5
SMALLEST, LARGEST = 0.1, 5.0  # amplitudes
START = "start"  # the initial network, as a corner of the plane
