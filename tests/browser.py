"""A real Chromium without a window, spoken to over a pipe (Chrome DevTools Protocol)."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    "--disable-component-update", "--disable-sync", "--remote-debugging-pipe", "--hide-scrollbars",
    "--window-size=1440,900", "--force-prefers-reduced-motion",
)  # fmt: skip

# The protocol's pipes have to be the file descriptors 3 and 4 of the browser.
_START = (
    "import fcntl, os, sys\n"
    "ends = [fcntl.fcntl(int(fd), fcntl.F_DUPFD, 20) for fd in sys.argv[1:3]]\n"
    "os.dup2(ends[0], 3), os.dup2(ends[1], 4)\n"
    "os.execv(sys.argv[3], sys.argv[3:])\n"
)


def find_chromium() -> str | None:
    """The path of a Chromium, or None."""
    named = os.environ.get("CHROMIUM") or ""
    return next(
        (p for n in (named, "chromium", "chromium-browser", "google-chrome") if n and (p := shutil.which(n))),
        None,
    )


class Browser:
    """One Chromium with a profile of its own; use it in a `with` statement."""

    def __init__(self, program: str) -> None:
        self._profile = tempfile.mkdtemp(prefix="filmgraph-browser-")
        down, self._down = os.pipe()
        self._up, up = os.pipe()
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-c", _START, str(down), str(up)),
                *(program, *FLAGS, f"--user-data-dir={self._profile}", "about:blank"),
            ],
            pass_fds=(down, up),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(down)
        os.close(up)
        self._answers = os.fdopen(self._up, "rb", buffering=0)
        self._rest = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> Browser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._down)
        self._answers.close()
        self._process.terminate()
        self._process.wait(20)
        shutil.rmtree(self._profile, ignore_errors=True)

    def call(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        """One call of the protocol; what else is reported meanwhile goes to `events`."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._down, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            part = self._answers.read(65536)
            assert part, "the browser has ended"
            self._rest += part
        line, self._rest = self._rest.split(b"\0", 1)
        answer: dict[str, Any] = json.loads(line)
        return answer

    def open(self, address: str) -> Page:
        """A new page at `address`, ready once its script has run."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable", session)
        self.call("Page.navigate", session, url=address)
        page = Page(self, session)
        page.wait("document.documentElement?.dataset.ready === 'yes'")
        return page


class Page:
    """A page of the browser."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser, self._session = browser, session

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression on the page."""
        answer = self._browser.call("Runtime.evaluate", self._session, expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait(self, condition: str, seconds: float = 30) -> None:
        """Wait until a JavaScript expression is true."""
        end = time.monotonic() + seconds
        while not self.run(condition):
            assert time.monotonic() < end, f"never came true: {condition}"
            time.sleep(0.05)

    def click(self, selector: str, index: int = 0) -> None:
        """Click the middle of an element with the mouse."""
        box = self.run(
            f"(() => {{ const e = document.querySelectorAll({json.dumps(selector)})[{index}];"
            "e.scrollIntoView({block: 'nearest'}); const b = e.getBoundingClientRect();"
            "return [b.x + b.width / 2, b.y + b.height / 2]; })()"
        )
        self.click_at(*box)

    def click_at(self, x: float, y: float) -> None:
        """Click a point of the window."""
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self._browser.call(
                "Input.dispatchMouseEvent", self._session, type=kind, x=x, y=y, button="left", clickCount=1
            )

    def press(self, key: str) -> None:
        """Press and release a key ("Enter", "ArrowDown")."""
        for kind in ("keyDown", "keyUp"):
            text = "\r" if key == "Enter" else key if len(key) == 1 else ""
            self._browser.call(
                "Input.dispatchKeyEvent", self._session, type=kind, key=key, code=key, text=text
            )

    def type(self, text: str) -> None:
        """Type text into what has the focus."""
        self._browser.call("Input.insertText", self._session, text=text)

    def requests(self) -> list[str]:
        """The addresses that the page has asked for, its own among them."""
        self.run("0")
        return [
            e["params"]["request"]["url"]
            for e in self._browser.events
            if e.get("method") == "Network.requestWillBeSent" and e.get("sessionId") == self._session
        ]

    def complaints(self) -> list[str]:
        """Errors and warnings of the page's script and of its content security policy."""
        self.run("0")
        mine = [e for e in self._browser.events if e.get("sessionId") == self._session]
        logged = [e["params"]["entry"]["text"] for e in mine if e.get("method") == "Log.entryAdded"]
        thrown = [str(e["params"]) for e in mine if e.get("method") == "Runtime.exceptionThrown"]
        return logged + thrown

    def shoot(self, path: Path) -> None:
        """Write a picture of the window as PNG."""
        path.write_bytes(
            base64.b64decode(self._browser.call("Page.captureScreenshot", self._session)["data"])
        )
