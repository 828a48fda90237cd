/// Why a reporter is content or not: a code that can be counted, with its words in both languages. Data of the policy; the reporter chooses any number.
public struct RatingReason: Codable, Hashable, Sendable {
    public var code: RatingReasonID
    public var name: BilingualText

    public init(code: RatingReasonID, name: BilingualText) {
        self.code = code
        self.name = name
    }
}
