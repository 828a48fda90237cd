/// All revocation lists and OCSP responses at hand, and what they say of a certificate at a time.
struct RevocationEvidence {
    static let maxItems = 2000
    /// How far clocks may differ.
    static let skewSeconds = 300
    /// An answer without nextUpdate speaks for a day.
    static let openEndedSeconds = 86_400

    enum Status: Equatable {
        case good
        case revoked(Instant, reason: Int?)
        /// Suspended; may come back (reason 6).
        case onHold(Instant)
        case unknown
    }

    var lists: [CertificateList] = []
    var responses: [OCSPResponse] = []

    mutating func add(lists more: [[UInt8]]) { lists += more.prefix(Self.maxItems).compactMap(CertificateList.init) }
    mutating func add(responses more: [[UInt8]]) { responses += more.prefix(Self.maxItems).compactMap(OCSPResponse.init) }
    mutating func add(_ other: RevocationEvidence) {
        lists += other.lists
        responses += other.responses
    }

    /// Where a statement was made.
    enum Origin {
        case list(CertificateList)
        case response(OCSPResponse)
    }

    private struct Statement {
        var origin: Origin
        var isGood: Bool
        var revoked: (date: Instant, reason: Int?)?
        var issuedAt: Instant
    }

    /// The status of `certificate` for a signature that is known to have existed at `time`.
    ///
    /// Stale evidence still counts when it says *revoked*; *good* needs evidence that speaks for `time` or later, was issued while the
    /// certificate was still listed, and is itself signed with an acceptable algorithm.
    func status(of certificate: Certificate, issuer: Certificate, pool: [Certificate], at time: Instant) -> Status {
        judge(statements(of: certificate, issuer: issuer, pool: pool, at: time))
    }

    /// The newest statement that makes the status what it is; nil where none is known.
    func decisive(for certificate: Certificate, issuer: Certificate, pool: [Certificate], at time: Instant) -> (origin: Origin, issuedAt: Instant)? {
        let all = statements(of: certificate, issuer: issuer, pool: pool, at: time)
        let speaking: [Statement]
        switch judge(all) {
        case .good: speaking = all.filter(\.isGood)
        case .revoked, .onHold: speaking = all.filter { $0.revoked != nil }
        case .unknown: return nil
        }
        return speaking.max { $0.issuedAt < $1.issuedAt }.map { ($0.origin, $0.issuedAt) }
    }

    private func statements(of certificate: Certificate, issuer: Certificate, pool: [Certificate], at time: Instant) -> [Statement] {
        fromResponses(certificate, issuer, pool, time) + fromLists(certificate, issuer, time)
    }

    private func judge(_ statements: [Statement]) -> Status {
        let reasonRemoved = 8
        let reasonHold = 6
        let final = statements.compactMap(\.revoked).filter { $0.reason != reasonHold && $0.reason != reasonRemoved }
        if let first = final.min(by: { $0.date < $1.date }) { return .revoked(first.date, reason: first.reason) }
        if let held = statements.filter({ $0.revoked?.reason == reasonHold }).max(by: { $0.issuedAt < $1.issuedAt }) {
            let isReleased = statements.contains { $0.isGood && $0.issuedAt > held.issuedAt }
            if !isReleased, let date = held.revoked?.date { return .onHold(date) }
        }
        return statements.contains(where: \.isGood) ? .good : .unknown
    }

    private func fromResponses(_ certificate: Certificate, _ issuer: Certificate, _ pool: [Certificate], _ time: Instant) -> [Statement] {
        responses.compactMap { response in
            guard let answer = response.answer(for: certificate, issuer: issuer, pool: pool) else { return nil }
            switch answer.status {
            case .revoked(let date, let reason): return Statement(origin: .response(response), isGood: false, revoked: (date, reason), issuedAt: answer.thisUpdate)
            case .unknown: return nil
            case .good:
                let speaksForExpired = answer.archiveCutoff.map { $0 <= certificate.notAfter } ?? false
                let isGood = speaks(from: answer.thisUpdate, until: answer.nextUpdate, for: time) && (answer.thisUpdate <= certificate.notAfter || speaksForExpired)
                    && AlgorithmPolicy.accepts(response.scheme)
                return Statement(origin: .response(response), isGood: isGood, revoked: nil, issuedAt: answer.thisUpdate)
            }
        }
    }

    private func fromLists(_ certificate: Certificate, _ issuer: Certificate, _ time: Instant) -> [Statement] {
        lists.compactMap { list in
            guard list.issuer == certificate.issuer, list.isSigned(by: issuer) else { return nil }
            if let entry = list.entry(of: certificate) { return Statement(origin: .list(list), isGood: false, revoked: (entry.date, entry.reason), issuedAt: list.thisUpdate) }
            let speaksForExpired = list.keepsExpiredSince.map { $0 <= certificate.notAfter } ?? false
            let isGood = list.covers(certificate) && speaks(from: list.thisUpdate, until: list.nextUpdate, for: time)
                && (list.thisUpdate <= certificate.notAfter || speaksForExpired) && AlgorithmPolicy.accepts(list.scheme)
            return Statement(origin: .list(list), isGood: isGood, revoked: nil, issuedAt: list.thisUpdate)
        }
    }

    /// Issued at or after `time`, or still in force then.
    private func speaks(from thisUpdate: Instant, until nextUpdate: Instant?, for time: Instant) -> Bool {
        (nextUpdate ?? thisUpdate.advanced(bySeconds: Self.openEndedSeconds)).advanced(bySeconds: Self.skewSeconds) >= time || thisUpdate >= time
    }
}
