import Cabinet
import Foundation

/// A letter as bytes on the wire (RFC 5322, RFC 2045 §6.8, RFC 2047): everything is base 64, so that no line can begin with a dot.
enum SMTPMessage {
    /// Characters of base 64 in a line.
    private static let lineLength = 76
    /// An encoded word is at most 75 characters long (RFC 2047 §2): so many bytes of text fit into one.
    private static let wordBytes = 42

    static func text(_ letter: Letter, from: String, at date: Date = Date()) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 7 * 3600)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
        let body = Data(letter.text.replacing("\n", with: "\r\n").utf8).base64EncodedString()
        let lines = stride(from: 0, to: body.count, by: lineLength).map { String(body.dropFirst($0).prefix(lineLength)) }
        return [
            "From: eCabinet <\(from)>", "To: <\(letter.to)>", "Subject: \(encoded(letter.subject))", "Date: \(format.string(from: date))",
            "Message-ID: <\(UUID().uuidString)@ecabinet>", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated", "",
        ].joined(separator: "\r\n") + "\r\n" + lines.joined(separator: "\r\n")
    }

    /// Whole characters in each word.
    private static func encoded(_ text: String) -> String {
        var words: [String] = [""]
        for character in text {
            if (words[words.count - 1] + String(character)).utf8.count > wordBytes { words.append("") }
            words[words.count - 1].append(character)
        }
        return words.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}
