/// Sub-indications of ETSI EN 319 102-1 V1.3.1, table 6, that this examiner gives.
enum SubIndication: String {
    case formatFailure = "FORMAT_FAILURE"
    case hashFailure = "HASH_FAILURE"
    case signatureFailure = "SIG_CRYPTO_FAILURE"
    case revoked = "REVOKED"
    case expired = "EXPIRED"
    case notYetValid = "NOT_YET_VALID"
    case signatureConstraints = "SIG_CONSTRAINTS_FAILURE"
    case chainConstraints = "CHAIN_CONSTRAINTS_FAILURE"
    case chainGeneral = "CERTIFICATE_CHAIN_GENERAL_FAILURE"
    case weakAlgorithm = "CRYPTO_CONSTRAINTS_FAILURE"
    case noSigningCertificate = "NO_SIGNING_CERTIFICATE_FOUND"
    case noChain = "NO_CERTIFICATE_CHAIN_FOUND"
    case revokedWithoutProof = "REVOKED_NO_POE"
    case authorityRevokedWithoutProof = "REVOKED_CA_NO_POE"
    case outOfBoundsWithoutProof = "OUT_OF_BOUNDS_NO_POE"
    case outOfBoundsNotRevoked = "OUT_OF_BOUNDS_NOT_REVOKED"
    case tryLater = "TRY_LATER"
    case dataNotFound = "SIGNED_DATA_NOT_FOUND"
    /// Ours: the document bears no signature at all.
    case noSignature = "NO_SIGNATURE"
}
