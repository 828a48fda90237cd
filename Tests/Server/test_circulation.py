"""Opinions by slip: reason, deadline in working days, late slips, the report, the next agenda, reminders by e-mail."""

import email
import email.policy
import ipaddress
import socket
import ssl
import subprocess
import threading
from datetime import datetime, timedelta

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from .calling import good, sign_in
from .city import City, instant, sample
from .conftest import ADMIN, copied
from .polling import eventually
from .problems import refused
from .running import Server, operate


AT_ANY_TIME = {"circulation": {"earlyClose": "always"}}


@pytest.fixture(scope="module")
def council(city):
    # Slips of these tests are closed when the test has seen enough.
    return city.body(5, rules=AT_ANY_TIME)


def circulated(council, **wanted):
    meeting = council.draft(type="circulated")
    good(council.secretary.put(f"{meeting.path}/circulation", {"reason": "Việc gấp, không cần thảo luận"} | wanted), 200)
    meeting.advance("convene")
    good(council.chairman.post(f"{meeting.path}/circulation/approve"), 200)
    return meeting


def test_a_slip_is_due_in_working_days_of_the_calendar(council):
    meeting = circulated(council, workingDays=3)
    poll = meeting.opened_poll()
    look = poll.look()
    now = datetime.now().astimezone().isoformat()
    wanted = good(council.secretary.get("/deadlines", params={"start": now, "budget": "3d", "calendar": "vn-public"}), 200)["due"]
    assert datetime.fromisoformat(look["closesAt"]) == datetime.fromisoformat(wanted)


def test_the_chairman_approves_and_a_new_wording_asks_him_again(council):
    meeting = council.draft(type="circulated")
    good(council.secretary.put(f"{meeting.path}/circulation", {"reason": "Việc gấp"}), 200)
    meeting.advance("convene")
    refused(council.secretary.post(f"{meeting.path}/circulation/approve"), 403, "auth.forbidden")
    approved = good(council.chairman.post(f"{meeting.path}/circulation/approve"), 200)
    assert approved["approvedBy"] == council.chairman.id and approved["workingDays"] == 5
    again = good(council.secretary.put(f"{meeting.path}/circulation", {"reason": "Lý do khác"}), 200)
    assert again["approvedBy"] is None
    refused(council.secretary.put(f"{meeting.path}/circulation", {"reason": " "}), 422, "request.invalid", "/reason")
    refused(council.secretary.put(f"{meeting.path}/circulation", {"reason": "x", "workingDays": 61}), 422, "request.invalid", "/workingDays")
    session = council.convened()
    refused(council.secretary.put(f"{session.path}/circulation", {"reason": "x"}), 409, "meeting.wrong-state")


def test_slips_wait_for_the_chairman_and_what_he_approved_stays_while_they_are_out(council):
    meeting = council.draft(type="circulated")
    good(council.secretary.put(f"{meeting.path}/circulation", {"reason": "Việc gấp"}), 200)
    meeting.advance("convene")
    poll = meeting.poll()
    refused(council.secretary.post(f"{poll.path}/open"), 409, "circulation.not-approved")
    assert poll.look()["state"] == "draft"
    # Where the chairman opens it himself, that is his approval.
    good(council.chairman.post(f"{poll.path}/open"), 200)
    assert good(council.secretary.get(f"{meeting.path}/circulation"), 200)["approvedBy"] == council.chairman.id
    refused(council.secretary.put(f"{meeting.path}/circulation", {"reason": "Lý do khác"}), 409, "meeting.wrong-state")
    numbered = {"reason": "Việc gấp", "number": "15/PLYK-UBND", "issuedOn": "2026-11-23"}
    assert good(council.secretary.put(f"{meeting.path}/circulation", numbered), 200)["approvedBy"] == council.chairman.id
    refused(council.secretary.put(f"{meeting.path}/circulation", numbered | {"issuedOn": "23/11/2026"}), 422, "request.invalid", "/issuedOn")


def test_rules_may_ask_for_the_approval_always(city):
    council = city.body(3, rules={"circulation": {"approval": "always"}})
    meeting = council.draft(type="circulated").advance("convene")
    poll = meeting.poll()
    refused(council.secretary.post(f"{poll.path}/open"), 409, "circulation.not-described")
    refused(council.chairman.post(f"{poll.path}/open"), 409, "circulation.not-described")
    good(council.secretary.put(f"{meeting.path}/circulation", {"reason": "Việc gấp"}), 200)
    refused(council.secretary.post(f"{poll.path}/open"), 409, "circulation.not-approved")
    good(council.chairman.post(f"{meeting.path}/circulation/approve"), 200)
    poll.open()


