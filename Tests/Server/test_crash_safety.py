"""What was acknowledged is on the disk: SIGKILL in the middle of a vote, sync, folders of newer programs."""

import random
import re
import subprocess
import time

import pytest

from .calling import good
from .log_reading import database
from .running import Server
from .voters import Voters

VOTERS = 8


@pytest.fixture
def vote(own_city):
    body = own_city.body(VOTERS)
    poll = body.opened().opened_poll()
    return Voters(poll, body.seats)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_acknowledged_ballot_survives_the_pulled_plug(own_server, vote, seed):
    chance = random.Random(seed)
    vote.start().wait_for(chance.randint(20, 80))
    time.sleep(chance.random() * 0.03)
    own_server.kill()
    vote.finish()
    recorded = vote.are_all_there(own_server.data)
    # More may be in the log than was told, never less, and nothing twice.
    assert len(vote.acknowledged) <= len(recorded) <= len(vote.acknowledged) + len(vote.unanswered)
    stopped = own_server.operate("log", "verify")
    assert stopped.returncode == 0, stopped.stdout + stopped.stderr
    own_server.start()
    for key, (person, choice, answer) in vote.acknowledged.items():
        assert good(vote.poll.cast(person, choice, key=key), 201) == answer, "the retry did not get the stored answer"
    for key, (person, choice) in vote.unanswered.items():
        first = good(vote.poll.cast(person, choice, key=key), 201)
        assert good(vote.poll.cast(person, choice, key=key), 201) == first
    after = vote.are_all_there(own_server.data)
    assert len(after) == len(vote.acknowledged) + len(vote.unanswered), "one ballot a key, whatever was lost on the way"
    last = {}
    for seq in sorted(after):
        last[after[seq][0]] = after[seq][1]
    tally = vote.poll.close()["tally"]
    assert tally == {choice: list(last.values()).count(choice) for choice in ("for", "against", "abstain")} | {"none": VOTERS - len(last)}
    running = own_server.operate("log", "verify")
    assert running.returncode == 0, running.stdout + running.stderr


def test_the_plug_may_be_pulled_again_and_again(own_server, own_city):
    body = own_city.body(4)
    poll = body.opened().opened_poll()
    told = {}
    for round in range(5):
        vote = Voters(poll, body.seats).start()
        vote.wait_for(5)
        own_server.kill()
        told |= vote.finish().acknowledged
        own_server.start()
    vote.acknowledged = told
    vote.are_all_there(own_server.data)
    assert own_server.operate("log", "verify").returncode == 0


def test_an_answer_is_given_only_after_the_disk_has_it(own_server, vote, tmp_path):
    """With full synchronisation every acknowledged ballot is followed by at least one sync of the write-ahead log."""
    trace = tmp_path / "trace"
    tracer = subprocess.Popen(
        ["strace", "-f", "-q", "-y", "-e", "trace=fsync,fdatasync", "-o", str(trace), "-p", str(own_server.process.pid)], stderr=subprocess.PIPE, text=True)
    try:
        deadline = time.monotonic() + 20
        while "TracerPid:\t0" in (status := open(f"/proc/{own_server.process.pid}/status").read()) and time.monotonic() < deadline:
            assert tracer.poll() is None, tracer.stderr.read()
            time.sleep(0.02)
        assert "TracerPid:\t0" not in status
        for number in range(10):
            good(vote.poll.cast(vote.people[0], ("for", "against")[number % 2]), 201)
    finally:
        tracer.terminate()
        tracer.wait(timeout=20)
    synced = re.findall(r"f(?:data)?sync\(\d+<[^>]*ecabinet\.sqlite-wal", trace.read_text())
    assert len(synced) >= 10, trace.read_text()[-2000:]


def everything(folder):
    """All that stands in the database, as text."""
    with database(folder) as connection:
        return list(connection.iterdump())


def test_a_folder_of_a_newer_program_is_refused_untouched(data_folder):
    with database(data_folder, write=True) as connection:
        newest = connection.execute("SELECT MAX(version) FROM schema_version").fetchone()[0]
        connection.execute("INSERT INTO schema_version (version, name, sha256) VALUES (?, 'later', '')", (newest + 1,))
    before = everything(data_folder)
    server = Server(data_folder).launch()
    assert server.process.wait(timeout=30) == 1
    server.said("newer program")
    assert len("".join(server.errors).strip().splitlines()) == 1
    assert everything(data_folder) == before
    for verb in (("user", "list"), ("log", "verify")):
        done = server.operate(*verb)
        assert done.returncode == 1 and "newer program" in done.stderr


def test_sqlite_agrees_that_the_file_is_sound(own_server, vote):
    vote.start().wait_for(20)
    own_server.kill()
    vote.finish()
    with database(own_server.data, write=True) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    own_server.start()


def test_a_paper_that_waited_for_the_worker_is_examined_after_the_plug(own_server, own_city):
    meeting = own_city.body(1).draft()
    document = meeting.paper()
    own_server.kill()
    own_server.start()
    assert meeting.ready(document)["state"] == "ready"
