"""Where this engine and pyHanko 0.38 come to another end on the corpus, and why that is meant so. Docs/signatures.md tells the same for people."""

# Passed by pyHanko, not by us.
PASS_THERE = {
    "revocation counts wherever it is told, also for a certificate that names no address to ask": {
        "revoked-list", "revoked-in-attribute", "revoked-ocsp", "revoked-and-good", "revoked-stale-list", "revoked-stamped-after", "revoked-same-day-hold", "revoked-intermediate",
        "revoked-intermediate-ocsp"},
    "bytes that no reader should reach may not follow a signature": {
        "tail-text", "tail-object", "tail-second-eof", "tail-comment", "tail-zeros", "unreachable-in-update", "trailing-garbage"},
    "PAdES names its certificate in what is signed": {"no-reference-pades", "no-attributes-pades"},
    "the certificate is for signing documents": {"tls-certificate", "stamper-signs"},
    "a trust anchor issues, it does not sign papers": {"anchor-signs"},
    "curves below 256 bits are weak": {"ecdsa-p192"},
    "a signature cannot be older than its certificate": {"stamped-before-issue"},
    "the lock of the signature's own field holds": {"lock-field"},
    "a later signature's picture may not cover what was signed": {"covering-signature"},
}

# Passed by us, not by pyHanko.
PASS_HERE = {
    "a time-stamp in time proves it, with or without the long-term form": {
        "expired-stamped-in-time", "expired-document-stamp", "b-lt-expired-since", "b-lta-stamper-expired", "b-lta-twice", "stamper-closed-later", "house-expired-stamped-in-time",
        "house-revoked-after-signing-list", "house-revoked-after-signing-answer"},
    "a time-stamp of the signature that proves nothing is named and counts for nothing": {
        "stamp-over-other", "stamp-wrong-imprint", "stamp-spoilt", "stamp-untrusted", "stamp-not-a-stamper", "house-stamper-unknown"},
    "an unknown status is named and leaves the indication (soft)": {"house-b-lt-later"},
    "a status is good by OCSP alone, and by Adobe's attribute": {"ocsp-hard", "ocsp-sha256-hard", "ocsp-delegate-hard", "adobe-attribute-hard", "adobe-ocsp-hard"},
    "marks people put on papers are told, not refused, unless they hide something": {
        "note", "highlight", "certified-3-note", "certified-3-approved-note", "vietnamese-stamp-annotation"},
    "a certificate without key usage may sign (RFC 5280 §4.2.1.3)": {"no-key-usage"},
    "the signer's certificate may stand in the security store": {"signer-in-store"},
    "content and attributes may be digested by two algorithms, both sound": {"digest-name-differs"},
    "a signature over the whole file is told without the password": {"encrypted-closed-aes256", "encrypted-closed-rc4"},
}
