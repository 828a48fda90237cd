"""Contract §2, `Idempotency-Key`: the same request twice has one effect and one answer."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from .calling import Caller, fresh, good
from .city import particulars, sample
from .log_reading import database
from .problems import refused
from .running import PASSWORD


class Post:
    """One POST that can be sent again: who, where, what."""

    def __init__(self, who, path, body=None, other=None, **options):
        self.who = who
        self.path = path
        self.body = body
        # Another body, as wrong as a mistaken program would send it.
        self.other = {"khac": 1} if other is None else other
        self.options = options

    def send(self, key, *, body=None, path=None, who=None):
        return (who or self.who).post(path or self.path, self.body if body is None else body, key=key, **self.options)


def new_user(city):
    return Post(
        city.admin, "/users", {"username": fresh("mot"), "name": "Một", "role": "member", "password": PASSWORD},
        {"username": fresh("hai"), "name": "Hai", "role": "member", "password": PASSWORD})


def disable_user(city):
    return Post(city.admin, f"/users/{city.account(token=False).id}/disable")


def enable_user(city):
    return Post(city.admin, f"/users/{city.account(token=False).id}/enable")


def new_body(city):
    return Post(city.admin, "/bodies", {"name": "Hội đồng"}, {"name": "Hội đồng khác"})


def new_meeting(city):
    body = city.body(1)
    return Post(body.secretary, "/meetings", particulars(body.id), particulars(body.id) | {"title": "Họp khác"})


def step(verb, state):
    def made(city):
        meeting = state(city.body(3))
        return Post(meeting.secretary, f"{meeting.path}/{verb}")

    made.__name__ = f"meeting_{verb}"
    return made


def attended(body):
    meeting = body.convened()
    for seat in body.seats:
        meeting.attend(seat)
    return meeting


def new_item(city):
    meeting = city.body(1).draft()
    return Post(meeting.secretary, f"{meeting.path}/agenda", {"title": "Nội dung"}, {"title": "Nội dung khác"})


def go_to_item(city):
    meeting = city.body(1).opened()
    meeting.item()
    item, other = meeting.item()["id"], meeting.item()["id"]
    return Post(meeting.secretary, f"{meeting.path}/current-item", {"itemId": item}, {"itemId": other})


def announcement(city):
    meeting = city.body(1).opened()
    return Post(meeting.secretary, f"{meeting.path}/announcements", {"text": "Giải lao"}, {"text": "Họp tiếp"})


class Paper(Post):
    """An upload: its body is bytes."""

    def send(self, key, *, body=None, path=None, who=None):
        content = sample("none-unsigned.pdf" if body is not None else "ok-bb-rsa2048.pdf")
        return (who or self.who).request(
            "POST", path or self.path, params={"title": "Tờ trình"}, data=content, headers={"Content-Type": "application/pdf"}, key=key)


def new_document(city):
    meeting = city.body(1).draft()
    return Paper(meeting.secretary, f"{meeting.path}/documents")


def new_version(city):
    meeting = city.body(1).draft()
    return Paper(meeting.secretary, f"/documents/{meeting.paper(sample('ok-bt.pdf'))['id']}/versions")


def release(city):
    meeting = city.body(1).draft()
    return Post(meeting.secretary, f"/documents/{meeting.paper()['id']}/release")


def new_poll(city):
    meeting = city.body(3).opened()
    wanted = {"title": "Đồng ý?", "method": "approval", "secrecy": "open"}
    return Post(meeting.secretary, f"{meeting.path}/polls", wanted, wanted | {"title": "Không đồng ý?"})


def open_poll(city):
    poll = city.body(3).opened().poll()
    return Post(poll.meeting.secretary, f"{poll.path}/open")


def close_poll(city):
    poll = city.body(3).opened().opened_poll()
    return Post(poll.meeting.secretary, f"{poll.path}/close")


def annul_poll(city):
    poll = city.body(3).opened().opened_poll()
    return Post(poll.meeting.secretary, f"{poll.path}/annul", {"reason": "Nhầm"}, {"reason": "Nhầm nữa"})


def ballot(city):
    poll = city.body(3).opened().opened_poll()
    return Post(poll.meeting.body.chairman, f"{poll.path}/ballots", {"choice": "for"}, {"choice": "against"})


def casting_vote(city):
    poll = city.body(3).opened().opened_poll()
    chairman, deputy, member = poll.meeting.body.seats
    poll.vote({deputy: "for", member: "against"}).close()
    return Post(chairman, f"{poll.path}/casting-vote", {"choice": "for", "basis": "cast"}, {"choice": "against", "basis": "cast"})


POSTS = [
    new_user, disable_user, enable_user, new_body, new_meeting,
    step("convene", lambda body: body.draft()), step("cancel", lambda body: body.draft()), step("open", attended), step("pause", lambda body: body.opened()),
    step("resume", lambda body: body.opened().advance("pause")), step("close", lambda body: body.opened()),
    step("approve-minutes", lambda body: body.opened().advance("close")),
    step("archive", lambda body: body.opened().advance("close").advance("approve-minutes")),
    new_item, go_to_item, announcement, new_document, new_version, release, new_poll, open_poll, close_poll, annul_poll, ballot, casting_vote,
]


def position(city):
    """Where the whole log stands: one more for every fact."""
    text = Caller(city.server).request("GET", "/metrics", base="").text
    return int(next(line for line in text.splitlines() if line.startswith("ecabinet_log_position ")).split()[1])


# Facts the worker adds by itself would look like a second effect.
def settled(city, post):
    if isinstance(post, Paper) or post.path.endswith("/release"):
        meeting = post.path.split("/")[2] if "/meetings/" in post.path else None
        if meeting:
            from .polling import eventually

            eventually(
                lambda: all(document["state"] != "processing" for document in post.who.items(f"/meetings/{meeting}/documents")), within=90, what="the examination")


@pytest.mark.parametrize("made", POSTS, ids=[made.__name__ for made in POSTS])
def test_a_repeated_request_has_one_effect_and_the_same_answer(city, made):
    post, key = made(city), fresh("lap-")
    first = post.send(key)
    good(first)
    settled(city, post)
    before = position(city)
    second = post.send(key)
    assert (second.status_code, stable(second)) == (first.status_code, stable(first))
    if not isinstance(post, Paper) or "/meetings/" in post.path:
        assert position(city) == before, "the repetition left a trace in the log"


def stable(answer):
    """An answer without what the worker may have found meanwhile."""
    body = answer.json()
    return {name: value for name, value in body.items() if name not in ("state", "pages", "signatures")} if "sha256" in body else body


@pytest.mark.parametrize("made", POSTS, ids=[made.__name__ for made in POSTS])
def test_a_key_serves_no_other_body(city, made):
    post, key = made(city), fresh("lap-")
    good(post.send(key))
    before = position(city)
    refused(post.send(key, body=post.other), 422, "idempotency.mismatch")
    if not isinstance(post, Paper):
        assert position(city) == before


def test_a_key_serves_no_other_path(city):
    meeting, other = city.body(1).draft(), city.body(1).draft()
    city.admin.post(f"{meeting.path}/agenda", {"title": "Một"}, key="duong")
    refused(city.admin.post(f"{other.path}/agenda", {"title": "Một"}, key="duong"), 422, "idempotency.mismatch")
    assert good(city.admin.get(f"{other.path}/agenda"))["items"] == []


def test_the_answer_is_the_stored_one_even_after_things_moved_on(city):
    body = city.body(1)
    wanted = particulars(body.id)
    first = body.secretary.post("/meetings", wanted, key="ban-dau")
    good(first, 201)
    good(body.secretary.post(f"/meetings/{first.json()['id']}/convene"), 200)
    second = body.secretary.post("/meetings", wanted, key="ban-dau")
    assert (second.status_code, second.json()) == (201, first.json())


def test_a_key_belongs_to_its_caller(city):
    poll = city.body(3).opened().opened_poll()
    seqs = {good(poll.cast(person, choice, key="cung-mot-khoa"), 201)["seq"] for person, choice in zip(poll.meeting.body.seats, ("for", "against", "abstain"))}
    assert len(seqs) == 3
    assert poll.close()["tally"] == {"for": 1, "against": 1, "abstain": 1, "none": 0}


def test_a_refusal_is_not_remembered(city):
    meeting = city.body(3).convened()
    refused(meeting.secretary.post(f"{meeting.path}/open", key="thu-lai"), 422, "meeting.no-quorum")
    for seat in meeting.body.seats:
        meeting.attend(seat)
    assert good(meeting.secretary.post(f"{meeting.path}/open", key="thu-lai"), 200)["state"] == "open"


def test_without_a_key_every_request_counts(city):
    meeting = city.body(1).opened()
    assert meeting.announce("Một") != meeting.announce("Một")


@pytest.mark.parametrize("key", ["", "k" * 129, "k" * 4000])
def test_a_key_without_measure_is_refused(city, key):
    answer = city.admin.post("/bodies", {"name": "Hội đồng"}, key=key)
    assert answer.status_code in (400, 422), answer.text
    refused(answer, answer.status_code)


def test_a_key_of_usual_length_is_taken(city):
    good(city.admin.post("/bodies", {"name": "Hội đồng"}, key="6f1c3a1e-4f86-4d52-9d0f-7f6a3f1c2b10"), 201)


def test_twenty_at_once_with_one_key_are_one(city):
    meeting = city.body(1).opened()
    before = position(city)
    with ThreadPoolExecutor(20) as threads:
        answers = list(threads.map(lambda _: meeting.secretary.post(f"{meeting.path}/announcements", {"text": "Một lần"}, key="dong-thoi"), range(20)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["seq"] for answer in answers}) == 1
    assert position(city) == before + 1
    assert len(good(meeting.secretary.get(f"{meeting.path}/announcements"))["items"]) == 1


def test_signing_in_ignores_the_key(city):
    account = city.account()
    tokens = [good(Caller(city.server).post("/tokens", {"username": account.username, "password": PASSWORD}, key="dang-nhap"), 201)["token"] for _ in range(2)]
    assert tokens[0] != tokens[1]
    refused(Caller(city.server).post("/tokens", {"username": account.username, "password": "sai mat khau"}, key="dang-nhap"), 401, "auth.failed")


def test_verifying_keeps_the_key_as_well(city):
    def verify(name):
        return city.admin.request("POST", "/signatures/verify", data=sample(name), headers={"Content-Type": "application/pdf"}, key="kiem-tra")

    first = verify("none-unsigned.pdf")
    good(first, 200)
    assert verify("none-unsigned.pdf").json() == first.json()
    refused(verify("ok-bb-rsa2048.pdf"), 422, "idempotency.mismatch")


def test_an_answer_outlives_the_server(own_city):
    poll = own_city.body(3).opened().opened_poll()
    chairman = poll.meeting.body.chairman
    first = good(poll.cast(chairman, "for", key="truoc-khi-tat"), 201)
    own_city.server.restart()
    assert good(poll.cast(chairman, "for", key="truoc-khi-tat"), 201) == first
    refused(poll.cast(chairman, "against", key="truoc-khi-tat"), 422, "idempotency.mismatch")
    assert poll.look(chairman)["mine"]["choice"] == "for"


def test_no_secret_rests_in_the_data_folder(own_city):
    password = "mat-khau-khong-duoc-luu-7c1f"
    wanted = {"username": "bimat", "name": "Bí mật", "role": "member", "password": password}
    for _ in range(2):
        good(own_city.admin.post("/users", wanted, key="nguoi-moi"), 201)
    token = good(Caller(own_city.server).post("/tokens", {"username": "bimat", "password": password}, key="ma"), 201)["token"]
    own_city.server.stop()
    for file in own_city.server.data.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert password.encode() not in content and token.encode() not in content, file
    with database(own_city.server.data) as connection:
        receipts = [row[0] for row in connection.execute("SELECT body FROM receipt")]
    assert receipts and not any("password" in receipt.lower() or "scrypt" in receipt.lower() for receipt in receipts)
