import Cabinet
import Proof
import Rules
import Store
import Wire

extension PollProof {
    init(_ evidence: PollEvidence) {
        let fact = evidence.fact
        let isOpen = evidence.secrecy == .open && evidence.hands == nil
        self.init(
            pollId: evidence.poll, meetingId: evidence.meeting, agendaItemId: evidence.item, round: evidence.round, title: evidence.title, method: evidence.method,
            secrecy: evidence.secrecy, taking: evidence.taking,
            ballots: isOpen
                ? evidence.ballots.map {
                    .init(userId: $0.user, name: $0.name, vote: $0.vote, remote: $0.remote, at: $0.at.ms, nonce: $0.nonce, receipt: $0.receipt)
                } : nil,
            slips: evidence.secrecy == .secret ? evidence.slips.map { .init(tracker: $0.tracker, choice: $0.choice, selections: $0.selections) } : nil,
            hands: evidence.hands, root: evidence.root, count: evidence.count, election: evidence.election, verdict: evidence.verdict,
            fact: .init(
                stream: fact.stream.text, seq: fact.seq, kind: fact.kind, at: fact.at, actor: fact.actor, audience: fact.audience, body: fact.body,
                parent: Hex.encode(evidence.parent), hash: Hex.encode(evidence.hash)))
    }
}
