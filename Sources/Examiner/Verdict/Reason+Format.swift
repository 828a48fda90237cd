import PaperWire

/// Reasons about the form of a signature.
extension SignatureVerdict.Reason {
    static func byteRange(_ detail: ByteRangeFault) -> Self {
        Self(
            code: "format.byte-range",
            vi: "Phạm vi byte được ký (ByteRange) không hợp lệ: \(detail.vi). Chữ ký không bảo vệ nội dung đang hiển thị. Không sử dụng văn bản này; đề nghị nơi gửi cung cấp lại bản gốc.",
            en: "The signed byte range is not valid: \(detail.en). The signature does not protect what is shown. Do not use this document; ask the sender for the original.")
    }

    static let noContents = Self(
        code: "format.contents",
        vi: "Trường chữ ký không chứa dữ liệu chữ ký đọc được. Đề nghị nơi gửi ký lại và gửi lại văn bản.",
        en: "The signature field holds no readable signature. Ask the sender to sign again and resend.")

    static let malformedCMS = Self(
        code: "format.cms",
        vi: "Dữ liệu chữ ký bị hỏng hoặc không đúng chuẩn CMS. Đề nghị nơi gửi ký lại và gửi lại văn bản.",
        en: "The signature data is damaged or not valid CMS. Ask the sender to sign again and resend.")

    static let trailingBytes = Self(
        code: "format.trailing-bytes",
        vi: "Sau dữ liệu chữ ký có những byte lạ không thuộc chữ ký. Không sử dụng văn bản này; đề nghị nơi gửi cung cấp lại bản gốc.",
        en: "Foreign bytes follow the signature data. Do not use this document; ask the sender for the original.")

    static func signerCount(_ count: Int) -> Self {
        Self(
            code: "format.signer-count",
            vi: "Một trường chữ ký phải có đúng một người ký, ở đây có \(count). Đề nghị nơi gửi ký lại.",
            en: "A signature field must have exactly one signer, this one has \(count). Ask the sender to sign again.")
    }

    static let embeddedContent = Self(
        code: "format.embedded-content",
        vi: "Chữ ký mang theo nội dung riêng thay vì ký trên chính văn bản. Không sử dụng văn bản này; đề nghị nơi gửi ký lại.",
        en: "The signature carries content of its own instead of signing this document. Do not use this document; ask the sender to sign again.")

    static func subFilter(_ name: String?) -> Self {
        Self(
            code: "format.sub-filter",
            vi: "Định dạng chữ ký «\(name ?? "không ghi")» không được hỗ trợ nên không kiểm tra được. Đề nghị nơi gửi ký lại theo PAdES (ETSI.CAdES.detached).",
            en: "The signature format “\(name ?? "none given")” is not supported and could not be checked. Ask the sender to sign as PAdES (ETSI.CAdES.detached).")
    }

    static let duplicateKeys = Self(
        code: "format.duplicate-keys",
        vi: "Trường chữ ký ghi hai lần cùng một mục nên mỗi phần mềm có thể hiểu khác nhau. Không sử dụng văn bản này; đề nghị nơi gửi cung cấp lại bản gốc.",
        en: "The signature dictionary gives an entry twice, so that programs may read it differently. Do not use this document; ask the sender for the original.")

    static let notInRevision = Self(
        code: "format.not-in-revision",
        vi: "Chữ ký không thuộc phiên bản văn bản mà nó tự nhận là đã ký. Không sử dụng văn bản này; đề nghị nơi gửi cung cấp lại bản gốc.",
        en: "The signature does not belong to the revision it claims to sign. Do not use this document; ask the sender for the original.")

    static let stray = Self(
        code: "format.not-in-a-field",
        vi: "Tệp có một chữ ký nhưng không gắn với trường chữ ký nào: tệp bị hỏng hoặc bị sửa để giấu chữ ký. Không sử dụng văn bản này; đề nghị nơi gửi cung cấp lại bản gốc.",
        en: "The file holds a signature that belongs to no field: it is damaged, or was altered to hide the signature. Do not use this document; ask the sender for the original.")

    static let notRevisionEnd = Self(
        code: "format.not-revision-end",
        vi: "Phần được ký không kết thúc ở cuối một phiên bản của tệp. Không sử dụng văn bản này; đề nghị nơi gửi cung cấp lại bản gốc.",
        en: "What is signed does not end where a revision of the file ends. Do not use this document; ask the sender for the original.")

    static let repaired = Self(
        code: "format.damaged-file",
        vi: "Cấu trúc tệp PDF bị hỏng, các phần mềm có thể hiển thị khác nhau nên không thể kết luận. Đề nghị nơi gửi cung cấp tệp gốc.",
        en: "The PDF's structure is damaged and programs may show different things, so nothing can be concluded. Ask the sender for the original file.")

    static let noAttributes = Self(
        code: "format.no-signed-attributes",
        vi: "Chữ ký thiếu các thuộc tính được ký mà chuẩn PAdES/CAdES bắt buộc. Đề nghị nơi gửi ký lại.",
        en: "The signature lacks the signed attributes PAdES and CAdES demand. Ask the sender to sign again.")

    static let contentTypeAttribute = Self(
        code: "format.content-type",
        vi: "Thuộc tính loại nội dung của chữ ký thiếu hoặc sai. Đề nghị nơi gửi ký lại.",
        en: "The signature's content-type attribute is missing or wrong. Ask the sender to sign again.")

    static let locked = Self(
        code: "format.locked",
        vi: "Tệp mở bằng mật khẩu nên không so sánh được những gì thêm vào sau chữ ký này. Đề nghị nơi gửi cung cấp bản không đặt mật khẩu.",
        en: "The file opens with a password, so what was added after this signature cannot be compared. Ask the sender for a copy without a password.")

    static func notExamined(_ detail: String) -> Self {
        Self(
            code: "examination.incomplete",
            vi: "Không thể kiểm tra trọn vẹn chữ ký này. Đề nghị nơi gửi cung cấp lại văn bản gốc hoặc báo quản trị hệ thống (\(detail)).",
            en: "This signature could not be examined completely. Ask the sender for the original or tell the administrator (\(detail)).")
    }
}
