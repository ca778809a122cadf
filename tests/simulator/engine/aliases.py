"""Annotations as `type X = ...` makes them from Python 3.12 on, and numpy's since 2.5, built by hand."""

from __future__ import annotations

from typing import Any, Literal, TypeVar

import numpy as np
from typing_extensions import TypeAliasType

Scalar = TypeVar("Scalar", bound=np.generic)
AnyShape = TypeAliasType("AnyShape", tuple[Any, ...])
# As numpy 2.5 has NDArray.
Arrays = TypeAliasType("Arrays", np.ndarray[AnyShape, np.dtype[Scalar]], type_params=(Scalar,))
Doubles = TypeAliasType("Doubles", Arrays[np.float64])
Mode = TypeAliasType("Mode", Literal["read", "write"])
MaybeMode = TypeAliasType("MaybeMode", Mode | None)
