"""Contract §2, errors: every code has its status, its shape and its sentence in both languages."""

import pytest

from .calling import Caller, good, sign_in
from .city import City, particulars, sample
from .conftest import copied
from .problems import refused
from .running import Server


@pytest.fixture(scope="module")
def body(city):
    return city.body(3)


@pytest.fixture(scope="module")
def meeting(body):
    return body.opened()


@pytest.fixture(scope="module")
def ready(meeting):
    """A paper whose pages can be had."""
    document = meeting.ready(meeting.paper())
    assert document["state"] == "ready"
    return document


def without_token(city, meeting, ready):
    return Caller(city.server).get("/me")


def with_a_wrong_token(city, meeting, ready):
    return Caller(city.server, "khong-phai-ma").get("/me")


def by_a_member(city, meeting, ready):
    return meeting.body.seats[2].post(f"{meeting.path}/announcements", {"text": "Xin chào"})


def of_a_meeting_nobody_made(city, meeting, ready):
    return city.admin.get("/meetings/khong-co")


def of_a_meeting_of_others(city, meeting, ready):
    return city.account("member").get(meeting.path)


def with_broken_json(city, meeting, ready):
    return city.admin.request("POST", "/bodies", data=b'{"name":')


def without_a_field(city, meeting, ready):
    return city.admin.post("/bodies", {})


def beyond_one_mebibyte(city, meeting, ready):
    return city.admin.post("/bodies", {"name": "a" * (1 << 20)})


def out_of_a_text_file(city, meeting, ready):
    return meeting.upload(b"Kinh gui thuong truc\n" * 40)


def of_nothing(city, meeting, ready):
    return meeting.upload(b"")


def with_another_digest(city, meeting, ready):
    return meeting.upload(sample(), headers={"Repr-Digest": "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"})


def of_a_page_behind_the_last(city, meeting, ready):
    return meeting.secretary.get(f"/documents/{ready['id']}/pages/999.png")


def of_a_page_that_is_no_number(city, meeting, ready):
    return meeting.secretary.get(f"/documents/{ready['id']}/pages/mot.png")


def of_bytes_that_are_no_pdf(city, meeting, ready):
    return city.admin.request("POST", "/signatures/verify", data=b"khong phai pdf " * 10, headers={"Content-Type": "application/pdf"})


def opened_twice(city, meeting, ready):
    return meeting.secretary.post(f"{meeting.path}/open")


def opened_without_members(city, meeting, ready):
    empty = meeting.body.convened()
    return empty.secretary.post(f"{empty.path}/open")


def in_a_draft_poll(city, meeting, ready):
    return meeting.poll().cast(meeting.body.chairman, "for")


def opened_when_the_room_emptied(city, meeting, ready):
    other = meeting.body.opened()
    poll = other.poll()
    for person in other.body.seats[1:]:
        other.attend(person, "absent")
    return other.secretary.post(f"{poll.path}/open")


def by_the_secretary(city, meeting, ready):
    return meeting.opened_poll().cast(meeting.secretary, "for")


def with_the_same_key(city, meeting, ready):
    good(meeting.secretary.post(f"{meeting.path}/announcements", {"text": "Lần thứ nhất"}, key="mot-khoa"), 201)
    return meeting.secretary.post(f"{meeting.path}/announcements", {"text": "Lần thứ hai"}, key="mot-khoa")


def over_an_older_version(city, meeting, ready):
    item = meeting.item()
    return meeting.secretary.put(f"{meeting.path}/agenda/{item['id']}", {"title": "Khác"}, headers={"If-Match": '"99"'})


LAW = [
    (without_token, 401, "auth.required"),
    (with_a_wrong_token, 401, "auth.required"),
    (by_a_member, 403, "auth.forbidden"),
    (of_a_meeting_nobody_made, 404, "not-found"),
    (of_a_meeting_of_others, 404, "not-found"),
    (with_broken_json, 400, "request.malformed"),
    (without_a_field, 422, "request.invalid"),
    (beyond_one_mebibyte, 413, "request.too-large"),
    (out_of_a_text_file, 415, "document.not-supported"),
    (of_nothing, 422, "document.empty"),
    (with_another_digest, 422, "document.digest-mismatch"),
    (of_a_page_behind_the_last, 404, "document.page-not-found"),
    (of_a_page_that_is_no_number, 404, "document.page-not-found"),
    (of_bytes_that_are_no_pdf, 422, "verify.unreadable"),
    (opened_twice, 409, "meeting.wrong-state"),
    (opened_without_members, 422, "meeting.no-quorum"),
    (in_a_draft_poll, 409, "poll.not-open"),
    (opened_when_the_room_emptied, 422, "poll.no-quorum"),
    (by_the_secretary, 403, "ballot.not-entitled"),
    (with_the_same_key, 422, "idempotency.mismatch"),
    (over_an_older_version, 412, "version.stale"),
]


@pytest.mark.parametrize(("act", "status", "code"), LAW, ids=[f"{code} {act.__name__}" for act, _, code in LAW])
def test_a_refusal_has_its_code_and_status(city, meeting, ready, act, status, code):
    refused(act(city, meeting, ready), status, code)


