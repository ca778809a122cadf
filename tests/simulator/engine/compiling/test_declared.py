"""Every kernel's declaration names the kernels that its check calls: several are compiled at a time."""

from __future__ import annotations

import pytest

from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.compiling.loading import Code
from metascope.simulator.engine.compiling.preparing import everything, resolved


@pytest.mark.usefixtures("kernels")
@pytest.mark.filterwarnings("ignore:Converting a tensor with requires_grad")  # as a process of its own does
@pytest.mark.parametrize("kernel", everything(), ids=lambda it: it.name)
def test_a_check_calls_what_is_compiled_before(kernel: Kernel, monkeypatch: pytest.MonkeyPatch) -> None:
    called: set[str] = set()
    real = Kernel.code

    def code(self: Kernel) -> Code:
        called.add(self.name)
        return real(self)

    kernel.code()  # as before a check in a process of its own
    monkeypatch.setattr(Kernel, "code", code)
    resolved(kernel.check)()
    known: set[str] = set()
    waiting = [kernel]
    while waiting:
        one = waiting.pop()
        known.add(one.name)
        waiting += one.first
    assert kernel.name in called or kernel.name == "product"  # whose check asks for its code otherwise
    assert called <= known
