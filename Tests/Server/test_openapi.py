"""The served OpenAPI 3.1 document: valid, complete, and true of every answer on a walk through the API."""

import json
import re
from urllib.parse import urlsplit

import jsonschema
import pytest
from openapi_spec_validator import validate

from . import report_city
from .calling import API, Caller, fresh, good, sign_in
from .city import EXAMINATION_SECONDS, SAMPLES, particulars, sample
from .openapi import Document, examples, is_text, matching, media_type, told
from .polling import eventually
from .running import HOME, PASSWORD, ROOT

SOURCES = ROOT / "Sources"
# A WebSocket is no request with an answer; Tests/Server/test_push.py walks there.
NOT_WALKED = {"push"}


@pytest.fixture(scope="module")
def served(server):
    """Anybody may read the document."""
    answer = Caller(server).get("/openapi.json")
    assert media_type(answer) == "application/json"
    return good(answer, 200)


@pytest.fixture(scope="module")
def document(served):
    return Document(served)


def test_the_served_document_is_the_committed_one(served):
    assert served == json.loads((HOME / "Docs" / "openapi.json").read_text())


def test_the_document_is_valid(served):
    assert served["openapi"].startswith("3.1.")
    validate(served)


def test_every_example_is_one(document):
    found = list(examples(document.raw["components"]["schemas"]))
    assert len(found) >= 10
    for where, schema, example in found:
        try:
            document.check(example, schema)
        except jsonschema.ValidationError as error:
            raise AssertionError(f"{where}: {error.message}") from error
    for name, response in document.raw["components"]["responses"].items():
        for content in response.get("content", {}).values():
            for example in content.get("examples", {}).values():
                document.check(example["value"], content["schema"])
                assert example["value"]["status"] in range(400, 600), name


# Routes


def verbs():
    """The verbs of `MeetingTransition`: its cases, `approveMinutes` as `approve-minutes`."""
    text = (SOURCES / "Rules" / "Meetings" / "MeetingTransition.swift").read_text()
    cases = re.search(r"\bcase ([\w, ]+)\n", text).group(1).split(", ")
    return [re.sub(r"(?<!^)([A-Z])", lambda letter: "-" + letter.group(1).lower(), case) for case in cases]


def routes():
    """(method, path) of every route below /api/v1, read from the sources' `api.get("…")` and the like."""
    found = set()
    for file in sorted((SOURCES / "Web").rglob("*.swift")):
        text = file.read_text()
        for method, path in re.findall(r'\bapi\.(get|post|put|delete|head|patch)\("((?:[^"\\]|\\.)*)"', text):
            for verb in verbs() if r"\(transition.verb)" in path else [None]:
                spelled = path if verb is None else path.replace(r"\(transition.verb)", verb)
                assert "\\" not in spelled, f"{file.name}: {path} cannot be read by this test"
                found.add((method, "/" + re.sub(r":(\w+)", r"{\1}", spelled)))
    return found


def test_every_route_is_described_and_nothing_else(document):
    described = {(operation.method, operation.path) for operation in document.operations}
    assert len(routes()) > 50
    assert sorted(routes() - described) == [], "served, not described"
    assert sorted(described - routes()) == [], "described, not served"


def test_path_parameters_are_those_of_the_path(document):
    for path, entry in document.raw["paths"].items():
        declared = {document.resolved(one)["name"] for one in entry.get("parameters", []) if document.resolved(one)["in"] == "path"}
        assert declared == set(re.findall(r"\{(\w+)\}", path)), path