def test_the_slip_is_a_paper_with_everything_that_belongs_on_it(council, tmp_path):
    meeting = council.draft(type="circulated")
    item = meeting.item("Điều chỉnh quy hoạch", kind="vote", submitter="Sở Quy hoạch – Kiến trúc")
    paper = meeting.ready(meeting.paper(sample("ok-bb-rsa2048.pdf"), itemId=item["id"], title="Dự thảo Quyết định"))
    meeting.ready(meeting.paper(sample("none-unsigned.pdf"), itemId=item["id"], title="Tờ trình"))
    wanted = {"reason": "Việc gấp", "number": "15/PLYK-UBND", "issuedOn": "2026-11-23", "submitter": "Sở Xây dựng"}
    good(council.secretary.put(f"{meeting.path}/circulation", wanted), 200)
    meeting.advance("convene")
    good(council.chairman.post(f"{meeting.path}/circulation/approve"), 200)
    poll = meeting.opened_poll(
        title="Đồng ý điều chỉnh quy hoạch?", agendaItemId=item["id"], subject={"documentId": paper["id"], "version": 1, "sha256": paper["sha256"]})
    chair, second, third, *_ = council.seats
    blank = good(council.secretary.get(f"{poll.path}/slip"), 200)
    assert (blank["number"], blank["issuedOn"], blank["submitter"], blank["member"]) == ("15/PLYK-UBND", "2026-11-23", "Sở Xây dựng", None)
    assert blank["draft"]["sha256"] == paper["sha256"] and blank["documents"] == ["Tờ trình"] and blank["deadline"]
    receipt = good(poll.cast(second, "abstain", text="Đề nghị làm rõ nguồn vốn"), 201)["receipt"]
    own = good(second.get(f"{poll.path}/slip"), 200)
    assert (own["choice"], own["text"], own["receipt"]) == ("abstain", "Đề nghị làm rõ nguồn vốn", receipt)
    # Nobody reads another's slip while it is out: the chairman's own is still empty.
    assert good(chair.get(f"{poll.path}/slip"), 200)["choice"] is None
    text = words(second.get(f"{poll.path}/slip.pdf"), tmp_path)
    for part in ("15/PLYK-UBND", "Ngày 23 tháng 11 năm 2026", "Sở Xây dựng", "Dự thảo Quyết định", "[x] Ý kiến khác", "Đề nghị làm rõ nguồn vốn", receipt, "THÀNH VIÊN", "(Ký, ghi rõ họ tên)"):
        assert part in text, part
    page = second.request("GET", f"/polls/{poll.id}/slip", base="", headers={"Accept": "text/html"})
    assert page.status_code == 200 and "15/PLYK-UBND" in page.text and "Sở Xây dựng" in page.text and "(Ký, ghi rõ họ tên)" in page.text
    good(poll.cast(third, "for", text="Đồng ý, đề nghị công bố sớm"), 201)
    poll.close()
    good(council.secretary.put(f"{meeting.path}/circulation/summary", {"text": "Đã bổ sung nguồn vốn tại Điều 3."}), 200)
    report = words(council.secretary.get(f"{poll.path}/opinions.pdf"), tmp_path)
    for part in ("BẢNG TỔNG HỢP Ý KIẾN", "Ý kiến khác và ý kiến kèm theo phiếu", "(ý kiến khác): Đề nghị làm rõ nguồn vốn", "Đồng ý, đề nghị công bố sớm", "Đã bổ sung nguồn vốn tại Điều 3."):
        assert part in report, part
    # Who may not read the words finds none in the paper either.
    assert "Đề nghị làm rõ nguồn vốn" not in words(third.get(f"{poll.path}/opinions.pdf"), tmp_path)
    page = council.secretary.request("GET", f"/polls/{poll.id}/opinions", base="", headers={"Accept": "text/html"})
    assert "Ý kiến khác và ý kiến kèm theo phiếu" in page.text and "Đã bổ sung nguồn vốn tại Điều 3." in page.text


def words(answer, folder):
    """What a PDF says, its lines joined."""
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/pdf"
    path = folder / "paper.pdf"
    path.write_bytes(answer.content)
    return " ".join(subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout.split())


