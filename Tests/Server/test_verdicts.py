"""Verdicts of the sample documents: on upload, without keeping, detached, hard revocation (contract §2, §3)."""

import json

import pytest

from .calling import good
from .city import EXAMINATION_SECONDS, SAMPLES, sample
from .documents import kept
from .polling import eventually
from .problems import refused


@pytest.fixture(scope="module")
def meeting(city):
    return city.body(3).opened()


MANIFEST = json.loads((SAMPLES / "manifest.json").read_text())
PDFS = [file for file in MANIFEST["files"] if file["kind"] == "pdf"]


@pytest.fixture(scope="module")
def judged(city, meeting):
    """Every sample uploaded at once, then each looked at when the worker is done with it."""
    return {file["file"]: meeting.paper(sample(file["file"]), title=file["file"]) for file in PDFS}


@pytest.mark.parametrize("file", PDFS, ids=[file["file"] for file in PDFS])
def test_a_sample_gets_its_verdict(meeting, judged, file):
    document = meeting.ready(judged[file["file"]])
    answer = meeting.secretary.get(f"/documents/{document['id']}/signatures")
    if document["state"] == "unreadable":
        assert file["cls"] not in ("valid", "allowed-change", "ltv"), "a sound sample is called unreadable"
        refused(answer, 422, "verify.unreadable")
        return
    verdict = good(answer, 200)
    shown = document["signatures"]
    assert (shown["indication"], shown["subIndication"]) == (verdict["indication"], verdict["subIndication"])
    assert verdict["document"]["sha256"] == file["sha256"] and verdict["trustList"]["version"]
    if file["expected"] == "NO_SIGNATURE":
        assert (verdict["signatures"], verdict["indication"], verdict["subIndication"]) == ([], "INDETERMINATE", "NO_SIGNATURE")
        return
    assert verdict["indication"] in file["accept"], verdict
    assert not (file["dangerousIfPassed"] and verdict["indication"] == "TOTAL_PASSED")
    assert len(verdict["signatures"]) == len(file["signatures"])


@pytest.mark.parametrize("file", ["ok-bb-rsa2048.pdf", "bad-content-byte-flipped.pdf", "none-unsigned.pdf"])
def test_verifying_without_keeping_says_the_same_and_keeps_nothing(city, file):
    content = sample(file)
    before = kept(city)
    answer = eventually(
        lambda: (reply := city.admin.request("POST", "/signatures/verify", data=content, headers={"Content-Type": "application/pdf"})).status_code != 503 and reply,
        within=EXAMINATION_SECONDS)
    expected = next(one for one in MANIFEST["files"] if one["file"] == file)
    verdict = good(answer, 200)
    assert verdict["indication"] in [*expected["accept"], "INDETERMINATE" if expected["expected"] == "NO_SIGNATURE" else None]
    assert kept(city) == before


def test_a_detached_signature_is_verified_with_its_content(city):
    for name, expected in (("cades-ok", "TOTAL_PASSED"), ("cades-tampered", "TOTAL_FAILED")):
        files = {"content": ("c.txt", sample(f"{name}.content.txt")), "signature": ("s.p7s", sample(f"{name}.p7s"))}
        assert good(city.admin.request("POST", "/signatures/verify", files=files), 200)["indication"] == expected
    answer = city.admin.request("POST", "/signatures/verify", files={"content": ("c.txt", b"x")})
    refused(answer, 422)


def test_hard_revocation_never_passes_what_was_not_checked(city):
    answer = city.admin.request("POST", "/signatures/verify", params={"revocation": "hard"}, data=sample(), headers={"Content-Type": "application/pdf"})
    assert good(answer, 200)["indication"] == "INDETERMINATE"
    refused(
        city.admin.request("POST", "/signatures/verify", params={"revocation": "maybe"}, data=sample(), headers={"Content-Type": "application/pdf"}), 422, "request.invalid")
    refused(city.admin.request("POST", "/signatures/verify", params={"at": "hôm qua"}, data=sample(), headers={"Content-Type": "application/pdf"}), 422, "request.invalid")