def test_every_code_of_a_refusal_is_told(document):
    """A program that switches over codes finds each of them in the document, at the status it comes with."""
    text = (SOURCES / "Rules" / "Identity" / "RefusalCode.swift").read_text()
    codes = dict(re.findall(r'case (\w+) = "([\w.-]+)"', text))
    assert len(codes) > 20
    statuses = {}
    for line in re.findall(r"case ((?:\.\w+,?\s*)+): (\d+)", text):
        for case in re.findall(r"\.(\w+)", line[0]):
            statuses[codes[case]] = int(line[1])
    described = {}
    for path in document.raw["paths"].values():
        for operation in (value for name, value in path.items() if name != "parameters"):
            for status, response in operation["responses"].items():
                described.setdefault(status, set()).add(document.resolved(response)["description"])
    for code, status in statuses.items():
        assert any(f"`{code}`" in one for one in described.get(str(status), [])), f"{code} is not told at {status}"


# The walk


class Recorder:
    """Remembers every request that any caller sends, with its answer."""

    def __init__(self):
        self.answers = []

    def install(self, monkeypatch):
        send = Caller.request

        def request(caller, method, path, *, base=API, **options):
            answer = send(caller, method, path, base=base, **options)
            if base == API:
                self.answers.append((method, urlsplit(path).path, options, answer))
            return answer

        monkeypatch.setattr(Caller, "request", request)


@pytest.fixture(scope="module")
def walked(city):
    recorder = Recorder()
    with pytest.MonkeyPatch.context() as monkeypatch:
        recorder.install(monkeypatch)
        walk(city)
    return recorder.answers


def walk(city):
    """Everything the API can do at least once, and every way it says no."""
    identity(city)
    body = bodies(city)
    meeting = meetings(city, body)
    papers(meeting)
    polls(city, body, meeting)
    afterwards(meeting)
    circulated(body)
    trust(city.admin)
    report_city.walk(city, Caller(city.server))
    refusals(city, body)


def identity(city):
    admin, server = city.admin, city.server
    anyone = Caller(server)
    anyone.get("/openapi.json")
    anyone.get("/keys")
    person = city.account("member", title="Ủy viên")
    person.get("/me")
    person.get("/users")
    admin.get("/users", params={"limit": 2})
    admin.get(f"/users/{person.id}")
    person.post("/me/reauthenticate", {"password": PASSWORD})
    person.put("/me/password", {"current": PASSWORD, "password": "mot mat khau khac"})
    admin.put(f"/users/{person.id}/password", {"password": PASSWORD})
    person = sign_in(server, person.username)
    id = person.get("/me").json()["id"]
    admin.post(f"/users/{id}/disable", headers={"If-Match": "*"})
    anyone.post("/tokens", {"username": person.username, "password": PASSWORD})
    admin.post(f"/users/{id}/enable")
    again = sign_in(server, person.username)
    again.delete("/tokens/current")
    admin.delete(f"/users/{id}/sessions")


def bodies(city):
    body = city.body(4, rules={"absentMayVote": True})
    city.admin.get("/bodies", params={"limit": 1})
    answer = city.admin.get(f"/bodies/{body.id}")
    rules = {"adoption": {"of": "allMembers"}, "circulation": {"minimumReturned": None}, "source": "Điều 117"}
    city.admin.put(f"/bodies/{body.id}/rules", rules, headers={"If-Match": answer.headers["ETag"]})
    city.admin.put(f"/bodies/{body.id}/rules", rules, headers={"If-Match": answer.headers["ETag"]})
    body.chairman.get(f"/bodies/{body.id}/members")
    spare = city.account("member")
    city.admin.put(f"/bodies/{body.id}/members/{spare.id}", {"role": "member", "weight": 2, "position": "Ủy viên", "order": 9})
    city.admin.delete(f"/bodies/{body.id}/members/{spare.id}")
    wall = city.account("screen")
    city.admin.put(f"/bodies/{body.id}/screens/{wall.id}")
    city.admin.put(f"/bodies/{body.id}/screens/{spare.id}")
    city.admin.get(f"/bodies/{body.id}/screens")
    city.admin.delete(f"/bodies/{body.id}/screens/{wall.id}")
    city.admin.delete(f"/bodies/{body.id}/screens/{wall.id}")
    return body