def test_a_late_slip_is_recorded_and_not_counted(council):
    poll = circulated(council).opened_poll()
    chair, second, third, late, silent = council.seats
    good(poll.cast(chair, "for"), 201)
    good(poll.cast(second, "abstain", text="Đề nghị làm rõ nguồn vốn"), 201)
    refused(late.post(f"{poll.path}/late-slips", {"choice": "for"}), 409, "poll.wrong-state")
    before = poll.close()
    refused(poll.cast(late, "for"), 409, "poll.not-open")
    good(late.post(f"{poll.path}/late-slips", {"choice": "against", "text": "Tôi đi công tác"}), 201)
    refused(late.post(f"{poll.path}/late-slips", {"choice": "for"}), 409, "ballot.already-cast")
    refused(chair.post(f"{poll.path}/late-slips", {"choice": "for"}), 409, "ballot.already-cast")
    assert poll.look()["tally"] == before["tally"] == {"for": 1, "against": 0, "abstain": 1, "none": 3}
    lines = {line["userId"]: line for line in council.secretary.items(f"{poll.path}/opinions")}
    assert (lines[second.id]["text"], lines[second.id]["late"]) == ("Đề nghị làm rõ nguồn vốn", False)
    assert (lines[late.id]["choice"], lines[late.id]["text"], lines[late.id]["late"]) == ("against", "Tôi đi công tác", True)
    assert (lines[silent.id]["choice"], lines[silent.id]["at"]) == (None, None)
    # A member reads who chose what, but words only of himself.
    seen = {line["userId"]: line for line in third.items(f"{poll.path}/opinions")}
    assert seen[second.id]["choice"] == "abstain" and seen[second.id]["text"] is None
    page = council.secretary.request("GET", f"/polls/{poll.id}/opinions", base="", headers={"Accept": "text/html"})
    assert page.status_code == 200 and "Đề nghị làm rõ nguồn vốn" in page.text and "Muộn" in page.text


def test_the_result_goes_onto_the_next_agenda(city):
    council = city.body(3, rules=AT_ANY_TIME)
    meeting = circulated(council)
    poll = meeting.opened_poll()
    good(poll.cast(council.seats[0], "for"), 201)
    poll.close()
    meeting.advance("close")
    session = council.draft(startsAt=instant(86_400), endsAt=instant(90_000))

    def announced():
        items = council.secretary.items(f"{session.path}/agenda")
        return [item for item in items if item["kind"] == "report"]

    items = eventually(announced, within=20, what="the item of information")
    assert len(items) == 1 and "Phiên họp thường kỳ" in items[0]["title"]
    assert good(council.secretary.get(f"{meeting.path}/circulation"), 200)["announcedIn"] == session.id


def test_described_slips_run_to_their_deadline(city):
    council = city.body(3)
    poll = circulated(council).opened_poll()
    for person in council.seats:
        good(poll.cast(person, "for"), 201)
    look = poll.look()
    assert look["earlyClose"] == {"allowed": False, "certain": None, "outstanding": 0}
    assert "earlyClose" not in poll.look(council.seats[1]), "only who could close it is told"
    answer = refused(council.secretary.post(f"{poll.path}/close"), 409, "circulation.before-deadline")
    assert "Hà Nội" in answer["detail"]
    good(poll.cast(council.seats[2], "against"), 201)
    good(council.chairman.post(f"{poll.path}/annul", {"reason": "Gửi nhầm dự thảo"}), 200)


def test_a_certain_outcome_ends_slips_early_where_the_rules_say_so(city):
    council = city.body(5, rules={"circulation": {"earlyClose": "whenCertain", "silence": "agree"}})
    poll = circulated(council).opened_poll()
    chair, second, third, fourth, fifth = council.seats
    poll.vote({second: "for", third: "for"})
    assert poll.look()["earlyClose"] == {"allowed": False, "certain": False, "outstanding": 3}
    refused(council.secretary.post(f"{poll.path}/close"), 409, "circulation.before-deadline")
    refused(fourth.post(f"{poll.path}/close"), 403, "auth.forbidden")
    poll.vote({fourth: "for"})
    look = poll.look(chair)
    assert look["earlyClose"] == {"allowed": True, "certain": True, "outstanding": 2} and look["tally"] is None and look["outcome"] is None
    # Who changes his slip may make it uncertain again.
    poll.vote({fourth: "against"})
    refused(chair.post(f"{poll.path}/close"), 409, "circulation.before-deadline")
    poll.vote({fourth: "for"})
    result = good(chair.post(f"{poll.path}/close"), 200)
    assert (result["outcome"], result["tally"]) == ("adopted", {"for": 3, "against": 0, "abstain": 0, "none": 2})
    assert "Kết thúc trước thời hạn" in result["because"]["vi"] and "before the deadline" in result["because"]["en"]
    refused(poll.cast(fifth, "against"), 409, "poll.not-open")


