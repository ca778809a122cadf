"""Names the signals that ask the program to end, as a person or a system does that lets it put its things in order."""

from __future__ import annotations

import signal


def ending_signals() -> tuple[signal.Signals, ...]:
    """Return Ctrl+C's signal, SIGTERM, and SIGHUP: that of a terminal or a connection that was closed.

    Where SIGHUP is ignored, as `nohup` has it, it stays so; Windows has none.
    """
    found = [signal.SIGINT, signal.SIGTERM]
    hangup = getattr(signal, "SIGHUP", None)
    if hangup is not None and signal.getsignal(hangup) is not signal.SIG_IGN:
        found.append(hangup)
    return tuple(found)