def meetings(city, body):
    secretary = body.secretary
    meeting = body.draft()
    seen = secretary.get(meeting.path)
    secretary.put(meeting.path, particulars(body.id), headers={"If-Match": seen.headers["ETag"]})
    secretary.put(meeting.path, particulars(body.id), headers={"If-Match": '"999"'})
    secretary.get("/meetings", params={"limit": 1, "bodyId": body.id, "from": "2020-01-01T00:00:00Z"})
    secretary.get("/meetings", params={"from": "yesterday"})
    meeting.item("Quy hoạch", kind="vote", ask="Biểu quyết", submitter="Sở Xây dựng", rapporteur="Ông A", minutesPlanned=20)
    second = meeting.item("Ngân sách")
    secretary.put(f"{meeting.path}/agenda/{second['id']}", {"title": "Ngân sách 2027", "number": 1})
    meeting.advance("convene")
    third = meeting.item("Việc khác")
    secretary.put(f"{meeting.path}/agenda/{third['id']}/place", {"parentId": second["id"]})
    secretary.put(f"{meeting.path}/agenda/{second['id']}/place", {"parentId": third["id"], "place": 1})
    secretary.put(f"{meeting.path}/agenda/{third['id']}/place", {"parentId": None, "place": None})
    secretary.delete(f"{meeting.path}/agenda/{third['id']}")
    secretary.get(f"{meeting.path}/agenda")
    guest = city.account("member")
    meeting.invite(guest)
    secretary.get(f"{meeting.path}/invited")
    secretary.delete(f"{meeting.path}/invited/{guest.id}")
    for person in body.seats[:3]:
        meeting.attend(person)
    secretary.post(f"{meeting.path}/pause")
    secretary.put(f"{meeting.path}/presiding", {"userId": body.chairman.id, "ground": ""})
    meeting.attend(body.seats[3], "absent", reason="Đi công tác")
    secretary.get(f"{meeting.path}/roster")
    body.seats[1].get(f"{meeting.path}/roster")
    secretary.get("/calendars")
    secretary.get("/deadlines", params={"start": "2026-02-13T16:30:00+07:00", "budget": "8h", "calendar": "vn-public"})
    meeting.advance("open").advance("pause").advance("resume")
    meeting.announce("Bắt đầu")
    body.chairman.get(f"{meeting.path}/announcements")
    body.chairman.post(f"{meeting.path}/current-item", {"itemId": second["id"]})
    page = f"{meeting.path}/presented-page"
    body.chairman.get(page)
    shown = meeting.ready(meeting.paper(itemId=second["id"]))["id"]
    body.chairman.put(page, {"documentId": shown, "page": 1})
    body.chairman.put(page, {"documentId": shown, "page": 99})
    body.chairman.get(page)
    body.seats[1].delete(page)
    body.chairman.delete(page)
    secretary.put(f"{meeting.path}/agenda/{second['id']}/conclusion", {"text": "Thống nhất."})
    body.chairman.get(f"{meeting.path}/agenda/{second['id']}")
    body.chairman.get(meeting.path)
    sitting(body)
    before_session(body)
    other = body.convened()
    other.secretary.post(f"{other.path}/open")
    other.secretary.post(f"{other.path}/cancel")
    return meeting