def test_a_secret_box_is_certain_when_everything_is_in_it(city):
    council = city.body(3, rules={"circulation": {"earlyClose": "whenCertain"}})
    poll = circulated(council).opened_poll(secrecy="secret")
    for number, person in enumerate(council.seats):
        assert poll.look()["earlyClose"]["certain"] is False
        refused(council.secretary.post(f"{poll.path}/close"), 409, "circulation.before-deadline")
        good(poll.cast(person, "for", tracker=f"tracker-{number}-0123456789abcdef"), 201)
    assert poll.close()["outcome"] == "adopted"


def test_early_closing_is_a_rule_of_the_body(city):
    council = city.body(3)
    meeting = council.draft(type="circulated")
    wanted = {"title": "x", "method": "approval", "secrecy": "open", "rules": {"circulation": {"earlyClose": "always"}}}
    refused(council.secretary.post(f"{meeting.path}/polls", wanted), 422, "request.invalid", "/rules/circulation/earlyClose")
    wanted["rules"]["circulation"]["earlyClose"] = "soon"
    refused(council.secretary.post(f"{meeting.path}/polls", wanted), 422, "request.invalid", "/rules/circulation/earlyClose")
    refused(city.admin.put(f"/bodies/{council.id}/rules", {"circulation": {"earlyClose": 1}}), 422, "request.invalid", "/circulation/earlyClose")


class Box:
    """A real mail server that keeps what it was given."""

    def __init__(self):
        self.letters = []
        self.sessions = []
        self.lock = threading.Lock()

    async def handle_DATA(self, server, session, envelope):
        with self.lock:
            self.sessions.append(session)
            self.letters.append((envelope.rcpt_tos[0], email.message_from_bytes(envelope.content, policy=email.policy.default)))
        return "250 OK"

    def to(self, address):
        with self.lock:
            return [letter for recipient, letter in self.letters if recipient == address]


@pytest.fixture
def post(seeded_folder, tmp_path):
    """A mail server and a house that sends to it."""
    box = Box()
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    extra = {"ECABINET_SMTP_HOST": f"127.0.0.1:{port}", "ECABINET_SMTP_FROM": "phong-hop@example.gov.vn"}
    server = Server(copied(seeded_folder, tmp_path), extra=extra).start()
    yield box, City(server, sign_in(server, ADMIN))
    server.stop()
    controller.stop()


class Guarded:
    """A mail server that wants TLS and a name: AUTH is offered behind STARTTLS alone, in the ways a test names."""

    def __init__(self, folder, way, *, named="127.0.0.1", starttls=True):
        self.box = Box()
        self.tried = []
        certificate, key = certificate_for(folder, named)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.certificate = certificate
        self.port = free_port()
        other = {"PLAIN": "LOGIN", "LOGIN": "PLAIN"}[way]
        tls = {"tls_context": context, "require_starttls": True} if starttls else {}
        self.controller = Controller(
            self.box, hostname="127.0.0.1", port=self.port, authenticator=self.knows, auth_required=starttls, auth_exclude_mechanism=[other], **tls)
        self.controller.start()

    def knows(self, server, session, envelope, mechanism, data):
        self.tried.append((mechanism, data.login, data.password))
        return AuthResult(success=(data.login, data.password) == (b"phong-hop", SECRET.encode()))

    def settings(self, **more):
        return {"ECABINET_SMTP_HOST": f"127.0.0.1:{self.port}", "ECABINET_SMTP_FROM": "phong-hop@example.gov.vn", "ECABINET_SMTP_TLS": "starttls",
                "ECABINET_SMTP_USERNAME": "phong-hop", "ECABINET_SMTP_AUTHORITIES": str(self.certificate)} | more


