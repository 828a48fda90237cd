"""The trust list by the API, verdicts that are made again, signed revisions of a paper."""

import hashlib
import shutil

from .calling import good, sign_in
from .city import sample
from .conftest import ADMIN
from .problems import refused
from .running import Server, operate
from .signing import authority
from .signing.authority import DAY, NOW, revocation_list
from .signing.chapter_signers import by, signed
from .sockets import Push


def verdict(meeting, document):
    return good(meeting.secretary.get(f"/documents/{document['id']}/signatures"), 200)


def test_a_paper_is_judged_again_when_trust_or_lists_change(own_server, own_city):
    world = authority.world()
    trust = own_server.data / "trust"
    shutil.rmtree(trust)
    trust.mkdir()
    meeting = own_city.body(3).opened()
    document = meeting.ready(meeting.paper(signed(world.signer).data))
    told = verdict(meeting, document)
    assert (told["indication"], told["subIndication"]) == ("INDETERMINATE", "NO_CERTIFICATE_CHAIN_FOUND")
    assert told["signatures"][0]["reasons"][0]["code"] == "trust.no-anchors"
    with Push(meeting.secretary).subscribe(f"meeting:{meeting.id}", after=0) as socket:

        def heard(indication, previous):
            while True:
                for event in socket.next("events")["events"]:
                    data = event["data"]
                    if event["kind"] == "document.verdict-changed" and data["document"] == document["id"]:
                        assert (data["indication"], data["previousIndication"]) == (indication, previous)
                        return

        listed = good(own_city.admin.post("/trust/anchors", {"name": "goc.pem", "pem": world.root.pem.decode()}), 201)
        assert [anchor["name"] for anchor in listed["anchors"]] == ["goc.pem"]
        (anchor,) = listed["anchors"]
        assert anchor["fingerprints"] == [hashlib.sha256(world.root.der).hexdigest()] and (anchor["source"], anchor["addedBy"]) == ("stored", "Quản trị")
        assert anchor["certificates"][0] | {"validFrom": "", "validUntil": ""} == {
            "sha256": anchor["fingerprints"][0], "subject": "CA gốc thử nghiệm", "issuer": "CA gốc thử nghiệm", "validFrom": "", "validUntil": "", "isAuthority": True}
        assert not list(trust.iterdir())
        heard("TOTAL_PASSED", "INDETERMINATE")
        now = verdict(meeting, document)
        assert now["trustList"]["version"] == listed["version"] != told["trustList"]["version"]

        (trust / "crl").mkdir()
        revoked = revocation_list(world.issuing, [(world.signer, NOW - 30 * DAY, None)])
        (trust / "crl" / "issuing.crl").write_bytes(revoked)
        heard("INDETERMINATE", "TOTAL_PASSED")
        now = verdict(meeting, document)
        assert now["subIndication"] == "REVOKED_NO_POE"
        evidence = now["signatures"][0]["evidence"]
        assert [(one["kind"], one["source"], one["sha256"]) for one in evidence] == [("crl", "folder", hashlib.sha256(revoked).hexdigest())]

        assert own_city.admin.delete("/trust/anchors/goc.pem").status_code == 204
        while verdict(meeting, document)["subIndication"] != "NO_CERTIFICATE_CHAIN_FOUND":
            socket.next("events")


def test_anchors_are_added_and_taken_out_and_the_log_says_by_whom(city):
    pem = authority.world().root.pem.decode()
    before = good(city.admin.get("/trust"), 200)
    for wrong, pointer in (({"name": "../goc.pem", "pem": pem}, "/name"), ({"name": "goc.txt", "pem": pem}, "/name"), ({"name": "goc.pem", "pem": "nothing"}, "/pem")):
        assert refused(city.admin.post("/trust/anchors", wrong), 422, "request.invalid")["errors"][0]["pointer"] == pointer
    added = good(city.admin.post("/trust/anchors", {"name": "them.pem", "pem": pem}), 201)
    assert added["version"] != before["version"]
    assert good(city.admin.post("/trust/anchors", {"name": "them.pem", "pem": pem}), 201)["version"] == added["version"]
    refused(city.admin.post("/trust/anchors", {"name": "them.pem", "pem": authority.world().stranger.pem.decode()}), 422, "request.invalid")
    assert city.admin.delete("/trust/anchors/them.pem").status_code == 204
    refused(city.admin.delete("/trust/anchors/them.pem"), 404, "not-found")
    assert good(city.admin.get("/trust"), 200)["version"] == before["version"]


