"""A headless Chromium on the end of a pipe (Chrome DevTools Protocol), with the standard library alone."""

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Failure(Exception):
    """The browser or the page did not do what was asked."""


class Chromium:
    """A browser of its own profile, gone with the block."""

    SECONDS = 30

    def __init__(self, program="chromium"):
        self.profile = tempfile.mkdtemp(prefix="chromium-")
        (reads, self.writes), (self.reads, writes) = self._pipe(), self._pipe()

        def ends():
            os.dup2(reads, 3)
            os.dup2(writes, 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-dev-shm-usage",
             "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--remote-debugging-pipe",
             f"--user-data-dir={self.profile}", "about:blank"],
            preexec_fn=ends, pass_fds=(3, 4), stderr=subprocess.DEVNULL)
        os.close(reads)
        os.close(writes)
        self.buffer, self.number, self.events = b"", 0, []

    @staticmethod
    def _pipe():
        """High descriptors, so that 3 and 4 are free for the child."""
        ends = os.pipe()
        high = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends]
        for end in ends:
            os.close(end)
        return high

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def _receive(self, until):
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.reads], [], [], max(0, until - time.monotonic()))
            part = os.read(self.reads, 1 << 16) if ready else b""
            if not part:
                raise Failure("the browser is silent")
            self.buffer += part
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.writes, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + self.SECONDS
        while True:
            answer = self._receive(until)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def page(self, width, height=900, script=True):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, session, width, height, script)


class Page:
    """A tab, as somebody sits before it: by pointer and keys."""

    def __init__(self, browser, session, width, height, script):
        self.browser, self.session = browser, session
        for domain in ("Page", "DOM", "Runtime"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)
        # A page that still glides after a click is not where it was when the next spot was found.
        self.call("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
        self.call("Emulation.setScriptExecutionDisabled", value=not script)

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def value(self, script):
        """What an expression amounts to in the page."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True,
                           awaitPromise=True)
        if "exceptionDetails" in answer:
            raise Failure(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def wait(self, script):
        """Until an expression holds; a page that is being replaced has none to tell."""
        until = time.monotonic() + Chromium.SECONDS
        while time.monotonic() < until:
            try:
                if self.value(script):
                    return
            except Failure:
                pass
            time.sleep(0.05)
        raise Failure(f"not in time: {script}")

    def open(self, address):
        self.leave(lambda: self.call("Page.navigate", url=address))

    def leave(self, act):
        """Does what leads to another page, and waits for that."""
        self.value("window.isOld = true")
        act()
        self.wait("!window.isOld && document.readyState === 'complete'")

    def place(self, selector, across=0.5, down=0.5):
        """A point of an element, scrolled into view; the element must be what lies there."""
        self.wait(f"document.querySelector({json.dumps(selector)}) !== null")
        spot = self.value(f"""(() => {{
            const element = document.querySelector({json.dumps(selector)});
            element.scrollIntoView({{ block: "center", behavior: "instant" }});
            const box = element.getBoundingClientRect();
            const [x, y] = [box.x + box.width * {across}, box.y + box.height * {down}];
            const there = document.elementFromPoint(x, y);
            return element.contains(there) || there?.contains(element) ? [x, y] : null;
        }})()""")
        if spot is None:
            raise Failure(f"{selector} cannot be reached by a pointer")
        return spot

    def _mouse(self, kind, spot, **parameters):
        self.call("Input.dispatchMouseEvent", type=kind, x=spot[0], y=spot[1], **parameters)

    def click(self, selector):
        self.drag([self.place(selector)])

    def drag(self, spots):
        """Presses at the first point, releases at the last."""
        self._mouse("mouseMoved", spots[0])
        self._mouse("mousePressed", spots[0], button="left", buttons=1, clickCount=1)
        for spot in spots[1:]:
            self._mouse("mouseMoved", spot, button="left", buttons=1)
        self._mouse("mouseReleased", spots[-1], button="left", clickCount=1)

    def submit(self, selector):
        self.leave(lambda: self.click(selector))

    def type(self, selector, text):
        self.click(selector)
        self.call("Input.insertText", text=text)

    def choose_file(self, selector, path):
        """What the system's own window for choosing a file does."""
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.call("DOM.setFileInputFiles", files=[path], nodeId=node)

    def picture(self, path):
        """The whole page as PNG."""
        data = self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
