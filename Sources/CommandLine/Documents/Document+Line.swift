import Rules
import Wire

extension Document {
    /// The document in one line for people.
    var line: TerminalText {
        var text: TerminalText = "\(title ?? fileName ?? id.text)  \(id, .dim)  v\(version) · \(stateWord)"
        if let pages { text = Tongue.pick(vi: "\(text) · \(pages) trang", en: "\(text) · \(pages) pages") }
        return text
    }

    var stateWord: TerminalText {
        switch state {
        case .processing: Tongue.pick(vi: "\("đang xử lý", .yellow)", en: "\("processing", .yellow)")
        case .ready: Tongue.pick(vi: "\("sẵn sàng", .green)", en: "\("ready", .green)")
        case .unreadable: Tongue.pick(vi: "\("không đọc được", .red)", en: "\("unreadable", .red)")
        case .refused: Tongue.pick(vi: "\("bị từ chối", .red)", en: "\("refused", .red)")
        }
    }
}
