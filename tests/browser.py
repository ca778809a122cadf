"""A real browser without a window: Chromium, asked by its DevTools protocol over a pipe."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.waiting import SECONDS

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_KEYS = {  # key -> code, Windows' key code
    "ArrowLeft": ("ArrowLeft", 37),
    "ArrowUp": ("ArrowUp", 38),
    "ArrowRight": ("ArrowRight", 39),
    "ArrowDown": ("ArrowDown", 40),
    "Home": ("Home", 36),
    "End": ("End", 35),
    "PageUp": ("PageUp", 33),
    "PageDown": ("PageDown", 34),
    "Tab": ("Tab", 9),
    " ": ("Space", 32),
}
SHIFT = 8  # of modifiers


class Browser:
    """A page in the browser, and what a person does there. `complaints` are its errors and warnings so far."""

    def __init__(self, asked: int, told: int) -> None:
        self._asked, self._told = asked, told
        self._rest, self._number, self._session, self._target = b"", 0, "", ""
        self.complaints: list[str] = []

    def open(self, path: Path, width: int = 1280, height: int = 800, **features: str) -> None:
        """Open a file in a window of this size, in CSS pixels, with features of media queries as in `prefer`.

        The page that was open before is closed, and its complaints are forgotten.
        """
        before, self._target = self._target, self.ask("Target.createTarget", url="about:blank")["targetId"]
        if before:
            self.ask("Target.closeTarget", targetId=before)
        self._session = self.ask("Target.attachToTarget", targetId=self._target, flatten=True)["sessionId"]
        self.complaints.clear()
        for domain in ("Page", "Runtime", "Log", "Accessibility"):
            self.ask(f"{domain}.enable")
        self.resize(width, height)
        self.prefer(**features)
        self.ask("Page.navigate", url=path.as_uri())
        self.until("document.readyState === 'complete'")

    def resize(self, width: int, height: int, scale: float = 1.0) -> None:
        """Make the window so large; `scale` pixels of the screen to one of CSS."""
        self.ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False
        )

    def prefer(self, **features: str) -> None:
        """Let the desktop prefer this, by media feature: prefers_color_scheme="dark"."""
        told = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.ask("Emulation.setEmulatedMedia", features=told)

    def value(self, expression: str) -> Any:
        """Return the value of an expression in JavaScript, awaited where it is a promise."""
        found = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def until(self, condition: str) -> None:
        """Wait until a condition in JavaScript holds; fail where it does not in time."""
        deadline = time.monotonic() + SECONDS
        while not self.value(condition):
            assert time.monotonic() < deadline, f"waited in vain for {condition}"
            time.sleep(0.02)

    def press(self, key: str, modifiers: int = 0) -> None:
        """Press and release a key."""
        code, number = _KEYS[key]
        text = {"text": key} if key == " " else {}
        for kind, more in (("keyDown" if text else "rawKeyDown", text), ("keyUp", {})):
            self.ask(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=code,
                windowsVirtualKeyCode=number,
                modifiers=modifiers,
                **more,
            )

    def click(self, selector: str) -> None:
        """Click in the middle of an element."""
        x, y = self.middle(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def drag(self, selector: str, by: float, fingers: bool = False) -> None:
        """Drag from an element's middle, this share of its width to the right, with the mouse or a finger."""
        x, y = self.middle(selector)
        wide = float(self.value(f"document.querySelector({json.dumps(selector)}).getBoundingClientRect().width"))
        places = [x + by * wide * part / 4 for part in range(5)]
        if fingers:
            touches = [("touchStart", places[:1]), *(("touchMove", [at]) for at in places), ("touchEnd", [])]
            for kind, points in touches:
                self.ask("Input.dispatchTouchEvent", type=kind, touchPoints=[{"x": at, "y": y} for at in points])
            return
        for kind, at in (("mousePressed", x), *(("mouseMoved", at) for at in places), ("mouseReleased", places[-1])):
            self.ask("Input.dispatchMouseEvent", type=kind, x=at, y=y, button="left", buttons=1, clickCount=1)

    def middle(self, selector: str) -> tuple[float, float]:
        """Return the middle of an element within the window, after scrolling to it."""
        found = self.value(
            f"(() => {{ const one = document.querySelector({json.dumps(selector)});"
            " one.scrollIntoView({block: 'center'}); const box = one.getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        return float(found[0]), float(found[1])

    def accessible(self) -> list[tuple[str, str, str]]:
        """Return role, name and value of everything that a screen reader is told."""
        nodes = self.ask("Accessibility.getFullAXTree")["nodes"]
        told = [node for node in nodes if not node.get("ignored")]
        return [tuple(str(node.get(part, {}).get("value", "")) for part in ("role", "name", "value")) for node in told]  # type: ignore[misc]

    def ask(self, method: str, **parameters: object) -> Mapping[str, Any]:
        """Return the answer to a command of the DevTools protocol."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self._session and not method.startswith("Target."):
            message["sessionId"] = self._session
        os.write(self._asked, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer)
                return dict(answer["result"])
            self._listen(answer)

    def _listen(self, event: Mapping[str, Any]) -> None:
        method, told = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown" or (method == "Log.entryAdded"):
            self.complaints.append(json.dumps(told))
        elif method == "Runtime.consoleAPICalled" and told["type"] in ("error", "warning", "assert"):
            self.complaints.append(json.dumps(told["args"]))

    def _next(self) -> Mapping[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._told], [], [], SECONDS)
            assert ready, "the browser does not answer"
            part = os.read(self._told, 1 << 16)
            assert part, "the browser has ended"
            self._rest += part
        message, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(message))


@contextmanager
def browser() -> Iterator[Browser]:
    """Give a browser with a profile of its own, which is killed at the end."""
    assert CHROMIUM is not None, "who has no Chromium skips"
    profile = tempfile.mkdtemp(prefix="metascope-browser-")
    reads, asked = os.pipe()
    told, writes = os.pipe()
    process = subprocess.Popen(
        [  # of a shell, to which the pipes are those that the browser expects
            "bash",
            "-c",
            f'exec "$@" 3<&{reads} 4>&{writes}',
            "bash",
            CHROMIUM,
            "--headless=new",
            "--no-sandbox",  # which root has not
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--lang=en",
            f"--user-data-dir={profile}",
            "--remote-debugging-pipe",
        ],
        pass_fds=(reads, writes),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    os.close(reads)
    os.close(writes)
    try:
        yield Browser(asked, told)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, 9)
        process.wait()
        os.close(asked)
        os.close(told)
        shutil.rmtree(profile, ignore_errors=True)
