"""Programs that run beside the measurement, each on a free loopback port, each ended by its own id."""
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

START_SECONDS = 120
STOP_SECONDS = 30


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Running:
    """A child process that answers HTTP on `port`; leaving the `with` block ends it."""

    def __init__(self, words: list[str], port: int, path: str, log: pathlib.Path, environment: dict[str, str] | None = None):
        self.words, self.port, self.path, self.log = words, port, path, log
        self.environment = {**os.environ, **(environment or {})}

    def __enter__(self) -> "Running":
        self.process = subprocess.Popen(
            self.words, stdout=self.log.open("wb"), stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=self.environment)
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}{self.path}", timeout=1).read()
                return self
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        self.stop()
        raise SystemExit(f"{self.words[0]} did not start:\n{self.log.read_text(errors='replace')[-2000:]}")

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return self.process.returncode

    def cpu_seconds(self) -> float:
        """User and system time the process has used so far."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def server(binaries: pathlib.Path, home: pathlib.Path, folder: pathlib.Path, password: str, trust: pathlib.Path) -> Running:
    """`ecabinet-server serve` with a demo city in a new data folder."""
    port = free_port()
    words = [
        str(binaries / "ecabinet-server"), "serve", "--home", str(home), "--data", str(folder / "data"), "--listen", f"127.0.0.1:{port}",
        "--trust", str(trust), "--demo",
    ]
    # The password hash is made cheap: 500 members sign in here, and none of the numbers is about that.
    return Running(words, port, "/healthz", folder / "server.log", {"ECABINET_DEMO_PASSWORD": password, "ECABINET_PASSWORD_COST": "1024"})


NGINX = """\
daemon off;
{user}
worker_processes auto;
pid {folder}/nginx.pid;
error_log {folder}/nginx-error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  types {{ text/plain txt; text/css css; }}
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  client_body_temp_path {folder}/nginx-body; proxy_temp_path {folder}/nginx-proxy; fastcgi_temp_path {folder}/nginx-fastcgi;
  uwsgi_temp_path {folder}/nginx-uwsgi; scgi_temp_path {folder}/nginx-scgi;
  server {{ listen 127.0.0.1:{port}; root {folder}/nginx-root; }}
}}
"""


def nginx(folder: pathlib.Path, files: dict[str, bytes]) -> Running:
    """nginx with one worker a core, serving `files` by name."""
    port = free_port()
    root = folder / "nginx-root"
    root.mkdir()
    for name, content in files.items():
        (root / name).write_bytes(content)
    configuration = folder / "nginx.conf"
    configuration.write_text(NGINX.format(folder=folder, port=port, user="user root;" if os.geteuid() == 0 else ""))
    program = next((p for p in ("/usr/sbin/nginx", "/usr/bin/nginx") if os.access(p, os.X_OK)), "nginx")
    return Running([program, "-c", str(configuration), "-e", str(folder / "nginx-error.log")], port, "/" + next(iter(files)), folder / "nginx.log")