SECRET = "mat-khau-Thư-8f2c"


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def certificate_for(folder, name):
    """A certificate that signs itself, for an address."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Máy chủ thư thử nghiệm")])
    now = datetime.now().astimezone()
    built = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(name))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True).sign(key, hashes.SHA256()))
    certificate, private = folder / "thu.pem", folder / "thu.key"
    certificate.write_bytes(built.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return certificate, private


def reminded(city):
    """A slip that nobody returns, with a deadline soon enough to be reminded of."""
    council = city.body(3)
    for number, person in enumerate(council.seats):
        good(person.put(f"/users/{person.id}/mail", {"address": f"uv{number}@example.gov.vn"}), 204)
    circulated(council).opened_poll(title="Điều chỉnh quy hoạch", durationSeconds=8)


@pytest.mark.parametrize("way", ["PLAIN", "LOGIN"])
def test_letters_go_behind_starttls_and_a_name(seeded_folder, tmp_path, way):
    post = Guarded(tmp_path, way)
    (tmp_path / "mat-khau").write_text(SECRET + "\n")
    server = Server(copied(seeded_folder, tmp_path), extra=post.settings(ECABINET_SMTP_PASSWORD_FILE=str(tmp_path / "mat-khau"))).start()
    try:
        reminded(City(server, sign_in(server, ADMIN)))
        eventually(lambda: post.box.to("uv0@example.gov.vn"), within=40, what="the letter")
        assert {mechanism for mechanism, _, _ in post.tried} == {way}
        # Each letter came over TLS, and the password is in no log.
        assert all(session.ssl for session in post.box.sessions)
        assert SECRET not in "".join(server.errors)
    finally:
        server.stop()
        post.controller.stop()


def test_no_password_and_no_letter_for_a_stranger(seeded_folder, tmp_path):
    """A server whose certificate no authority of ours has signed, one that is another's, and one that offers no TLS."""
    (tmp_path / "other").mkdir()
    stranger = certificate_for(tmp_path / "other", "127.0.0.1")[0]
    for post, more in (
        (Guarded(tmp_path, "PLAIN"), {"ECABINET_SMTP_AUTHORITIES": str(stranger)}), (Guarded(tmp_path, "PLAIN", named="127.0.0.2"), {}),
        (Guarded(tmp_path, "PLAIN", starttls=False), {}),
    ):
        folder = tmp_path / f"house-{post.port}"
        folder.mkdir()
        server = Server(copied(seeded_folder, folder), extra=post.settings(ECABINET_SMTP_PASSWORD=SECRET) | more).start()
        try:
            reminded(City(server, sign_in(server, ADMIN)))
            server.said("a reminder could not be sent")
            assert post.tried == [] and post.box.letters == []
            assert SECRET not in "".join(server.errors)
        finally:
            server.stop()
            post.controller.stop()


def test_settings_that_would_tell_the_password_are_refused(seeded_folder, tmp_path):
    base = {"ECABINET_SMTP_HOST": "127.0.0.1", "ECABINET_SMTP_FROM": "a@b.vn", "ECABINET_SMTP_USERNAME": "phong-hop"}
    folder = copied(seeded_folder, tmp_path)
    for extra, sentence in (
        (base | {"ECABINET_SMTP_PASSWORD": SECRET}, "no password goes over an open line"), (base | {"ECABINET_SMTP_TLS": "starttls"}, "wants a password"),
        (base | {"ECABINET_SMTP_TLS": "ssl3", "ECABINET_SMTP_PASSWORD": SECRET}, "off, starttls or tls"),
    ):
        told = operate(folder, "config", **extra)
        assert told.returncode == 64 and sentence in told.stderr, told.stderr
    table = operate(folder, "config", **base, ECABINET_SMTP_TLS="tls", ECABINET_SMTP_PASSWORD=SECRET)
    assert table.returncode == 0 and "smtp.username" in table.stdout and SECRET not in table.stdout + table.stderr


def test_reminders_come_at_half_at_nine_tenths_and_after_and_stop_with_the_slip(post):
    box, city = post
    council = city.body(3)
    addresses = {}
    for number, person in enumerate(council.seats):
        addresses[person] = f"uv{number}@example.gov.vn"
        good(person.put(f"/users/{person.id}/mail", {"address": addresses[person]}), 204)
    refused(council.seats[0].put(f"/users/{council.seats[1].id}/mail", {"address": "a@b.vn"}), 403, "auth.forbidden")
    refused(council.seats[0].put(f"/users/{council.seats[0].id}/mail", {"address": "không phải"}), 422, "request.invalid", "/address")
    poll = circulated(council).opened_poll(title="Điều chỉnh quy hoạch đường số 3", durationSeconds=40)
    quick, slow, silent = council.seats
    good(poll.cast(quick, "for"), 201)
    eventually(lambda: len(box.to(addresses[silent])) >= 1 and len(box.to(addresses[slow])) >= 1, within=40, what="the reminder at half of the time")
    good(poll.cast(slow, "for"), 201)
    eventually(lambda: len(box.to(addresses[silent])) == 3, within=60, what="all three reminders")
    assert box.to(addresses[quick]) == [] and len(box.to(addresses[slow])) == 1
    letter = box.to(addresses[silent])[0]
    assert letter["Subject"] == "Nhắc gửi phiếu lấy ý kiến"
    body = letter.get_content()
    assert "Điều chỉnh quy hoạch đường số 3" in body and "giờ Hà Nội" in body
