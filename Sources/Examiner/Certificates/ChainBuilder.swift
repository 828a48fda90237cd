import COpenSSL

/// Builds and checks certification paths from a certificate to the trust anchors (RFC 5280 §6).
///
/// We choose the path, by verifying every signature on the way; OpenSSL then judges that one path (constraints, names,
/// critical extensions). So a decoy certificate of the same name cannot lead the search astray. Validity in time and the strength
/// of algorithms are judged by the callers, each at its own time.
struct ChainBuilder {
    static let maxDepth = 8
    static let maxPaths = 32
    static let maxSteps = 512

    let anchors: [Certificate]

    /// The best path found: without problem if there is one, valid at `time` if there is one.
    func chain(for leaf: Certificate, among pool: [Certificate], at time: Instant) -> CertificateChain {
        var search = Search(anchors: Set(anchors), candidates: Dictionary(grouping: anchors + pool, by: \.subject))
        search.extend([leaf])
        var best: CertificateChain?
        for path in search.paths {
            let chain = CertificateChain(certificates: path, problem: judge(path))
            if chain.problem == nil, path.allSatisfy({ $0.isValid(at: time) }) { return chain }
            if best == nil || (best?.problem != nil && chain.problem == nil) { best = chain }
        }
        return best ?? CertificateChain(certificates: search.longest, problem: .noAnchor)
    }

    private struct Search {
        let anchors: Set<Certificate>
        let candidates: [DistinguishedName: [Certificate]]
        var paths: [[Certificate]] = []
        var longest: [Certificate] = []
        var steps = 0

        init(anchors: Set<Certificate>, candidates: [DistinguishedName: [Certificate]]) {
            self.anchors = anchors
            self.candidates = candidates
        }

        mutating func extend(_ path: [Certificate]) {
            if path.count > longest.count { longest = path }
            guard let top = path.last, paths.count < maxPaths else { return }
            if anchors.contains(top) {
                paths.append(path)
                return
            }
            guard path.count < maxDepth else { return }
            for issuer in candidates[top.issuer] ?? [] where !path.contains(issuer) {
                steps += 1
                guard steps <= maxSteps else { return }
                if issuer.issued(top) { extend(path + [issuer]) }
            }
        }
    }

    private func judge(_ path: [Certificate]) -> CertificateChain.Problem? {
        for authority in path.dropFirst().dropLast() where !authority.isAuthority { return .notAuthority(authority) }
        for authority in path.dropFirst() where !authority.maySignCertificates { return .notAuthority(authority) }
        guard let leaf = path.first, let anchor = path.last, let store = X509_STORE_new(), let context = X509_STORE_CTX_new(), let untrusted = ec_X509_stack_new() else {
            return .other("no memory")
        }
        defer {
            X509_STORE_CTX_free(context)
            X509_STORE_free(store)
            ec_X509_stack_free(untrusted)
            ERR_clear_error()
        }
        X509_STORE_add_cert(store, anchor.handle)
        for certificate in path.dropFirst().dropLast() { _ = ec_X509_stack_push(untrusted, certificate.handle) }
        guard X509_STORE_CTX_init(context, store, leaf.handle, untrusted) == 1, let parameters = X509_STORE_CTX_get0_param(context) else { return .other("no memory") }
        var flags = UInt(X509_V_FLAG_NO_CHECK_TIME)
        // An anchor that is not self-signed is an intermediate the administrator chose to trust as such.
        if !anchor.isSelfIssued { flags |= UInt(X509_V_FLAG_PARTIAL_CHAIN) }
        X509_VERIFY_PARAM_set_flags(parameters, flags)
        X509_VERIFY_PARAM_set_depth(parameters, Int32(Self.maxDepth))
        X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_ANY)
        if X509_verify_cert(context) == 1 { return nil }
        let code = X509_STORE_CTX_get_error(context)
        let sentence = X509_verify_cert_error_string(Int(code)).map { String(cString: $0) } ?? "error \(code)"
        switch code {
        case X509_V_ERR_INVALID_CA, X509_V_ERR_KEYUSAGE_NO_CERTSIGN: return .notAuthority(path.dropFirst().first ?? leaf)
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
            X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_SIGNATURE_FAILURE:
            return .noAnchor
        default: return .other(sentence)
        }
    }
}
