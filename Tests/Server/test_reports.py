"""Contract §6: reports and escalation over HTTP."""

import threading
import unicodedata

import pytest

from .calling import Caller, fresh, good
from .problems import refused
from .report_city import CONSTRUCTION, DONE, LANG, TEXT, Desks, photo, public, task
from .sockets import Push


@pytest.fixture(scope="module")
def desks(city):
    return Desks(city)


@pytest.fixture(scope="module")
def anyone(city):
    return Caller(city.server)


def test_a_report_goes_its_way_and_every_desk_names_the_same_holder_and_date(desks, anyone):
    made = desks.in_progress()
    views = [good(who.get(f"/reports/{made['id']}")) for who in (desks.officer, desks.reception, desks.leader, desks.auditor)]
    open_view = good(public(anyone, {"code": made["code"]}))
    assert {(view["holder"], view["due"], view["state"], view["bucket"]) for view in views} == {(open_view["holder"], open_view["due"], open_view["state"], open_view["bucket"])}
    assert views[0]["holder"] == LANG and views[0]["stateCode"] == "dang_xu_ly" and views[0]["hops"] and views[0]["clocks"]
    assert "answer" in views[0]["may"] and "answer" not in views[2]["may"]


def test_what_is_personal_is_shown_to_who_handles_it_alone(desks, anyone):
    made = desks.in_progress(text=TEXT + ", gọi tôi số 0912 345 678")
    handler = good(desks.officer.get(f"/reports/{made['id']}"))
    assert handler["contact"] is None and handler["hasContact"] and "0912" in handler["text"]
    assert good(desks.officer.post(f"/reports/{made['id']}/contact"))["contact"]["name"] == "Hoàng Văn Thịnh"
    assert good(desks.officer.get(f"/reports/{made['id']}"))["contact"]["phone"] == "0912345678"
    for reader in (desks.city.admin, desks.head, desks.auditor):
        newest = good(reader.get("/contact-accesses", params={"limit": 1}))["items"][0]
        assert (newest["code"], newest["person"], newest["unit"]) == (made["code"], desks.officer.id, LANG)
    refused(desks.officer.get("/contact-accesses"), 403, "auth.forbidden")
    for who in (desks.leader, desks.auditor):
        assert good(who.get(f"/reports/{made['id']}"))["contact"] is None
    assert "0912" not in good(desks.auditor.get(f"/reports/{made['id']}"))["text"]
    shown = anyone.get(f"/public/reports/{made['code']}").text
    assert "0912" not in shown and "Thịnh" not in shown and "Số 12" not in shown
    for who in (desks.stranger, desks.city.admin, desks.builder):
        refused(who.get(f"/reports/{made['id']}"), 404, "not-found")


def test_decomposed_vietnamese_is_stored_composed(desks):
    made = desks.submit(text=unicodedata.normalize("NFD", TEXT))
    assert good(desks.reception.get(f"/reports/{made['id']}"))["text"] == TEXT


def test_bad_submissions_are_refused_by_field(desks):
    post = desks.reception.post
    refused(post("/reports", {"text": "ngắn", "address": "x"}), 422, "report.incomplete", "/text")
    refused(post("/reports", {"text": TEXT}), 422, "report.incomplete", "/address")
    refused(post("/reports", {"text": TEXT, "address": "x", "legalKind": "denunciation"}), 422, "report.incomplete", "/legalKind")
    refused(post("/reports", {"text": TEXT, "address": "x", "place": "nowhere", "category": "nothing"}), 422, "report.incomplete", "/place")
    refused(post("/reports", {"text": TEXT, "address": "x", "latitude": 99, "longitude": 1}), 422, "request.invalid", "/latitude")
    refused(post("/reports", {}), 422, "request.invalid", "/text")
    refused(Caller(desks.city.server).post("/reports", {"text": TEXT, "address": "x"}), 401, "auth.required")


