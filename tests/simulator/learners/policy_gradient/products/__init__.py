"""Tests of products with second derivatives."""