def before_session(body):
    chair, deputy, member, *_ = body.seats
    meeting = body.draft(type="unscheduled")
    secretary = meeting.secretary
    tag = secretary.get(meeting.path).headers["ETag"]
    ground = {"ground": "members", "requestedBy": [one.id for one in body.seats[:3]], "note": "Đơn ngày 20/11"}
    secretary.put(f"{meeting.path}/convening", ground, headers={"If-Match": tag})
    secretary.put(f"{meeting.path}/convening", ground, headers={"If-Match": tag})
    secretary.put(f"{meeting.path}/convening", ground | {"requestedBy": []})
    items = [meeting.item(title, kind="vote")["id"] for title in ("Một", "Hai", "Ba")]
    for item in items:
        meeting.poll(agendaItemId=item)
    meeting.advance("convene")
    deputy.get(f"{meeting.path}/convening")
    deputy.put(f"{meeting.path}/agenda/{items[0]}/position", {"stance": "object", "wantsToSpeak": True})
    chair.get(f"{meeting.path}/positions")
    proposal = good(member.post(f"{meeting.path}/proposals", {"title": "Cấp nước", "kind": "opinion"}), 201)["id"]
    path = f"{meeting.path}/proposals/{proposal}"
    chair.post(f"{path}/approve")
    secretary.post(f"{path}/return", {"remarks": "Thiếu kinh phí"})
    member.put(path, {"title": "Cấp nước, có kinh phí"})
    secretary.post(f"{path}/review")
    chair.post(f"{path}/approve")
    member.get(f"{meeting.path}/proposals")
    late = meeting.item("Bổ sung")["id"]
    body.secretary.post(f"{meeting.path}/agenda/{late}/approve-late", {"note": "theo ý kiến chủ tọa"})
    deputy.get(f"{meeting.path}/notices")
    for person in body.seats:
        meeting.attend(person)
    meeting.advance("open")
    chair.get(f"{meeting.path}/consent-list")
    chair.post(f"{meeting.path}/consent-list/open")
    member.post(f"{meeting.path}/agenda/{items[1]}/pull-out")
    deputy.post(f"{meeting.path}/consent-list/ballots", {"choice": "for"})
    secretary.post(f"{meeting.path}/consent-list/ballots", {"choice": "for"})
    chair.post(f"{meeting.path}/consent-list/close")
    member.post(f"{meeting.path}/agenda/{items[1]}/pull-out")
    chair.post(f"{meeting.path}/consent-list/open")


