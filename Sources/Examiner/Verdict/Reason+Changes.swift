import PaperWire

/// Reasons about what happened to the file after a signature.
extension SignatureVerdict.Reason {
    static func changed(_ detail: ChangeDetail) -> Self {
        Self(
            code: "change.\(detail.code)",
            vi: "Văn bản bị thay đổi sau khi ký: \(detail.vi). Không sử dụng; đề nghị nơi gửi cung cấp bản đã ký nguyên vẹn.",
            en: "The document was changed after signing: \(detail.en). Do not use it; ask the sender for the unchanged signed copy.")
    }

    static func forbiddenChange(_ detail: ChangeDetail) -> Self {
        Self(
            code: "change.forbidden",
            vi: "Có thay đổi mà người ký đã cấm: \(detail.vi). Không sử dụng; đề nghị nơi gửi cung cấp bản đã ký nguyên vẹn.",
            en: "A change was made that the signer had forbidden: \(detail.en). Do not use it; ask the sender for the unchanged signed copy.")
    }

    static let signedLater = Self(
        code: "change.signed-later",
        vi: "Sau chữ ký này có thêm chữ ký khác; nội dung không đổi.",
        en: "Others signed after this signature; the content is unchanged.")

    static func formFilled(_ fields: [String]) -> Self {
        Self(
            code: "change.form-filled",
            vi: "Sau khi ký có điền trường biểu mẫu được phép: \(fields.joined(separator: ", ")). Xem lại giá trị các trường này.",
            en: "Form fields were filled in after signing, as permitted: \(fields.joined(separator: ", ")). Look at their values.")
    }

    static func annotated(_ pages: [Int]) -> Self {
        Self(
            code: "change.annotated",
            vi: "Sau khi ký có thêm dấu hoặc ghi chú (trang \(pages.map(String.init).joined(separator: ", "))), không che nội dung đã ký.",
            en: "Stamps or notes were added after signing (page \(pages.map(String.init).joined(separator: ", "))); they hide nothing that was signed.")
    }

    static func hidesContent(_ page: Int) -> Self {
        Self(
            code: "change.hides-content",
            vi: "Một dấu, ghi chú hoặc hình chữ ký thêm sau khi ký che mất nội dung đã ký ở trang \(page). Đối chiếu với bản đã ký trước khi sử dụng.",
            en: "A stamp, note or signature image added after signing hides signed content on page \(page). Compare with the signed version before using it.")
    }

    static let evidenceAdded = Self(
        code: "change.evidence-added",
        vi: "Sau khi ký có bổ sung bằng chứng xác thực lâu dài; nội dung không đổi.",
        en: "Long-term validation evidence was added after signing; the content is unchanged.")
}
