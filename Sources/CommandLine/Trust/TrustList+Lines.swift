import Wire

extension TrustListBody {
    var versionLine: TerminalText { Tongue.pick(vi: "phiên bản \(version)", en: "version \(version)") }

    var lines: [TerminalText] {
        let none: TerminalText = Tongue.pick(vi: "\("Chưa có chứng thư tin cậy nào: chưa chữ ký nào kết luận được.", .yellow)", en: "\("Nothing is trusted: no signature can be concluded.", .yellow)")
        let lists: [TerminalText] = revocationLists.map { Tongue.pick(vi: "\($0) · danh sách thu hồi", en: "\($0) · revocation list") }
        return [versionLine] + (anchors.isEmpty ? [none] : anchors.flatMap(\.lines)) + lists
    }
}

extension TrustListBody.Anchor {
    var lines: [TerminalText] {
        var head: TerminalText = "\(name, .bold)"
        switch source {
        case .folder: head = Tongue.pick(vi: "\(head) · thư mục", en: "\(head) · folder")
        case .stored:
            let time = addedAt.map { Instant($0).description } ?? ""
            head = Tongue.pick(vi: "\(head) · đã nạp, \(addedBy ?? "người vận hành"), \(time)", en: "\(head) · uploaded, \(addedBy ?? "the operator"), \(time)")
        }
        guard !certificates.isEmpty else {
            return [head, Tongue.pick(vi: "  \("✕ không có chứng thư đọc được", .red)", en: "  \("✕ no readable certificate", .red)")]
        }
        return [head]
            + certificates.flatMap { one -> [TerminalText] in
                ["  \(one.subject)", Tongue.pick(vi: "    hiệu lực \(Instant(one.validFrom)) – \(Instant(one.validUntil))", en: "    valid \(Instant(one.validFrom)) – \(Instant(one.validUntil))"),
                    "    \("SHA-256 " + one.sha256, .dim)"]
            }
    }
}
