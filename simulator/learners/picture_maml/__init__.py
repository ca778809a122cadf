"""Learns starts from which a few gradient steps tell new pictures apart: MAML and its relatives on images.

`networks` describes what adapts, `plan` how and to what. `reference.lesson(network, kind, weights, tasks, plan)` gives
the meta-gradient of T tasks, `reference.walk` what each inner step makes of them; `fast` has the same functions, with
derivatives written by hand, and so has `compiled`, with compiled convolutions. `training.MetaTraining` moves a start,
in named tensors; `evaluation.adaptation` measures.
"""
