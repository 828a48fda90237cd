/// By what a body decides: quorum, majority, tie, circulation (contract §2 "Rules").
///
/// A rule set is data, versioned per body; there is no default in code (the seeded one lies in `Storage/Seeds/rules`).
/// JSON is exactly the contract's. A poll may change parts of it with a `RuleSetPatch`.
public struct RuleSet: Codable, Hashable, Sendable {
    /// When quorum is tested for a poll.
    public enum QuorumCheck: String, Codable, Sendable, CaseIterable {
        case openingAndClosing, opening
    }

    /// Whether the customer's legal unit has checked the wording behind the rule.
    public enum Status: String, Codable, Sendable, CaseIterable {
        case confirmed, unconfirmed
    }

    /// The part of all members, by heads, that must be present.
    public var quorum: Fraction
    public var adoption: Adoption
    public var tie: Tie
    public var quorumCheckedAt: QuorumCheck
    /// Whether a member recorded as absent may send a ballot himself.
    public var absentMayVote: Bool
    /// Whether an absent member who voted counts as present.
    public var remoteVoteCountsAsPresence: Bool
    /// Who votes from outside the room must have given his password within so many minutes; nil or 0: signed in is enough.
    public var remotePasswordMinutes: Int?
    public var circulation: Circulation
    /// The act and article the rule is taken from, as shown to readers.
    public var source: String?
    public var status: Status?

    public init(
        quorum: Fraction, adoption: Adoption, tie: Tie, quorumCheckedAt: QuorumCheck, absentMayVote: Bool,
        remoteVoteCountsAsPresence: Bool, circulation: Circulation, source: String? = nil, status: Status? = nil
    ) {
        self.quorum = quorum
        self.adoption = adoption
        self.tie = tie
        self.quorumCheckedAt = quorumCheckedAt
        self.absentMayVote = absentMayVote
        self.remoteVoteCountsAsPresence = remoteVoteCountsAsPresence
        self.circulation = circulation
        self.source = source
        self.status = status
    }

    /// Characters of the source that fit beside a number on a screen.
    static let shortSourceLength = 125

    /// The beginning of the source, cut at a word, as gates and lamps say it; nil where there is none.
    public var shortSource: String? {
        guard let source, !source.isEmpty else { return nil }
        guard source.count > Self.shortSourceLength else { return source.last == "." ? String(source.dropLast()) : source }
        let words = source.prefix(Self.shortSourceLength).split(separator: " ").dropLast()
        return words.joined(separator: " ").trimmingSuffix(while: { ",;(".contains($0) }) + "…"
    }

    /// A browser session lasts no longer.
    static let mostPasswordMinutes = 720

    /// Longest `source` that is accepted, in characters.
    public static let maximumSourceLength = 2000

    /// Refuses what no body could mean: `request.invalid` with the pointer below `base` (for example `/rules`).
    public func validated(at base: String = "") throws(Refusal) {
        try quorum.validated(at: base + "/quorum")
        try adoption.fraction.validated(at: base + "/adoption")
        try tie.validated(at: base + "/tie")
        try circulation.validated(at: base + "/circulation")
        if let minutes = remotePasswordMinutes, !(0...Self.mostPasswordMinutes).contains(minutes) {
            throw .invalid(base + "/remotePasswordMinutes", "field.out-of-range", ["minimum": "0", "maximum": "\(Self.mostPasswordMinutes)"])
        }
        if let source, source.count > Self.maximumSourceLength {
            throw .invalid(base + "/source", "field.too-long", ["maximum": "\(Self.maximumSourceLength)"])
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(while isLoose: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isLoose(last) { text.removeLast() }
        return String(text)
    }
}
