/// An opaque id of one kind of thing: `[A-Za-z0-9_-]{1,64}`. A bare string never crosses a function boundary.
public struct Identifier<Of>: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Nil for anything an id may not be.
    public init?(_ text: some StringProtocol) {
        guard Self.isWellFormed(text) else { return nil }
        self.text = String(text)
    }

    /// For ids that come from our own tables and generators.
    public init(trusted text: String) {
        precondition(Self.isWellFormed(text), "an id is 1 to 64 of A-Z a-z 0-9 _ -")
        self.text = text
    }

    public var description: String { text }
    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }

    static func isWellFormed(_ text: some StringProtocol) -> Bool {
        let bytes = text.utf8
        guard (1...64).contains(bytes.count) else { return false }
        return bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = Self(text) else { throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id") }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

public enum OfUser {}
public enum OfBody {}
public enum OfUnit {}
public enum OfMeeting {}
public enum OfAgendaItem {}
public enum OfDocument {}
public enum OfPoll {}
public enum OfFloorRequest {}
public enum OfProposal {}

public typealias UserID = Identifier<OfUser>
public typealias BodyID = Identifier<OfBody>
public typealias UnitID = Identifier<OfUnit>
public typealias MeetingID = Identifier<OfMeeting>
public typealias AgendaItemID = Identifier<OfAgendaItem>
public typealias DocumentID = Identifier<OfDocument>
public typealias PollID = Identifier<OfPoll>
public typealias ProposalID = Identifier<OfProposal>
public typealias FloorRequestID = Identifier<OfFloorRequest>
