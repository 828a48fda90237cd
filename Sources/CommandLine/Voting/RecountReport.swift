import Foundation
import Proof
import Rules
import Wire

/// What counting one proof again found.
struct RecountReport: Encodable {
    var file: String
    /// Every check held.
    var isGood: Bool
    /// What does not agree, in words; empty when all is well.
    var faults: [String]
    var poll: String?
    var outcome: String?
    var because: String?
    var root: String?
    var votes: Int?

    init(file: String, maxBytes: Int, receipt: String?, tracker: String?) {
        self.file = file
        faults = []
        isGood = false
        do {
            let bytes = try Self.read(file, maxBytes)
            let proof = try JSONDecoder().decode(PollProof.self, from: bytes)
            guard proof.format == PollProof.format else {
                faults = [Tongue.pick(vi: "Không phải tệp chứng cứ \(PollProof.format).", en: "This is no \(PollProof.format).")]
                return
            }
            let recount = ProofCheck(proof)
            faults = recount.faults
            poll = proof.title
            outcome = recount.verdict.outcome.rawValue
            because = Tongue.pick(vi: recount.verdict.because.vi, en: recount.verdict.because.en)
            root = proof.root
            votes = proof.ballots?.count ?? proof.slips?.count ?? proof.hands?.cast
            if let receipt, !(proof.ballots ?? []).contains(where: { $0.receipt == receipt }) {
                faults.append(Tongue.pick(vi: "Không có mã biên nhận \(receipt).", en: "The receipt \(receipt) is not among the ballots."))
            }
            if let tracker, !(proof.slips ?? []).contains(where: { $0.tracker == tracker }) {
                faults.append(Tongue.pick(vi: "Không có mã phiếu \(tracker).", en: "The tracker \(tracker) is not in the list."))
            }
        } catch {
            faults = [Tongue.pick(vi: "Không đọc được tệp chứng cứ.", en: "The proof cannot be read.")]
        }
        isGood = faults.isEmpty
    }

    private static func read(_ path: String, _ maxBytes: Int) throws -> Data {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { handle.closeFile() }
        return try handle.read(upToCount: maxBytes) ?? Data()
    }

    var lines: [String] {
        guard isGood else { return ["✗ \(file)"] + faults.map { "  \($0)" } }
        let count = Tongue.pick(vi: "\(votes ?? 0) phiếu đếm lại khớp", en: "\(votes ?? 0) ballots counted again agree")
        return ["✓ \(file): \(poll ?? "")", "  \(because ?? "")", "  \(count); root \(root ?? "-")"]
    }
}
