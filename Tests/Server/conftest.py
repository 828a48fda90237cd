"""Every module gets a server of its own on a fresh data folder; a test that stops or breaks one makes another."""

import shutil

import pytest

from .calling import sign_in
from .city import City, trust_folder
from .running import Server, add_user, require_binaries

ADMIN = "quantri"


def pytest_sessionstart(session):
    require_binaries("ecabinet-server", "ecabinet-worker")


@pytest.fixture(scope="session")
def seeded_folder(tmp_path_factory):
    """A data folder with one administrator, made as an operator makes it; copied, never used itself."""
    folder = tmp_path_factory.mktemp("seeded") / "data"
    add_user(folder, ADMIN, "admin", name="Quản trị", title="Quản trị viên")
    return folder


@pytest.fixture
def data_folder(seeded_folder, tmp_path):
    """A copy of the seeded folder for one test."""
    return copied(seeded_folder, tmp_path)


def copied(seeded, place):
    shutil.copytree(seeded, place / "data", ignore=shutil.ignore_patterns("admin.sock"))
    shutil.copytree(trust_folder(), place / "data" / "trust", dirs_exist_ok=True)
    return place / "data"


@pytest.fixture(scope="module")
def server(seeded_folder, tmp_path_factory):
    """The module's running server; that it stops cleanly is part of every module's test."""
    server = Server(copied(seeded_folder, tmp_path_factory.mktemp("server"))).start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def city(server):
    return City(server, sign_in(server, ADMIN))


@pytest.fixture
def own_server(data_folder):
    """A server for one test, which may stop, kill and start it."""
    server = Server(data_folder).start()
    yield server
    server.stop()


@pytest.fixture
def own_city(own_server):
    return City(own_server, sign_in(own_server, ADMIN))
