"""Contract §1: one writer a folder, a process that starts and stops as service managers expect, metrics."""

import json
import os
import socket
import stat
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from .calling import Caller, good, sign_in
from .city import City
from .raw import RawRequest
from .running import PASSWORD, Server, add_user


@pytest.fixture
def house(data_folder):
    """A data folder whose server may run or not."""
    server = Server(data_folder)
    yield server
    server.stop()


def test_a_second_server_on_the_same_folder_is_refused(house):
    house.start()
    other = Server(house.data).launch()
    assert other.process.wait(timeout=30) == 1
    other.said("in use")
    good(Caller(house).get("/keys"), 200)
    # The first one's socket is still there for the operator.
    assert house.operate("user", "list").returncode == 0


def test_a_port_that_is_taken_is_told_with_a_sentence(house):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        other = Server(house.data, listen=f"127.0.0.1:{taken.getsockname()[1]}").launch()
        code = other.process.wait(timeout=30)
    text = "".join(other.errors)
    assert code == 1, (code, text)
    assert "in use" in text.lower() or other.listen in text, text


def test_a_killed_server_leaves_no_lock_behind(house):
    house.start()
    house.kill()
    assert house.operate("user", "list").returncode == 0
    house.start()


def test_many_verbs_at_once_never_disturb_each_other(house):
    house.start()
    with ThreadPoolExecutor(6) as threads:
        done = list(threads.map(lambda number: house.operate(
            "user", "add", "--username", f"n{number}", "--name", "N", "--role", "member", "--password-stdin", stdin=PASSWORD + "\n"), range(12)))
    assert [one.returncode for one in done] == [0] * 12, [one.stderr for one in done]
    assert len(house.operate("user", "list").stdout.splitlines()) == 13
    assert house.operate("log", "verify").returncode == 0


def test_many_verbs_at_once_on_a_stopped_folder_wait_or_say_why(house):
    with ThreadPoolExecutor(4) as threads:
        done = list(threads.map(lambda _: house.operate("user", "list"), range(4)))
    assert any(one.returncode == 0 for one in done)
    for one in done:
        assert one.returncode == 0 or "in use" in one.stderr, one.stderr


def test_only_the_owner_may_open_what_lies_in_the_folder(house):
    house.start()
    assert stat.S_IMODE(os.stat(house.data / "admin.sock").st_mode) == 0o600
    for name in ("keys", "ecabinet.sqlite", "documents"):
        path = house.data / name
        open_to_others = stat.S_IMODE(path.stat().st_mode) & 0o077
        assert not open_to_others or not stat.S_IMODE(house.data.stat().st_mode) & 0o077, name
    for key in (house.data / "keys").rglob("*"):
        assert not stat.S_IMODE(key.stat().st_mode) & 0o077, key


def test_a_folder_made_by_the_operator_is_closed_to_others(tmp_path):
    folder = tmp_path / "open"
    folder.mkdir(mode=0o755)
    add_user(folder, "quantri", "admin")
    for file in folder.rglob("*"):
        assert not stat.S_IMODE(file.stat().st_mode) & 0o077, f"{file.name} is readable by everyone on the machine"


def test_a_folder_deep_down_works_as_well(tmp_path):
    """A socket's path has 108 bytes; a folder may be deeper."""
    folder = tmp_path / ("sau-" * 20) / ("hon-" * 20) / "data"
    add_user(folder, "quantri", "admin")
    server = Server(folder).start()
    try:
        good(sign_in(server, "quantri").get("/me"), 200)
        done = server.operate("user", "list")
        assert done.returncode == 0 or "in use" in done.stderr, done.stderr
    finally:
        server.stop()


# The process


def test_ready_means_healthy_and_term_means_zero(house):
    began = time.monotonic()
    house.start()
    for path in ("/healthz", "/readyz"):
        assert Caller(house).request("GET", path, base="").status_code == 200
    house.stop()
    assert time.monotonic() - began < 30


def test_term_lets_a_request_finish(house):
    house.start()
    city = City(house, sign_in(house, "quantri"))
    meeting = city.body(1).draft()
    body = json.dumps({"title": "Nội dung"}).encode()
    request = RawRequest(meeting.secretary, "POST", f"{meeting.path}/agenda", length=len(body), headers={"Content-Type": "application/json"})
    request.send(body[:3])
    # The server has the head once it answers another request of the same kind behind it.
    good(city.admin.get("/me"), 200)
    house.terminate()
    request.send(body[3:])
    status, _ = request.answer()
    assert status == 201
    assert house.process.wait(timeout=30) == 0


def test_term_does_not_wait_for_a_client_that_does_nothing(house):
    house.start()
    idle = [socket.create_connection(("127.0.0.1", house.port)) for _ in range(3)]
    began = time.monotonic()
    house.terminate()
    assert house.process.wait(timeout=30) == 0
    assert time.monotonic() - began < 15
    for connection in idle:
        connection.close()


def test_listening_beyond_the_machine_without_tls_warns(house):
    house.listen = "0.0.0.0:0"
    house.start()
    house.said("TLS")
    good(Caller(house).get("/keys"), 200)


def address_of_this_machine():
    """An address of ours that is not loopback; none on a machine without network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        return probe.getsockname()[0]


def test_metrics_do_not_exist_for_others_than_the_machine_and_the_administrator(house):
    address = address_of_this_machine() or "127.0.0.1"
    house.listen = "0.0.0.0:0"
    house.start()
    house.url = f"http://{address}:{house.port}"
    admin = sign_in(house, "quantri")
    add_user(house.data, "thuky", "secretary")
    secretary = sign_in(house, "thuky")
    outside = 200 if address.startswith("127.") else 404
    assert Caller(house).request("GET", "/metrics", base="").status_code == outside
    assert secretary.request("GET", "/metrics", base="").status_code == outside
    assert admin.request("GET", "/metrics", base="").status_code == 200


def test_metrics_are_prometheus_text(house):
    house.start()
    answer = Caller(house).request("GET", "/metrics", base="")
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    names = set()
    for line in answer.text.splitlines():
        if line.startswith("# TYPE "):
            names.add(line.split()[2])
        elif not line.startswith("#"):
            name, value = line.rsplit(" ", 1)
            assert name.split("{")[0] in names or any(name.startswith(known) for known in names), line
            float(value)
    assert names


def test_the_openapi_document_is_served(house):
    house.start()
    document = good(Caller(house).get("/openapi.json"), 200)
    assert document["openapi"].startswith("3.1") and document["paths"]
