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
}
