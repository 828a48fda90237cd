"""`backup` and `restore`: what was told before stays true in the copy, and a copy is never a danger (contract §1)."""

import shutil
import subprocess

import pytest

from .calling import Caller, good, sign_in
from .city import sample
from .running import Server
from .sockets import Push
from .voters import Voters


@pytest.fixture
def vote(own_city):
    body = own_city.body(8)
    return Voters(body.opened().opened_poll(), body.seats)


def restored(server, file, place, *, keys):
    """A second server on a folder restored from a backup, with the first one's keys or without."""
    folder = place / "restored"
    done = Server(folder).operate("restore", file)
    assert done.returncode == 0, done.stdout + done.stderr
    if keys:
        shutil.copytree(server.data / "keys", folder / "keys", dirs_exist_ok=True)
    return Server(folder)


def test_a_backup_taken_while_people_vote_holds_all_that_was_told_before_it(own_server, own_city, vote, tmp_path):
    meeting = vote.poll.meeting
    document = meeting.ready(meeting.paper(sample("ok-bt.pdf"), title="Dự thảo"))
    meeting.announce("Trước khi sao lưu")
    vote.start().wait_for(20)
    with vote.lock:
        before = dict(vote.acknowledged)
    done = own_server.operate("backup", tmp_path / "city.backup")
    assert done.returncode == 0, done.stdout + done.stderr
    vote.wait_for(len(before) + 5)
    vote.finish()
    epoch = meeting.look()["epoch"]
    other = restored(own_server, tmp_path / "city.backup", tmp_path, keys=True)
    vote.acknowledged = before
    recorded = vote.are_all_there(other.data)
    assert not (tmp_path / "restored" / "manifest.json").exists()
    other.start()
    try:
        secretary = sign_in(other, meeting.secretary.username)
        look = good(secretary.get(meeting.path), 200)
        assert look["epoch"] != epoch, "a restore begins a new epoch"
        content = secretary.get(f"/documents/{document['id']}/content")
        assert (content.status_code, content.content) == (200, sample("ok-bt.pdf"))
        assert good(secretary.get(f"/documents/{document['id']}"))["state"] == "ready"
        assert secretary.get(f"/documents/{document['id']}/pages/1.png").status_code == 200
        assert [line["text"] for line in secretary.items(f"{meeting.path}/announcements")] == ["Trước khi sao lưu"]
        # Tokens of before are as good as before; receipts as well.
        key, (person, choice, answer) = next(iter(before.items()))
        assert good(Caller(other, person.token).post(f"{vote.poll.path}/ballots", {"choice": choice}, key=key), 201) == answer
        with Push(secretary) as socket:
            socket.subscribe(f"meeting:{meeting.id}", after=1, epoch=epoch)
            socket.error("push.resync")
        assert other.operate("log", "verify").returncode == 0
        assert len(recorded) >= len(before)
    finally:
        other.stop()


def test_what_is_sealed_stays_sealed_without_the_keys(own_server, own_city, tmp_path):
    meeting = own_city.body(3).opened()
    meeting.announce("Chỉ đọc được khi có khóa")
    meeting.attend(meeting.body.seats[2], "absent", reason="Lý do riêng")
    good(meeting.opened_poll().cast(meeting.body.seats[0], "abstain", text="Ý kiến riêng"), 201)
    assert own_server.operate("backup", tmp_path / "b").returncode == 0
    for secret in ("Chỉ đọc được khi có khóa", "Lý do riêng", "Ý kiến riêng"):
        assert secret.encode() not in (tmp_path / "b").read_bytes(), "personal text stands in the backup in the clear"
    other = restored(own_server, tmp_path / "b", tmp_path, keys=False).start()
    try:
        secretary = sign_in(other, meeting.secretary.username)
        announcements = good(secretary.get(f"{meeting.path}/announcements"), 200)["items"]
        assert not [line for line in announcements if line["text"]]
        good(secretary.get(f"{meeting.path}/roster"), 200)
        good(secretary.get(f"{meeting.path}/minutes"), 200)
        with Push(secretary).subscribe(f"meeting:{meeting.id}", after=0) as socket:
            told = socket.events_until(good(secretary.get(meeting.path))["head"])
            assert [event["data"]["text"] for event in told if event["kind"] == "announcement.posted"] == [None]
        verified = other.operate("log", "verify")
        assert verified.returncode == 0, verified.stdout + verified.stderr
    finally:
        other.stop()


def test_a_backup_holds_no_key_and_is_nobody_elses_to_read(own_server, tmp_path):
    assert own_server.operate("backup", tmp_path / "b").returncode == 0
    names = subprocess.run(["tar", "-tf", str(tmp_path / "b")], capture_output=True, text=True, check=True).stdout.split()
    assert "ecabinet.sqlite" in names and any(name.startswith("trust/") for name in names)
    assert not [name for name in names if "key" in name.lower()], names
    for file in (own_server.data / "keys").rglob("*"):
        if file.is_file() and file.stat().st_size >= 16:
            assert file.read_bytes() not in (tmp_path / "b").read_bytes(), f"{file.name} stands in the backup"
    assert (tmp_path / "b").stat().st_mode & 0o077 == 0, "everyone on the machine can read the backup"


def test_a_backup_never_overwrites_and_a_restore_never_mixes(own_server, data_folder, tmp_path):
    (tmp_path / "there").write_text("quý")
    done = own_server.operate("backup", tmp_path / "there")
    assert (done.returncode, (tmp_path / "there").read_text()) == (2, "quý")
    assert "there" in done.stderr
    assert own_server.operate("backup", tmp_path / "b").returncode == 0
    done = own_server.operate("restore", tmp_path / "b")
    assert done.returncode == 2 and "empty" in done.stderr
    assert not [file for file in own_server.data.iterdir() if file.name.startswith("backup-")], "the stage of a backup stays behind"


@pytest.mark.parametrize("damage", ["cut", "turned", "garbage", "missing", "not all papers"])
def test_a_damaged_backup_is_refused_and_leaves_nothing(own_server, own_city, tmp_path, damage):
    meeting = own_city.body(1).draft()
    meeting.ready(meeting.paper())
    file = tmp_path / "b"
    assert own_server.operate("backup", file).returncode == 0
    content = bytearray(file.read_bytes())
    if damage == "cut":
        file.write_bytes(content[: len(content) // 2])
    elif damage == "turned":
        at = content.index(b"SQLite format 3") + 40_000
        content[at : at + 64] = bytes(64 - i for i in range(64))
        file.write_bytes(content)
    elif damage == "garbage":
        file.write_bytes(b"khong phai ban sao luu" * 100)
    elif damage == "missing":
        file.unlink()
    else:
        subprocess.run(["tar", "-C", str(tmp_path), "-xf", str(file)], check=True)
        paper = next(path for path in (tmp_path / "documents").rglob("*") if path.is_file())
        paper.unlink()
        file.unlink()
        subprocess.run(["tar", "-C", str(tmp_path), "-cf", str(file), "manifest.json", "ecabinet.sqlite", "documents", "trust"], check=True)
    folder = tmp_path / "restored"
    done = Server(folder).operate("restore", file)
    assert done.returncode in (1, 2), done.stdout
    assert len(done.stderr.strip().splitlines()) == 1 and done.stderr.strip(), done.stderr
    assert not folder.exists() or not list(folder.iterdir())
    assert not [path for path in tmp_path.iterdir() if "restoring" in path.name]
