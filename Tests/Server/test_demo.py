"""Contract §1, `--demo`: an empty store becomes a city with something to see; a full one is left alone."""

import re

import pytest

from .calling import good, sign_in
from .polling import eventually
from .running import Server


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("demo") / "data", arguments=["--demo"], extra={"ECABINET_DEMO_PASSWORD": "mat khau trinh dien"}).start()
    yield server
    server.stop()


def accounts(server):
    listed = server.operate("user", "list")
    assert listed.returncode == 0
    return {line.split("\t")[0]: line.split("\t")[1] for line in listed.stdout.splitlines()}


def test_every_demo_account_has_the_password_of_the_environment(demo):
    roles = accounts(demo)
    assert {"admin", "secretary", "leader", "member"} <= set(roles.values())
    for username in list(roles)[:6]:
        good(sign_in(demo, username, "mat khau trinh dien").get("/me"), 200)


def test_there_is_a_meeting_with_papers_to_read_today(demo):
    secretary = next(name for name, role in accounts(demo).items() if role == "secretary")
    caller = sign_in(demo, secretary, "mat khau trinh dien")
    meetings = caller.items("/meetings")
    assert meetings
    with_papers = [meeting for meeting in meetings if caller.items(f"/meetings/{meeting['id']}/documents")]
    assert with_papers
    documents = caller.items(f"/meetings/{with_papers[0]['id']}/documents")
    eventually(
        lambda: all(document["state"] == "ready" for document in caller.items(f"/meetings/{with_papers[0]['id']}/documents")), within=120, what="the examination of the demo papers")
    assert caller.get(f"/documents/{documents[0]['id']}/pages/1.png").status_code == 200


def test_a_full_store_is_left_alone(demo):
    before = accounts(demo)
    demo.restart()
    assert accounts(demo) == before


def test_without_a_given_password_a_random_one_is_printed_once(tmp_path):
    server = Server(tmp_path / "data", arguments=["--demo"])
    server.launch()
    lines = []
    for line in server.process.stdout:
        lines.append(line)
        if line.startswith("eCabinet: "):
            server.url = line.split()[1]
            server.port = int(server.url.rsplit(":", 1)[1])
            break
    try:
        told = "".join(lines + server.errors)
        username = next(name for name, role in accounts(server).items() if role == "secretary")
        password = re.search(r"printed once: (\S+)", told)
        assert password, told
        good(sign_in(server, username, password[1]).get("/me"), 200)
        server.stop()
        server.start()
        assert "printed once" not in "".join(server.errors)
    finally:
        server.stop()
