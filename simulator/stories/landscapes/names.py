"""Names the methods and tasks of the landscapes story."""

METHODS = ("pretraining", "maml", "fomaml", "reptile")  # the axis M, everywhere
METHOD_NAMES = {"pretraining": "Pre-training", "maml": "MAML", "fomaml": "FOMAML", "reptile": "Reptile"}
TASK_LETTERS = "ABCDEFGHIJKLMNOP"
