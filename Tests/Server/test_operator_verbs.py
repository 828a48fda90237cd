"""Contract §1: the operator's verbs, with the server stopped and running; exit codes and sentences."""

import json
import subprocess

import pytest

from .calling import Caller, good, sign_in
from .city import City, sample, trust_folder
from .log_reading import events
from .polling import eventually
from .problems import refused
from .running import BINARIES, HOME, PASSWORD, Server, add_user, environment, operate

BOTH = pytest.mark.parametrize("running", [False, True], ids=["stopped", "running"])


@pytest.fixture
def house(data_folder):
    """A data folder whose server may run or not."""
    server = Server(data_folder)
    yield server
    server.stop()


def one_sentence(done, code):
    assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
    assert done.stdout == "" and done.stderr.strip(), done.stderr
    assert "Error" not in done.stderr and "(" not in done.stderr.split(".")[0][:3], done.stderr
    return done.stderr


@BOTH
def test_an_account_is_added_listed_disabled_and_given_a_password(house, running):
    if running:
        house.start()
    id = add_user(house.data, "thuky", "secretary", name="Nguyễn Thị Thư", title="Thư ký")
    listed = house.operate("user", "list")
    assert listed.returncode == 0
    assert "thuky\tsecretary\tactive\tNguyễn Thị Thư\tThư ký" in listed.stdout.splitlines()
    assert house.operate("user", "password", "--username", "thuky", "--password-stdin", stdin="mat khau thu hai\n").returncode == 0
    if not running:
        house.start()
    caller = sign_in(house, "thuky", "mat khau thu hai")
    assert good(caller.get("/me"))["id"] == id
    refused(Caller(house).post("/tokens", {"username": "thuky", "password": PASSWORD}), 401)
    if not running:
        house.stop()
    assert house.operate("user", "disable", "--username", "thuky").returncode == 0
    if not running:
        house.start()
    refused(caller.get("/me"), 401, "auth.required")
    assert "thuky\tsecretary\tdisabled" in house.operate("user", "list").stdout


@BOTH
def test_what_the_operator_does_stands_in_the_log(house, running):
    if running:
        house.start()
    add_user(house.data, "thuky", "secretary")
    house.operate("user", "disable", "--username", "thuky")
    told = [(kind, actor) for _, _, kind, actor, _ in events(house.data)]
    assert ("account.added", "operator") in told and ("account.disabled", "operator") in told


@BOTH
@pytest.mark.parametrize(
    ("words", "code"),
    [(["--username", "quantri", "--name", "Hai", "--role", "admin"], 2), (["--username", "Có Dấu", "--name", "Ba", "--role", "member"], 2),
     (["--username", "bon", "--name", " ", "--role", "member"], 2), (["--username", "nam", "--name", "Năm", "--role", "king"], 64)],
    ids=["taken name", "name nobody can type", "no name", "no such role"])
def test_an_account_nobody_could_have_is_refused(house, running, words, code):
    if running:
        house.start()
    one_sentence(house.operate("user", "add", *words, "--password-stdin", stdin=PASSWORD + "\n"), code)
    assert len(house.operate("user", "list").stdout.splitlines()) == 1


@pytest.mark.parametrize("stdin", ["", "\n", "ngan\n"])
def test_a_password_that_is_none_is_refused(house, stdin):
    done = house.operate("user", "add", "--username", "moi", "--name", "Mới", "--role", "member", "--password-stdin", stdin=stdin)
    assert done.returncode in (2, 64) and done.stderr.strip()
    assert "moi" not in house.operate("user", "list").stdout


def test_a_password_never_stands_among_the_arguments(house):
    done = house.operate("user", "add", "--username", "moi", "--name", "Mới", "--role", "member")
    assert one_sentence(done, 64)
    done = house.operate("user", "add", "--username", "moi", "--name", "Mới", "--role", "member", "--password", "x" * 12)
    assert done.returncode == 64


@BOTH
@pytest.mark.parametrize("verb", ["disable", "password"])
def test_an_unknown_account_is_named(house, running, verb):
    if running:
        house.start()
    words = ["--password-stdin"] if verb == "password" else []
    assert "khongco" in one_sentence(house.operate("user", verb, "--username", "khongco", *words, stdin=PASSWORD + "\n"), 2)


# Tokens


@BOTH
def test_a_token_has_the_scope_it_was_made_for(house, running):
    if running:
        house.start()
    tokens = {}
    for scope in ("verify", "reports", "read", "all"):
        done = house.operate("token", "create", "--user", "quantri", "--scope", scope, "--days", 30)
        assert done.returncode == 0 and len(done.stdout.split()) == 1, done.stderr
        tokens[scope] = done.stdout.strip()
    if not running:
        house.start()
    may = {"verify": (200, 403, 403), "reports": (200, 403, 403), "read": (200, 200, 403), "all": (200, 200, 201)}
    for scope, statuses in may.items():
        caller = Caller(house, tokens[scope])
        assert (caller.get("/me").status_code, caller.get("/users").status_code, caller.post("/bodies", {"name": "H"}).status_code) == statuses, scope


@pytest.mark.parametrize(("scope", "days"), [("everything", "3"), ("all", "0"), ("all", "731"), ("all", "x")])
@BOTH
def test_a_token_nobody_should_have_is_refused(house, running, scope, days):
    if running:
        house.start()
    done = house.operate("token", "create", "--user", "quantri", "--scope", scope, "--days", days)
    assert done.returncode == 64 and done.stdout == "" and done.stderr.strip(), (done.returncode, done.stderr)


