"""Tests of policies that adapt by policy gradients."""
