"""Implements MAML: the exact gradient of the query loss after adaptation (Finn, Abbeel and Levine, 2017)."""

from __future__ import annotations

import torch
from torch import Tensor


def meta_gradient(query_gradient: Tensor, hessians: Tensor, alpha: float) -> Tensor:
    """Return d l(theta_k(phi)) / d phi = [prod_{j<k} (I - alpha H(theta_j))] grad l(theta_k).

    Going back along the path from its last step to its first: v <- v - alpha H(theta_j) v. Exact for every k: the
    Hessians are those of the whole path.

    Args:
        query_gradient: grad l(theta_k), (..., d).
        hessians: H(theta_0) .. H(theta_{k-1}) of the support loss, (k, ..., d, d).
        alpha: the inner learning rate.
    """
    v = query_gradient
    if v.shape[-1] == 1:  # the factors are numbers: their product is one operation
        return torch.mul(hessians[..., 0], -alpha).add_(1).prod(0) * v
    for h in reversed(hessians.unbind(0)):
        v = torch.sub(v, torch.mul(h, v.unsqueeze(-2)).sum(-1), alpha=alpha)  # h symmetric
    return v
