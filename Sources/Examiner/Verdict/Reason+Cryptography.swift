import PaperWire

/// Reasons about digests and signature values.
extension SignatureVerdict.Reason {
    static let digestMismatch = Self(
        code: "digest.mismatch",
        vi: "Nội dung đã bị thay đổi sau khi ký. Không sử dụng văn bản này; đề nghị nơi gửi cung cấp lại bản đã ký.",
        en: "The content was changed after it was signed. Do not use this document; ask the sender for the signed original.")

    static let digestMissing = Self(
        code: "digest.missing",
        vi: "Chữ ký không chứa giá trị băm của nội dung nên không gắn với văn bản. Không sử dụng văn bản này; đề nghị nơi gửi ký lại.",
        en: "The signature holds no digest of the content and is not bound to the document. Do not use this document; ask the sender to sign again.")

    static let signatureInvalid = Self(
        code: "signature.invalid",
        vi: "Giá trị chữ ký không khớp với chứng thư của người ký: chữ ký bị hỏng hoặc bị giả mạo. Không sử dụng văn bản này; hỏi lại người ký.",
        en: "The signature value does not fit the signer's certificate: it is damaged or forged. Do not use this document; ask the signer.")

    static func unsupportedAlgorithm(_ name: String) -> Self {
        Self(
            code: "algorithm.unsupported",
            vi: "Thuật toán \(name) không được hỗ trợ nên chữ ký không kiểm tra được. Đề nghị ký lại bằng RSA hoặc ECDSA với SHA-256.",
            en: "The algorithm \(name) is not supported, the signature could not be checked. Ask for a signature with RSA or ECDSA and SHA-256.")
    }

    static func weakAlgorithm(_ name: String) -> Self {
        Self(
            code: "algorithm.weak",
            vi: "Chữ ký dùng thuật toán \(name) không còn an toàn, có thể bị giả mạo. Đề nghị ký lại bằng RSA từ 2048 bit hoặc ECDSA với SHA-256 trở lên.",
            en: "The signature uses \(name), which is no longer safe against forgery. Ask for a signature with RSA of at least 2048 bits or ECDSA, and SHA-256 or better.")
    }

    static func weakChain(_ name: String) -> Self {
        Self(
            code: "algorithm.weak-chain",
            vi: "Một chứng thư trong chuỗi chứng thực dùng thuật toán \(name) không còn an toàn. Đề nghị người ký dùng chứng thư mới.",
            en: "A certificate in the chain uses \(name), which is no longer safe. Ask the signer to use a new certificate.")
    }
}