def test_folder_and_uploads_are_effective_together_and_survive_a_restart(own_server, own_city):
    world = authority.world()
    trust = own_server.data / "trust"
    shutil.rmtree(trust)
    trust.mkdir()

    def passes(identity):
        answer = own_city.admin.request("POST", "/signatures/verify", data=signed(identity).data, headers={"Content-Type": "application/pdf"})
        return good(answer, 200)["indication"] == "TOTAL_PASSED"

    other = authority.issue("Người thứ hai", world.stranger)
    (trust / "goc.pem").write_bytes(world.root.pem)
    folder = good(own_city.admin.get("/trust"), 200)
    assert [(one["name"], one["source"], one["addedAt"], one["addedBy"]) for one in folder["anchors"]] == [("goc.pem", "folder", None, None)]
    assert folder["anchors"][0]["certificates"][0]["subject"] == "CA gốc thử nghiệm"
    assert passes(world.signer) and not passes(other)
    # A name that the folder has is taken, and what is in the folder is the operator's.
    refused(own_city.admin.post("/trust/anchors", {"name": "goc.pem", "pem": world.stranger.pem.decode()}), 422, "request.invalid")
    refused(own_city.admin.delete("/trust/anchors/goc.pem"), 422, "request.invalid")
    both = good(own_city.admin.post("/trust/anchors", {"name": "khac.pem", "pem": world.stranger.pem.decode()}), 201)
    assert [(one["name"], one["source"]) for one in both["anchors"]] == [("goc.pem", "folder"), ("khac.pem", "stored")] and both["version"] != folder["version"]
    assert passes(world.signer) and passes(other)
    own_server.stop()
    own_server.start()
    assert good(own_city.admin.get("/trust"), 200) == both and passes(other)
    # A file in the folder that holds no certificate is told, not passed over.
    (trust / "rong.pem").write_text("nothing")
    assert next(one for one in good(own_city.admin.get("/trust"), 200)["anchors"] if one["name"] == "rong.pem")["certificates"] == []


def test_a_backup_holds_what_was_uploaded(own_server, own_city, tmp_path):
    world = authority.world()
    good(own_city.admin.post("/trust/anchors", {"name": "goc.pem", "pem": world.root.pem.decode()}), 201)
    listed = operate(own_server.data, "trust", "list").stdout.splitlines()
    assert "goc.pem" in listed and any(line.startswith("  uploaded by Quản trị") for line in listed)
    assert operate(own_server.data, "backup", tmp_path / "backup.tar").returncode == 0
    told = good(own_city.admin.get("/trust"), 200)
    assert operate(tmp_path / "restored", "restore", tmp_path / "backup.tar").returncode == 0
    restored = Server(tmp_path / "restored").start()
    try:
        admin = sign_in(restored, ADMIN)
        assert good(admin.get("/trust"), 200) == told
        answer = admin.request("POST", "/signatures/verify", data=signed(world.signer).data, headers={"Content-Type": "application/pdf"})
        assert good(answer, 200)["indication"] == "TOTAL_PASSED"
    finally:
        restored.stop()
    # The operator may take an upload out as well.
    assert operate(own_server.data, "trust", "remove", "goc.pem").returncode == 0
    assert "goc.pem" not in [one["name"] for one in good(own_city.admin.get("/trust"), 200)["anchors"]]


