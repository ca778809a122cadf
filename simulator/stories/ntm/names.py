"""Names the methods and tasks of the Neural Turing Machine story."""

NTM, LSTM = "ntm", "lstm"
METHODS = (NTM, LSTM)
METHOD_NAMES = {NTM: "NTM", LSTM: "LSTM without memory"}
TASK_NAMES = {
    "copy": "Copy",
    "repeat-copy": "Repeat copy",
    "associative-recall": "Associative recall",
    "n-grams": "Dynamic n-grams",
    "priority-sort": "Priority sort",
}
