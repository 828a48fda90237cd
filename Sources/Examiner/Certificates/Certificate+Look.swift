import PaperWire

extension Certificate {
    var look: CertificateLook {
        CertificateLook(
            sha256: Digest.hexadecimal(Digest.hash(encoded, .sha256)), subject: subject.display, issuer: issuer.display, validFrom: notBefore.rfc3339, validUntil: notAfter.rfc3339,
            isAuthority: isAuthority)
    }
}
