"""Contract §1: `ecabinet`, the secretary's command line, against the real server."""

import json
import stat
import subprocess

import pytest

from .calling import Caller, good
from .city import instant, sample
from .running import BINARIES, PASSWORD, environment, require_binaries

require_binaries("ecabinet")


class Shell:
    """A secretary at a terminal of his own: own home, own stored login."""

    def __init__(self, place, **extra):
        self.place = place
        self.extra = {"XDG_CONFIG_HOME": str(place / "config"), "HOME": str(place)} | extra

    def run(self, *words, stdin="", language="en", **extra):
        command = [str(BINARIES / "ecabinet"), *map(str, words)]
        if language:
            command += ["--language", language]
        return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=120, cwd=self.place, env=environment(**(self.extra | extra)))

    def json(self, *words, code=0, **options):
        done = self.run(*words, "--json", **options)
        assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
        return json.loads(done.stdout)


@pytest.fixture(scope="module")
def body(city):
    return city.body(3)


@pytest.fixture
def shell(city, body, tmp_path):
    """Logged in as the body's secretary."""
    shell = Shell(tmp_path)
    done = shell.run("login", "--server", city.server.url, "--username", body.secretary.username, "--password-stdin", stdin=PASSWORD + "\n")
    assert done.returncode == 0, done.stderr
    return shell


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "Tờ trình 412.pdf"
    path.write_bytes(sample())
    return path


def test_logging_in_keeps_the_token_for_its_owner_alone(shell, body):
    files = [path for path in (shell.place / "config").rglob("*") if path.is_file()]
    assert len(files) == 1 and stat.S_IMODE(files[0].stat().st_mode) == 0o600
    assert PASSWORD not in files[0].read_text()
    assert shell.json("whoami")["username"] == body.secretary.username


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_wrong_password_is_refused(city, body, tmp_path, language):
    done = Shell(tmp_path).run(
        "login", "--server", city.server.url, "--username", body.secretary.username, "--password-stdin", stdin="sai\n", language=language)
    assert done.returncode == 2 and done.stderr.strip() and done.stdout == ""
    assert "sai" not in done.stderr


def test_without_a_login_every_verb_says_so(city, tmp_path):
    done = Shell(tmp_path).run("meeting", "list")
    assert done.returncode in (1, 2) and "login" in done.stderr
    assert Shell(tmp_path).run("login", "--username", "x", "--password-stdin").returncode == 64
    assert Shell(tmp_path).run("dance").returncode == 64


def test_the_environment_stands_for_a_login(city, body, tmp_path):
    shell = Shell(tmp_path, ECABINET_SERVER=city.server.url, ECABINET_TOKEN=body.secretary.token)
    assert shell.json("whoami")["username"] == body.secretary.username


def test_a_stored_token_goes_to_its_own_server_only(shell):
    done = shell.run("whoami", ECABINET_SERVER="http://127.0.0.1:9")
    assert done.returncode != 0 and "login" in done.stderr


def test_a_server_that_is_not_there_is_named(tmp_path):
    done = Shell(tmp_path, ECABINET_SERVER="http://127.0.0.1:9", ECABINET_TOKEN="x").run("whoami")
    assert done.returncode == 1 and "127.0.0.1:9" in done.stderr


def test_logging_out_ends_the_token(shell, city):
    token = json.loads(next(path for path in (shell.place / "config").rglob("*") if path.is_file()).read_text())["token"]
    assert shell.run("logout").returncode == 0
    assert Caller(city.server, token).get("/me").status_code == 401
    assert shell.run("whoami").returncode != 0


def create(shell, body, **changes):
    wanted = {"--body": body.id, "--title": "Phiên họp tháng 11", "--starts-at": instant(3600), "--ends-at": instant(7200), "--place": "Phòng 2"} | changes
    return shell.json("meeting", "create", *[word for pair in wanted.items() for word in pair])


