extension CitizenMessage {
    /// The sentence the citizen reads. `name` gives the name of a unit in the language.
    public func sentence(in language: Language, name: (UnitID) -> BilingualText) -> String {
        let words = CitizenWords(
            unit: unit.map { name($0)[language] } ?? "", other: other.map { name($0)[language] } ?? "", at: at.map { $0.text(.full, in: language) }, text: text)
        return language == .vietnamese ? words.vietnamese(code) : words.english(code)
    }
}
