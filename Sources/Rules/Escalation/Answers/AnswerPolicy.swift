/// What an answer must have and when it looks hollow; data with defaults from the domain page.
public struct AnswerPolicy: Codable, Hashable, Sendable {
    public var minimumSyllables: Int
    /// Similarity from which an answer is boilerplate, in percent.
    public var boilerplatePercent: Int
    public var boilerplateDays: Int
    /// An answer sooner than this after assignment is looked at twice.
    public var hastyMinutes: Int
    /// Endings of numbers that are public law and need not be attached, such as `NĐ-CP`.
    public var citableWithoutAttachment: [String]

    public init(
        minimumSyllables: Int = 20, boilerplatePercent: Int = 85, boilerplateDays: Int = 90, hastyMinutes: Int = 5, citableWithoutAttachment: [String] = []
    ) {
        self.minimumSyllables = minimumSyllables
        self.boilerplatePercent = boilerplatePercent
        self.boilerplateDays = boilerplateDays
        self.hastyMinutes = hastyMinutes
        self.citableWithoutAttachment = citableWithoutAttachment
    }
}
