/// What an upload is, told from its bytes and never from its name or declared type.
public enum FileKind: String, Sendable, Codable, CaseIterable {
    case pdf, png, jpeg, tiff
    case docx, xlsx, pptx, odt, ods, odp
    case doc, xls, ppt
    case unknown

    /// What can be done with it.
    public enum Family: Sendable { case pdf, image, office, unknown }

    public var family: Family {
        switch self {
        case .pdf: .pdf
        case .png, .jpeg, .tiff: .image
        case .docx, .xlsx, .pptx, .odt, .ods, .odp, .doc, .xls, .ppt: .office
        case .unknown: .unknown
        }
    }

    /// The registered media type, for `Content-Type`.
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .tiff: "image/tiff"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .odp: "application/vnd.oasis.opendocument.presentation"
        case .doc: "application/msword"
        case .xls: "application/vnd.ms-excel"
        case .ppt: "application/vnd.ms-powerpoint"
        case .unknown: "application/octet-stream"
        }
    }
}
