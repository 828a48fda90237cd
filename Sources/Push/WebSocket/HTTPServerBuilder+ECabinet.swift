public import HummingbirdCore
import HummingbirdTLS
import NIOSSL

extension HTTPServerBuilder {
    /// HTTP/1.1 whose requests may become WebSockets.
    /// - Parameter ready: what is answered on the event loop at once.
    public static func eCabinet(
        _ configuration: SocketConfiguration = .init(), ready: @escaping ReadyAnswer.Lookup = { _, _ in nil }
    ) -> HTTPServerBuilder {
        .init { UpgradeChannel(configuration, ready: ready, responder: $0) }
    }

    /// The same under TLS 1.2 or newer.
    /// - Parameters:
    ///   - certificateFile: PEM, the server's certificate first, then its chain.
    ///   - keyFile: PEM.
    /// - Throws: at once, not at the first connection, when a file cannot be read or does not hold what it should.
    public static func eCabinet(
        _ configuration: SocketConfiguration = .init(), ready: @escaping ReadyAnswer.Lookup = { _, _ in nil }, certificateFile: String, keyFile: String
    ) throws -> HTTPServerBuilder {
        let chain = try NIOSSLCertificate.fromPEMFile(certificateFile).map { NIOSSLCertificateSource.certificate($0) }
        let key = try NIOSSLPrivateKey(file: keyFile, format: .pem)
        var tls = TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key))
        tls.minimumTLSVersion = .tlsv12
        tls.applicationProtocols = ["http/1.1"]
        _ = try NIOSSLContext(configuration: tls)
        return .init { [tls] responder in
            try TLSChannel(UpgradeChannel(configuration, secure: true, ready: ready, responder: responder), tlsConfiguration: tls)
        }
    }
}
