/// What a signature claims to be, which decides what it must contain.
enum SignatureKind: Equatable {
    /// ETSI EN 319 142-1.
    case pades
    /// adbe.pkcs7.detached, ISO 32000-1.
    case pkcs7
    /// A CMS beside its content.
    case detached
}
