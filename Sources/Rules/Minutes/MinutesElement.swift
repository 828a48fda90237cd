/// The elements around the text of a paper (Decree 30/2020/NĐ-CP, Annex I): each has one style in the layout.
public enum MinutesElement: String, Codable, Hashable, Sendable, CaseIterable {
    /// Quốc hiệu
    case nation
    /// Tiêu ngữ
    case motto
    /// Tên cơ quan chủ quản
    case superior
    /// Tên cơ quan ban hành
    case issuer
    /// Số, ký hiệu
    case number
    /// Địa danh và thời gian
    case placeAndDate
    /// Tên loại
    case kind
    /// Trích yếu
    case subject
    /// Heading of a section of the text
    case section
    /// Quyền hạn, chức vụ của người ký
    case signatureRole
    /// Họ tên của người ký
    case signatureName
    /// "Nơi nhận:"
    case recipientsTitle
    case recipients
}
