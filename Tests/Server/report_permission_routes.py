"""How each route of the table of reports is asked, and what has to stand before it can be asked."""

from datetime import datetime, timedelta

from requests.adapters import HTTPAdapter

from .calling import good
from .city import instant
from .permission_stage import Scene, Stage
from .report_city import CONSTRUCTION, DONE, LANG, TEXT, Desks, photo, task

LINK = "Report-Link"
ANSWER = {"outcome": "partlyResolved", "text": DONE}
FLAT_DAY = {"start": "2026-11-30T08:00:00+07:00", "budget": "8h"}


class Address(HTTPAdapter):
    """Wrong links are counted an address: everybody of the table calls from one of his own."""

    def __init__(self, address):
        self.address = address
        super().__init__()

    def init_poolmanager(self, *arguments, **options):
        super().init_poolmanager(*arguments, source_address=(self.address, 0), **options)


class ReportStage(Stage):
    def __init__(self, city):
        super().__init__(city, ROUTES, READING, SCREENS)
        self.desks = desks = Desks(city)
        self.people |= dict(
            reportsToken=self.scoped("reports"), wardOfficer=desks.officer, wardHead=desks.head, otherUnit=desks.builder, reception=desks.reception, office=desks.office, reporter=city.account("member"))
        for number, person in enumerate(self.people.values(), 10):
            person.session.mount("http://", Address(f"127.0.0.{number}"))

    def empty_scene(self):
        return ReportScene(self)


class ReportScene(Scene):
    def __init__(self, stage):
        super().__init__(stage)
        self.desks = stage.desks
        self.reporter = stage.people["reporter"]
        self.made = self.file = self.escalation = self.conclusion = self.task = None

    @property
    def path(self):
        return f"/reports/{self.made['id']}"

    def head(self):
        """Where the logs stand of what the scene is about."""
        heads = [super().head()]
        if self.made:
            heads.append(good(self.desks.reception.get(self.path))["head"])
        if self.escalation:
            heads.append(good(self.desks.leader.get(f"/escalations/{self.escalation}"))["version"])
        return heads


def nothing(scene):
    pass


def somebody(scene):
    scene.person = scene.stage.city.account("officer", token=False)


def submitted(scene):
    scene.made = scene.desks.submit(scene.reporter)


def accepted(scene):
    submitted(scene)
    scene.desks.step(scene.desks.reception, scene.made["id"], "accept", {"category": "thoat-nuoc", "urgency": "normal", "legalKind": "onTheSpot"})


def assigned(scene):
    scene.made = scene.desks.assigned(caller=scene.reporter)


def started(scene):
    scene.made = scene.desks.in_progress(caller=scene.reporter)


def with_contact(scene):
    scene.made = scene.desks.assigned(caller=scene.reporter, contact={"name": "Hoàng Văn Thịnh", "phone": "0912345678"})


def asked(scene):
    started(scene)
    scene.desks.step(scene.desks.officer, scene.made["id"], "ask", {"question": "Xin ông bà cho biết thêm vị trí chính xác của điểm ngập úng này"})


def consulted(scene):
    started(scene)
    scene.desks.step(scene.desks.officer, scene.made["id"], "coordinate", {"unit": CONSTRUCTION, "request": "Cho ý kiến về cống"})


def later(scene):
    """Nine hours after the ward's own due instant: within what may be asked for."""
    shown = good(scene.desks.officer.get(scene.path))
    process = next(clock for clock in shown["clocks"] if clock["kind"] == "process" and not clock["stoppedAt"])
    return (datetime.fromisoformat(process["due"]) + timedelta(hours=20)).isoformat()


def more_time_asked(scene):
    started(scene)
    good(scene.desks.head.post(f"{scene.path}/extend", {"reason": "Cần thêm thời gian", "until": later(scene)}), 200)


def with_answer(scene):
    """Proposed by the second officer, so that neither of the table approves his own."""
    started(scene)
    scene.desks.step(scene.desks.second, scene.made["id"], "answer", ANSWER)


