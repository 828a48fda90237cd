/// The verdict on a document's signatures, in the words of ETSI EN 319 102-1. A value, never thrown; its JSON is
/// the answer of `POST /api/v1/signatures/verify`.
public struct Verdict: Codable, Sendable, Equatable {
    public var indication: Indication
    public var subIndication: String?
    public var document: Examined
    public var trustList: TrustList
    public var signatures: [SignatureVerdict]
    /// The document time-stamps, in the order they were put on; null in verdicts stored before they were told.
    public var documentTimeStamps: [StampVerdict]?

    public init(
        indication: Indication, subIndication: String?, document: Examined, trustList: TrustList, signatures: [SignatureVerdict], documentTimeStamps: [StampVerdict] = []
    ) {
        self.indication = indication
        self.subIndication = subIndication
        self.document = document
        self.trustList = trustList
        self.signatures = signatures
        self.documentTimeStamps = documentTimeStamps
    }

    // The contract shows `"subIndication": null`; the synthesised coder would leave the key out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(indication, forKey: .indication)
        try container.encode(subIndication, forKey: .subIndication)
        try container.encode(document, forKey: .document)
        try container.encode(trustList, forKey: .trustList)
        try container.encode(signatures, forKey: .signatures)
        try container.encode(documentTimeStamps ?? [], forKey: .documentTimeStamps)
    }

    public struct Examined: Codable, Sendable, Equatable {
        /// Lower-case hex.
        public var sha256: String
        public var bytes: Int
        /// Null for a detached signature's content.
        public var pages: Int?
        public init(sha256: String, bytes: Int, pages: Int?) {
            self.sha256 = sha256
            self.bytes = bytes
            self.pages = pages
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(sha256, forKey: .sha256)
            try container.encode(bytes, forKey: .bytes)
            try container.encode(pages, forKey: .pages)
        }
    }

    public struct TrustList: Codable, Sendable, Equatable {
        public var version: String
        public init(version: String) { self.version = version }
    }
}

public enum Indication: String, Codable, Sendable {
    case passed = "TOTAL_PASSED"
    case indeterminate = "INDETERMINATE"
    case failed = "TOTAL_FAILED"
}

public struct SignatureVerdict: Codable, Sendable, Equatable {
    /// Fully qualified field name; empty for a detached signature.
    public var field: String
    public var indication: Indication
    public var subIndication: String?
    /// PAdES-B-B, PAdES-B-T, PAdES-B-LT, PAdES-B-LTA, CAdES-B-B, CAdES-B-T or PKCS7.
    public var level: String?
    public var signer: Signer?
    /// RFC 3339; claimed by the signer unless `timeSource` is `timestamp`.
    public var signedAt: String?
    /// claimed or timestamp.
    public var timeSource: String?
    public var bestSignatureTime: String?
    /// For example RSA-SHA256, ECDSA-P256-SHA256, Ed25519.
    public var algorithm: String?
    public var coversWholeDocument: Bool
    /// 1-based number of the revision signed; 0 where it cannot be told.
    public var revision: Int
    public var changesAfter: ChangeClass
    /// Pages (1-based) that differ from what was signed, rising; those with new marks as well.
    public var changedPages: [Int]?
    /// How long the file was when it was signed: its first so many bytes are the signed revision. Null where that cannot be told.
    public var signedBytes: Int?
    /// Subject names, the signer first.
    public var chain: [String]
    /// good, revoked or unknown.
    public var revocation: String
    /// The lists and answers that `revocation` rests on, the signer's first.
    public var evidence: [Evidence]?
    /// At least one where the indication is not a pass; the first is the one to show.
    public var reasons: [Reason]

