"""Document time-stamps: each is told, a broken one is never passed over, and the level falls to what still holds."""

import random

import pytest

from .calling import good
from .signing import authority
from .signing.authority import DAY, NOW, issue, revocation_list
from .signing.chapter_signers import signed
from .signing.chapter_time import stamped
from .signing.cms import token
from cryptography.x509.oid import ExtendedKeyUsageOID

SEED = 3191421
FLIPS = 120


def sealed(world, stamper=None):
    """A B-LTA file, and where its parts end: signature, evidence, the gap of the document time-stamp."""
    paper = signed(world.signer, stamp=stamped(world))
    end_of_signature = len(paper.data)
    paper.evidence(lists=[revocation_list(world.issuing), revocation_list(world.root)])
    end_of_evidence = len(paper.data)
    paper.stamp(lambda content: token(content, stamper or world.stamper, NOW - DAY / 2))
    return paper, end_of_signature, end_of_evidence


@pytest.fixture(scope="module")
def verify(city):
    good(city.admin.post("/trust/anchors", {"name": "goc-thu-nghiem.pem", "pem": authority.world().root.pem.decode()}), 201)

    def ask(data):
        answer = city.admin.request("POST", "/signatures/verify", data=data, headers={"Content-Type": "application/pdf"})
        return answer.status_code, answer.json()

    return ask


def test_a_good_one_is_told_with_its_issuer_and_time(verify):
    paper, *_ = sealed(authority.world())
    status, verdict = verify(paper.data)
    assert status == 200 and verdict["signatures"][0]["level"] == "PAdES-B-LTA" and verdict["indication"] == "TOTAL_PASSED"
    (stamp,) = verdict["documentTimeStamps"]
    assert (stamp["field"], stamp["indication"], stamp["subIndication"], stamp["issuer"]) == ("Stamp1", "TOTAL_PASSED", None, "Dấu thời gian thử nghiệm")
    assert stamp["stampedBytes"] == len(paper.data) and stamp["reasons"] == []


def test_a_changed_byte_under_a_document_time_stamp_is_never_passed_over(verify):
    paper, end_of_signature, end_of_evidence = sealed(authority.world())
    gap, end = paper.last_gap
    dice = random.Random(SEED)
    for turn in range(FLIPS):
        place = dice.choice([dice.randrange(end_of_signature, end_of_evidence), dice.randrange(end_of_evidence, gap), dice.randrange(end, len(paper.data) - 1)])
        data = bytearray(paper.data)
        data[place] ^= 1 << dice.randrange(8)
        status, verdict = verify(bytes(data))
        told = f"seed {SEED}, turn {turn}, byte {place}: {verdict}"
        if status == 422:
            continue
        assert status == 200, told
        assert verdict["indication"] != "TOTAL_PASSED", told
        assert all(one["level"] != "PAdES-B-LTA" for one in verdict["signatures"]), told


def test_what_was_changed_in_the_evidence_is_said(verify):
    paper, end_of_signature, _ = sealed(authority.world())
    data = bytearray(paper.data)
    data[data.index(b"stream\n", end_of_signature) + 60] ^= 1
    _, verdict = verify(bytes(data))
    (signature,), (stamp,) = verdict["signatures"], verdict["documentTimeStamps"]
    assert (signature["indication"], signature["subIndication"]) == ("INDETERMINATE", "SIG_CONSTRAINTS_FAILURE")
    assert signature["reasons"][0]["code"] == "time.document-stamp-imprint" and signature["level"] in ("PAdES-B-T", "PAdES-B-LT")
    assert (stamp["indication"], stamp["subIndication"], stamp["reasons"][0]["code"]) == ("TOTAL_FAILED", "HASH_FAILURE", "time.document-stamp-imprint")


def test_a_changed_token_is_never_passed_over(verify):
    paper, *_ = sealed(authority.world())
    gap, end = paper.last_gap
    length = len(paper.data[gap + 1:end - 1].rstrip(b"0"))
    dice = random.Random(SEED)
    for turn in range(FLIPS // 2):
        place = gap + 1 + (dice.randrange(length) if turn % 4 else dice.randrange(length + 2, end - gap - 3))
        data = bytearray(paper.data)
        data[place] = dice.choice([digit for digit in b"0123456789abcdef" if digit != data[place]])
        status, verdict = verify(bytes(data))
        told = f"seed {SEED}, turn {turn}, digit {place - gap}: {verdict}"
        assert status == 200, told
        # What stands beside the token's own signature, a certificate nobody needed, may be hit and nothing follows from it.
        (stamp,) = verdict["documentTimeStamps"]
        if stamp["indication"] == "TOTAL_PASSED":
            continue
        assert verdict["signatures"][0]["level"] != "PAdES-B-LTA", told
        assert stamp["reasons"] and any(reason["code"].startswith("time.document-stamp-") for reason in verdict["signatures"][0]["reasons"]), told
        if stamp["indication"] == "TOTAL_FAILED":
            assert verdict["indication"] != "TOTAL_PASSED", told


def test_one_of_an_unknown_issuer_is_told_and_proves_nothing(verify):
    world = authority.world()
    stranger = issue("TSA lạ cho tài liệu", world.stranger, purposes=[ExtendedKeyUsageOID.TIME_STAMPING], critical_purposes=True)
    paper, *_ = sealed(world, stranger)
    _, verdict = verify(paper.data)
    (signature,), (stamp,) = verdict["signatures"], verdict["documentTimeStamps"]
    assert (verdict["indication"], signature["level"]) == ("TOTAL_PASSED", "PAdES-B-LT")
    assert (stamp["indication"], stamp["subIndication"]) == ("INDETERMINATE", "NO_CERTIFICATE_CHAIN_FOUND")
    assert "time.document-stamp-untrusted" in [reason["code"] for reason in signature["reasons"]]
