"""The shapes of the weights of networks that compare pictures, by name; no torch."""

from __future__ import annotations

Sizes = dict[str, tuple[int, ...]]
UNITS = 8  # of a relation network's hidden layer


def block(name: str, given: int, width: int) -> Sizes:
    """Return those of a block of convolution from `given` channels to `width`, with its running statistics."""
    parts = ("scale", "shift", "mean", "variance")
    return {f"{name}.filters": (width, given, 3, 3), **{f"{name}.{part}": (width,) for part in parts}}


def linear(name: str, inputs: int, outputs: int) -> Sizes:
    """Return those of a linear layer."""
    return {f"{name}.weights": (outputs, inputs), f"{name}.bias": (outputs,)}


def relation(width: int, side: int) -> Sizes:
    """Return those of what compares two maps of `width` channels: blocks, and layers that are given `side`² pixels."""
    blocks = {**block("relation1", 2 * width, width), **block("relation2", width, width)}
    return {**blocks, **linear("hidden", width * side**2, UNITS), **linear("output", UNITS, 1)}


def in_context(features: int) -> Sizes:
    """Return those of the LSTMs that see pictures of `features` numbers in the context of the others."""
    found: Sizes = {}
    for name, inputs in (("forward", features), ("backward", features), ("read", 2 * features)):
        found |= {f"{name}.input": (4 * features, inputs), f"{name}.state": (4 * features, features)}
        found |= {f"{name}.{part}": (4 * features,) for part in ("input_bias", "state_bias")}
    return found


def imagined(features: int) -> Sizes:
    """Return those of what makes further examples of three layers, and of the two heads behind it."""
    made = {**linear("generator1", 2 * features, features), **linear("generator2", features, features)}
    heads = {**linear("head1", features, features), **linear("head2", features, features)}
    return {**made, **linear("generator3", features, features), **heads}
