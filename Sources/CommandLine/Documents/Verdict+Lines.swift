import PaperWire
import Rules

extension Verdict {
    /// The verdict for people: the word first, then each signature.
    func lines(file: String) -> [TerminalText] {
        ["\(Self.word(indication, isSigned: !signatures.isEmpty)) · \(file, .bold)"] + signatures.enumerated().flatMap { $1.lines(number: $0 + 1) }
            + (documentTimeStamps ?? []).flatMap(\.lines)
    }

    /// The words of the screens. No signature is neutral, not a warning; to the exit code it is still "not valid".
    fileprivate static func word(_ indication: Indication, isSigned: Bool = true) -> TerminalText {
        guard isSigned else { return Tongue.pick(vi: "\("○ Không có chữ ký số", .dim)", en: "\("○ No signature", .dim)") }
        return switch indication {
        case .passed: Tongue.pick(vi: "\("✓ Hợp lệ", .green)", en: "\("✓ Valid", .green)")
        case .indeterminate: Tongue.pick(vi: "\("? Chưa xác định được", .yellow)", en: "\("? Undetermined", .yellow)")
        case .failed: Tongue.pick(vi: "\("✕ Không hợp lệ", .red)", en: "\("✕ Not valid", .red)")
        }
    }
}

extension StampVerdict {
    fileprivate var lines: [TerminalText] {
        let clock = time.map { Instant($0).description } ?? "?"
        let head: TerminalText = Tongue.pick(vi: "  Dấu thời gian tài liệu \(field) · \(Verdict.word(indication))", en: "  Document time-stamp \(field) · \(Verdict.word(indication))")
        return [head, "     \(clock) · \(issuer ?? "?")"] + reasons.map { "     → \(Tongue.current == .english ? $0.en : $0.vi)" }
    }
}

extension SignatureVerdict {
    fileprivate func lines(number: Int) -> [TerminalText] {
        var head: TerminalText = "  \(number). \(Verdict.word(indication))"
        if let signer {
            head = "\(head) · \(signer.name)"
            if let organisation = signer.organisation { head = "\(head) · \(organisation)" }
            switch signer.kind {
            case .person: head = Tongue.pick(vi: "\(head) · cá nhân", en: "\(head) · person")
            case .seal: head = Tongue.pick(vi: "\(head) · con dấu cơ quan", en: "\(head) · seal")
            case .unknown: break
            }
        }
        var lines = [head]
        if let time { lines.append("     \(time)") }
        lines.append("     \(coverage)")
        let technical = [level, algorithm, subIndication].compactMap(\.self).joined(separator: " · ")
        if !technical.isEmpty { lines.append("     \(technical, .dim)") }
        for reason in reasons { lines.append("     → \(Tongue.current == .english ? reason.en : reason.vi)") }
        return lines
    }

    /// When, and how we know.
    private var time: TerminalText? {
        guard let signedAt else { return nil }
        let clock = Instant(signedAt)
        return timeSource == "timestamp"
            ? Tongue.pick(vi: "ký lúc \(clock) (dấu thời gian)", en: "signed \(clock) (time-stamp)")
            : Tongue.pick(vi: "ký lúc \(clock) (người ký tự khai)", en: "signed \(clock) (claimed by the signer)")
    }

    /// What the signature covers, and what came later.
    private var coverage: TerminalText {
        let whole: TerminalText =
            coversWholeDocument
            ? Tongue.pick(vi: "phủ toàn bộ", en: "covers the whole document")
            : Tongue.pick(vi: "phủ bản sửa \(revision)", en: "covers revision \(revision)")
        let later: TerminalText? =
            switch changesAfter {
            case .none: nil
            case .evidence: Tongue.pick(vi: "sau đó chỉ thêm chứng cứ", en: "later only evidence")
            case .signature: Tongue.pick(vi: "sau đó có chữ ký khác", en: "later another signature")
            case .formFill: Tongue.pick(vi: "sau đó có điền biểu mẫu", en: "later form fields were filled")
            case .annotation: Tongue.pick(vi: "sau đó có chú thích", en: "later annotations")
            case .page: Tongue.pick(vi: "\("sau đó nội dung trang bị thay đổi", .red)", en: "\("later a page was changed", .red)")
            case .forbidden: Tongue.pick(vi: "\("sau đó có thay đổi không được phép", .red)", en: "\("later a forbidden change", .red)")
            }
        return later.map { "\(whole) · \($0)" } ?? whole
    }
}
