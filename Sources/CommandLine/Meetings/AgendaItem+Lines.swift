import Rules
import Wire

extension AgendaItem {
    /// The item and its documents for people.
    var lines: [TerminalText] {
        var head: TerminalText = "\(number). \(title, .bold)  \(id, .dim)"
        if let ask { head = "\(head) · \(ask)" }
        return [head] + documents.map { "   \($0.line)" }
    }
}
