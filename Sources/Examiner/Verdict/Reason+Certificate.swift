import PaperWire

/// Reasons about the signer's certificate and its chain.
extension SignatureVerdict.Reason {
    static let noAnchors = Self(
        code: "trust.no-anchors",
        vi: "Hệ thống chưa có chứng thư gốc tin cậy nào nên chưa thể kết luận. Đề nghị quản trị viên nạp chứng thư gốc (Quản trị → Chứng thư tin cậy) rồi kiểm tra lại.",
        en: "No trusted root certificate is installed, so nothing can be concluded. Ask the administrator to add trust anchors (Administration → Trusted certificates) and verify again.")

    static func untrusted(_ issuer: String) -> Self {
        Self(
            code: "chain.untrusted-root",
            vi: "Chứng thư do «\(issuer)» cấp không dẫn về chứng thư gốc tin cậy. Chưa thể tin danh tính người ký; xác minh với nơi gửi, hoặc đề nghị quản trị viên thêm chứng thư gốc nếu đây là tổ chức hợp pháp.",
            en: "The certificate issued by “\(issuer)” does not lead to a trusted root. The signer's identity cannot be relied on yet; check with the sender, or have the administrator add the root if the authority is a lawful one.")
    }

    static func notAuthority(_ name: String) -> Self {
        Self(
            code: "chain.not-an-authority",
            vi: "Chứng thư «\(name)» không có quyền cấp chứng thư khác nhưng lại đứng trong chuỗi: có dấu hiệu giả mạo. Không tin chữ ký này; xác minh với nơi gửi.",
            en: "The certificate “\(name)” may not issue others and yet stands in the chain: a sign of forgery. Do not rely on this signature; check with the sender.")
    }

    static func chainConstraint(_ detail: String) -> Self {
        Self(
            code: "chain.constraint",
            vi: "Chuỗi chứng thư vi phạm ràng buộc của tổ chức chứng thực (\(detail)). Chưa thể tin chữ ký này; hỏi tổ chức cấp chứng thư.",
            en: "The certificate chain breaks a constraint set by the authorities (\(detail)). The signature cannot be relied on yet; ask the issuing authority.")
    }

    static let noSigningCertificate = Self(
        code: "certificate.not-found",
        vi: "Không tìm thấy chứng thư của người ký trong chữ ký. Chưa biết ai ký; đề nghị nơi gửi ký lại kèm chứng thư.",
        en: "The signer's certificate is not in the signature, so it is not known who signed. Ask the sender to sign again with the certificate included.")

    static let certificateMismatch = Self(
        code: "certificate.mismatch",
        vi: "Chứng thư kèm theo không phải chứng thư mà người ký đã dùng khi ký. Không tin danh tính người ký; xác minh với nơi gửi.",
        en: "The enclosed certificate is not the one the signer named when signing. Do not rely on the signer's identity; check with the sender.")

    static let certificateNotNamed = Self(
        code: "certificate.not-named",
        vi: "Chữ ký PAdES/CAdES thiếu thuộc tính chỉ rõ chứng thư người ký, chứng thư có thể bị thay thế. Đề nghị nơi gửi ký lại.",
        en: "The PAdES/CAdES signature lacks the attribute that names the signer's certificate, which could therefore be exchanged. Ask the sender to sign again.")

    static let keyUsage = Self(
        code: "certificate.key-usage",
        vi: "Chứng thư này không được cấp để ký văn bản. Đề nghị người ký dùng đúng chứng thư ký số.",
        en: "This certificate was not issued for signing documents. Ask the signer to use a signing certificate.")

    static func expired(_ day: String) -> Self {
        Self(
            code: "certificate.expired",
            vi: "Chứng thư hết hạn ngày \(day) và không có dấu thời gian tin cậy chứng minh chữ ký được tạo trước đó. Đề nghị nơi gửi ký lại hoặc bổ sung bằng chứng thời gian.",
            en: "The certificate expired on \(day) and no trusted time-stamp proves that the signature was made before. Ask the sender to sign again or to supply proof of time.")
    }

    static func authorityExpired(_ name: String, _ day: String) -> Self {
        Self(
            code: "chain.expired",
            vi: "Chứng thư của tổ chức chứng thực «\(name)» hết hạn ngày \(day), không có bằng chứng chữ ký được tạo trước đó. Đề nghị nơi gửi ký lại.",
            en: "The certificate of the authority “\(name)” expired on \(day) and nothing proves that the signature was made before. Ask the sender to sign again.")
    }

    static func notYetValid(_ day: String) -> Self {
        Self(
            code: "certificate.not-yet-valid",
            vi: "Chứng thư chỉ có hiệu lực từ ngày \(day). Kiểm tra đồng hồ hệ thống và hỏi lại người ký.",
            en: "The certificate is valid only from \(day). Check the system clock and ask the signer.")
    }

    static func signedBeforeIssue(_ day: String) -> Self {
        Self(
            code: "certificate.signed-before-issue",
            vi: "Dấu thời gian cho thấy chữ ký có trước ngày chứng thư có hiệu lực (\(day)). Không sử dụng văn bản này; hỏi lại người ký.",
            en: "The time-stamp shows that the signature is older than the certificate (valid from \(day)). Do not use this document; ask the signer.")
    }
}