def sitting(body):
    chair, deputy, member, absent, *_ = body.seats
    meeting = body.convened(form="hybrid")
    secretary = meeting.secretary
    deputy.put(f"{meeting.path}/invitation", {"answer": "attend"})
    absent.put(f"{meeting.path}/invitation", {"answer": "decline"})
    stand_in = body.city.account("officer")
    absent.put(f"{meeting.path}/invitation", {"answer": "decline", "reason": "Đi công tác", "substitute": stand_in.username})
    chair.put(f"{meeting.path}/invitations/{absent.id}/consent", {"approved": True})
    chair.get(f"{meeting.path}/invitations")
    secretary.put(f"{meeting.path}/invitation/paper", {"number": "05/GM-UBND", "issuedOn": "2026-11-20", "locality": "Hà Nội"})
    secretary.put(f"{meeting.path}/invitation/paper", {"issuedOn": "mai"})
    secretary.get(f"{meeting.path}/invitation/paper")
    deputy.get(f"{meeting.path}/invitation.pdf")
    deputy.get(f"{meeting.path}/invitation.pdf", params={"userId": absent.id})
    chair.get(f"{meeting.path}/invitations/forecast")
    deputy.get(f"{meeting.path}/invitations/forecast")
    stand_in.put(f"{meeting.path}/check-in", {"state": "online"})
    secretary.put(f"{meeting.path}/attendance/{stand_in.id}", {"state": "inRoom"})
    secretary.put(f"{meeting.path}/attendance/{deputy.id}", {"state": "online", "note": "Máy hỏng"})
    deputy.get(f"{meeting.path}/substitutes")
    secretary.get(f"{meeting.path}/roster")
    for person in (chair, deputy, member):
        person.put(f"{meeting.path}/check-in", {"state": "inRoom"})
    meeting.advance("open")
    item = meeting.item("Quy hoạch")
    path = f"{meeting.path}/agenda/{item['id']}"
    member.put(f"{path}/recusals/{member.id}", {"reason": "Có liên quan"})
    member.get(f"{meeting.path}/recusals")
    member.delete(f"{path}/recusals/{member.id}")
    tag = secretary.get(path).headers["ETag"]
    secretary.put(f"{path}/access", {"visibility": "internal", "closed": True}, headers={"If-Match": tag})
    secretary.put(f"{path}/access", {"closed": False}, headers={"If-Match": tag})
    asked = good(deputy.post(f"{meeting.path}/floor", {"itemId": item["id"]}), 201)["id"]
    own = good(member.post(f"{meeting.path}/floor"), 201)["id"]
    member.get(f"{meeting.path}/floor")
    chair.put(f"{meeting.path}/floor", {"order": [own, asked], "closed": True, "limitSeconds": 180})
    member.delete(f"{meeting.path}/floor/{own}")
    member.post(f"{meeting.path}/floor")
    chair.post(f"{meeting.path}/floor/{asked}/grant", {"limitSeconds": 120})
    chair.put(f"{meeting.path}/floor/{asked}", {"limitSeconds": 180})
    chair.post(f"{meeting.path}/floor/{asked}/pause")
    chair.post(f"{meeting.path}/floor/{asked}/resume")
    chair.post(f"{meeting.path}/floor/{asked}/end")
    poll = meeting.opened_poll()
    poll.vote({chair: "for", deputy: "for", member: "for"})
    poll.close()
    opened = meeting.look()["openedAt"]
    secretary.get(f"{meeting.path}/attendance/{member.id}/effects", params={"state": "absent", "from": opened})
    secretary.get(f"{meeting.path}/attendance/{member.id}/effects", params={"state": "away", "from": opened})
    secretary.post(f"{meeting.path}/attendance/{member.id}/corrections", {"state": "absent", "from": opened})
    secretary.post(f"{meeting.path}/attendance/{member.id}/corrections", {"state": "absent", "from": opened, "note": "Rời phòng"})
    meeting.advance("close")
    secretary.post(f"{meeting.path}/reopening", {"reason": "Thiếu một nội dung"})
    secretary.post(f"{meeting.path}/reopening/approve")
    chair.post(f"{meeting.path}/reopening/refuse")
    secretary.post(f"{meeting.path}/reopening", {"reason": "Thiếu một nội dung"})
    chair.get(f"{meeting.path}/reopening")
    chair.post(f"{meeting.path}/reopening/approve")


def trust(admin):
    pem = (SAMPLES / "trust" / "root-national-ec.pem").read_text()
    admin.get("/trust")
    admin.post("/trust/anchors", {"name": "walked.pem", "pem": pem})
    admin.delete("/trust/anchors/walked.pem")