def answered(scene):
    with_answer(scene)
    scene.desks.step(scene.desks.head, scene.made["id"], "approve")


def two(scene):
    started(scene)
    scene.master = scene.desks.submit()["code"]


def merged(scene):
    two(scene)
    scene.desks.step(scene.desks.reception, scene.made["id"], "merge", {"master": scene.master})


def with_photo(scene):
    started(scene)
    scene.file = scene.desks.attach(scene.desks.officer, scene.made["id"], "before")


def with_public_photo(scene):
    started(scene)
    scene.file = scene.desks.attach(scene.desks.officer, scene.made["id"])
    scene.desks.step(scene.desks.officer, scene.made["id"], "answer", {"outcome": "resolved", "text": DONE, "evidence": [{"document": scene.file}]})
    scene.desks.step(scene.desks.head, scene.made["id"], "approve")


def escalated(scene):
    scene.made = scene.desks.escalated(caller=scene.reporter)
    scene.escalation = scene.made["escalationId"]


def escalated_in_short(scene):
    scene.made = scene.desks.in_progress(urgency="urgent", caller=scene.reporter)
    scene.file = scene.desks.attach(scene.desks.officer, scene.made["id"], "before")
    short = {"what": "Sập cống", "where": "Đường Láng", "done": "Đã rào chắn", "ask": "direction"}
    scene.escalation = good(scene.desks.head.post(f"{scene.path}/escalate", short), 201)["escalationId"]


def on_agenda(scene):
    # Far enough ahead that the clock does not remind anybody meanwhile.
    scene.meeting = scene.body.draft(startsAt=instant(86400 * 20), endsAt=instant(86400 * 20 + 3600))
    scene.stage.invite_guest(scene.meeting)
    scene.made = scene.desks.on_agenda(scene.meeting, caller=scene.reporter)
    scene.item = scene.made["item"]
    scene.meeting.advance("convene")


def in_session(scene):
    on_agenda(scene)
    for seat in scene.body.seats:
        scene.meeting.attend(seat)
    scene.meeting.advance("open")


def sign(who, scene):
    wanted = {"text": "Giao Sở Xây dựng", "publicText": "Sẽ thay cống", "tasks": [task()]}
    return who.post(f"{scene.meeting.path}/agenda/{scene.item}/conclusions", wanted)


def concluded(scene):
    in_session(scene)
    made = good(sign(scene.body.secretary, scene), 201)
    scene.conclusion, scene.task = made["id"], made["tasks"][0]["id"]


def get(path, **parameters):
    return lambda who, scene: who.get(path, params=parameters)


def of_report(path=""):
    return lambda who, scene: who.get(scene.path + path)


def step(verb, body=None):
    return lambda who, scene: who.post(f"{scene.path}/{verb}", body or {})


def lay(side):
    return lambda who, scene: who.request("POST", f"{scene.path}/files", params={"side": side}, data=photo(), headers={"Content-Type": "image/png"})


def of_escalation(verb, body=None):
    return lambda who, scene: who.post(f"/escalations/{scene.escalation}/{verb}", body or {})


def public(verb, body=None, *, linked):
    headers = lambda scene: {LINK: scene.made["privateLink"]} if linked else {}
    return lambda who, scene: who.post(f"/public/reports/{scene.made['code']}/{verb}", body or {}, headers=headers(scene))


def public_photo(*, linked):
    headers = lambda scene: {"Content-Type": "image/png"} | ({LINK: scene.made["privateLink"]} if linked else {})
    return lambda who, scene: who.request("POST", f"/public/reports/{scene.made['code']}/files", data=photo(), headers=headers(scene))


def screen(path):
    return lambda who, scene: who.request("GET", path(scene) if callable(path) else path, base="", headers={"Accept": "text/html"}, allow_redirects=False)


WORDS = {"text": "Hôm nay lại ngập"}
REASON = {"reason": "Hôm nay lại ngập như cũ"}

