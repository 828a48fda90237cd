"""The programs under test, started as an operator starts them."""

import os
import signal
import subprocess
import threading
from pathlib import Path

import pytest

from .polling import eventually

ROOT = Path(__file__).resolve().parents[2]
BINARIES = Path(os.environ.get("ECABINET_BIN", ROOT / ".build" / "debug")).resolve()
# Templates and Storage/Schema: the repository's own, or those that belong to the binaries.
HOME = Path(os.environ.get("ECABINET_HOME", ROOT)).resolve()
PASSWORD = "mat khau thu nghiem 2026"
# The cheapest hash the server accepts: tests sign in hundreds of times.
PASSWORD_COST = "1024"


def environment(**extra):
    """Ours, without what would configure the programs behind a test's back."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ECABINET_", "LC_", "LANG", "XDG_"))}
    return kept | {"ECABINET_PASSWORD_COST": PASSWORD_COST, "LANG": "C.UTF-8"} | extra


def operate(data, *words, stdin="", within=60, home=HOME, **extra):
    """Runs one verb of `ecabinet-server` on a data folder and gives back what it said."""
    command = [str(BINARIES / "ecabinet-server"), *map(str, words), "--data", str(data), "--home", str(home)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=within, env=environment(**extra))


def add_user(data, username, role, *, name=None, title="", password=PASSWORD):
    done = operate(
        data, "user", "add", "--username", username, "--name", name or f"Người {username}", "--role", role, "--title", title, "--password-stdin",
        stdin=password + "\n")
    assert done.returncode == 0, done.stderr
    return done.stdout.split()[1]


class Server:
    """One `ecabinet-server serve` on a data folder and a free port; may be stopped, killed and started again."""

    def __init__(self, data, *, arguments=(), listen="127.0.0.1:0", home=HOME, extra=None):
        self.data = Path(data)
        self.arguments = [str(word) for word in arguments]
        self.listen = listen
        self.home = home
        self.extra = extra or {}
        self.process = None
        self.url = None
        self.port = None
        self.errors = []

    def launch(self):
        """Starts the process without waiting for it: for servers that are expected to refuse."""
        command = [
            str(BINARIES / "ecabinet-server"), "serve", "--data", str(self.data), "--home", str(self.home), "--listen", self.listen, *self.arguments]
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(**self.extra))
        self.errors = []
        threading.Thread(target=self._listen_to_errors, args=(self.process.stderr, self.errors), daemon=True).start()
        return self

    def start(self):
        """Starts and waits for the address, as a script of an operator would."""
        self.launch()
        for line in self.process.stdout:
            if line.startswith("eCabinet: "):
                self.url = line.split()[1]
                self.port = int(self.url.rsplit(":", 1)[1])
                return self
        raise AssertionError(f"the server ended with {self.process.wait()}: {''.join(self.errors)}")

    @staticmethod
    def _listen_to_errors(pipe, into):
        for line in pipe:
            into.append(line)

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def terminate(self):
        """Asks to stop; does not wait."""
        self.process.send_signal(signal.SIGTERM)

    def stop(self, within=30):
        """SIGTERM drains and exits 0."""
        if not self.is_running:
            return
        self.terminate()
        code = self.process.wait(timeout=within)
        assert code == 0, f"SIGTERM: exit code {code}: {''.join(self.errors)[-2000:]}"

    def kill(self):
        """The plug is pulled."""
        self.process.kill()
        self.process.wait()

    def restart(self):
        self.stop()
        return self.start()

    def operate(self, *words, **options):
        return operate(self.data, *words, home=self.home, **options)

    def said(self, text):
        """Waits until the server's log says `text`."""
        return eventually(lambda: any(text in line for line in self.errors), what=f"the log line {text!r}")


def require_binaries(*names):
    missing = [name for name in names if not (BINARIES / name).exists()]
    if missing:
        pytest.exit(f"{BINARIES} lacks {', '.join(missing)}: build first (swift build), or name the folder in ECABINET_BIN")
