import PaperWire

/// Who holds a certificate: a person, or an organisation with its seal.
extension Certificate {
    private typealias Attribute = DistinguishedName.Attribute

    /// Words with which the names of Vietnamese agencies and companies begin.
    private static let corporateWords: [String] = [
        "sở", "ủy ban", "uỷ ban", "ubnd", "hội đồng", "hđnd", "bộ", "ban", "cục", "chi cục", "tổng cục", "văn phòng", "thành ủy", "tỉnh ủy", "huyện ủy", "quận ủy", "đảng ủy", "đảng bộ",
        "trung tâm", "phòng", "viện", "trường", "bệnh viện", "công ty", "tổng công ty", "tập đoàn", "ngân hàng", "thanh tra", "tòa án", "viện kiểm sát", "công an", "kho bạc", "hội", "liên đoàn", "mặt trận", "chính phủ", "quốc hội", "đài", "báo", "quỹ", "doanh nghiệp", "hợp tác xã",
    ]

    var signer: SignatureVerdict.Signer {
        SignatureVerdict.Signer(
            name: subject.display, organisation: subject.first(Attribute.organisation), serial: serialText, issuer: issuer.display, kind: kind)
    }

    private var kind: SignatureVerdict.Signer.Kind {
        if let declared = declaredKind { return declared }
        if subject.first(Attribute.organisationIdentifier) != nil { return .seal }
        if subject.first(Attribute.surname) != nil || subject.first(Attribute.givenName) != nil || subject.first(Attribute.title) != nil { return .person }
        // National identifiers of persons and of enterprises (tax code) stand in UID, written KIND:NUMBER.
        if let number = subject.first(Attribute.userID)?.uppercased() {
            if number.hasPrefix("MST:") || number.hasPrefix("MNS:") { return .seal }
            if number.hasPrefix("CMND:") || number.hasPrefix("CCCD:") || number.hasPrefix("HC:") { return .person }
        }
        let name = subject.display.lowercased()
        if Self.corporateWords.contains(where: { name == $0 || name.hasPrefix($0 + " ") }) { return .seal }
        guard let common = subject.first(Attribute.commonName) else { return subject.first(Attribute.organisation) == nil ? .unknown : .seal }
        return common == subject.first(Attribute.organisation) || common == subject.first(Attribute.unit) ? .seal : .person
    }

    /// The qualified-certificate statement of its type (ETSI EN 319 412-5 §4.2.3).
    private var declaredKind: SignatureVerdict.Signer.Kind? {
        guard let value = extensions[ExtensionKind.qualifiedStatements]?.value, let statements = try? ASN1Node(value).sequence() else { return nil }
        for statement in statements {
            guard let fields = try? statement.sequence(), fields.count == 2, (try? fields[0].oid()) == "0.4.0.1862.1.6", let types = try? fields[1].sequence() else { continue }
            for type in types {
                switch try? type.oid() {
                case "0.4.0.1862.1.6.1": return .person
                case "0.4.0.1862.1.6.2": return .seal
                default: continue
                }
            }
        }
        return nil
    }
}
