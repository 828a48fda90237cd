/// What fills the sentences to a citizen.
struct CitizenWords {
    let unit: String
    let other: String
    let at: String?
    let text: String?

    /// `, hạn 17:00, thứ Sáu 27/11/2026`; nothing without an instant.
    func due(_ words: String) -> String { at.map { "\(words) \($0)" } ?? "" }

    /// The public text behind the sentence, if there is one.
    var tail: String { text.map { " \($0)" } ?? "" }
}
