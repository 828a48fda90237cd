/// What was found changed behind a signed revision, precisely enough to tell a reader.
enum ChangeDetail: Equatable {
    case pageContent(Int)
    /// Several, rising.
    case pageContents([Int])
    case pageTree
    case documentStructure(String)
    case fieldAdded(String)
    case fieldRemoved(String)
    case fieldChanged(String)
    case fieldLocked(String)
    case signatureReplaced(String)
    case annotation(Int)
    /// One that the signer saw was altered or taken away.
    case annotationAltered(Int)
    case formFilled(String)
    case signatureAdded(String)
    case unreachableBytes
    case damagedUpdate
    case other

    var code: String {
        switch self {
        case .pageContent, .pageContents, .pageTree: "page"
        case .documentStructure: "structure"
        case .fieldAdded, .fieldRemoved, .fieldChanged: "field"
        case .fieldLocked: "field-locked"
        case .signatureReplaced: "signature-replaced"
        case .annotation: "annotation"
        case .annotationAltered: "annotation-altered"
        case .formFilled: "form-filled"
        case .signatureAdded: "signature-added"
        case .unreachableBytes: "unreachable-bytes"
        case .damagedUpdate: "damaged-update"
        case .other: "other"
        }
    }

    var vi: String {
        switch self {
        case .pageContent(let page): "nội dung trang \(page) khác với bản đã ký"
        case .pageContents(let pages): "nội dung các trang \(Self.listed(pages)) khác với bản đã ký"
        case .pageTree: "số trang hoặc thứ tự trang khác với bản đã ký"
        case .documentStructure(let key): "cấu trúc tài liệu (\(key)) khác với bản đã ký"
        case .fieldAdded(let name): "thêm trường biểu mẫu «\(name)»"
        case .fieldRemoved(let name): "xóa trường «\(name)»"
        case .fieldChanged(let name): "thuộc tính của trường «\(name)» bị sửa"
        case .fieldLocked(let name): "trường «\(name)» đã khóa bị sửa"
        case .signatureReplaced(let name): "chữ ký ở trường «\(name)» bị thay thế"
        case .annotation(let page): "thêm hoặc sửa ghi chú ở trang \(page)"
        case .annotationAltered(let page): "dấu hoặc ghi chú đã có khi ký ở trang \(page) bị sửa hoặc xóa"
        case .formFilled(let name): "điền trường «\(name)»"
        case .signatureAdded(let name): "thêm chữ ký ở trường «\(name)»"
        case .unreachableBytes: "cuối tệp có dữ liệu ẩn mà phần mềm khác nhau có thể hiển thị khác nhau"
        case .damagedUpdate: "phần thêm vào cuối tệp bị hỏng, phần mềm khác nhau có thể hiển thị khác nhau"
        case .other: "một phần không thuộc loại thay đổi được phép"
        }
    }

    var en: String {
        switch self {
        case .pageContent(let page): "the content of page \(page) differs from what was signed"
        case .pageContents(let pages): "the content of pages \(Self.listed(pages)) differs from what was signed"
        case .pageTree: "pages were added, removed or reordered"
        case .documentStructure(let key): "the document's structure (\(key)) differs from what was signed"
        case .fieldAdded(let name): "the form field “\(name)” was added"
        case .fieldRemoved(let name): "the field “\(name)” was removed"
        case .fieldChanged(let name): "properties of the field “\(name)” were altered"
        case .fieldLocked(let name): "the locked field “\(name)” was altered"
        case .signatureReplaced(let name): "the signature in the field “\(name)” was replaced"
        case .annotation(let page): "an annotation on page \(page) was added or altered"
        case .annotationAltered(let page): "a stamp or note on page \(page) that the signer had before him was altered or removed"
        case .formFilled(let name): "the field “\(name)” was filled in"
        case .signatureAdded(let name): "a signature was added in the field “\(name)”"
        case .unreachableBytes: "the end of the file hides data that programs may show differently"
        case .damagedUpdate: "what was appended is damaged and programs may show it differently"
        case .other: "something that is none of the permitted changes"
        }
    }

    /// A mark of the signed revision, altered or taken away.
    var isAlteredMark: Bool { if case .annotationAltered = self { true } else { false } }

    private static let maxListed = 20

    private static func listed(_ pages: [Int]) -> String {
        pages.prefix(maxListed).map(String.init).joined(separator: ", ") + (pages.count > maxListed ? "…" : "")
    }
}