def papers(meeting):
    secretary, member = meeting.secretary, meeting.body.seats[1]
    signed = meeting.paper(sample("ok-bt.pdf"), title="Tờ trình đã ký")
    meeting.upload(sample("ok-bt.pdf"), title="Tờ trình đã ký")
    draft = meeting.paper(sample("none-unsigned.pdf"), title="Bản nháp", release="false")
    secretary.get(f"/documents/{draft['id']}/pages/1.png")
    secretary.get(f"/documents/{draft['id']}/signatures")
    for document in (signed, draft):
        eventually(lambda: secretary.get(f"/documents/{document['id']}").json()["state"] != "processing", within=EXAMINATION_SECONDS, what="the examination")
    path = f"/documents/{signed['id']}"
    member.get(f"/documents/{draft['id']}")
    secretary.post(f"/documents/{draft['id']}/release")
    secretary.request("POST", f"{path}/versions", data=sample("ok-bb-rsa2048.pdf"), headers={"Content-Type": "application/pdf"})
    secretary.request("POST", f"{path}/versions", data=sample("ok-bb-rsa2048.pdf"), headers={"Content-Type": "application/pdf"})
    eventually(lambda: secretary.get(path).json()["state"] != "processing", within=EXAMINATION_SECONDS, what="the examination")
    secretary.put(path, {"title": "Tờ trình số 412", "kind": "toTrinh"})
    member.get(f"{meeting.path}/documents", params={"sha256": signed["sha256"]})
    member.get(f"{meeting.path}/documents")
    whole = member.get(f"{path}/content")
    member.request("HEAD", f"{path}/content")
    member.get(f"{path}/content", headers={"If-None-Match": whole.headers["ETag"]})
    member.get(f"{path}/content", headers={"Range": "bytes=0-99"})
    member.get(f"{path}/content", headers={"Range": "bytes=99999999-"})
    image = member.get(f"{path}/pages/1.png", params={"width": 200})
    member.get(f"{path}/pages/1.png", params={"width": 200}, headers={"If-None-Match": image.headers["ETag"]})
    member.get(f"{path}/pages/1.txt")
    member.get(f"{path}/pages/1.json")
    member.get(f"{path}/pages/99.png")
    revision = member.get(f"{path}/signatures").json()["signatures"][0]["revision"]
    member.get(f"{path}/revisions/{revision}/content")
    member.get(f"{path}/signatures")
    meeting.upload(b"", title="Rỗng")
    meeting.upload(b"\0\1\2 no such thing", title="Lạ")
    meeting.upload(sample(), title="Sai", headers={"Repr-Digest": "sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:"})
    secretary.delete(f"/documents/{draft['id']}")
    verdicts(meeting.body.city.admin)


def verdicts(who):
    pdf = {"Content-Type": "application/pdf"}
    who.request("POST", "/signatures/verify", data=sample("ok-three-drafter-head-seal.pdf"), headers=pdf)
    who.request("POST", "/signatures/verify", data=sample("bad-revoked-crl.pdf"), headers=pdf, params={"revocation": "hard", "at": "2026-01-01T00:00:00Z"})
    who.request("POST", "/signatures/verify", data=sample("none-unsigned.pdf"), headers=pdf | {"Accept": "application/jose"})
    who.request("POST", "/signatures/verify", data=b"%PDF-1.7 nothing more", headers=pdf)
    detached = {name: (name, (SAMPLES / file).read_bytes()) for name, file in (("content", "cades-ok.content.txt"), ("signature", "cades-ok.p7s"))}
    who.request("POST", "/signatures/verify", files=detached)
    files = [("files", (name, data)) for name, data in (("a.pdf", sample()), ("b.pdf", b"nothing"))]
    who.request("POST", "/signatures/verify-batch", files=files)
    who.request("POST", "/signatures/verify-batch", data=b"{}", headers={"Content-Type": "application/json"})