SPEAKABLE = [
    ("auth.required", lambda city: Caller(city.server), "GET", "/me", {}),
    ("auth.forbidden", lambda city: city.account(), "POST", "/bodies", {"json": {"name": "Hội đồng"}}),
    ("not-found", lambda city: city.admin, "GET", "/polls/khong-co", {}),
    ("request.malformed", lambda city: city.admin, "POST", "/bodies", {"data": b"{"}),
    ("request.invalid", lambda city: city.admin, "POST", "/bodies", {"json": {"name": ""}}),
    ("request.too-large", lambda city: city.admin, "POST", "/bodies", {"data": b" " * (1 << 20) + b"{}"}),
]


@pytest.mark.parametrize(("code", "who", "method", "path", "options"), SPEAKABLE, ids=[row[0] for row in SPEAKABLE])
def test_a_refusal_speaks_the_readers_language(city, code, who, method, path, options):
    caller = who(city)
    told = {}
    for language in ("vi", "en"):
        answer = caller.speaking(language).request(method, path, **options)
        told[language] = refused(answer, answer.status_code, code)
        assert answer.headers["Content-Language"] == language
    assert told["vi"]["detail"] != told["en"]["detail"] and told["vi"]["title"] != told["en"]["title"]
    assert told["en"]["detail"].isascii() and not told["vi"]["detail"].isascii()
    assert {**told["vi"], "title": 0, "detail": 0, "errors": 0} == {**told["en"], "title": 0, "detail": 0, "errors": 0}


@pytest.mark.parametrize(
    ("wish", "language"), [(None, "vi"), ("fr, en;q=0.8, vi;q=0.3", "en"), ("en;q=0, *", "vi"), ("vi-VN,vi;q=0.9,en;q=0.8", "vi"), ("en-GB", "en"), (";;q=x,,", "vi")])
def test_the_best_of_the_wished_languages_is_spoken(city, wish, language):
    answer = Caller(city.server).get("/me", headers={"Accept-Language": wish} if wish else {})
    refused(answer, 401, "auth.required")
    assert answer.headers["Content-Language"] == language


FIELDS = [
    ("/name", {"name": ""}, "/bodies"),
    ("/name", {"name": " \t\n"}, "/bodies"),
    ("/name", {"name": 7}, "/bodies"),
    ("/name", {"name": None}, "/bodies"),
    ("/name", {"name": "a" * 201}, "/bodies"),
    ("/rules/quorum/denominator", {"name": "H", "rules": {"quorum": {"numerator": 1, "denominator": 0}}}, "/bodies"),
    ("/rules/quorum/numerator", {"name": "H", "rules": {"quorum": {"numerator": 3, "denominator": 2}}}, "/bodies"),
    ("/rules/adoption/comparison", {"name": "H", "rules": {"adoption": {"comparison": "about"}}}, "/bodies"),
    ("/username", {"username": "Có Dấu", "name": "N", "role": "member", "password": "mat khau dai"}, "/users"),
    ("/role", {"username": "vua", "name": "N", "role": "king", "password": "mat khau dai"}, "/users"),
    ("/password", {"username": "ngan", "name": "N", "role": "member", "password": "ngan"}, "/users"),
    ("/bodyId", {"title": "Họp"}, "/meetings"),
    ("/type", {"type": "secretMeeting"}, "/meetings"),
    ("/form", {"form": "byPost"}, "/meetings"),
    ("/startsAt", {"startsAt": "2026-11-23"}, "/meetings"),
    ("/startsAt", {"startsAt": "2026-11-23T08:00:00"}, "/meetings"),
    ("/startsAt", {"startsAt": "2026-02-30T08:00:00+07:00"}, "/meetings"),
    ("/endsAt", {"startsAt": "2026-11-23T08:00:00+07:00", "endsAt": "2026-11-23T08:00:00+07:00"}, "/meetings"),
    ("/title", {"title": "a" * 501}, "/meetings"),
]


@pytest.mark.parametrize(("pointer", "fields", "path"), FIELDS, ids=[f"{path}{pointer} {index}" for index, (pointer, _, path) in enumerate(FIELDS)])
def test_a_field_that_is_refused_is_named(city, body, pointer, fields, path):
    wanted = dict(fields)
    if path == "/meetings":
        wanted = particulars(body.id) | fields
        if pointer == "/bodyId":
            del wanted["bodyId"]
    for language in ("vi", "en"):
        refused(city.admin.speaking(language).post(path, wanted), 422, "request.invalid", pointer)


def test_an_unknown_body_of_a_new_meeting_is_a_field_and_no_address(city):
    refused(city.admin.post("/meetings", particulars("khong-co")), 422, "request.invalid", "/bodyId")


