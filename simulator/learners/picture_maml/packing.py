"""Orders weights of tasks for `passes`, and back: filters with channels last, heads of maps likewise.

Packed weights are a list, each (T, ...) of T tasks: of every block or layer its filters (T, C, 3, 3, D) or weights
(T, C, D), which those of the first block are too, (T, C, 9); its scales and shifts (T, 1, C); then the head's weights
(T, N, E) and bias (T, 1, N).
"""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor

from simulator.learners.picture_maml.networks import HEAD, Convolutional, Network, Weights

Packed = list[Tensor]


def packed(network: Network, weights: Mapping[str, Tensor], tasks: int) -> Packed:
    """Return weights by name, without the axis of tasks, packed for T tasks that all have them."""
    return [
        _in(network, name, weights[name].unsqueeze(0))
        .expand(tasks, *_in(network, name, weights[name].unsqueeze(0)).shape[1:])
        .contiguous()
        for name in network.shapes()
    ]


def unpacked(network: Network, given: Packed) -> Weights:
    """Return packed weights by name, each (T, ...)."""
    return {name: _out(network, name, each) for name, each in zip(network.shapes(), given, strict=True)}


def _in(network: Network, name: str, weight: Tensor) -> Tensor:
    if name.endswith(".filters"):
        return weight.flatten(2) if weight.shape[2] == 1 else weight.permute(0, 1, 3, 4, 2)
    if name == HEAD[0] and _spread(network):
        side = _side(network)
        return weight.view(*weight.shape[:2], -1, side * side).mT.flatten(2)
    return weight.unsqueeze(1) if weight.dim() == 2 else weight


def _out(network: Network, name: str, each: Tensor) -> Tensor:
    shape = (len(each), *network.shapes()[name])
    if name.endswith(".filters") and each.dim() == 5:
        each = each.permute(0, 1, 4, 2, 3)
    elif name == HEAD[0] and _spread(network):
        side = _side(network)
        each = each.view(*each.shape[:2], side * side, -1).mT
    return each.reshape(shape)


def _spread(network: Network) -> bool:
    """Return whether the head is given maps of several pixels."""
    return isinstance(network, Convolutional) and network.reading == "flat" and network.sides[-1] > 1


def _side(network: Network) -> int:
    assert isinstance(network, Convolutional)
    return network.sides[-1]