def test_a_meeting_is_created_listed_shown_and_convened(shell, body):
    made = create(shell, body)
    assert made["state"] == "draft" and made["title"] == "Phiên họp tháng 11"
    assert made["id"] in [meeting["id"] for meeting in shell.json("meeting", "list")["items"]]
    assert shell.json("meeting", "show", made["id"])["id"] == made["id"]
    text = shell.run("meeting", "show", made["id"], language="vi").stdout
    assert "Phiên họp tháng 11" in text and "Đang chuẩn bị" in text and made["id"] in text
    assert shell.json("agenda", "add", made["id"], "--title", "Nội dung thứ nhất")["title"] == "Nội dung thứ nhất"
    assert [item["title"] for item in shell.json("agenda", "list", made["id"])["items"]] == ["Nội dung thứ nhất"]
    assert shell.json("meeting", "convene", made["id"])["state"] == "convened"


def test_a_rule_that_says_no_is_exit_two_with_its_sentence(shell, body):
    made = create(shell, body)
    done = shell.run("meeting", "open", made["id"], language="vi")
    assert done.returncode == 2 and done.stderr.strip() and done.stdout == ""
    problem = shell.json("meeting", "open", made["id"], code=2)
    assert problem["code"] == "meeting.wrong-state" and problem["status"] == 409
    assert shell.run("meeting", "show", "khong-co").returncode == 2


SENSELESS = [["meeting", "show"], ["meeting", "show", "có dấu"], ["meeting", "create"], ["upload", "x.pdf"], ["verify"], ["meeting", "list", "--language", "fr"]]


@pytest.mark.parametrize("words", SENSELESS, ids=lambda words: " ".join(words))
def test_a_call_that_makes_no_sense_is_usage(shell, words):
    assert shell.run(*words, language=None).returncode == 64


def test_a_paper_is_uploaded_and_a_second_time_it_is_already_there(shell, body, paper, city):
    meeting = create(shell, body)["id"]
    first = shell.json("upload", paper, "--meeting", meeting, "--kind", "toTrinh")["files"][0]
    assert first["outcome"] == "sent" and first["document"]["title"] == "Tờ trình 412"
    again = shell.json("upload", paper, "--meeting", meeting)["files"][0]
    assert again["outcome"] == "alreadyThere" and again["document"]["id"] == first["document"]["id"]
    done = shell.run("upload", paper, "--meeting", meeting)
    assert done.returncode == 0 and "already there" in done.stdout
    assert "đã có sẵn" in shell.run("upload", paper, "--meeting", meeting, language="vi").stdout
    assert len(good(body.secretary.get(f"/meetings/{meeting}/documents"))["items"]) == 1
    assert first["sha256"] in done.stdout, "the digest is printed"
    # No terminal, no progress bar.
    assert "\r" not in done.stdout + done.stderr and "\x1b" not in done.stdout + done.stderr


def test_waiting_brings_the_paper_in_its_final_state(shell, body, paper, tmp_path):
    meeting = create(shell, body)["id"]
    assert shell.json("upload", paper, "--meeting", meeting, "--wait")["files"][0]["document"]["state"] == "ready"
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + b"rac " * 500)
    report = shell.json("upload", broken, "--meeting", meeting, "--wait", code=1)["files"][0]
    assert report["document"]["state"] == "unreadable"


def test_one_bad_file_does_not_stop_the_others(shell, body, paper, tmp_path):
    meeting = create(shell, body)["id"]
    text, empty, missing = tmp_path / "a.txt", tmp_path / "b.pdf", tmp_path / "khong-co.pdf"
    text.write_text("không phải tài liệu " * 10)
    empty.write_bytes(b"")
    report = shell.json("upload", text, empty, missing, paper, "--meeting", meeting, code=1)["files"]
    assert [one["outcome"] for one in report] == ["refused", "refused", "failed", "sent"]
    assert [one["problem"].get("code") for one in report[:2]] == ["document.not-supported", "document.empty"]
    assert shell.run("upload", text, "--meeting", meeting).returncode == 2


def test_an_upload_into_a_meeting_of_others_is_refused(city, body, tmp_path, paper):
    member, stranger, meeting = body.seats[2], city.account(), body.convened()
    for who in (member, stranger):
        shell = Shell(tmp_path, ECABINET_SERVER=city.server.url, ECABINET_TOKEN=who.token)
        assert shell.run("upload", paper, "--meeting", meeting.id).returncode == 2
    assert good(body.secretary.get(f"{meeting.path}/documents"))["items"] == []


