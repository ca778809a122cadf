"""Meta Networks (Munkhdalai and Yu 2017): weights that networks make of an episode's gradients, beside learned ones.

`reference.answer(design, weights, supports, labels, queries) -> logits` is the dense, readable twin of `fast.answer`.
"""
