/// The languages of the house.
public enum Language: String, Codable, Hashable, Sendable, CaseIterable {
    case vietnamese = "vi"
    case english = "en"
}

extension BilingualText {
    /// The text in one of its languages.
    public subscript(language: Language) -> String {
        switch language {
        case .vietnamese: vi
        case .english: en
        }
    }
}