    public init(
        field: String, indication: Indication, subIndication: String? = nil, level: String? = nil, signer: Signer? = nil, signedAt: String? = nil,
        timeSource: String? = nil, bestSignatureTime: String? = nil, algorithm: String? = nil, coversWholeDocument: Bool = false, revision: Int = 0,
        changesAfter: ChangeClass = .none, changedPages: [Int] = [], signedBytes: Int? = nil, chain: [String] = [], revocation: String = "unknown", evidence: [Evidence] = [],
        reasons: [Reason] = []
    ) {
        self.field = field
        self.indication = indication
        self.subIndication = subIndication
        self.level = level
        self.signer = signer
        self.signedAt = signedAt
        self.timeSource = timeSource
        self.bestSignatureTime = bestSignatureTime
        self.algorithm = algorithm
        self.coversWholeDocument = coversWholeDocument
        self.revision = revision
        self.changesAfter = changesAfter
        self.changedPages = changedPages
        self.signedBytes = signedBytes
        self.chain = chain
        self.revocation = revocation
        self.evidence = evidence
        self.reasons = reasons
    }

    // Every key stands in the answer, as null where nothing is known.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(field, forKey: .field)
        try container.encode(indication, forKey: .indication)
        try container.encode(subIndication, forKey: .subIndication)
        try container.encode(level, forKey: .level)
        try container.encode(signer, forKey: .signer)
        try container.encode(signedAt, forKey: .signedAt)
        try container.encode(timeSource, forKey: .timeSource)
        try container.encode(bestSignatureTime, forKey: .bestSignatureTime)
        try container.encode(algorithm, forKey: .algorithm)
        try container.encode(coversWholeDocument, forKey: .coversWholeDocument)
        try container.encode(revision, forKey: .revision)
        try container.encode(changesAfter, forKey: .changesAfter)
        try container.encode(changedPages ?? [], forKey: .changedPages)
        try container.encode(signedBytes, forKey: .signedBytes)
        try container.encode(chain, forKey: .chain)
        try container.encode(revocation, forKey: .revocation)
        try container.encode(evidence ?? [], forKey: .evidence)
        try container.encode(reasons, forKey: .reasons)
    }

    public struct Signer: Codable, Sendable, Equatable {
        public enum Kind: String, Codable, Sendable { case person, seal, unknown }
        public var name: String
        public var organisation: String?
        /// Serial number of the certificate, lower-case hex.
        public var serial: String
        public var issuer: String
        public var kind: Kind
        public init(name: String, organisation: String?, serial: String, issuer: String, kind: Kind) {
            self.name = name
            self.organisation = organisation
            self.serial = serial
            self.issuer = issuer
            self.kind = kind
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
            try container.encode(organisation, forKey: .organisation)
            try container.encode(serial, forKey: .serial)
            try container.encode(issuer, forKey: .issuer)
            try container.encode(kind, forKey: .kind)
        }
    }

    /// One revocation list or OCSP answer that was relied on.
    public struct Evidence: Codable, Sendable, Equatable {
        public enum Kind: String, Codable, Sendable { case crl, ocsp }
        public var kind: Kind
        /// Subject of the certificate it speaks of.
        public var about: String
        /// Lower-case hex, of its DER.
        public var sha256: String
        /// RFC 3339.
        public var issuedAt: String
        /// document, or folder for the administrator's own lists.
        public var source: String
        public init(kind: Kind, about: String, sha256: String, issuedAt: String, source: String) {
            self.kind = kind
            self.about = about
            self.sha256 = sha256
            self.issuedAt = issuedAt
            self.source = source
        }
    }

    public struct Reason: Codable, Sendable, Equatable {
        /// Stable, lower case with dots, for example `chain.untrusted-root`.
        public var code: String
        public var vi: String
        public var en: String
        public init(code: String, vi: String, en: String) {
            self.code = code
            self.vi = vi
            self.en = en
        }
    }
}

/// The worst class of change found behind a signed revision.
public enum ChangeClass: String, Codable, Sendable, Comparable, CaseIterable {
    case none, evidence, signature, formFill, annotation, page, forbidden

    private var rank: Int { Self.allCases.firstIndex(of: self)! }
    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}
