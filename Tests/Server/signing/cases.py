"""What a case is: bytes, and the verdict they deserve."""

from dataclasses import dataclass, field

PASSED, INDETERMINATE, FAILED, REFUSED = "TOTAL_PASSED", "INDETERMINATE", "TOTAL_FAILED", "422"


@dataclass
class Case:
    name: str
    content: bytes
    expected: str
    # Any of these sub-indications is exact; empty for whatever.
    sub: tuple = ()
    signers: tuple = ()
    changes: str | None = None
    level: str | None = None
    kind: str | None = None
    revocation: str | None = None
    source: str | None = None
    query: dict = field(default_factory=dict)
    # A detached signature of `content`.
    signature: bytes | None = None
    # The verdicts on each of several signatures, in the order of signing.
    each: tuple = ()

    def __str__(self):
        return self.name


class Book:
    """Collects the cases of one chapter."""

    def __init__(self):
        self.cases = []

    def add(self, name, content, expected, *sub, **more):
        content = getattr(content, "data", content)
        self.cases.append(Case(name, content, expected, sub=sub, **more))


def complaint(case, status, verdict):
    """What is wrong with an answer, or None."""
    if case.expected == REFUSED:
        return None if status == 422 else f"{status} instead of a refusal: {summary(verdict)}"
    if status != 200:
        return f"status {status}: {verdict}"
    problems = []
    if verdict["indication"] != case.expected:
        problems.append(f"not {case.expected}")
    elif case.sub and verdict["subIndication"] not in case.sub:
        problems.append(f"sub-indication not {' or '.join(case.sub)}")
    if case.signers and tuple((one["signer"] or {}).get("name") for one in verdict["signatures"]) != case.signers:
        problems.append(f"signers not {case.signers}")
    if case.each and tuple(one["indication"] for one in verdict["signatures"]) != case.each:
        problems.append(f"each not {case.each}")
    first = verdict["signatures"][0] if verdict["signatures"] else {}
    for key, wanted, found in (("changes", case.changes, first.get("changesAfter")), ("level", case.level, first.get("level")),
                               ("kind", case.kind, (first.get("signer") or {}).get("kind")), ("revocation", case.revocation, first.get("revocation")),
                               ("source", case.source, first.get("timeSource"))):
        if wanted is not None and found != wanted:
            problems.append(f"{key} {found}, not {wanted}")
    return "; ".join(problems) + " — " + summary(verdict) if problems else None


def summary(verdict):
    if "indication" not in verdict:
        return str(verdict)[:300]
    each = [(one["field"], (one["signer"] or {}).get("name"), one["indication"], one["subIndication"], one["changesAfter"], one["level"], one["revocation"],
             [reason["code"] for reason in one["reasons"]]) for one in verdict["signatures"]]
    return f"{verdict['indication']} {verdict['subIndication']} {each}"
