/// What stands around the text of the minutes: head, title and signatures, after Mẫu 1.9 of Decree 30/2020/NĐ-CP.
public struct MinutesFrame: Codable, Hashable, Sendable {
    public struct Line: Codable, Hashable, Sendable {
        public var text: String
        public var element: MinutesElement

        public init(_ text: String, _ element: MinutesElement) {
            self.text = text
            self.element = element
        }
    }

    /// Issuing body and number.
    public var headLeft: [Line]
    /// Quốc hiệu and tiêu ngữ.
    public var headRight: [Line]
    public var title: [Line]
    /// The clerk, below left; the last line is the name.
    public var signatureLeft: [Line]
    /// The presiding person, below right; the last line is the name.
    public var signatureRight: [Line]
    public var recipients: [Line]
}

extension MinutesRecord {
    /// Head, title and signatures of this paper in a layout. Capitals are already applied.
    public func frame(in layout: MinutesLayout) -> MinutesFrame {
        func lines(_ parts: [(String, MinutesElement)]) -> [MinutesFrame.Line] {
            parts.filter { !$0.0.isEmpty }.map { text, element in .init(layout[element]?.capitals == true ? text.uppercased() : text, element) }
        }
        return MinutesFrame(
            headLeft: lines([(superior ?? "", .superior), (body, .issuer), ("Số: \(number ?? "……/\(symbol)")", .number)]),
            headRight: lines([(layout.nation, .nation), (layout.motto, .motto)]),
            title: lines([("Biên bản", .kind), (title, .subject)]),
            signatureLeft: lines([("Thư ký", .signatureRole), (clerk?.name ?? "", .signatureName)]),
            signatureRight: lines([("Chủ tọa", .signatureRole), (presiding?.name ?? "", .signatureName)]),
            recipients: lines([("Nơi nhận:", .recipientsTitle), ("- Các thành viên dự họp;", .recipients), ("- Lưu: VT, hồ sơ.", .recipients)]))
    }
}
