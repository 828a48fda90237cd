/// Why a session that is not on the calendar is called (features 3; Law on Organisation of Local Government, kept as data).
public enum ConveningGround: String, Codable, Hashable, Sendable, CaseIterable {
    /// The calendar itself: regular sessions.
    case calendar
    case chairman
    case primeMinister
    /// A written request of members; who asked is recorded.
    case members

    public var name: BilingualText {
        switch self {
        case .calendar: BilingualText(vi: "Theo lịch thường kỳ", en: "By the regular calendar")
        case .chairman: BilingualText(vi: "Chủ tịch quyết định", en: "Decided by the chairman")
        case .primeMinister: BilingualText(vi: "Thủ tướng Chính phủ yêu cầu", en: "Demanded by the Prime Minister")
        case .members: BilingualText(vi: "Thành viên yêu cầu", en: "Requested by members")
        }
    }

    /// Refuses a request of too few members: `request.invalid` at `/requestedBy`. `share` comes from the rules of the body.
    public func validated(signers: Int, members: Int, share: Fraction) throws(Refusal) {
        guard self == .members else { return }
        guard members > 0, signers > 0, share.isReached(by: signers, of: members) else {
            throw .invalid(
                "/requestedBy", "meeting.too-few-requests",
                ["signers": "\(signers)", "members": "\(members)", "needed": "\(max(1, share.smallestReaching(members)))"])
        }
    }
}
