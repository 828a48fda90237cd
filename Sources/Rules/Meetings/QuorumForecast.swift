/// What the answers to the invitations promise for the quorum: heads of seats, counted before anybody has come.
public struct QuorumForecast: Codable, Hashable, Sendable {
    public var members: Int
    public var needed: Int
    /// Said that they come.
    public var attending: Int
    /// Said that they do not.
    public var declining: Int
    public var unanswered: Int { members - attending - declining }

    public init(members: Int, needed: Int, attending: Int, declining: Int) {
        self.members = members
        self.needed = needed
        self.attending = attending
        self.declining = declining
    }

    public enum Outlook: String, Codable, Hashable, Sendable {
        /// Enough have confirmed.
        case reached
        /// Those who have not answered decide.
        case open
        /// Even if all the others came, it would not be enough.
        case impossible
    }

    public var outlook: Outlook {
        if members > 0, attending >= needed { return .reached }
        return members - declining >= needed && members > 0 ? .open : .impossible
    }
}
