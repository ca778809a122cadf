"""Bounds of the plane, which settings know without torch."""

from __future__ import annotations

FARTHEST = 1.0  # how far from 0 along an axis a goal may be put by hand
