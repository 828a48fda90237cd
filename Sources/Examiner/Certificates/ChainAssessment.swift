import PaperWire

private typealias SignedReason = SignatureVerdict.Reason

/// Judges the signer's certificate and its chain at the best signature time (EN 319 102-1 §5.2.6, §5.5).
struct ChainAssessment {
    let circumstances: Circumstances
    let supply: Supply
    /// Earliest proof that the signature existed.
    let provenTime: Instant?
    /// Proof that it did not exist yet: the time its content was stamped.
    let laterThan: Instant?

    private var time: Instant { min(provenTime ?? circumstances.at, circumstances.at) }

    func run(_ certificate: Certificate, _ outcome: inout SignerExamination.Outcome) {
        let chain = circumstances.builder.chain(for: certificate, among: supply.certificates, at: time)
        outcome.chain = chain.certificates
        if let problem = chain.problem {
            outcome.findings.append(finding(problem, chain))
        }
        if !certificate.maySign || !certificate.maySignDocuments { outcome.findings.append(.indeterminate(.chainConstraints, .keyUsage)) }
        guard chain.problem == nil else {
            checkValidity(chain, .unknown, &outcome)
            return
        }
        let status = checkRevocation(chain, &outcome)
        checkValidity(chain, status, &outcome)
        if let weak = AlgorithmPolicy.weakness(in: chain.certificates, at: time) { outcome.findings.append(.indeterminate(.weakAlgorithm, .weakChain(weak))) }
    }

    private func finding(_ problem: CertificateChain.Problem, _ chain: CertificateChain) -> Finding {
        switch problem {
        case .noAnchor where circumstances.anchors.isEmpty: .indeterminate(.noChain, .noAnchors)
        case .noAnchor: .indeterminate(.noChain, .untrusted(chain.certificates.last?.issuer.display ?? "?"))
        case .notAuthority(let certificate): .indeterminate(.chainGeneral, .notAuthority(certificate.subject.display))
        case .other(let detail): .indeterminate(.chainGeneral, .chainConstraint(detail))
        }
    }

    private func checkValidity(_ chain: CertificateChain, _ status: RevocationEvidence.Status, _ outcome: inout SignerExamination.Outcome) {
        for (index, certificate) in chain.certificates.enumerated() {
            if certificate.notBefore > time {
                let day = certificate.notBefore.dayInVietnam
                if index == 0, provenTime != nil {
                    outcome.findings.append(.failed(.notYetValid, .signedBeforeIssue(day)))
                } else {
                    outcome.findings.append(.indeterminate(.outOfBoundsWithoutProof, .notYetValid(day)))
                }
            } else if certificate.notAfter < time {
                let day = certificate.notAfter.dayInVietnam
                let reason = index == 0 ? .expired(day) : SignedReason.authorityExpired(certificate.subject.display, day)
                if index == 0, let laterThan, laterThan > certificate.notAfter {
                    outcome.findings.append(.failed(.expired, reason))
                } else {
                    outcome.findings.append(.indeterminate(index == 0 && status == .good ? .outOfBoundsNotRevoked : .outOfBoundsWithoutProof, reason))
                }
            } else {
                continue
            }
            return
        }
    }

    /// Returns the status of the signer's own certificate.
    private func checkRevocation(_ chain: CertificateChain, _ outcome: inout SignerExamination.Outcome) -> RevocationEvidence.Status {
        var evidence = supply.evidence
        evidence.add(circumstances.localEvidence)
        var statuses: [RevocationEvidence.Status] = []
        var unknown: [String] = []
        outcome.carriesEvidence = !chain.links.isEmpty
        for (index, link) in chain.links.enumerated() {
            let status = evidence.status(of: link.certificate, issuer: link.issuer, pool: supply.certificates, at: time)
            if supply.evidence.status(of: link.certificate, issuer: link.issuer, pool: supply.certificates, at: time) == .unknown { outcome.carriesEvidence = false }
            statuses.append(status)
            note(link, evidence, &outcome)
            switch status {
            case .good: break
            case .unknown: unknown.append(link.certificate.subject.display)
            case .onHold(let date): if time >= date { outcome.findings.append(.indeterminate(.tryLater, .onHold(date.dayInVietnam))) }
            case .revoked(let date, _): judge(date, isSigner: index == 0, link.certificate, &outcome)
            }
        }
        if !unknown.isEmpty {
            let reason = SignedReason.unknown(unknown.joined(separator: ", "))
            outcome.findings.append(circumstances.demandsRevocation ? .indeterminate(.tryLater, reason) : .information(reason))
        }
        let isRevoked = statuses.contains { status in
            switch status {
            case .revoked(let date, _), .onHold(let date): date <= time
            case .good, .unknown: false
            }
        }
        outcome.revocation = isRevoked ? "revoked" : unknown.isEmpty ? "good" : "unknown"
        return statuses.first ?? .good
    }

    /// What the status of one certificate rests on, so that a verdict can be checked long after.
    private func note(_ link: (certificate: Certificate, issuer: Certificate), _ evidence: RevocationEvidence, _ outcome: inout SignerExamination.Outcome) {
        guard let found = evidence.decisive(for: link.certificate, issuer: link.issuer, pool: supply.certificates, at: time) else { return }
        let (about, issuedAt) = (link.certificate.subject.display, found.issuedAt.rfc3339)
        switch found.origin {
        case .list(let list):
            let isOurs = circumstances.localEvidence.lists.contains { $0 === list }
            outcome.evidence.append(.init(kind: .crl, about: about, sha256: list.sha256, issuedAt: issuedAt, source: isOurs ? "folder" : "document"))
        case .response(let response): outcome.evidence.append(.init(kind: .ocsp, about: about, sha256: response.sha256, issuedAt: issuedAt, source: "document"))
        }
    }

    private func judge(_ date: Instant, isSigner: Bool, _ certificate: Certificate, _ outcome: inout SignerExamination.Outcome) {
        let day = date.dayInVietnam
        if time < date {
            if provenTime != nil { outcome.findings.append(.information(.revokedLater(day))) }
        } else if isSigner, let laterThan, laterThan >= date {
            outcome.findings.append(.failed(.revoked, .revokedBeforeSigning(day)))
        } else if isSigner {
            outcome.findings.append(.indeterminate(.revokedWithoutProof, .revoked(day)))
        } else {
            outcome.findings.append(.indeterminate(.authorityRevokedWithoutProof, .authorityRevoked(certificate.subject.display, day)))
        }
    }
}
