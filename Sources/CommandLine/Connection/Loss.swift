import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Why no answer came, as far as it matters to the one who waits.
enum Loss: Equatable {
    /// Nobody listens at the address.
    case unheard
    /// The name of the server is not known.
    case unnamed
    /// The server's certificate is not trusted, or it speaks no TLS.
    case untrusted(String)
    /// Nothing moved for too long.
    case silent
    /// The line was cut; the server may have done the work.
    case cut
    /// Trying again would change nothing.
    case hopeless(String)

    init(_ error: any Error) {
        guard let error = error as? URLError else {
            self = .hopeless(error.localizedDescription)
            return
        }
        let said = error.localizedDescription
        switch error.code {
        case .cannotConnectToHost, .notConnectedToInternet: self = .unheard
        case .cannotFindHost, .dnsLookupFailed: self = .unnamed
        case .timedOut: self = .silent
        case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
            .serverCertificateNotYetValid:
            self = .untrusted(said)
        // On Linux every TLS failure arrives as `unknown`; only libcurl's sentence tells a bad certificate from a cut line.
        case .unknown where said.contains("certificate") || said.contains("wrong version number"): self = .untrusted(said)
        case .cancelled, .badURL, .unsupportedURL, .fileDoesNotExist, .noPermissionsToReadFile: self = .hopeless(said)
        default: self = .cut
        }
    }

    /// In the reader's language.
    var reason: String {
        switch self {
        case .unheard: Tongue.pick(vi: "không có máy chủ nào trả lời ở địa chỉ này", en: "no server answers at this address")
        case .unnamed: Tongue.pick(vi: "không tìm thấy tên máy chủ", en: "the name of the server is not known")
        case .silent: Tongue.pick(vi: "máy chủ im lặng quá lâu", en: "the server was silent for too long")
        case .cut: Tongue.pick(vi: "đường truyền bị ngắt", en: "the line was cut")
        case .untrusted(let said), .hopeless(let said): said
        }
    }
}