def test_the_signed_revision_can_be_fetched(city):
    world = authority.world()
    meeting = city.body(3).opened()
    paper = signed(world.signer)
    length = len(paper.data)
    paper.fill("A", "15/QĐ-UBND").sign(by(world.seal), name="Dau")
    document = meeting.ready(meeting.paper(paper.data))
    one, two = verdict(meeting, document)["signatures"]
    assert (one["signedBytes"], one["changedPages"], one["coversWholeDocument"]) == (length, [1], False)
    assert (two["signedBytes"], two["changedPages"]) == (len(paper.data), [])
    answer = meeting.secretary.request("GET", f"/documents/{document['id']}/revisions/{one['revision']}/content")
    assert answer.status_code == 200 and answer.content == paper.data[:length] and answer.headers["Content-Type"] == "application/pdf"
    for none in (0, 99, "x"):
        refused(meeting.secretary.get(f"/documents/{document['id']}/revisions/{none}/content"), 404, "not-found")


def test_a_signed_verdict_can_be_checked_with_the_servers_key(city):
    import base64
    import json

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    answer = city.admin.request("POST", "/signatures/verify", data=sample(), headers={"Content-Type": "application/pdf", "Accept": "application/jose"})
    assert answer.headers["Content-Type"] == "application/jose"

    def bytes_of(text):
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

    header, body, signature = answer.text.split(".")
    key = next(one for one in good(city.admin.get("/keys"), 200)["keys"] if one["kid"] == json.loads(bytes_of(header))["kid"])
    Ed25519PublicKey.from_public_bytes(bytes_of(key["x"])).verify(bytes_of(signature), f"{header}.{body}".encode())
    assert json.loads(bytes_of(body))["document"]["sha256"] == hashlib.sha256(sample()).hexdigest()


def test_a_batch_answers_in_order_and_one_bad_file_spoils_its_own_verdict_alone(city):
    files = [("a", ("a.pdf", sample())), ("b", ("b.pdf", b"no pdf")), ("c", ("c.pdf", sample("bad-signature-value.pdf")))]
    items = good(city.admin.request("POST", "/signatures/verify-batch", files=files, params={"at": "2026-03-05T00:00:00Z"}), 200)["items"]
    assert [item["name"] for item in items] == ["a.pdf", "b.pdf", "c.pdf"]
    assert items[0]["verdict"]["indication"] == "TOTAL_PASSED" and items[1]["problem"]["code"] == "verify.unreadable"
    assert items[2]["verdict"]["subIndication"] == "SIG_CRYPTO_FAILURE"
    refused(city.admin.request("POST", "/signatures/verify-batch", files=[("f", ("f.pdf", b"x"))] * 101), 422, "request.invalid")
    refused(city.admin.request("POST", "/signatures/verify-batch", data=b"x", headers={"Content-Type": "application/pdf"}), 415)


def test_limits_of_a_verification_are_told_and_never_a_fault(city):
    paper = sample()

    def verify(**query):
        return city.admin.request("POST", "/signatures/verify", data=paper, params=query, headers={"Content-Type": "application/pdf"})

    for nonsense in ("nonsense", "2026-13-01T00:00:00Z", "2026-03-05", "0000-00-00T00:00:00Z", "2026-03-05T00:00:00+99:99", "-1", "1e9", " "):
        refused(verify(at=nonsense), 422, "request.invalid")
    for far in ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"):
        assert good(verify(at=far), 200)["indication"] != "TOTAL_PASSED"
    refused(verify(revocation="HARD"), 422, "request.invalid")

    def parts(megabytes):
        yield b'--b\r\nContent-Disposition: form-data; name="f"; filename="f.pdf"\r\n\r\n'
        for _ in range(megabytes):
            yield b"x" * (1 << 20)
        yield b"\r\n--b--\r\n"

    answer = city.admin.request("POST", "/signatures/verify-batch", data=parts(201), headers={"Content-Type": "multipart/form-data; boundary=b"})
    refused(answer, 413, "request.too-large")
    batch = city.admin.request("POST", "/signatures/verify-batch", files=[("f", (f"{number}.pdf", paper)) for number in range(100)])
    assert len(good(batch, 200)["items"]) == 100
