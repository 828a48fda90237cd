"""Desks of a city made through the API: reception, Office, a ward, a department, a leader; and reports brought to where a test begins."""

import random
import struct
import zlib
from datetime import datetime, timedelta

from .calling import fresh, good, sign_in
from .city import instant
from .running import PASSWORD

LANG, CONSTRUCTION, CENTRE, OFFICE = "hn-00199", "so-xay-dung", "trung-tam-pvhcc", "van-phong-ubnd-tp"
TEXT = "Đường Láng đoạn gần cầu Cót bị ngập sâu sau mỗi trận mưa lớn, nước tràn vào nhà dân từ chiều hôm qua"
DONE = "Phường Láng đã nạo vét các hố ga trên đường Láng gần cầu Cót vào sáng nay, nước đã rút hết và mặt đường đã được rửa sạch."


def photo():
    """A PNG nobody has sent before."""
    width, height = 64, 48
    rows = b"".join(b"\0" + random.randbytes(3 * width) for _ in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Desks:
    def __init__(self, city):
        self.city = city
        self.reception = self.person(CENTRE)
        self.office = self.person(OFFICE)
        self.head = self.person(LANG, head=True)
        self.officer = self.person(LANG)
        self.second = self.person(LANG)
        self.builder = self.person(CONSTRUCTION)
        self.builders_head = self.person(CONSTRUCTION, head=True)
        self.leader = city.account("leader")
        self.auditor = city.account("auditor")
        self.integration = city.account("integration")
        self.stranger = city.account("member")

    def person(self, unit, head=False):
        name = fresh("cb")
        body = {"username": name, "name": f"Cán bộ {name}", "role": "officer", "password": PASSWORD, "unitId": unit, "head": head}
        id = good(self.city.admin.post("/users", body), 201)["id"]
        caller = sign_in(self.city.server, name, PASSWORD)
        caller.id = id
        return caller

    def submit(self, caller=None, **changes):
        wanted = {"text": TEXT, "category": "thoat-nuoc", "place": LANG, "address": "Số 12 đường Láng", "contact": {"name": "Hoàng Văn Thịnh", "phone": "0912345678"}} | changes
        return good((caller or self.reception).post("/reports", wanted), 201)

    def step(self, who, id, verb, body=None, **options):
        return good(who.post(f"/reports/{id}/{verb}", body or {}, **options), 200)

    def assigned(self, urgency="normal", **changes):
        made = self.submit(urgency=urgency, **changes)
        self.step(self.reception, made["id"], "accept", {"category": "thoat-nuoc", "urgency": urgency, "legalKind": "onTheSpot"})
        self.step(self.reception, made["id"], "assign", {"unit": LANG})
        return made

    def in_progress(self, **options):
        made = self.assigned(**options)
        self.step(self.officer, made["id"], "start")
        return made

    def attach(self, who, id, side="after", data=None):
        answer = who.request("POST", f"/reports/{id}/files", params={"side": side}, data=data or photo(), headers={"Content-Type": "image/png"})
        return good(answer, 201)["id"]

    def dossier(self, file):
        option = {"text": "Thay cống", "costVND": 2000000000, "time": "30 ngày", "leadUnit": CONSTRUCTION, "risk": "Ùn tắc"}
        return {
            "reason": "resources", "rule": "P-TN", "legalBasis": "Luật Đầu tư công", "side": "government", "stage": "Bố trí kinh phí", "cause": "Cống hỏng", "done": "Đã nạo vét",
            "options": [option | {"label": "A"}, option | {"label": "B", "leadUnit": LANG, "costVND": 0}], "recommended": "A", "ask": "funding",
            "attachments": [{"kind": "photo", "document": file}], "holdingText": "Đã báo cáo Thành phố", "peopleAffected": 300}

    def escalated(self, **options):
        made = self.in_progress(**options)
        file = self.attach(self.officer, made["id"], "before")
        made["escalationId"] = good(self.head.post(f"/reports/{made['id']}/escalate", self.dossier(file)), 201)["escalationId"]
        return made

    def answered(self, **options):
        made = self.in_progress(**options)
        file = self.attach(self.officer, made["id"])
        self.step(self.officer, made["id"], "answer", {"outcome": "resolved", "text": DONE, "evidence": [{"document": file}]})
        self.step(self.head, made["id"], "approve")
        return made

    def on_agenda(self, meeting, **options):
        made = self.escalated(**options)
        good(self.office.post(f"/escalations/{made['escalationId']}/forward"), 200)
        decided = good(self.leader.post(f"/escalations/{made['escalationId']}/decisions", {"kind": "agenda", "text": "Đưa ra họp", "meetingId": meeting.id}), 201)
        made["item"] = decided["agendaItemId"]
        return made


def task():
    return {"title": "Thay tuyến cống", "leadUnit": CONSTRUCTION, "coUnits": [LANG], "due": instant(86400 * 9)}


def public(caller, made, verb=None, body=None, **options):
    headers = {"Report-Link": made["privateLink"]} if made.get("privateLink") else {}
    path = f"/public/reports/{made['code']}"
    return caller.get(path, headers=headers, **options) if verb is None else caller.post(f"{path}/{verb}", body or {}, headers=headers, **options)


def walk(city, anyone):
    """Every operation on reports at least once."""
    desks = Desks(city)
    admin = city.admin
    admin.put(f"/users/{desks.second.id}/unit", {"unitId": LANG, "head": False})
    for path in ("/units", "/categories"):
        admin.get(path, params={"limit": 3})
    desks.officer.get(f"/units/{LANG}/people")
    admin.get("/competence", params={"category": "thoat-nuoc", "place": LANG, "money": 900000000})
    admin.get("/competence", params={"category": "nope"})
    made = desks.assigned()
    id = made["id"]
    desks.officer.post(f"/reports/{id}/hold", {"held": True})
    desks.officer.post(f"/reports/{id}/contact")
    desks.head.get("/contact-accesses", params={"limit": 2})
    desks.officer.get("/contact-accesses")
    desks.officer.get("/reports", params={"unit": LANG, "order": "due", "open": "true", "limit": 5})
    desks.officer.get("/reports", params={"state": "nope"})
    desks.officer.get("/report-counts", params={"unit": LANG})
    anyone.get("/public/report-counts")
    desks.step(desks.officer, id, "start")
    seen = desks.officer.get(f"/reports/{id}")
    desks.officer.get(f"/reports/{made['code']}/timeline")
    desks.officer.post(f"/reports/{id}/ask", {"question": "Xin ông bà cho biết thêm vị trí chính xác của điểm ngập úng này"}, headers={"If-Match": seen.headers["ETag"]})
    desks.officer.post(f"/reports/{id}/ask", {"question": "Lần nữa"}, headers={"If-Match": seen.headers["ETag"]})
    public(anyone, made, "reply", {"text": "Trước số nhà 1150"})
    desks.officer.post(f"/reports/{id}/ask", {"question": "Xin ông bà cho biết thêm thời điểm ngập và độ sâu của nước trên đường"})
    desks.step(desks.reception, id, "reply", {"text": "Người dân gọi điện báo sáng nay"})
    public(anyone, made, "add", {"text": "Hôm nay lại ngập"})
    desks.step(desks.reception, id, "add", {"text": "Gọi điện bổ sung"})
    desks.step(desks.officer, id, "coordinate", {"unit": CONSTRUCTION, "request": "Cho ý kiến về cống"})
    desks.step(desks.builder, id, "opinion", {"number": 1, "text": "Cống cần thay"})
    desks.step(desks.officer, id, "coordinate", {"unit": CONSTRUCTION, "request": "Cho ý kiến lần hai"})
    desks.step(desks.officer, id, "withdraw", {"number": 2})
    shown = desks.step(desks.officer, id, "start")
    process = next(clock for clock in shown["clocks"] if clock["kind"] == "process" and not clock["stoppedAt"])
    desks.head.post(f"/reports/{id}/extend", {"reason": "Cần thêm thời gian", "until": process["due"]})
    day = datetime.fromisoformat(process["due"]) + timedelta(hours=20)
    asked = desks.head.post(f"/reports/{id}/extend", {"reason": "Cần thêm thời gian", "until": day.isoformat()})
    good(asked, 200)
    good(desks.leader.post(f"/reports/{id}/extend", {"granted": True}), 200)
    good(desks.officer.put(f"/reports/{id}/draft", {"text": "Đang viết"}), 204)
    file = desks.attach(desks.officer, id)
    desks.officer.get(f"/reports/{id}/files")
    desks.officer.get(f"/reports/{id}/files/{file}")
    desks.officer.request("POST", f"/reports/{id}/files", data=b"no photo", headers={"Content-Type": "image/png"})
    answer = {"outcome": "resolved", "text": DONE, "evidence": [{"document": file}]}
    desks.step(desks.officer, id, "answer", answer)
    desks.step(desks.head, id, "send-back", {"reason": "Thêm ảnh hiện trường"})
    desks.step(desks.officer, id, "answer", answer)
    desks.step(desks.head, id, "approve")
    public(anyone, made)
    anyone.get(f"/public/reports/{made['code']}/files/{file}")
    anyone.get("/public/rating-reasons")
    public(anyone, made, "rate", {"level": "dissatisfied", "reasons": ["none"]})
    public(anyone, made, "rate", {"level": "dissatisfied", "reasons": ["late", "noProof"], "text": "Vẫn ngập"})
    desks.officer.get("/rating-counts", params={"unit": LANG})
    desks.officer.get("/rating-counts", params={"unit": "none"})
    public(anyone, made, "reopen", {"reason": "Hôm nay lại ngập như cũ"})
    answer_headers = {"Report-Link": made["privateLink"], "Content-Type": "image/png"}
    good(anyone.request("POST", f"/public/reports/{made['code']}/files", data=photo(), headers=answer_headers), 201)
    citizen = city.account("member")
    own = desks.submit(citizen)
    oid = own["id"]
    desks.step(desks.reception, oid, "accept", {"category": "thoat-nuoc", "urgency": "normal", "legalKind": "onTheSpot"})
    desks.step(desks.reception, oid, "assign", {"unit": LANG})
    desks.step(desks.officer, oid, "start")
    ofile = desks.attach(desks.officer, oid)
    desks.step(desks.officer, oid, "answer", {"outcome": "resolved", "text": DONE, "evidence": [{"document": ofile}]})
    desks.step(desks.head, oid, "approve")
    desks.step(citizen, oid, "rate", {"level": "dissatisfied"})
    desks.step(citizen, oid, "reopen", {"reason": "Vẫn còn ngập nước"})
    other = desks.submit()
    desks.step(desks.reception, other["id"], "merge", {"master": made["code"]})
    public(anyone, other, "dispute", {"reason": "Không cùng một việc"})
    desks.step(desks.reception, other["id"], "merge", {"explanation": "Trùng với tin đã công bố"})
    desks.step(desks.reception, other["id"], "unmerge", {"reason": "Tách ra xử lý riêng"})
    desks.step(desks.reception, other["id"], "redact", {"reason": "Có tên người khác"})
    desks.step(desks.reception, other["id"], "reject", {"reason": "complaint", "explanation": "Đây là đơn khiếu nại"})
    back = desks.assigned()
    desks.step(desks.head, back["id"], "return", {"reason": "otherField", "unit": CONSTRUCTION, "rule": "SXD-DS", "note": "Thuộc Sở Xây dựng"})
    # the chain
    body = city.body(4)
    meeting = body.draft()
    chained = desks.on_agenda(meeting)
    desks.leader.get("/escalations", params={"open": "true"})
    desks.leader.get(f"/escalations/{chained['escalationId']}")
    body.secretary.get(f"{meeting.path}/agenda/{chained['item']}/escalations")
    good(body.secretary.post(f"{meeting.path}/agenda/{chained['item']}/defer", {}), 200)
    decided = good(desks.leader.post(f"/escalations/{chained['escalationId']}/decisions", {"kind": "agenda", "text": "Đưa lại", "meetingId": meeting.id}), 201)
    meeting.advance("convene")
    for seat in body.seats:
        meeting.attend(seat)
    meeting.advance("open")
    made_conclusion = good(body.secretary.post(f"{meeting.path}/agenda/{decided['agendaItemId']}/conclusions", {"text": "Giao Sở Xây dựng", "publicText": "Sẽ thay cống", "tasks": [task()]}), 201)
    body.secretary.get(f"/conclusions/{made_conclusion['id']}")
    good(body.secretary.post(f"/conclusions/{made_conclusion['id']}/release", {}), 200)
    desks.builder.get("/action-items", params={"unit": CONSTRUCTION, "open": "true"})
    desks.builder.get(f"/action-items/{made_conclusion['tasks'][0]['id']}")
    good(desks.builder.post(f"/action-items/{made_conclusion['tasks'][0]['id']}/close", {"result": "Đã thay xong"}), 200)
    urgent = desks.in_progress(urgency="urgent")
    short = {"what": "Sập cống", "where": "Đường Láng", "done": "Đã rào chắn", "ask": "direction"}
    eid = good(desks.head.post(f"/reports/{urgent['id']}/escalate", short), 201)["escalationId"]
    ufile = desks.attach(desks.officer, urgent["id"], "before")
    good(desks.head.post(f"/escalations/{eid}/complete", desks.dossier(ufile)), 200)
    good(desks.office.post(f"/escalations/{eid}/return", {"note": "Bổ sung dự toán"}), 200)
    desks.officer.post(f"/escalations/{eid}/decisions", {"kind": "instruct", "text": "x"})
    anyone.get("/public/reports/HN2611-AAAAAAAA-A")
