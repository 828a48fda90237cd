import Foundation
import Proof
import Rules
import Wire

/// Counts a proof again and compares: leaves with receipts, leaves with the root, ballots with what was counted, the count with
/// what was told, and all of it with the fact of the log and its hash.
struct ProofCheck {
    let verdict: PollVerdict
    private(set) var faults: [String] = []

    init(_ proof: PollProof) {
        verdict = proof.election.map { .election($0.result()) } ?? .approval(proof.count.result())
        checkReceipts(proof)
        checkRoot(proof)
        checkBox(proof)
        if proof.result != verdict.approval || proof.elected != verdict.election {
            fail("Kết quả đếm lại khác kết quả đã công bố.", "The recount differs from the result that was told.")
        }
        checkFact(proof)
    }

    private mutating func fail(_ vi: String, _ en: String) { faults.append(Tongue.pick(vi: vi, en: en)) }

    private func leaf(_ ballot: PollProof.Ballot, _ proof: PollProof) -> BallotLeaf {
        BallotLeaf(
            meeting: proof.meetingId.text, item: proof.agendaItemId?.text, poll: proof.pollId.text, round: proof.round, voter: ballot.userId.text, vote: ballot.vote.word,
            at: ballot.at, nonce: ballot.nonce)
    }

    private mutating func checkReceipts(_ proof: PollProof) {
        for ballot in proof.ballots ?? [] where leaf(ballot, proof).receipt != ballot.receipt {
            fail("Phiếu của \(ballot.name) không khớp mã biên nhận \(ballot.receipt).", "The ballot of \(ballot.name) does not make the receipt \(ballot.receipt).")
        }
    }

    private mutating func checkRoot(_ proof: PollProof) {
        var leaves = (proof.ballots ?? []).map { leaf($0, proof).digest }
        leaves += (proof.slips ?? []).map { slip in
            BallotTree.slip(poll: proof.pollId.text, tracker: slip.tracker, vote: Self.vote(slip).word)
        }
        if let hands = proof.hands {
            leaves.append(BallotTree.hands(poll: proof.pollId.text, for: hands.for, against: hands.against, abstain: hands.abstain))
        }
        guard let root = proof.root else { return fail("Tệp không có gốc Merkle.", "The proof has no Merkle root.") }
        if BallotTree.root(leaves) != root { fail("Các phiếu không khớp gốc Merkle.", "The ballots do not make the Merkle root.") }
    }

    private static func vote(_ slip: SecretVote) -> Vote { slip.selections.map(Vote.selections) ?? .choice(slip.choice ?? .abstain) }

    /// What was counted is what is listed.
    private mutating func checkBox(_ proof: PollProof) {
        let agrees: Bool
        if let election = proof.election {
            let listed = (proof.ballots ?? []).map { ElectionCount.Ballot(user: $0.userId, selections: $0.selections ?? [], remote: $0.remote) }
            let slips = proof.slips.map { $0.map { $0.selections ?? [] } }
            agrees = Self.sorted(election.ballots) == Self.sorted(listed) && Self.words(election.secret?.slips) == Self.words(slips)
        } else {
            let listed = Dictionary((proof.ballots ?? []).map { ($0.userId, PollCount.Cast(choice: $0.vote.choice ?? .abstain, remote: $0.remote)) }, uniquingKeysWith: { first, _ in first })
            let slips = proof.slips.map { $0.map { Self.vote($0).choice ?? .abstain } } ?? proof.hands.map { HandCount(for: $0.for, against: $0.against, abstain: $0.abstain).slips }
            agrees = proof.count.ballots == listed && listed.count == (proof.ballots ?? []).count && proof.count.secret?.slips.map(\.rawValue).sorted() == slips?.map(\.rawValue).sorted()
        }
        if !agrees { fail("Phiếu được đếm khác phiếu được liệt kê.", "What was counted is not what is listed.") }
    }

    private static func sorted(_ ballots: [ElectionCount.Ballot]) -> [ElectionCount.Ballot] { ballots.sorted { $0.user < $1.user } }
    private static func words(_ slips: [[PollOptionID]]?) -> [String]? { slips?.map { Vote.selections($0).word }.sorted() }

    /// The fact has its hash, and tells this poll, this root and this outcome.
    private mutating func checkFact(_ proof: PollProof) {
        struct Told: Decodable {
            var poll: PollID
            var outcome: String
            var root: String?
        }
        let fact = proof.fact
        let row = CanonicalRow(stream: fact.stream, seq: fact.seq, kind: fact.kind, at: fact.at, actor: fact.actor, audience: fact.audience, body: fact.body)
        guard let parent = Hex.decode(fact.parent), Hex.encode(row.hash(after: parent)) == fact.hash else {
            return fail("Sự kiện trong nhật ký không khớp mã băm của nó.", "The fact of the log does not make its hash.")
        }
        let told: Told
        do { told = try JSONDecoder().decode(Told.self, from: Data(fact.body.utf8)) } catch {
            return fail("Sự kiện trong nhật ký không đọc được.", "The fact of the log cannot be read.")
        }
        if told.poll != proof.pollId || told.root != proof.root || told.outcome != verdict.outcome.rawValue {
            fail("Nhật ký nói khác: \(told.outcome), gốc \(told.root ?? "-").", "The log tells otherwise: \(told.outcome), root \(told.root ?? "-").")
        }
    }
}
