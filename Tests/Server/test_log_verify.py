"""`ecabinet-server log verify`: whatever was changed behind the server's back is found and named (contract §1)."""

import re
import shutil

import pytest

from .calling import sign_in
from .city import City
from .conftest import copied
from .log_reading import database
from .running import Server

TAMPERINGS = {
    "one byte of a body": "UPDATE event SET body = replace(body, '\"', '''') WHERE stream = :stream AND seq = 3",
    "one letter of an actor": "UPDATE event SET actor = 'x' || substr(actor, 2) WHERE stream = :stream AND seq = 3",
    "the audience": "UPDATE event SET audience = audience || ' house' WHERE stream = :stream AND seq = 3",
    "the kind": "UPDATE event SET kind = 'ballot.received' WHERE stream = :stream AND seq = 3",
    "the time by a millisecond": "UPDATE event SET at = at + 1 WHERE stream = :stream AND seq = 3",
    "one bit of a hash": "UPDATE event SET hash = CAST(x'00' || substr(hash, 2) AS BLOB) WHERE stream = :stream AND seq = 3",
    "a row taken out": "DELETE FROM event WHERE stream = :stream AND seq = 3",
}


@pytest.fixture(scope="module")
def written(seeded_folder, tmp_path_factory):
    """A stopped folder with a meeting of some length in it, and that meeting's stream."""
    server = Server(copied(seeded_folder, tmp_path_factory.mktemp("written"))).start()
    city = City(server, sign_in(server, "quantri"))
    meeting = city.body(3).opened()
    for number in range(5):
        meeting.announce(f"Thông báo {number}")
    server.stop()
    return server.data, f"meeting:{meeting.id}"


@pytest.mark.parametrize("how", TAMPERINGS)
def test_a_changed_row_is_found_and_named(written, tmp_path, how):
    folder, stream = written
    copy = tmp_path / "data"
    shutil.copytree(folder, copy)
    with database(copy, write=True) as connection:
        assert connection.execute(TAMPERINGS[how], {"stream": stream}).rowcount == 1
    done = Server(copy).operate("log", "verify")
    assert done.returncode == 1, done.stdout
    told = done.stdout + done.stderr
    assert stream in told and re.search(r"\b3\b", told), told


CUTS = {
    "the newest row with its head": [
        "DELETE FROM event WHERE stream = :stream AND seq = :head",
        "UPDATE stream SET head = :head - 1, hash = (SELECT hash FROM event WHERE stream = :stream AND seq = :head - 1) WHERE id = :stream"],
    "a whole stream": ["DELETE FROM event WHERE stream = :stream", "DELETE FROM stream WHERE id = :stream"],
}
# A careful forger counts the positions of the whole log anew as well: then only the signed checkpoint knows.
RECOUNT = [
    "CREATE TEMP TABLE place AS SELECT stream, seq, ROW_NUMBER() OVER (ORDER BY pos) AS pos FROM event", "UPDATE event SET pos = -pos",
    "UPDATE event SET pos = (SELECT pos FROM place WHERE place.stream = event.stream AND place.seq = event.seq)", "UPDATE shard SET pos = (SELECT MAX(pos) FROM event)"]


def cut(written, tmp_path, statements):
    """A copy of the folder, forged."""
    folder, stream = written
    copy = tmp_path / "data"
    shutil.copytree(folder, copy)
    with database(copy, write=True) as connection:
        head = connection.execute("SELECT head FROM stream WHERE id = ?", (stream,)).fetchone()[0]
        for statement in statements:
            connection.execute(statement, {"stream": stream, "head": head})
    return copy, stream


@pytest.mark.parametrize("how", CUTS)
def test_starting_the_server_does_not_bless_a_cut_log(written, tmp_path, how):
    copy, stream = cut(written, tmp_path, [*CUTS[how], *RECOUNT])
    server = Server(copy).launch()
    try:
        # Whether it refuses to start or starts and warns: it must not sign what was cut.
        for line in server.process.stdout:
            if line.startswith("eCabinet: "):
                break
        if server.is_running:
            assert server.operate("log", "verify").returncode == 1
    finally:
        server.stop()
    done = server.operate("log", "verify")
    assert done.returncode == 1 and stream in done.stdout + done.stderr, done.stdout + done.stderr


@pytest.mark.parametrize("recount", [[], RECOUNT], ids=["carelessly", "carefully"])
@pytest.mark.parametrize("how", CUTS)
def test_a_cut_tail_and_a_lost_stream_are_found(written, tmp_path, how, recount):
    copy, stream = cut(written, tmp_path, [*CUTS[how], *recount])
    done = Server(copy).operate("log", "verify")
    assert done.returncode == 1, done.stdout
    told = done.stdout + done.stderr
    assert stream in told if recount else re.search(r"\d", told), told


def test_an_untouched_log_is_whole(written):
    done = Server(written[0]).operate("log", "verify")
    assert done.returncode == 0 and "whole" in done.stdout
