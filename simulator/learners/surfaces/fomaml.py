"""Implements first-order MAML: the query gradient itself, as if adaptation only shifted the start (section 5.2)."""

from __future__ import annotations

from torch import Tensor


def meta_gradient(query_gradient: Tensor) -> Tensor:
    """Return grad l(theta_k), (..., d): MAML's meta-gradient with every Hessian taken as zero."""
    return query_gradient