def polls(city, body, meeting):
    secretary = meeting.secretary
    item = good(secretary.get(f"{meeting.path}/agenda"))["items"][0]
    paper = good(secretary.get(f"{meeting.path}/documents"))["items"][0]
    subject = {"documentId": paper["id"], "version": paper["version"], "sha256": paper["sha256"]}
    poll = meeting.poll(agendaItemId=item["id"], subject=subject, rules={"tie": {"decidedBy": "chairman"}}, show="live")
    body.seats[1].get(poll.path)
    mistaken = meeting.poll()
    secretary.put(mistaken.path, {"title": "Đúng là", "method": "approval", "secrecy": "open"})
    secretary.put(mistaken.path, {"title": "", "method": "approval", "secrecy": "open"})
    secretary.delete(mistaken.path)
    poll.open()
    secretary.delete(poll.path)
    body.chairman.get(poll.path)
    poll.cast(body.seats[1], "for", key="ballot")
    poll.cast(body.seats[1], "for", key="ballot")
    poll.cast(body.seats[1], "against", key="ballot")
    poll.cast(body.seats[2], "against", text="Chưa rõ")
    body.seats[1].get(poll.path)
    secretary.get(f"{meeting.path}/polls")
    poll.close()
    body.chairman.post(f"{poll.path}/casting-vote", {"choice": "for", "basis": "cast"})
    body.chairman.post(f"{poll.path}/casting-vote", {"choice": "for", "basis": "cast"})
    poll.cast(body.seats[1], "for")
    body.seats[1].get(poll.path)
    secretary.post(f"{poll.path}/annul", {"reason": "Sai dự thảo"})
    secretary.post(f"{meeting.path}/polls", {"title": "Bầu", "method": "election", "secrecy": "secret", "options": [{"title": "A"}]})
    city.admin.post(f"{meeting.opened_poll().path}/ballots", {"choice": "for"})
    secretary.post(f"{poll.path}/repeat")
    secretary.get(f"{poll.path}/proof")
    secretary.post(f"{poll.path}/nudge")
    hands = meeting.opened_poll(taking="hands")
    numbers = {"for": good(secretary.get(meeting.path))["present"], "against": 0, "abstain": 0}
    secretary.post(f"{hands.path}/count", numbers)
    secretary.post(f"{hands.path}/count/confirm", numbers)
    secretary.post(f"{hands.path}/count", {"for": 1000})
    body.chairman.post(f"{hands.path}/count/confirm", numbers)
    open_poll = meeting.opened_poll()
    secretary.post(f"{open_poll.path}/nudge")
    secretary.post(f"{open_poll.path}/nudge", {"userId": body.seats[2].id})
    secretary.post(f"{open_poll.path}/nudge", {"userId": "nobody"})
    open_poll.close()
    slips = body.draft(type="circulated")
    secretary.get(f"{slips.path}/circulation")
    secretary.put(f"{slips.path}/circulation", {"reason": "Việc gấp"})
    good(city.admin.put(f"/bodies/{body.id}/rules", {"circulation": {"earlyClose": "always"}}))
    secretary.get(f"{slips.path}/circulation")
    slips.advance("convene")
    secretary.post(f"{slips.path}/circulation/approve")
    body.chairman.post(f"{slips.path}/circulation/approve")
    secretary.put(f"{slips.path}/circulation/summary", {"text": "Đã bổ sung Điều 3"})
    slip = slips.opened_poll()
    body.seats[0].get(f"{slip.path}/slip")
    secretary.get(f"{slip.path}/slip")
    secretary.get(f"{slip.path}/slip.pdf")
    secretary.get(slip.path)
    slip.close()
    body.seats[1].post(f"{slip.path}/late-slips", {"choice": "for"})
    secretary.get(f"{slip.path}/opinions")
    secretary.get(f"{slip.path}/opinions.pdf")
    city.admin.put(f"/users/{body.seats[1].id}/mail", {"address": "uv@example.gov.vn"})
    city.admin.get(f"/users/{body.seats[1].id}/mail")
    rules = good(city.admin.put(f"/bodies/{body.id}/rules", {"absentMayVote": True}))
    city.admin.get(f"/bodies/{body.id}/rules")
    city.admin.post(f"/bodies/{body.id}/rules/{rules['rulesVersion']}/confirm", {"authority": "Sở Tư pháp", "document": "Công văn 1"})


def afterwards(meeting):
    secretary, member = meeting.secretary, meeting.body.seats[1]
    secretary.get(f"{meeting.path}/minutes")
    member.get(f"{meeting.path}/minutes")
    secretary.post(f"{meeting.path}/close")
    for poll in good(secretary.get(f"{meeting.path}/polls"))["items"]:
        if poll["state"] == "open":
            secretary.post(f"/polls/{poll['id']}/close")
    meeting.advance("close")
    member.get(f"{meeting.path}/minutes")
    paper = member.get(f"{meeting.path}/minutes.pdf")
    member.get(f"{meeting.path}/minutes.pdf", headers={"If-None-Match": paper.headers["ETag"]})
    meeting.advance("approve-minutes").advance("archive")
    member.get(f"{meeting.path}/minutes")