def test_a_token_of_a_disabled_account_is_worth_nothing(house):
    house.start()
    add_user(house.data, "tich-hop", "integration")
    token = house.operate("token", "create", "--user", "tich-hop", "--scope", "all", "--days", 1).stdout.strip()
    good(Caller(house, token).get("/me"), 200)
    house.operate("user", "disable", "--username", "tich-hop")
    refused(Caller(house, token).get("/me"), 401, "auth.required")
    assert house.operate("token", "create", "--user", "tich-hop", "--scope", "all", "--days", 1).returncode == 2


# Trust anchors


@BOTH
def test_anchors_are_listed_added_and_taken_out(house, running, tmp_path):
    if running:
        house.start()
    before = house.operate("trust", "list").stdout.splitlines()
    assert "root-national.pem" in before
    other = tmp_path / "them.pem"
    other.write_bytes((trust_folder() / "root-national.pem").read_bytes())
    assert house.operate("trust", "add", other).returncode == 0
    after = house.operate("trust", "list").stdout.splitlines()
    assert "them.pem" in after and after[0] != before[0], "the version of the list must change with it"
    assert house.operate("trust", "add", other).returncode == 2
    assert house.operate("trust", "remove", "them.pem").returncode == 0
    assert "them.pem" not in house.operate("trust", "list").stdout
    assert house.operate("trust", "remove", "them.pem").returncode == 2
    other.write_text("khong phai chung thu")
    one_sentence(house.operate("trust", "add", other), 2)
    assert house.operate("trust", "remove", "../keys/receipts.key").returncode == 2
    assert house.operate("trust", "add", tmp_path / "khong-co.pem").returncode in (1, 2)


def test_anchors_are_told_to_the_running_server(house, tmp_path):
    house.start()
    city = City(house, sign_in(house, "quantri"))
    def verdict():
        return good(city.admin.request("POST", "/signatures/verify", data=sample(), headers={"Content-Type": "application/pdf"}), 200)

    assert verdict()["indication"] == "TOTAL_PASSED"
    version = verdict()["trustList"]["version"]
    for name in [line for line in house.operate("trust", "list").stdout.splitlines() if line.endswith(".pem")]:
        assert house.operate("trust", "remove", name).returncode == 0
    lost = eventually(lambda: (now := verdict())["indication"] != "TOTAL_PASSED" and now, what="the verdict under the new list")
    assert lost["indication"] == "INDETERMINATE" and lost["trustList"]["version"] != version


# Settings


def settings(*words, folder=None, **extra):
    command = [str(BINARIES / "ecabinet-server"), "config", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment(**extra), cwd=folder or HOME)
    assert done.returncode == 0, done.stderr
    return {line.split()[0]: line.split()[1] for line in done.stdout.splitlines() if line.strip()}


def test_a_flag_beats_the_environment_the_environment_the_file_the_file_the_default(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"listen": "127.0.0.1:1003", "log.level": "debug", "data": str(tmp_path / "from-file")}))
    assert settings()["listen"] == "127.0.0.1:8080"
    assert settings("--config", file)["listen"] == "127.0.0.1:1003"
    assert settings("--config", file, ECABINET_LISTEN="127.0.0.1:1002")["listen"] == "127.0.0.1:1002"
    assert settings("--config", file, "--listen", "127.0.0.1:1001", ECABINET_LISTEN="127.0.0.1:1002")["listen"] == "127.0.0.1:1001"
    assert settings("--config", file)["log.level"] == "debug"
    assert settings(ECABINET_CONFIG=str(file))["listen"] == "127.0.0.1:1003"


@pytest.mark.parametrize(
    "words",
    [["--listen", "8080"], ["--listen", "127.0.0.1:"], ["--listen", "127.0.0.1:99999"], ["--database", "postgres://localhost/ecabinet"], ["--database", "mysql://x"],
     ["--tls-cert", "x.pem"], ["--log-level", "loud"], ["--config", "khong-co.json"], ["--no-such-flag"]], ids=lambda words: " ".join(words))
def test_a_setting_without_sense_is_a_usage_error(tmp_path, words):
    done = operate(tmp_path / "data", "serve", *words, within=30)
    assert done.returncode == 64, (done.returncode, done.stderr)
    assert done.stderr.strip() and "Fatal" not in done.stderr
    assert not (tmp_path / "data" / "ecabinet.sqlite").exists(), "a usage error must leave nothing behind"


def test_an_unknown_verb_is_a_usage_error(tmp_path):
    assert operate(tmp_path / "data", "dance").returncode == 64
    assert operate(tmp_path / "data", "user", "dance").returncode == 64


VERBS = [[], ["serve"], ["user"], ["user", "add"], ["token", "create"], ["backup"], ["restore"], ["log", "verify"], ["trust", "add"], ["config"]]


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: " ".join(verb) or "itself")
def test_every_verb_explains_itself(verb):
    done = subprocess.run([str(BINARIES / "ecabinet-server"), *verb, "--help"], capture_output=True, text=True, timeout=60, env=environment())
    assert done.returncode == 0 and "USAGE" in done.stdout


def test_a_folder_without_the_home_files_is_refused_with_a_sentence(tmp_path):
    done = operate(tmp_path / "data", "serve", "--listen", "127.0.0.1:0", home=tmp_path, within=30)
    assert done.returncode in (1, 64) and "--home" in done.stderr


@pytest.mark.parametrize("length", [103, 104, 120])
def test_a_path_too_long_for_a_socket_costs_the_socket_alone(data_folder, tmp_path_factory, length):
    place = tmp_path_factory.mktemp("s")
    home = place / ("d" * (length - len(f"{place}//admin.sock")))
    data_folder.rename(home)
    assert len(str(home / "admin.sock")) == length
    server = Server(home).start()
    try:
        assert good(Caller(server).get("/me"), 401) and eventually(lambda: (home / "admin.sock").exists() == (length <= 103))
    finally:
        server.stop()
