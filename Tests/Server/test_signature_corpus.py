"""Some three hundred signatures, right and wrong in one way each, six hundred damaged copies, and hostile files: what each is worth.

The documents are made while the tests run (`signing`). A complaint names the case; all complaints of a chapter are shown together.
"""

import shutil
import time

import pytest

from .calling import sign_in
from .conftest import ADMIN, copied
from .running import Server
from .signing import architecture, authority, cases, chapter_architecture, chapter_hostile, chapter_producers, chapter_revisions, chapter_signers, chapter_time, mutations

# The contract's limit of one verification (§3), and what a person would call a hang.
MOST_SECONDS = 20
FEW_CASES = {"signers": 90, "time": 70, "revisions": 110, "producers": 25, "architecture": 18, "mutations": 500}


@pytest.fixture(scope="module")
def verifier(seeded_folder, tmp_path_factory):
    data = copied(seeded_folder, tmp_path_factory.mktemp("corpus"))
    shutil.rmtree(data / "trust")
    authority.world().write_trust(data / "trust")
    (data / "trust" / "certomancer.pem").write_bytes(architecture.architecture().pem)
    server = Server(data).start()
    account = sign_in(server, ADMIN)

    def verify(content, query=None, signature=None):
        began = time.monotonic()
        if signature is None:
            answer = account.request("POST", "/signatures/verify", params=query, data=content, headers={"Content-Type": "application/pdf"})
        else:
            answer = account.request("POST", "/signatures/verify", params=query, files={"content": ("content", content), "signature": ("signature.p7s", signature)})
        assert time.monotonic() - began < MOST_SECONDS
        return answer

    yield verify
    server.stop()


@pytest.mark.parametrize("name, chapter", [
    ("signers", chapter_signers), ("time", chapter_time), ("revisions", chapter_revisions), ("producers", chapter_producers),
    ("architecture", chapter_architecture)], ids=["signers", "time", "revisions", "producers", "architecture"])
def test_each_signature_is_worth_what_it_deserves(verifier, name, chapter):
    every = chapter.chapter(authority.world())
    assert len(every) >= FEW_CASES[name]
    complaints = []
    for case in every:
        answer = verifier(case.content, case.query, case.signature)
        wrong = cases.complaint(case, answer.status_code, answer.json())
        if wrong:
            complaints.append(f"{case}: {wrong}")
    assert not complaints, "\n".join(complaints)


def test_no_damaged_copy_passes(verifier):
    count, passed = 0, []
    for name, content, may_pass in mutations.everything(authority.world()):
        count += 1
        answer = verifier(content)
        assert answer.status_code in (200, 422), f"{name}: {answer.status_code} {answer.text[:200]}"
        if answer.status_code == 200 and answer.json()["indication"] == cases.PASSED and not may_pass:
            passed.append(name)
    assert count >= FEW_CASES["mutations"]
    assert not passed, f"seed {mutations.SEED}: {passed}"


def test_the_unharmed_original_passes(verifier):
    assert verifier(mutations.rich(authority.world()).data).json()["indication"] == cases.PASSED


# The one file that only carries a thousand objects nobody refers to.
HARMLESS = {"reference-chain"}


def test_hostile_files_get_a_verdict_or_a_refusal(verifier):
    for name, content in chapter_hostile.chapter(authority.world()):
        answer = verifier(content)
        assert answer.status_code in (200, 422), f"{name}: {answer.status_code} {answer.text[:200]}"
        if answer.status_code == 422:
            assert answer.json()["code"] in ("verify.unreadable", "verify.too-complex"), name
        elif name not in HARMLESS:
            assert answer.json()["indication"] != cases.PASSED, name
    # The worker that met them is none the worse for it.
    assert verifier(mutations.rich(authority.world()).data).json()["indication"] == cases.PASSED