HOSTILE = {
    "nothing": b"",
    "a text": b'"hello"',
    "a number": b"1",
    "null": b"null",
    "a list": b"[]",
    "two values": b"{} {}",
    "a comma too many": b'{"name":"A",}',
    "single quotes": b"{'name':'A'}",
    "not a number": b'{"name":NaN}',
    "half a surrogate": b'{"name":"\\ud800"}',
    "no utf-8": b'{"name":"\xff\xfe"}',
    "a zero byte": b'{"name":"a\x00b"}',
    "a hundred thousand brackets": b"[" * 100_000,
    "a hundred thousand objects": b'{"a":' * 100_000,
    "a number beyond all bounds": b'{"name":"A","rules":{"quorum":{"numerator":1e999,"denominator":3}}}',
    "a whole number beyond 64 bits": b'{"name":"A","rules":{"quorum":{"numerator":99999999999999999999,"denominator":3}}}',
    "a fraction for a whole number": b'{"name":"A","rules":{"quorum":{"numerator":1.5,"denominator":3}}}',
    "the largest whole number": b'{"name":"A","rules":{"quorum":{"numerator":9223372036854775807,"denominator":9223372036854775807}}}',
}


@pytest.mark.parametrize("bytes", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_json_is_refused_and_never_breaks_the_server(city, bytes):
    answer = city.admin.request("POST", "/bodies", data=bytes, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422), answer.text
    refused(answer, answer.status_code)
    good(Caller(city.server).request("GET", "/keys"), 200)


@pytest.mark.parametrize("id", ["a" * 65, "%20", "..%2f..%2fkeys", "%00", "ệ", "a%2Fb", "'%20OR%201=1", "a" * 5000])
def test_what_is_no_id_names_nothing(city, id):
    for noun in ("meetings", "polls", "documents", "users", "bodies"):
        refused(city.admin.get(f"/{noun}/{id}"), 404, "not-found")


def test_an_unknown_address_is_not_found(city):
    refused(city.admin.get("/khong-co-gi"), 404, "not-found")
    refused(city.admin.get("/meetings/a/b/c/d"), 404, "not-found")
    refused(Caller(city.server).request("GET", "/khong-co-gi", base=""), 404, "not-found")


@pytest.mark.parametrize(("method", "path"), [("DELETE", "/me"), ("PATCH", "/meetings"), ("PUT", "/tokens"), ("POST", "/keys"), ("PROPFIND", "/me"), ("GET", "/tokens")])
def test_a_method_an_address_does_not_know_is_refused(city, method, path):
    answer = city.admin.request(method, path)
    assert answer.status_code in (404, 405), answer.text
    refused(answer, answer.status_code)


def test_a_method_nobody_knows_is_refused(city):
    assert city.admin.request("BREW", "/me").status_code in (400, 404, 405, 501)


DECOMPOSED = "U\u0309y ban nha\u0302n da\u0302n phu\u031bo\u031b\u0300ng Mi\u0303 Tri\u0300"
COMPOSED = "\u1ee6y ban nh\u00e2n d\u00e2n ph\u01b0\u1eddng M\u0129 Tr\u00ec"


def test_decomposed_text_comes_back_composed(city, body):
    made = good(city.admin.post("/bodies", {"name": DECOMPOSED}), 201)
    assert made["name"] == COMPOSED
    assert good(city.admin.get(f"/bodies/{made['id']}"))["name"] == COMPOSED
    meeting = body.convened(title=DECOMPOSED, place=DECOMPOSED)
    look = meeting.look()
    assert (look["title"], look["place"]) == (COMPOSED, COMPOSED)
    assert meeting.item(DECOMPOSED, ask=DECOMPOSED, submitter=DECOMPOSED)["submitter"] == COMPOSED
    meeting.announce(DECOMPOSED)
    assert good(meeting.secretary.get(f"{meeting.path}/announcements"))["items"][0]["text"] == COMPOSED
    assert meeting.poll(title=DECOMPOSED).look()["title"] == COMPOSED
    assert meeting.paper(title=DECOMPOSED)["title"] == COMPOSED
    account = city.account(name=DECOMPOSED, title=DECOMPOSED)
    assert good(account.get("/me"))["name"] == COMPOSED


def test_a_password_is_the_same_however_it_was_typed(city):
    account = city.account(password=DECOMPOSED, token=False)
    for typed in (COMPOSED, DECOMPOSED):
        good(Caller(city.server).post("/tokens", {"username": account.username, "password": typed}), 201)


def test_a_page_of_a_paper_in_work_is_to_be_asked_for_again(seeded_folder, tmp_path):
    # A worker that never answers keeps the paper in work.
    asleep = tmp_path / "asleep"
    asleep.write_text("#!/bin/sh\nexec sleep 600\n")
    asleep.chmod(0o755)
    server = Server(copied(seeded_folder, tmp_path), arguments=["--worker", asleep]).start()
    try:
        city = City(server, sign_in(server, "quantri"))
        meeting = city.body(1).opened()
        document = meeting.paper()
        assert document["state"] == "processing"
        for page in ("pages/1.png", "pages/1.txt", "signatures"):
            for language in ("vi", "en"):
                refused(meeting.secretary.speaking(language).get(f"/documents/{document['id']}/{page}"), 503, "document.processing")
    finally:
        server.stop()
