import Rules
import Store

/// Secret ballots in their tables: who voted and what was voted, never together.
enum SecretVotes {
    static func voted(in poll: PollID, tx: borrowing Transaction) throws -> Set<UserID> {
        Set(try tx.rows("SELECT account FROM voted WHERE poll = \(poll.text) ORDER BY account LIMIT \(PollCount.maximumSeats)").map { $0.id("account") })
    }

    static func hasVoted(_ user: UserID, in poll: PollID, tx: borrowing Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM voted WHERE poll = \(poll.text) AND account = \(user.text)")
    }

    /// The published list, in the order of trackers; empty until the poll is closed.
    static func published(in poll: PollID, tx: borrowing Transaction) throws -> [Slip] {
        try tx.rows(
            "SELECT tracker, choice, selections FROM secret_vote WHERE poll = \(poll.text) ORDER BY tracker, number LIMIT \(PollCount.maximumSeats)"
        ).map { row in
            Slip(
                tracker: row.text("tracker"), choice: row.optionalText("choice").flatMap(Choice.init(rawValue:)),
                selections: try row.optionalText("selections").map { try Canonical.decode([PollOptionID].self, from: $0) })
        }
    }

    /// Into the box: a name here, a sealed slip under a random id there.
    static func put(_ slip: Slip, of voter: UserID, in poll: PollRow, sealedWith key: SlipKey, id: String, tx: borrowing Transaction) throws {
        try tx.execute("INSERT INTO voted (poll, account) VALUES (\(poll.id.text), \(voter.text))")
        try tx.execute("INSERT INTO slip (poll, slip, sealed) VALUES (\(poll.id.text), \(id), \(try key.seal(slip, places: poll.places)))")
    }

    /// Opens the box: every slip is unsealed, shuffled and written to the published list, and the sealed ones are gone.
    static func open(_ poll: PollRow, key: SlipKey, random: (Int) -> [UInt8], tx: borrowing Transaction) throws {
        var slips = try tx.rows("SELECT sealed FROM slip WHERE poll = \(poll.id.text) ORDER BY slip LIMIT \(PollCount.maximumSeats)").map { try key.open($0.blob("sealed")) }
        shuffle(&slips, random: random)
        for (number, slip) in slips.enumerated() {
            try tx.execute(
                """
                INSERT INTO secret_vote (poll, number, tracker, choice, selections)
                VALUES (\(poll.id.text), \(number + 1), \(slip.tracker), \(slip.choice?.rawValue), \(try slip.selections.map(Canonical.encode)))
                """)
        }
        try discard(poll.id, tx: tx)
    }

    /// Sealed slips of a poll that is over or void.
    static func discard(_ poll: PollID, tx: borrowing Transaction) throws {
        try tx.execute("DELETE FROM slip WHERE poll = \(poll.text)")
    }

    /// Fisher and Yates, with eight random bytes a step: the bias is below 2⁻⁵⁰.
    static func shuffle<T>(_ list: inout [T], random: (Int) -> [UInt8]) {
        for last in stride(from: list.count - 1, to: 0, by: -1) {
            let number = random(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            list.swapAt(last, Int(number % UInt64(last + 1)))
        }
    }
}
