"""Names the methods of the learned optimizers story."""

LEARNED = "learned"
RIVALS = ("sgd", "nesterov", "rmsprop", "adam")  # hand-made, each with its learning rate tuned; the axis R, everywhere
METHODS = (LEARNED, *RIVALS)
METHOD_NAMES = {
    "learned": "Learned optimizer",
    "sgd": "SGD",
    "nesterov": "Nesterov momentum",
    "rmsprop": "RMSprop",
    "adam": "Adam",
}
QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9)  # the axis Q
TRIALS = ("own", "longer", "wider", "deeper", "relu", "larger", "quadratics", "sine", "landscape")  # of the laboratory
