"""Names the methods of the memory-augmented network story, and gives the paper's results."""

MANN, LSTM = "mann", "lstm"
METHODS = (MANN, LSTM)
METHOD_NAMES = {MANN: "MANN", LSTM: "LSTM without memory"}
PAPER = {  # percent correct for the 1st, 2nd, 3rd, 4th, 5th and 10th instance of a class
    "instances": (1, 2, 3, 4, 5, 10),
    MANN: (36.4, 82.8, 91.0, 92.6, 94.9, 98.1),
    LSTM: (24.4, 49.5, 55.3, 61.0, 63.6, 62.5),
    "human": (34.5, 57.3, 70.1, 71.8, 81.4, 92.4),
}  # Santoro et al. 2016, table 1: five classes of Omniglot, ten drawings of each, 100,000 episodes