ROUTES = {
    "see units": (nothing, get("/units", limit=3)),
    "see categories": (nothing, get("/categories", limit=3)),
    "see who is competent": (nothing, get("/competence", category="thoat-nuoc", place=LANG)),
    "see the people of a unit": (nothing, get(f"/units/{LANG}/people")),
    "say where somebody works": (somebody, lambda who, scene: who.put(f"/users/{scene.person.id}/unit", {"unitId": LANG, "head": False})),
    "see calendars": (nothing, get("/calendars")),
    "see when something is due": (nothing, get("/deadlines", **FLAT_DAY)),
    "submit a report": (nothing, lambda who, scene: who.post("/reports", {"text": TEXT, "category": "thoat-nuoc", "place": LANG, "address": "Số 12 đường Láng"})),
    "list reports": (nothing, get("/reports", unit=LANG)),
    "see how many reports": (nothing, get("/report-counts")),
    "see how ratings are counted": (nothing, get("/rating-counts", unit=LANG)),
    "see who opened contacts": (nothing, get("/contact-accesses")),
    "see a report": (assigned, of_report()),
    "see the way of a report": (assigned, of_report("/timeline")),
    "accept a report": (submitted, step("accept", {"category": "thoat-nuoc", "urgency": "normal", "legalKind": "onTheSpot"})),
    "reject a report": (submitted, step("reject", {"reason": "complaint", "explanation": "Đây là đơn khiếu nại"})),
    "assign a report": (accepted, step("assign", {"unit": LANG})),
    "start a report": (assigned, step("start")),
    "return a report": (assigned, step("return", {"reason": "otherField", "unit": CONSTRUCTION, "rule": "SXD-DS", "note": "Thuộc Sở Xây dựng"})),
    "ask the reporter": (started, step("ask", {"question": "Xin ông bà cho biết thêm vị trí chính xác của điểm ngập úng này"})),
    "reply to a question": (asked, step("reply", WORDS)),
    "add to a report": (assigned, step("add", WORDS)),
    "consult a unit": (started, step("coordinate", {"unit": CONSTRUCTION, "request": "Cho ý kiến về cống"})),
    "give an opinion": (consulted, step("opinion", {"number": 1, "text": "Cống cần thay"})),
    "withdraw a consultation": (consulted, step("withdraw", {"number": 1})),
    "ask for more time": (started, lambda who, scene: who.post(f"{scene.path}/extend", {"reason": "Cần thêm thời gian", "until": later(scene)})),
    "grant more time": (more_time_asked, step("extend", {"granted": True})),
    "save a draft answer": (started, lambda who, scene: who.put(f"{scene.path}/draft", {"text": "Đang viết"})),
    "say who is at a report": (started, step("hold", {"held": True})),
    "show a contact": (with_contact, step("contact")),
    "answer a report": (started, step("answer", ANSWER)),
    "approve an answer": (with_answer, step("approve")),
    "send an answer back": (with_answer, step("send-back", {"reason": "Thêm ảnh hiện trường"})),
    "rate an answer": (answered, step("rate", {"level": "acceptable"})),
    "reopen a report": (answered, step("reopen", REASON)),
    "merge a report": (two, lambda who, scene: who.post(f"{scene.path}/merge", {"explanation": "Trùng với tin đã công bố"})),
    "part a report from its master": (merged, step("unmerge", {"reason": "Không cùng một việc"})),
    "redact a report": (started, step("redact", {"reason": "Có tên người khác"})),
    "list the files of a report": (with_photo, of_report("/files")),
    "see a photo": (with_photo, lambda who, scene: who.get(f"{scene.path}/files/{scene.file}")),
    "lay a photo with a report": (started, lay("before")),
    "lay a photo with an answer": (started, lay("after")),
    "escalate a report": (with_photo, lambda who, scene: who.post(f"{scene.path}/escalate", scene.desks.dossier(scene.file))),
    "list escalations": (nothing, get("/escalations", open="true")),
    "see an escalation": (escalated, lambda who, scene: who.get(f"/escalations/{scene.escalation}")),
    "forward an escalation": (escalated, of_escalation("forward")),
    "return an escalation": (escalated, of_escalation("return", {"note": "Bổ sung dự toán"})),
    "complete a dossier": (escalated_in_short, lambda who, scene: who.post(f"/escalations/{scene.escalation}/complete", scene.desks.dossier(scene.file))),
    "decide on an escalation": (escalated, of_escalation("decisions", {"kind": "instruct", "text": "Phường xử lý ngay", "leadUnit": LANG})),
    "see the escalations of an item": (on_agenda, lambda who, scene: who.get(f"{scene.meeting.path}/agenda/{scene.item}/escalations")),
    "defer an item": (on_agenda, lambda who, scene: who.post(f"{scene.meeting.path}/agenda/{scene.item}/defer", {})),
    "sign a conclusion": (in_session, sign),
    "see a conclusion": (concluded, lambda who, scene: who.get(f"/conclusions/{scene.conclusion}")),
    "release a conclusion": (concluded, lambda who, scene: who.post(f"/conclusions/{scene.conclusion}/release", {})),
    "list tasks": (nothing, get("/action-items", open="true")),
    "see a task": (concluded, lambda who, scene: who.get(f"/action-items/{scene.task}")),
    "close a task": (concluded, lambda who, scene: who.post(f"/action-items/{scene.task}/close", {"result": "Đã thay xong"})),
    "see how many reports, in public": (nothing, get("/public/report-counts")),
    "see what a rating may say, in public": (nothing, get("/public/rating-reasons")),
    "see a report, in public": (assigned, lambda who, scene: who.get(f"/public/reports/{scene.made['code']}")),
    "see a photo, in public": (with_public_photo, lambda who, scene: who.get(f"/public/reports/{scene.made['code']}/files/{scene.file}")),
    "see a report by its link": (assigned, lambda who, scene: who.get(f"/public/reports/{scene.made['code']}", headers={LINK: scene.made["privateLink"]})),
    "add by the link": (assigned, public("add", WORDS, linked=True)),
    "add without the link": (assigned, public("add", WORDS, linked=False)),
    "reply by the link": (asked, public("reply", WORDS, linked=True)),
    "reply without the link": (asked, public("reply", WORDS, linked=False)),
    "rate by the link": (answered, public("rate", {"level": "acceptable"}, linked=True)),
    "rate without the link": (answered, public("rate", {"level": "acceptable"}, linked=False)),
    "reopen by the link": (answered, public("reopen", REASON, linked=True)),
    "reopen without the link": (answered, public("reopen", REASON, linked=False)),
    "dispute by the link": (merged, public("dispute", {"reason": "Không cùng một việc"}, linked=True)),
    "dispute without the link": (merged, public("dispute", {"reason": "Không cùng một việc"}, linked=False)),
    "lay a photo by the link": (assigned, public_photo(linked=True)),
    "lay a photo without the link": (assigned, public_photo(linked=False)),
    "open the form for citizens": (nothing, screen("/reports/new")),
    "open the page of a code": (assigned, screen(lambda scene: f"/track/{scene.made['code']}")),
    "open the desk": (nothing, screen("/desk")),
    "open the inbox": (nothing, screen("/inbox")),
    "open the list of contacts opened": (nothing, screen("/admin/contacts")),
    "open the tasks": (nothing, screen("/tasks")),
    "open a dossier": (escalated, screen(lambda scene: f"/escalations/{scene.escalation}")),
    "open the writing of an escalation": (started, screen(lambda scene: f"/desk/{scene.made['id']}/escalate")),
    "open an item of the chain": (on_agenda, screen(lambda scene: f"{scene.meeting.path}/items/{scene.item}")),
}

SCREENS = {name for name in ROUTES if name.startswith("open ")}

# Routes that change nothing may be asked by everyone on one scene.
READING = {name for name in ROUTES if name.startswith(("see", "list"))} | SCREENS
