"""Does without meta-learning: a classifier of all classes, then nearest neighbours or fine-tuning; and pixels alone.

`classifier.Classifier.loss(weights, pictures (M, S, S), classes (M,), mode)` trains all classes mixed. On its weights
stand `neighbours.Neighbours`, a `metric.learner.Learner` like the others, and `finetuning.FineTuning`, whose answer has
every step and, given pictures of the old classes, what is forgotten. `pixels.Pixels` compares pictures as they are.
"""
