"""Builds the scene of runs that another program recorded."""

from __future__ import annotations

from metascope.scenes.stories.own.scene import build as build
