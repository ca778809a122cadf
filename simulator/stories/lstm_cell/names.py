"""Names the five cells and the tasks of the LSTM cell story."""

LSTM, MEMORY, GRADIENT, KEPT, DESCENT = METHODS = ("lstm", "memory", "gradient", "kept", "descent")  # the axis M
LEARNING = METHODS[:-1]  # gradient descent has nothing left to learn
METHOD_NAMES = {
    "lstm": "Plain LSTM",
    "memory": "c is θ",
    "gradient": "z is −∇l",
    "kept": "zᶠ is 1",
    "descent": "Gradient descent",
}
TASK_LETTERS = "ABCDEFGH"