def circulated(body):
    meeting = body.convened(type="circulated")
    poll = meeting.opened_poll()
    poll.cast(body.seats[1], "abstain", text="Ý kiến khác")
    body.seats[1].get(poll.path)
    poll.close()
    meeting.look()


def refusals(city, body):
    anyone = Caller(city.server)
    anyone.get("/me")
    Caller(city.server, "no-such-token").get("/keys")
    city.admin.request("POST", "/bodies", data="{", headers={"Content-Type": "application/json"})
    city.admin.post("/bodies", {})
    city.admin.post("/bodies", {"name": "x", "rules": {"quorum": {"numerator": 3, "denominator": 2}}})
    city.admin.request("POST", "/bodies", data=b" " * ((1 << 20) + 1), headers={"Content-Type": "application/json"})
    body.chairman.post("/bodies", {"name": "x"})
    city.admin.get("/bodies/none")
    city.admin.get("/users", params={"limit": 0})
    name = fresh("nobody")
    for _ in range(11):
        anyone.post("/tokens", {"username": name, "password": "wrong"})
    anyone.get("/push")
    body.chairman.get("/push")


def test_every_answer_is_described(document, walked):
    """Status, media type and shape of each answer on the walk; what the document does not say must not be there."""
    assert len(walked) > 150
    wrong = []
    for method, path, _, answer in walked:
        operation = document.operation(method, path)
        assert operation is not None, told(answer)
        content = document.content(operation, answer.status_code)
        if content is None:
            wrong.append(f"{operation.name}: status {answer.status_code} is not described: {told(answer)}")
            continue
        if not answer.content or method == "HEAD":
            continue
        described = matching(content, media_type(answer))
        if described is None:
            wrong.append(f"{operation.name}: {media_type(answer)} is not described at {answer.status_code}")
        elif media_type(answer) in ("application/json", "application/problem+json") and operation.name != "openAPI":
            try:
                document.check(answer.json(), described["schema"])
            except jsonschema.ValidationError as error:
                wrong.append(f"{operation.name} {answer.status_code}: {error.json_path}: {error.message[:300]}")
    assert wrong == []


def test_every_good_request_is_described(document, walked):
    """A request that was taken has the described shape, its parameters are described ones."""
    checked = 0
    for method, path, options, answer in walked:
        operation = document.operation(method, path)
        if answer.status_code >= 400:
            continue
        declared = [document.resolved(one) for one in operation.description.get("parameters", [])]
        names = {one["name"] for one in declared if one["in"] == "query"}
        assert set(options.get("params", {})) <= names, told(answer)
        if options.get("json") is not None:
            document.check(options["json"], operation.description["requestBody"]["content"]["application/json"]["schema"])
            checked += 1
    assert checked > 50


def test_entity_tags_stand_where_they_are_promised(document, walked):
    for method, path, _, answer in walked:
        described = document.response(document.operation(method, path), answer.status_code)
        if described and "ETag" in described.get("headers", {}):
            assert answer.headers.get("ETag"), told(answer)
        elif described and answer.ok:
            assert "ETag" not in answer.headers, f"an ETag that is not described: {told(answer)}"


def test_the_walk_was_everywhere(document, walked):
    """Every operation succeeded at least once, and every kind of refusal was met."""
    done = {document.operation(method, path).name for method, path, _, answer in walked if answer.status_code < 400}
    assert sorted({one.name for one in document.operations} - done - NOT_WALKED) == []
    met = {answer.status_code for _, _, _, answer in walked}
    assert met >= {200, 201, 204, 206, 304, 400, 401, 403, 404, 409, 412, 413, 415, 416, 422, 426, 429}


def test_every_answer_names_its_request(walked):
    assert all(answer.headers.get("X-Request-Id") for _, _, _, answer in walked if is_text(answer))
