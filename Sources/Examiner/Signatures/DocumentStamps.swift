/// The document time-stamps (ETSI EN 319 142-1 §5.5): each proves that everything before it existed.
///
/// They are judged from the newest back: a time-stamp whose issuer's certificate has expired since is good if a later one proves it older.
struct DocumentStamps {
    private var proofs: [(end: Int, time: Instant)] = []

    init(_ stamps: [SignatureExamination], in examination: DocumentExamination) {
        for stamp in stamps.sorted(by: { $0.order > $1.order }) {
            guard case .success(let range) = stamp.range, let bytes = stamp.field.value["Contents"].string?.bytes else { continue }
            let control = provenTime(range.end) ?? examination.circumstances.at
            let token = TimeStampExamination(circumstances: examination.circumstances)
            guard let found = try? token.examine(
                bytes, over: { examination.digest($0, end: range.end, leavingOut: range.gap) }, supply: examination.supply, control: min(control, examination.circumstances.at))
            else { continue }
            proofs.append((range.end, found.time))
        }
    }

    /// The earliest proof over what ends at `end`.
    func provenTime(_ end: Int) -> Instant? { proofs.filter { $0.end > end }.map(\.time).min() }

    /// Whether a time-stamp seals what was added behind `end`.
    func protectsEvidence(after end: Int) -> Bool { proofs.contains { $0.end > end } }
}
