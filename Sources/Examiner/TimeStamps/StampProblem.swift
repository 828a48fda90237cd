import PaperWire

/// Why a time-stamp proves nothing.
enum StampProblem: Error {
    case malformed, imprint, signature, untrusted, usage, outOfBounds, revoked, weak, future, unknownRevocation

    var code: String {
        switch self {
        case .malformed: "malformed"
        case .imprint: "imprint"
        case .signature: "signature"
        case .untrusted: "untrusted"
        case .usage: "usage"
        case .outOfBounds: "out-of-bounds"
        case .revoked: "revoked"
        case .weak: "weak"
        case .future: "future"
        case .unknownRevocation: "revocation-unknown"
        }
    }

    var vi: String {
        switch self {
        case .malformed: "dữ liệu bị hỏng"
        case .imprint: "nó được cấp cho nội dung khác"
        case .signature: "chữ ký của nơi cấp không hợp lệ"
        case .untrusted: "nơi cấp không thuộc danh sách tin cậy"
        case .usage: "chứng thư nơi cấp không được phép cấp dấu thời gian"
        case .outOfBounds: "chứng thư nơi cấp đã hết hạn"
        case .revoked: "chứng thư nơi cấp đã bị thu hồi"
        case .weak: "nó dùng thuật toán không còn an toàn"
        case .future: "nó ghi thời điểm trong tương lai"
        case .unknownRevocation: "chưa biết chứng thư nơi cấp có bị thu hồi hay không"
        }
    }

    var en: String {
        switch self {
        case .malformed: "its data is damaged"
        case .imprint: "it was issued for something else"
        case .signature: "its issuer's signature is not valid"
        case .untrusted: "its issuer is not trusted"
        case .usage: "its issuer's certificate may not issue time-stamps"
        case .outOfBounds: "its issuer's certificate has expired"
        case .revoked: "its issuer's certificate was revoked"
        case .weak: "it uses an algorithm that is no longer safe"
        case .future: "it names a time in the future"
        case .unknownRevocation: "it is not known whether its issuer's certificate was revoked"
        }
    }

    /// The token does not fit what it stands in: one of the two was changed after it was issued.
    var isDamage: Bool {
        switch self {
        case .malformed, .imprint, .signature: true
        case .untrusted, .usage, .outOfBounds, .revoked, .weak, .future, .unknownRevocation: false
        }
    }

    var indication: Indication { isDamage ? .failed : .indeterminate }

    /// EN 319 102-1 judges a time-stamp as it judges a signature.
    var subIndication: SubIndication {
        switch self {
        case .malformed: .formatFailure
        case .imprint: .hashFailure
        case .signature: .signatureFailure
        case .untrusted: .noChain
        case .usage: .chainConstraints
        case .outOfBounds: .outOfBoundsWithoutProof
        case .revoked: .revokedWithoutProof
        case .weak: .weakAlgorithm
        case .future: .signatureConstraints
        case .unknownRevocation: .tryLater
        }
    }
}
