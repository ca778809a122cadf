"""A GPU that is pretended: what assumes the CPU fails on it, and what does not computes the same to the last bit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode

GPU = torch.device("cuda", 0)
_CPU = torch.device("cpu")
_PRODUCTS = {"__matmul__", "__rmatmul__", "matmul", "mm", "addmm", "addmm_", "bmm", "baddbmm", "baddbmm_", "lstm"}
_ANYWHERE = {
    "copy_",
    "view_as",
    "expand_as",
}  # the second tensor may be anywhere: it is copied, or only its shape counts
_TO_PYTHON = {"numpy", "__array__"}  # of a tensor on a GPU torch refuses them


class There(Tensor):
    """A tensor on the pretended GPU: its numbers lie in the CPU's memory, which no function is told."""

    @property
    def device(self) -> torch.device:  # type: ignore[override]
        """Where it says that it is."""
        return GPU

    @classmethod
    def __torch_function__(
        cls, func: Callable[..., Any], types: object, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Do what a GPU does: refuse what mixes devices, and leave the result there."""
        return _do(func, args, kwargs or {}, Counter())


@dataclass
class Pretended:
    """What was computed while a GPU was pretended."""

    products: Counter[str] = field(default_factory=Counter)  # products of matrices, by type of device


@contextmanager
def pretended_gpu() -> Iterator[Pretended]:
    """Let torch have a GPU within.

    Raises:
        RuntimeError: a function is given tensors of both devices, even a single number of the CPU's, which torch would
            allow; or the CPU's generator is to draw on the GPU.
        TypeError: a tensor on the GPU is to become a numpy array.
    """
    found = Pretended()
    with patch.object(torch.cuda, "is_available", lambda: True), _Mode(found.products):
        yield found


class _Mode(TorchFunctionMode):
    def __init__(self, products: Counter[str]) -> None:
        super().__init__()
        self._products = products

    def __torch_function__(
        self, func: Callable[..., Any], types: object, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        return _do(func, args, kwargs or {}, self._products)


def _do(func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], products: Counter[str]) -> Any:
    name = getattr(func, "__name__", "")
    with torch._C.DisableTorchFunction():
        if name in ("to", "cpu", "cuda"):
            return _moved(name, args, kwargs)
        given = [*_tensors(args), *_tensors(kwargs)]
        there = {isinstance(tensor, There) for tensor in given}
        if name in _ANYWHERE:
            return _result(func(*args, **kwargs), isinstance(args[0], There))
        if len(there) > 1:
            raise RuntimeError(f"{name} got tensors on cpu and on {GPU}")
        on_gpu = True in there
        if on_gpu and name in _TO_PYTHON:
            raise TypeError(f"{name} of a tensor on {GPU}")
        if (wanted := kwargs.get("device")) is not None:
            on_gpu, kwargs = torch.device(wanted).type == GPU.type, {**kwargs, "device": _CPU}
            if on_gpu and kwargs.get("generator") is not None:
                raise RuntimeError(f"{name} on {GPU} got a generator on cpu")
        if name in _PRODUCTS:
            products[GPU.type if on_gpu else _CPU.type] += 1
        if name == "__iter__":
            return iter([_result(part, on_gpu) for part in args[0].unbind(0)])
        return _result(func(*args, **kwargs), on_gpu)


def _moved(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Tensor:
    """Return what `to`, `cpu` or `cuda` give: of a tensor that comes from the other device a copy."""
    source: Tensor = args[0]
    was_there = isinstance(source, There)
    on_gpu = name == "cuda" if name != "to" else was_there
    rest: list[Any] = []
    for value in args[1:]:
        if isinstance(value, Tensor):
            on_gpu, value = isinstance(value, There), value.dtype
        elif isinstance(value, torch.device | str):
            on_gpu, value = torch.device(value).type == GPU.type, _CPU
        rest.append(value)
    if (wanted := kwargs.get("device")) is not None:
        on_gpu, kwargs = torch.device(wanted).type == GPU.type, {**kwargs, "device": _CPU}
    result: Tensor = source.to(*rest, **kwargs) if rest or kwargs else source
    if on_gpu == was_there:
        return result if result is source else result.as_subclass(type(source))
    crossed = result.clone() if result is source else result
    return crossed.as_subclass(There if on_gpu else Tensor)


def _tensors(value: Any) -> Iterator[Tensor]:
    if isinstance(value, Tensor):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _tensors(part)
    elif isinstance(value, dict):
        yield from _tensors(list(value.values()))


def _result(value: Any, on_gpu: bool) -> Any:
    """Return what a function gave, its tensors where they belong; an object that was given stays itself."""
    if isinstance(value, Tensor):
        return value.as_subclass(There) if on_gpu and not isinstance(value, There) else value
    if isinstance(value, tuple | list) and any(True for _ in _tensors(value)):
        parts = [_result(part, on_gpu) for part in value]
        return parts if type(value) is list else tuple(parts) if type(value) is tuple else type(value)(parts)
    return value
