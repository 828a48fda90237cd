"""The corpus beside pyHanko: whether a file passes with us and not with it, or the other way round, is deliberate each time (Docs/signatures.md)."""

from .signing import authority, beside, cases, chapter_architecture, chapter_producers, chapter_revisions, chapter_signers, chapter_time
from .signing.differences import PASS_HERE, PASS_THERE

FEW_COMPARED = 280


def test_every_difference_is_a_deliberate_one():
    here, there, compared = set(), set(), 0
    for chapter in (chapter_signers, chapter_time, chapter_revisions, chapter_producers, chapter_architecture):
        for case in chapter.chapter(authority.world()):
            # It knows no detached CMS over a file, no other time of judging without long-term data, and nothing to say of a file without signature.
            if case.signature is not None or "at" in case.query or "NO_SIGNATURE" in case.sub:
                continue
            compared += 1
            ours, theirs = case.expected == cases.PASSED, beside.passes(case.content, hard=case.query.get("revocation") == "hard")
            if ours != theirs:
                (here if ours else there).add(case.name)
    assert compared >= FEW_COMPARED
    known_here, known_there = (set().union(*groups.values()) for groups in (PASS_HERE, PASS_THERE))
    assert (here - known_here, there - known_there) == (set(), set()), "differences nobody decided on"
    # What is no difference any more is struck off the list, and off the docs.
    assert (known_here - here, known_there - there) == (set(), set()), "differences that are gone"
