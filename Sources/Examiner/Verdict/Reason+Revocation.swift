import PaperWire

/// Reasons about revocation.
extension SignatureVerdict.Reason {
    static func revoked(_ day: String) -> Self {
        Self(
            code: "revocation.revoked",
            vi: "Chứng thư của người ký bị thu hồi ngày \(day) và không có dấu thời gian chứng minh chữ ký được tạo trước đó. Không sử dụng cho đến khi xác minh với người ký.",
            en: "The signer's certificate was revoked on \(day) and no time-stamp proves that the signature was made before. Do not use it until the signer has been asked.")
    }

    static func revokedBeforeSigning(_ day: String) -> Self {
        Self(
            code: "revocation.revoked-before-signing",
            vi: "Chữ ký được tạo sau khi chứng thư bị thu hồi (ngày \(day)). Không sử dụng văn bản này.",
            en: "The signature was made after the certificate had been revoked (on \(day)). Do not use this document.")
    }

    static func revokedLater(_ day: String) -> Self {
        Self(
            code: "revocation.revoked-later",
            vi: "Chứng thư bị thu hồi ngày \(day), sau khi ký; dấu thời gian chứng minh chữ ký có trước nên vẫn có giá trị.",
            en: "The certificate was revoked on \(day), after the signature was made; the time-stamp proves it, so the signature stands.")
    }

    static func authorityRevoked(_ name: String, _ day: String) -> Self {
        Self(
            code: "revocation.authority-revoked",
            vi: "Chứng thư của tổ chức chứng thực «\(name)» bị thu hồi ngày \(day). Không sử dụng cho đến khi xác minh với tổ chức chứng thực.",
            en: "The certificate of the authority “\(name)” was revoked on \(day). Do not use it until the authority has been asked.")
    }

    static func onHold(_ day: String) -> Self {
        Self(
            code: "revocation.on-hold",
            vi: "Chứng thư đang bị tạm dừng từ ngày \(day). Kiểm tra lại sau hoặc hỏi tổ chức cấp chứng thư.",
            en: "The certificate has been suspended since \(day). Verify again later or ask the issuing authority.")
    }

    static func unknown(_ names: String) -> Self {
        Self(
            code: "revocation.unknown",
            vi: "Chưa có dữ liệu để biết chứng thư có bị thu hồi hay không: \(names). Nếu việc quan trọng, đề nghị quản trị viên nạp danh sách thu hồi (CRL) rồi kiểm tra lại.",
            en: "No data tells whether the certificate has been revoked: \(names). For important matters have the administrator load the revocation list (CRL) and verify again.")
    }
}
