"""Products of small matrices by the compiled kernel, against numpy's in double precision."""

from __future__ import annotations

import pytest

from metascope.simulator.engine.compiling.linear.product_check import check
from metascope.simulator.learners.kernels import PRODUCT

pytestmark = pytest.mark.usefixtures("kernels")


def test_products_of_all_shapes_are_numpys() -> None:
    PRODUCT.code()
    check()