def test_a_missing_field_of_an_escalation_is_named(desks):
    made = desks.in_progress()
    whole = desks.dossier(desks.attach(desks.officer, made["id"], "before"))
    for field in ("reason", "side", "stage", "cause", "done", "options", "recommended", "ask", "holdingText", "attachments", "legalBasis"):
        lacking = {name: value for name, value in whole.items() if name != field}
        refused(desks.head.post(f"/reports/{made['id']}/escalate", lacking), 422, "escalation.incomplete", f"/{field}")
    refused(desks.officer.post(f"/reports/{made['id']}/escalate", whole), 403, "report.forbidden")
    short = {"what": "Sập cống", "where": "Đường Láng", "done": "Rào chắn", "ask": "direction"}
    refused(desks.head.post(f"/reports/{made['id']}/escalate", short), 422, "escalation.incomplete", "/options")
    assert good(desks.officer.get(f"/reports/{made['id']}"))["state"] == "inProgress"


def test_two_officers_who_answer_at_once(desks):
    made = desks.in_progress()
    tag = desks.officer.get(f"/reports/{made['id']}").headers["ETag"]
    answers = []

    def answer(who):
        answers.append(who.post(f"/reports/{made['id']}/answer", {"outcome": "partlyResolved", "text": DONE}, headers={"If-Match": tag}).status_code)

    threads = [threading.Thread(target=answer, args=(who,)) for who in (desks.officer, desks.second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers)[0] == 200 and sorted(answers)[1] in (409, 412)


def test_a_colleague_who_opens_a_report_is_named_within_a_moment(desks):
    made = desks.in_progress()
    look = lambda who: good(who.get(f"/reports/{made['id']}"))
    hold = lambda who, held: good(who.post(f"/reports/{made['id']}/hold", {"held": held}), 204)
    head = look(desks.second)["head"]
    with Push(desks.second).subscribe(f"report:{made['id']}") as socket:
        socket.next("subscribed")
        hold(desks.officer, True)
        assert socket.next("signal", name="held")["data"] == {"by": desks.officer.id}
        assert look(desks.second)["heldBy"] == f"Cán bộ {desks.officer.username}" and look(desks.officer)["heldBy"] is None
        # Saying it again and standing behind him are no news; leaving is.
        hold(desks.officer, True)
        hold(desks.second, True)
        hold(desks.officer, False)
        assert socket.next("signal", name="held")["data"] == {"by": None}
    assert look(desks.second)["heldBy"] is None and look(desks.second)["head"] == head, "passing news is no fact"


def test_a_key_has_one_effect_and_a_link_is_told_once(desks):
    body = {"text": TEXT, "address": "Đường Láng", "place": LANG}
    key = fresh("key")
    first = good(desks.reception.post("/reports", body, key=key), 201)
    again = good(desks.reception.post("/reports", body, key=key), 201)
    assert again["id"] == first["id"] and first["privateLink"] and again["privateLink"] is None
    refused(desks.reception.post("/reports", body | {"address": "khác"}, key=key), 422, "idempotency.mismatch")


def test_an_external_code_is_one_report(desks):
    body = {"text": TEXT, "address": "Đường Láng", "place": LANG, "externalCode": fresh("PA")}
    first = good(desks.integration.post("/reports", body), 201)
    assert good(desks.integration.post("/reports", body), 200)["id"] == first["id"]
    assert [line["id"] for line in desks.integration.items("/reports", params={"externalCode": body["externalCode"]})] == [first["id"]]


def test_the_private_link_does_what_the_code_alone_does_not(desks, anyone):
    made = desks.answered()
    bare = {"code": made["code"]}
    assert good(public(anyone, bare))["may"] == []
    assert "rate" in good(public(anyone, made))["may"]
    refused(public(anyone, bare, "rate", {"level": "satisfied"}), 404, "report.link-wrong")
    refused(public(anyone, bare | {"privateLink": "sai"}, "rate", {"level": "satisfied"}), 404, "report.link-wrong")
    assert good(public(anyone, made, "rate", {"level": "dissatisfied"}))["rating"] == "dissatisfied"
    refused(public(anyone, made, "rate", {"level": "satisfied"}), 409, "report.already-rated")
    assert good(public(anyone, made, "reopen", {"reason": "Hôm nay lại ngập"}))["state"] == "inProgress"


def test_reasons_of_a_rating_are_codes_that_are_counted(desks, anyone):
    made = desks.answered()
    known = [reason["code"] for reason in anyone.items("/public/rating-reasons")]
    assert {"generic", "noProof", "noAnswer", "late"} <= set(known)
    before = good(desks.officer.get("/rating-counts", params={"unit": LANG}))
    refused(public(anyone, made, "rate", {"level": "dissatisfied", "reasons": ["late", "none"]}), 422, "report.incomplete", "/reasons/1")
    rated = good(public(anyone, made, "rate", {"level": "dissatisfied", "reasons": ["noProof", "late"], "text": "Vẫn ngập"}))
    assert rated["ratingReasons"] == [code for code in known if code in ("noProof", "late")]
    assert good(desks.officer.get(f"/reports/{made['id']}"))["ratingReasons"] == rated["ratingReasons"]
    assert "Vẫn ngập" not in public(anyone, {"code": made["code"]}).text
    after = good(desks.officer.get("/rating-counts", params={"unit": LANG}))
    counted = lambda count, code: next(reason["count"] for reason in count["reasons"] if reason["code"] == code)
    assert (after["total"], after["dissatisfied"]) == (before["total"] + 1, before["dissatisfied"] + 1)
    assert [counted(after, code) - counted(before, code) for code in ("noProof", "late", "generic")] == [1, 1, 0]
    assert [reason["name"] for reason in after["reasons"]] != [reason["name"] for reason in good(desks.officer.speaking("en").get("/rating-counts"))["reasons"]]
    refused(desks.officer.get("/rating-counts", params={"unit": "none"}), 422, "request.invalid", "/unit")


def test_an_answer_needs_proof_and_the_second_pair_of_eyes(desks):
    made = desks.in_progress(urgency="urgent")
    id = made["id"]
    refused(desks.officer.post(f"/reports/{id}/answer", {"outcome": "resolved", "text": DONE}), 422, "report.incomplete", "/evidence")
    refused(desks.officer.post(f"/reports/{id}/answer", {"text": "   "}), 422, "report.incomplete", "/text")
    refused(desks.officer.post(f"/reports/{id}/answer", {"outcome": "planned", "text": DONE}), 422, "report.incomplete", "/plannedFor")
    refused(desks.officer.post(f"/reports/{id}/answer", {"outcome": "resolved", "text": DONE, "evidence": [{"document": "none"}]}), 422, "report.incomplete", "/evidence/0/document")
    file = desks.attach(desks.head, id)
    desks.step(desks.head, id, "answer", {"outcome": "resolved", "text": DONE, "evidence": [{"document": file}]})
    refused(desks.head.post(f"/reports/{id}/approve", {}), 403, "report.second-approver")
    refused(desks.officer.post(f"/reports/{id}/approve", {}), 403, "report.forbidden")


def test_files_that_are_no_photos_are_refused(desks):
    made = desks.in_progress()
    send = lambda data, kind="image/jpeg": desks.officer.request("POST", f"/reports/{made['id']}/files", data=data, headers={"Content-Type": kind})
    refused(send(b"<html>"), 415, "document.not-supported")
    refused(send(b""), 422, "document.empty")
    refused(send(b"\xff" * ((10 << 20) + 1)), 413, "request.too-large")
    refused(desks.stranger.request("POST", f"/reports/{made['id']}/files", data=photo(), headers={"Content-Type": "image/png"}), 404)


def test_the_whole_chain(desks, anyone):
    body = desks.city.body(4)
    meeting = body.draft()
    made = desks.on_agenda(meeting)
    item = made["item"]
    title = next(one["title"] for one in body.secretary.items(f"{meeting.path}/agenda") if one["id"] == item)
    assert made["code"] in title and "Thịnh" not in title
    meeting.advance("convene")
    for seat in body.seats:
        meeting.attend(seat)
    meeting.advance("open")
    poll = meeting.poll(agendaItemId=item)
    poll.open()
    poll.vote({seat: "for" for seat in body.seats})
    assert poll.close()["outcome"] == "adopted"
    refused(body.secretary.post(f"{meeting.path}/agenda/{item}/conclusions", {"text": "Đồng ý", "tasks": []}), 422, "escalation.incomplete", "/tasks")
    wanted = {"text": "Đồng ý, giá trao đổi riêng", "publicText": "Thành phố giao Sở Xây dựng thay cống", "release": True, "tasks": [task()]}
    conclusion = good(body.secretary.post(f"{meeting.path}/agenda/{item}/conclusions", wanted), 201)
    report = good(desks.leader.get(f"/reports/{made['id']}"))
    assert report["state"] == "concluded" and report["holder"] == CONSTRUCTION
    assert report["links"]["conclusion"] == conclusion["id"] and report["links"]["agendaItem"] == item and report["links"]["poll"] == poll.id and report["links"]["escalation"] == made["escalationId"]
    shown = good(public(anyone, made))
    assert shown["conclusion"] == wanted["publicText"] and "giá trao đổi riêng" not in str(shown)
    id = made["id"]
    desks.step(desks.builder, id, "start")
    file = desks.attach(desks.builder, id)
    text = "Sở Xây dựng đã thay xong bốn trăm mét cống trên đường Láng gần cầu Cót, nước đã rút hết sau trận mưa, mặt đường đã hoàn trả."
    answer = {"outcome": "resolved", "text": text, "evidence": [{"document": file}]}
    refused(desks.builder.post(f"/reports/{id}/answer", answer), 409, "report.tasks-open")
    good(desks.builder.post(f"/action-items/{conclusion['tasks'][0]['id']}/close", {"result": "Đã thay"}), 200)
    refused(desks.builder.post(f"/action-items/{conclusion['tasks'][0]['id']}/close", {"result": "Đã thay"}), 409, "task.wrong-state")
    assert good(desks.builder.get(f"/reports/{id}"))["answerAsked"]
    desks.step(desks.builder, id, "answer", answer)
    desks.step(desks.builders_head, id, "approve")
    assert good(public(anyone, made, "rate", {"level": "satisfied"}))["bucket"] == "answered"
    told = [step["told"] for step in good(public(anyone, made))["timeline"]]
    assert all(told) and len(told) >= 10


def test_only_leaders_decide(desks):
    made = desks.escalated()
    path = f"/escalations/{made['escalationId']}/decisions"
    wanted = {"kind": "assign", "text": "Làm ngay", "leadUnit": CONSTRUCTION}
    for who in (desks.office, desks.head, desks.officer, desks.auditor):
        refused(who.post(path, wanted), 403, "escalation.forbidden")
    refused(desks.stranger.post(path, wanted), 404)
    refused(desks.leader.post(path, wanted), 422, "escalation.incomplete", "/due")
    refused(desks.leader.post(path, {"kind": "agenda", "text": "Họp", "meetingId": "none"}), 422, "escalation.incomplete", "/meetingId")


def test_the_four_buckets_add_up(desks, anyone):
    before = good(anyone.get("/public/report-counts"))
    desks.answered()
    desks.submit()
    after = good(anyone.get("/public/report-counts"))
    assert after["total"] == before["total"] + 2
    assert after["total"] == sum(after[bucket] for bucket in ("waiting", "processing", "answered", "rejected"))


def test_who_is_competent_and_up_to_where(desks):
    found = good(desks.officer.get("/competence", params={"category": "thoat-nuoc", "place": LANG}))
    assert any(one["unit"] == LANG and one["rule"] == "P-TN" for one in found["competent"])
    assert found["ownLimits"][0]["moneyVND"] == 300000000
    rich = good(desks.officer.get("/competence", params={"category": "thoat-nuoc", "place": LANG, "money": 900000000}))
    assert not any(one["unit"] == LANG and one["level"] == "handle" for one in rich["competent"]) and rich["ownLimits"][0]["isExceeded"]


# Last: what follows from this address is slowed down as well.
def test_junk_codes_are_not_found_and_trying_out_is_slowed_down(desks):
    someone = Caller(desks.city.server)
    for code in ("HN2611-7K3QX9MD-R", "x", "%00", "HN2611-" + "A" * 500):
        assert someone.get(f"/public/reports/{code}").status_code in (400, 404)
    answers = [someone.get("/public/reports/HN2611-7K3QX9MD-R") for _ in range(40)]
    refused(answers[-1], 429, "report.lookup-throttled")
    assert int(answers[-1].headers["Retry-After"]) > 0
