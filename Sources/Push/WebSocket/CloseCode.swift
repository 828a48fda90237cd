/// Why a socket goes. 40xx: come back with your cursor; 45xx: stay away (contract §4; RFC 6455 §7.4).
public struct CloseCode: RawRepresentable, Hashable, Sendable {
    public var rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let normal = CloseCode(rawValue: 1000)
    /// The server is shutting down.
    public static let goingAway = CloseCode(rawValue: 1001)
    public static let protocolError = CloseCode(rawValue: 1002)
    public static let notUTF8 = CloseCode(rawValue: 1007)
    /// Ten bad frames in a minute.
    public static let policyViolation = CloseCode(rawValue: 1008)
    /// More than 64 KiB in one message.
    public static let tooLarge = CloseCode(rawValue: 1009)
    /// Come back with your cursor.
    public static let resume = CloseCode(rawValue: 4001)
    /// The session has ended: sign in first.
    public static let sessionEnded = CloseCode(rawValue: 4501)
    /// Not allowed, and asking again will not help.
    public static let notAllowed = CloseCode(rawValue: 4503)

    public enum Policy: Sendable { case comeBack, stayAway }

    /// What a client does about it. Only 45xx and a broken rule of policy keep it away.
    public var policy: Policy {
        switch rawValue {
        case 4500...4599, 1008: .stayAway
        default: .comeBack
        }
    }

    /// Whether a peer may send the code in a close frame (RFC 6455 §7.4, IANA registry).
    public var maySend: Bool {
        switch rawValue {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }
}
