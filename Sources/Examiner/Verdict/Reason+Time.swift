import PaperWire

/// Reasons about time-stamps.
extension SignatureVerdict.Reason {
    static let claimedTimeOnly = Self(
        code: "time.claimed-only",
        vi: "Thời gian ký do máy của người ký tự ghi, không có dấu thời gian chứng thực.",
        en: "The signing time was written by the signer's own computer; no time-stamp certifies it.")

    static func stampUnusable(_ problem: StampProblem) -> Self {
        Self(
            code: "time.stamp-\(problem.code)",
            vi: "Dấu thời gian không dùng được: \(problem.vi). Thời gian ký chỉ là lời khai của người ký.",
            en: "The time-stamp cannot be used: \(problem.en). The signing time is only what the signer claims.")
    }

    static func documentStampBroken(_ field: String, _ problem: StampProblem) -> Self {
        Self(
            code: "time.document-stamp-\(problem.code)",
            vi: "Dấu thời gian tài liệu «\(field)» không còn khớp với tệp: \(problem.vi). Tệp đã bị thay đổi hoặc hỏng sau khi được niêm phong thời gian. Chưa sử dụng; đề nghị nơi gửi hoặc nơi lưu trữ cung cấp lại bản gốc.",
            en: "The document time-stamp “\(field)” no longer fits the file: \(problem.en). The file was changed or damaged after it was sealed. Do not use it yet; ask the sender or the archive for the original.")
    }

    static func documentStampUnusable(_ field: String, _ problem: StampProblem) -> Self {
        Self(
            code: "time.document-stamp-\(problem.code)",
            vi: "Dấu thời gian tài liệu «\(field)» không dùng được: \(problem.vi). Nó không chứng minh được gì về thời gian; chữ ký được xét như không có nó.",
            en: "The document time-stamp “\(field)” cannot be used: \(problem.en). It proves nothing about the time; the signature is judged as if it were not there.")
    }
}
