"""Tests of walks in the plane."""
