"""Records a training loop of your own, in any library, into a session that Metascope shows.

    from metascope.record import Recording

    with Recording("run.metascope", methods=["maml", "fomaml"]) as r:
        ...
        r.step(metrics={"loss": {"maml": 0.3, "fomaml": 0.4}}, paths={"theta": {"maml": theta, "fomaml": other}})

Imports neither Qt nor torch. See the chapter "Your own run" of docs/guide.md, and examples/own_maml.py.
"""

from metascope.simulator.engine.errors import UserError
from metascope.simulator.stories.own.recorder import Recording

__all__ = ["Recording", "UserError"]