def test_a_decomposed_file_name_becomes_a_composed_title(shell, body, tmp_path):
    meeting = create(shell, body)["id"]
    path = tmp_path / "To\u031b\u0300 tri\u0300nh.pdf"
    path.write_bytes(sample("ok-bt.pdf"))
    assert shell.json("upload", path, "--meeting", meeting)["files"][0]["document"]["title"] == "T\u1edd tr\u00ecnh"


VERIFY = [("ok-bb-rsa2048.pdf", 0), ("ok-three-drafter-head-seal.pdf", 0), ("bad-content-byte-flipped.pdf", 1), ("bad-untrusted-root.pdf", 1), ("none-unsigned.pdf", 1)]


@pytest.mark.parametrize(("file", "code"), VERIFY)
def test_verifying_is_zero_only_when_all_is_good(shell, tmp_path, file, code):
    path = tmp_path / file
    path.write_bytes(sample(file))
    done = shell.run("verify", path)
    assert done.returncode == code, done.stdout + done.stderr
    assert file in done.stdout


def test_verifying_several_files_is_as_good_as_the_worst(shell, tmp_path):
    paths = []
    for file, _ in VERIFY[:3]:
        path = tmp_path / file
        path.write_bytes(sample(file))
        paths.append(path)
    report = shell.json("verify", *paths, code=1)["files"]
    assert [one["verdict"]["indication"] for one in report] == ["TOTAL_PASSED", "TOTAL_PASSED", "TOTAL_FAILED"]
    assert shell.json("verify", *paths[:2], code=0)
    garbage = tmp_path / "rac.pdf"
    garbage.write_text("khong phai pdf")
    assert shell.run("verify", paths[0], garbage).returncode == 1
    assert shell.run("verify", tmp_path / "khong-co.pdf").returncode == 1


def test_a_detached_signature_is_verified_with_its_content(shell, tmp_path):
    for name, code in (("cades-ok", 0), ("cades-tampered", 1)):
        content, signature = tmp_path / f"{name}.txt", tmp_path / f"{name}.p7s"
        content.write_bytes(sample(f"{name}.content.txt"))
        signature.write_bytes(sample(f"{name}.p7s"))
        assert shell.run("verify", content, "--signature", signature).returncode == code


def test_a_caller_who_may_not_verify_is_refused(city, tmp_path, paper):
    done = city.server.operate("token", "create", "--user", "quantri", "--scope", "read", "--days", 1)
    shell = Shell(tmp_path, ECABINET_SERVER=city.server.url, ECABINET_TOKEN=done.stdout.strip())
    assert shell.run("verify", paper).returncode == 2
    assert Shell(tmp_path, ECABINET_SERVER=city.server.url, ECABINET_TOKEN="khong-phai").run("verify", paper).returncode == 2


def test_a_poll_and_the_minutes_are_fetched(shell, body, tmp_path):
    meeting = body.opened()
    poll = meeting.opened_poll()
    poll.vote({person: "for" for person in body.seats})
    poll.close()
    assert shell.json("poll", "show", poll.id)["outcome"] == "adopted"
    assert "THÔNG QUA" in shell.run("poll", "show", poll.id, language="vi").stdout
    meeting.advance("close")
    paper = tmp_path / "bien-ban.pdf"
    written = shell.json("minutes", meeting.id, "-o", paper)
    assert paper.read_bytes().startswith(b"%PDF-") and written["bytes"] == paper.stat().st_size
    assert shell.run("minutes", meeting.id, "-o", tmp_path / "bien-ban.txt").returncode == 64


def test_every_verb_explains_itself_in_both_languages():
    for language, word in (("C.UTF-8", "meeting"), ("vi_VN.UTF-8", "phiên họp")):
        done = subprocess.run([str(BINARIES / "ecabinet"), "--help"], capture_output=True, text=True, timeout=60, env=environment(LANG=language))
        assert done.returncode == 0 and word in done.stdout.lower()
