"""A server with the demo authority in its trust folder, a city on it, and browsers for whoever sits in the room."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from Server.calling import sign_in  # noqa: E402
from Server.city import City  # noqa: E402
from Server.conftest import ADMIN, copied, seeded_folder  # noqa: E402, F401
from Server.running import Server  # noqa: E402

from .room import Browser  # noqa: E402


@pytest.fixture(scope="module")
def server(seeded_folder, tmp_path_factory):  # noqa: F811
    server = Server(copied(seeded_folder, tmp_path_factory.mktemp("browser"))).start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def city(server):
    return City(server, sign_in(server, ADMIN))


@pytest.fixture
def browser():
    """Makes browsers; all of them are closed after the test, and none of them may have complained."""
    opened = []

    def open_browser(width=1280, height=800):
        opened.append(Browser(width, height))
        return opened[-1]

    yield open_browser
    complaints = [line for one in opened for line in one.complaints()]
    for one in opened:
        one.quit()
    assert complaints == [], complaints
