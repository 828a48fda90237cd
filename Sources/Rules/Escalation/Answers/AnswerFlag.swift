/// Why an answer goes to a second pair of eyes, with what the reader should see.
public struct AnswerFlag: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// (a) almost the answer the unit gave about another place.
        case boilerplate
        /// (b) nothing of the report's place, object or number.
        case unspecific
        /// (c) promises only, and yet "resolved".
        case promiseOnly
        /// (d) the "after" photo was seen before.
        case reusedPhoto
        /// (e) the "after" photo was taken before the report came in …
        case photoTooOld
        /// … or somewhere else.
        case photoElsewhere
        /// (f) answered at once.
        case hasty
    }

    public var kind: Kind
    /// The earlier report it is like.
    public var report: ReportID?
    /// Likeness in percent, metres, or minutes after assignment.
    public var figure: Int?

    public init(_ kind: Kind, report: ReportID? = nil, figure: Int? = nil) {
        self.kind = kind
        self.report = report
        self.figure = figure
    }

    public var sentence: BilingualText {
        switch kind {
        case .boilerplate:
            BilingualText(
                vi: "Giống \(figure ?? 0) % câu trả lời đơn vị đã gửi cho một địa điểm khác.", en: "\(figure ?? 0) % like an answer the unit gave about another place.")
        case .unspecific: BilingualText(vi: "Không nhắc đến địa điểm, đối tượng hay con số nào của phản ánh.", en: "Names no place, object or number of the report.")
        case .promiseOnly: BilingualText(vi: "Chỉ hứa hẹn nhưng ghi là đã xử lý xong.", en: "Promises only, yet marked as resolved.")
        case .reusedPhoto: BilingualText(vi: "Ảnh sau xử lý trùng với ảnh đã có.", en: "The photo of the result was seen before.")
        case .photoTooOld: BilingualText(vi: "Ảnh sau xử lý chụp trước khi phản ánh được gửi.", en: "The photo of the result was taken before the report came in.")
        case .photoElsewhere:
            BilingualText(vi: "Ảnh sau xử lý chụp cách nơi phản ánh \(figure ?? 0) m.", en: "The photo of the result was taken \(figure ?? 0) m from the place.")
        case .hasty: BilingualText(vi: "Trả lời chỉ \(figure ?? 0) phút sau khi được giao.", en: "Answered \(figure ?? 0) minutes after assignment.")
        }
    }
}
