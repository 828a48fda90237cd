import Foundation
import Rules

/// Rosters, rule sets and seeds the tests of this target share.
enum Chamber {
    /// The chairman is the first seat.
    static func seats(_ count: Int, weights: [Int] = []) -> [PollCount.Seat] {
        (0..<count).map { index in
            PollCount.Seat(user: user(index), weight: index < weights.count ? weights[index] : 1, role: index == 0 ? .chairman : .member)
        }
    }

    static func user(_ index: Int) -> UserID { UserID(trusted: "u\(index)") }

    static func users(_ range: Range<Int>) -> Set<UserID> { Set(range.map(user)) }

    /// The council's rules without the remark that they are unconfirmed.
    static let rules = RuleSet(
        quorum: Fraction(2, 3), adoption: .init(1, 2, .moreThan, of: .allMembers), tie: .init(decidedBy: .chairman, applies: .equalForAgainst),
        quorumCheckedAt: .openingAndClosing, absentMayVote: true, remoteVoteCountsAsPresence: false,
        circulation: .init(silence: .notCounted), status: .confirmed)

    /// Ballots for, against and abstaining, dealt from the last seat backwards so that the chairman's stays as told.
    static func ballots(of count: Int, for votesFor: Int, against: Int, abstain: Int, chairman: Choice?) -> [UserID: PollCount.Cast] {
        var left: [Choice: Int] = [.for: votesFor, .against: against, .abstain: abstain]
        var ballots: [UserID: PollCount.Cast] = [:]
        if let chairman {
            ballots[user(0)] = .init(choice: chairman)
            left[chairman]! -= 1
        }
        var next = count - 1
        for choice in Choice.allCases {
            for _ in 0..<max(0, left[choice]!) {
                ballots[user(next)] = .init(choice: choice)
                next -= 1
            }
        }
        return ballots
    }

    /// A file below the project's root.
    static func file(_ path: String, from here: String = #filePath) throws -> Data {
        var root = URL(fileURLWithPath: here)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return try Data(contentsOf: root.appendingPathComponent(path))
    }
}

/// SplitMix64: the same seed gives the same cases on every machine.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
