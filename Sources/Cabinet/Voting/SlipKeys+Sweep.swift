import Logging
import Rules
import Store

extension Cabinet {
    /// Destroys the keys of secret polls that are over: behind a crash between commit and `afterCommit`.
    func sweepSlipKeys() async throws {
        let kept = try slipKeys.polls()
        guard !kept.isEmpty else { return }
        let over = try await read { tx in
            try kept.filter { try tx.exists("SELECT 1 FROM poll WHERE id = \($0.text) AND state IN ('closed', 'annulled')") }
        }
        for poll in over { try slipKeys.destroy(poll) }
    }

    /// A key that stays behind now is destroyed by the next sweep.
    func destroySlipKey(of poll: PollID) {
        do { try slipKeys.destroy(poll) } catch { logger.error("the key of poll \(poll) could not be destroyed: \(error)") }
    }
}
