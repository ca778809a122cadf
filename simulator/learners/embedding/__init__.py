"""Embeds pictures by blocks of convolution; batch normalization has running statistics, or those of the episode.

`reference.embed(weights, pictures, statistics, measured) -> features` is the plain twin of `fast.embed`. `passes`
embed the same pictures again and again, with derivatives, while the weights move.
"""
