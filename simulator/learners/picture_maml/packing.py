"""Orders weights of tasks for `passes`, and back.

Packed weights are a list, each (T, ...) of T tasks: of every block but the first its filters with channels last, (T, C,
3, 3, D); of the first one (T, 9, C), and of a layer (T, D, C); its scales and shifts (T, 1, C); then the head's weights
(T, E, N), of maps pixel by pixel, and bias (T, 1, N).
"""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor

from metascope.simulator.learners.picture_maml.networks import HEAD, Convolutional, Network, Weights

Packed = list[Tensor]


def packed(network: Network, weights: Mapping[str, Tensor], tasks: int, first: int = 0) -> Packed:
    """Return weights by name, without the axis of tasks, packed for T tasks that all have them, from `first` on."""
    each = [_in(network, name, weights[name].unsqueeze(0)) for name in list(network.shapes())[first:]]
    return [part.expand(tasks, *part.shape[1:]).contiguous() for part in each]


def unpacked(network: Network, given: Packed, first: int = 0) -> Weights:
    """Return packed weights, the network's from `first` on, by name, each (T, ...)."""
    shapes = list(network.shapes().items())[first:]
    return {name: _out(network, name, each, shape) for (name, shape), each in zip(shapes, given, strict=True)}


def _in(network: Network, name: str, weight: Tensor) -> Tensor:
    if weight.dim() == 5:
        return weight.flatten(2).mT if weight.shape[2] == 1 else weight.permute(0, 1, 3, 4, 2)
    if name == HEAD[0] and _pixels(network) > 1:
        weight = weight.view(*weight.shape[:2], -1, _pixels(network)).mT.flatten(2)
    return weight.unsqueeze(1) if weight.dim() == 2 else weight.mT


def _out(network: Network, name: str, each: Tensor, shape: tuple[int, ...]) -> Tensor:
    if each.dim() == 5:
        return each.permute(0, 1, 4, 2, 3)
    each = each.mT
    if name == HEAD[0] and _pixels(network) > 1:
        each = each.reshape(*each.shape[:2], _pixels(network), -1).mT
    return each.reshape(len(each), *shape)


def _pixels(network: Network) -> int:
    """Return the pixels of each channel that the head is given."""
    return network.sides[-1] ** 2 if isinstance(network, Convolutional) and network.reading == "flat" else 1
