import PaperWire

/// The document time-stamps (ETSI EN 319 142-1 §5.5): each proves that everything before it existed.
///
/// They are judged from the newest back: a time-stamp whose issuer's certificate has expired since is good if a later one proves it older.
struct DocumentStamps {
    private struct Judged {
        var field: String
        var order: Int
        var end: Int?
        var time: Instant?
        var issuer: String?
        var problem: StampProblem?
    }

    private var stamps: [Judged] = []

    init(_ fields: [SignatureExamination], in examination: DocumentExamination) throws {
        for stamp in fields.sorted(by: { $0.order > $1.order }) {
            var judged = Judged(field: stamp.field.name, order: stamp.order, end: try? stamp.range.get().end)
            let bytes = stamp.field.value["Contents"].string?.bytes ?? []
            if let token = try? TimeStampToken(bytes) {
                judged.time = token.time
                judged.issuer = token.signer.matches(in: token.cms.certificates.compactMap(Certificate.init)).first?.subject.display
            }
            do {
                let found = try Self.judge(stamp, bytes, in: examination, control: min(provenTime(stamp.order) ?? examination.circumstances.at, examination.circumstances.at))
                judged.time = found.time
                judged.issuer = found.chain.certificates.first?.subject.display
            } catch let problem as StampProblem {
                judged.problem = problem
            } catch PDFFault.malformed {
                judged.problem = .malformed
            }
            stamps.append(judged)
        }
    }

    private static func judge(_ stamp: SignatureExamination, _ bytes: [UInt8], in examination: DocumentExamination, control: Instant) throws -> TimeStampExamination.Stamp {
        guard case .success(let range) = stamp.range, !stamp.field.value.hasDuplicateKeys, let cms = stamp.cms, !bytes.dropFirst(cms.encodedBytes).contains(where: { $0 != 0 }),
            try stamp.standsInItsRevision()
        else { throw StampProblem.malformed }
        return try TimeStampExamination(circumstances: examination.circumstances).examine(
            bytes, over: { examination.digest($0, end: range.end, leavingOut: range.gap) }, supply: examination.supply, control: control)
    }

    private var proofs: [(end: Int, time: Instant)] {
        stamps.compactMap { stamp in
            guard stamp.problem == nil, let end = stamp.end, let time = stamp.time else { return nil }
            return (end, time)
        }
    }

    /// The earliest proof over what ends at `end`.
    func provenTime(_ end: Int) -> Instant? { proofs.filter { $0.end > end }.map(\.time).min() }

    /// Whether a time-stamp seals what was added behind `end`.
    func protectsEvidence(after end: Int) -> Bool { proofs.contains { $0.end > end } }

    /// What has to be said to whoever relies on what ends at `end`: the time-stamps around it that prove nothing.
    ///
    /// One that does not fit the file any more says that the file was changed after it was sealed, be it only in the evidence: that is no pass. One that
    /// fits and cannot be relied on (its issuer is unknown, has expired, was revoked) is as if it were not there.
    func findings(around end: Int) -> [Finding] {
        stamps.reversed().compactMap { stamp in
            guard let problem = stamp.problem, stamp.order > end else { return nil }
            return problem.isDamage
                ? .indeterminate(.signatureConstraints, .documentStampBroken(stamp.field, problem)) : .information(.documentStampUnusable(stamp.field, problem))
        }
    }

    /// As told in the verdict, in the order they were put on.
    var verdicts: [StampVerdict] {
        stamps.reversed().map { stamp in
            StampVerdict(
                field: stamp.field, indication: stamp.problem?.indication ?? .passed, subIndication: stamp.problem?.subIndication.rawValue, time: stamp.time?.rfc3339, issuer: stamp.issuer,
                stampedBytes: stamp.end,
                reasons: stamp.problem.map { [$0.isDamage ? .documentStampBroken(stamp.field, $0) : .documentStampUnusable(stamp.field, $0)] } ?? [])
        }
    }
}
