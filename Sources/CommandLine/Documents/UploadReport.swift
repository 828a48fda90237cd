import Rules
import Wire

/// What became of one file.
struct UploadReport: Sendable {
    var file: String
    var measure: LocalFile.Measure?
    var isNew = false
    var document: Document?
    var failure: Failure?

    init(file: String) { self.file = file }

    var outcome: Outcome {
        if let failure { return failure.outcome }
        return document?.state == .unreadable || document?.state == .refused ? .failed : .done
    }

    var lines: [TerminalText] {
        var lines: [TerminalText] = []
        if let failure { lines.append("\("✕", .red) \(file): \(failure.sentence)") }
        if let document, failure == nil {
            let what = isNew ? Tongue.pick(vi: "đã gửi", en: "sent") : Tongue.pick(vi: "đã có sẵn", en: "already there")
            let mark: TerminalText = outcome == .done ? "\("✓", .green)" : "\("✕", .red)"
            lines.append("\(mark) \(file): \(what) · \(document.id) · \(document.stateWord)")
        }
        if let measure { lines.append("  SHA-256 \(measure.sha256) · \(ByteCount(measure.bytes))") }
        return lines
    }

    func json() throws(Failure) -> JSON {
        var members: [String: JSON] = ["file": .string(file)]
        if let measure {
            members["sha256"] = .string(measure.sha256)
            members["bytes"] = .integer(measure.bytes)
        }
        if let failure {
            members["outcome"] = .string(failure.outcome == .refused ? "refused" : "failed")
            members["problem"] = try JSON(of: failure.problem)
        } else if let document {
            members["outcome"] = .string(isNew ? "sent" : "alreadyThere")
            members["document"] = try JSON(of: document)
        }
        return .object(members)
    }
}
